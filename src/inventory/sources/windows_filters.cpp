#include "inventory/sources/windows_filters.h"

#include "base/text.h"
#include "inventory/sources/registry_reading.h"
#include "inventory/sources/sources.h"

#include <algorithm>
#include <array>
#include <utility>

namespace offramp::sources {

namespace {

constexpr std::string_view classesPath = R"(SYSTEM\CurrentControlSet\Control\Class)";
constexpr std::string_view adapterClass = "{4d36e972-e325-11ce-bfc1-08002be10318}";
constexpr std::string_view networkFiltersPath =
    R"(SYSTEM\CurrentControlSet\Control\Network\{4d36e974-e325-11ce-bfc1-08002be10318})";
constexpr std::string_view policyPath = R"(SYSTEM\CurrentControlSet\Services\BFE\Parameters\Policy\Persistent)";

std::vector<std::string> namesIn(const RegistryValue& value)
{
    if (value.type == RegistryValue::Type::multiString) {
        return value.texts;
    }
    const std::string single = textOf(value);   // some setups write one name as a plain text
    return single.empty() ? std::vector<std::string>{} : std::vector<std::string>{single};
}

void addClassFilters(const std::string& classGuid, const RegistryKey& key, const RegistryValues& values,
                     ReportBuilder& report)
{
    for (const std::string_view list : {"UpperFilters", "LowerFilters"}) {
        const RegistryValue* value = values.find(list);
        for (std::string& name : value == nullptr ? std::vector<std::string>{} : namesIn(*value)) {
            Evidence filter;
            filter.kind = EvidenceKind::classFilter;
            filter.source = SourceKind::windowsFilters;
            filter.id = std::move(name);
            filter.location = values.text("Class");
            if (filter.location.empty()) {
                filter.location = classGuid;
            }
            filter.readFrom = key.display().append("\\").append(list);
            report.add(std::move(filter));
        }
    }
}

// Adapters are numbered; other subkeys of the class are closed to everybody but the system.
bool isAdapterNumber(std::string_view name)
{
    return name.size() == 4
           && std::all_of(name.begin(), name.end(), [](char sign) { return sign >= '0' && sign <= '9'; });
}

void readAdapters(const Registry& registry, ReportBuilder& report, const std::stop_token& stop)
{
    const RegistryKey adapters = machineKey(classesPath).child(adapterClass);
    const std::optional<std::vector<std::string>> names = readSubkeys(registry, adapters, report);
    for (const std::string& name : names.value_or(std::vector<std::string>{})) {
        if (stop.stop_requested()) {
            report.stopped();
            return;
        }
        if (!isAdapterNumber(name)) {
            continue;
        }
        const RegistryKey key = adapters.child(name);
        const std::optional<RegistryValues> values = readValues(registry, key, report);
        if (!values) {
            continue;
        }
        Evidence adapter;
        adapter.kind = EvidenceKind::networkAdapter;
        adapter.source = SourceKind::windowsFilters;
        adapter.id = values->text("ComponentId");
        if (adapter.id.empty()) {
            adapter.id = name;
        }
        adapter.name = values->text("DriverDesc");
        adapter.publisher = values->text("ProviderName");
        adapter.version = values->text("DriverVersion");
        adapter.readFrom = key.display();
        report.add(std::move(adapter));
    }
}

void readPolicy(const Registry& registry, ReportBuilder& report)
{
    for (const std::string_view kind : {"Provider", "SubLayer"}) {
        const RegistryKey key = machineKey(policyPath).child(kind);
        const std::optional<RegistryValues> values = readValues(registry, key, report);
        if (!values) {
            continue;
        }
        for (const RegistryValue& value : values->all()) {
            Evidence filter;
            filter.kind = EvidenceKind::networkFilter;
            filter.source = SourceKind::windowsFilters;
            filter.id = value.name;
            filter.name = displayNameIn(value.bytes);
            filter.readFrom = key.display();
            report.add(std::move(filter));
        }
    }
}

// Latin and Cyrillic only: plain text read from an odd place looks like Chinese.
bool isLetterUnit(unsigned unit)
{
    return (unit >= '0' && unit <= '9') || (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z')
           || (unit >= 0xC0 && unit <= 0xFF) || (unit >= 0x400 && unit <= 0x4FF);
}

bool isTextUnit(unsigned unit)
{
    return (unit >= 0x20 && unit <= 0x7E) || (unit >= 0xA0 && unit <= 0xBF) || isLetterUnit(unit);
}

std::string firstRun(std::string_view bytes)
{
    constexpr std::size_t shortest = 4;
    std::size_t begin = 0;
    std::size_t letters = 0;
    for (std::size_t at = 0; at + 1 < bytes.size() + 2; at += 2) {
        const bool inside = at + 1 < bytes.size();
        const auto byte = [&](std::size_t place) { return unsigned{static_cast<unsigned char>(bytes[place])}; };
        const unsigned unit = inside ? byte(at) | (byte(at + 1) << 8) : 0;
        if (inside && isTextUnit(unit)) {
            letters += isLetterUnit(unit) ? 1 : 0;
            continue;
        }
        if (const std::size_t length = (at - begin) / 2; length >= shortest && letters * 2 >= length) {
            return text::fromUtf16le(bytes.substr(begin, at - begin));
        }
        begin = at + 2;
        letters = 0;
    }
    return {};
}

}   // namespace

std::string displayNameIn(std::string_view bytes)
{
    std::string name = firstRun(bytes);
    if (name.empty() && !bytes.empty()) {
        name = firstRun(bytes.substr(1));   // nothing promises that texts start at an even place
    }
    return std::string(text::trim(name));
}

SourceReport readWindowsFilters(const Host& host, std::stop_token stop)
{
    ReportBuilder report(SourceKind::windowsFilters);
    const Registry& registry = host.registry();
    reportDamage(registry, report);
    visitSubkeys(registry, machineKey(classesPath), report, stop,
                 [&](const std::string& name, const RegistryKey& key, const RegistryValues& values) {
                     addClassFilters(name, key, values, report);
                 });
    readAdapters(registry, report, stop);
    visitSubkeys(registry, machineKey(networkFiltersPath), report, stop,
                 [&](const std::string& name, const RegistryKey& key, const RegistryValues& values) {
                     Evidence filter;
                     filter.kind = EvidenceKind::networkFilter;
                     filter.source = SourceKind::windowsFilters;
                     filter.id = values.text("ComponentId");
                     if (filter.id.empty()) {
                         filter.id = name;
                     }
                     filter.name = values.text("Description");
                     filter.readFrom = key.display();
                     report.add(std::move(filter));
                 });
    readPolicy(registry, report);
    return report.finish(Coverage::complete);
}

}   // namespace offramp::sources
