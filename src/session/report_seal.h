// The seal of a removal report: a chain of hashes over what happened, and a signature made with a key of this person on
// this computer. It shows that nothing was changed since. It does not show who wrote it, nor that it was true: whoever
// has the key, or makes another, can seal anything.
#pragma once

#include "report/json.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace offramp {

// Gives each entry of `events` (an array of objects) the member "hash": the SHA-256 of the hash before it, a line end
// and the entry without it. Returns the last one.
[[nodiscard]] std::string chainEvents(json::Value& events);

// Adds the members "proves" (what the seal is worth, in words) and "seal". The key is made when `keyFile` holds none;
// only this person can read it.
[[nodiscard]] Result<json::Value> sealed(json::Value report, const std::filesystem::path& keyFile);

// A sealed report as bytes: always the same for the same report.
[[nodiscard]] std::string reportBytes(const json::Value& report);

struct SealCheck {
    json::Value report;
    std::string key;            // hexadecimal; whose it is must be known from elsewhere
    bool pageCompared = true;   // false: the data is unchanged, but a page in another language stands around it
};
// Foreign bytes. `malformed`, with what does not fit, for everything but exactly what reportBytes() wrote.
[[nodiscard]] Result<SealCheck> checkSeal(std::string_view bytes);

inline constexpr std::size_t reportBytesLimit = 32u << 20;

}   // namespace offramp
