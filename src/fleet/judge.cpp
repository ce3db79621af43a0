#include "fleet/judge.h"

#include "catalog/product_library.h"
#include "inventory/matcher.h"
#include "inventory/signature_index.h"
#include "inventory/source.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string_view>
#include <unordered_map>
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

// "services, drivers": the tables each place is read from.
std::string_view tablesOf(SourceKind source)
{
    static const auto names = [] {
        std::array<std::string, static_cast<std::size_t>(SourceKind::macExtensions) + 1> all;
        for (std::size_t index = 0; index < tableCount; ++index) {
            const auto table = static_cast<Table>(index);
            std::string& of = all[static_cast<std::size_t>(sourceOf(table))];
            of.append(of.empty() ? "" : ", ").append(toString(table));
        }
        return all;
    }();
    return names[static_cast<std::size_t>(source)];
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
    const std::string names(tablesOf(source.kind));
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

}   // namespace

// The products some evidence asked for so far, and of which evidence it is known whether a rule matches it. Products
// are only added: those that can match a piece of evidence were all read when it was first seen.
class Judge::Knowledge {
public:
    explicit Knowledge(const Catalog& catalog) : m_catalog(catalog)
    {
        if (!catalog.library) {
            m_products = catalog.products;
        }
        rebuild();
    }

    [[nodiscard]] const std::map<std::string, Product>& products() const { return m_products; }

    // Empty when no rule matches any of it.
    [[nodiscard]] Result<std::vector<Installation>> match(const HostSnapshot& snapshot)
    {
        if (auto learned = learn(snapshot); !learned) {
            return tl::unexpected(learned.error());
        }
        std::vector<const Evidence*> matching;
        for (const SourceReport& report : snapshot.reports) {
            for (const Evidence& evidence : report.evidence) {
                if (m_known.at(keyOf(evidence))) {
                    matching.push_back(&evidence);
                }
            }
        }
        return matching.empty() ? std::vector<Installation>{} : m_matcher->match(snapshot, matching);
    }

private:
    // What rules look at; the lists are told apart by what they show.
    [[nodiscard]] const std::string& keyOf(const Evidence& evidence)
    {
        m_key.assign(1, static_cast<char>('A' + static_cast<int>(evidence.kind)));
        for (const std::string* text : {&evidence.id, &evidence.name, &evidence.publisher, &evidence.location}) {
            m_key.append(*text).push_back('\n');
        }
        return m_key;
    }

    [[nodiscard]] Result<void> learn(const HostSnapshot& snapshot)
    {
        if (m_known.size() > mostKnown) {   // names of people in paths make every computer's own
            m_known.clear();
        }
        HostSnapshot unknown;
        unknown.machine = snapshot.machine;
        unknown.reports.emplace_back();
        for (const SourceReport& report : snapshot.reports) {
            for (const Evidence& evidence : report.evidence) {
                if (!m_known.contains(keyOf(evidence))) {
                    unknown.reports.front().evidence.push_back(evidence);
                }
            }
        }
        const std::vector<Evidence>& unseen = unknown.reports.front().evidence;
        if (unseen.empty()) {
            return {};
        }
        if (m_catalog.library) {
            auto concerned = m_catalog.library->concerning(unknown);
            if (!concerned) {
                return tl::unexpected(concerned.error());
            }
            const std::size_t before = m_products.size();
            m_products.merge(concerned->products);
            if (m_products.size() > before) {
                rebuild();
            }
        }
        for (const Evidence& evidence : unseen) {
            m_known[keyOf(evidence)] = m_index->find(evidence).has_value();
        }
        return {};
    }

    void rebuild()
    {
        m_index = std::make_unique<SignatureIndex>(m_products, m_catalog.vendors);
        m_matcher = std::make_unique<Matcher>(m_products, m_catalog.vendors);
    }

    static constexpr std::size_t mostKnown = std::size_t{1} << 16U;

    const Catalog& m_catalog;
    std::map<std::string, Product> m_products;
    std::unique_ptr<SignatureIndex> m_index;
    std::unique_ptr<Matcher> m_matcher;
    std::unordered_map<std::string, bool> m_known;
    std::string m_key;
};

Judge::Judge(const Question& question)
    : m_question(question), m_knowledge(std::make_unique<Knowledge>(question.catalog))
{}

Judge::~Judge() = default;

Result<HostAnswer> Judge::judge(const HostSnapshot& snapshot)
{
    HostAnswer answer;
    answer.host = snapshot.machine.name;
    answer.system = snapshot.machine.os;
    auto installations = m_knowledge->match(snapshot);
    if (!installations) {
        return tl::unexpected(installations.error());
    }
    answer.installations = std::move(*installations);
    const CatalogInfo& info = m_question.catalog.info;
    const FactsAge age = snapshot.takenAt > info.expiresAt ? FactsAge::old : FactsAge::current;
    answer.assessment = assess(AssessmentInput{answer.installations, m_knowledge->products(),
                                               m_question.catalog.timeline, m_question.person, m_question.asOf,
                                               snapshot.isConclusive(), snapshot.machine.managedByOrganisation, age});
    answer.coverage.reserve(snapshot.reports.size());
    for (const SourceReport& report : snapshot.reports) {
        if (report.coverage != Coverage::notApplicable) {
            answer.coverage.push_back({report.source, tablesOf(report.source), report.coverage, report.weight,
                                       report.examined, missingIn(report)});
        }
    }
    return answer;
}

Result<HostAnswer> Judge::judge(HostRows& host)
{
    return judge(snapshotOf(host, m_question.today));
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
