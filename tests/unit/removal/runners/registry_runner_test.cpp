#include "removal/runners/registry_runner.h"

#include "removal/runners/registry_place.h"
#include "removal/runners/restore_point_runner.h"
#include "support/fake_actions.h"
#include "support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

const std::string service = R"(HKLM\SYSTEM\CurrentControlSet\Services\AVP21.3)";
const std::string roots = R"(HKLM\SOFTWARE\Microsoft\SystemCertificates\ROOT\Certificates\)";
const std::string thumbprint = "00112233445566778899AABBCCDDEEFF00112233";
const std::string forceList = R"(HKLM\SOFTWARE\Policies\Google\Chrome\ExtensionInstallForcelist)";

struct Bench {
    FakeHost host{OsFamily::windows};
    FakeActions actions;
    RegistryRunner runner{host, actions};

    FakeRegistryQuarantine& registry() { return actions.fakeWindows().fakeRegistry; }
    [[nodiscard]] static Step step(StepAction action)
    {
        Step step;
        step.id = "leftover:x";
        step.undo = Undo::possible;
        step.action = std::move(action);
        return step;
    }
    [[nodiscard]] StepTruth check(StepAction action) { return runner.check(step(std::move(action))); }
    [[nodiscard]] StepOutcome run(StepAction action) { return runner.run(step(std::move(action)), StepWatch{}, {}); }
    void refuses(StepAction action)
    {
        const StepOutcome outcome = run(std::move(action));
        INFO(outcome.detail.context);
        CHECK(outcome.kind == StepOutcome::Kind::refused);
        CHECK(registry().prepared.empty());
    }
    void addService(const std::string& image, std::uint64_t type = 0x10)
    {
        host.addNumber(service, "Type", type);
        host.addText(service, "ImagePath", image);
    }
};

std::string whyStays(const std::string& display)
{
    return whyKeyStays(keyNamed(display).value());
}

}   // namespace

TEST_CASE("a key is named as it is shown, and nothing else names one")
{
    CHECK(keyNamed(R"(HKLM\SOFTWARE\WOW6432Node\A)")->display() == R"(HKLM\SOFTWARE\WOW6432Node\A)");
    CHECK(keyNamed(R"(HKU\S-1-5-21-1\Software\A)")->hive == Hive::users);
    for (const auto* wrong :
         {"", "HKLM", "HKLM\\", "HKCU\\Software\\A", "HKLM\\A\\\\B", "HKLM\\A\\", "hklm\\A", "HKLM\\A\xff", "C:\\A"}) {
        CHECK_FALSE(keyNamed(wrong));
    }
}

TEST_CASE("keys of the system and keys several programs share are never removed")
{
    CHECK(whyStays(R"(HKLM\SOFTWARE\KasperskyLab)").empty());
    CHECK(whyStays(R"(HKLM\SOFTWARE\WOW6432Node\KasperskyLab\AVP21.3)").empty());
    CHECK(whyStays(R"(HKU\S-1-5-21-1\Software\KasperskyLab)").empty());
    CHECK(whyStays(R"(HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\{1})").empty());
    CHECK(whyStays(R"(HKLM\SOFTWARE\Google\Chrome\NativeMessagingHosts\com.kaspersky.host)").empty());
    for (const auto* kept :
         {R"(HKLM\SOFTWARE)", R"(HKLM\SOFTWARE\WOW6432Node)", R"(HKLM\SOFTWARE\Microsoft)",
          R"(HKLM\SOFTWARE\Classes\x)", R"(HKLM\SOFTWARE\Microsoft\Windows)",
          R"(HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall)",
          R"(HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run)", R"(HKLM\SOFTWARE\Policies\Google)",
          R"(HKLM\SOFTWARE\Google\Chrome)", R"(HKLM\SOFTWARE\Offramp\Quarantine)", R"(HKLM\SYSTEM\CurrentControlSet)",
          R"(HKLM\SYSTEM\CurrentControlSet\Services\klif)", R"(HKLM\SAM\x)", R"(HKU\S-1-5-21-1)",
          R"(HKU\S-1-5-21-1\Software)", R"(HKU\S-1-5-21-1\Environment)"}) {
        INFO(kept);
        CHECK_FALSE(whyStays(kept).empty());
        Bench bench;
        bench.host.addKey(kept);
        bench.refuses(RemoveRegistryKey{kept});
    }
}

TEST_CASE("a key is copied before it is taken, and what was copied is written down before")
{
    Bench bench;
    const std::string key = R"(HKLM\SOFTWARE\WOW6432Node\KasperskyLab)";
    CHECK(bench.check(RemoveRegistryKey{key}) == StepTruth::holds);
    CHECK(bench.run(RemoveRegistryKey{key}).kind == StepOutcome::Kind::done);
    CHECK(bench.registry().prepared.empty());
    bench.host.addKey(key);
    CHECK(bench.check(RemoveRegistryKey{key}) == StepTruth::doesNotHold);
    StepWatch watch;
    bool before = false;
    watch.remember = [&](const std::string& undo) -> Result<void> {
        before = bench.registry().taken.empty() && !undo.empty();
        return {};
    };
    const StepOutcome outcome = bench.runner.run(Bench::step(RemoveRegistryKey{key}), watch, {});
    CHECK(outcome.kind == StepOutcome::Kind::done);
    CHECK(before);
    REQUIRE(bench.registry().prepared.size() == 1);
    CHECK(bench.registry().prepared[0].key.display() == key);
    CHECK(bench.registry().taken.size() == 1);
    CHECK(bench.runner.undo(Bench::step(RemoveRegistryKey{key}), outcome.undo));
    CHECK(bench.registry().back == bench.registry().taken);
    CHECK_FALSE(bench.runner.undo(Bench::step(RemoveRegistryKey{key}), "{}"));
    bench.host.denyKey(key);
    CHECK(bench.check(RemoveRegistryKey{key}) == StepTruth::cannotTell);

    Bench unwritten;
    unwritten.host.addKey(key);
    watch.remember = [](const std::string&) { return fail(ErrorCode::io, "disk full"); };
    CHECK(unwritten.runner.run(Bench::step(RemoveRegistryKey{key}), watch, {}).kind == StepOutcome::Kind::failed);
    CHECK(unwritten.registry().taken.empty());
}

TEST_CASE("a service goes only if it is none of Windows' drivers, does not run, and its program is gone")
{
    const std::string image = R"("C:\Program Files (x86)\K\avp.exe" -r)";
    Bench bench;
    bench.addService(image);
    CHECK(bench.run(RemoveService{"AVP21.3"}).kind == StepOutcome::Kind::done);
    REQUIRE(bench.registry().prepared.size() == 1);
    CHECK(bench.registry().prepared[0].kind == RegistryThing::Kind::service);
    Bench there;
    there.addService(image);
    there.host.addFile(R"(C:\Program Files (x86)\K\avp.exe)");
    there.refuses(RemoveService{"AVP21.3"});
    Bench hidden;
    hidden.addService(image);
    hidden.host.deny(R"(C:\Program Files (x86)\K)");
    hidden.refuses(RemoveService{"AVP21.3"});
    Bench driver;
    driver.addService(R"(\SystemRoot\system32\drivers\klif.sys)", 1);
    driver.refuses(RemoveService{"AVP21.3"});
    Bench shared;
    shared.addService(R"(%SystemRoot%\System32\svchost.exe -k x)", 0x20);
    shared.refuses(RemoveService{"AVP21.3"});
    Bench running;
    running.addService(image);
    running.host.fakeManagers().serviceAnswer = std::vector<ServiceStatus>{{"avp21.3", "", false, true}};
    running.refuses(RemoveService{"AVP21.3"});
    Bench strange;
    strange.refuses(RemoveService{R"(..\Services\AVP21.3)"});
    strange.refuses(RemoveService{""});
}

TEST_CASE("a certificate goes only out of a list of roots, by its own thumbprint")
{
    Bench bench;
    bench.host.addKey(roots + thumbprint);
    bench.refuses(RemoveCertificate{"0011", roots + "0011"});
    bench.refuses(RemoveCertificate{thumbprint, roots});
    bench.refuses(RemoveCertificate{thumbprint, R"(HKLM\SOFTWARE\KasperskyLab\)" + thumbprint});
    bench.refuses(RemoveCertificate{"FF112233445566778899AABBCCDDEEFF00112233", roots + thumbprint});
    CHECK(bench.run(RemoveCertificate{thumbprint, roots + thumbprint}).kind == StepOutcome::Kind::done);
    Bench user;
    const std::string own = R"(HKU\S-1-5-21-1\Software\Microsoft\SystemCertificates\Root\Certificates\)" + thumbprint;
    user.host.addKey(own);
    CHECK(user.run(RemoveCertificate{thumbprint, own}).kind == StepOutcome::Kind::done);
}

TEST_CASE("of a list of extensions one value goes")
{
    Bench bench;
    bench.host.addText(forceList, "1", "other;https://example.org");
    bench.host.addText(forceList, "2", "ABC;https://example.org");
    CHECK(bench.check(RemoveBrowserPolicy{forceList, "abc"}) == StepTruth::doesNotHold);
    CHECK(bench.check(RemoveBrowserPolicy{forceList, "abcd"}) == StepTruth::holds);
    CHECK(bench.run(RemoveBrowserPolicy{forceList, "abc"}).kind == StepOutcome::Kind::done);
    REQUIRE(bench.registry().prepared.size() == 1);
    CHECK(bench.registry().prepared[0].kind == RegistryThing::Kind::value);
    CHECK(bench.registry().prepared[0].value == "2");
    Bench elsewhere;
    elsewhere.host.addText(R"(HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run)", "x", "abc");
    elsewhere.refuses(RemoveBrowserPolicy{R"(HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run)", "abc"});
}

TEST_CASE("that there is no restore point is said and holds nothing up")
{
    FakeActions actions;
    RestorePointRunner runner(actions);
    Step step;
    step.action = MakeRestorePoint{};
    CHECK(runner.run(step, {}, {}).detail.context.empty());
    actions.fakeWindows().restorePoint = WindowsActions::RestorePoint{false, 0, "System Protection is turned off"};
    const StepOutcome off = runner.run(step, {}, {});
    CHECK(off.kind == StepOutcome::Kind::done);
    CHECK(off.detail.context.find("System Protection is turned off") != std::string::npos);
    CHECK(runner.check(step) == StepTruth::cannotTell);
}
