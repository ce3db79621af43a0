// Guards: what has to be settled before anything is removed, as a pure function of facts and the person's answers.
//
// "Could not look" is a state of its own and never counts as clear. What only the person can know is asked, and what
// they answer is shown as their word.
#pragma once

#include "base/reason.h"
#include "domain/evidence.h"
#include "domain/product.h"
#include "platform/host.h"
#include "removal/vault_export.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// In the order they are shown.
enum class GuardId {
    managed,
    passwordVault,
    encryption,
    quarantine,
    subscription,
    uninstallPassword,
    selfDefence,
    nextProtection,   // what protects afterwards: can Microsoft Defender take over
    secondAntivirus,
    rights,
    pendingRestart,
    otherInstaller,
    power,
    diskSpace,
};
inline constexpr std::size_t guardCount = 14;
[[nodiscard]] std::string_view toString(GuardId id);
[[nodiscard]] std::optional<GuardId> guardIdFromString(std::string_view word);

enum class GuardState {
    clear,
    inTheWay,
    personMustSay,   // only the person can know
    couldNotTell,    // a place was refused or is not recorded
    waived,          // by the person's word
};
[[nodiscard]] std::string_view toString(GuardState state);

struct Guard {
    GuardId id = GuardId::managed;
    GuardState state = GuardState::couldNotTell;
    Reason title;
    std::vector<Reason> reasons;
    std::vector<Reason> todo;
    bool answerable = false;   // the person's word settles it (GuardAnswers::settled)
    bool holdsUp = true;       // nothing is removed while it is like this
};

// A product that is there and may be removed.
struct GuardProduct {
    std::string name;
    ProductRole role = ProductRole::other;
    std::string segment;   // Product::segment
    bool holdsPasswords = false;
    bool holdsVaults = false;
    bool managed = false;
    std::optional<bool> passwordProtected;
    std::optional<bool> selfDefence;
};

// What is known of Microsoft Defender on a Windows client.
struct DefenderFacts {
    std::vector<std::string> policies;   // names of the values that keep it off
    bool service = true;                 // not switched off and not missing
    bool passive = false;                // told to stay passive
};

struct GuardFacts {
    OsFamily os = OsFamily::windows;
    bool server = false;
    bool conclusive = false;   // the check could look at everything that matters
    std::vector<GuardProduct> products;
    std::vector<std::string> vaults;       // password vaults without a program that could open them
    std::vector<std::string> encryption;   // signs that something may be encrypted
    std::optional<bool> managed;           // by an organization, as the system says
    std::optional<DefenderFacts> defender;
    std::optional<std::vector<std::string>> otherAntivirus;   // names of other makers' that are on; none: nobody to ask
    std::optional<bool> mayApprove;                           // administrator, or allowed to become one
    bool elevated = false;
    std::optional<PendingRestart> pendingRestart;
    std::optional<std::vector<std::string>> installers;   // running now
    std::optional<Power> power;
    std::optional<std::uint64_t> freeBytes;
};

struct GuardAnswers {
    std::optional<VaultCount> vault;   // of the exported passwords
    std::set<GuardId> settled;         // where the person gave their word; only counts where a guard is answerable
};

// A quarantine is made on the same disk, and installers unpack there.
inline constexpr std::uint64_t neededBytes = std::uint64_t{1} << 30;
inline constexpr int enoughBattery = 50;

// All of them, in the order of GuardId.
[[nodiscard]] std::vector<Guard> guardsFor(const GuardFacts& facts, const GuardAnswers& answers);
// Nothing holds the removal up.
[[nodiscard]] bool mayGoOn(const std::vector<Guard>& guards);

}   // namespace offramp
