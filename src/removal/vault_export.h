// VaultExport: counts what is in the text file that Kaspersky Password Manager exports, so that a person sees that it
// is whole before the program that can read the vault is removed.
//
// Nothing but numbers leaves this module: no name, no address, no password, and no line of a file that was not taken.
// Every copy made here is overwritten before it is freed. What the system keeps of a file it has read (its cache, a
// page file) is out of reach.
//
// The format, as three converters and an importer read it (docs/data-formats.md, "Exported passwords"): sections with a
// title of their own, entries of "Key: value" lines, and a line "---" after each entry. Keys and titles are in the
// language of the program; the English titles are known by name, others by where they stand.
#pragma once

#include "base/reason.h"
#include "base/result.h"
#include "platform/host.h"

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace offramp {

enum class VaultSection { websites, applications, otherAccounts, notes, other };
[[nodiscard]] std::string_view toString(VaultSection section);

struct VaultCount {
    struct Part {
        VaultSection section = VaultSection::other;
        std::size_t entries = 0;

        friend bool operator==(const Part&, const Part&) = default;
    };
    std::vector<Part> parts;   // in the order of the file; a section whose title is not known is `other`

    [[nodiscard]] std::size_t entries() const;
    friend bool operator==(const VaultCount&, const VaultCount&) = default;
};

// Largest file that is looked at. A vault of ten thousand entries makes about three megabytes.
inline constexpr std::size_t largestVaultExport = 64u << 20;

// UTF-8 or UTF-16, with or without byte order mark, any other encoding that keeps ASCII, any kind of line end. The
// error says in words what is wrong and what to do.
[[nodiscard]] tl::expected<VaultCount, Reason> countVaultExport(std::string_view bytes);
// The same for a file. Its content is overwritten in memory before this returns.
[[nodiscard]] tl::expected<VaultCount, Reason> countVaultFile(const Files& files, std::string_view path);

// What a person is shown of it: one line a section, and what the file does not hold.
[[nodiscard]] std::vector<Reason> describe(const VaultCount& count);

// Overwrites an ordinary file once, deletes it, and says what that is worth: on an SSD, in a backup or in a folder that
// is synchronized, copies may remain. Refuses links. The error is the reason it is still there.
[[nodiscard]] tl::expected<Reason, Reason> wipeVaultFile(const std::filesystem::path& file);

}   // namespace offramp
