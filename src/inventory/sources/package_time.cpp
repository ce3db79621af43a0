#include "inventory/sources/package_time.h"

#include <charconv>

namespace offramp::sources {

std::optional<Instant> packageTime(std::string_view seconds)
{
    constexpr long long year2100 = 4102444800;
    long long value = 0;
    const auto parsed = std::from_chars(seconds.data(), seconds.data() + seconds.size(), value);
    if (parsed.ec != std::errc{} || parsed.ptr != seconds.data() + seconds.size() || value <= 0 || value >= year2100) {
        return std::nullopt;
    }
    return Instant{std::chrono::seconds{value}};
}

}   // namespace offramp::sources
