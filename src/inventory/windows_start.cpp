#include "inventory/windows_start.h"

#include "base/text.h"
#include "inventory/sources/registry_reading.h"
#include "inventory/sources/windows_paths.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace offramp {

namespace {

using sources::machineKey;
using sources::RegistryValues;

constexpr std::string_view servicesPath = R"(SYSTEM\CurrentControlSet\Services)";
constexpr std::string_view classesPath = R"(SYSTEM\CurrentControlSet\Control\Class)";
constexpr std::string_view adapterClass = "{4d36e972-e325-11ce-bfc1-08002be10318}";
constexpr std::string_view networkPath =
    R"(SYSTEM\CurrentControlSet\Control\Network\{4d36e974-e325-11ce-bfc1-08002be10318})";
constexpr std::string_view sessionManager = R"(SYSTEM\CurrentControlSet\Control\Session Manager)";

bool isText(const RegistryValue& value)
{
    return value.type == RegistryValue::Type::string || value.type == RegistryValue::Type::expandString;
}

// As the kernel completes it: without a path drivers lie in System32\drivers, and what is relative begins at the folder
// of Windows. Not a command line: blanks belong to the name.
std::string driverFile(const std::string& service, const RegistryValues& values, const std::string& windows)
{
    const RegistryValue* const image = values.find("ImagePath");
    if (image == nullptr || (isText(*image) && image->text.empty())) {
        return windows + R"(\System32\drivers\)" + service + ".sys";
    }
    if (!isText(*image)) {
        return {};
    }
    const std::string written = sources::textOf(*image);
    if (const std::string absolute = sources::absolutePath(written, windows); !absolute.empty()) {
        return absolute;
    }
    const bool relative = !written.empty() && written.find_first_of(":%\"") == std::string::npos
                          && !written.starts_with('\\') && !written.starts_with('/');
    return relative ? windows + '\\' + written : std::string();
}

class Reading {
public:
    explicit Reading(const Host& host) : m_registry(host.registry()), m_windows(sources::windowsFolder(host)) {}

    WindowsStart taken()
    {
        for (const Error& damage : m_registry.damage()) {
            m_start.unread.push_back(damage.context);
        }
        readServices();
        readClasses();
        readNetwork();
        readWaitingFiles();
        return std::move(m_start);
    }

private:
    // None when the key is not there or could not be read; the latter is told.
    std::optional<RegistryValues> valuesOf(const RegistryKey& key)
    {
        auto values = m_registry.values(key);
        if (values) {
            return RegistryValues(std::move(*values));
        }
        if (values.error().code != ErrorCode::notFound) {
            m_start.unread.push_back(key.display());
        }
        return std::nullopt;
    }
    std::vector<std::string> subkeysOf(const RegistryKey& key)
    {
        auto names = m_registry.subkeys(key);
        if (!names && names.error().code != ErrorCode::notFound) {
            m_start.unread.push_back(key.display());
        }
        return names ? std::move(*names) : std::vector<std::string>{};
    }

    void readServices()
    {
        const RegistryKey services = machineKey(servicesPath);
        const auto names = m_registry.subkeys(services);
        if (!names) {
            // No Windows is without services: a key that is not there was not recorded.
            m_start.unread.push_back(services.display());
            return;
        }
        m_start.servicesRead = true;
        for (const std::string& name : *names) {
            const RegistryKey key = services.child(name);
            auto values = m_registry.values(key);
            if (values) {
                m_start.services.push_back(serviceOf(name, key, RegistryValues(std::move(*values))));
            } else if (values.error().code != ErrorCode::notFound) {
                StartService unread;
                unread.name = name;
                unread.key = key.display();
                unread.readable = false;
                unread.driver = true;
                m_start.services.push_back(std::move(unread));
            }
        }
    }
    StartService serviceOf(const std::string& name, const RegistryKey& key, const RegistryValues& values) const
    {
        constexpr std::uint64_t programTypes = 0x10 | 0x20;
        StartService service;
        service.name = name;
        service.key = key.display();
        const auto type = values.number("Type");
        service.driver = !type || (*type & programTypes) == 0;
        service.start = values.number("Start");
        service.errorControl = values.number("ErrorControl");
        service.deleting = values.number("DeleteFlag").value_or(0) != 0;
        // Settings of performance counters and the like are kept here too and name no kind, no start and no file.
        const bool entry = type || service.start || values.find("ImagePath") != nullptr;
        service.driver = service.driver && entry;
        service.file = service.driver ? driverFile(name, values, m_windows) : std::string();
        return service;
    }

    // The names in a value; a text counts as one name, as it does for Windows.
    std::vector<std::string> namesIn(const RegistryValue& value, const std::string& place)
    {
        std::vector<std::string> names;
        if (value.type == RegistryValue::Type::multiString) {
            names = value.texts;
        } else if (isText(value)) {
            names = {value.text};
        } else {
            m_start.notLists.push_back(place);
        }
        for (std::string& name : names) {
            name = std::string(text::trim(std::string_view(name).substr(0, name.find('\0'))));
        }
        names.erase(std::remove(names.begin(), names.end(), std::string()), names.end());
        return names;
    }

    void readClasses()
    {
        const RegistryKey classes = machineKey(classesPath);
        const auto names = m_registry.subkeys(classes);
        if (!names) {
            m_start.unread.push_back(classes.display());
            return;
        }
        for (const std::string& name : *names) {
            const RegistryKey key = classes.child(name);
            const auto values = valuesOf(key);
            for (const std::string_view list : {"UpperFilters", "LowerFilters"}) {
                const RegistryValue* const value = values ? values->find(list) : nullptr;
                if (value == nullptr) {
                    continue;
                }
                const std::string place = key.display().append("\\").append(list);
                for (std::string& driver : namesIn(*value, place)) {
                    m_start.filters.push_back({place, std::move(driver)});
                }
            }
        }
    }

    void readNetwork()
    {
        const RegistryKey network = machineKey(networkPath);
        for (const std::string& name : subkeysOf(network)) {
            if (sources::guidFrom(name).empty()) {
                continue;   // "Descriptions"
            }
            const RegistryKey key = network.child(name);
            const auto values = valuesOf(key);
            if (!values) {
                continue;
            }
            StartNetworkFilter filter;
            filter.key = key.display();
            filter.id = values->text("ComponentId");
            filter.name = values->text("Description");
            if (const auto binding = valuesOf(key.child("Ndi"))) {
                constexpr std::uint64_t optionalFilter = 2;   // FilterRunType: 1 mandatory, 2 optional
                filter.service = binding->text("Service");
                filter.mandatory = binding->number("FilterRunType") != optionalFilter;
            }
            m_guids.emplace_back(text::fold(name), m_start.network.size());
            m_start.network.push_back(std::move(filter));
        }
        if (!m_guids.empty()) {
            readBindings();
        }
    }
    // Adapters name their filters as "{adapter}-{filter}-0000". What cannot be read here takes nothing away from what
    // the filter itself says.
    void readBindings()
    {
        const RegistryKey adapters = machineKey(classesPath).child(adapterClass);
        const auto numbers = m_registry.subkeys(adapters);
        for (const std::string& number : numbers.value_or(std::vector<std::string>{})) {
            const RegistryKey key = adapters.child(number).child("Linkage");
            auto read = m_registry.values(key);
            const RegistryValues values(read ? std::move(*read) : std::vector<RegistryValue>{});
            const RegistryValue* const list = values.find("FilterList");
            if (list == nullptr || list->type != RegistryValue::Type::multiString) {
                continue;
            }
            for (const auto& [guid, at] : m_guids) {
                const std::string& wanted = guid;
                const bool named = std::any_of(list->texts.begin(), list->texts.end(), [&](const std::string& entry) {
                    return text::fold(entry).find(wanted) != std::string::npos;
                });
                if (named) {
                    m_start.network[at].bound.push_back(key.display() + R"(\FilterList)");
                }
            }
        }
    }

    // Names of files to delete, and of files to move with where they go.
    void readWaitingFiles()
    {
        auto read = m_registry.values(machineKey(sessionManager));
        if (!read) {
            if (read.error().code != ErrorCode::notFound) {
                m_start.waitingUnread = machineKey(sessionManager).display();
            }
            return;
        }
        const RegistryValues values(std::move(*read));
        for (const std::string_view name : {"PendingFileRenameOperations", "PendingFileRenameOperations2"}) {
            const RegistryValue* const value = values.find(name);
            for (const std::string& file : value == nullptr ? std::vector<std::string>{} : value->texts) {
                std::string_view path(file);
                if (path.starts_with('!')) {
                    path.remove_prefix(1);
                }
                if (const std::string absolute = sources::absolutePath(path, m_windows); !absolute.empty()) {
                    m_start.filesInTheWay.insert(text::foldPath(absolute));
                }
            }
        }
    }

    const Registry& m_registry;
    std::string m_windows;
    WindowsStart m_start;
    std::vector<std::pair<std::string, std::size_t>> m_guids;   // folded, of which network filter
};

}   // namespace

WindowsStart readWindowsStart(const Host& host)
{
    return Reading(host).taken();
}

}   // namespace offramp
