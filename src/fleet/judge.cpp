#include "fleet/judge.h"

#include "catalog/product_library.h"
#include "inventory/matcher.h"
#include "inventory/source.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace offramp::fleet {

namespace {

bool isPackageList(SourceKind source)
{
    return source == SourceKind::dpkg || source == SourceKind::rpm || source == SourceKind::pacman;
}

// The tables one place is read from, and what came of them.
struct Gathered {
    std::vector<Table> tables;
    std::size_t rows = 0;
    std::size_t told = 0;   // tables with at least one row
    std::size_t whole = 0;
};

Gathered gather(const HostRows& host, SourceKind source)
{
    Gathered gathered;
    for (std::size_t index = 0; index < tableCount; ++index) {
        const auto table = static_cast<Table>(index);
        if (sourceOf(table) != source) {
            continue;
        }
        const TableState& state = host.table(table);
        gathered.tables.push_back(table);
        gathered.rows += state.rows;
        // A list without an entry is what a query on the wrong system answers; it shows nothing to be clean.
        gathered.told += state.seen && state.rows > 0 ? 1 : 0;
        gathered.whole += state.seen && state.rows > 0 && state.whole ? 1 : 0;
    }
    return gathered;
}

std::string namesOf(const std::vector<Table>& tables)
{
    std::string names;
    for (const Table table : tables) {
        names.append(names.empty() ? "" : ", ").append(toString(table));
    }
    return names;
}

OsFamily systemOf(const HostRows& host)
{
    if (host.system) {
        return *host.system;
    }
    std::array<std::size_t, 3> votes{};
    for (std::size_t index = 0; index < tableCount; ++index) {
        const auto table = static_cast<Table>(index);
        if (const auto system = fleet::systemOf(table); system && host.table(table).rows > 0) {
            ++votes[static_cast<std::size_t>(*system)];
        }
    }
    const auto most = std::max_element(votes.begin(), votes.end());
    return static_cast<OsFamily>(most - votes.begin());
}

SourceReport reportOf(const HostRows& host, const Source& source, bool anyPackageList)
{
    SourceReport report;
    report.source = source.kind;
    report.weight = source.weight;
    const Gathered gathered = gather(host, source.kind);
    report.examined = gathered.rows;
    report.machinePartComplete = false;
    const std::string names = namesOf(gathered.tables);
    if (gathered.told == 0) {
        if (isPackageList(source.kind) && anyPackageList) {
            report.coverage = Coverage::notApplicable;
            return report;
        }
        report.coverage = Coverage::denied;
        report.issues.push_back({ErrorCode::notRecorded, names, 0});
        return report;
    }
    if (host.damaged) {
        report.issues.push_back({ErrorCode::malformed, names, 0});
    }
    for (const Table table : gathered.tables) {
        const TableState& state = host.table(table);
        if (!state.seen || state.rows == 0 || !state.whole) {
            report.issues.push_back({ErrorCode::notRecorded, std::string(toString(table)), 0});
        }
    }
    report.coverage = report.issues.empty() ? Coverage::complete : Coverage::partial;
    report.machinePartComplete = report.issues.empty();
    return report;
}

HostSnapshot snapshotOf(HostRows& host, Instant today)
{
    HostSnapshot snapshot;
    snapshot.machine.name = host.name;
    snapshot.machine.os = systemOf(host);
    snapshot.machine.recorded = true;
    snapshot.takenAt = today;
    bool anyPackageList = false;
    for (const Table table : {Table::debPackages, Table::rpmPackages, Table::pacmanPackages}) {
        anyPackageList = anyPackageList || host.table(table).rows > 0;
    }
    for (const Source& source : allSources()) {
        if (source.os == snapshot.machine.os) {
            snapshot.reports.push_back(reportOf(host, source, anyPackageList));
        }
    }
    for (Evidence& evidence : host.settle()) {
        const auto report = std::find_if(snapshot.reports.begin(), snapshot.reports.end(),
                                         [&](const SourceReport& each) { return each.source == evidence.source; });
        if (report != snapshot.reports.end()) {
            report->evidence.push_back(std::move(evidence));
        }
    }
    return snapshot;
}

std::string missingIn(const SourceReport& report)
{
    std::string missing;
    for (const Error& issue : report.issues) {
        const bool broken = issue.code != ErrorCode::notRecorded;
        missing.append(missing.empty() ? "" : "; ");
        missing.append(broken                  ? describe(issue)
                       : issue.context.empty() ? "not collected"
                                               : "not collected: " + issue.context);
    }
    return missing;
}

std::string tablesOf(SourceKind source)
{
    std::vector<Table> tables;
    for (std::size_t index = 0; index < tableCount; ++index) {
        if (sourceOf(static_cast<Table>(index)) == source) {
            tables.push_back(static_cast<Table>(index));
        }
    }
    return namesOf(tables);
}

}   // namespace

Result<HostAnswer> judge(const HostSnapshot& snapshot, const Question& question)
{
    HostAnswer answer;
    answer.host = snapshot.machine.name;
    answer.system = snapshot.machine.os;
    const bool anyEvidence = std::any_of(snapshot.reports.begin(), snapshot.reports.end(),
                                         [](const SourceReport& report) { return !report.evidence.empty(); });
    std::map<std::string, Product> products;
    if (anyEvidence && question.catalog.library) {
        auto concerned = question.catalog.library->concerning(snapshot);
        if (!concerned) {
            return tl::unexpected(concerned.error());
        }
        products = std::move(concerned->products);
        answer.installations = Matcher(products, question.catalog.vendors).match(snapshot, concerned->evidence);
    } else if (anyEvidence) {
        products = question.catalog.products;
        answer.installations = Matcher(products, question.catalog.vendors).match(snapshot);
    }
    const FactsAge age = snapshot.takenAt > question.catalog.info.expiresAt ? FactsAge::old : FactsAge::current;
    answer.assessment =
        assess(AssessmentInput{answer.installations, products, question.catalog.timeline, question.person,
                               question.asOf, snapshot.isConclusive(), snapshot.machine.managedByOrganisation, age});
    for (const SourceReport& report : snapshot.reports) {
        if (report.coverage != Coverage::notApplicable) {
            answer.coverage.push_back({report.source, tablesOf(report.source), report.coverage, report.weight,
                                       report.examined, missingIn(report)});
        }
    }
    return answer;
}

Result<HostAnswer> judge(HostRows& host, const Question& question)
{
    return judge(snapshotOf(host, question.today), question);
}

int rankOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::affected: return 0;
    case Verdict::moved: return 1;
    case Verdict::unclear: return 2;
    case Verdict::traces: return 3;
    case Verdict::couldNotTell: return 4;
    case Verdict::exempt: return 5;
    case Verdict::clean: break;
    }
    return 6;
}

}   // namespace offramp::fleet
