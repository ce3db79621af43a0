// What a step asks, and what it is answered.
#include "unit/session/scripted_stage.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::test;

TEST_CASE("removal session: a password is asked for, handed over once and kept nowhere")
{
    RemovalBench bench;
    std::string got;
    bench.script.run = [&](const Step& step, const StepWatch& watch, std::stop_token) {
        if (removesProduct(step.action)) {
            got = watch.password();
        }
        return StepOutcome{};
    };
    bench.approve();
    REQUIRE(waitUntil([&] {
        const auto now = bench.session->state();
        return now.running && now.running->needsPassword;
    }));
    bench.session->givePassword("open sesame");
    const RemovalState state = rested(*bench.session);
    CHECK(got == "open sesame");
    for (const Transition& transition : state.record->transitions) {
        CHECK(transition.detail.find("sesame") == std::string::npos);
    }
    const auto report = bench.session->report(RemovalReportFormat::json, Redaction::off, {});
    REQUIRE(report);
    CHECK(report->find("sesame") == std::string::npos);
}

TEST_CASE("removal session: a window of the vendor's program is known while it is open")
{
    RemovalBench bench;
    bench.script.run = [&](const Step& step, const StepWatch& watch, std::stop_token) {
        if (removesProduct(step.action)) {
            watch.window(131146);
            CHECK(bench.session->state().running->window == 131146);
            watch.window(0);
            CHECK(bench.session->state().running->window == 0);
            watch.window(5);   // still open when its program ends
        }
        return StepOutcome{};
    };
    bench.approve();
    const RemovalState state = rested(*bench.session);
    CHECK((!state.running || state.running->window == 0));
}

TEST_CASE("removal session: a program without a sign of life is waited for until the person says otherwise")
{
    RemovalBench bench;
    std::vector<bool> answers;
    bench.script.run = [&](const Step& step, const StepWatch& watch, std::stop_token) {
        if (removesProduct(step.action)) {
            answers.push_back(watch.silent(std::chrono::seconds{180}));
            answers.push_back(watch.silent(std::chrono::seconds{360}));
        }
        return StepOutcome{};
    };
    bench.approve();
    for (const bool stop : {false, true}) {
        REQUIRE(waitUntil([&] {
            const auto now = bench.session->state();
            return now.running && now.running->silent == std::chrono::seconds{stop ? 360 : 180};
        }));
        bench.session->answerSilence(stop);
    }
    static_cast<void>(rested(*bench.session));
    CHECK(answers == std::vector<bool>{false, true});
}

TEST_CASE("removal session: exported passwords that were counted settle their guard and are written down as a number")
{
    RemovalBench bench;
    prepared(*bench.session, bench.before);
    bench.session->readVaultExport("export.txt");
    REQUIRE(waitUntil([&] { return bench.session->state().vault.has_value(); }));
    CHECK(bench.session->state().vaultMayBeWiped);
    bench.approve();
    const RemovalState state = rested(*bench.session);
    const auto& answers = state.record->answers;
    CHECK(std::any_of(answers.begin(), answers.end(), [](const Answer& each) {
        return each.question == "passwordVault" && each.answer == "counted 3";
    }));
}
