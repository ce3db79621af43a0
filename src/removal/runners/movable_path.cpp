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

}   // namespace

std::string whyNotMovable(std::string_view path)
{
    const std::string shown(path.substr(0, path.find('\0')));
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
