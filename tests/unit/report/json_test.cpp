#include "report/json.h"

#include "report/phrases.h"

#include <catch2/catch.hpp>

using namespace offramp;

TEST_CASE("unknown is null and never left out")
{
    const auto value = json::of(Installation{});
    CHECK(value.at("version").is_null());
    CHECK(value.at("databasesUpdatedAt").is_null());
    CHECK(value.at("uninstall").is_null());
}

TEST_CASE("whether something runs is true, false or unknown")
{
    Evidence service;
    service.kind = EvidenceKind::service;
    CHECK(json::of(service).at("running").is_null());
    CHECK(json::of(service).at("fileVersion").is_null());
    CHECK(activityInEnglish(service).empty());
    service.running = false;
    CHECK(json::of(service).at("running") == false);
    CHECK(activityInEnglish(service) == "not running");
    service.running = true;
    CHECK(json::of(service).at("running") == true);
    CHECK(activityInEnglish(service) == "running");
    service.kind = EvidenceKind::process;
    CHECK(activityInEnglish(service).empty());   // "the running program" says it already
}

TEST_CASE("names that are not UTF-8 are printed, not thrown")
{
    Evidence evidence;
    evidence.name = "bad \xff name";
    CHECK(json::dump(json::of(evidence)).find("bad \uFFFD name") != std::string::npos);
}

TEST_CASE("a reason carries its code, its sentence and its source")
{
    const Reason reason{ReasonCode::updatesEndedFor,
                        {std::int64_t{785}, parseDay("2024-09-29").value()},
                        SourceLink{"https://example.org", "a page", "89 FR 52434", Verification::quoted}};
    const auto value = json::of(reason);
    CHECK(value.at("code") == "updatesEndedFor");
    CHECK(value.at("text") == "U.S. updates ended 785 days ago (September 29, 2024).");
    CHECK(value.at("arguments") == json::Value::array({785, "2024-09-29"}));
    CHECK(value.at("source").at("verification") == "quoted");
}
