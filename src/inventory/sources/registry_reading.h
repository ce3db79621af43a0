// Reading keys of the registry the way every Windows source does: once each, telling the report what was refused.
#pragma once

#include "inventory/report_builder.h"
#include "platform/host.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::sources {

// The text of a value as Windows would show it: cut at the first NUL, trimmed; numbers in decimal; the first line of
// a list. Empty for bytes.
[[nodiscard]] std::string textOf(const RegistryValue& value);
// A number, or a text that is one in decimal.
[[nodiscard]] std::optional<std::uint64_t> numberOf(const RegistryValue& value);

// Values of one key by name, ignoring case.
class RegistryValues {
public:
    explicit RegistryValues(std::vector<RegistryValue> values) : m_values(std::move(values)) {}

    [[nodiscard]] const RegistryValue* find(std::string_view name) const;
    [[nodiscard]] std::string text(std::string_view name) const;
    [[nodiscard]] std::optional<std::uint64_t> number(std::string_view name) const;
    [[nodiscard]] const std::vector<RegistryValue>& all() const { return m_values; }

private:
    std::vector<RegistryValue> m_values;
};

enum class PlaceOutcome { read, absent, incomplete };

// Values of one key. Empty when they could not be read; the builder then knows why, and a missing key is no fault.
[[nodiscard]] std::optional<RegistryValues> readValues(const Registry& registry, const RegistryKey& key,
                                                       ReportBuilder& report);

// Names of the subkeys, likewise.
[[nodiscard]] std::optional<std::vector<std::string>> readSubkeys(const Registry& registry, const RegistryKey& key,
                                                                  ReportBuilder& report);

using KeyVisitor = std::function<void(const std::string& name, const RegistryKey& key, const RegistryValues& values)>;

// Calls the visitor with every direct subkey. A subkey that vanished since it was listed is no fault.
PlaceOutcome visitSubkeys(const Registry& registry, const RegistryKey& parent, ReportBuilder& report,
                          const std::stop_token& stop, const KeyVisitor& visit);

// Tells the builder what the registry says about its own damage; true when there is any.
bool reportDamage(const Registry& registry, ReportBuilder& report);

enum class SignedOutUsers { areAFault, areSkipped };

// Trees of the people whose registry is loaded. `areAFault` tells the builder of those that are not.
[[nodiscard]] std::vector<UserHive> loadedHives(const Registry& registry, ReportBuilder& report, SignedOutUsers policy);

// "hklm" key in one of the two halves, or a key in a person's tree.
[[nodiscard]] RegistryKey machineKey(std::string_view path, RegistryView view = RegistryView::native64);
[[nodiscard]] RegistryKey userKey(const UserHive& hive, std::string_view path);

// yyyymmdd as uninstall entries keep it; empty for anything else.
[[nodiscard]] std::optional<Day> installDay(std::string_view text);

// "{7911E943-32CC-45D0-A29C-56E6EF762275}" in capitals when the text is a GUID with or without braces; else empty.
[[nodiscard]] std::string guidFrom(std::string_view text);

}   // namespace offramp::sources
