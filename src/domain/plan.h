// RemovalPlan: the ordered steps a person is shown and approves, as values. A step carries references and closed words,
// never a command line; whoever acts on it resolves and checks the reference again at that moment.
//
// What is approved is the digest: whoever carries out a step makes the plan again from the machine and the catalog, and
// refuses when the digests differ. So a plan holds nothing that changes by itself (no time, no process id).
#pragma once

#include "base/reason.h"
#include "domain/product.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace offramp {

// Who manages a package.
enum class PackageManager { dpkg, rpm, pacman };
[[nodiscard]] std::string_view toString(PackageManager manager);
[[nodiscard]] std::optional<PackageManager> packageManagerFromString(std::string_view word);

// How an uninstall password reaches an installer. The password itself is never part of a plan.
enum class PasswordPass {
    none,
    loginAndPassword,   // KLLOGIN and KLPASSWD
    hexPassword,        // KLUNINSTPASSWD, hexadecimal UTF-16LE
};
[[nodiscard]] std::string_view toString(PasswordPass pass);
[[nodiscard]] std::optional<PasswordPass> passwordPassFromString(std::string_view word);

// --- what a step does

struct MakeRestorePoint {
    friend bool operator==(const MakeRestorePoint&, const MakeRestorePoint&) = default;
};

// The uninstaller the product registered. It is run with rights only if it was registered where the person cannot
// write, is an absolute local path under a folder of programs, and is signed by one of `signers`.
struct RunUninstaller {
    std::string registered;             // as the entry spells it
    std::string entry;                  // where it was read: full registry key
    std::vector<std::string> signers;   // patterns, as in Vendor::publishers
    bool userWritable = false;

    friend bool operator==(const RunUninstaller&, const RunUninstaller&) = default;
};

struct RemoveMsiProduct {
    std::string productCode;   // "{…}" in capitals
    PasswordPass password = PasswordPass::none;

    friend bool operator==(const RemoveMsiProduct&, const RemoveMsiProduct&) = default;
};

// Configuration goes too: what a removal leaves is what the person came to be rid of.
struct RemovePackage {
    PackageManager manager = PackageManager::dpkg;
    std::string package;

    friend bool operator==(const RemovePackage&, const RemovePackage&) = default;
};

// Done when the boot id differs from the one at which the step was first reached.
struct RestartMachine {
    enum class When {
        always,
        ifAsked,   // only if an earlier step asked for it, or the system waits for a restart
    };
    When when = When::always;

    friend bool operator==(const RestartMachine&, const RestartMachine&) = default;
};

// Waits until the system says that an antivirus is on; on systems that cannot say, it is done at once and says so.
struct AwaitProtection {
    friend bool operator==(const AwaitProtection&, const AwaitProtection&) = default;
};

// The same check again.
struct LookAgain {
    friend bool operator==(const LookAgain&, const LookAgain&) = default;
};

// The person looks at what was left and chooses; what they choose becomes a plan of its own.
struct ReviewLeftovers {
    friend bool operator==(const ReviewLeftovers&, const ReviewLeftovers&) = default;
};

// --- leftovers, one thing each; everything taken away is kept where it can be put back from

// A file, or a folder with all in it. Never through a link, never across volumes.
struct MovePath {
    std::string path;
    bool folder = false;

    friend bool operator==(const MovePath&, const MovePath&) = default;
};

struct RemoveRegistryKey {
    std::string key;   // as RegistryKey::display() spells it

    friend bool operator==(const RemoveRegistryKey&, const RemoveRegistryKey&) = default;
};

// A service whose program is gone; never a driver.
struct RemoveService {
    std::string name;

    friend bool operator==(const RemoveService&, const RemoveService&) = default;
};

// A stopped unit file of systemd or an init script nothing owns.
struct RemoveSystemdUnit {
    std::string name;
    std::string path;

    friend bool operator==(const RemoveSystemdUnit&, const RemoveSystemdUnit&) = default;
};

struct RemoveCertificate {
    std::string thumbprint;   // SHA-1, hexadecimal capitals, as Windows names it
    std::string store;        // full registry key it was read from

    friend bool operator==(const RemoveCertificate&, const RemoveCertificate&) = default;
};

// A policy that makes a browser install an extension: one value of one key.
struct RemoveBrowserPolicy {
    std::string key;
    std::string extension;

    friend bool operator==(const RemoveBrowserPolicy&, const RemoveBrowserPolicy&) = default;
};

// Configuration of a package that is already removed ("rc").
struct PurgePackage {
    PackageManager manager = PackageManager::dpkg;
    std::string package;

    friend bool operator==(const PurgePackage&, const PurgePackage&) = default;
};

using StepAction = std::variant<MakeRestorePoint, RunUninstaller, RemoveMsiProduct, RemovePackage, RestartMachine,
                                AwaitProtection, LookAgain, ReviewLeftovers, MovePath, RemoveRegistryKey, RemoveService,
                                RemoveSystemdUnit, RemoveCertificate, RemoveBrowserPolicy, PurgePackage>;
// Stable word for the journal, --json and the digest: "removePackage".
[[nodiscard]] std::string_view kindOf(const StepAction& action);
[[nodiscard]] std::string_view toString(RestartMachine::When when);
[[nodiscard]] std::optional<RestartMachine::When> restartWhenFromString(std::string_view word);
// Whether the step takes a product away (RunUninstaller, RemoveMsiProduct, RemovePackage).
[[nodiscard]] bool removesProduct(const StepAction& action);

enum class Undo { nothingToUndo, possible, impossible };
[[nodiscard]] std::string_view toString(Undo undo);
[[nodiscard]] std::optional<Undo> undoFromString(std::string_view word);
enum class Rights { person, administrator };
[[nodiscard]] std::string_view toString(Rights rights);
[[nodiscard]] std::optional<Rights> rightsFromString(std::string_view word);

struct Step {
    std::string id;        // unique in the plan and the same each time it is made: "remove:kesl", "leftover:…"
    std::string product;   // id of the product it is about; empty for the machine as a whole
    std::string subject;   // the product's or the thing's name, as people know it
    StepAction action;
    Undo undo = Undo::nothingToUndo;
    Rights rights = Rights::person;
    std::vector<Reason> says;                      // the step in words, as a heading; then what it touches and asks
    Confidence confidence = Confidence::certain;   // of leftovers: how sure it is that the thing is the product's

    friend bool operator==(const Step&, const Step&) = default;
};

struct RemovalPlan {
    enum class Kind { removal, leftovers };
    Kind kind = Kind::removal;
    std::string machine;        // name, for people
    long catalogSerial = 0;     // the facts it was made from
    std::vector<Step> steps;    // in the order they run
    std::vector<Reason> kept;   // what stays on purpose, and why

    friend bool operator==(const RemovalPlan&, const RemovalPlan&) = default;
};
[[nodiscard]] std::string_view toString(RemovalPlan::Kind kind);
[[nodiscard]] std::optional<RemovalPlan::Kind> planKindFromString(std::string_view word);
// None when the plan has no such step.
[[nodiscard]] const Step* stepOf(const RemovalPlan& plan, std::string_view id);

}   // namespace offramp
