// From a row to a piece of evidence, as the source of the same place makes it from a live machine.
#pragma once

#include "domain/evidence.h"
#include "fleet/row.h"
#include "fleet/table.h"

#include <optional>
#include <string>
#include <string_view>

namespace offramp::fleet {

// What rules look at. Views into the row, or into `scratch`.
struct SeenRow {
    EvidenceKind kind = EvidenceKind::program;
    std::string_view id;
    std::string_view name;
    std::string_view publisher;
    std::string_view location;
};

// Empty for a row that says nothing of this place: no name at all, a certificate that is no trusted root, a package
// that is not there any more.
[[nodiscard]] std::optional<SeenRow> lookAt(Table table, const Row& row, std::string& scratch);

// `readFrom` is the table's name.
[[nodiscard]] Evidence evidenceFrom(Table table, const Row& row, const SeenRow& seen);

}   // namespace offramp::fleet
