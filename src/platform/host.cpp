#include "platform/host.h"

#include "base/text.h"

namespace offramp {

namespace {

// The half of the registry for 32-bit programs lies below this name, inside each SOFTWARE key.
constexpr std::string_view wowName = "WOW6432Node";

// Where in `path` the part below SOFTWARE starts; npos when the path is elsewhere, where both views are the same.
std::size_t endOfSoftware(Hive hive, std::string_view path)
{
    std::size_t start = 0;
    if (hive == Hive::users) {
        const std::size_t sid = path.find('\\');
        if (sid == std::string_view::npos) {
            return std::string_view::npos;
        }
        start = sid + 1;
    }
    std::size_t end = path.find('\\', start);
    if (end == std::string_view::npos) {
        end = path.size();
    }
    return text::equalsFolded(path.substr(start, end - start), "software") ? end : std::string_view::npos;
}

}   // namespace

RegistryKey RegistryKey::child(std::string_view name) const
{
    RegistryKey key{hive, view, {}};
    key.path.reserve(path.size() + 1 + name.size());
    key.path = path;
    if (!key.path.empty() && !name.empty()) {
        key.path += '\\';
    }
    key.path += name;
    return key;
}

std::string RegistryKey::display() const
{
    std::string shown = hive == Hive::localMachine ? "HKLM" : "HKU";
    if (path.empty()) {
        return shown;
    }
    shown += '\\';
    const std::size_t end = view == RegistryView::wow32 ? endOfSoftware(hive, path) : std::string_view::npos;
    if (end == std::string_view::npos) {
        return shown += path;
    }
    shown.append(path, 0, end);
    shown += '\\';
    shown += wowName;
    return shown.append(path, end, std::string::npos);
}

std::string_view toString(NotificationState state)
{
    switch (state) {
    case NotificationState::welcome: return "welcome";
    case NotificationState::fullScreen: return "fullScreen";
    case NotificationState::presentation: return "presentation";
    case NotificationState::quietTime: return "quietTime";
    case NotificationState::locked: return "locked";
    }
    return "";
}

Result<std::vector<ServiceStatus>> WindowsManagers::services() const
{
    return fail(ErrorCode::unsupported, "Service Control Manager");
}

Result<std::string> WindowsManagers::serviceImage(std::string_view name) const
{
    return fail(ErrorCode::unsupported, "program of service " + std::string(name));
}

Result<std::vector<InstallerProduct>> WindowsManagers::installerProducts() const
{
    return fail(ErrorCode::unsupported, "Windows Installer");
}

Result<std::vector<TaskDefinition>> WindowsManagers::scheduledTasks() const
{
    return fail(ErrorCode::unsupported, "Task Scheduler");
}

Result<VersionResource> ProgramFiles::version(std::string_view path) const
{
    return fail(ErrorCode::unsupported, "version of " + std::string(path));
}

Result<ProgramSignature> ProgramFiles::signature(std::string_view path) const
{
    return fail(ErrorCode::unsupported, "signature of " + std::string(path));
}

Result<std::string> Conditions::bootId() const
{
    return fail(ErrorCode::unsupported, "boot identifier");
}

Result<PendingRestart> Conditions::pendingRestart() const
{
    return fail(ErrorCode::unsupported, "pending restart");
}

Result<Power> Conditions::power() const
{
    return fail(ErrorCode::unsupported, "power");
}

Result<NotificationState> Conditions::notifications() const
{
    return fail(ErrorCode::unsupported, "notifications");
}

Result<std::uint64_t> Conditions::freeSystemSpace() const
{
    return fail(ErrorCode::unsupported, "free space");
}

const WindowsManagers& Host::windowsManagers() const
{
    static const WindowsManagers none;
    return none;
}

const ProgramFiles& Host::programFiles() const
{
    static const ProgramFiles none;
    return none;
}

const Conditions& Host::conditions() const
{
    static const Conditions none;
    return none;
}

}   // namespace offramp
