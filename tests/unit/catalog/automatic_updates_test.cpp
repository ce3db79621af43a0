#include "catalog/automatic_updates.h"

#include "unit/catalog/mini_catalog.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <future>

using namespace offramp;
using namespace std::chrono_literals;

namespace {

UpdateOutcome outcomeOf(UpdateResult result)
{
    UpdateOutcome outcome;
    outcome.result = result;
    return outcome;
}

}   // namespace

TEST_CASE("automatic updates ask again and again, and tell only of tries that were made")
{
    std::promise<void> asked;
    std::atomic<int> asks = 0;
    std::atomic<int> told = 0;
    {
        const AutomaticUpdates updates(
            [&](const std::stop_token&) {
                const int ask = ++asks;
                if (ask == 4) {
                    asked.set_value();
                }
                return outcomeOf(ask == 2 ? UpdateResult::installed : UpdateResult::notDue);
            },
            [&](const UpdateOutcome& outcome) {
                CHECK(outcome.result == UpdateResult::installed);
                ++told;
            },
            {1ms, 1ms});
        REQUIRE(asked.get_future().wait_for(30s) == std::future_status::ready);
    }
    CHECK(told == 1);
}

TEST_CASE("a program that ends stops the update that runs, and does not wait for the next one")
{
    std::promise<void> running;
    int told = 0;
    {
        const AutomaticUpdates updates(
            [&](const std::stop_token& stop) {
                running.set_value();
                while (!stop.stop_requested()) {
                    std::this_thread::yield();
                }
                return outcomeOf(UpdateResult::cancelled);
            },
            [&](const UpdateOutcome&) { ++told; }, {0ms, 24h});
        REQUIRE(running.get_future().wait_for(30s) == std::future_status::ready);
    }
    CHECK(told == 0);
    const AutomaticUpdates waiting([](const std::stop_token&) { return outcomeOf(UpdateResult::failed); }, {},
                                   {24h, 24h});
}

TEST_CASE("nothing is asked of any server while the person has not allowed it")
{
    const test::ScratchFolder folder;
    CatalogPlaces places;
    places.vaultFolder = folder / "vault";
    UpdateSettings settings;
    settings.mirrors = {"https://127.0.0.1:1/"};   // answers nobody
    const SystemClock clock;
    CatalogUpdater updater(places, settings, clock);
    std::promise<UpdateOutcome> asked;
    {
        std::atomic<bool> first = true;
        const AutomaticUpdates updates(
            [&](std::stop_token stop) {
                auto outcome = updater.updateIfDue({}, std::move(stop));
                if (first.exchange(false)) {
                    asked.set_value(outcome);
                }
                return outcome;
            },
            [](const UpdateOutcome&) { FAIL("a try was made"); }, {0ms, 24h});
        const auto outcome = asked.get_future().get();
        CHECK(outcome.result == UpdateResult::notDue);
        CHECK(outcome.attempts.empty());
    }
}
