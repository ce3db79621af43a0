#include "domain/assessment.h"
#include "tests/support/small_catalog.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace offramp;

namespace {

struct Case {
    Catalog catalog = test::smallCatalog();
    std::vector<Installation> installations;
    Person person = Person::us;
    const char* asOf = "2026-11-23T12:00:00-05:00";
    bool conclusive = true;

    Installation& add(const std::string& productId, InstallationState state = InstallationState::installed)
    {
        const Product& product = catalog.products.at(productId);
        Installation installation;
        installation.productId = productId;
        installation.vendorId = product.vendor;
        installation.name = product.name;
        installation.role = product.role;
        installation.state = state;
        installation.confidence = Confidence::certain;
        installations.push_back(installation);
        return installations.back();
    }

    [[nodiscard]] MachineAssessment run() const
    {
        return assess({installations, catalog.products, catalog.timeline, person, parseInstant(asOf)->instant,
                       conclusive, std::nullopt});
    }
};

bool says(const Assessment& assessment, ReasonCode code)
{
    return std::any_of(assessment.reasons.begin(), assessment.reasons.end(),
                       [&](const Reason& reason) { return reason.code == code; });
}

}   // namespace

TEST_CASE("an antivirus in the United States has had no updates since September 29, 2024")
{
    Case one;
    one.add("kaspersky-2022");
    const auto result = one.run();
    CHECK(result.verdict == Verdict::affected);
    const Assessment& assessment = result.assessments.at(0);
    CHECK(assessment.status == Status::updatesEnded);
    CHECK(assessment.daysSince == 785);
    CHECK(toString(assessment.since.value()) == "2024-09-29");
    CHECK(assessment.eventId == "updates-end");
    CHECK(says(assessment, ReasonCode::classIsNamed));
    CHECK(says(assessment, ReasonCode::useIsNotAnOffense));
}

TEST_CASE("the rules begin at midnight Eastern, to the second")
{
    Case one;
    one.add("kaspersky-2022");
    const auto statusAt = [&](const char* asOf) {
        one.asOf = asOf;
        return one.run().assessments.at(0).status;
    };
    CHECK(statusAt("2024-07-19T23:59:59-04:00") == Status::notYet);
    CHECK(statusAt("2024-07-20T00:00:00-04:00") == Status::salesEnded);
    CHECK(statusAt("2024-09-28T23:59:59-04:00") == Status::salesEnded);
    CHECK(statusAt("2024-09-29T00:00:00-04:00") == Status::updatesEnded);
    // The same moment is already the 29th in Berlin, and that changes nothing.
    CHECK(statusAt("2024-09-29T05:59:59+02:00") == Status::salesEnded);
}

TEST_CASE("days since the rule are counted on the calendar of its zone across daylight saving")
{
    Case one;
    one.add("kaspersky-2022");
    const auto daysAt = [&](const char* asOf) {
        one.asOf = asOf;
        return one.run().assessments.at(0).daysSince.value();
    };
    CHECK(daysAt("2024-09-29T00:00:00-04:00") == 0);
    CHECK(daysAt("2024-11-03T23:30:00-05:00") == 35);
    CHECK(daysAt("2024-11-04T00:00:00-05:00") == 36);
    CHECK(daysAt("2024-11-04T04:30:00Z") == 35);
}

TEST_CASE("a federal agency may not use it at all, and that rule is older")
{
    Case one;
    one.person = Person::federal;
    one.add("kaspersky-password-manager");
    one.asOf = "2019-01-01T12:00:00-05:00";
    const auto result = one.run();
    CHECK(result.verdict == Verdict::affected);
    CHECK(result.assessments.at(0).status == Status::useProhibited);
    CHECK(result.assessments.at(0).eventId == "federal-ban");
}

TEST_CASE("a prohibition that leaves products out does not reach exempt ones")
{
    Case one;
    one.person = Person::federal;
    one.add("kaspersky-threat-intelligence");
    CHECK(one.run().assessments.at(0).status == Status::useProhibited);
    one.catalog.timeline.events[0].exempts = {"threat intelligence"};
    CHECK(one.run().assessments.at(0).status == Status::exempt);
}

TEST_CASE("nobody is told that a rule binds them when it does not")
{
    Case one;
    one.add("kaspersky-2022");
    one.person = Person::other;
    CHECK(one.run().assessments.at(0).status == Status::notBound);
    CHECK(one.run().verdict == Verdict::exempt);
    one.person = Person::otherGovernment;
    CHECK(one.run().assessments.at(0).status == Status::unclear);
    CHECK(one.run().verdict == Verdict::unclear);
}

TEST_CASE("a general clause nobody confirmed makes a product likely covered, and the machine unclear")
{
    Case one;
    one.add("kaspersky-vpn");
    const auto result = one.run();
    CHECK(result.assessments.at(0).status == Status::likelyCovered);
    CHECK(result.verdict == Verdict::unclear);
}

TEST_CASE("a password manager no text names is unclear and is said to hold passwords")
{
    Case one;
    one.add("kaspersky-password-manager");
    const auto result = one.run();
    CHECK(result.verdict == Verdict::unclear);
    CHECK(says(result.assessments.at(0), ReasonCode::holdsPasswords));
}

TEST_CASE("UltraAV is a move, not a Kaspersky product, and says when it came")
{
    Case one;
    one.add("ultraav");
    const auto result = one.run();
    CHECK(result.verdict == Verdict::moved);
    CHECK(toString(result.assessments.at(0).since.value()) == "2024-09-17");
    one.add("kaspersky-2022");
    CHECK(one.run().verdict == Verdict::affected);
}

TEST_CASE("UltraAV was not put anywhere before it came, and nothing is said about Kaspersky that was not looked for")
{
    Case one;
    one.add("ultraav");
    one.asOf = "2020-01-01T12:00:00Z";
    CHECK(one.run().assessments.at(0).status == Status::notYet);
    one.asOf = "2026-11-23T12:00:00Z";
    const auto headline = [&] { return headlineOf(one.run(), one.installations, Instant{}).code; };
    CHECK(headline() == ReasonCode::headlineMoved);
    one.conclusive = false;
    CHECK(headline() == ReasonCode::headlineMovedNotSure);
}

TEST_CASE("what is installed comes before what is left, whoever asks")
{
    Case one;
    one.person = Person::other;
    one.add("kaspersky-2022");
    one.add("kaspersky", InstallationState::leftover);
    CHECK(one.run().verdict == Verdict::exempt);
    one.conclusive = false;
    CHECK(one.run().verdict == Verdict::couldNotTell);
    CHECK(headlineOf(one.run(), one.installations, Instant{}).code == ReasonCode::headlineHereNotAllRead);
}

TEST_CASE("what nobody confirmed never decides the verdict")
{
    Case one;
    one.add("kaspersky-2022").confidence = Confidence::notSure;
    CHECK(one.run().verdict == Verdict::unclear);
}

TEST_CASE("clean, traces and exempt are only said when every essential place was read")
{
    Case one;
    CHECK(one.run().verdict == Verdict::clean);
    one.conclusive = false;
    CHECK(one.run().verdict == Verdict::couldNotTell);
    one.add("kaspersky", InstallationState::leftover);
    CHECK(one.run().verdict == Verdict::couldNotTell);
    one.conclusive = true;
    CHECK(one.run().verdict == Verdict::traces);
    one.installations.clear();
    one.add("kaspersky-threat-intelligence");
    CHECK(one.run().verdict == Verdict::exempt);
    one.conclusive = false;
    CHECK(one.run().verdict == Verdict::couldNotTell);
    // What is surely there is said whatever could not be read.
    one.add("kaspersky-2022");
    CHECK(one.run().verdict == Verdict::affected);
}

TEST_CASE("a portable copy is a trace, not an installation")
{
    Case one;
    one.add("kvrt", InstallationState::portable);
    CHECK(one.run().verdict == Verdict::traces);
}

TEST_CASE("databases newer than the end of updates are told as what they are")
{
    Case one;
    Installation& installation = one.add("kaspersky-2022");
    installation.facts.databasesUpdatedAt = parseInstant("2026-11-20T08:00:00Z")->instant;
    auto assessment = one.run().assessments.at(0);
    CHECK(assessment.status == Status::updatesEnded);
    CHECK(assessment.gotUpdatesAfterwards == true);
    CHECK(says(assessment, ReasonCode::databasesNewerThanBan));
    one.installations[0].facts.databasesUpdatedAt = parseInstant("2024-09-28T20:00:00Z")->instant;
    assessment = one.run().assessments.at(0);
    CHECK(assessment.gotUpdatesAfterwards == false);
    CHECK(assessment.databaseAgeDays == 786);
    CHECK(says(assessment, ReasonCode::databasesOld));
}

TEST_CASE("an administration agent means the computer is managed")
{
    Case one;
    Installation& agent = one.add("kaspersky-2022");
    agent.role = ProductRole::managementAgent;
    CHECK(one.run().managed);
    one.installations[0].state = InstallationState::leftover;
    CHECK_FALSE(one.run().managed);
}

TEST_CASE("the headline names the antivirus, not its companions")
{
    Case one;
    one.add("kaspersky-vpn");
    one.add("kaspersky-2022").edition = "Plus";
    const auto result = one.run();
    const Reason headline = headlineOf(result, one.installations, parseInstant(one.asOf)->instant);
    CHECK(headline.code == ReasonCode::headlineUpdatesEnded);
    CHECK(std::get<std::string>(headline.arguments.at(0)) == "Kaspersky Plus");
}
