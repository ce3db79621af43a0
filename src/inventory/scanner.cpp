#include "inventory/scanner.h"

#include "inventory/source.h"

#include <exception>

namespace offramp {

namespace {

// A source must not throw. If one does all the same, its place was not read, and the others still are.
SourceReport readGuarded(const Source& source, const Host& host, const std::stop_token& stop) noexcept
{
    SourceReport report;
    try {
        report = source.read(host, stop);
    } catch (const std::exception& exception) {
        report = SourceReport{};
        report.coverage = Coverage::denied;
        report.machinePartComplete = false;
        report.issues.push_back(Error{ErrorCode::io, exception.what(), 0});
    }
    report.source = source.kind;
    report.weight = source.weight;
    return report;
}

}   // namespace

Result<HostSnapshot> scan(const Host& host, const ProgressSink& progress, std::stop_token stop)
{
    std::vector<const Source*> applicable;
    for (const Source& source : allSources()) {
        if (source.os == host.machine().os) {
            applicable.push_back(&source);
        }
    }

    HostSnapshot snapshot;
    snapshot.machine = host.machine();
    snapshot.takenAt = host.clock().now();
    snapshot.reports.reserve(applicable.size());
    for (const Source* const source : applicable) {
        if (progress) {
            progress(Progress{std::string(toString(source->kind)), snapshot.reports.size(), applicable.size()});
        }
        if (!stop.stop_requested()) {
            snapshot.reports.push_back(readGuarded(*source, host, stop));
        }
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "scan");
        }
    }
    return snapshot;
}

}   // namespace offramp
