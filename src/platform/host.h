// Ports: everything the product may ask of a machine. Platforms implement them; inventory and removal use them.
//
// Contract shared by all: no exceptions; a place that does not exist is ErrorCode::notFound, one that may not be read
// is accessDenied, one a recorded machine does not hold is notRecorded. Paths are UTF-8 in the machine's own spelling
// ("C:\Program Files", "/opt"). All calls may come from a worker thread, one thread at a time.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/evidence.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

struct DirectoryEntry {
    std::string name;
    bool directory = false;
    bool link = false;
};

struct FileStatus {
    bool directory = false;
    std::uint64_t size = 0;
    Instant modifiedAt{};
};

class Files {
public:
    virtual ~Files() = default;
    // Whole content; tooLarge when the file is larger than `limit` bytes.
    [[nodiscard]] virtual Result<std::string> read(std::string_view path, std::size_t limit) const = 0;
    // Direct children in no particular order, without "." and "..".
    [[nodiscard]] virtual Result<std::vector<DirectoryEntry>> list(std::string_view path) const = 0;
    // Follows links.
    [[nodiscard]] virtual Result<FileStatus> status(std::string_view path) const = 0;
};

enum class Hive { localMachine, users };
// Which half of a 64-bit registry is meant; on 32-bit Windows both are the same.
enum class RegistryView { native64, wow32 };

struct RegistryKey {
    Hive hive = Hive::localMachine;
    RegistryView view = RegistryView::native64;
    std::string
        path;   // below the hive, backslashes, any case: "SOFTWARE\\Microsoft"; below users it starts with the SID

    [[nodiscard]] RegistryKey child(std::string_view name) const;
    [[nodiscard]] std::string display() const;   // "HKLM\\SOFTWARE\\WOW6432Node\\…", for people and reports
};

struct RegistryValue {
    enum class Type { none, string, expandString, binary, dword, qword, multiString, other };
    std::string name;   // empty for the default value
    Type type = Type::none;
    std::string text;                 // string, expandString (not expanded): UTF-8, without terminator
    std::vector<std::string> texts;   // multiString
    std::uint64_t number = 0;         // dword, qword
    std::string bytes;                // binary, and the raw data of other types
};

// A user's part of the registry.
struct UserHive {
    std::string sid;
    std::string userName;   // from the profile folder; may be empty
    bool loaded = false;    // false: the person is signed out and the hive was not read
};

class Registry {
public:
    virtual ~Registry() = default;
    [[nodiscard]] virtual Result<std::vector<std::string>> subkeys(const RegistryKey& key) const = 0;
    [[nodiscard]] virtual Result<std::vector<RegistryValue>> values(const RegistryKey& key) const = 0;
    // Everybody with a profile on this machine, signed in or not; system accounts left out.
    [[nodiscard]] virtual Result<std::vector<UserHive>> userHives() const = 0;
    // Faults met while loading that make what this registry says incomplete; a live registry has none.
    [[nodiscard]] virtual std::vector<Error> damage() const { return {}; }
};

// A program to run: executable and arguments, never a shell line.
struct Command {
    std::string executable;   // name looked up in fixed system folders, or an absolute path
    std::vector<std::string> arguments;
    std::chrono::milliseconds timeout{30000};
    std::size_t outputLimit = 64u << 20;
};

struct CommandOutput {
    int exitCode = 0;
    std::string standardOutput;
};

struct RunningProcess {
    std::uint64_t id = 0;
    std::string name;   // file name; on Linux that of the script which Python or Perl runs
    std::string path;   // full path, empty when the system does not say
};

class Processes {
public:
    virtual ~Processes() = default;
    // Only for reading: LC_ALL=C, no standard input. A program that is not there is notFound.
    [[nodiscard]] virtual Result<CommandOutput> run(const Command& command) const = 0;
    [[nodiscard]] virtual Result<std::vector<RunningProcess>> list() const = 0;
};

struct SecurityProduct {
    std::string id;   // instance GUID
    std::string name;
    std::string path;
    SecurityState state;
};

class SecurityStatus {
public:
    virtual ~SecurityStatus() = default;
    // Products registered with Windows Security Center; unsupported on Windows Server.
    [[nodiscard]] virtual Result<std::vector<SecurityProduct>> products() const = 0;
};

// What the managers of Windows answer when asked, beside what the registry and the disk hold. Each answer only adds to
// what a source read there; without one (another system, a recording) the source says what it read.
struct ServiceStatus {
    std::string name;   // key name
    std::string displayName;
    bool driver = false;
    bool running = false;
};

struct InstallerProduct {
    std::string productCode;   // "{…}" in capitals
    std::string account;       // SID of the person it is installed for; empty: for everybody
    std::string name;
    std::string version;
    std::string publisher;
    std::string location;
};

struct TaskDefinition {
    std::string path;   // "\\Folder\\Task"
    std::string xml;    // UTF-8
};

class WindowsManagers {
public:
    virtual ~WindowsManagers() = default;
    // The Service Control Manager: services and drivers, running or not.
    [[nodiscard]] virtual Result<std::vector<ServiceStatus>> services() const;
    // The program of one of them as registered, not expanded. A question of its own, because asking it of every service
    // takes longer than everything else, and the registry has it where it may be read.
    [[nodiscard]] virtual Result<std::string> serviceImage(std::string_view name) const;
    // Windows Installer, all contexts this account may see.
    [[nodiscard]] virtual Result<std::vector<InstallerProduct>> installerProducts() const;
    // The Task Scheduler, every task this account may see.
    [[nodiscard]] virtual Result<std::vector<TaskDefinition>> scheduledTasks() const;
};

// What a program file says of itself. All empty when it says nothing.
struct VersionResource {
    std::string company;
    std::string product;
    std::string description;
    std::string version;   // "21.3.10.391", from the fixed part when there is one
};

struct ProgramSignature {
    enum class Trust {
        trusted,     // signed, unchanged, and the chain ends in a root this system trusts
        untrusted,   // signed, but changed, expired without time stamp, revoked or of an unknown root
        none,        // not signed
    };
    Trust trust = Trust::none;
    std::string signer;   // subject name of the signing certificate; never to be believed unless trusted
    std::string detail;   // why it is not trusted, in plain English with the system's code; empty otherwise
};

class ProgramFiles {
public:
    virtual ~ProgramFiles() = default;
    [[nodiscard]] virtual Result<VersionResource> version(std::string_view path) const;
    // Authenticode, without going to the network. Everything that is to run with rights is asked this first.
    [[nodiscard]] virtual Result<ProgramSignature> signature(std::string_view path) const;
};

// What holds for the machine at this moment.
struct PendingRestart {
    bool pending = false;
    std::vector<std::string> reasons;   // who asks for it, in words for a technician ("Windows Update")
};

struct Power {
    std::optional<bool> onMains;
    std::optional<int> batteryPercent;   // empty without a battery
};

// Whether a notification would be welcome now.
enum class NotificationState { welcome, fullScreen, presentation, quietTime, locked };
[[nodiscard]] std::string_view toString(NotificationState state);

class Conditions {
public:
    virtual ~Conditions() = default;
    // Differs after every restart, and only then.
    [[nodiscard]] virtual Result<std::string> bootId() const;
    [[nodiscard]] virtual Result<PendingRestart> pendingRestart() const;
    [[nodiscard]] virtual Result<Power> power() const;
    [[nodiscard]] virtual Result<NotificationState> notifications() const;
    // Bytes this account may still write to the disk the system is on.
    [[nodiscard]] virtual Result<std::uint64_t> freeSystemSpace() const;
};

// One machine. Ports that the system does not have are still there and answer `unsupported`.
class Host {
public:
    virtual ~Host() = default;
    [[nodiscard]] virtual const MachineInfo& machine() const = 0;
    [[nodiscard]] virtual const Files& files() const = 0;
    [[nodiscard]] virtual const Registry& registry() const = 0;
    [[nodiscard]] virtual const Processes& processes() const = 0;
    [[nodiscard]] virtual const SecurityStatus& securityStatus() const = 0;
    [[nodiscard]] virtual const WindowsManagers& windowsManagers() const;
    [[nodiscard]] virtual const ProgramFiles& programFiles() const;
    [[nodiscard]] virtual const Conditions& conditions() const;
    [[nodiscard]] virtual const Clock& clock() const = 0;
    // Home folders of people on this machine ("C:\\Users\\ana", "/home/ana").
    [[nodiscard]] virtual Result<std::vector<std::string>> homeFolders() const = 0;
};

}   // namespace offramp
