// The report of a removal: what it tells, what it keeps to itself, and that nobody changes it unseen.
#include "session/removal_report.h"

#include "base/text.h"
#include "platform/platform.h"
#include "removal/plan_codec.h"
#include "report/page_language.h"
#include "unit/catalog/mini_catalog.h"
#include "unit/removal/sample_plan.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

using namespace offramp;
using test::ScratchFolder;

namespace {

// Each of them tells who somebody is, and stands in every field a machine or a person fills.
const std::array<std::string, 7> planted{"MARTINS-PC",
                                         "martin.weber",
                                         "S-1-5-21-1004336348-1177238915-682003330-1001",
                                         "5CD1234XYZ",
                                         "ABCDE-12345-FGHIJ-67890",
                                         "martin@example.org",
                                         "anneliese"};
const std::string everything = R"(C:\Users\martin.weber\AppData on MARTINS-PC, account martins-pc\anneliese, )"
                               R"(SID S-1-5-21-1004336348-1177238915-682003330-1001, serial number: 5CD1234XYZ, )"
                               R"(code ABCDE-12345-FGHIJ-67890, mail martin@example.org, /home/anneliese/x)";

struct Bench {
    ScratchFolder folder;
    std::unique_ptr<Journal> journal;
    std::int64_t id = 0;
    Moment now{Instant{std::chrono::seconds{1'795'000'000}}, "boot", std::chrono::seconds{50}};
    RemovalReportWishes wishes;

    explicit Bench(const std::string& text = "fine")
    {
        auto opened = Journal::open(folder / "removals.db");
        REQUIRE(opened);
        journal = std::move(*opened);
        wishes.keyFile = reportKeyFile(folder / "removals.db");
        NewMigration made;
        made.plan = test::planOfEveryKind();
        made.plan.machine = "MARTINS-PC";
        for (Step& step : made.plan.steps) {
            step.subject = text;
            step.says = {Reason{ReasonCode::matchedName, {text, text}, {}}};
        }
        made.plan.kept = {Reason{ReasonCode::matchedName, {text, text}, {}}};
        made.approvedDigest = planDigest(made.plan);
        made.approved = now;
        const json::Value check = {
            {"format", "offramp.check/1"},
            {"machine", {{"name", "MARTINS-PC"}}},
            {"checkedAt", text},
            {"verdict", "affected"},
            {"headline", text},
            {"conclusive", true},
            {"protection", {{{"name", text}, {"active", true}}}},
            {"installations",
             {{{"product", "p"},
               {"name", text},
               {"version", text},
               {"state", text},
               {"evidence", {{{"account", "anneliese"}, {"id", text}}}}}}},
            {"verification",
             {{"result", "removed"},
              {"products",
               {{{"product", "p"},
                 {"name", text},
                 {"result", "leftovers"},
                 {"evidence", {{{"kind", "folder"}, {"account", "anneliese"}, {"location", text}}}}}}}}}};
        made.before = json::dump(check);
        made.answers = {{text, text, now}};
        id = journal->begin(made).value();
        for (const Step& step : made.plan.steps) {
            REQUIRE(journal->note(id, Transition{step.id, StepState::failed, now, 1603, text}));
        }
        REQUIRE(journal->note(id, ProtectionReading{Protection::on, now}, Journal::Keep::always));
        REQUIRE(journal->noteAfter(id, now, json::dump(check)));
        REQUIRE(journal->end(id, now, Ending::finished));
    }

    [[nodiscard]] std::string written() const
    {
        const auto report = writeRemovalReport(*journal, id, now, wishes);
        INFO((report ? std::string() : describe(report.error())));
        REQUIRE(report);
        return *report;
    }
};

}   // namespace

TEST_CASE("what tells who somebody is stands nowhere in a report, in no spelling")
{
    Bench bench(everything);
    for (const auto format : {RemovalReportFormat::json, RemovalReportFormat::html}) {
        bench.wishes.format = format;
        const std::string report = bench.written();
        for (const std::string& secret : planted) {
            for (const std::string& spelling : {secret, text::fold(secret)}) {
                INFO(spelling);
                CHECK(report.find(spelling) == std::string::npos);
            }
        }
        CHECK(report.find("[person]") != std::string::npos);
        CHECK(report.find("[computer]") != std::string::npos);
        CHECK(verifyRemovalReport(report).has_value());
    }
}

TEST_CASE("who wants it gets the report as it was seen")
{
    Bench bench(everything);
    bench.wishes.redaction = Redaction::off;
    const std::string report = bench.written();
    CHECK(report.find("MARTINS-PC") != std::string::npos);
    CHECK(report.find("martin.weber") != std::string::npos);
    CHECK(report.find("[person]") == std::string::npos);
    CHECK(verifyRemovalReport(report).has_value());
}

TEST_CASE("a code means what the one said who gave it: the question for permission, a lock, or the package manager")
{
    const Bench bench;
    const auto plan = test::planOfEveryKind();
    const auto step = std::find_if(plan.steps.begin(), plan.steps.end(),
                                   [](const Step& each) { return std::holds_alternative<RemovePackage>(each.action); });
    REQUIRE(step != plan.steps.end());
    const auto meaning = [&](StepState state, int code) {
        REQUIRE(bench.journal->note(bench.id, Transition{step->id, state, bench.now, code, "words"}));
        const auto report = json::Value::parse(bench.written());
        for (const auto& each : report["removals"][0]["steps"]) {
            if (each["id"] == step->id) {
                return each["codeMeans"].get<std::string>();
            }
        }
        return std::string();
    };
    CHECK(meaning(StepState::declined, 126) == "The question for permission was closed (code 126).");
    CHECK(meaning(StepState::refused, 127) == "The permission was not given (code 127).");
    CHECK(meaning(StepState::busy, 1) == "Another program is managing packages (code 1). Try again when it is done.");
    CHECK(meaning(StepState::failed, 1) == "The package manager could not finish (code 1). Its own message says why.");
    CHECK(meaning(StepState::failed, 137) == "It was ended from outside (signal 9).");
    CHECK(meaning(StepState::failed, 127)
          == "It ended with the code 127, which is not in our table. The check afterwards decides.");
}

TEST_CASE("a report tells each step with its code in words")
{
    const Bench bench;
    const auto report = json::Value::parse(bench.written());
    const auto& steps = report["removals"][0]["steps"];
    REQUIRE(steps.size() == test::planOfEveryKind().steps.size());
    CHECK(steps[2]["do"] == "removeMsiProduct");
    CHECK(steps[2]["code"] == 1603);
    CHECK(steps[2]["codeMeans"].get<std::string>().size() > 10);
    CHECK(steps[2]["stateText"] == "failed");
    CHECK(report["removals"][0]["protectionGap"]["text"] == "An antivirus was on all the time.");
    CHECK(report["events"].size() == steps.size() + 3);
}

TEST_CASE("whoever changes a letter of a report is found out")
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    constexpr std::size_t stride = 61;   // a check takes them up to a hundred times as long, always along the same path
#else
    constexpr std::size_t stride = 7;
#endif
    Bench bench;
    for (const auto format : {RemovalReportFormat::json, RemovalReportFormat::html}) {
        bench.wishes.format = format;
        const std::string report = bench.written();
        REQUIRE(verifyRemovalReport(report).has_value());
        std::size_t unseen = 0;
        for (std::size_t at = 0; at < report.size(); at += stride) {
            std::string changed = report;
            changed[at] = changed[at] == 'a' ? 'b' : 'a';
            const auto checked = verifyRemovalReport(changed);
            unseen += checked && checked->pageCompared ? 1u : 0u;
        }
        CHECK(unseen == 0);
        CHECK_FALSE(verifyRemovalReport(report.substr(0, report.size() - 1)).has_value());
        CHECK_FALSE(verifyRemovalReport(report + " ").has_value());
    }
}

TEST_CASE("a page in another language says all of it in that language, and is never called unchanged")
{
    Bench bench(everything);
    bench.wishes.format = RemovalReportFormat::html;
    bench.wishes.language.tag = "es";
    bench.wishes.language.say = [](const char* context, std::string_view english) {
        return "<" + std::string(context) + ":" + std::to_string(english.size()) + ">";
    };
    bench.wishes.language.sentence = [](const Reason&) { return std::string("<sentence>"); };
    bench.wishes.language.moment = [](Instant) { return std::string("<moment>"); };
    const std::string page = bench.written();
    const std::string shown = page.substr(0, page.find("<script"));
    CHECK(shown.find("lang=\"es\"") != std::string::npos);
    for (const std::string_view phrase : reportPhrases()) {
        INFO(phrase);
        const bool aWord = phrase.find(' ') == std::string_view::npos;   // which a name or a product may hold
        CHECK((aWord || shown.find(phrase) == std::string::npos));
    }
    CHECK(shown.find("StepState:") != std::string::npos);
    CHECK(shown.find("&lt;sentence&gt;") != std::string::npos);
    CHECK(shown.find(" UTC") == std::string::npos);
    const auto checked = verifyRemovalReport(page);
    REQUIRE(checked);
    CHECK_FALSE(checked->pageCompared);
    std::string changed = page;
    changed.replace(changed.find("\"approved\""), 10, "\"APPROVED\"");
    CHECK_FALSE(verifyRemovalReport(changed).has_value());
}

TEST_CASE("an event that is left out, or stands elsewhere, breaks the chain even when all is sealed again")
{
    const Bench bench;
    auto report = json::Value::parse(bench.written());
    report["events"].erase(report["events"].begin() + 2);
    const auto again = sealed(report, bench.wishes.keyFile);
    REQUIRE(again);
    const auto checked = verifyRemovalReport(reportBytes(*again));
    REQUIRE_FALSE(checked);
    CHECK(checked.error().context.find("does not follow") != std::string::npos);
}

TEST_CASE("all reports of a person have one key, and nobody else may read it")
{
    const Bench bench;
    const auto first = verifyRemovalReport(bench.written());
    const auto second = verifyRemovalReport(bench.written());
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->key == second->key);
    // On Windows the folder is this person's only.
    namespace fs = std::filesystem;
    const auto others = fs::perms::group_all | fs::perms::others_all;
    if (makeLiveHost()->machine().os != OsFamily::windows) {
        CHECK((fs::status(bench.wishes.keyFile).permissions() & others) == fs::perms::none);
    }
}

TEST_CASE("a key that is damaged is replaced, and what it sealed can still be verified")
{
    const Bench bench;
    const std::string before = bench.written();
    std::ofstream(bench.wishes.keyFile, std::ios::trunc) << "rubbish";
    const auto first = verifyRemovalReport(before);
    const auto second = verifyRemovalReport(bench.written());
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->key != second->key);
}

TEST_CASE("what is no report is refused")
{
    for (const std::string& bytes :
         {std::string(), std::string("{}"), std::string("null"), std::string(100000, '['),
          std::string(R"({"format":"offramp.removalReport/1"})"), std::string("<html>"), std::string("\xff\xfe")}) {
        CHECK_FALSE(verifyRemovalReport(bytes).has_value());
    }
}

TEST_CASE("leftovers that were taken away afterwards are part of the report, and lead back to it")
{
    Bench bench;
    NewMigration made;
    made.plan = test::planOfEveryKind();
    made.plan.kind = RemovalPlan::Kind::leftovers;
    made.approvedDigest = planDigest(made.plan);
    made.approved = bench.now;
    const auto leftovers = bench.journal->begin(made).value();
    const auto fromRemoval = json::Value::parse(bench.written());
    bench.id = leftovers;
    const auto fromLeftovers = json::Value::parse(bench.written());
    REQUIRE(fromRemoval["removals"].size() == 2);
    CHECK(fromRemoval["removals"] == fromLeftovers["removals"]);
}
