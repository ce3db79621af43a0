#include "catalog/http_reply.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace offramp {

namespace {

constexpr std::size_t largestHead = 64u * 1024;

tl::unexpected<FetchProblem> problem(ReasonCode code, const std::string& host, std::string detail)
{
    std::vector<ReasonArgument> arguments{host};
    if (!detail.empty()) {
        arguments.emplace_back(detail);
    }
    return tl::unexpected<FetchProblem>(
        FetchProblem{Reason{code, std::move(arguments), {}}, std::move(detail), 0, false});
}

std::optional<std::size_t> wholeNumber(std::string_view text)
{
    std::size_t value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool all = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() && !text.empty();
    return all ? std::optional(value) : std::nullopt;
}

// Foreign bytes that end up in a sentence.
std::string shown(std::string_view foreign)
{
    std::string out;
    for (const char c : foreign.substr(0, 60)) {
        out += c >= ' ' && c < 0x7F ? c : '?';
    }
    return out;
}

}   // namespace

bool HttpHead::addLine(std::string_view line)
{
    m_size += line.size();
    if (line.starts_with("HTTP/")) {
        m_fields.clear();
    } else if (const auto colon = line.find(':'); colon != std::string_view::npos) {
        m_fields.insert_or_assign(text::fold(line.substr(0, colon)), std::string(text::trim(line.substr(colon + 1))));
    }
    return m_size <= largestHead;
}

std::string_view HttpHead::field(std::string_view lowerCaseName) const
{
    const auto found = m_fields.find(std::string(lowerCaseName));
    return found == m_fields.end() ? std::string_view() : found->second;
}

std::optional<ContentRange> parseContentRange(std::string_view text)
{
    if (!text.starts_with("bytes ")) {
        return std::nullopt;
    }
    text.remove_prefix(6);
    const auto dash = text.find('-');
    const auto slash = text.find('/');
    if (dash == std::string_view::npos || slash == std::string_view::npos || slash < dash) {
        return std::nullopt;
    }
    const auto first = wholeNumber(text.substr(0, dash));
    const auto last = wholeNumber(text.substr(dash + 1, slash - dash - 1));
    const auto size = wholeNumber(text.substr(slash + 1));
    if (!first || !last || !size || *first > *last || *last >= *size) {
        return std::nullopt;
    }
    return ContentRange{*first, *last, *size};
}

tl::expected<HeadVerdict, FetchProblem> judgeHead(const FetchRequest& request, long status, const HttpHead& head,
                                                  const std::string& host)
{
    using Action = HeadVerdict::Action;
    if (status == 304 && request.ifModifiedSince) {
        return HeadVerdict{Action::notModified, 0};
    }
    if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
        return HeadVerdict{Action::redirect, 0};
    }
    if (status != 200 && !(status == 206 && request.resumeAt > 0)) {
        return problem(ReasonCode::updateServerProblem, host, fmt::format("HTTP {}", status));
    }
    std::string_view type = head.field("content-type");
    type = text::trim(type.substr(0, type.find(';')));
    const std::string folded = text::fold(type);
    if (std::find(request.types.begin(), request.types.end(), folded) == request.types.end()) {
        return problem(ReasonCode::updateWrongType, host, type.empty() ? "no type" : shown(type));
    }
    if (const auto encoding = head.field("content-encoding"); !encoding.empty() && encoding != "identity") {
        return problem(ReasonCode::updateServerLies, host, "packed as " + shown(encoding));
    }
    std::size_t position = 0;
    if (status == 206) {
        const auto range = parseContentRange(head.field("content-range"));
        const bool fits = range && range->first == request.resumeAt && range->last + 1 == range->size
                          && range->size == request.exactly.value_or(range->size) && range->size <= request.largest;
        if (!fits) {
            return problem(ReasonCode::updateServerLies, host, "a part we did not ask for");
        }
        position = request.resumeAt;
    }
    if (const auto text = head.field("content-length"); !text.empty()) {
        const auto length = wholeNumber(text);
        if (!length) {
            return problem(ReasonCode::updateServerLies, host, "an impossible length");
        }
        if (*length > request.largest - position) {
            return problem(ReasonCode::updateTooLarge, host, "");
        }
        if (request.exactly && *length != *request.exactly - position) {
            return problem(ReasonCode::updateServerLies, host, "another length than was signed");
        }
    }
    return HeadVerdict{Action::take, position};
}

std::string httpDate(Instant instant)
{
    static constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto midnight = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{midnight};
    const std::chrono::hh_mm_ss time{instant - midnight};
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days.at(std::chrono::weekday{midnight}.c_encoding()),
                       static_cast<unsigned>(date.day()), months.at(static_cast<unsigned>(date.month()) - 1),
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

}   // namespace offramp
