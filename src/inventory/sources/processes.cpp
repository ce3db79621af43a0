#include "inventory/sources/sources.h"

#include "inventory/report_builder.h"

#include <utility>

namespace offramp::sources {

SourceReport readProcesses(const Host& host, std::stop_token)
{
    ReportBuilder report(SourceKind::processes);
    const Result<std::vector<RunningProcess>> processes = host.processes().list();
    if (!processes) {
        report.failed(processes.error());
        return report.finish(Coverage::notApplicable);
    }
    report.read(processes->size());
    for (const RunningProcess& process : *processes) {
        Evidence seen;
        seen.kind = EvidenceKind::process;
        seen.source = SourceKind::processes;
        seen.id = process.name;
        seen.location = process.path;
        seen.readFrom = "process " + std::to_string(process.id);
        seen.running = true;
        report.add(std::move(seen));
    }
    return report.finish(Coverage::complete);
}

}   // namespace offramp::sources
