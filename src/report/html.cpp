#include "report/html.h"

#include "base/calendar.h"
#include "domain/assessment.h"
#include "domain/timeline.h"
#include "report/html_parts.h"
#include "report/phrases.h"

#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

namespace offramp {

using namespace html;

namespace {

class CheckPage {
public:
    CheckPage(const json::Value& check, const PageLanguage& language) : m_check(check), m_language(language) {}

    [[nodiscard]] std::string html() const
    {
        const std::string headline = sentenceOf(objectOf(m_check, "headlineReason"), textOf(m_check, "headline"));
        std::string out = pageHead(headline, m_language) + element("h1", headline) + about();
        out += reasonList(listOf(m_check, "reasons"));
        const json::Value& installations = listOf(m_check, "installations");
        if (!installations.empty()) {
            out += element("h2", say("What was found"));
            for (const json::Value& installation : installations) {
                out += installationPart(installation);
            }
        }
        out += protectionPart() + coveragePart();
        return out + "</body>\n</html>\n";
    }

private:
    [[nodiscard]] std::string say(std::string_view english) const { return m_language.say("Report", english); }

    template <class Enum> [[nodiscard]] std::string word(const char* vocabulary, const std::string& code) const
    {
        const auto value = valueOf<Enum>(code);
        return value ? m_language.say(vocabulary, inEnglish(*value)) : code;
    }

    [[nodiscard]] std::string sentenceOf(const json::Value& reason, const std::string& otherwise) const
    {
        const auto known = reasonOf(reason);
        return known ? m_language.sentence(*known) : otherwise;
    }

    [[nodiscard]] std::string headRow(std::initializer_list<std::string_view> cells) const
    {
        std::string out = "<tr>";
        for (const std::string_view cell : cells) {
            out += "<th>" + escapedForHtml(say(cell)) + "</th>";
        }
        return out + "</tr>\n";
    }

    // What the page is about. Lines with nothing to say are left out.
    [[nodiscard]] std::string about() const
    {
        const json::Value& machine = objectOf(m_check, "machine");
        const json::Value& catalog = objectOf(m_check, "catalog");
        const std::string checkedAt = textOf(m_check, "checkedAt");
        const auto instant = parseInstant(checkedAt);
        const std::string factsAsOf = textOf(catalog, "factsAsOf");
        const auto day = parseDay(factsAsOf);
        const std::string person = textOf(m_check, "person");
        const auto rules = personFromString(person);
        std::string rows;
        for (const auto& [title, value] : std::initializer_list<std::pair<std::string_view, std::string>>{
                 {"Computer", textOf(machine, "name")},
                 {"System", textOf(machine, "osVersion")},
                 {"Checked", instant ? m_language.moment(instant->instant) : checkedAt},
                 {"Rules for", rules ? m_language.say("Person", inEnglish(*rules)) : person},
                 {"Facts as of", day ? m_language.day(*day) : factsAsOf},
                 {"Catalog", textOf(catalog, "serial")}}) {
            if (!value.empty()) {
                rows += "<tr><th scope=\"row\">" + escapedForHtml(say(title)) + "</th><td>" + escapedForHtml(value)
                        + "</td></tr>\n";
            }
        }
        return "<table class=\"about\">\n" + rows + "</table>\n"
               + element("p class=\"quiet\"", say("This is information, not legal advice. Nothing was sent anywhere."));
    }

    [[nodiscard]] std::string reasonList(const json::Value& reasons) const
    {
        if (reasons.empty()) {
            return {};
        }
        std::string out = "<ul>\n";
        for (const json::Value& reason : reasons) {
            out += "<li>" + escapedForHtml(sentenceOf(reason, textOf(reason, "text")));
            const json::Value& source = objectOf(reason, "source");
            const std::string citation = textOf(source, "citation");
            const std::string title = textOf(source, "title");
            if (!citation.empty() || !title.empty()) {
                out += " <span class=\"quiet\">(" + escapedForHtml(citation.empty() ? title : citation);
                const std::string address = textOf(source, "url");
                out += (address.empty() ? "" : ", <code>" + escapedForHtml(address) + "</code>") + ")</span>";
            }
            out += "</li>\n";
        }
        return out + "</ul>\n";
    }

    [[nodiscard]] std::string installationPart(const json::Value& installation) const
    {
        const std::string version = textOf(installation, "version");
        std::string out = element("h3", textOf(installation, "name") + (version.empty() ? "" : " " + version));
        const auto fact = [&](std::string_view title, const std::string& value) {
            return say(title) + ": " + (value.empty() ? say("not known") : value);
        };
        out +=
            element("p class=\"quiet\"",
                    fact("State", word<InstallationState>("InstallationState", textOf(installation, "state"))) + " · "
                        + fact("Where it stands", word<Status>("Status", textOf(installation, "status"))) + " · "
                        + fact("How sure", word<Confidence>("Confidence", textOf(installation, "confidence"))));
        out += reasonList(listOf(installation, "reasons"));
        const json::Value& evidence = listOf(installation, "evidence");
        if (!evidence.empty()) {
            out += "<table>" + headRow({"Kind", "What", "Where"});
            for (const json::Value& each : evidence) {
                const std::string name = textOf(each, "name");
                const std::string place = textOf(each, "location");
                out += "<tr><td>" + escapedForHtml(word<EvidenceKind>("EvidenceKind", textOf(each, "kind")))
                       + "</td><td>" + escapedForHtml(name.empty() ? textOf(each, "id") : name) + "</td><td><code>"
                       + escapedForHtml(place.empty() ? textOf(each, "readFrom") : place) + "</code></td></tr>\n";
            }
            out += "</table>\n";
        }
        return out;
    }

    [[nodiscard]] std::string protectionPart() const
    {
        const auto answer = [&](const json::Value& entry, const char* member, const char* yes, const char* no) {
            const auto found = entry.find(member);
            const bool known = found != entry.end() && found->is_boolean();
            return escapedForHtml(say(!known ? "not known" : found->get<bool>() ? yes : no));
        };
        std::string rows;
        for (const json::Value& entry : listOf(m_check, "protection")) {
            rows += "<tr><td>" + escapedForHtml(textOf(entry, "name")) + "</td><td>"
                    + answer(entry, "active", "on", "off") + "</td><td>"
                    + answer(entry, "upToDate", "up to date", "out of date") + "</td></tr>\n";
        }
        return rows.empty() ? std::string()
                            : element("h2", say("Who protects this computer")) + "<table>"
                                  + headRow({"Product", "State", "Definitions"}) + rows + "</table>\n";
    }

    [[nodiscard]] std::string coveragePart() const
    {
        std::string rows;
        for (const json::Value& place : listOf(m_check, "coverage")) {
            const std::string code = textOf(place, "coverage");
            const auto coverage = valueOf<Coverage>(code);
            if (coverage == Coverage::notApplicable) {
                continue;
            }
            const auto source = sourceKindFromString(textOf(place, "source"));
            rows += "<tr><td>"
                    + escapedForHtml(source ? m_language.say("SourceKind", inEnglish(*source)) : textOf(place, "name"))
                    + "</td><td>"
                    + escapedForHtml(!coverage                        ? code
                                     : coverage == Coverage::complete ? say("completely")
                                     : coverage == Coverage::partial  ? say("in part")
                                                                      : say("not at all"));
            for (const json::Value& issue : listOf(place, "issues")) {
                rows += "<br><span class=\"quiet\">" + escapedForHtml(textOf(issue, "context")) + "</span>";
            }
            rows += "</td></tr>\n";
        }
        return rows.empty() ? std::string()
                            : element("h2", say("Where was looked")) + "<table>" + headRow({"Place", "Read"}) + rows
                                  + "</table>\n";
    }

    const json::Value& m_check;
    const PageLanguage& m_language;
};

}   // namespace

std::string escapedForHtml(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default:
            // Control characters are not allowed in a page at all.
            out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    }
    return out;
}

std::string htmlReport(const json::Value& check, const PageLanguage& language)
{
    return CheckPage(check, language).html();
}

}   // namespace offramp
