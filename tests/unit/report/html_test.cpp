// The report a person keeps: whole in itself, harmless whatever a machine is called.
#include "report/html.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace offramp;

namespace {

json::Value check()
{
    return {{"format", "offramp.check/1"},
            {"machine", {{"name", "ANA-PC"}, {"osVersion", "Windows 11"}}},
            {"checkedAt", "2026-11-23T17:00:00Z"},
            {"person", "us"},
            {"headline", "Kaspersky Plus no longer gets updates"},
            {"reasons", json::Value::array({{{"text", "Updates ended."}, {"source", {{"citation", "89 FR 52434"}}}}})},
            {"installations",
             json::Value::array(
                 {{{"name", "Kaspersky Plus"},
                   {"version", "21.3"},
                   {"state", "installed"},
                   {"status", "updatesEnded"},
                   {"confidence", "certain"},
                   {"reasons", json::Value::array()},
                   {"evidence",
                    json::Value::array(
                        {{{"kind", "service"}, {"id", "AVP"}, {"location", "C:\\<script>alert(1)</script>"}}})}}})},
            {"protection",
             json::Value::array({{{"name", "Microsoft Defender"}, {"active", false}, {"upToDate", nullptr}}})},
            {"coverage", json::Value::array({{{"name", "Services"}, {"coverage", "denied"}}})},
            {"catalog", {{"serial", 41}, {"factsAsOf", "2026-11-23"}}}};
}

}   // namespace

TEST_CASE("the report says what was found, why, who protects and where was looked")
{
    const std::string page = htmlReport(check());
    for (const char* part : {"<h1>Kaspersky Plus no longer gets updates</h1>", "ANA-PC", "89 FR 52434",
                             "Kaspersky Plus 21.3", "Microsoft Defender", "<td>off</td><td>not known</td>",
                             "not at all", "Updates ended", "the service", "<td>41</td>", "November 23, 2026"}) {
        INFO(part);
        CHECK(page.find(part) != std::string::npos);
    }
}

TEST_CASE("nothing of a machine becomes part of the page, and nothing outside is loaded")
{
    json::Value odd = check();
    odd["headline"] = "</title><img src=x onerror=alert(1)> & \"more\" 'and'";
    const std::string page = htmlReport(odd);
    for (const char* part : {"<script", "<img", "src=", "<link", "@import", "url("}) {
        INFO(part);
        const bool onlyEscaped = page.find(part) == std::string::npos || std::string_view(part) == "src=";
        CHECK(onlyEscaped);
    }
    CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
    CHECK(page.find("&quot;more&quot; &#39;and&#39;") != std::string::npos);
    CHECK(page.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("a report of another shape is a page with what it has")
{
    for (const json::Value& odd : {json::Value::object(), json::Value::array(), json::Value(), json::Value("text"),
                                   json::Value{{"installations", 5}, {"machine", "x"}, {"reasons", {1, 2}}}}) {
        CHECK(htmlReport(odd).find("</html>") != std::string::npos);
    }
    CHECK(escapedForHtml(std::string_view("a\x01\0b", 4)) == "a  b");
}

TEST_CASE("a report speaks its reader's language, as far as what it tells has a code")
{
    json::Value told = check();
    told["headlineReason"] = {{"code", "updatesEndedFor"}, {"arguments", {785, "2024-09-29"}}};
    std::vector<std::string> asked;
    PageLanguage language;
    language.tag = "ar";
    language.rightToLeft = true;
    language.say = [&](const char* context, std::string_view english) {
        if (std::string_view(context) == "Report") {
            asked.emplace_back(english);
        }
        return "<" + std::string(context) + ">";
    };
    language.sentence = [](const Reason& reason) { return "sentence " + std::string(toString(reason.code)); };
    language.day = [](const Day&) { return "a day"; };
    language.moment = [](Instant) { return "a moment"; };
    const std::string page = htmlReport(told, language);

    CHECK(page.find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
    CHECK(page.find("<h1>sentence updatesEndedFor</h1>") != std::string::npos);
    for (const char* part :
         {"&lt;Status&gt;", "&lt;EvidenceKind&gt;", "&lt;Confidence&gt;", "&lt;Person&gt;", "&lt;InstallationState&gt;",
          "<td>a day</td>", "<td>a moment</td>", "ANA-PC", "Updates ended."}) {
        INFO(part);
        CHECK(page.find(part) != std::string::npos);
    }
    REQUIRE_FALSE(asked.empty());
    for (const std::string& phrase : asked) {   // what is not listed is never translated
        INFO(phrase);
        CHECK(std::count(reportPhrases().begin(), reportPhrases().end(), phrase) == 1);
    }
}
