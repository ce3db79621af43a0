#include "report/html_parts.h"

#include "base/calendar.h"

#include <cstdint>

namespace offramp::html {

namespace {

// Light and dark by the reader's wish, black on white on paper.
constexpr std::string_view style = R"(
:root{color-scheme:light dark;--line:#e0e3e8;--quiet:#4b525e}
body{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;line-height:1.3;margin:0 0 .3rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .2rem}
p,ul{margin:.3rem 0}ul{padding-inline-start:1.2rem}table{border-collapse:collapse;width:100%}td,th{text-align:start;vertical-align:top;padding-block:.35rem;padding-inline:0 .6rem;border-bottom:1px solid var(--line)}
th{font-weight:600}.about{width:auto;margin:.6rem 0}.about td,.about th{border:0;padding-block:.1rem}.about th{font-weight:400;color:var(--quiet);padding-inline-end:1.2rem}.quiet{color:var(--quiet)}code{overflow-wrap:anywhere}
@media (prefers-color-scheme:dark){:root{--line:#31353c;--quiet:#b6bcc7}}
@media print{:root{color-scheme:light}body{margin:0;max-width:none;font-size:11pt}h2,h3{break-after:avoid}tr,li{break-inside:avoid}}
)";

}   // namespace

std::string pageHead(std::string_view title, const PageLanguage& language)
{
    return "<!DOCTYPE html>\n<html lang=\"" + escapedForHtml(language.tag) + "\""
           + (language.rightToLeft ? " dir=\"rtl\"" : "")
           + ">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'unsafe-inline'\">\n<title>Offramp: "
           + escapedForHtml(title) + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n";
}

std::string_view pageTag(std::string_view page)
{
    constexpr std::string_view before = "<!DOCTYPE html>\n<html lang=\"";
    if (!page.starts_with(before)) {
        return {};
    }
    page.remove_prefix(before.size());
    return page.substr(0, page.find('"'));
}

std::string textOf(const json::Value& value, const char* member)
{
    if (!value.is_object()) {
        return {};
    }
    const auto found = value.find(member);
    if (found == value.end()) {
        return {};
    }
    if (found->is_number_integer()) {
        return std::to_string(found->get<std::int64_t>());
    }
    return found->is_string() ? found->get<std::string>() : std::string();
}

const json::Value& listOf(const json::Value& value, const char* member)
{
    static const json::Value none = json::Value::array();
    if (!value.is_object()) {
        return none;
    }
    const auto found = value.find(member);
    return found != value.end() && found->is_array() ? *found : none;
}

const json::Value& objectOf(const json::Value& value, const char* member)
{
    static const json::Value none = json::Value::object();
    if (!value.is_object()) {
        return none;
    }
    const auto found = value.find(member);
    return found != value.end() && found->is_object() ? *found : none;
}

std::string element(std::string_view tag, std::string_view text)
{
    std::string out = "<";
    out.append(tag).append(">").append(escapedForHtml(text)).append("</").append(tag.substr(0, tag.find(' ')));
    return out + ">\n";
}

std::optional<Reason> reasonOf(const json::Value& value)
{
    const auto code = reasonCodeFromString(textOf(value, "code"));
    if (!code) {
        return std::nullopt;
    }
    Reason reason{*code, {}, {}};
    for (const json::Value& argument : listOf(value, "arguments")) {
        if (argument.is_number_integer()) {
            reason.arguments.emplace_back(argument.get<std::int64_t>());
        } else if (!argument.is_string()) {
            return std::nullopt;
        } else if (const auto day = parseDay(argument.get_ref<const std::string&>())) {
            reason.arguments.emplace_back(*day);
        } else {
            reason.arguments.emplace_back(argument.get<std::string>());
        }
    }
    return reason;
}

}   // namespace offramp::html
