// A program that is killed while it removes. Everything is real but the products: processes, SIGKILL, the journal, and
// files that are moved and deleted. Each place the program passes is a point at which it is killed once; then it is
// started again until it is done.
#include "removal/executor.h"
#include "removal/plan_codec.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <random>
#include <sstream>

using namespace offramp;
namespace fs = std::filesystem;

namespace {

constexpr int exitFinished = 0;
constexpr int exitRestart = 10;
constexpr int exitBroken = 2;

// The machine: what is installed, what was moved away, a boot id, and a record of everything that was done.
class Machine {
public:
    Machine()
    {
        // Memory where there is some: thousands of forced writes would measure the disk.
        const fs::path base = fs::is_directory("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path();
        std::string name = (base / "offramp-killed-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_folder = name;
        for (const char* folder : {"installed", "quarantine", "acts"}) {
            fs::create_directory(m_folder / folder);
        }
        write("boot", "boot-1");
    }
    ~Machine() { fs::remove_all(m_folder); }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    void install(const std::string& thing) const { write("installed/" + thing, "1"); }
    [[nodiscard]] fs::path operator/(const std::string& name) const { return m_folder / name; }
    void write(const std::string& name, const std::string& text) const { std::ofstream(m_folder / name) << text; }
    [[nodiscard]] std::string read(const std::string& name) const
    {
        std::ostringstream out;
        out << std::ifstream(m_folder / name).rdbuf();
        return out.str();
    }
    [[nodiscard]] bool has(const std::string& name) const { return fs::exists(m_folder / name); }
    // Everything but the journal and the marks of the test.
    [[nodiscard]] std::vector<std::string> state() const
    {
        std::vector<std::string> names;
        for (const char* folder : {"installed", "quarantine", "acts"}) {
            for (const auto& entry : fs::directory_iterator(m_folder / folder)) {
                names.push_back(std::string(folder) + "/" + entry.path().filename().string());
            }
        }
        std::sort(names.begin(), names.end());
        return names;
    }

private:
    fs::path m_folder;
};

// Counts the places passed, and dies at one of them without a word.
class Points {
public:
    Points(const Machine& machine, int killAt) : m_machine(machine), m_killAt(killAt) {}
    void pass(const std::string& kind, const char* place)
    {
        if (++m_passed == m_killAt) {
            m_machine.write("killed-at", kind + "|" + place);
            ::kill(::getpid(), SIGKILL);
        }
    }

private:
    const Machine& m_machine;
    int m_killAt;
    int m_passed = 0;
};

// Takes a thing away in stages, each of which may be the last one. Asked to act although the thing is gone, it says so
// in a file that no run may leave behind.
class FileRunner final : public StepRunner {
public:
    FileRunner(const Machine& machine, Points& points) : m_machine(machine), m_points(points) {}

    [[nodiscard]] StepTruth check(const Step& step) override
    {
        m_points.pass(kind(step), "check");
        return m_machine.has("installed/" + name(step)) || m_machine.has("installed/" + name(step) + ".half")
                   ? StepTruth::doesNotHold
                   : StepTruth::holds;
    }
    [[nodiscard]] StepOutcome run(const Step& step, const StepWatch& watch, std::stop_token /*stop*/) override
    {
        const std::string thing = name(step);
        if (!m_machine.has("installed/" + thing) && !m_machine.has("installed/" + thing + ".half")) {
            m_machine.write("acts/" + thing + ".twice", "");
        }
        m_points.pass(kind(step), "begin");
        if (step.undo == Undo::possible) {
            if (!watch.remember(thing)) {
                return {StepOutcome::Kind::failed, std::nullopt, Error{ErrorCode::io, "the journal", 0}, ""};
            }
            m_points.pass(kind(step), "remembered");
            fs::rename(m_machine / ("installed/" + thing), m_machine / ("quarantine/" + thing));
        } else {
            // As an uninstaller does: the program first, then its entry.
            if (m_machine.has("installed/" + thing)) {
                fs::rename(m_machine / ("installed/" + thing), m_machine / ("installed/" + thing + ".half"));
            }
            m_points.pass(kind(step), "half");
            fs::remove(m_machine / ("installed/" + thing + ".half"));
        }
        m_points.pass(kind(step), "acted");
        return {std::holds_alternative<RemoveMsiProduct>(step.action) ? StepOutcome::Kind::restartNeeded
                                                                      : StepOutcome::Kind::done,
                0, Error{ErrorCode::io, "", 0}, ""};
    }
    [[nodiscard]] Result<void> undo(const Step& step, const std::string& undo) override
    {
        m_points.pass(kind(step), "undo");
        if (m_machine.has("quarantine/" + undo)) {
            fs::rename(m_machine / ("quarantine/" + undo), m_machine / ("installed/" + undo));
        }
        m_points.pass(kind(step), "put back");
        return {};
    }

    static std::string name(const Step& step) { return step.id; }
    static std::string kind(const Step& step) { return std::string(kindOf(step.action)); }

private:
    const Machine& m_machine;
    Points& m_points;
};

RemovalPlan planOf(const Machine& machine)
{
    RemovalPlan plan;
    plan.machine = "PC";
    const auto add = [&](const std::string& id, StepAction action, Undo undo) {
        Step step;
        step.id = id;
        step.action = std::move(action);
        step.undo = undo;
        plan.steps.push_back(step);
        machine.install(id);
    };
    add("point", MakeRestorePoint{}, Undo::nothingToUndo);
    add("uninstaller", RunUninstaller{}, Undo::impossible);
    add("package", RemovePackage{}, Undo::impossible);
    add("msi", RemoveMsiProduct{}, Undo::impossible);
    add("restart", RestartMachine{}, Undo::nothingToUndo);
    add("protection", AwaitProtection{}, Undo::nothingToUndo);
    add("look", LookAgain{}, Undo::nothingToUndo);
    add("review", ReviewLeftovers{}, Undo::nothingToUndo);
    add("path", MovePath{}, Undo::possible);
    add("key", RemoveRegistryKey{}, Undo::possible);
    add("service", RemoveService{}, Undo::possible);
    add("unit", RemoveSystemdUnit{}, Undo::possible);
    add("certificate", RemoveCertificate{}, Undo::possible);
    add("policy", RemoveBrowserPolicy{}, Undo::possible);
    add("purge", PurgePackage{}, Undo::impossible);
    for (const char* own : {"restart", "protection", "look", "review"}) {
        fs::remove(machine / (std::string("installed/") + own));
    }
    return plan;
}

enum class Job { goOn, undo };

// What a started Offramp does; never returns.
[[noreturn]] void program(const Machine& machine, const RemovalPlan& plan, Job job, int killAt)
{
    Points points(machine, killAt);
    FileRunner runner(machine, points);
    auto journal = Journal::open(machine / "removals.db");
    if (!journal) {
        ::_exit(exitBroken);
    }
    auto ids = (*journal)->all();
    if (ids && ids->empty()) {
        points.pass("approval", "before");
        NewMigration approved;
        approved.plan = plan;
        approved.approvedDigest = planDigest(plan);
        if (!(*journal)->begin(approved)) {
            ::_exit(exitBroken);
        }
        points.pass("approval", "begun");
        ids = (*journal)->all();
    }
    if (!ids || ids->size() != 1) {
        ::_exit(exitBroken);
    }
    std::string kind = "machine";
    ExecutorPorts ports;
    ports.runnerFor = [&](const Step& step) -> StepRunner* {
        kind = FileRunner::kind(step);
        return &runner;
    };
    ports.now = [&] {   // asked just before each transition is written
        points.pass(kind, "before writing");
        return Moment{Instant{}, machine.read("boot"), std::chrono::seconds{1}};
    };
    ports.protection = [&]() -> Result<bool> { return true; };
    ports.restartPending = []() -> Result<bool> { return false; };
    ports.lookAgain = [&](const std::stop_token&) -> Result<std::string> {
        points.pass("lookAgain", "looked");
        return std::string("{}");
    };
    ports.wait = [](std::chrono::milliseconds) {};
    RemovalWatch watch;
    watch.changed = [&](const Step& step, StepState state) {
        kind = FileRunner::kind(step);
        points.pass(kind, toString(state).data());
    };
    PlanExecutor executor(**journal, ids->front(), ports, watch);
    if (job == Job::undo) {
        const auto undone = executor.undo();
        ::_exit(undone && undone->failed.empty() ? exitFinished : exitBroken);
    }
    for (int round = 0; round < 20; ++round) {
        const auto halt = executor.goOn(planDigest(plan), {});
        if (!halt) {
            ::_exit(exitBroken);
        }
        if (halt->why == Halt::Why::finished) {
            ::_exit(exitFinished);
        }
        if (halt->why == Halt::Why::restart) {
            ::_exit(exitRestart);
        }
        if (halt->step == "review" && !executor.reviewed("review")) {
            ::_exit(exitBroken);
        }
    }
    ::_exit(exitBroken);
}

struct End {
    bool killed = false;
    int code = exitBroken;
};

template <class Disturb>
End start(const Machine& machine, const RemovalPlan& plan, Job job, int killAt, Disturb disturb)
{
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        program(machine, plan, job, killAt);
    }
    disturb(child);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return {WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, WIFEXITED(status) ? WEXITSTATUS(status) : exitBroken};
}

// Restarts the computer when asked to; true when it came to the end.
bool toTheEnd(const Machine& machine, const RemovalPlan& plan, Job job)
{
    for (int starts = 0; starts < 5; ++starts) {
        const End end = start(machine, plan, job, 0, [](pid_t) {});
        if (end.code == exitFinished) {
            return true;
        }
        if (end.code != exitRestart) {
            return false;
        }
        machine.write("boot", machine.read("boot") + "+");
    }
    return false;
}

bool everyStepSettled(const Machine& machine)
{
    const auto journal = Journal::open(machine / "removals.db");
    if (!journal) {
        return false;
    }
    const auto record = (*journal)->read(1);
    return record && record->ending == Ending::finished && nextStep(*record) == nullptr;
}

const std::vector<std::string> allAway{"quarantine/certificate", "quarantine/key",     "quarantine/path",
                                       "quarantine/policy",      "quarantine/service", "quarantine/unit"};
const std::vector<std::string> putBack{"installed/certificate", "installed/key",     "installed/path",
                                       "installed/policy",      "installed/service", "installed/unit"};

struct Tally {
    int tried = 0;
    int recovered = 0;
};

void print(const char* heading, const std::map<std::string, Tally>& rows)
{
    std::cout << heading << "\n  " << std::left << std::setw(46) << "killed at"
              << "tried  recovered\n";
    Tally sum;
    for (const auto& [place, row] : rows) {
        std::cout << "  " << std::left << std::setw(46) << place << std::right << std::setw(5) << row.tried
                  << std::setw(11) << row.recovered << "\n";
        sum.tried += row.tried;
        sum.recovered += row.recovered;
    }
    std::cout << "  " << std::left << std::setw(46) << "all" << std::right << std::setw(5) << sum.tried << std::setw(11)
              << sum.recovered << std::endl;
}

}   // namespace

TEST_CASE("killed at any place of any step, a removal comes to the same end and does nothing twice", "[removal kill]")
{
    std::map<std::string, Tally> rows;
    int points = 0;
    bool restarted = false;   // the way to the restart, then the way from it
    for (int killAt = 1;; ++killAt) {
        const Machine machine;
        const auto plan = planOf(machine);
        if (restarted) {
            REQUIRE(start(machine, plan, Job::goOn, 0, [](pid_t) {}).code == exitRestart);
            machine.write("boot", "boot-2");
        }
        const End end = start(machine, plan, Job::goOn, killAt, [](pid_t) {});
        if (!end.killed) {
            REQUIRE(end.code == (restarted ? exitFinished : exitRestart));
            if (restarted) {
                break;
            }
            restarted = true;
            killAt = 0;
            continue;
        }
        ++points;
        const std::string place = machine.read("killed-at");
        // Killed a second time, somewhere on the way on.
        (void)start(machine, plan, Job::goOn, 1 + (killAt * 7) % 23, [](pid_t) {});
        const bool recovered =
            toTheEnd(machine, plan, Job::goOn) && machine.state() == allAway && everyStepSettled(machine);
        INFO(place);
        CHECK(recovered);
        auto& row = rows[place.substr(0, place.find('|')) + ", " + place.substr(place.find('|') + 1)];
        ++row.tried;
        row.recovered += recovered ? 1 : 0;
    }
    CHECK(points > 100);
    print("Removal: killed once at every place, then once more", rows);
}

TEST_CASE("killed at any place while it puts things back, all of them are back in the end", "[removal kill]")
{
    std::map<std::string, Tally> rows;
    for (int killAt = 1;; ++killAt) {
        const Machine machine;
        const auto plan = planOf(machine);
        REQUIRE(toTheEnd(machine, plan, Job::goOn));
        const End end = start(machine, plan, Job::undo, killAt, [](pid_t) {});
        if (!end.killed) {
            REQUIRE(end.code == exitFinished);
            break;
        }
        const std::string place = machine.read("killed-at");
        const bool recovered = toTheEnd(machine, plan, Job::undo) && machine.state() == putBack;
        INFO(place);
        CHECK(recovered);
        auto& row = rows[place.substr(0, place.find('|')) + ", " + place.substr(place.find('|') + 1)];
        ++row.tried;
        row.recovered += recovered ? 1 : 0;
    }
    CHECK(rows.size() > 10);
    print("Undo: killed once at every place", rows);
}

TEST_CASE("killed at moments nobody chose, also in the middle of a write, a removal comes to the same end",
          "[removal kill]")
{
    std::mt19937 chance(11);
    Tally all;
    for (int round = 0; round < 40; ++round) {
        const Machine machine;
        const auto plan = planOf(machine);
        for (int kills = 0; kills < 4; ++kills) {
            (void)start(machine, plan, Job::goOn, 0, [&](pid_t child) {
                ::usleep(std::uniform_int_distribution<useconds_t>(0, 12000)(chance));
                ::kill(child, SIGKILL);
            });
        }
        ++all.tried;
        const bool recovered =
            toTheEnd(machine, plan, Job::goOn) && machine.state() == allAway && everyStepSettled(machine);
        CHECK(recovered);
        all.recovered += recovered ? 1 : 0;
    }
    print("Removal: killed four times at random", {{"any moment", all}});
}

TEST_CASE("when the disk is full nothing is removed that is not written down, and it goes on when there is room",
          "[removal kill]")
{
    const Machine machine;
    const auto plan = planOf(machine);
    // As large as a file may become: what is there, and one page more each round.
    int ended = 0;
    for (rlim_t room = 0; room < 40 && ended == 0; ++room) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{room * 4096, room * 4096};
            if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) {
                ::_exit(exitBroken);
            }
            program(machine, plan, Job::goOn, 0);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFEXITED(status));
        if (WEXITSTATUS(status) == exitRestart) {
            machine.write("boot", machine.read("boot") + "+");
        }
        ended = WEXITSTATUS(status) == exitFinished ? 1 : 0;
        // Whatever is half-done by now stands in the journal as running, or has its undo data there.
        if (const auto journal = Journal::open(machine / "removals.db"); journal && !(*journal)->all()->empty()) {
            const auto record = (*journal)->read(1);
            REQUIRE(record);
            for (const Step& step : plan.steps) {
                if (machine.has("quarantine/" + step.id)) {
                    CHECK_FALSE(undoOf(*record, step.id).empty());
                }
                if (machine.has("installed/" + step.id + ".half")) {
                    CHECK(stateOf(*record, step.id) == StepState::running);
                }
            }
        }
    }
    CHECK(toTheEnd(machine, plan, Job::goOn));
    CHECK(machine.state() == allAway);
}
