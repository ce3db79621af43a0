#include "inventory/version.h"

#include <charconv>
#include <optional>

namespace offramp {

namespace {

std::optional<unsigned> takeNumber(std::string_view& text)
{
    while (!text.empty() && (text.front() < '0' || text.front() > '9')) {
        text.remove_prefix(1);
    }
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{}) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

}   // namespace

bool versionsAgree(std::string_view left, std::string_view right, int parts)
{
    for (int part = 0; part < parts; ++part) {
        const auto leftNumber = takeNumber(left);
        const auto rightNumber = takeNumber(right);
        if (!leftNumber || !rightNumber) {
            return true;
        }
        if (*leftNumber != *rightNumber) {
            return false;
        }
    }
    return true;
}

}   // namespace offramp
