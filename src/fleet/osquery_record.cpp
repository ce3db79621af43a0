#include "fleet/osquery_record.h"

#include "base/text.h"

#include <charconv>
#include <functional>

namespace offramp::fleet {

namespace {

// Written as a number or as a text, depending on the version and the settings of osquery.
std::uint64_t numberIn(std::string_view text)
{
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

bool isObject(const simdjson::dom::element& value)
{
    return value.type() == simdjson::dom::element_type::OBJECT;
}

}   // namespace

struct OsqueryRecords::Record {
    std::string_view query;
    std::string_view host;
    std::string_view action;
    std::optional<simdjson::dom::element> columns;
    std::optional<simdjson::dom::element> snapshot;
    std::optional<simdjson::dom::element> differences;
    std::optional<simdjson::dom::element> decorations;
    std::optional<std::uint64_t> counter;
    std::optional<Table> table;
    Origin origin;
    bool statusMessage = false;
};

std::optional<Table> OsqueryRecords::tableOf(std::string_view query)
{
    if (query != m_lastQuery) {
        m_lastQuery = query;
        m_lastTable = tableOfQuery(query);
    }
    return m_lastTable;
}

bool OsqueryRecords::takeRow(HostRows& host, const Record& record, Action action, Extent extent,
                             const simdjson::dom::element& columns)
{
    simdjson::dom::object object;
    if (columns.get(object) != simdjson::SUCCESS) {
        return false;
    }
    m_row.clear();
    for (const auto field : object) {
        if (const auto column = columnFromName(field.key)) {
            m_row.set(*column, textOf(field.value, m_numbers));
        }
    }
    const std::optional<Table> table = record.table ? record.table : tableOfColumns(m_row);
    if (table) {
        host.sawTable(*table, extent);
        const auto taken = m_rows.take(host, *table, action, record.origin, m_row);
        if (record.table && record.columns && record.columns->is_object()) {
            m_single = SingleRow{&host, *table, taken};
        }
    }
    return table.has_value();
}

bool OsqueryRecords::takeRows(HostRows& host, const Record& record, Action action, Extent extent,
                              const simdjson::dom::element& rows)
{
    if (isObject(rows)) {
        return takeRow(host, record, action, extent, rows);
    }
    bool any = false;
    if (const auto list = listOf(rows)) {
        if (record.table) {
            host.sawTable(*record.table, extent);   // an empty list is an answer too
            any = true;
        }
        for (const simdjson::dom::element row : *list) {
            any = takeRow(host, record, action, extent, row) || any;
        }
    }
    return any;
}

Outcome OsqueryRecords::take(const simdjson::dom::element& value, std::uint64_t place)
{
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS) {
        return Outcome::notARecord;
    }
    m_numbers.clear();
    m_single.reset();
    Record record;
    record.origin.when.place = place;
    for (const auto field : object) {
        const std::string_view key = field.key;
        if (key == "columns") {
            record.columns = field.value;
        } else if (key == "name") {
            record.query = textOf(field.value, m_numbers);
        } else if (key == "hostIdentifier" || key == "host_identifier") {
            record.host = textOf(field.value, m_numbers);
        } else if (key == "action") {
            record.action = textOf(field.value, m_numbers);
        } else if (key == "unixTime" || key == "unix_time") {
            record.origin.when.time = static_cast<std::int64_t>(numberIn(textOf(field.value, m_numbers)));
        } else if (key == "counter") {
            record.counter = numberIn(textOf(field.value, m_numbers));
        } else if (key == "epoch") {
            record.origin.epoch = numberIn(textOf(field.value, m_numbers));
        } else if (key == "decorations") {
            record.decorations = field.value;
        } else if (key == "snapshot") {
            record.snapshot = field.value;
        } else if (key == "diffResults" || key == "diff_results") {
            record.differences = field.value;
        } else if ((key == "hostname" || key == "host") && record.host.empty()) {
            record.host = textOf(field.value, m_numbers);
        } else if (key == "severity" || key == "filename") {
            record.statusMessage = true;
        }
    }
    if (record.host.empty() && record.decorations) {
        record.host =
            memberText(*record.decorations, {"hostname", "host_name", "computer_name", "host_uuid", "uuid"}, m_numbers);
    }
    const bool hasRows = record.columns || record.snapshot || record.differences;
    if (!hasRows) {
        return record.statusMessage ? Outcome::ignored : Outcome::notARecord;
    }
    if (record.host.empty()) {
        return Outcome::notARecord;
    }
    HostRows& host = m_rows.host(record.host);
    record.table = tableOf(record.query);
    record.origin.query = std::hash<std::string_view>{}(record.query);
    host.note(record.origin);
    // What came after the first result tells only what changed. Whoever does not count is taken to tell all.
    const Extent extent = record.counter.value_or(0) == 0 ? Extent::whole : Extent::changes;
    const bool isSnapshot = record.snapshot || text::equalsFolded(record.action, "snapshot");
    const auto taken = [](bool any) { return any ? Outcome::taken : Outcome::ignored; };
    const auto forgetSingle = [this](Outcome outcome) {
        m_single.reset();
        return outcome;
    };
    if (isSnapshot) {
        host.beginSnapshot(record.origin);
        return forgetSingle(taken(takeRows(host, record, Action::added, Extent::whole,
                                           record.snapshot ? *record.snapshot : record.columns.value_or(value))));
    }
    if (record.differences) {
        bool any = false;
        // Removed first: a new version of a program is added in the same record as the old one is removed.
        if (const auto removed = memberOf(*record.differences, {"removed"})) {
            any = takeRows(host, record, Action::removed, extent, *removed);
        }
        if (const auto added = memberOf(*record.differences, {"added"})) {
            any = takeRows(host, record, Action::added, extent, *added) || any;
        }
        return forgetSingle(taken(any));
    }
    const bool removed = text::equalsFolded(record.action, "removed");
    // A removal does not show that the rest of the table is known.
    return taken(takeRows(host, record, removed ? Action::removed : Action::added, removed ? Extent::changes : extent,
                          *record.columns));
}

}   // namespace offramp::fleet
