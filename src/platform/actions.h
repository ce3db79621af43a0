// Ports that change a machine. Only step runners call them, each for the one thing an approved step names.
//
// Contract shared by all: as in platform/host.h. What a system does not have answers `unsupported`. A thing that must
// never be touched this way (a link, a mount point, another volume) is `unsupported` too, with the place and the reason
// in `context`: whoever asked refuses the step.
#pragma once

#include "base/result.h"
#include "platform/host.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// A program to run to its end, however long that takes: an argument vector, never a shell line.
struct ProgramRun {
    enum class WaitFor { itself, everythingItStarted };
    std::string executable;   // name looked up in the system's own folders, or an absolute path
    std::vector<std::string> arguments;
    std::vector<std::string> environment;   // "NAME=value" beside the fixed few (PATH, LC_ALL, HOME)
    WaitFor waitFor = WaitFor::itself;
    std::chrono::milliseconds silence = std::chrono::minutes{3};   // without a sign of life before anybody is asked
    std::function<void()> started = nullptr;   // called once its file is in use, before it does anything
    // A window of it, or of what it started, is open: its number for bringToFront() of platform/desktop.h; 0 when none
    // is any more. On Linux never: a package manager has none.
    std::function<void(std::int32_t)> window = nullptr;
};

struct ProgramEnd {
    int exitCode = 0;            // 128 + n: the signal n ended it
    std::string output;          // what it printed, standard error included; only the end of it when it was much
    bool stillRunning = false;   // somebody decided not to wait any longer; it was not stopped
};

class ProgramRunner {
public:
    virtual ~ProgramRunner() = default;
    // Signs of life are output and used processor time. `silent` is asked again after each further span of silence;
    // true means: stop waiting. The program has no input, none of this program's environment and none of its files.
    [[nodiscard]] virtual Result<ProgramEnd> run(const ProgramRun& program,
                                                 const std::function<bool(std::chrono::seconds)>& silent) const = 0;
};

// What stands at a path, no link followed on the way.
struct PathFacts {
    enum class Kind { file, folder, link };
    Kind kind = Kind::file;
    std::uint64_t volume = 0;
    std::uint64_t id = 0;   // with `volume`: this thing and no other
};

// Takes things away so that they can be put back: each is renamed, within its volume, into a place only this account
// can reach, which also holds a record of where it came from. Putting back believes that record and nothing else.
// Nothing is ever followed: no link in the path, none in the place of the thing, whoever changes what meanwhile.
class Quarantine {
public:
    virtual ~Quarantine() = default;
    // notFound when nothing is there, not even a link that leads nowhere.
    [[nodiscard]] virtual Result<PathFacts> look(const std::string& path) const = 0;
    // Makes the place and the record; the thing itself stays. Returns the place, the reference for all that follows.
    // `group` (letters and digits) names the step it is for.
    [[nodiscard]] virtual Result<std::string> prepare(const std::string& path, const std::string& group) = 0;
    // The places of this group that hold something, the oldest first; of this account's own folder only.
    [[nodiscard]] virtual Result<std::vector<std::string>> places(const std::string& group) const = 0;
    // Moves it. `unsupported` when something else stands there by now; then nothing was moved.
    [[nodiscard]] virtual Result<void> take(const std::string& place) = 0;
    // Moves it back, exactly as it was, and clears the place; missing folders above it are made again. Succeeds when
    // it is back already. `io` with EEXIST when something new stands there: both stay where they are.
    [[nodiscard]] virtual Result<void> putBack(const std::string& place) = 0;
};

// A program file that nobody can write to, exchange or move while this lives.
class HeldProgram {
public:
    virtual ~HeldProgram() = default;
    // Where it really is, in the system's own long spelling.
    [[nodiscard]] virtual const std::string& path() const = 0;
    // Of what is held.
    [[nodiscard]] virtual Result<ProgramSignature> signature() const = 0;
};

// Something in the registry that can be taken away.
struct RegistryThing {
    enum class Kind {
        key,       // with all below it
        value,     // one value of it
        service,   // the key of a service, and the service with it; never one that runs, never a driver
    };
    Kind kind = Kind::key;
    RegistryKey key;
    std::string value;   // name of the value

    friend bool operator==(const RegistryThing& left, const RegistryThing& right)
    {
        return left.kind == right.kind && left.key.display() == right.key.display() && left.value == right.value;
    }
};

// As Quarantine, for what is in the registry: what is taken is copied first, to where only administrators can write
// (without administrator rights: this person). Rights given to single keys are not kept; what comes back has those of
// the place it comes to. `unsupported` without a registry.
class RegistryQuarantine {
public:
    virtual ~RegistryQuarantine() = default;
    // Copies it. notFound when it is not there; unsupported for a key that is a link to another.
    [[nodiscard]] virtual Result<std::string> prepare(const RegistryThing& thing, const std::string& group);
    [[nodiscard]] virtual Result<std::vector<std::string>> places(const std::string& group) const;
    // `unsupported` when it is not what was copied any more; then nothing was taken.
    [[nodiscard]] virtual Result<void> take(const std::string& place);
    // What is missing comes back. `io` with EEXIST when something different stands there; then nothing was changed.
    [[nodiscard]] virtual Result<void> putBack(const std::string& place);
};

// What only Windows can be asked to do. `unsupported` elsewhere.
class WindowsActions {
public:
    virtual ~WindowsActions() = default;
    [[nodiscard]] virtual RegistryQuarantine& registry() { return m_noRegistry; }
    struct RestorePoint {
        bool made = false;
        std::int64_t number = 0;   // of the new one, or of the older one Windows gave instead
        std::string why;           // unless made: in plain English
    };
    // Asks System Restore. That there is none is an answer, not a fault.
    [[nodiscard]] virtual Result<RestorePoint> makeRestorePoint(const std::string& name);
    struct MsiAnswer {
        unsigned code = 0;           // of Windows Installer: 0, 3010, 1605 …
        std::string said;            // its last message about a fault; empty when it had none
        bool stillRunning = false;   // somebody decided not to wait any longer; it was not stopped
    };
    // Removes a product without restarting and without closing other programs. `properties` is a property line
    // ("NAME=value …") that may hold a password: it reaches the installer in this process, is written to no log, and is
    // overwritten with zeros before this returns. `silent` as in ProgramRunner; no progress is no sign of life.
    [[nodiscard]] virtual Result<MsiAnswer> removeMsiProduct(const std::string& productCode, std::string& properties,
                                                             const std::function<void(double)>& fraction,
                                                             const std::function<bool(std::chrono::seconds)>& silent);
    // `unsupported` with a link on the way, for what is no file on a drive of this computer, and for what is no .exe.
    [[nodiscard]] virtual Result<std::unique_ptr<HeldProgram>> holdProgram(const std::string& path) const;
    // Folders of programs that only administrators can change, as the system itself names them.
    [[nodiscard]] virtual std::vector<std::string> programFolders() const;

private:
    RegistryQuarantine m_noRegistry;
};

class Actions {
public:
    virtual ~Actions() = default;
    [[nodiscard]] virtual const ProgramRunner& programs() const = 0;
    [[nodiscard]] virtual Quarantine& quarantine() = 0;
    [[nodiscard]] virtual WindowsActions& windows() = 0;
    // Asks the system to restart; programs may save first. Only at a person's word.
    [[nodiscard]] virtual Result<void> requestRestart() = 0;
};

}   // namespace offramp
