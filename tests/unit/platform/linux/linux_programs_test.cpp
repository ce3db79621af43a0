#include "platform/linux/linux_programs.h"

#include "platform/linux/linux_processes.h"

#include <catch2/catch.hpp>

#include <sys/prctl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

using namespace offramp;

namespace {

ProgramRun shell(const std::string& script, ProgramRun::WaitFor waitFor = ProgramRun::WaitFor::itself)
{
    ProgramRun run;
    run.executable = "sh";
    run.arguments = {"-c", script};
    run.waitFor = waitFor;
    return run;
}

bool never(std::chrono::seconds /*time*/)
{
    return false;
}

}   // namespace

TEST_CASE("a program that changes the machine tells all it printed and how it ended")
{
    const auto end = LinuxPrograms{}.run(shell("echo out; echo err >&2; exit 7"), never);
    REQUIRE(end);
    CHECK(end->exitCode == 7);
    CHECK(end->output == "out\nerr\n");
    CHECK_FALSE(end->stillRunning);
    const auto killed = LinuxPrograms{}.run(shell("kill -9 $$"), never);
    REQUIRE(killed);
    CHECK(killed->exitCode == 137);
}

TEST_CASE("nothing of our environment, our path, our files and our input reaches a program that acts")
{
    ::setenv("LD_PRELOAD_TEST_SECRET", "value", 1);
    ::setenv("IFS", "x", 1);
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", "/tmp", 1);
    auto run = shell("env; pwd; ls /proc/self/fd | tr '\\n' ' '; cat");
    run.environment = {"DEBIAN_FRONTEND=noninteractive"};
    const auto end = LinuxPrograms{}.run(run, never);
    ::setenv("PATH", path.c_str(), 1);
    ::unsetenv("LD_PRELOAD_TEST_SECRET");
    ::unsetenv("IFS");
    REQUIRE(end);
    CHECK(end->output.find("SECRET") == std::string::npos);
    CHECK(end->output.find("PATH=/usr/sbin:/usr/bin:/sbin:/bin\n") != std::string::npos);
    CHECK(end->output.find("DEBIAN_FRONTEND=noninteractive\n") != std::string::npos);
    CHECK(end->output.find("\n/\n0 1 2 3 ") != std::string::npos);   // 3 is the folder ls reads
}

TEST_CASE("a program with more output than memory for it tells the end of it")
{
    const auto end = LinuxPrograms{}.run(shell("head -c 3000000 /dev/zero | tr '\\0' a; echo end"), never);
    REQUIRE(end);
    CHECK(end->output.size() == std::size_t{256} << 10);
    CHECK(end->output.ends_with("end\n"));
}

TEST_CASE("what a program left running in a session of its own is waited for when that is asked")
{
    const std::string mark =
        (std::filesystem::temp_directory_path() / ("offramp-tree-" + std::to_string(::getpid()))).string();
    const std::string script = "setsid sh -c 'sleep 1; touch " + mark + "' >/dev/null 2>&1 & exit 3";
    const auto alone = LinuxPrograms{}.run(shell(script), never);
    REQUIRE(alone);
    CHECK(alone->exitCode == 3);
    CHECK_FALSE(std::filesystem::exists(mark));
    std::this_thread::sleep_for(std::chrono::milliseconds{1500});
    std::filesystem::remove(mark);

    const auto whole = LinuxPrograms{}.run(shell(script, ProgramRun::WaitFor::everythingItStarted), never);
    REQUIRE(whole);
    CHECK(whole->exitCode == 3);
    CHECK(std::filesystem::remove(mark));
    int adopting = 1;
    ::prctl(PR_GET_CHILD_SUBREAPER, &adopting);
    CHECK(adopting == 0);
}

TEST_CASE("a program another thread started for reading is not taken for one of the tree")
{
    int read = 0;   // what is checked is checked on one thread only
    std::thread reader([&read] {
        for (int i = 0; i < 5; ++i) {
            const auto output = LinuxProcesses{}.run(Command{"sh", {"-c", "sleep 0.1; exit 5"}});
            read += output && output->exitCode == 5 ? 1 : 0;
        }
    });
    for (int i = 0; i < 3; ++i) {
        const auto end =
            LinuxPrograms{}.run(shell("sleep 0.1 & exit 0", ProgramRun::WaitFor::everythingItStarted), never);
        CHECK((end && end->exitCode == 0));
    }
    reader.join();
    CHECK(read == 5);
}

TEST_CASE("a silent program makes somebody ask, and is not stopped")
{
    int asked = 0;
    auto run = shell("sleep 1; exit 4");
    run.silence = std::chrono::milliseconds{200};
    const auto waited = LinuxPrograms{}.run(run, [&](std::chrono::seconds) {
        ++asked;
        return false;
    });
    REQUIRE(waited);
    CHECK(waited->exitCode == 4);
    CHECK(asked >= 2);

    const std::string mark =
        (std::filesystem::temp_directory_path() / ("offramp-left-" + std::to_string(::getpid()))).string();
    auto left = shell("sleep 1; touch " + mark);
    left.silence = std::chrono::milliseconds{200};
    const auto end = LinuxPrograms{}.run(left, [](std::chrono::seconds) { return true; });
    REQUIRE(end);
    CHECK(end->stillRunning);
    std::this_thread::sleep_for(std::chrono::milliseconds{1500});
    CHECK(std::filesystem::remove(mark));
}

TEST_CASE("a program that uses the processor or prints is not silent")
{
    int asked = 0;
    const auto ask = [&](std::chrono::seconds) {
        ++asked;
        return true;
    };
    auto printing = shell("for i in 1 2 3 4 5 6 7 8; do echo $i; sleep 0.2; done");
    printing.silence = std::chrono::milliseconds{800};
    CHECK(LinuxPrograms{}.run(printing, ask)->exitCode == 0);
    auto working = shell("i=0; while [ $i -lt 1500000 ]; do i=$((i+1)); done");
    working.silence = std::chrono::milliseconds{800};
    CHECK(LinuxPrograms{}.run(working, ask)->exitCode == 0);
    CHECK(asked == 0);
}

TEST_CASE("a program to act with is looked up in system folders only")
{
    CHECK(LinuxPrograms{}.run(ProgramRun{"./sh", {}, {}, {}, {}, {}}, never).error().code == ErrorCode::unsupported);
    CHECK(LinuxPrograms{}.run(ProgramRun{"no-such-program", {}, {}, {}, {}, {}}, never).error().code
          == ErrorCode::notFound);
}
