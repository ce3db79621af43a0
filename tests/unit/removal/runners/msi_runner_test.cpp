#include "removal/runners/msi_runner.h"

#include "support/fake_actions.h"
#include "support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

const std::string code = "{5D0A6B1E-0000-4E0E-9A7A-00000000A001}";

Step removal(PasswordPass pass = PasswordPass::none, std::string productCode = code)
{
    Step step;
    step.id = "remove:k:" + productCode;
    step.action = RemoveMsiProduct{std::move(productCode), pass};
    return step;
}

struct Bench {
    FakeHost host{OsFamily::windows};
    FakeActions actions;
    MsiRunner runner{host, actions};

    FakeWindows& windows() { return actions.fakeWindows(); }
    [[nodiscard]] StepOutcome run(const Step& step, const std::string& password = {})
    {
        StepWatch watch;
        watch.password = [&] { return password; };
        return runner.run(step, watch, {});
    }
};

StepOutcome ended(unsigned with, PasswordPass pass = PasswordPass::none, const std::string& password = {})
{
    Bench bench;
    bench.windows().msiAnswer = WindowsActions::MsiAnswer{with, "said", false};
    return bench.run(removal(pass), password);
}

}   // namespace

TEST_CASE("whether a product is there is asked of Windows Installer")
{
    Bench bench;
    CHECK(bench.runner.check(removal()) == StepTruth::cannotTell);
    bench.host.fakeManagers().installerAnswer = std::vector<InstallerProduct>{};
    CHECK(bench.runner.check(removal()) == StepTruth::holds);
    InstallerProduct product;
    product.productCode = code;
    bench.host.fakeManagers().installerAnswer = std::vector<InstallerProduct>{product};
    CHECK(bench.runner.check(removal()) == StepTruth::doesNotHold);
}

TEST_CASE("what Windows Installer ended with is told")
{
    CHECK(ended(0).kind == StepOutcome::Kind::done);
    CHECK(ended(3010).kind == StepOutcome::Kind::restartNeeded);
    CHECK(ended(3010).code == 3010);
    CHECK(ended(1605).kind == StepOutcome::Kind::done);
    CHECK(ended(1618).kind == StepOutcome::Kind::busy);
    CHECK(ended(1603).kind == StepOutcome::Kind::failed);
    CHECK(ended(1603).detail.context.find("said") != std::string::npos);
    Bench hangs;
    hangs.windows().msiAnswer = WindowsActions::MsiAnswer{0, {}, true};
    const StepOutcome outcome = hangs.run(removal());
    CHECK(outcome.kind == StepOutcome::Kind::failed);
    CHECK_FALSE(outcome.code);
    Bench without;
    without.windows().msiAnswer = fail(ErrorCode::unsupported, "Windows Installer");
    CHECK(without.run(removal()).kind == StepOutcome::Kind::refused);
}

TEST_CASE("a password is asked for only where the plan says how it is passed, and goes nowhere else")
{
    Bench none;
    CHECK(none.run(removal(), "secret").kind == StepOutcome::Kind::done);
    CHECK(none.windows().msiLines == std::vector<std::string>{code + " "});
    Bench login;
    CHECK(login.run(removal(PasswordPass::loginAndPassword), "s3 \"x\"").detail.context.empty());
    CHECK(login.windows().msiLines == std::vector<std::string>{code + " KLLOGIN=KLAdmin KLPASSWD=\"s3 \"\"x\"\"\""});
    Bench hex;
    CHECK(hex.run(removal(PasswordPass::hexPassword), "aÄ€😀").detail.context.empty());
    CHECK(hex.windows().msiLines == std::vector<std::string>{code + " KLUNINSTPASSWD=6100C400AC203DD800DE"});
    const StepOutcome wrong = ended(1603, PasswordPass::loginAndPassword, "secret");
    CHECK(wrong.kind == StepOutcome::Kind::failed);
    CHECK(wrong.detail.context.find("password may be wrong") != std::string::npos);
    CHECK(wrong.detail.context.find("secret") == std::string::npos);
    CHECK(ended(1603, PasswordPass::loginAndPassword).kind == StepOutcome::Kind::needsPassword);
    CHECK(ended(1618, PasswordPass::loginAndPassword).kind == StepOutcome::Kind::busy);
    Bench strange;
    CHECK(strange.run(removal(PasswordPass::loginAndPassword), "a\xff").kind == StepOutcome::Kind::refused);
    CHECK(strange.windows().msiLines.empty());
}

TEST_CASE("only a product code reaches Windows Installer")
{
    for (const auto* wrong : {"", "{}", "setup.msi", "{5D0A6B1E-0000-4E0E-9A7A-00000000A001} ADDLOCAL=X",
                              "{5d0a6b1e-0000-4e0e-9a7a-00000000a001}", "5D0A6B1E-0000-4E0E-9A7A-00000000A001"}) {
        Bench bench;
        CHECK(bench.run(removal(PasswordPass::none, wrong)).kind == StepOutcome::Kind::refused);
        CHECK(bench.windows().msiLines.empty());
    }
}
