// The head of an HTTP answer, and whether it is one we take. Pure, so that every lie of a server is a unit test.
#pragma once

#include "catalog/http_fetch.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace offramp {

class HttpHead {
public:
    // One line of the head, with or without its line end. A status line begins a new head, so that of several
    // answers in a row the last one counts. False when there is more of it than a sane server sends.
    [[nodiscard]] bool addLine(std::string_view line);
    // Empty when the field is missing; the last one when it is repeated.
    [[nodiscard]] std::string_view field(std::string_view lowerCaseName) const;

private:
    std::map<std::string, std::string> m_fields;
    std::size_t m_size = 0;
};

// What to do with the content that follows.
struct HeadVerdict {
    enum class Action { take, notModified, redirect };
    Action action = Action::take;
    std::size_t position = 0;   // take: where in the file the content begins
};

[[nodiscard]] tl::expected<HeadVerdict, FetchProblem> judgeHead(const FetchRequest& request, long status,
                                                                const HttpHead& head, const std::string& host);

// "bytes 100-299/300"; empty when it is anything else.
struct ContentRange {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t size = 0;
};
[[nodiscard]] std::optional<ContentRange> parseContentRange(std::string_view text);

// "Mon, 23 Nov 2026 00:00:00 GMT", the only form a client may send.
[[nodiscard]] std::string httpDate(Instant instant);

}   // namespace offramp
