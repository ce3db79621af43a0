#include "platform/home_folders.h"

#include "base/text.h"
#include "platform/registry_data.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace offramp {

namespace {

constexpr std::string_view windowsPath = R"(SOFTWARE\Microsoft\Windows NT\CurrentVersion)";

std::string textAt(const Registry& registry, std::string_view path, std::string_view name)
{
    const Result<std::vector<RegistryValue>> values =
        registry.values({Hive::localMachine, RegistryView::native64, std::string(path)});
    const RegistryValue* const found = values ? findValue(*values, name) : nullptr;
    return found == nullptr ? std::string{} : found->text;
}

bool startsWithDrive(std::string_view path)
{
    return path.size() >= 3 && path.substr(1, 2) == R"(:\)";
}

// Without the variables that mean the same for everybody; empty when others are left, which are a person's own, and for
// what is not on a drive.
std::string plainFolder(std::string folder, const std::string& windows)
{
    const std::array<std::pair<std::string_view, std::string>, 3> variables{
        {{"%SystemDrive%", windows.substr(0, 2)}, {"%SystemRoot%", windows}, {"%windir%", windows}}};
    for (const auto& [variable, meaning] : variables) {
        if (text::startsWithFolded(folder, variable)) {
            folder = meaning + folder.substr(variable.size());
            break;
        }
    }
    while (folder.size() > 3 && folder.ends_with('\\')) {
        folder.pop_back();
    }
    return startsWithDrive(folder) && folder.find('%') == std::string::npos ? folder : std::string{};
}

bool isThere(const Files& files, const std::string& folder)
{
    const Result<FileStatus> status = files.status(folder);
    return status ? status->directory : status.error().code == ErrorCode::accessDenied;
}

}   // namespace

bool isSharedHome(OsFamily os, std::string_view name)
{
    constexpr std::array<std::string_view, 9> shared{"public",     "default",        "default user",
                                                     "all users",  "defaultuser0",   "shared",
                                                     "lost+found", "defaultapppool", "wdagutilityaccount"};
    const std::string folded = os == OsFamily::linux ? std::string(name) : text::fold(name);
    return name.starts_with('.') || std::find(shared.begin(), shared.end(), folded) != shared.end();
}

Result<std::vector<std::string>> windowsHomes(const Registry& registry, const Files& files, std::string own)
{
    std::string windows = textAt(registry, windowsPath, "SystemRoot");
    if (!startsWithDrive(windows)) {
        windows = R"(C:\Windows)";
    }
    std::vector<std::string> candidates;
    std::set<std::string> known;   // folded; first those of services and of the system, which are no homes
    const RegistryKey profiles{Hive::localMachine, RegistryView::native64, std::string(profileListPath)};
    const Result<std::vector<std::string>> listed = registry.subkeys(profiles);
    for (const std::string& sid : listed ? *listed : std::vector<std::string>{}) {
        const Result<std::vector<RegistryValue>> profile = registry.values(profiles.child(sid));
        if (profile) {
            std::string folder = plainFolder(profileFolderFrom(*profile), windows);
            if (isPersonSid(sid)) {
                candidates.push_back(std::move(folder));
            } else {
                known.insert(text::fold(folder));
            }
        }
    }
    candidates.push_back(std::move(own));

    std::vector<std::string> homes;
    for (std::string& folder : candidates) {
        if (!folder.empty() && isThere(files, folder) && known.insert(text::fold(folder)).second) {
            homes.push_back(std::move(folder));
        }
    }

    const std::string usual = windows.substr(0, 2) + R"(\Users)";
    std::string parent = plainFolder(textAt(registry, profileListPath, "ProfilesDirectory"), windows);
    if (parent.empty() || text::equalsFolded(parent, usual)) {
        parent = usual;
    }
    const Result<std::vector<DirectoryEntry>> entries = files.list(parent);
    for (const DirectoryEntry& entry : entries ? *entries : std::vector<DirectoryEntry>{}) {
        std::string folder = parent + '\\' + entry.name;
        if (entry.directory && !isSharedHome(OsFamily::windows, entry.name)
            && known.insert(text::fold(folder)).second) {
            homes.push_back(std::move(folder));
        }
    }
    if (homes.empty() && !entries && entries.error().code != ErrorCode::notFound) {
        return tl::unexpected<Error>(entries.error());
    }
    if (homes.empty() && !entries && !listed && listed.error().code != ErrorCode::notFound) {
        return tl::unexpected<Error>(listed.error());
    }
    std::sort(homes.begin(), homes.end());
    return homes;
}

}   // namespace offramp
