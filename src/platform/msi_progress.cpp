#include "platform/msi_progress.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

namespace offramp {

namespace {

constexpr std::size_t fields = 4;

// "1: 0 2: 4500 3: 0 4: 0"; what is missing counts as 0.
std::array<long, fields> fieldsOf(std::string_view message)
{
    std::array<long, fields> values{};
    while (!message.empty()) {
        const std::size_t colon = message.find(':');
        if (colon == std::string_view::npos || colon == 0) {
            break;
        }
        const char number = message[colon - 1];
        message.remove_prefix(colon + 1);
        message.remove_prefix(std::min(message.find_first_not_of(' '), message.size()));
        long value = 0;
        const auto read = std::from_chars(message.data(), message.data() + message.size(), value);
        if (read.ec == std::errc{} && number >= '1' && number <= '4') {
            values.at(static_cast<std::size_t>(number - '1')) = value;
        }
        message.remove_prefix(static_cast<std::size_t>(read.ptr - message.data()));
    }
    return values;
}

}   // namespace

std::optional<double> MsiProgress::moved(double ticks)
{
    m_done += ticks;
    if (m_total <= 0 || m_backward) {
        return std::nullopt;   // rolling back is no progress
    }
    const double fraction = std::clamp(m_done / m_total, 0.0, 1.0);
    if (fraction <= m_best) {
        return std::nullopt;
    }
    m_best = fraction;
    return m_best;
}

std::optional<double> MsiProgress::told(std::string_view message)
{
    const auto [kind, first, second, third] = fieldsOf(message);
    switch (kind) {
    case 0:   // begins to count
        m_total = static_cast<double>(first);
        m_backward = second == 1;
        m_done = 0;
        m_perAction = 0;
        return std::nullopt;
    case 1:   // how the next action counts
        m_perAction = second == 1 ? static_cast<double>(first) : 0;
        return std::nullopt;
    case 2: return moved(static_cast<double>(first));
    case 3:   // there is more to do than was said
        m_total += static_cast<double>(first);
        return std::nullopt;
    default: return std::nullopt;
    }
}

std::optional<double> MsiProgress::actionData()
{
    return m_perAction > 0 ? moved(m_perAction) : std::nullopt;
}

}   // namespace offramp
