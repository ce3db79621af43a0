// What the Timeline says to whom: which events, which of them bind, and this computer's own marks.
#include "pages/timeline/timeline_model.h"
#include "scripted_results.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::ui;

namespace {

std::string s(const QString& text)
{
    return text.toStdString();
}

SessionState done(CheckResult result)
{
    SessionState state;
    state.phase = CheckPhase::done;
    state.result = std::make_shared<const CheckResult>(std::move(result));
    return state;
}

TimelineModel modelFor(Person person, const SessionState& state)
{
    static const Catalog catalog = scriptedCatalog();
    return timelineModel(state, &catalog, person, scriptedNow());
}

const TimelineEntry* find(const TimelineModel& model, const char* id)
{
    const auto found = std::find_if(model.entries.begin(), model.entries.end(),
                                    [&](const TimelineEntry& entry) { return entry.row.id == QLatin1String(id); });
    return found == model.entries.end() ? nullptr : &*found;
}

const TimelineEntry& entry(const TimelineModel& model, const char* id)
{
    const TimelineEntry* found = find(model, id);
    if (found == nullptr) {
        FAIL("no entry " << id);
    }
    return *found;
}

QString line(const TimelineDetail& detail, const char* name)
{
    for (const TimelineLine& each : detail.lines) {
        if (each.name == QLatin1String(name)) {
            return each.value;
        }
    }
    return {};
}

}   // namespace

TEST_CASE("the rule that took the updates is where the page begins, and it says everything it rests on")
{
    const TimelineModel model = modelFor(Person::us, done(affectedResult()));
    CHECK(s(model.start) == "us-bis-updates-ksn-ban");
    const TimelineEntry& end = entry(model, "us-bis-updates-ksn-ban");
    CHECK(end.row.affected);
    CHECK(end.row.mark == PickMark::diamond);
    REQUIRE(end.detail.pill);
    CHECK(s(end.detail.pill->word) == "Applies to you");
    CHECK(s(line(end.detail, "Binds")) == "The Kaspersky group, with successors and assignees");
    CHECK(s(line(end.detail, "Not covered")) == "Threat intelligence; Security training");
    CHECK(s(end.detail.citedAs) == "89 FR 52434, issued under 15 CFR 7.109");
    REQUIRE(end.detail.readIn);
    CHECK(s(end.detail.readIn->text) == "Law firm on the decision");
    CHECK_FALSE(end.detail.readIn->official);
    CHECK_THAT(s(end.detail.howSure), Catch::Contains("not at the source"));
    CHECK(end.detail.notConfirmed.size() == 1);
    CHECK(end.detail.alsoIn.size() == 2);
    CHECK_THAT(s(end.row.accessibleName), Catch::StartsWith("September 29, 2024, U.S.: updates end, Applies to you"));
}

TEST_CASE("who asks decides which rules are there and which of them bind")
{
    const SessionState state = done(affectedResult());
    const TimelineModel us = modelFor(Person::us, state);
    CHECK(find(us, "us-dhs-bod-17-01") == nullptr);
    CHECK(find(us, "us-md-2022") == nullptr);
    const TimelineModel federal = modelFor(Person::federal, state);
    CHECK(s(entry(federal, "us-dhs-bod-17-01").detail.pill->word) == "Applies to you");
    const TimelineModel contractor = modelFor(Person::contractor, state);
    CHECK(s(entry(contractor, "us-dhs-bod-17-01").detail.pill->word) == "Does not bind you");
    const TimelineModel government = modelFor(Person::otherGovernment, state);
    CHECK(s(entry(government, "us-md-2022").detail.pill->word) == "Depends on where you are");
    CHECK_FALSE(entry(government, "us-md-2022").row.affected);
    const TimelineModel other = modelFor(Person::other, state);
    CHECK(find(other, "us-md-2022") == nullptr);
    CHECK(s(entry(other, "de-2022").detail.pill->word) == "Depends on where you are");
    CHECK(s(entry(other, "us-bis-updates-ksn-ban").detail.pill->word) == "Does not bind you");
    CHECK_FALSE(other.axis.bandFrom.isValid());
    CHECK(us.axis.bandFrom == QDate(2024, 9, 29));
}

TEST_CASE("every kind of person can be chosen")
{
    const TimelineModel model = modelFor(Person::contractor, done(cleanResult()));
    REQUIRE(model.people.size() == 5);
    CHECK(model.person == Person::contractor);
    for (const PersonChoice& choice : model.people) {
        CHECK_FALSE(choice.name.isEmpty());
    }
}

TEST_CASE("a rule that is still to come does not apply yet")
{
    CheckResult result = affectedResult();
    result.asOf = std::chrono::sys_days{std::chrono::year{2024} / 8 / 1};
    const TimelineModel model = modelFor(Person::us, done(result));
    CHECK(s(entry(model, "us-bis-updates-ksn-ban").detail.pill->word) == "Not in force yet");
    CHECK(s(entry(model, "us-sales").detail.pill->word) == "Applies to you");
    CHECK_FALSE(model.axis.bandFrom.isValid());
    CHECK(s(model.axis.todayLabel) == "July 31, 2024");   // Washington's calendar, and not called today
}

TEST_CASE("this computer's own marks stand among the events, in order")
{
    const TimelineModel model = modelFor(Person::us, done(affectedResult()));
    QStringList ids;
    for (const TimelineEntry& each : model.entries) {
        ids.append(each.row.id);
    }
    CHECK(ids.first() == QStringLiteral("installed"));
    CHECK(ids.indexOf(QStringLiteral("updated")) + 1 == ids.indexOf(QStringLiteral("us-bis-updates-ksn-ban")));
    CHECK(ids.last() == QStringLiteral("today"));
    CHECK(s(entry(model, "today").detail.title) == "Kaspersky Plus");
    CHECK(s(entry(model, "today").row.caption) == "Today, November 23, 2026");
    REQUIRE(model.axis.bar);
    CHECK(model.axis.bar->from == QDate(2023, 3, 14));
    CHECK(model.axis.bar->gapFrom == QDate(2024, 9, 29));
    CHECK(s(model.axis.bar->gapLabel) == "785 days without updates");
    CHECK_FALSE(model.axis.bar->notUpdatedFrom.isValid());
}

TEST_CASE("a computer that was not updated long before the rule shows that stretch in grey")
{
    CheckResult result = affectedResult();
    result.installations[0].facts.databasesUpdatedAt = std::chrono::sys_days{std::chrono::year{2024} / 3 / 1};
    const TimelineModel model = modelFor(Person::us, done(result));
    REQUIRE(model.axis.bar);
    CHECK(model.axis.bar->notUpdatedFrom == QDate(2024, 2, 29));
}

TEST_CASE("an installation day that is not known is said, and nothing is drawn before what is known")
{
    CheckResult result = affectedResult();
    result.installations[0].installedOn.reset();
    result.installations[0].facts.databasesUpdatedAt.reset();
    const TimelineModel model = modelFor(Person::us, done(result));
    REQUIRE(model.axis.bar);
    CHECK(model.axis.bar->from == QDate(2024, 9, 29));
    CHECK(s(model.axis.bar->startLabel) == "Installation day not known");
    CHECK(find(model, "installed") == nullptr);
}

TEST_CASE("updates that came after the rule leave no gap that could be named")
{
    CheckResult result = affectedResult();
    result.assessment.assessments[0].gotUpdatesAfterwards = true;
    result.installations[0].facts.databasesUpdatedAt = std::chrono::sys_days{std::chrono::year{2026} / 10 / 1};
    const TimelineModel model = modelFor(Person::us, done(result));
    REQUIRE(model.axis.bar);
    CHECK_FALSE(model.axis.bar->gapFrom.isValid());
    CHECK(model.axis.bar->notUpdatedFrom.isValid());
}

TEST_CASE("a clean computer has events and today, but no bar")
{
    const TimelineModel model = modelFor(Person::us, done(cleanResult()));
    CHECK_FALSE(model.axis.bar);
    CHECK_THAT(s(entry(model, "today").detail.text), Catch::Contains("No Kaspersky found"));
    CHECK(s(model.start) == "us-bis-updates-ksn-ban");
}

TEST_CASE("before the first check the events are there already; without facts the page says so")
{
    const TimelineModel before = modelFor(Person::us, scanningState());
    CHECK(find(before, "today") == nullptr);
    CHECK(before.entries.size() == 8);
    const TimelineModel nothing = timelineModel(scanningState(), nullptr, Person::us, scriptedNow());
    CHECK(nothing.entries.isEmpty());
    CHECK_FALSE(nothing.note.isEmpty());
    CHECK(nothing.people.size() == 5);
}

TEST_CASE("a month without a day is not given one")
{
    const TimelineModel model = modelFor(Person::us, scanningState());
    CHECK(s(entry(model, "us-study").row.caption) == "December 2024");
}
