#include "platform/linux/linux_conditions.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>
#include <utility>

namespace offramp {

namespace {

constexpr std::size_t smallFile = std::size_t{1} << 20;
constexpr std::string_view supplies = "/sys/class/power_supply";

}   // namespace

Result<std::string> LinuxConditions::bootId() const
{
    const auto content = m_files.read("/proc/sys/kernel/random/boot_id", smallFile);
    if (!content) {
        return tl::unexpected<Error>(content.error());
    }
    std::string id(text::trim(*content));
    if (id.empty()) {
        return fail(ErrorCode::malformed, "/proc/sys/kernel/random/boot_id");
    }
    return id;
}

Result<PendingRestart> LinuxConditions::pendingRestart() const
{
    const auto wanted = m_files.status("/run/reboot-required");
    if (!wanted && wanted.error().code != ErrorCode::notFound) {
        return tl::unexpected<Error>(wanted.error());
    }
    if (!wanted && !m_files.status("/var/lib/dpkg/status")) {
        return fail(ErrorCode::unsupported, "pending restart");
    }
    PendingRestart restart{wanted.has_value(), {}};
    const auto packages = m_files.read("/run/reboot-required.pkgs", smallFile);
    if (!restart.pending || !packages) {
        return restart;
    }
    for (const std::string_view line : text::split(*packages, '\n')) {
        std::string name(text::trim(line));
        if (!name.empty() && std::find(restart.reasons.begin(), restart.reasons.end(), name) == restart.reasons.end()) {
            restart.reasons.push_back(std::move(name));
        }
    }
    return restart;
}

Result<Power> LinuxConditions::power() const
{
    const auto entries = m_files.list(supplies);
    if (!entries) {
        return tl::unexpected<Error>(entries.error());
    }
    Power power;
    for (const DirectoryEntry& entry : *entries) {
        const auto word = [&](std::string_view file) {
            const auto content =
                m_files.read(std::string(supplies).append("/").append(entry.name).append("/").append(file), smallFile);
            return content ? std::string(text::trim(*content)) : std::string{};
        };
        const std::string type = word("type");
        if (type == "Mains" || type == "USB") {
            const std::string online = word("online");
            if (online == "1" || online == "0") {
                power.onMains = power.onMains.value_or(false) || online == "1";
            }
        } else if (type == "Battery" && word("scope") != "Device") {   // not the battery of a mouse
            const std::string capacity = word("capacity");
            int percent = 0;
            const auto [end, fault] = std::from_chars(capacity.data(), capacity.data() + capacity.size(), percent);
            const bool whole = fault == std::errc{} && end == capacity.data() + capacity.size();
            if (whole && percent >= 0 && percent <= 100) {
                power.batteryPercent = std::min(percent, power.batteryPercent.value_or(100));
            }
        }
    }
    return power;
}

Result<std::uint64_t> LinuxConditions::freeSystemSpace() const
{
    std::error_code error;
    const auto space = std::filesystem::space("/", error);
    if (error) {
        return fail(ErrorCode::io, "free space of /", error.value());
    }
    return space.available;
}

}   // namespace offramp
