#include "inventory/sources/browser_extensions.h"

#include "base/text.h"
#include "inventory/report_builder.h"
#include "inventory/sources/browser_registry.h"
#include "inventory/sources/sources.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace offramp::sources {

namespace {

constexpr std::size_t manifestLimit = std::size_t{1} << 20;
constexpr std::size_t addonsLimit = std::size_t{64} << 20;

// Folders below a home that hold browser profiles, in the spelling of Unix; Windows uses backslashes.
struct BrowserFolders {
    std::span<const std::string_view> chromium;   // profiles are children, or the folder itself (Opera)
    std::span<const std::string_view> firefox;    // profiles are children
};

constexpr std::array<std::string_view, 11> windowsChromium{"AppData/Local/Google/Chrome/User Data",
                                                           "AppData/Local/Google/Chrome Beta/User Data",
                                                           "AppData/Local/Google/Chrome SxS/User Data",
                                                           "AppData/Local/Microsoft/Edge/User Data",
                                                           "AppData/Local/BraveSoftware/Brave-Browser/User Data",
                                                           "AppData/Local/Vivaldi/User Data",
                                                           "AppData/Local/Chromium/User Data",
                                                           "AppData/Local/Yandex/YandexBrowser/User Data",
                                                           "AppData/Local/Opera Software/Opera Stable",
                                                           "AppData/Roaming/Opera Software/Opera Stable",
                                                           "AppData/Roaming/Opera Software/Opera GX Stable"};
constexpr std::array<std::string_view, 1> windowsFirefox{"AppData/Roaming/Mozilla/Firefox/Profiles"};

constexpr std::array<std::string_view, 10> linuxChromium{".config/google-chrome",
                                                         ".config/google-chrome-beta",
                                                         ".config/chromium",
                                                         ".config/microsoft-edge",
                                                         ".config/BraveSoftware/Brave-Browser",
                                                         ".config/vivaldi",
                                                         ".config/opera",
                                                         "snap/chromium/common/chromium",
                                                         ".var/app/com.google.Chrome/config/google-chrome",
                                                         ".var/app/org.chromium.Chromium/config/chromium"};
constexpr std::array<std::string_view, 4> linuxFirefox{".mozilla/firefox", ".config/mozilla/firefox",
                                                       "snap/firefox/common/.mozilla/firefox",
                                                       ".var/app/org.mozilla.firefox/.mozilla/firefox"};

constexpr std::array<std::string_view, 6> macosChromium{"Library/Application Support/Google/Chrome",
                                                        "Library/Application Support/Microsoft Edge",
                                                        "Library/Application Support/BraveSoftware/Brave-Browser",
                                                        "Library/Application Support/Vivaldi",
                                                        "Library/Application Support/Chromium",
                                                        "Library/Application Support/com.operasoftware.Opera"};
constexpr std::array<std::string_view, 1> macosFirefox{"Library/Application Support/Firefox/Profiles"};

BrowserFolders foldersOf(OsFamily os)
{
    switch (os) {
    case OsFamily::windows: return {windowsChromium, windowsFirefox};
    case OsFamily::macos: return {macosChromium, macosFirefox};
    case OsFamily::linux: break;
    }
    return {linuxChromium, linuxFirefox};
}

bool isProfileName(std::string_view name)
{
    return name == "Default" || name.starts_with("Profile ") || name == "Guest Profile";
}

// nlohmann's parser throws only when asked to; wrong types are looked at before they are used.
nlohmann::json parse(std::string_view bytes)
{
    return nlohmann::json::parse(bytes, nullptr, false);
}

std::string member(const nlohmann::json& object, std::string_view name)
{
    if (!object.is_object()) {
        return {};
    }
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

class ProfileReader {
public:
    ProfileReader(const Host& host, ReportBuilder& report, const std::stop_token& stop)
        : m_files(host.files()), m_report(report), m_stop(stop),
          m_separator(host.machine().os == OsFamily::windows ? '\\' : '/')
    {}

    void readHome(const std::string& home, const BrowserFolders& folders)
    {
        const std::size_t at = home.find_last_of("/\\");
        m_account = home.substr(at == std::string::npos ? 0 : at + 1);
        for (const std::string_view folder : folders.chromium) {
            readChromium(join(home, native(folder)));
        }
        for (const std::string_view folder : folders.firefox) {
            readFirefox(join(home, native(folder)));
        }
    }

private:
    std::string native(std::string_view folder) const
    {
        std::string spelled(folder);
        std::replace(spelled.begin(), spelled.end(), '/', m_separator);
        return spelled;
    }
    std::string join(const std::string& folder, std::string_view name) const
    {
        return std::string(folder).append(1, m_separator).append(name);
    }
    // Names of the folders in a folder; none when it is not there.
    std::vector<std::string> foldersIn(const std::string& folder)
    {
        std::vector<std::string> names;
        const Result<std::vector<DirectoryEntry>> entries = m_files.list(folder);
        if (!entries) {
            m_report.failedForUser(entries.error());
            return names;
        }
        m_report.read(0);
        for (const DirectoryEntry& entry : *entries) {
            if (entry.directory) {
                names.push_back(entry.name);
            }
        }
        return names;
    }
    bool stopped()
    {
        if (m_stop.stop_requested() && !m_told) {
            m_report.stopped();
            m_told = true;
        }
        return m_told;
    }
    void readChromium(const std::string& folder)
    {
        for (const std::string& name : foldersIn(folder)) {
            if (isProfileName(name)) {
                readExtensions(join(join(folder, name), "Extensions"));
            } else if (name == "Extensions") {
                readExtensions(join(folder, name));
            }
        }
    }
    void readExtensions(const std::string& folder)
    {
        const std::vector<std::string> ids = foldersIn(folder);
        m_report.read(ids.size());
        for (const std::string& id : ids) {
            if (stopped()) {
                return;
            }
            std::string newest;
            for (const std::string& version : foldersIn(join(folder, id))) {
                if (newest.empty() || isNewerVersion(version, newest)) {
                    newest = version;
                }
            }
            if (newest.empty() || id == "Temp") {
                continue;
            }
            const std::string place = join(join(folder, id), newest);
            const std::string file = join(place, "manifest.json");
            const Result<std::string> content = m_files.read(file, manifestLimit);
            ExtensionManifest manifest;
            if (content) {
                manifest = decodeExtensionManifest(*content);
            } else {
                m_report.failedForUser(content.error());
            }
            add(id, std::move(manifest.name), std::move(manifest.version), place, file);
        }
    }
    void readFirefox(const std::string& folder)
    {
        for (const std::string& profile : foldersIn(folder)) {
            const std::string file = join(join(folder, profile), "extensions.json");
            const Result<std::string> content = m_files.read(file, addonsLimit);
            if (!content) {
                m_report.failedForUser(content.error());
                continue;
            }
            FirefoxAddons decoded = decodeFirefoxAddons(*content);
            m_report.read(decoded.addons.size());
            if (!decoded.intact) {
                m_report.damaged({ErrorCode::malformed, file, 0});
            }
            for (FirefoxAddon& addon : decoded.addons) {
                add(addon.id, std::move(addon.name), std::move(addon.version), addon.path, file);
            }
        }
    }
    void add(const std::string& id, std::string name, std::string version, const std::string& place,
             const std::string& readFrom)
    {
        Evidence seen;
        seen.kind = EvidenceKind::browserExtension;
        seen.source = SourceKind::browserExtensions;
        seen.id = id;
        seen.name = std::move(name);
        seen.version = std::move(version);
        seen.location = place;
        seen.readFrom = readFrom;
        seen.scope = Scope::user;
        seen.account = m_account;
        m_report.add(std::move(seen));
    }

    const Files& m_files;
    ReportBuilder& m_report;
    const std::stop_token& m_stop;
    char m_separator;
    std::string m_account;
    bool m_told = false;
};

}   // namespace

ExtensionManifest decodeExtensionManifest(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    const nlohmann::json json = parse(bytes);
    ExtensionManifest manifest{member(json, "name"), member(json, "version")};
    if (manifest.name.starts_with("__MSG_")) {
        manifest.name.clear();
    }
    return manifest;
}

FirefoxAddons decodeFirefoxAddons(std::string_view bytes)
{
    FirefoxAddons decoded;
    const nlohmann::json json = parse(bytes);
    const auto list = json.is_object() ? json.find("addons") : json.end();
    if (list == json.end() || !list->is_array()) {
        return decoded;
    }
    decoded.intact = true;
    for (const nlohmann::json& entry : *list) {
        const std::string type = member(entry, "type");
        FirefoxAddon addon{member(entry, "id"), member(entry, "name"), member(entry, "version"), member(entry, "path")};
        if (const auto locale = entry.is_object() ? entry.find("defaultLocale") : entry.end();
            addon.name.empty() && locale != entry.end()) {
            addon.name = member(*locale, "name");
        }
        if (!addon.id.empty() && (type.empty() || type == "extension")) {
            decoded.addons.push_back(std::move(addon));
        }
    }
    return decoded;
}

bool isNewerVersion(std::string_view left, std::string_view right)
{
    const std::vector<std::string_view> ours = text::split(left, '.');
    const std::vector<std::string_view> theirs = text::split(right, '.');
    for (std::size_t at = 0; at < std::min(ours.size(), theirs.size()); ++at) {
        if (ours[at] != theirs[at]) {
            // Without leading zeros the longer number is the larger one.
            return ours[at].size() != theirs[at].size() ? ours[at].size() > theirs[at].size() : ours[at] > theirs[at];
        }
    }
    return ours.size() > theirs.size();
}

SourceReport readBrowserExtensions(const Host& host, std::stop_token stop)
{
    ReportBuilder report(SourceKind::browserExtensions);
    const OsFamily os = host.machine().os;
    const Result<std::vector<std::string>> homes = host.homeFolders();
    if (homes) {
        ProfileReader reader(host, report, stop);
        for (const std::string& home : *homes) {
            reader.readHome(home, foldersOf(os));
        }
    } else {
        report.failedForUser(homes.error());
    }
    if (os == OsFamily::windows) {
        readBrowserRegistry(host, report, stop);
    }
    return report.finish(Coverage::complete);
}

}   // namespace offramp::sources
