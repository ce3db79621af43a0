#include "removal/runners/package_runner.h"

#include "support/fake_actions.h"
#include "support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

const std::vector<std::string> dpkgList{
    "dpkg-query", "--show",
    "--showformat=${Package}\\t${db:Status-Status}\\t${db:Status-Eflag}\\t${db:Status-Want}\\n"};
const std::vector<std::string> dpkgTry{"dpkg", "--no-act", "--purge", "kesl"};
const std::vector<std::string> dpkgPurge{"dpkg", "--purge", "kesl"};

Step stepFor(StepAction action)
{
    Step step;
    step.id = "remove:kesl";
    step.action = std::move(action);
    return step;
}

Step removal(PackageManager manager = PackageManager::dpkg, std::string package = "kesl")
{
    return stepFor(RemovePackage{manager, std::move(package)});
}

struct Bench {
    FakeHost host{OsFamily::linux};
    FakeActions actions;
    PackageRunner runner{host, actions.programs(),
                         LockPatience{std::chrono::milliseconds{1}, std::chrono::milliseconds{5}}};

    FakePrograms& programs() { return actions.fakePrograms(); }
    void dpkgSays(const std::string& line)
    {
        programs().answer(dpkgList, ProgramEnd{0, "bash\tinstalled\tok\tinstall\n" + line, false});
    }
    [[nodiscard]] StepOutcome run(const Step& step) { return runner.run(step, StepWatch{}, {}); }
};

}   // namespace

TEST_CASE("a package that is not in dpkg's list is gone, one that left its configuration is not")
{
    const auto checked = [](const std::string& line) {
        Bench bench;
        bench.dpkgSays(line);
        return bench.runner.check(removal());
    };
    CHECK(checked("") == StepTruth::holds);
    CHECK(checked("kesl\tnot-installed\tok\tpurge\n") == StepTruth::holds);
    CHECK(checked("kesl\tinstalled\tok\tinstall\n") == StepTruth::doesNotHold);
    CHECK(checked("kesl\tconfig-files\tok\tdeinstall\n") == StepTruth::doesNotHold);
    CHECK(checked("kesl\thalf-installed\treinstreq\tinstall\n") == StepTruth::doesNotHold);
    CHECK(checked("kesl-gui\tinstalled\tok\tinstall\n") == StepTruth::holds);
    CHECK(checked("kesl\tconfig-files\tok\tdeinstall\nkesl\tinstalled\tok\tinstall\n") == StepTruth::doesNotHold);
}

TEST_CASE("a package manager that does not answer never means that the package is gone")
{
    Bench silent;
    CHECK(silent.runner.check(removal()) == StepTruth::cannotTell);
    Bench empty;
    empty.programs().answer(dpkgList, ProgramEnd{0, "", false});
    CHECK(empty.runner.check(removal()) == StepTruth::cannotTell);
    CHECK(empty.run(removal()).kind == StepOutcome::Kind::failed);
    Bench broken;
    broken.programs().answer(dpkgList, ProgramEnd{2, "bash\tinstalled\tok\tinstall\n", false});
    CHECK(broken.runner.check(removal()) == StepTruth::cannotTell);
}

TEST_CASE("rpm and pacman say in words that a package is gone, and a broken database does not")
{
    const auto rpm = [](int code, const std::string& output) {
        Bench bench;
        bench.programs().answer({"rpm", "-q", "--queryformat", "%{NAME}\\n", "kesl"}, ProgramEnd{code, output, false});
        return bench.runner.check(removal(PackageManager::rpm));
    };
    CHECK(rpm(0, "kesl\n") == StepTruth::doesNotHold);
    CHECK(rpm(1, "package kesl is not installed\n") == StepTruth::holds);
    CHECK(rpm(1, "error: cannot open Packages database in /var/lib/rpm\npackage kesl is not installed\n")
          == StepTruth::cannotTell);
    CHECK(rpm(1, "") == StepTruth::cannotTell);
    const auto pacman = [](int code, const std::string& output) {
        Bench bench;
        bench.programs().answer({"pacman", "-Q", "kvrt"}, ProgramEnd{code, output, false});
        return bench.runner.check(removal(PackageManager::pacman, "kvrt"));
    };
    CHECK(pacman(0, "kvrt 20.0.12.0-1\n") == StepTruth::doesNotHold);
    CHECK(pacman(1, "error: package 'kvrt' was not found\n") == StepTruth::holds);
    CHECK(pacman(1, "error: could not open database\n") == StepTruth::cannotTell);
}

TEST_CASE("a package is tried first, then taken away with its configuration, and nobody can be asked")
{
    Bench bench;
    bench.dpkgSays("kesl\tinstalled\tok\tinstall\n");
    bench.programs().answer(dpkgTry, ProgramEnd{0, "Would remove or purge kesl (11.3.0-7441) ...\n", false});
    bench.programs().answer(dpkgPurge, ProgramEnd{0, "Purging configuration files for kesl\n", false});
    const StepOutcome outcome = bench.run(removal());
    CHECK(outcome.kind == StepOutcome::Kind::done);
    CHECK(outcome.code == 0);
    CHECK(bench.programs().lines() == std::vector<std::vector<std::string>>{dpkgList, dpkgTry, dpkgPurge});
    CHECK(bench.programs().environment().front() == "DEBIAN_FRONTEND=noninteractive");
}

TEST_CASE("a package others need is refused, the others are named, and nothing is taken")
{
    struct Case {
        PackageManager manager;
        std::vector<std::string> list, attempt;
        std::string present, words;
    };
    const std::vector<Case> cases{
        {PackageManager::dpkg, dpkgList, dpkgTry, "kesl\tinstalled\tok\tinstall\n",
         "dpkg: dependency problems prevent removal of kesl:\n kesl-gui depends on kesl.\n\ndpkg: error processing "
         "package kesl\n"},
        {PackageManager::rpm,
         {"rpm", "-q", "--queryformat", "%{NAME}\\n", "kesl"},
         {"rpm", "-e", "--test", "--allmatches", "kesl"},
         "kesl\n",
         "error: Failed dependencies:\n\tkesl is needed by (installed) kesl-gui\n"},
        {PackageManager::pacman,
         {"pacman", "-Q", "kesl"},
         {"pacman", "-Rn", "--print", "--noconfirm", "kesl"},
         "kesl 11.3.0-7441\n",
         "error: failed to prepare transaction (could not satisfy dependencies)\n"
         ":: removing kesl breaks dependency 'kesl' required by kesl-gui\n"},
    };
    for (const Case& each : cases) {
        Bench bench;
        bench.programs().answer(each.list, ProgramEnd{0, each.present, false});
        bench.programs().answer(each.attempt, ProgramEnd{1, each.words, false});
        const StepOutcome outcome = bench.run(removal(each.manager));
        CHECK(outcome.kind == StepOutcome::Kind::refused);
        CHECK(outcome.detail.context == "kesl: other packages need it: kesl-gui");
        CHECK(bench.programs().lines().size() == 2);
    }
}

TEST_CASE("another installation is waited for, then the step is busy; its lock is nobody's business")
{
    const ProgramEnd locked{2, "dpkg: error: dpkg frontend lock was locked by another process with pid 812\n", false};
    Bench bench;
    bench.dpkgSays("kesl\tinstalled\tok\tinstall\n");
    bench.programs().answer(dpkgTry, ProgramEnd{0, "", false});
    bench.programs().answer(dpkgPurge, locked);
    bench.programs().answer(dpkgPurge, locked);
    bench.programs().answer(dpkgPurge, ProgramEnd{0, "", false});
    CHECK(bench.run(removal()).kind == StepOutcome::Kind::done);
    CHECK(bench.programs().times(dpkgPurge) == 3);

    Bench endless;
    endless.dpkgSays("kesl\tinstalled\tok\tinstall\n");
    endless.programs().answer(dpkgTry, ProgramEnd{0, "", false});
    endless.programs().answer(dpkgPurge, locked);
    CHECK(endless.run(removal()).kind == StepOutcome::Kind::busy);
    CHECK(endless.programs().times(dpkgPurge) == 6);
}

TEST_CASE("a failed removal tells what the package manager said last")
{
    Bench bench;
    bench.dpkgSays("kesl\tinstalled\tok\tinstall\n");
    bench.programs().answer(dpkgTry, ProgramEnd{0, "", false});
    bench.programs().answer(dpkgPurge, ProgramEnd{1, "Removing kesl ...\nprerm: the product is protected\n", false});
    const StepOutcome outcome = bench.run(removal());
    CHECK(outcome.kind == StepOutcome::Kind::failed);
    CHECK(outcome.code == 1);
    CHECK(outcome.detail.context == "kesl: Removing kesl ...\nprerm: the product is protected");
}

TEST_CASE("a package an administrator holds, and a purge of an installed one, are refused")
{
    Bench held;
    held.dpkgSays("kesl\tinstalled\tok\thold\n");
    CHECK(held.run(removal()).kind == StepOutcome::Kind::refused);
    Bench back;
    back.dpkgSays("kesl\tinstalled\tok\tinstall\n");
    CHECK(back.run(stepFor(PurgePackage{PackageManager::dpkg, "kesl"})).kind == StepOutcome::Kind::refused);
    Bench left;
    left.dpkgSays("kesl\tconfig-files\tok\tdeinstall\n");
    left.programs().answer(dpkgTry, ProgramEnd{0, "", false});
    left.programs().answer(dpkgPurge, ProgramEnd{0, "", false});
    CHECK(left.run(stepFor(PurgePackage{PackageManager::dpkg, "kesl"})).kind == StepOutcome::Kind::done);
}

TEST_CASE("a package an administrator told dnf to protect is refused, and the file is named")
{
    const auto outcomeWith = [](const std::string& path, const std::string& content, PackageManager manager) {
        Bench bench;
        bench.host.addFile(path, content);
        bench.programs().answer({"rpm", "-q", "--queryformat", "%{NAME}\\n", "kesl"}, ProgramEnd{0, "kesl\n", false});
        bench.programs().answer({"rpm", "-e", "--test", "--allmatches", "kesl"}, ProgramEnd{0, "", false});
        bench.programs().answer({"rpm", "-e", "--allmatches", "kesl"}, ProgramEnd{0, "", false});
        bench.dpkgSays("kesl\tinstalled\tok\tinstall\n");
        bench.programs().answer(dpkgTry, ProgramEnd{0, "", false});
        bench.programs().answer(dpkgPurge, ProgramEnd{0, "", false});
        return bench.run(removal(manager));
    };
    const std::string file = "/etc/dnf/protected.d/company.conf";
    for (const char* const content : {"kesl\n", "# ours\nbash, kesl\r\n", "bash\tkesl", "kesl-gui\n  kesl  \n"}) {
        INFO(content);
        const StepOutcome outcome = outcomeWith(file, content, PackageManager::rpm);
        CHECK(outcome.kind == StepOutcome::Kind::refused);
        CHECK(outcome.detail.context == "kesl: an administrator protects it in " + file);
    }
    CHECK(outcomeWith("/etc/yum/protected.d/a.conf", "kesl\n", PackageManager::rpm).kind == StepOutcome::Kind::refused);
    for (const char* const content : {"", "#kesl\n", "kesl-gui\nkes\n", " ,\t,\n"}) {
        INFO(content);
        CHECK(outcomeWith(file, content, PackageManager::rpm).kind == StepOutcome::Kind::done);
    }
    CHECK(outcomeWith(file + ".rpmsave", "kesl\n", PackageManager::rpm).kind == StepOutcome::Kind::done);
    CHECK(outcomeWith(file, "kesl\n", PackageManager::dpkg).kind == StepOutcome::Kind::done);
}

TEST_CASE("a list of protected packages that cannot be read is a failure, and nothing is taken")
{
    Bench bench;
    bench.host.addFile("/etc/dnf/protected.d/company.conf", "bash\n");
    bench.host.deny("/etc/dnf/protected.d");
    bench.programs().answer({"rpm", "-q", "--queryformat", "%{NAME}\\n", "kesl"}, ProgramEnd{0, "kesl\n", false});
    CHECK(bench.run(removal(PackageManager::rpm)).kind == StepOutcome::Kind::failed);
    CHECK(bench.programs().lines().size() == 1);
}

TEST_CASE("only of a package dpkg itself calls broken is it asked to go without a new installation")
{
    Bench bench;
    bench.dpkgSays("kesl\thalf-installed\treinstreq\tinstall\n");
    bench.programs().answer(dpkgTry, ProgramEnd{1, "dpkg: error: very bad inconsistent state\n", false});
    bench.programs().answer({"dpkg", "--force-remove-reinstreq", "--purge", "kesl"}, ProgramEnd{0, "", false});
    CHECK(bench.run(removal()).kind == StepOutcome::Kind::done);
}

TEST_CASE("what is no name of a package never reaches a package manager")
{
    for (const char* const name :
         {"", "-a", "--root=/", "kesl bash", "kesl;id", "../kesl", "kesl*", "kesl:i386", "k\xc3\xa9sl"}) {
        Bench bench;
        CHECK(bench.run(removal(PackageManager::dpkg, name)).kind == StepOutcome::Kind::refused);
        CHECK(bench.runner.check(removal(PackageManager::rpm, name)) == StepTruth::cannotTell);
        CHECK(bench.programs().lines().empty());
    }
    CHECK(isPackageName("libstdc++6"));
    CHECK(isPackageName("klnagent64"));
}

TEST_CASE("a removed package cannot be put back, and nobody is told otherwise")
{
    Bench bench;
    REQUIRE_FALSE(bench.runner.undo(removal(), "{}"));
    CHECK(bench.runner.undo(removal(), "{}").error().code == ErrorCode::unsupported);
}
