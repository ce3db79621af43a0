#include "fleet/host_rows.h"

#include "fleet/archive.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace offramp::fleet {

namespace {

// A row that is removed may tell fewer columns than when it was added.
bool undoes(const Evidence& removed, const Evidence& added)
{
    const auto agrees = [](const std::string& told, const std::string& kept) { return told.empty() || told == kept; };
    return removed.kind == added.kind && removed.readFrom == added.readFrom && agrees(removed.id, added.id)
           && agrees(removed.name, added.name) && agrees(removed.version, added.version)
           && agrees(removed.location, added.location) && agrees(removed.publisher, added.publisher);
}

// Evidence that is the same has the same hash.
std::size_t hashOf(const Evidence& evidence)
{
    std::size_t hash = static_cast<std::size_t>(evidence.kind);
    for (const std::string* text : {&evidence.id, &evidence.name, &evidence.version, &evidence.location}) {
        hash = hash * 31 + std::hash<std::string>{}(*text);
    }
    return hash;
}

// What is there now, in the order it came.
class Present {
public:
    void add(Evidence&& evidence)
    {
        std::vector<std::size_t>& alike = m_places[hashOf(evidence)];
        const bool known = std::any_of(alike.begin(), alike.end(),
                                       [&](std::size_t at) { return m_evidence[at] && *m_evidence[at] == evidence; });
        if (!known) {
            alike.push_back(m_evidence.size());
            m_evidence.emplace_back(std::move(evidence));
        }
    }
    // The newest of what this row tells of.
    void remove(const Evidence& evidence)
    {
        const auto undone = std::find_if(m_evidence.rbegin(), m_evidence.rend(),
                                         [&](const auto& each) { return each && undoes(evidence, *each); });
        if (undone != m_evidence.rend()) {
            std::erase(m_places[hashOf(**undone)], static_cast<std::size_t>(m_evidence.rend() - undone) - 1);
            undone->reset();
        }
    }
    [[nodiscard]] std::vector<Evidence> take()
    {
        std::vector<Evidence> all;
        for (std::optional<Evidence>& each : m_evidence) {
            if (each) {
                all.push_back(std::move(*each));
            }
        }
        return all;
    }

private:
    std::vector<std::optional<Evidence>> m_evidence;   // empty where it was removed
    std::unordered_map<std::size_t, std::vector<std::size_t>> m_places;
};

}   // namespace

// What belongs to a value in an archive; `value` is const when it is written.
template <class Archive, class Value> void members(Archive& with, Value& value)
{
    const auto all = [&with](auto&... each) { (with(each), ...); };
    using Bare = std::remove_const_t<Value>;
    if constexpr (std::is_same_v<Bare, HostRows>) {
        all(value.name, value.system, value.damaged, value.m_queries, value.m_kept);
        for (auto& table : value.m_tables) {
            with(table);
        }
    } else if constexpr (std::is_same_v<Bare, HostRows::Query>) {
        all(value.query, value.epoch, value.snapshot);
    } else if constexpr (std::is_same_v<Bare, HostRows::Kept>) {
        all(value.origin, value.action, value.evidence);
    } else if constexpr (std::is_same_v<Bare, TableState>) {
        all(value.rows, value.seen, value.whole);
    } else if constexpr (std::is_same_v<Bare, Moment>) {
        all(value.time, value.place);
    } else if constexpr (std::is_same_v<Bare, Origin>) {
        all(value.query, value.epoch, value.when);
    } else if constexpr (std::is_same_v<Bare, UninstallReference>) {
        all(value.kind, value.value, value.userWritable);
    } else if constexpr (std::is_same_v<Bare, SecurityState>) {
        all(value.role, value.active, value.upToDate);
    } else if constexpr (std::is_same_v<Bare, Day> || std::is_same_v<Bare, Instant>) {
        static_assert(std::is_trivially_copyable_v<Bare>);
        with.bytes(value);
    } else if constexpr (std::is_same_v<Bare, VendorFacts>) {
        all(value.databasesUpdatedAt, value.licenceDaysLeft, value.passwordProtected, value.selfDefence, value.managed,
            value.edition, value.installedAt);
    } else {
        static_assert(std::is_same_v<Bare, Evidence>);
        all(value.kind, value.source, value.id, value.name, value.version, value.fileVersion, value.publisher,
            value.location, value.readFrom, value.scope, value.account, value.presence, value.packageState,
            value.hidden, value.wraps, value.running, value.installedOn, value.uninstall, value.security, value.vendor);
    }
}

std::uint64_t HostRows::rows() const
{
    std::uint64_t all = 0;
    for (const TableState& table : m_tables) {
        all += table.rows;
    }
    return all;
}

void HostRows::write(std::string& to) const
{
    ArchiveWriter writer(to);
    writer(*this);
}

std::optional<HostRows> HostRows::read(std::string_view bytes)
{
    ArchiveReader reader(bytes);
    HostRows host;
    reader(host);
    return reader.intact() ? std::optional<HostRows>(std::move(host)) : std::nullopt;
}

void HostRows::sawTable(Table table, Extent extent)
{
    TableState& state = m_tables[static_cast<std::size_t>(table)];
    state.seen = true;
    state.whole = state.whole || extent == Extent::whole;
}

HostRows::Query& HostRows::query(const Origin& origin)
{
    const auto known =
        std::find_if(m_queries.begin(), m_queries.end(), [&](const Query& each) { return each.query == origin.query; });
    Query& query = known == m_queries.end() ? m_queries.emplace_back(Query{origin.query, origin.epoch, {}}) : *known;
    query.epoch = std::max(query.epoch, origin.epoch);
    return query;
}

void HostRows::beginSnapshot(const Origin& origin)
{
    Query& sent = query(origin);
    if (!sent.snapshot || *sent.snapshot < origin.when) {
        sent.snapshot = origin.when;
    }
}

void HostRows::keep(Action action, const Origin& origin, Evidence evidence)
{
    note(origin);
    m_kept.push_back({origin, action, std::move(evidence)});
}

void HostRows::join(HostRows&& other)
{
    system = system ? system : other.system;
    damaged = damaged || other.damaged;
    for (std::size_t index = 0; index < tableCount; ++index) {
        m_tables[index].rows += other.m_tables[index].rows;
        m_tables[index].seen = m_tables[index].seen || other.m_tables[index].seen;
        m_tables[index].whole = m_tables[index].whole || other.m_tables[index].whole;
    }
    for (const Query& each : other.m_queries) {
        Query& mine = query({each.query, each.epoch, {}});
        if (each.snapshot && (!mine.snapshot || *mine.snapshot < *each.snapshot)) {
            mine.snapshot = each.snapshot;
        }
    }
    std::move(other.m_kept.begin(), other.m_kept.end(), std::back_inserter(m_kept));
}

std::vector<Evidence> HostRows::settle()
{
    // A time counts only where every row of this computer has one.
    const bool timed =
        std::all_of(m_kept.begin(), m_kept.end(), [](const Kept& kept) { return kept.origin.when.time != 0; });
    std::stable_sort(m_kept.begin(), m_kept.end(), [&](const Kept& left, const Kept& right) {
        return timed ? left.origin.when < right.origin.when : left.origin.when.place < right.origin.when.place;
    });
    Present there;
    for (Kept& kept : m_kept) {
        const Query& from = query(kept.origin);
        const bool replaced =
            from.snapshot
            && (timed ? kept.origin.when < *from.snapshot : kept.origin.when.place < from.snapshot->place);
        if (kept.origin.epoch < from.epoch || replaced) {
            continue;
        }
        if (kept.action == Action::removed) {
            there.remove(kept.evidence);
        } else {
            there.add(std::move(kept.evidence));
        }
    }
    m_kept.clear();
    return there.take();
}

FleetRows::FleetRows(const RowSieve* sieve)
    : m_sieve(sieve), m_memory(sieve != nullptr ? std::make_unique<RowSieve::Memory>() : nullptr)
{}

HostRows& FleetRows::host(std::string_view name)
{
    if (m_last != nullptr && m_last->name == name) {
        return *m_last;
    }
    auto found = m_hosts.find(name);
    if (found == m_hosts.end()) {
        found = m_hosts.emplace(std::string(name), HostRows{}).first;
        found->second.name = found->first;
    }
    m_last = &found->second;
    return *m_last;
}

FleetRows::Taken FleetRows::take(HostRows& host, Table table, Action action, const Origin& origin, const Row& row)
{
    const auto seen = lookAt(table, row, m_scratch);
    if (!seen) {
        return Taken::nothing;
    }
    host.count(table);
    if (m_sieve != nullptr && !m_sieve->mayMatter(*seen, *m_memory)) {
        return Taken::counted;
    }
    host.keep(action, origin, evidenceFrom(table, row, *seen));
    return Taken::kept;
}

void FleetRows::join(FleetRows&& other)
{
    for (auto& [name, theirs] : other.m_hosts) {
        const auto [mine, isNew] = m_hosts.try_emplace(name, HostRows{});
        if (isNew) {
            mine->second = std::move(theirs);
        } else {
            mine->second.join(std::move(theirs));
        }
    }
    other.m_hosts.clear();
    other.m_last = nullptr;
    m_last = nullptr;
}

std::vector<HostRows*> FleetRows::hosts()
{
    std::vector<HostRows*> all;
    all.reserve(m_hosts.size());
    for (auto& [name, host] : m_hosts) {
        all.push_back(&host);
    }
    std::sort(all.begin(), all.end(),
              [](const HostRows* left, const HostRows* right) { return left->name < right->name; });
    return all;
}

}   // namespace offramp::fleet
