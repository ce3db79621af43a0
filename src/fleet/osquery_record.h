// One record of an osquery result log: differential (added, removed), batched (diffResults) or snapshot.
#pragma once

#include "fleet/host_rows.h"
#include "fleet/json_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace offramp::fleet {

enum class Outcome {
    taken,
    ignored,      // a status message, or a table nobody asks about
    notARecord,   // JSON, but no result of a query
};

class OsqueryRecords {
public:
    // `rows` must outlive this.
    explicit OsqueryRecords(FleetRows& rows) : m_rows(rows) {}

    // `place`: of the record in the whole input, rising.
    [[nodiscard]] Outcome take(const simdjson::dom::element& record, std::uint64_t place);

    // Of the last record, if it was one row of a table its query names.
    struct SingleRow {
        HostRows* host = nullptr;
        Table table = Table::programs;
        FleetRows::Taken taken = FleetRows::Taken::nothing;
    };
    [[nodiscard]] const std::optional<SingleRow>& singleRow() const { return m_single; }

private:
    struct Record;
    [[nodiscard]] std::optional<Table> tableOf(std::string_view query);
    bool takeRow(HostRows& host, const Record& record, Action action, Extent extent,
                 const simdjson::dom::element& columns);
    bool takeRows(HostRows& host, const Record& record, Action action, Extent extent,
                  const simdjson::dom::element& rows);

    FleetRows& m_rows;
    Row m_row;
    NumberTexts m_numbers;
    std::string m_lastQuery;
    std::optional<Table> m_lastTable;
    std::optional<SingleRow> m_single;
};

}   // namespace offramp::fleet
