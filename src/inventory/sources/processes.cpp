#include "inventory/sources/sources.h"

#include "inventory/report_builder.h"

#include <string>
#include <unordered_map>
#include <utility>

namespace offramp::sources {

namespace {

// What each program file says of itself, asked once however often it runs. Many may not be read or say nothing, which
// is no fault of the list of what runs.
class ProgramFacts {
public:
    explicit ProgramFacts(const ProgramFiles& files) : m_files(files) {}

    [[nodiscard]] const VersionResource& of(const std::string& path)
    {
        static const VersionResource nothing;
        const bool networkFolder = path.starts_with(R"(\\)");   // the other computer would be told who asks
        if (path.empty() || networkFolder) {
            return nothing;
        }
        const auto [place, added] = m_known.try_emplace(path);
        if (added) {
            place->second = m_files.version(path).value_or(VersionResource{});
        }
        return place->second;
    }

private:
    const ProgramFiles& m_files;
    std::unordered_map<std::string, VersionResource> m_known;
};

}   // namespace

SourceReport readProcesses(const Host& host, std::stop_token stop)
{
    ReportBuilder report(SourceKind::processes);
    const Result<std::vector<RunningProcess>> processes = host.processes().list();
    if (!processes) {
        report.failed(processes.error());
        return report.finish(Coverage::notApplicable);
    }
    report.read(processes->size());
    ProgramFacts facts(host.programFiles());
    for (const RunningProcess& process : *processes) {
        if (stop.stop_requested()) {
            report.stopped();
            break;
        }
        const VersionResource& program = facts.of(process.path);
        Evidence seen;
        seen.kind = EvidenceKind::process;
        seen.source = SourceKind::processes;
        seen.id = process.name;
        seen.publisher = program.company;
        seen.fileVersion = program.version;
        seen.location = process.path;
        seen.readFrom = "process " + std::to_string(process.id);
        seen.running = true;
        report.add(std::move(seen));
    }
    return report.finish(Coverage::complete);
}

}   // namespace offramp::sources
