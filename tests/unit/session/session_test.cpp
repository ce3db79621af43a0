#include "session/session.h"
#include "tests/support/fake_host.h"
#include "tests/support/small_catalog.h"

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
