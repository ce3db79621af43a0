#include "session/session.h"
#include "tests/support/fake_host.h"
#include "tests/support/small_catalog.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

using namespace offramp;

namespace {

void waitWhileRunning(const Session& session)
{
    for (int attempt = 0; attempt < 2000 && session.state().phase == CheckPhase::running; ++attempt) {
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
}

}   // namespace

TEST_CASE("a session checks on a worker and tells its observers until they leave")
{
    const Catalog catalog = test::smallCatalog();
    FakeHost host(OsFamily::linux);
    const auto session = makeSession(host, catalog, {});
    std::atomic<int> told = 0;
    auto subscription = session->subscribe([&] { ++told; });
    CHECK(session->state().phase == CheckPhase::idle);
    session->startCheck();
    waitWhileRunning(*session);
    REQUIRE(session->state().phase == CheckPhase::done);
    REQUIRE(session->state().result != nullptr);
    CHECK(told >= 2);
    subscription.reset();
    const int before = told;
    session->setPerson(Person::other);
    CHECK(told == before);
}

TEST_CASE("another person is judged from the same result, without a second scan")
{
    const Catalog catalog = test::smallCatalog();
    FakeHost host(OsFamily::linux);
    const auto session = makeSession(host, catalog, {});
    session->startCheck();
    waitWhileRunning(*session);
    const auto first = session->state().result;
    session->setPerson(Person::federal);
    const auto second = session->state().result;
    REQUIRE(second != first);
    CHECK(second->person == Person::federal);
    CHECK(second->snapshot.takenAt == first->snapshot.takenAt);
}

TEST_CASE("a check that is started again or abandoned leaves nothing running")
{
    const Catalog catalog = test::smallCatalog();
    FakeHost host(OsFamily::windows);
    for (int round = 0; round < 20; ++round) {
        const auto session = makeSession(host, catalog, {});
        session->startCheck();
        session->cancelCheck();
        session->startCheck();
        if (round % 2 == 0) {
            waitWhileRunning(*session);
            CHECK(session->state().phase == CheckPhase::done);
        }
    }
}

TEST_CASE("what could not be read is said beside the verdict")
{
    const Catalog catalog = test::smallCatalog();
    FakeHost host(OsFamily::windows);
    const auto result = check(host, catalog, {}, {}, {});
    REQUIRE(result.has_value());
    for (const SourceReport& report : result->snapshot.reports) {
        INFO(toString(report.source));
        CHECK((report.coverage != Coverage::complete || report.issues.empty()));
    }
    CHECK((result->assessment.verdict == Verdict::clean || result->assessment.verdict == Verdict::couldNotTell));
}

TEST_CASE("a stopped scan is cancelled, not clean")
{
    const Catalog catalog = test::smallCatalog();
    FakeHost host(OsFamily::linux);
    std::stop_source stop;
    stop.request_stop();
    const auto result = check(host, catalog, {}, {}, stop.get_token());
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == ErrorCode::cancelled);
}

TEST_CASE("facts that have run out say so and call nothing clean any more, but still name what is affected")
{
    Catalog catalog = test::smallCatalog();
    FakeHost host(OsFamily::linux);
    const auto verdictAt = [&](Instant now) {
        host.fakeClock().at = now;
        return check(host, catalog, {}, {}, {})->assessment;
    };
    const auto gives = [](const MachineAssessment& assessment, ReasonCode code) {
        return std::any_of(assessment.reasons.begin(), assessment.reasons.end(),
                           [&](const Reason& reason) { return reason.code == code; });
    };
    const auto before = verdictAt(catalog.info.expiresAt - std::chrono::hours{1});
    const auto after = verdictAt(catalog.info.expiresAt + std::chrono::hours{1});
    CHECK_FALSE(gives(before, ReasonCode::catalogOld));
    CHECK_FALSE(gives(before, ReasonCode::factsTooOld));
    CHECK(gives(after, ReasonCode::catalogOld));
    CHECK(after.verdict == Verdict::couldNotTell);
    CHECK((before.verdict != Verdict::clean || gives(after, ReasonCode::factsTooOld)));
}

TEST_CASE("what was wrong with a better catalog is part of the answer")
{
    Catalog catalog = test::smallCatalog();
    catalog.info.notices.push_back(Reason{ReasonCode::catalogFellBack, {std::string("43")}, {}});
    FakeHost host(OsFamily::linux);
    const auto result = check(host, catalog, {}, {}, {});
    REQUIRE(result.has_value());
    const auto& reasons = result->assessment.reasons;
    CHECK(std::any_of(reasons.begin(), reasons.end(),
                      [](const Reason& reason) { return reason.code == ReasonCode::catalogFellBack; }));
}
