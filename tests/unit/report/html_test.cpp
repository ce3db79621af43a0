// The report a person keeps: whole in itself, harmless whatever a machine is called.
#include "report/html.h"

#include <catch2/catch.hpp>

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
    for (const char* part :
         {"<h1>Kaspersky Plus no longer gets updates</h1>", "ANA-PC", "89 FR 52434", "version 21.3",
          "Microsoft Defender", "<td>off</td><td>not known</td>", "denied", "catalog 41, as of 2026-11-23"}) {
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
