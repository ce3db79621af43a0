#include "platform/proxy_setting.h"

#include "base/text.h"

#include <algorithm>
#include <vector>

namespace offramp {

namespace {

// The parts of a setting: Windows accepts semicolons and white space between them.
std::vector<std::string_view> partsOf(std::string_view setting)
{
    constexpr std::string_view separators = "; \t\r\n";
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin < setting.size();) {
        const std::size_t end = std::min(setting.find_first_of(separators, begin), setting.size());
        if (end > begin) {
            parts.push_back(setting.substr(begin, end - begin));
        }
        begin = end + 1;
    }
    return parts;
}

// "host" of "https://host:port/path".
std::string hostIn(std::string_view httpsUrl)
{
    constexpr std::string_view scheme = "https://";
    httpsUrl.remove_prefix(httpsUrl.starts_with(scheme) ? scheme.size() : 0);
    return text::fold(httpsUrl.substr(0, httpsUrl.find_first_of(":/")));
}

// `*` stands for any run of characters.
bool matches(std::string_view pattern, std::string_view host)
{
    std::size_t p = 0;
    std::size_t h = 0;
    std::size_t star = std::string_view::npos;
    std::size_t retry = 0;
    while (h < host.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            retry = h;
        } else if (p < pattern.size() && pattern[p] == host[h]) {
            ++p;
            ++h;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            h = ++retry;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

}   // namespace

std::string httpsProxyIn(std::string_view setting)
{
    std::string general;
    for (const std::string_view part : partsOf(setting)) {
        constexpr std::string_view ours = "https=";
        if (part.starts_with(ours)) {
            return std::string(part.substr(ours.size()));
        }
        if (general.empty() && part.find('=') == std::string_view::npos) {
            general = part;
        }
    }
    return general;
}

bool isProxyException(std::string_view list, std::string_view httpsUrl)
{
    const std::string host = hostIn(httpsUrl);
    const auto parts = partsOf(list);
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
        return part == "<local>" ? host.find('.') == std::string::npos : matches(text::fold(part), host);
    });
}

}   // namespace offramp
