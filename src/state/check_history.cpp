#include "state/check_history.h"

#include "domain/timeline.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace offramp {

namespace {

using Json = nlohmann::json;

// The value of a word, among all up to `last`.
template <class Enum> std::optional<Enum> valueOf(const std::string& word, Enum last)
{
    for (int value = 0; value <= static_cast<int>(last); ++value) {
        if (toString(static_cast<Enum>(value)) == word) {
            return static_cast<Enum>(value);
        }
    }
    return std::nullopt;
}

// Names of products come from the machine and need not be UTF-8.
std::string dump(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string foundText(const CheckOutcome& outcome)
{
    Json list = Json::array();
    for (const RememberedProduct& each : outcome.found) {
        list.push_back({{"product", each.product},
                        {"title", each.title},
                        {"version", each.version},
                        {"state", toString(each.state)},
                        {"status", toString(each.status)},
                        {"traces", each.traces}});
    }
    return dump(list);
}

std::string placesText(const CheckOutcome& outcome)
{
    Json list = Json::array();
    for (const RememberedPlace& each : outcome.places) {
        list.push_back({{"source", toString(each.source)}, {"coverage", toString(each.coverage)}});
    }
    return dump(list);
}

bool readFound(const std::string& text, CheckOutcome& outcome)
{
    for (const Json& each : Json::parse(text)) {
        const auto state = valueOf(each.at("state").get<std::string>(), InstallationState::portable);
        const auto status = valueOf(each.at("status").get<std::string>(), Status::leftover);
        if (!state || !status) {
            return false;
        }
        outcome.found.push_back({each.at("product").get<std::string>(), each.at("title").get<std::string>(),
                                 each.at("version").get<std::string>(), *state, *status,
                                 each.at("traces").get<std::int64_t>()});
    }
    return true;
}

bool readPlaces(const std::string& text, CheckOutcome& outcome)
{
    for (const Json& each : Json::parse(text)) {
        const auto source = sourceKindFromString(each.at("source").get<std::string>());
        const auto coverage = valueOf(each.at("coverage").get<std::string>(), Coverage::notApplicable);
        if (!source || !coverage) {
            return false;
        }
        outcome.places.push_back({*source, *coverage});
    }
    return true;
}

Instant instantOf(std::int64_t seconds)
{
    return Instant{std::chrono::seconds{seconds}};
}

std::optional<RememberedCheck> readCheck(const SQLite::Statement& row)
{
    RememberedCheck check;
    check.id = row.getColumn(0).getInt64();
    check.firstSeen = instantOf(row.getColumn(1).getInt64());
    check.lastSeen = instantOf(row.getColumn(2).getInt64());
    check.times = row.getColumn(3).getInt64();
    const auto verdict = valueOf(row.getColumn(4).getString(), Verdict::couldNotTell);
    const auto person = personFromString(row.getColumn(5).getString());
    const auto facts = parseDay(row.getColumn(7).getString());
    if (!verdict || !person || !facts) {
        return std::nullopt;
    }
    CheckOutcome& outcome = check.outcome;
    outcome.verdict = *verdict;
    outcome.person = *person;
    outcome.catalogSerial = row.getColumn(6).getInt64();
    outcome.factsAsOf = *facts;
    outcome.conclusive = row.getColumn(8).getInt() != 0;
    try {
        if (!readFound(row.getColumn(9).getString(), outcome) || !readPlaces(row.getColumn(10).getString(), outcome)) {
            return std::nullopt;
        }
    } catch (const Json::exception&) {
        return std::nullopt;   // the file is whole, so another version wrote this
    }
    return check;
}

constexpr const char* columns = "id, first_seen, last_seen, times, verdict, person, catalog_serial, facts_as_of, "
                                "conclusive, found, places";

std::int64_t notComplete(const CheckOutcome& outcome)
{
    return std::count_if(outcome.places.begin(), outcome.places.end(),
                         [](const RememberedPlace& place) { return place.coverage != Coverage::complete; });
}

void addProductChanges(const RememberedProduct& before, const RememberedProduct& after,
                       std::vector<CheckChange>& changes)
{
    using Kind = CheckChange::Kind;
    if (before.state != after.state) {
        changes.push_back(
            {Kind::state, after.title, std::string(toString(before.state)), std::string(toString(after.state))});
    }
    if (before.version != after.version) {
        changes.push_back({Kind::version, after.title, before.version, after.version});
    }
    if (before.status != after.status && before.state == after.state) {
        changes.push_back(
            {Kind::status, after.title, std::string(toString(before.status)), std::string(toString(after.status))});
    }
    if (before.traces != after.traces && before.state == after.state) {
        changes.push_back({Kind::tracesLeft, after.title, std::to_string(before.traces), std::to_string(after.traces)});
    }
}

}   // namespace

std::vector<CheckChange> changesBetween(const CheckOutcome& before, const CheckOutcome& after)
{
    using Kind = CheckChange::Kind;
    std::vector<CheckChange> changes;
    if (before.verdict != after.verdict) {
        changes.push_back(
            {Kind::verdict, {}, std::string(toString(before.verdict)), std::string(toString(after.verdict))});
    }
    // The same product can be there twice; the first of one is compared with the first of the other.
    std::vector<const RememberedProduct*> left;
    for (const RememberedProduct& each : before.found) {
        left.push_back(&each);
    }
    for (const RememberedProduct& each : after.found) {
        const auto same = std::find_if(left.begin(), left.end(), [&](const RememberedProduct* candidate) {
            return candidate->product == each.product;
        });
        if (same == left.end()) {
            changes.push_back({Kind::appeared, each.title, {}, each.version});
        } else {
            addProductChanges(**same, each, changes);
            left.erase(same);
        }
    }
    for (const RememberedProduct* each : left) {
        changes.push_back({Kind::gone, each->title, each->version, {}});
    }
    if (before.person != after.person) {
        changes.push_back(
            {Kind::person, {}, std::string(toString(before.person)), std::string(toString(after.person))});
    }
    if (before.catalogSerial != after.catalogSerial) {
        changes.push_back({Kind::facts, {}, toString(before.factsAsOf), toString(after.factsAsOf)});
    }
    if (before.places != after.places) {
        changes.push_back({Kind::places, {}, std::to_string(notComplete(before)), std::to_string(notComplete(after))});
    }
    return changes;
}

Result<void> CheckHistory::remember(const CheckOutcome& outcome, Instant at, const std::string& report)
{
    const std::int64_t seconds = at.time_since_epoch().count();
    const std::string found = foundText(outcome);
    const std::string places = placesText(outcome);
    return m_state.change([&](SQLite::Database& database) {
        SQLite::Statement same(database, "SELECT id FROM check_history WHERE id = (SELECT max(id) FROM check_history) "
                                         "AND verdict = ? AND person = ? AND catalog_serial = ? AND facts_as_of = ? "
                                         "AND conclusive = ? AND found = ? AND places = ?");
        const auto bindOutcome = [&](SQLite::Statement& statement, int first) {
            statement.bind(first, std::string(toString(outcome.verdict)));
            statement.bind(first + 1, std::string(toString(outcome.person)));
            statement.bind(first + 2, outcome.catalogSerial);
            statement.bind(first + 3, toString(outcome.factsAsOf));
            statement.bind(first + 4, outcome.conclusive ? 1 : 0);
            statement.bind(first + 5, found);
            statement.bind(first + 6, places);
        };
        bindOutcome(same, 1);
        if (same.executeStep()) {
            SQLite::Statement again(database, "UPDATE check_history SET last_seen = max(last_seen, ?), "
                                              "times = times + 1, report = ? WHERE id = ?");
            again.bind(1, seconds);
            again.bind(2, report);
            again.bind(3, same.getColumn(0).getInt64());
            again.exec();
            return;
        }
        SQLite::Statement insert(database,
                                 "INSERT INTO check_history (first_seen, last_seen, times, report, verdict, person, "
                                 "catalog_serial, facts_as_of, conclusive, found, places) "
                                 "VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, seconds);
        insert.bind(2, seconds);
        insert.bind(3, report);
        bindOutcome(insert, 4);
        insert.exec();
        SQLite::Statement forget(database, "DELETE FROM check_history WHERE id NOT IN "
                                           "(SELECT id FROM check_history ORDER BY id DESC LIMIT ?)");
        forget.bind(1, mostRemembered);
        forget.exec();
    });
}

Result<std::vector<RememberedCheck>> CheckHistory::all() const
{
    return m_state.read([](SQLite::Database& database) {
        std::vector<RememberedCheck> checks;
        SQLite::Statement rows(database, std::string("SELECT ") + columns + " FROM check_history ORDER BY id DESC");
        while (rows.executeStep()) {
            if (auto check = readCheck(rows)) {
                checks.push_back(std::move(*check));
            }
        }
        return checks;
    });
}

Result<std::string> CheckHistory::report(std::int64_t id) const
{
    const auto text = m_state.read([&](SQLite::Database& database) {
        SQLite::Statement row(database, "SELECT report FROM check_history WHERE id = ?");
        row.bind(1, id);
        return row.executeStep() ? std::optional<std::string>(row.getColumn(0).getString()) : std::nullopt;
    });
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (!*text) {
        return fail(ErrorCode::notFound, "this check is not remembered any more");
    }
    return **text;
}

Result<void> CheckHistory::clear()
{
    return m_state.change([](SQLite::Database& database) { database.exec("DELETE FROM check_history"); });
}

}   // namespace offramp
