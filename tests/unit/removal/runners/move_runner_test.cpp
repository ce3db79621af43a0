#include "removal/runners/move_runner.h"

#include "removal/runners/kept_places.h"
#include "removal/runners/movable_path.h"
#include "removal/runners/systemd_unit_runner.h"
#include "support/fake_actions.h"
#include "support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

Step moving(std::string path, bool folder = true)
{
    Step step;
    step.id = "leftover:" + path;
    step.action = MovePath{std::move(path), folder};
    return step;
}

Step unitStep()
{
    Step step;
    step.id = "leftover:kesl.service";
    step.action = RemoveSystemdUnit{"kesl.service", "/etc/systemd/system/kesl.service"};
    return step;
}

}   // namespace

TEST_CASE("folders that belong to no single program are never moved, whatever a plan names")
{
    for (const char* const path : {"/",
                                   "//",
                                   "/opt",
                                   "/opt/",
                                   "/etc/systemd/system",
                                   "/usr/lib",
                                   "/var/log",
                                   "/home/ana",
                                   "/home",
                                   "/root",
                                   "/home/ana/Documents",
                                   "/home/ana/.config",
                                   "/home/ana/.local/share",
                                   "/proc/1",
                                   "/dev/sda",
                                   "/boot/efi/EFI",
                                   "/run/kesl",
                                   "/var/lib/dpkg/info/kesl.list",
                                   "/var/lib/offramp/quarantine/a-1",
                                   "opt/kaspersky",
                                   "/opt/../etc/passwd",
                                   "/opt/./x",
                                   "/opt//x",
                                   "",
                                   "/etc"}) {
        INFO(path);
        CHECK_FALSE(whyNotMovable(path).empty());
    }
    CHECK_FALSE(whyNotMovable(std::string_view("/opt/x\0y", 8)).empty());
    for (const char* const path :
         {"/opt/kaspersky", "/var/opt/kaspersky/kesl", "/etc/opt/kaspersky", "/var/log/kaspersky",
          "/home/ana/.config/kaspersky", "/home/ana/.kaspersky", "/etc/init.d/kesl", "/devices/x"}) {
        INFO(path);
        CHECK(whyNotMovable(path).empty());
    }
}

TEST_CASE("the place is on the disk before anything is moved")
{
    FakeActions actions;
    FakeQuarantine& quarantine = actions.fakeQuarantine();
    quarantine.add("/opt/kaspersky", PathFacts::Kind::folder);
    MoveRunner runner(quarantine);
    std::string remembered;
    StepWatch watch;
    watch.remember = [&](const std::string& undo) {
        CHECK(quarantine.has("/opt/kaspersky"));
        remembered = undo;
        return Result<void>{};
    };
    const StepOutcome outcome = runner.run(moving("/opt/kaspersky"), watch, {});
    CHECK(outcome.kind == StepOutcome::Kind::done);
    CHECK(outcome.undo == remembered);
    CHECK(runner.check(moving("/opt/kaspersky")) == StepTruth::holds);
    REQUIRE(runner.undo(moving("/opt/kaspersky"), remembered));
    CHECK(runner.check(moving("/opt/kaspersky")) == StepTruth::doesNotHold);
}

TEST_CASE("nothing is moved when its place could not be remembered")
{
    FakeActions actions;
    actions.fakeQuarantine().add("/opt/kaspersky", PathFacts::Kind::folder);
    MoveRunner runner(actions.quarantine());
    StepWatch watch;
    watch.remember = [](const std::string&) -> Result<void> { return fail(ErrorCode::io, "disk full", 28); };
    CHECK(runner.run(moving("/opt/kaspersky"), watch, {}).kind == StepOutcome::Kind::failed);
    CHECK(actions.fakeQuarantine().has("/opt/kaspersky"));
}

TEST_CASE("a file where the plan names a folder, and a link anywhere, are refused")
{
    FakeActions actions;
    FakeQuarantine& quarantine = actions.fakeQuarantine();
    quarantine.add("/opt/kaspersky", PathFacts::Kind::file);
    quarantine.add("/opt/other", PathFacts::Kind::link);
    quarantine.failLook("/opt/linked/x", Error{ErrorCode::unsupported, "/opt/linked: a link", 0});
    quarantine.failLook("/opt/closed", Error{ErrorCode::accessDenied, "/opt/closed", 13});
    MoveRunner runner(quarantine);
    CHECK(runner.run(moving("/opt/kaspersky"), {}, {}).kind == StepOutcome::Kind::refused);
    CHECK(runner.run(moving("/opt/other"), {}, {}).kind == StepOutcome::Kind::refused);
    CHECK(runner.run(moving("/opt/linked/x"), {}, {}).kind == StepOutcome::Kind::refused);
    CHECK(runner.check(moving("/opt/linked/x")) == StepTruth::doesNotHold);
    CHECK(runner.check(moving("/opt/closed")) == StepTruth::cannotTell);
    CHECK(runner.run(moving("/opt/closed"), {}, {}).kind == StepOutcome::Kind::failed);
    CHECK(runner.run(moving("/etc"), {}, {}).kind == StepOutcome::Kind::refused);
}

TEST_CASE("undo data that is not ours is refused")
{
    FakeActions actions;
    for (const char* const bytes : {"", "{}", "[]", R"({"kept":"/x"})", R"({"kept":[1]})", "\xff"}) {
        CHECK_FALSE(putAllBack(actions.quarantine(), bytes));
    }
}

TEST_CASE("a unit goes with the links that enable it, and all comes back after a run that was stopped half-way")
{
    FakeHost host(OsFamily::linux);
    FakeActions actions;
    FakeQuarantine& quarantine = actions.fakeQuarantine();
    const std::string link = "/etc/systemd/system/multi-user.target.wants/kesl.service";
    const std::string file = "/etc/systemd/system/kesl.service";
    host.addFile(file);
    quarantine.add(file, PathFacts::Kind::file);
    quarantine.add(link, PathFacts::Kind::link);
    SystemdUnitRunner first(host, actions);
    {
        FakeHost enabled(OsFamily::linux);
        enabled.fakeFiles().addLink(link);
        enabled.addFile(file);
        struct Killed {};
        int takes = 0;
        quarantine.beforeTake = [&](const std::string&) {
            if (++takes == 2) {
                throw Killed{};
            }
        };
        SystemdUnitRunner stopped(enabled, actions);
        CHECK(stopped.check(unitStep()) == StepTruth::doesNotHold);
        CHECK_THROWS_AS(stopped.run(unitStep(), {}, {}), Killed);
    }
    quarantine.beforeTake = [](const std::string&) {};
    CHECK_FALSE(quarantine.has(link));
    const StepOutcome outcome = first.run(unitStep(), {}, {});
    CHECK(outcome.kind == StepOutcome::Kind::done);
    CHECK(first.check(unitStep()) == StepTruth::holds);
    REQUIRE(first.undo(unitStep(), outcome.undo));
    CHECK(quarantine.has(link));
    CHECK(quarantine.has(file));
    CHECK(actions.fakePrograms().times({"systemctl", "daemon-reload"}) == 2);
}

TEST_CASE("a unit that runs, one a package owns and a file that is no unit are refused")
{
    const auto refused = [](const RemoveSystemdUnit& unit, const std::function<void(FakePrograms&)>& prepare) {
        FakeHost host(OsFamily::linux);
        FakeActions actions;
        actions.fakeQuarantine().add(unit.path, PathFacts::Kind::file);
        prepare(actions.fakePrograms());
        Step step = unitStep();
        step.action = unit;
        const StepOutcome outcome = SystemdUnitRunner(host, actions).run(step, {}, {});
        return outcome.kind == StepOutcome::Kind::refused && actions.fakeQuarantine().has(unit.path);
    };
    const RemoveSystemdUnit unit{"kesl.service", "/etc/systemd/system/kesl.service"};
    const auto nothing = [](FakePrograms&) {};
    CHECK_FALSE(refused(unit, nothing));
    CHECK(refused(unit, [](FakePrograms& programs) {
        programs.answer({"systemctl", "is-active", "--", "kesl.service"}, ProgramEnd{0, "active\n", false});
    }));
    CHECK(refused(unit, [&](FakePrograms& programs) {
        programs.answer({"dpkg-query", "--search", "--", unit.path}, ProgramEnd{0, "kesl: " + unit.path, false});
    }));
    CHECK(refused({"kesl.service", "/etc/systemd/system/other.service"}, nothing));
    CHECK(refused({"kesl.service", "/home/ana/kesl.service"}, nothing));
    CHECK(refused({"--now.service", "/etc/systemd/system/--now.service"}, nothing));
}

TEST_CASE("folders of Windows, folders programs share and homes are never moved")
{
    for (const auto* path : {R"(C:\)",
                             R"(C:\Windows)",
                             R"(C:\Windows\System32\drivers\klif.sys)",
                             R"(C:\Program Files)",
                             R"(C:\Program Files (x86))",
                             R"(C:\Program Files\Common Files)",
                             R"(C:\ProgramData)",
                             R"(C:\Users)",
                             R"(C:\Program Files\Microsoft\x)",
                             R"(C:\ProgramData\Microsoft\Crypto)",
                             R"(C:\ProgramData\Offramp\Quarantine)",
                             R"(C:\Users\ana)",
                             R"(C:\Users\ana\Documents)",
                             R"(C:\Users\ana\AppData)",
                             R"(C:\Users\ana\AppData\Local)",
                             R"(C:\Users\ana\AppData\Roaming\Microsoft)",
                             R"(C:\System Volume Information\x)",
                             R"(C:\$Recycle.Bin\x)",
                             R"(C:\Program Files\K\..\x)",
                             R"(C:\PROGRA~1\K)",
                             R"(C:\Program Files\K.)",
                             R"(C:\Program Files\K:stream)",
                             R"(\\server\share\K)",
                             R"(\\?\C:\K)",
                             R"(C:K)",
                             R"(C:/Program Files/K)",
                             R"(D:)"}) {
        INFO(path);
        CHECK_FALSE(whyNotMovable(path).empty());
    }
    for (const auto* path :
         {R"(C:\Program Files\Kaspersky Lab)", R"(C:\Program Files (x86)\Common Files\Kaspersky Lab)",
          R"(C:\ProgramData\Kaspersky Lab\AVP21.3)", R"(C:\Users\ana\AppData\Local\Kaspersky Lab)",
          R"(C:\Users\ana\Downloads\KVRT.exe)", R"(D:\KVRT2020_Data)"}) {
        INFO(path);
        CHECK(whyNotMovable(path).empty());
    }
}
