// What the machine says about itself: pure decoders of /etc/os-release and /etc/passwd.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// PRETTY_NAME, else NAME and VERSION_ID; empty when the text has neither. Source: os-release(5).
[[nodiscard]] std::string prettyNameFromOsRelease(std::string_view text);

struct Account {
    std::string name;
    std::uint32_t id = 0;
    std::string home;
};

// People, not services: user ids from 1000 on without 65534 ("nobody"), and `currentUser` whatever its id.
// Lines that are not passwd(5) entries are skipped.
[[nodiscard]] std::vector<Account> peopleFromPasswd(std::string_view text, std::uint32_t currentUser);

// "de_DE.UTF-8" to "de-DE"; "C" and "POSIX" to nothing.
[[nodiscard]] std::string localeTag(std::string_view environmentValue);

}   // namespace offramp
