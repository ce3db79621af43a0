// Row: one line of a table as an engine collected it, by the meaning of its columns.
//
// Engines call the same thing by many names ("publisher", "vendor", "maintainer"); here it has one. A column nobody
// needs is dropped when it is put in. Texts belong to whoever filled the row.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace offramp::fleet {

enum class Column {
    name,
    displayName,
    version,
    release,
    publisher,
    installLocation,
    path,
    program,
    programArguments,
    identifier,   // product code, bundle identifier, extension id
    id,
    uninstallString,
    installDate,
    status,
    state,
    type,
    startType,
    processId,
    service,
    description,
    commonName,
    subject,
    issuer,
    sha1,
    store,
    storeLocation,
    bundleName,
    bundleVersion,
    bundleShortVersion,
    copyright,
    label,
    remediationPath,
    signaturesUpToDate,
    source,   // "deb_packages", "registry": which list it is from
    userName,
    section,
    fragmentPath,
    modulePath,
    driverKey,
    packageGroup,
    revision,
    maintainer,
    count
};

// By any of the names it is known under, in any case; empty when nobody needs it.
[[nodiscard]] std::optional<Column> columnFromName(std::string_view name);

// What is longer is cut: no name, and no path of any system, is. One text can be told for each of very many rows.
inline constexpr std::size_t longestText = 32768;
[[nodiscard]] std::string_view cutToLongest(std::string_view text);

class Row {
public:
    // The first text that is not empty counts.
    void set(Column column, std::string_view text)
    {
        if (text.size() > longestText) {
            text = cutToLongest(text);
        }
        std::string_view& place = m_texts[static_cast<std::size_t>(column)];
        m_named |= std::uint64_t{1} << static_cast<unsigned>(column);
        if (place.empty()) {
            place = text;
        }
    }
    void set(std::string_view name, std::string_view text)
    {
        if (const auto column = columnFromName(name)) {
            set(*column, text);
        }
    }
    [[nodiscard]] std::string_view operator[](Column column) const { return m_texts[static_cast<std::size_t>(column)]; }
    // The first of two that says something.
    [[nodiscard]] std::string_view first(Column preferred, Column other) const
    {
        return (*this)[preferred].empty() ? (*this)[other] : (*this)[preferred];
    }
    // Whether the row has the column at all, even without a text in it.
    [[nodiscard]] bool has(Column column) const { return (m_named >> static_cast<unsigned>(column) & 1U) != 0; }
    [[nodiscard]] bool empty() const { return m_named == 0; }
    void clear() { *this = Row{}; }

private:
    static_assert(static_cast<std::size_t>(Column::count) <= 64);
    std::array<std::string_view, static_cast<std::size_t>(Column::count)> m_texts{};
    std::uint64_t m_named = 0;
};

}   // namespace offramp::fleet
