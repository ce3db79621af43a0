// What the vault remembers, as a value and as state.json. Format: docs/data-formats.md, "The installed catalogs".
#pragma once

#include "base/reason.h"
#include "catalog/update_schedule.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace offramp {

// How one try to update ended.
enum class UpdateResult {
    installed,
    upToDate,
    notDue,    // automatic updating is off, or it is not time yet; nothing was asked
    refused,   // something was offered and not taken
    failed,    // nothing could be fetched or stored
    cancelled,
};
[[nodiscard]] std::string_view toString(UpdateResult result);
[[nodiscard]] std::optional<UpdateResult> updateResultFromString(std::string_view word);

struct LastTry {
    Instant at{};
    UpdateResult result = UpdateResult::failed;
    Reason reason{};
    std::string mirror;   // empty for an imported file

    friend bool operator==(const LastTry&, const LastTry&) = default;
};

struct VaultState {
    std::optional<std::int64_t> current;   // serial; empty: the catalog that came with the program
    std::optional<std::int64_t> previous;
    std::int64_t highest = 0;   // no catalog up to this serial is taken any more
    UpdateSchedule schedule;
    std::optional<LastTry> lastTry;
};

[[nodiscard]] std::string writeState(const VaultState& state);
// Empty when it is not a state this program understands.
[[nodiscard]] std::optional<VaultState> parseState(std::string_view json);

}   // namespace offramp
