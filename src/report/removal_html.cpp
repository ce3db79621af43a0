#include "report/removal_html.h"

#include "report/html_parts.h"

namespace offramp {

using namespace html;

namespace {

constexpr std::string_view dataBegin = "<script type=\"application/json\" id=\"offramp-report\">";
constexpr std::string_view dataEnd = "</script>\n</body>\n</html>\n";

std::string cell(std::string_view text)
{
    std::string out = "<td>";
    return out.append(escapedForHtml(text)).append("</td>");
}

std::string reasonTexts(const json::Value& reasons)
{
    std::string out;
    for (const json::Value& reason : reasons) {
        out += "<li>" + escapedForHtml(textOf(reason, "text")) + "</li>\n";
    }
    return out.empty() ? out : "<ul>\n" + out + "</ul>\n";
}

// "2026-11-23T12:00:00Z" as people write it.
std::string timeOf(const json::Value& value, const char* member)
{
    std::string text = textOf(value, member);
    if (text.size() >= 20 && text[10] == 'T' && text.back() == 'Z') {
        return text.substr(0, 10) + " " + text.substr(11, 8) + " UTC";
    }
    return text;
}

std::string_view resultInWords(const std::string& result)
{
    return result == "removed"        ? "gone: nothing of it was found any more"
           : result == "leftovers"    ? "gone, but something was left behind"
           : result == "stillPresent" ? "still there"
           : result == "couldNotTell" ? "not known: an important place could not be read"
                                      : "not looked at again";
}

std::string stepsPart(const json::Value& removal)
{
    std::string out = "<table><tr><th>Step</th><th>What became of it</th><th>When</th></tr>\n";
    for (const json::Value& step : listOf(removal, "steps")) {
        const json::Value& says = listOf(step, "says");
        std::string what = says.empty() ? textOf(step, "do") : textOf(says.front(), "text");
        out += "<tr>" + cell(what) + "<td>" + escapedForHtml(textOf(step, "stateText"));
        if (const auto code = textOf(step, "code"); !code.empty()) {
            const auto means = textOf(step, "codeMeans");
            out += "<br><span class=\"quiet\">Code " + escapedForHtml(code)
                   + (means.empty() ? std::string() : ": " + escapedForHtml(means)) + "</span>";
        }
        if (const auto detail = textOf(step, "detail"); !detail.empty()) {
            out += "<br><span class=\"quiet\">" + escapedForHtml(detail) + "</span>";
        }
        const std::string began = timeOf(step, "began");
        const std::string ended = timeOf(step, "at");
        out += "</td>" + cell(began == ended || ended.empty() ? began : began + " to " + ended) + "</tr>\n";
    }
    return out + "</table>\n";
}

std::string checkPart(const json::Value& check, std::string_view title)
{
    if (check.empty()) {
        return {};
    }
    std::string out = element("h3", title);
    out += element("p", textOf(check, "headline"));
    out += element("p class=\"quiet\"", "Looked at " + timeOf(check, "checkedAt"));
    for (const json::Value& each : listOf(check, "installations")) {
        const std::string version = textOf(each, "version");
        out +=
            element("p", textOf(each, "name") + (version.empty() ? "" : " " + version) + ": " + textOf(each, "state"));
    }
    for (const json::Value& each : listOf(check, "protection")) {
        const auto active = each.find("active");
        const bool known = active != each.end() && active->is_boolean();
        out += element("p", "Protection, " + textOf(each, "name") + ": "
                                + (!known                ? "not known"
                                   : active->get<bool>() ? "on"
                                                         : "off"));
    }
    return out;
}

std::string verificationPart(const json::Value& removal)
{
    const json::Value& verification = objectOf(removal, "verification");
    std::string out;
    for (const json::Value& product : listOf(verification, "products")) {
        out += element("p", textOf(product, "name") + ": " + std::string(resultInWords(textOf(product, "result"))));
        std::string left;
        for (const json::Value& evidence : listOf(product, "evidence")) {
            const auto place = textOf(evidence, "location");
            left += "<li>" + escapedForHtml(textOf(evidence, "kind")) + " <code>"
                    + escapedForHtml(place.empty() ? textOf(evidence, "readFrom") : place) + "</code></li>\n";
        }
        out += left.empty() ? left : "<ul>\n" + left + "</ul>\n";
    }
    return out.empty() ? out : "<h3>Whether it is gone</h3>\n" + out;
}

std::string answersPart(const json::Value& removal)
{
    std::string out;
    for (const json::Value& answer : listOf(removal, "answers")) {
        out += "<tr>" + cell(textOf(answer, "question")) + cell(textOf(answer, "answer")) + cell(timeOf(answer, "at"))
               + "</tr>\n";
    }
    return out.empty() ? out
                       : "<h3>What the person said</h3>\n<table><tr><th>About</th><th>Answer</th><th>When</th></tr>\n"
                             + out + "</table>\n";
}

std::string removalPart(const json::Value& removal)
{
    const bool leftovers = textOf(removal, "kind") == "leftovers";
    std::string out = element("h2", leftovers ? "Leftovers that were taken away" : "The removal");
    const auto ending = textOf(removal, "ending");
    out += element("p", "Approved " + timeOf(removal, "approvedAt") + ". "
                            + (ending == "finished"    ? "It is finished."
                               : ending == "abandoned" ? "The person ended it before it was finished."
                                                       : "It is not finished."));
    out += element("p", textOf(objectOf(removal, "protectionGap"), "text"));
    out += stepsPart(removal) + verificationPart(removal);
    out += checkPart(objectOf(removal, "before"), "Before") + checkPart(objectOf(removal, "after"), "After");
    const auto kept = reasonTexts(listOf(removal, "kept"));
    out += kept.empty() ? kept : "<h3>What stays, and why</h3>\n" + kept;
    out += answersPart(removal);
    return out + element("p class=\"quiet\"", "Digest of the approved plan: " + textOf(removal, "digest"));
}

}   // namespace

std::string htmlRemovalReport(const json::Value& report, std::string_view sealed)
{
    const auto flag = [&](const char* member) {
        const auto found = report.find(member);
        return report.is_object() && found != report.end() && found->is_boolean() && found->get<bool>();
    };
    const std::string title = "Report of a removal";
    std::string out = pageHead(title) + element("h1", title);
    if (flag("rehearsal")) {
        out += element("p", "This was a rehearsal on a recorded computer. Nothing was removed from any computer.");
    }
    const auto machine = textOf(report, "machine");
    out += element("p class=\"quiet\"", (machine.empty() ? std::string() : "Computer: " + machine + ". ") + "Written "
                                            + timeOf(report, "writtenAt") + ".");
    out += element("p class=\"quiet\"",
                   flag("redacted") ? "Names of people and of the computer, home folders, SIDs and serial numbers were "
                                      "taken out."
                                    : "Names and numbers were not taken out of this report.");
    for (const json::Value& removal : listOf(report, "removals")) {
        out += removalPart(removal);
    }
    const json::Value& seal = objectOf(report, "seal");
    out += "<h2>Seal</h2>\n" + element("p", textOf(report, "proves"));
    out += element("p class=\"quiet\"", "Key: " + textOf(seal, "publicKey"));
    out += element("p class=\"quiet\"", "To verify it: offramp-cli report --verify FILE");
    out += dataBegin;
    for (const char c : sealed) {
        if (c == '<') {
            out += "\\u003c";   // nothing in it ends the element; only texts have this sign
        } else {
            out += c;
        }
    }
    return out + std::string(dataEnd);
}

std::optional<std::string> sealedPartOf(std::string_view page)
{
    const auto begin = page.find(dataBegin);
    if (begin == std::string_view::npos || !page.ends_with(dataEnd)) {
        return std::nullopt;
    }
    const auto from = begin + dataBegin.size();
    if (page.size() - dataEnd.size() < from) {
        return std::nullopt;
    }
    std::string sealed;
    const auto inside = page.substr(from, page.size() - dataEnd.size() - from);
    constexpr std::string_view sign = "\\u003c";
    for (std::size_t at = 0; at < inside.size();) {
        if (inside.substr(at).starts_with("\\\\")) {
            sealed += "\\\\";
            at += 2;
        } else if (inside.substr(at).starts_with(sign)) {
            sealed += '<';
            at += sign.size();
        } else {
            sealed += inside[at++];
        }
    }
    return sealed;
}

}   // namespace offramp
