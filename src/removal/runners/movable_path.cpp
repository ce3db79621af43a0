#include "removal/runners/movable_path.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace offramp {

namespace {

// With everything below them.
constexpr std::array<std::string_view, 7> closed{"/proc", "/sys", "/dev", "/run", "/boot", "/efi", "/lost+found"};

// As a whole; what is in them may go.
constexpr std::array<std::string_view, 58> shared{
    "/bin",
    "/etc",
    "/home",
    "/lib",
    "/lib32",
    "/lib64",
    "/libx32",
    "/media",
    "/mnt",
    "/opt",
    "/root",
    "/sbin",
    "/srv",
    "/tmp",
    "/usr",
    "/var",
    "/etc/apt",
    "/etc/cron.d",
    "/etc/default",
    "/etc/init.d",
    "/etc/ld.so.conf.d",
    "/etc/opt",
    "/etc/pam.d",
    "/etc/polkit-1",
    "/etc/profile.d",
    "/etc/ssl",
    "/etc/sysconfig",
    "/etc/systemd",
    "/etc/systemd/system",
    "/etc/systemd/user",
    "/usr/bin",
    "/usr/lib",
    "/usr/lib32",
    "/usr/lib64",
    "/usr/libexec",
    "/usr/local",
    "/usr/local/bin",
    "/usr/local/lib",
    "/usr/local/sbin",
    "/usr/local/share",
    "/usr/sbin",
    "/usr/share",
    "/usr/share/applications",
    "/usr/lib/systemd",
    "/usr/lib/systemd/system",
    "/usr/src",
    "/var/cache",
    "/var/lib",
    "/var/lib/dpkg",
    "/var/lib/rpm",
    "/var/lib/offramp",
    "/var/log",
    "/var/mail",
    "/var/opt",
    "/var/spool",
    "/var/tmp",
    "/var/www",
    "/lib/systemd/system",
};

// With everything below them: the package managers' and our own records.
constexpr std::array<std::string_view, 4> records{"/var/lib/dpkg", "/var/lib/rpm", "/var/lib/pacman",
                                                  "/var/lib/offramp"};

// A home and the folders of a home that hold other programs' things.
bool isHomeItself(const std::vector<std::string_view>& parts)
{
    const bool root = parts[0] == "root";
    if (!root && parts[0] != "home") {
        return false;
    }
    const std::vector<std::string_view> below(
        parts.begin() + (root ? 1 : std::min<std::ptrdiff_t>(2, std::ssize(parts))), parts.end());
    if (below.empty()) {
        return true;
    }
    const bool personal = below.size() == 1 && !below[0].starts_with('.');
    const bool common = below.size() == 1
                        && (below[0] == ".config" || below[0] == ".local" || below[0] == ".cache" || below[0] == ".ssh"
                            || below[0] == ".gnupg" || below[0] == ".mozilla");
    const bool local = below.size() == 2 && below[0] == ".local";
    const bool share = below.size() == 3 && below[0] == ".local" && below[1] == "share"
                       && (below[2] == "applications" || below[2] == "offramp" || below[2] == "keyrings");
    return personal || common || local || share;
}

// "C:\\…": folders of the system, folders every program shares, and homes. Folded, with slashes, without the drive.
bool belongsToWindows(const std::vector<std::string>& parts)
{
    constexpr std::array<std::string_view, 9> system{"windows",  "$recycle.bin", "system volume information",
                                                     "recovery", "boot",         "efi",
                                                     "perflogs", "msocache",     ".offramp-quarantine"};
    constexpr std::array<std::string_view, 7> common{
        "program files", "program files (x86)", "programdata", "users", "documents and settings", "inetpub", "temp"};
    constexpr std::array<std::string_view, 10> everybodys{
        "common files", "windowsapps", "windows defender",  "microsoft", "package cache",
        "packages",     "windows nt",  "internet explorer", "offramp",   "windows security"};
    const std::string& first = parts.front();
    if (std::find(system.begin(), system.end(), first) != system.end()) {
        return true;
    }
    const auto everybody = [&](std::size_t at) {
        return parts.size() > at && std::find(everybodys.begin(), everybodys.end(), parts[at]) != everybodys.end();
    };
    if (first == "users" || first == "documents and settings") {
        // Below a home only what lies in one program's own folder of its application data, or deeper.
        const bool data = parts.size() > 4 && parts[2] == "appdata";
        return parts.size() < 4 || (parts[2] == "appdata" && (!data || everybody(4)));
    }
    if (std::find(common.begin(), common.end(), first) != common.end()) {
        return parts.size() < 2 || (everybody(1) && (parts.size() < 3 || parts[1] != "common files"));
    }
    return false;
}

std::string whyNotMovableOnWindows(std::string_view path, const std::string& shown)
{
    const bool drive =
        path.size() > 3 && ((path[0] | 0x20) >= 'a' && (path[0] | 0x20) <= 'z') && path[1] == ':' && path[2] == '\\';
    if (!drive) {
        return shown + ": not an absolute path";
    }
    std::vector<std::string> parts;
    for (const std::string_view part : text::split(path.substr(3), '\\')) {
        constexpr std::string_view forbidden = "<>:\"/|?*";
        // Windows drops blanks and dots at the end of a name, and "A~1" is another name of something else.
        if (part.empty() || part.ends_with('.') || part.ends_with(' ')
            || part.find_first_of(forbidden) != std::string_view::npos || part.find('~') != std::string_view::npos) {
            return shown + ": not a plain path";
        }
        parts.push_back(text::fold(part));
    }
    return belongsToWindows(parts) ? shown + ": a folder that does not belong to one program" : std::string{};
}

}   // namespace

std::string whyNotMovable(std::string_view path)
{
    const std::string shown(path.substr(0, path.find('\0')));
    if (path.size() > 1 && path[1] == ':' && path.find('\0') == std::string_view::npos) {
        return whyNotMovableOnWindows(path, shown);
    }
    if (!path.starts_with('/') || path.find('\0') != std::string_view::npos) {
        return shown + ": not an absolute path";
    }
    const std::vector<std::string_view> parts = text::split(path.substr(1), '/');
    for (const std::string_view part : parts) {
        if (part.empty() || part == "." || part == "..") {
            return shown + ": not a plain path";
        }
    }
    const auto holds = [&](std::string_view folder) {
        return path == folder || (path.starts_with(folder) && path[folder.size()] == '/');
    };
    if (std::any_of(closed.begin(), closed.end(), holds) || std::any_of(records.begin(), records.end(), holds)) {
        return shown + ": nothing there is ever moved";
    }
    if (parts.size() < 2 || std::find(shared.begin(), shared.end(), path) != shared.end() || isHomeItself(parts)) {
        return shown + ": a folder that does not belong to one program";
    }
    return {};
}

}   // namespace offramp
