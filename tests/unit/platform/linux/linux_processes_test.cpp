#include "platform/linux/linux_processes.h"

#include "platform/linux/linux_files.h"

#include <catch2/catch.hpp>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace offramp;

namespace {

Result<CommandOutput> run(std::string executable, std::vector<std::string> arguments,
                          std::chrono::milliseconds timeout = std::chrono::seconds{20}, std::size_t limit = 1u << 20)
{
    return LinuxProcesses{}.run(Command{std::move(executable), std::move(arguments), timeout, limit});
}

// What a process is called in the list while it runs; empty when it is not in it.
std::string nameInListOf(const char* file, std::vector<const char*> arguments)
{
    int alive[2] = {-1, -1};
    REQUIRE(::pipe(alive) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(alive[0], STDIN_FILENO);   // they end when it is closed
        ::close(alive[1]);
        arguments.push_back(nullptr);
        ::execv(file, const_cast<char* const*>(arguments.data()));
        ::_exit(127);
    }
    ::close(alive[0]);
    std::string name;
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    const std::string before = LinuxFiles{}.read("/proc/self/comm", 64).value_or("");
    while (std::chrono::steady_clock::now() < deadline
           && LinuxFiles{}.read("/proc/" + std::to_string(child) + "/comm", 64).value_or("") == before) {
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
    for (const RunningProcess& process : LinuxProcesses{}.list().value_or(std::vector<RunningProcess>{})) {
        if (process.id == static_cast<std::uint64_t>(child)) {
            name = process.name;
        }
    }
    ::close(alive[1]);
    ::waitpid(child, nullptr, 0);
    return name;
}

}   // namespace

TEST_CASE("a script that an interpreter runs has its own name in the list, as dnf and yum need it")
{
    const auto folder = std::filesystem::temp_directory_path() / ("offramp-scripts-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const std::string script = (folder / "dnf").string();
    std::ofstream(script) << "#!/usr/bin/perl\nread(STDIN, $_, 1);\n";
    std::filesystem::permissions(script, std::filesystem::perms::owner_all);
    CHECK(nameInListOf(script.c_str(), {script.c_str()}) == "dnf");
    CHECK(nameInListOf("/usr/bin/perl", {"perl", script.c_str()}) == "perl");
    CHECK(nameInListOf("/bin/cat", {"dnf"}) == "cat");
    std::filesystem::remove_all(folder);
}

TEST_CASE("a program's output and exit code come back")
{
    const auto output = run("sh", {"-c", "printf 'one\\ntwo'; exit 3"});
    REQUIRE(output);
    CHECK(output->standardOutput == "one\ntwo");
    CHECK(output->exitCode == 3);
}

TEST_CASE("arguments reach the program as they are, without a shell")
{
    const auto output = run("printf", {"%s|", "a b", "$HOME", "`id`", "", "*"});
    REQUIRE(output);
    CHECK(output->standardOutput == "a b|$HOME|`id`||*|");
}

TEST_CASE("a program runs in the C locale, without input and without our environment")
{
    ::setenv("OFFRAMP_TEST_SECRET", "value", 1);
    ::setenv("LC_ALL", "de_DE.UTF-8", 1);
    const auto output = run("env", {});
    ::unsetenv("LC_ALL");
    REQUIRE(output);
    CHECK(output->standardOutput.find("LC_ALL=C\n") != std::string::npos);
    CHECK(output->standardOutput.find("OFFRAMP_TEST_SECRET") == std::string::npos);
    const auto input = run("cat", {});
    REQUIRE(input);
    CHECK(input->standardOutput.empty());
}

TEST_CASE("what a program prints as an error is not its output")
{
    const auto output = run("sh", {"-c", "echo out; echo err >&2"});
    REQUIRE(output);
    CHECK(output->standardOutput == "out\n");
}

TEST_CASE("programs are only looked up in system folders")
{
    CHECK(run("no-such-program-anywhere", {}).error().code == ErrorCode::notFound);
    CHECK(run("/no/such/program", {}).error().code == ErrorCode::notFound);
    CHECK(run("/etc/passwd", {}).error().code == ErrorCode::notFound);
    CHECK(run("../bin/sh", {}).error().code == ErrorCode::unsupported);
    CHECK(run("", {}).error().code == ErrorCode::unsupported);
    CHECK(run("/bin/true", {}).value().exitCode == 0);
}

TEST_CASE("a program that takes too long is stopped together with its children")
{
    const auto before = std::chrono::steady_clock::now();
    const auto output = run("sh", {"-c", "sleep 30 & sleep 30"}, std::chrono::milliseconds{200});
    REQUIRE_FALSE(output);
    CHECK(output.error().code == ErrorCode::timeout);
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds{5});
}

TEST_CASE("a program that closes its output and stays is stopped as well")
{
    const auto before = std::chrono::steady_clock::now();
    const auto output = run("sh", {"-c", "exec >&-; exec sleep 30"}, std::chrono::milliseconds{200});
    REQUIRE_FALSE(output);
    CHECK(output.error().code == ErrorCode::timeout);
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds{5});
}

TEST_CASE("a program that prints without end is stopped at the limit")
{
    const auto output = run("yes", {}, std::chrono::seconds{20}, 100000);
    REQUIRE_FALSE(output);
    CHECK(output.error().code == ErrorCode::tooLarge);
}

TEST_CASE("a program that dies of a signal says so")
{
    const auto output = run("sh", {"-c", "kill -9 $$"});
    REQUIRE(output);
    CHECK(output->exitCode == 128 + SIGKILL);
}

TEST_CASE("the list of running programs holds this one with its path")
{
    const auto processes = LinuxProcesses{}.list();
    REQUIRE(processes);
    const auto self = std::find_if(processes->begin(), processes->end(), [](const RunningProcess& process) {
        return process.id == static_cast<std::uint64_t>(::getpid());
    });
    REQUIRE(self != processes->end());
    CHECK(self->path.starts_with('/'));
    CHECK(self->path.ends_with("/" + self->name));
    for (const RunningProcess& process : *processes) {
        CHECK_FALSE(process.name.empty());
    }
}
