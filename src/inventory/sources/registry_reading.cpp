#include "inventory/sources/registry_reading.h"

#include "base/text.h"
#include "platform/registry_data.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace offramp::sources {

namespace {

// What is missing of a person's tree leaves the machine's own part whole.
void tellFailure(ReportBuilder& report, const RegistryKey& key, const Error& error)
{
    if (key.hive == Hive::users) {
        report.failedForUser(error);
    } else {
        report.failed(error);
    }
}

}   // namespace

std::string textOf(const RegistryValue& value)
{
    using Type = RegistryValue::Type;
    std::string_view text;
    switch (value.type) {
    case Type::string:
    case Type::expandString: text = value.text; break;
    case Type::multiString: text = value.texts.empty() ? std::string_view{} : value.texts.front(); break;
    case Type::dword:
    case Type::qword: return std::to_string(value.number);
    case Type::none:
    case Type::binary:
    case Type::other: break;
    }
    // Windows itself stops at the first NUL; what hides behind one is never shown to anybody.
    return std::string(text::trim(text.substr(0, text.find('\0'))));
}

std::optional<std::uint64_t> numberOf(const RegistryValue& value)
{
    if (value.type == RegistryValue::Type::dword || value.type == RegistryValue::Type::qword) {
        return value.number;
    }
    const std::string text = textOf(value);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

const RegistryValue* RegistryValues::find(std::string_view name) const
{
    return offramp::findValue(m_values, name);
}

std::string RegistryValues::text(std::string_view name) const
{
    const RegistryValue* value = find(name);
    return value == nullptr ? std::string{} : textOf(*value);
}

std::optional<std::uint64_t> RegistryValues::number(std::string_view name) const
{
    const RegistryValue* value = find(name);
    return value == nullptr ? std::nullopt : numberOf(*value);
}

std::optional<RegistryValues> readValues(const Registry& registry, const RegistryKey& key, ReportBuilder& report)
{
    Result<std::vector<RegistryValue>> values = registry.values(key);
    if (!values) {
        tellFailure(report, key, values.error());
        return std::nullopt;
    }
    report.read(1);
    return RegistryValues(std::move(*values));
}

std::optional<std::vector<std::string>> readSubkeys(const Registry& registry, const RegistryKey& key,
                                                    ReportBuilder& report)
{
    Result<std::vector<std::string>> names = registry.subkeys(key);
    if (!names) {
        tellFailure(report, key, names.error());
        return std::nullopt;
    }
    report.read(names->size());
    return std::move(*names);
}

PlaceOutcome visitSubkeys(const Registry& registry, const RegistryKey& parent, ReportBuilder& report,
                          const std::stop_token& stop, const KeyVisitor& visit)
{
    Result<std::vector<std::string>> names = registry.subkeys(parent);
    if (!names) {
        tellFailure(report, parent, names.error());
        return names.error().code == ErrorCode::notFound ? PlaceOutcome::absent : PlaceOutcome::incomplete;
    }
    report.read(names->size());
    PlaceOutcome outcome = PlaceOutcome::read;
    for (const std::string& name : *names) {
        if (stop.stop_requested()) {
            report.stopped();
            return PlaceOutcome::incomplete;
        }
        const RegistryKey key = parent.child(name);
        Result<std::vector<RegistryValue>> values = registry.values(key);
        if (values) {
            visit(name, key, RegistryValues(std::move(*values)));
        } else if (values.error().code != ErrorCode::notFound) {
            tellFailure(report, parent, values.error());
            outcome = PlaceOutcome::incomplete;
        }
    }
    return outcome;
}

bool reportDamage(const Registry& registry, ReportBuilder& report)
{
    const std::vector<Error> damage = registry.damage();
    for (const Error& error : damage) {
        report.damaged(error);
    }
    return !damage.empty();
}

std::vector<UserHive> loadedHives(const Registry& registry, ReportBuilder& report, SignedOutUsers policy)
{
    Result<std::vector<UserHive>> hives = registry.userHives();
    if (!hives) {
        report.failedForUser(hives.error());
        return {};
    }
    std::vector<UserHive> loaded;
    for (UserHive& hive : *hives) {
        if (hive.loaded) {
            loaded.push_back(std::move(hive));
        } else if (policy == SignedOutUsers::areAFault) {
            const std::string who = hive.userName.empty() ? hive.sid : hive.userName;
            report.failedForUser({ErrorCode::accessDenied, "user " + who + " is signed out", 0});
        }
    }
    return loaded;
}

RegistryKey machineKey(std::string_view path, RegistryView view)
{
    return RegistryKey{Hive::localMachine, view, std::string(path)};
}

RegistryKey userKey(const UserHive& hive, std::string_view path)
{
    return RegistryKey{Hive::users, RegistryView::native64, hive.sid}.child(path);
}

std::optional<Day> installDay(std::string_view text)
{
    const auto digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (text.size() != 8 || !std::all_of(text.begin(), text.end(), digit)) {
        return std::nullopt;
    }
    const std::string written =
        std::string(text.substr(0, 4)).append("-").append(text.substr(4, 2)).append("-").append(text.substr(6, 2));
    const Result<Day> day = parseDay(written);
    return day ? std::optional<Day>{*day} : std::nullopt;
}

std::string guidFrom(std::string_view text)
{
    if (text.starts_with('{') && text.ends_with('}')) {
        text = text.substr(1, text.size() - 2);
    }
    if (text.size() != 36) {
        return {};
    }
    std::string guid = "{";
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
        const bool lower = letter >= 'a' && letter <= 'f';
        const bool hex = (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'F') || lower;
        if (dash ? letter != '-' : !hex) {
            return {};
        }
        guid += lower ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
    return guid + '}';
}

}   // namespace offramp::sources
