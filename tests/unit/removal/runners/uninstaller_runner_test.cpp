#include "removal/runners/uninstaller_runner.h"

#include "support/fake_actions.h"
#include "support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

const std::string entry = R"(HKLM\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\K)";
const std::string program = R"(C:\Program Files\K L\un.exe)";
const std::string command = "\"" + program + "\" /x";
const ProgramSignature maker{ProgramSignature::Trust::trusted, "AO Kaspersky Lab", {}};

Step stepFor(RunUninstaller action)
{
    Step step;
    step.id = "remove:k";
    step.action = std::move(action);
    return step;
}

RunUninstaller uninstaller(std::string registered = command)
{
    return {std::move(registered), entry, {"ao kaspersky lab", "kaspersky lab *"}, false};
}

struct Bench {
    FakeHost host{OsFamily::windows};
    FakeActions actions;
    UninstallerRunner runner{host, actions};

    explicit Bench(const std::string& registered = command)
    {
        host.info.elevated = true;
        host.addText(entry, "UninstallString", registered);
        actions.fakeWindows().addProgram(program, maker);
        ends(0);
    }
    void ends(int code, bool stillRunning = false)
    {
        actions.fakePrograms().answer({program, "/x"}, ProgramEnd{code, "", stillRunning});
    }
    [[nodiscard]] StepOutcome run(const RunUninstaller& wanted = uninstaller())
    {
        return runner.run(stepFor(wanted), StepWatch{}, {});
    }
    [[nodiscard]] std::size_t runs() { return actions.fakePrograms().lines().size(); }
    void refuses(const RunUninstaller& wanted = uninstaller())
    {
        const StepOutcome outcome = run(wanted);
        INFO(outcome.detail.context);
        CHECK(outcome.kind == StepOutcome::Kind::refused);
        CHECK_FALSE(outcome.detail.context.empty());
        CHECK(runs() == 0);
    }
};

}   // namespace

TEST_CASE("a registered uninstaller runs with its arguments, and all it starts is waited for")
{
    Bench bench;
    bool held = false;
    bench.actions.fakePrograms().atStart = [&](const ProgramRun& run) {
        held = bench.actions.fakeWindows().isHeld(run.executable);
    };
    CHECK(bench.run().kind == StepOutcome::Kind::done);
    CHECK(held);
    CHECK(bench.actions.fakePrograms().lines() == std::vector<std::vector<std::string>>{{program, "/x"}});
    CHECK(bench.actions.fakePrograms().waitedFor() == ProgramRun::WaitFor::everythingItStarted);
    CHECK_FALSE(bench.actions.fakeWindows().isHeld(program));
}

TEST_CASE("whether a product is uninstalled is told by its entry")
{
    Bench bench;
    CHECK(bench.runner.check(stepFor(uninstaller())) == StepTruth::doesNotHold);
    bench.host.denyKey(entry);
    CHECK(bench.runner.check(stepFor(uninstaller())) == StepTruth::cannotTell);
    Bench gone;
    auto other = uninstaller();
    other.entry += "2";
    CHECK(gone.runner.check(stepFor(other)) == StepTruth::holds);
    CHECK(gone.run(other).kind == StepOutcome::Kind::done);
    CHECK(gone.runs() == 0);
    other.entry = "elsewhere";
    CHECK(gone.runner.check(stepFor(other)) == StepTruth::cannotTell);
    gone.refuses(other);
}

TEST_CASE("what a person can write is not run with administrator rights")
{
    Bench bench;
    auto own = uninstaller();
    own.userWritable = true;
    bench.refuses(own);
    own.userWritable = false;   // a plan that lies about it
    own.entry = R"(HKU\S-1-5-21-1-2-3-1001\Software\Microsoft\Windows\CurrentVersion\Uninstall\K)";
    bench.host.addText(own.entry, "UninstallString", command);
    bench.refuses(own);
    bench.host.info.elevated = false;
    CHECK(bench.run(own).kind == StepOutcome::Kind::done);
}

TEST_CASE("a command that is no longer the approved one is refused")
{
    Bench("\"C:\\Program Files\\K L\\un.exe\" /x /evil").refuses();
    Bench("").refuses();
    Bench bench;
    bench.refuses(uninstaller("\"C:\\Program Files\\K L\\other.exe\" /x"));
}

TEST_CASE("an uninstaller outside the folders of programs, signed by nobody or by somebody else is refused")
{
    for (const ProgramSignature& signature :
         {ProgramSignature{ProgramSignature::Trust::none, {}, {}},
          ProgramSignature{ProgramSignature::Trust::untrusted, "AO Kaspersky Lab", "changed"},
          ProgramSignature{ProgramSignature::Trust::trusted, "Somebody else", {}},
          ProgramSignature{ProgramSignature::Trust::trusted, "", {}}}) {
        Bench bench;
        bench.actions.fakeWindows().addProgram(program, signature);
        bench.refuses();
    }
    const std::string outside = R"(C:\Users\ana\un.exe)";
    Bench bench(outside);
    bench.actions.fakeWindows().addProgram(outside, maker);
    bench.refuses(uninstaller(outside));
    const std::string beside = R"(C:\Program Files evil\un.exe)";
    Bench lookalike(beside);
    lookalike.actions.fakeWindows().addProgram(beside, maker);
    lookalike.refuses(uninstaller(beside));
    auto nobody = uninstaller();
    nobody.signers.clear();
    Bench{}.refuses(nobody);
}

TEST_CASE("a command without quotes is run only if one program alone can be meant")
{
    const std::string open = program + " /x";
    Bench bench(open);
    CHECK(bench.run(uninstaller(open)).kind == StepOutcome::Kind::done);
    const std::string twofold = R"(C:\Program Files\K.exe L\un.exe /x)";
    Bench two(twofold);
    two.actions.fakeWindows().addProgram(R"(C:\Program Files\K.exe)", maker);
    two.actions.fakeWindows().addProgram(R"(C:\Program Files\K.exe L\un.exe)", maker);
    two.refuses(uninstaller(twofold));
    Bench unreadable(twofold);
    unreadable.actions.fakeWindows().failHold(R"(C:\Program Files\K.exe)", Error{ErrorCode::accessDenied, "K.exe", 5});
    unreadable.actions.fakeWindows().addProgram(R"(C:\Program Files\K.exe L\un.exe)", maker);
    CHECK(unreadable.run(uninstaller(twofold)).kind == StepOutcome::Kind::failed);
    CHECK(unreadable.runs() == 0);
    Bench link(command);
    link.actions.fakeWindows().failHold(program, Error{ErrorCode::unsupported, "a link on the way", 0});
    link.refuses();
    Bench script("cmd.exe /q del");
    script.refuses(uninstaller("cmd.exe /q del"));
}

TEST_CASE("how an uninstaller ended is told, a restart among it")
{
    const auto ended = [](int code, bool stillRunning = false) {
        Bench bench;
        bench.actions.fakePrograms() = FakePrograms{};
        bench.ends(code, stillRunning);
        return bench.run();
    };
    CHECK(ended(3010).kind == StepOutcome::Kind::restartNeeded);
    CHECK(ended(3010).detail.context.empty());
    CHECK(ended(1602).kind == StepOutcome::Kind::declined);
    CHECK(ended(1618).kind == StepOutcome::Kind::busy);
    CHECK(ended(7).kind == StepOutcome::Kind::failed);
    CHECK(ended(7).code == 7);
    const StepOutcome left = ended(0, true);
    CHECK(left.kind == StepOutcome::Kind::failed);
    CHECK(left.detail.code == ErrorCode::timeout);
    CHECK_FALSE(left.code);
}

TEST_CASE("an uninstaller is not begun after somebody asked to stop")
{
    Bench bench;
    std::stop_source stop;
    stop.request_stop();
    CHECK(bench.runner.run(stepFor(uninstaller()), StepWatch{}, stop.get_token()).detail.code == ErrorCode::cancelled);
    CHECK(bench.runs() == 0);
}
