#include "pages/overview/overview_model.h"
#include "pages/overview/summary.h"

#include "pages/info/info_model.h"
#include "pages/replacements/replacements_model.h"
#include "pages/why/why_page.h"
#include "scripted_results.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::ui;

namespace {

SessionState done(CheckResult result)
{
    SessionState state;
    state.phase = CheckPhase::done;
    state.result = std::make_shared<const CheckResult>(std::move(result));
    return state;
}

OverviewModel modelOf(CheckResult result)
{
    return overviewModel(done(std::move(result)), scriptedCatalog(), scriptedNow());
}

bool offers(const HeroModel& hero, OverviewAction action)
{
    return std::any_of(hero.actions.begin(), hero.actions.end(),
                       [&](const ActionModel& each) { return each.action == action; });
}

std::string s(const QString& text)
{
    return text.toStdString();
}

}   // namespace

TEST_CASE("an affected computer says what ended, since when, and offers the switch first")
{
    const OverviewModel model = modelOf(affectedResult());
    CHECK(model.hero.kind == HeroKind::affected);
    CHECK(s(model.hero.title) == "Kaspersky Plus no longer gets updates");
    CHECK_THAT(s(model.hero.text), Catch::StartsWith("U.S. updates ended 785 days ago (September 29, 2024)."));
    CHECK_THAT(s(model.hero.text), Catch::Contains("not an offense"));
    REQUIRE_FALSE(model.hero.actions.isEmpty());
    CHECK(model.hero.actions.front().action == OverviewAction::switchSafely);
    CHECK(model.hero.actions.front().primary);
    REQUIRE(model.hero.source);
    CHECK(s(model.hero.source->text) == "89 FR 52434 \u00B7 read at the source");
    CHECK(model.hero.source->icon == Icon::verifiedFull);
}

TEST_CASE("the gap bar runs from the installation over the last day of updates to today")
{
    const OverviewModel model = modelOf(affectedResult());
    REQUIRE(model.hero.gap);
    const GapBarData& bar = *model.hero.gap;
    CHECK(s(bar.startLabel) == "Installed March 14, 2023");
    CHECK(s(bar.tickLabel) == "September 29, 2024");
    CHECK(s(bar.endLabel) == "Today");
    REQUIRE(bar.segments.size() == 2);
    CHECK(bar.segments[0].fill == GapBarData::Fill::covered);
    CHECK(bar.segments[1].fill == GapBarData::Fill::gap);
    CHECK(s(bar.segments[1].label) == "785 days without updates");
    CHECK_THAT(s(bar.sentence),
               Catch::Contains("785 days without updates, from September 29, 2024 to November 23, 2026"));
}

TEST_CASE("the gap bar shows a stretch that ran without updates it could have had")
{
    CheckResult result = affectedResult();
    result.installations[0].facts.databasesUpdatedAt = std::chrono::sys_days{std::chrono::year{2023} / 9 / 1};
    const auto bar = gapBarOf(result.installations[0], result.assessment.assessments[0], result.asOf, scriptedNow());
    REQUIRE(bar);
    REQUIRE(bar->segments.size() == 3);
    CHECK(bar->segments[1].fill == GapBarData::Fill::notUpdated);
}

TEST_CASE("without an installation date the bar begins at the rule, and a later update draws none")
{
    CheckResult result = affectedResult();
    result.installations[0].installedOn.reset();
    const auto bar = gapBarOf(result.installations[0], result.assessment.assessments[0], result.asOf, scriptedNow());
    REQUIRE(bar);
    CHECK(bar->segments.size() == 1);
    CHECK(s(bar->startLabel) == "September 29, 2024");

    result.assessment.assessments[0].gotUpdatesAfterwards = true;
    CHECK_FALSE(gapBarOf(result.installations[0], result.assessment.assessments[0], result.asOf, scriptedNow()));
    result.assessment.assessments[0].status = Status::useProhibited;
    CHECK_FALSE(gapBarOf(result.installations[0], result.assessment.assessments[0], result.asOf, scriptedNow()));
}

TEST_CASE("a check for another day ends the bar on that day and says so below")
{
    CheckResult result = affectedResult();
    result.asOf = std::chrono::sys_days{std::chrono::year{2025} / 1 / 15} + std::chrono::hours{17};
    const OverviewModel model = modelOf(result);
    REQUIRE(model.hero.gap);
    CHECK(s(model.hero.gap->endLabel) == "January 15, 2025");
    CHECK_THAT(s(model.footer.join(u' ')), Catch::Contains("Judged as of January 15, 2025"));
}

TEST_CASE("each product found has its pill, and what would be lost is said before its version")
{
    const OverviewModel model = modelOf(affectedResult());
    REQUIRE(model.found.size() == 3);
    CHECK(s(model.found[0].status) == "Updates ended");
    CHECK(model.found[0].tone == Tone::affected);
    CHECK(s(model.found[0].caption) == "Version 21.16.6.467");
    CHECK(s(model.found[1].status) == "Likely covered");
    CHECK(model.found[1].tone == Tone::attention);
    CHECK(s(model.found[2].status) == "Not certain");
    CHECK(model.found[2].tone == Tone::unknown);
    CHECK_THAT(s(model.found[2].caption), Catch::Contains("passwords"));
    CHECK(s(model.found[0].accessibleName) == "Kaspersky Plus, Version 21.16.6.467, Updates ended");
}

TEST_CASE("who protects the computer is told with its last update, and what is off is off")
{
    const OverviewModel model = modelOf(affectedResult());
    REQUIRE(model.protection.size() == 2);
    CHECK(model.protection[0].tone == Tone::affected);
    CHECK(s(model.protection[0].caption) == "On, last updated here on September 28, 2024");
    CHECK(model.protection[1].tone == Tone::off);
    CHECK(s(model.protection[1].caption) == "Off");
}

TEST_CASE("what the system does not say about protection is not known, never off")
{
    CheckResult result = affectedResult();
    result.protection = {{"Other Antivirus", std::nullopt, std::nullopt, false, false}};
    CHECK(modelOf(result).protection[0].tone == Tone::unknown);
    result.protection.clear();
    result.snapshot.reports.clear();
    CHECK(modelOf(result).protection.front().tone == Tone::unknown);
    CHECK_THAT(s(modelOf(result).protection.front().caption), Catch::Contains("could not be read"));
    result.snapshot.machine.os = OsFamily::linux;
    CHECK(modelOf(result).protection.front().tone == Tone::unknown);
    CHECK_THAT(s(modelOf(result).protection.front().caption), Catch::Contains("Linux keeps no list"));
}

TEST_CASE("the best fit names its coverage, what is not confirmed, its owner and the free choice")
{
    const OverviewModel model = modelOf(affectedResult());
    REQUIRE(model.bestFit);
    CHECK(s(model.bestFit->name) == "Norton 360 Deluxe");
    CHECK(s(model.bestFit->summary) == "fits best: 5 of 5, 3 not confirmed");
    REQUIRE(model.bestFit->marks.size() == 5);
    CHECK(model.bestFit->marks[2].cover == FeatureCover::confirmed);
    CHECK(s(model.bestFit->marks[3].feature) == "VPN");
    CHECK_THAT(s(model.bestFit->sentence), Catch::Contains("Owner: Gen Digital, United States and Czechia."));
    CHECK_THAT(s(model.bestFit->sentence),
               Catch::Contains("Microsoft Defender, free and already here, covers 3 of 5."));
}

TEST_CASE("traces stand in three groups, the harmless folded, and uncertain ones are counted as such")
{
    const OverviewModel model = modelOf(tracesResult());
    CHECK(model.hero.kind == HeroKind::traces);
    CHECK(s(model.hero.title) == "Kaspersky is gone, but left 7 things behind");
    CHECK(offers(model.hero, OverviewAction::reviewLeft));
    REQUIRE(model.traces.size() == 3);
    CHECK(s(model.traces[0].title) == "Still load with Windows");
    CHECK(model.traces[0].rows.size() == 3);
    CHECK(model.traces[1].rows.size() == 2);
    CHECK(model.traces[2].rows.size() == 2);
    CHECK(model.traces[2].folded);
    CHECK_FALSE(model.traces[0].folded);
    CHECK(model.traceCount == 7);
    CHECK(model.certainTraces == 6);
    CHECK(s(model.traces[0].rows[0].caption) == "Kaspersky Anti-Virus NDIS 6 Filter (klim6)");
    CHECK(model.found.isEmpty());
    CHECK_FALSE(model.bestFit);
}

TEST_CASE("a place that was not read completely is said, also when it does not change the answer")
{
    const OverviewModel model = modelOf(tracesResult());
    REQUIRE(model.notChecked);
    CHECK_THAT(s(model.notChecked->title), Catch::Contains("part of Installed programs"));
    CHECK(s(model.notChecked->text) == "Reading it needs administrator rights.");
    CHECK(model.placesRead == 7);
    CHECK(model.coverage.size() == 8);
}

TEST_CASE("after a forced move the choice is the person's: two equal buttons and no primary")
{
    const OverviewModel model = modelOf(movedResult());
    CHECK(model.hero.kind == HeroKind::moved);
    CHECK(model.hero.actions.size() == 2);
    CHECK(offers(model.hero, OverviewAction::keepSuccessor));
    CHECK(std::none_of(model.hero.actions.begin(), model.hero.actions.end(),
                       [](const ActionModel& each) { return each.primary; }));
    CHECK_THAT(s(model.hero.text), Catch::Contains("Keeping it or switching is your choice."));
}

TEST_CASE("exempt and unclear computers say the clause or that no text decides")
{
    const OverviewModel exempt = modelOf(exemptResult());
    CHECK(exempt.hero.kind == HeroKind::exempt);
    CHECK(exempt.hero.icon == Icon::exempt);
    CHECK_THAT(s(exempt.hero.text), Catch::Contains("threat intelligence"));
    CHECK_FALSE(exempt.bestFit);

    const OverviewModel unclear = modelOf(unclearResult());
    CHECK(unclear.hero.kind == HeroKind::unclear);
    CHECK(unclear.hero.icon == Icon::unknown);
    CHECK_THAT(s(unclear.hero.text), Catch::Contains("No text we read names this product"));
}

TEST_CASE("a clean computer lists every place, and the one that was not read")
{
    const OverviewModel model = modelOf(cleanResult());
    CHECK(model.hero.kind == HeroKind::clean);
    CHECK(model.hero.icon == Icon::fine);
    CHECK(model.showsCoverage);
    CHECK_THAT(s(model.hero.text), Catch::Contains("7 of 8"));
    CHECK_THAT(s(model.hero.text), Catch::Contains("cannot speak"));
    REQUIRE(model.notChecked);
    CHECK(s(model.coverage[0].detail) == "214 looked at");
}

TEST_CASE("could not tell is never clean: the refused places are named and the way there is offered")
{
    const OverviewModel model = modelOf(couldNotTellResult());
    CHECK(model.hero.kind == HeroKind::couldNotTell);
    CHECK(model.hero.icon == Icon::unknown);
    CHECK_THAT(s(model.hero.text), Catch::Contains("2 important places could not be read"));
    CHECK(offers(model.hero, OverviewAction::lookThere));
    REQUIRE(model.notChecked);
    CHECK_THAT(s(model.notChecked->title), Catch::Contains("Installed programs and Services and drivers"));
}

TEST_CASE("facts that are too old to say \"clean\" say so, and more rights are not offered as a way out")
{
    CheckResult result = cleanResult();
    result.assessment.verdict = Verdict::couldNotTell;
    result.assessment.reasons.push_back(Reason{ReasonCode::factsTooOld, {}, {}});
    const OverviewModel model = modelOf(result);
    CHECK(model.hero.kind == HeroKind::couldNotTell);
    CHECK_THAT(s(model.hero.text), Catch::Contains("too old"));
    CHECK_FALSE(offers(model.hero, OverviewAction::lookThere));
    CHECK(offers(model.hero, OverviewAction::copySummary));
}

TEST_CASE("on a managed computer nothing but a page and a summary for the administrator is offered")
{
    const OverviewModel model = modelOf(managedResult());
    CHECK(model.hero.kind == HeroKind::managed);
    CHECK(s(model.hero.title) == "This computer is managed. Do not remove it yourself.");
    CHECK_FALSE(offers(model.hero, OverviewAction::switchSafely));
    CHECK(offers(model.hero, OverviewAction::savePage));
    CHECK(offers(model.hero, OverviewAction::copySummary));
    CHECK_FALSE(model.bestFit);
    CHECK_THAT(s(summaryText(model)), Catch::Contains("Kaspersky Plus, Version 21.16.6.467, Updates ended"));
}

TEST_CASE("while looking, the place is named and the check can be stopped")
{
    const OverviewModel model = overviewModel(scanningState(), scriptedCatalog(), scriptedNow());
    CHECK(model.hero.kind == HeroKind::scanning);
    CHECK(model.running);
    REQUIRE(model.hero.progress);
    CHECK(s(model.hero.progress->place) == "Services and drivers");
    CHECK(model.hero.progress->done == 4);
    CHECK(model.hero.progress->total == 11);
    CHECK(offers(model.hero, OverviewAction::cancelCheck));
}

TEST_CASE("a failed check says nothing about the computer and offers another")
{
    const OverviewModel model = overviewModel(failedState(), scriptedCatalog(), scriptedNow());
    CHECK(model.hero.kind == HeroKind::failed);
    CHECK_THAT(s(model.hero.text), Catch::Contains("nothing can be said"));
    CHECK_THAT(s(model.hero.text), Catch::Contains("reading the list of services"));
    CHECK(offers(model.hero, OverviewAction::checkAgain));
    CHECK_FALSE(model.hasResult);

    const OverviewModel broken =
        overviewFailure(Missing::facts, Error{ErrorCode::malformed, "catalog.db: not a catalog", 0});
    CHECK_THAT(s(broken.hero.text), Catch::Contains("catalog.db: not a catalog"));
}

TEST_CASE("an unconfirmed sign is never shown as certain")
{
    CheckResult result = unclearResult();
    result.installations[0].confidence = Confidence::notSure;
    result.assessment.assessments[0].status = Status::updatesEnded;
    const OverviewModel model = modelOf(result);
    CHECK(model.found[0].tone == Tone::unknown);
    CHECK(s(model.found[0].status) == "Not sure");
}

TEST_CASE("a recorded computer is not said to have been checked today")
{
    CheckResult result = cleanResult();
    result.snapshot.machine.recorded = true;
    CHECK_THAT(s(modelOf(result).footer.first()), Catch::StartsWith("Recorded on"));
    result.snapshot.machine.recorded = false;
    CHECK_THAT(s(modelOf(result).footer.first()), Catch::StartsWith("Checked today at"));
}

TEST_CASE("old facts are announced above everything else")
{
    CheckResult result = cleanResult();
    result.assessment.reasons.push_back(
        Reason{ReasonCode::catalogOld, {std::int64_t{400}, Day{std::chrono::year{2025} / 10 / 1}}, {}});
    const OverviewModel model = modelOf(result);
    REQUIRE(model.notes.size() == 1);
    CHECK_THAT(s(model.notes.first()), Catch::Contains("400 days ago"));
}

TEST_CASE("a check that was stopped or failed keeps the last answer, and says so")
{
    for (const CheckPhase phase : {CheckPhase::cancelled, CheckPhase::failed}) {
        SessionState state;
        state.phase = phase;
        state.result = std::make_shared<const CheckResult>(affectedResult());
        if (phase == CheckPhase::failed) {
            state.error = Error{ErrorCode::io, "services", 5};
        }
        const OverviewModel model = overviewModel(state, scriptedCatalog(), scriptedNow());
        CHECK(model.hero.kind == HeroKind::affected);
        REQUIRE_FALSE(model.notes.isEmpty());
        CHECK_THAT(s(model.notes.first()), Catch::Contains("the last one found"));
    }
    SessionState first;
    first.phase = CheckPhase::cancelled;
    const OverviewModel model = overviewModel(first, scriptedCatalog(), scriptedNow());
    CHECK(model.hero.kind == HeroKind::cancelled);
    CHECK_THAT(s(model.hero.text), Catch::Contains("nothing can be said"));
}

TEST_CASE("a clock before the facts is said above everything else")
{
    const OverviewModel model = modelOf(wrongClockResult());
    REQUIRE(model.notes.size() == 1);
    CHECK_THAT(s(model.notes.first()), Catch::Contains("Check the clock"));
}

TEST_CASE("every found product leads to its own card")
{
    const OverviewModel model = modelOf(affectedResult());
    REQUIRE(model.found.size() == 3);
    CHECK(s(model.found[0].part) == "kaspersky-plus#0");
    CHECK(s(model.found[2].part) == "kaspersky-password-manager#2");
}

TEST_CASE("why: the leading product comes first, each reason with its source")
{
    const WhyModel why = whyModel(affectedResult());
    REQUIRE(why.sections.size() >= 3);
    CHECK(s(why.sections[0].title) == "Kaspersky Plus");
    REQUIRE_FALSE(why.sections[0].reasons.isEmpty());
    REQUIRE(why.sections[0].reasons[0].source);
    CHECK(why.sections[0].reasons[0].source->official);
    REQUIRE(why.sections[1].reasons[0].source);
    CHECK_FALSE(why.sections[1].reasons[0].source->official);
    CHECK(s(why.sections[1].reasons[0].source->address) == "https://example.org/rule");
}

TEST_CASE("what cannot be done yet says so and gives the order to follow by hand")
{
    const CheckResult result = affectedResult();
    const InfoModel model = infoModel(PageId::switchSafely, &result);
    CHECK_THAT(s(model.text), Catch::Contains("not available in this window"));
    // Passwords come before everything else.
    CHECK_THAT(s(model.steps.first()), Catch::StartsWith("Kaspersky Password Manager: "));
    CHECK_THAT(s(model.steps.first()), Catch::Contains("saved passwords"));
    CHECK_THAT(s(model.steps.join(u' ')), Catch::Contains("Installed apps"));
    CheckResult onLinux = result;
    onLinux.snapshot.machine.os = OsFamily::linux;
    CHECK_THAT(s(infoModel(PageId::switchSafely, &onLinux).steps.join(u' ')), Catch::Contains("package manager"));
    const CheckResult refused = couldNotTellResult();
    const InfoModel look = infoModel(PageId::lookThere, &refused);
    CHECK(look.steps.size() == 2);
    CHECK_FALSE(look.note.isEmpty());
}
