#include "platform/windows/windows_registry.h"

#include "base/text.h"
#include "platform/registry_data.h"
#include "platform/windows/wide_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace offramp {

std::string expanded(std::string_view text)
{
    if (text.find('%') == std::string_view::npos) {
        return std::string(text);
    }
    const std::wstring wide = toWide(text);
    std::wstring result(32768, L'\0');   // the longest there can be
    const DWORD length = ::ExpandEnvironmentStringsW(wide.c_str(), result.data(), static_cast<DWORD>(result.size()));
    if (length == 0 || length > result.size()) {
        return std::string(text);
    }
    result.resize(length - 1);
    return toUtf8(result);
}

WindowsRegistry::Place WindowsRegistry::placeOf(std::string_view path) const
{
    if (m_offline.empty()) {
        return {HKEY_USERS, path};
    }
    const std::size_t end = std::min(path.find('\\'), path.size());
    const auto offline = m_offline.find(text::fold(path.substr(0, end)));
    if (offline == m_offline.end() || !offline->second) {
        return {HKEY_USERS, path};
    }
    std::string_view rest = path.substr(std::min(end + 1, path.size()));
    // A person's classes are a file of their own, which Windows shows at this place of the tree.
    constexpr std::string_view classes = R"(Software\Classes)";
    const bool inClasses = text::startsWithFolded(rest, classes)
                           && (rest.size() == classes.size() || rest[classes.size()] == '\\')
                           && offline->second->classes() != nullptr;
    if (inClasses) {
        return {offline->second->classes(), rest.substr(std::min(classes.size() + 1, rest.size()))};
    }
    return {offline->second->person(), rest};
}

Result<UniqueKey> WindowsRegistry::open(const RegistryKey& key, KeyAccess access, const std::string& shown) const
{
    std::string_view path = shown;
    path.remove_prefix(std::min(path.find('\\'), path.size() - 1) + 1);
    if (key.path.empty()) {
        path = {};
    }
    if (key.hive == Hive::localMachine) {
        return openKey(HKEY_LOCAL_MACHINE, path, access, shown);
    }
    const Place place = placeOf(path);
    return openKey(place.root, place.path, access, shown);
}

Result<std::vector<std::string>> WindowsRegistry::subkeys(const RegistryKey& key) const
{
    const std::string shown = key.display();
    const Result<UniqueKey> opened = open(key, KeyAccess::names, shown);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    return m_reader.subkeys(opened->get(), shown);
}

Result<std::vector<RegistryValue>> WindowsRegistry::values(const RegistryKey& key) const
{
    const std::string shown = key.display();
    const Result<UniqueKey> opened = open(key, KeyAccess::values, shown);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    return m_reader.values(opened->get(), shown);
}

Result<std::vector<UserHive>> WindowsRegistry::userHives() const
{
    const auto loaded = subkeys({Hive::users, RegistryView::native64, {}});
    const RegistryKey profiles{Hive::localMachine, RegistryView::native64, std::string(profileListPath)};
    const auto listed = subkeys(profiles);
    if (!loaded) {
        return tl::unexpected(loaded.error());
    }
    std::vector<UserHive> hives;
    for (const std::string& sid : *loaded) {
        if (isPersonSid(sid)) {
            hives.push_back({sid, {}, true});
        }
    }
    for (const std::string& sid : listed.value_or(std::vector<std::string>{})) {
        if (!isPersonSid(sid)) {
            continue;
        }
        const auto known = std::find_if(hives.begin(), hives.end(),
                                        [&](const UserHive& hive) { return text::equalsFolded(hive.sid, sid); });
        const std::vector<RegistryValue> profile = values(profiles.child(sid)).value_or(std::vector<RegistryValue>{});
        UserHive& hive = known != hives.end() ? *known : hives.emplace_back(UserHive{sid, {}, false});
        hive.userName = userNameFrom(profile);
        if (!hive.loaded) {
            hive.loaded = readSignedOut(sid, profile);
        }
    }
    return hives;
}

bool WindowsRegistry::readSignedOut(const std::string& sid, const std::vector<RegistryValue>& profile) const
{
    if (m_signedOut == SignedOutPeople::areLeftOut) {
        return false;
    }
    const auto [place, added] = m_offline.try_emplace(text::fold(sid));
    if (added) {
        if (const std::string folder = expanded(profileFolderFrom(profile)); !folder.empty()) {
            if (Result<OfflineHive> hive = OfflineHive::open(folder)) {
                place->second = std::make_unique<OfflineHive>(std::move(*hive));
            }
        }
    }
    return place->second != nullptr;
}

}   // namespace offramp
