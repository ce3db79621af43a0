// Evidence: one observed fact about a machine, and the report of the place it was read from.
//
// A source turns bytes into Evidence and never judges; the matcher judges. A place that could not be read is a value
// (Coverage) and never an empty list.
#pragma once

#include "base/calendar.h"
#include "base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

enum class OsFamily { windows, linux, macos };
[[nodiscard]] std::string_view toString(OsFamily family);
[[nodiscard]] std::optional<OsFamily> osFamilyFromString(std::string_view word);

// What kind of thing was seen. The words (toString) are the vocabulary of signatures in the catalog and of --json.
enum class EvidenceKind {
    program,               // an entry in a Windows uninstall list
    msiProduct,            // a Windows Installer product record
    storeApp,              // an MSIX / Store package
    securityProduct,       // a product registered with Windows Security Center
    service,               // a Windows service
    driver,                // a Windows kernel or file-system driver
    classFilter,           // a name in UpperFilters / LowerFilters of a device class
    networkAdapter,        // a network adapter
    networkFilter,         // an NDIS filter, WFP provider or WFP sublayer
    registryKey,           // a registry key of the vendor
    folder,                // a known directory
    file,                  // a known file, such as a portable tool
    rootCertificate,       // a trusted root certificate
    browserExtension,      // an extension in a browser profile or a policy that installs it
    nativeMessagingHost,   // a program a browser extension may start
    scheduledTask,         // a task of the Windows Task Scheduler
    process,               // a running program
    package,               // a dpkg, rpm or pacman package
    systemdUnit,           // a systemd unit or init script
    app,                   // a macOS application bundle
    receipt,               // a macOS installer receipt
    launchItem,            // a launchd daemon or agent
    systemExtension,       // a macOS system extension
    kernelExtension,       // a macOS kernel extension
};
[[nodiscard]] std::string_view toString(EvidenceKind kind);
[[nodiscard]] std::optional<EvidenceKind> evidenceKindFromString(std::string_view word);

// The place that was read. One file in inventory/sources per value.
enum class SourceKind {
    windowsPrograms,    // uninstall keys: both registry views, every user hive
    windowsInstaller,   // Windows Installer product records
    windowsStoreApps,
    windowsServices,   // services and drivers
    windowsFilters,    // class filters, network adapters, NDIS and WFP filters
    kasperskyKeys,     // the vendor's own registry tree (and UltraAV's)
    securityCenter,
    rootCertificates,
    browserExtensions,
    scheduledTasks,
    knownFolders,   // program and data folders, portable tools
    processes,
    dpkg,
    rpm,
    pacman,
    unpackagedFolders,   // /opt, /var/opt, /etc/opt
    systemdUnits,
    macApps,
    macReceipts,
    launchItems,
    macExtensions,   // system and kernel extensions
};
[[nodiscard]] std::string_view toString(SourceKind kind);
[[nodiscard]] std::optional<SourceKind> sourceKindFromString(std::string_view word);
// Whether the place is a list of installed programs, one of which every system must have.
[[nodiscard]] bool listsPrograms(SourceKind kind);

enum class Scope { machine, user };
[[nodiscard]] std::string_view toString(Scope scope);

// Whether the file or folder an entry points at is really there.
enum class Presence { unknown, present, absent };
[[nodiscard]] std::string_view toString(Presence presence);

// State of a package as its manager records it; `none` for evidence that is not a package.
enum class PackageState {
    none,
    installed,
    held,            // installed, and the administrator wants it kept
    configFiles,     // removed, configuration left behind
    halfInstalled,   // an installation or removal was interrupted
    unpacked,        // unpacked or half-configured: installed but never finished
};
[[nodiscard]] std::string_view toString(PackageState state);

// How an installation says it can be removed. A reference, never a command this program would run as it stands:
// removal has to resolve and check it.
struct UninstallReference {
    enum class Kind { registeredCommand, msiProduct, package };
    Kind kind = Kind::registeredCommand;
    std::string value;           // the registered string, the product code or the package name
    bool userWritable = false;   // read from a place the person can write: never run with rights

    friend bool operator==(const UninstallReference&, const UninstallReference&) = default;
};

// Facts only the vendor's own configuration tells. Presence of a password is told, the password is never read.
struct VendorFacts {
    std::optional<Instant> databasesUpdatedAt;   // last successful update of the virus databases
    std::optional<long> licenceDaysLeft;         // days until the licence ends; negative when it has ended
    std::optional<bool> passwordProtected;       // removing or changing it asks for a password
    std::optional<bool> selfDefence;             // the product guards its own files and keys
    std::optional<bool> managed;                 // an administration server manages it
    std::string edition;                         // "Plus", when the configuration names it
    std::optional<Instant> installedAt;

    friend bool operator==(const VendorFacts&, const VendorFacts&) = default;
};

// What Windows Security Center says of a product.
struct SecurityState {
    enum class Role { antivirus, firewall, antispyware };
    Role role = Role::antivirus;
    std::optional<bool> active;     // real-time protection on
    std::optional<bool> upToDate;   // definitions current, by the product's own word

    friend bool operator==(const SecurityState&, const SecurityState&) = default;
};

struct Evidence {
    EvidenceKind kind = EvidenceKind::program;
    SourceKind source = SourceKind::windowsPrograms;
    std::string id;     // key, service, package, bundle, extension or task name, as the system spells it
    std::string name;   // display name; empty when the place has none
    std::string version;
    std::string fileVersion;   // of a running program, by its file's own word; products often count otherwise
    std::string publisher;
    std::string location;   // install folder, image path or file, as written there
    std::string readFrom;   // full registry key or file path it was read from, or the part of the system that said it
    Scope scope = Scope::machine;
    std::string account;                     // SID or user name, when scope is user
    Presence presence = Presence::unknown;   // of `location`
    PackageState packageState = PackageState::none;
    bool hidden = false;           // not shown in the system's own list (MSI entry under a wrapper)
    std::string wraps;             // product code this entry stands for: "{3DE3…}" for an InstallWIX_ entry
    std::optional<bool> running;   // for services, drivers and processes; unknown when nobody could be asked
    std::optional<Day> installedOn;
    std::optional<UninstallReference> uninstall;
    std::optional<SecurityState> security;
    std::optional<VendorFacts> vendor;

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

enum class Coverage {
    complete,        // everything this place holds was read
    partial,         // some of it was read; the issues say what was not
    denied,          // nothing could be read
    notApplicable,   // this system has no such place
};
[[nodiscard]] std::string_view toString(Coverage coverage);

// How much a place matters for saying "nothing found".
enum class Weight {
    essential,    // without it nothing can be said: installed programs, services, the package database
    supporting,   // it adds traces; what is missing is said, but the answer stands
};

struct SourceReport {
    SourceKind source = SourceKind::windowsPrograms;
    Weight weight = Weight::supporting;
    Coverage coverage = Coverage::notApplicable;
    bool machinePartComplete = true;   // the machine-wide part was read completely; people's own parts may be missing
    std::size_t examined = 0;          // entries looked at
    std::vector<Error> issues;         // what was met, with the place in `context`
    std::vector<Evidence> evidence;
};

struct MachineInfo {
    OsFamily os = OsFamily::linux;
    std::string name;
    std::string osVersion;   // as the system says it, for people
    bool server = false;
    bool elevated = false;                       // running with administrator rights
    bool recorded = false;                       // read from a folder, not from this computer
    std::string locale;                          // "de-DE"; empty when not known
    std::optional<bool> managedByOrganisation;   // domain, MDM or administration server; unknown when empty
};

// All reports of one scan.
struct HostSnapshot {
    MachineInfo machine;
    Instant takenAt{};
    std::vector<SourceReport> reports;

    // True when every essential place that exists on this system was read completely.
    [[nodiscard]] bool isConclusive() const;
};

}   // namespace offramp
