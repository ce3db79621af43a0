#include "report/removal_html.h"

#include "base/calendar.h"
#include "domain/evidence.h"
#include "domain/product.h"
#include "report/html_parts.h"
#include "report/phrases.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <utility>

namespace offramp {

using namespace html;

namespace {

constexpr std::string_view dataBegin = "<script type=\"application/json\" id=\"offramp-report\">";
constexpr std::string_view dataEnd = "</script>\n</body>\n</html>\n";

// A word of RemovalResult, which belongs to a layer this one does not know.
std::string_view resultInWords(const std::string& result)
{
    return result == "removed"        ? "gone: nothing of it was found any more"
           : result == "leftovers"    ? "gone, but something was left behind"
           : result == "stillPresent" ? "still there"
           : result == "couldNotTell" ? "not known: an important place could not be read"
                                      : "not looked at again";
}

// What the person was asked, by the words of the journal; one this version does not know stands as it is.
std::string_view questionInWords(const std::string& question)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 18> words{{
        {"managed", "Who manages this computer"},
        {"passwordVault", "Passwords"},
        {"encryption", "Encryption"},
        {"quarantine", "Quarantine"},
        {"subscription", "Subscription"},
        {"uninstallPassword", "Uninstall password"},
        {"selfDefence", "Self-defense"},
        {"nextProtection", "What protects afterwards"},
        {"secondAntivirus", "Another antivirus"},
        {"rights", "Administrator rights"},
        {"pendingRestart", "A restart that is waiting"},
        {"otherInstaller", "Another installation"},
        {"power", "Power"},
        {"diskSpace", "Disk space"},
        {"keep", "To be kept"},
        {"alsoRemove", "To be removed as well"},
        {"restorePoint", "Restore point"},
        {"replacement", "Protection that was chosen"},
    }};
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const auto& each) { return each.first == question; });
    return found == words.end() ? std::string_view(question) : found->second;
}

std::int64_t numberOf(const json::Value& value, const char* member)
{
    const auto found = value.is_object() ? value.find(member) : value.end();
    return value.is_object() && found != value.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

bool flagOf(const json::Value& value, const char* member)
{
    const auto found = value.is_object() ? value.find(member) : value.end();
    return value.is_object() && found != value.end() && found->is_boolean() && found->get<bool>();
}

// In signs every language reads.
std::string duration(std::int64_t seconds)
{
    return seconds < 120    ? std::to_string(seconds) + " s"
           : seconds < 7200 ? std::to_string(seconds / 60) + " min"
                            : std::to_string(seconds / 3600) + " h";
}

class RemovalPage {
public:
    RemovalPage(const json::Value& report, const PageLanguage& language) : m_report(report), m_language(language) {}

    // Up to the data the page carries.
    [[nodiscard]] std::string html() const
    {
        const std::string title = say("Report of a removal");
        std::string out = pageHead(title, m_language) + element("h1", title);
        if (flagOf(m_report, "rehearsal")) {
            out += element("p",
                           say("This was a rehearsal on a recorded computer. Nothing was removed from any computer."));
        }
        const auto machine = textOf(m_report, "machine");
        out += element("p class=\"quiet\"", (machine.empty() ? std::string() : fact("Computer", machine) + " · ")
                                                + fact("Written", timeOf(m_report, "writtenAt")));
        out += element("p class=\"quiet\"",
                       say(flagOf(m_report, "redacted") ? "Names of people and of the computer, home folders, SIDs and "
                                                          "serial numbers were taken out."
                                                        : "Names and numbers were not taken out of this report."));
        for (const json::Value& removal : listOf(m_report, "removals")) {
            out += removalPart(removal);
        }
        const json::Value& seal = objectOf(m_report, "seal");
        out += element("h2", say("Seal")) + element("p", say(textOf(m_report, "proves")));
        out += element("p class=\"quiet\"", fact("Key", textOf(seal, "publicKey")));
        return out + element("p class=\"quiet\"", fact("To verify it", "offramp-cli report --verify FILE"));
    }

private:
    [[nodiscard]] std::string say(std::string_view english) const { return m_language.say("Report", english); }
    [[nodiscard]] std::string fact(std::string_view title, const std::string& value) const
    {
        return say(title) + ": " + value;
    }
    static std::string cell(std::string_view text)
    {
        std::string out = "<td>";
        return out.append(escapedForHtml(text)).append("</td>");
    }
    [[nodiscard]] std::string headRow(std::initializer_list<std::string_view> cells) const
    {
        std::string out = "<table><tr>";
        for (const std::string_view each : cells) {
            out += "<th>" + escapedForHtml(say(each)) + "</th>";
        }
        return out + "</tr>\n";
    }
    [[nodiscard]] std::string sentenceOf(const json::Value& reason, const std::string& otherwise) const
    {
        const auto known = reasonOf(reason);
        return known ? m_language.sentence(*known) : otherwise;
    }
    template <class Enum> [[nodiscard]] std::string word(const char* vocabulary, const std::string& code) const
    {
        const auto value = valueOf<Enum>(code);
        return value ? m_language.say(vocabulary, inEnglish(*value)) : code;
    }

    [[nodiscard]] std::string reasonTexts(const json::Value& reasons) const
    {
        std::string out;
        for (const json::Value& reason : reasons) {
            out += "<li>" + escapedForHtml(sentenceOf(reason, textOf(reason, "text"))) + "</li>\n";
        }
        return out.empty() ? out : "<ul>\n" + out + "</ul>\n";
    }

    // As people write it. An English page can be made again by whoever verifies it, wherever that is: in UTC.
    [[nodiscard]] std::string timeOf(const json::Value& value, const char* member) const
    {
        std::string text = textOf(value, member);
        const auto instant = parseInstant(text);
        if (!instant) {
            return text;
        }
        if (m_language.tag != PageLanguage().tag) {
            return m_language.moment(instant->instant);
        }
        constexpr std::size_t day = 10;
        constexpr std::size_t time = 8;
        return text.size() > day + time ? text.substr(0, day) + " " + text.substr(day + 1, time) + " UTC" : text;
    }

    [[nodiscard]] std::string stepsPart(const json::Value& removal) const
    {
        std::string out = headRow({"Step", "What became of it", "When"});
        for (const json::Value& step : listOf(removal, "steps")) {
            const json::Value& says = listOf(step, "says");
            const std::string what =
                says.empty() ? textOf(step, "do") : sentenceOf(says.front(), textOf(says.front(), "text"));
            out +=
                "<tr>" + cell(what) + "<td>" + escapedForHtml(m_language.say("StepState", textOf(step, "stateText")));
            if (const auto code = step.find("code"); code != step.end() && code->is_number_integer()) {
                const auto means = textOf(step, "codeMeans");
                out += "<br><span class=\"quiet\">"
                       + escapedForHtml(say("Code") + " " + std::to_string(code->get<std::int64_t>())
                                        + (means.empty() ? std::string() : ": " + m_language.say("Reason", means)))
                       + "</span>";
            }
            if (const auto detail = textOf(step, "detail"); !detail.empty()) {
                out += "<br><span class=\"quiet\">" + escapedForHtml(detail) + "</span>";
            }
            const std::string began = timeOf(step, "began");
            const std::string ended = timeOf(step, "at");
            out += "</td>" + cell(began == ended || ended.empty() ? began : began + " – " + ended) + "</tr>\n";
        }
        return out + "</table>\n";
    }

    [[nodiscard]] std::string checkPart(const json::Value& check, std::string_view title) const
    {
        if (check.empty()) {
            return {};
        }
        std::string out = element("h3", say(title));
        out += element("p", sentenceOf(objectOf(check, "headlineReason"), textOf(check, "headline")));
        out += element("p class=\"quiet\"", fact("Checked", timeOf(check, "checkedAt")));
        for (const json::Value& each : listOf(check, "installations")) {
            const std::string version = textOf(each, "version");
            out += element("p", textOf(each, "name") + (version.empty() ? "" : " " + version) + ": "
                                    + word<InstallationState>("InstallationState", textOf(each, "state")));
        }
        for (const json::Value& each : listOf(check, "protection")) {
            const auto active = each.find("active");
            const bool known = active != each.end() && active->is_boolean();
            out += element("p", fact("Who protects this computer", textOf(each, "name")) + ": "
                                    + say(!known                ? "not known"
                                          : active->get<bool>() ? "on"
                                                                : "off"));
        }
        return out;
    }

    [[nodiscard]] std::string bootSafetyPart(const json::Value& safety, std::string_view when) const
    {
        const json::Value& title = objectOf(safety, "title");
        if (title.empty()) {
            return {};
        }
        return element("p", say(when) + ": " + sentenceOf(title, textOf(title, "text")))
               + reasonTexts(listOf(safety, "findings")) + reasonTexts(listOf(safety, "todo"));
    }
    [[nodiscard]] std::string bootSafetyParts(const json::Value& removal) const
    {
        const json::Value& safety = objectOf(removal, "bootSafety");
        const std::string parts =
            bootSafetyPart(objectOf(safety, "before"), "Before") + bootSafetyPart(objectOf(safety, "after"), "After");
        return parts.empty() ? parts : element("h3", say("Whether a restart is safe")) + parts;
    }

    [[nodiscard]] std::string verificationPart(const json::Value& removal) const
    {
        const json::Value& verification = objectOf(removal, "verification");
        std::string out;
        for (const json::Value& product : listOf(verification, "products")) {
            out += element("p", textOf(product, "name") + ": " + say(resultInWords(textOf(product, "result"))));
            std::string left;
            for (const json::Value& evidence : listOf(product, "evidence")) {
                const auto place = textOf(evidence, "location");
                left += "<li>" + escapedForHtml(word<EvidenceKind>("EvidenceKind", textOf(evidence, "kind")))
                        + " <code>" + escapedForHtml(place.empty() ? textOf(evidence, "readFrom") : place)
                        + "</code></li>\n";
            }
            out += left.empty() ? left : "<ul>\n" + left + "</ul>\n";
        }
        return out.empty() ? out : element("h3", say("Whether it is gone")) + out;
    }

    [[nodiscard]] std::string answerText(const json::Value& answer) const
    {
        constexpr std::string_view counted = "counted ";
        const std::string word = textOf(answer, "answer");
        if (word.starts_with(counted)) {
            return fact("Entries counted in the exported file", word.substr(counted.size()));
        }
        const std::string name = textOf(answer, "name");
        return word == "waived" ? say("settled by the person's word")
               : word == "none" ? say("not wanted")
               : name.empty()   ? word
                                : name;
    }
    [[nodiscard]] std::string answersPart(const json::Value& removal) const
    {
        std::string out;
        for (const json::Value& answer : listOf(removal, "answers")) {
            out += "<tr>" + cell(say(questionInWords(textOf(answer, "question")))) + cell(answerText(answer))
                   + cell(timeOf(answer, "at")) + "</tr>\n";
        }
        return out.empty() ? out
                           : element("h3", say("What the person said")) + headRow({"About", "Answer", "When"}) + out
                                 + "</table>\n";
    }

    [[nodiscard]] std::string gapText(const json::Value& gap) const
    {
        const std::string state = textOf(gap, "state");
        const std::int64_t least = numberOf(gap, "leastSeconds");
        const std::int64_t most = numberOf(gap, "mostSeconds");
        const std::string time =
            duration(least) == duration(most) ? duration(most) : duration(least) + " – " + duration(most);
        std::string text = state == "none"     ? say("An antivirus was on all the time.")
                           : state == "open"   ? fact("Without an antivirus so far", time)
                           : state == "closed" ? fact("Without an antivirus", time)
                                               : say("This system does not say whether an antivirus is on.");
        return flagOf(gap, "partlyUnknown") && state != "notKnown"
                   ? text + " (" + say("For some of the time nobody could tell.") + ")"
                   : text;
    }

    [[nodiscard]] std::string removalPart(const json::Value& removal) const
    {
        const bool leftovers = textOf(removal, "kind") == "leftovers";
        std::string out = element("h2", say(leftovers ? "Leftovers that were taken away" : "The removal"));
        const auto ending = textOf(removal, "ending");
        out += element("p", fact("Approved", timeOf(removal, "approvedAt")) + ". "
                                + say(ending == "finished"    ? "It is finished."
                                      : ending == "abandoned" ? "The person ended it before it was finished."
                                                              : "It is not finished."));
        out += element("p", gapText(objectOf(removal, "protectionGap")));
        out += stepsPart(removal) + verificationPart(removal);
        out += checkPart(objectOf(removal, "before"), "Before") + checkPart(objectOf(removal, "after"), "After");
        const auto kept = reasonTexts(listOf(removal, "kept"));
        out += kept.empty() ? kept : element("h3", say("What stays, and why")) + kept;
        out += answersPart(removal);
        return out + element("p class=\"quiet\"", fact("Digest of the approved plan", textOf(removal, "digest")));
    }

    const json::Value& m_report;
    const PageLanguage& m_language;
};

}   // namespace

std::string htmlRemovalReport(const json::Value& report, std::string_view sealed, const PageLanguage& language)
{
    std::string out = RemovalPage(report, language).html();
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
