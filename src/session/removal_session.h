// RemovalSession: the one face of the guided removal for a user interface. Commands, one state and a subscription;
// values only.
//
// Commands return at once; what they start happens on a thread of the session's own, one thing at a time, and shows in
// state(). A command that does not fit the phase does nothing. Nothing is carried out before approve(), and what was
// approved survives this object: a session made later finds the unfinished removal in the journal and goes on with it.
#pragma once

#include "domain/boot_safety.h"
#include "removal/executor.h"
#include "removal/guards.h"
#include "removal/leftovers.h"
#include "removal/planner.h"
#include "removal/vault_export.h"
#include "removal/verifier.h"
#include "report/page_language.h"
#include "session/session.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

struct RemovalState {
    enum class Phase {
        idle,        // nothing is begun and nothing unfinished was found
        preparing,   // the journal is read, or guards are looked up and the plan is made
        proposed,    // guards and plan are there; nothing was approved
        working,     // steps are carried out
        halted,      // approved and not ended: `halt` says what it waits for
        ended,       // every step is settled, or the person ended it
        failed,      // `error` says why; prepare() begins again
    };
    Phase phase = Phase::idle;
    bool rehearsal = false;   // a recorded machine plays; nothing real is touched

    // From prepare() on.
    std::shared_ptr<const CheckResult> before;
    PlanWishes wishes;
    PlannerAnswer proposal;
    std::string digest;   // of the proposed plan; empty without one
    std::vector<Guard> guards;
    std::set<GuardId> settled;   // where the person gave their word

    // Of the exported passwords.
    std::optional<VaultCount> vault;    // counted
    std::optional<Reason> vaultFault;   // why the file that was chosen is not taken
    std::optional<Reason> vaultWiped;   // what became of it after wipeVaultExport()
    bool vaultMayBeWiped = false;       // a counted file is still where it was

    // From approve() on, and when an unfinished removal was found.
    std::optional<MigrationRecord> record;
    struct Running {
        std::string step;
        std::optional<double> fraction;
        std::optional<std::chrono::seconds> silent;   // it gave no sign of life for so long: answerSilence()
        std::int32_t window = 0;                      // the vendor's program has one open: for bringToFront(); 0: none
        bool needsPassword = false;                   // givePassword()
        bool stopAsked = false;                       // it ends after this step
    };
    std::optional<Running> running;   // while working
    // While halted, and when ended. `stopped` also when it was cut off, or the computer was restarted as it had to be:
    // goOn() is all it needs.
    std::optional<Halt> halt;
    ProtectionGap gap;   // as of the newest reading; an open one goes on growing with the clock

    // Whether this computer starts as before, as read when it was last prepared, came to a restart, was looked at again
    // or was asked to restart.
    std::optional<BootSafety> bootSafety;

    // Once the machine was looked at again.
    std::shared_ptr<const CheckResult> after;
    std::optional<VerificationResult> verification;
    std::vector<Leftover> leftovers;   // also without any removal: after prepare(), of products that are gone already
    std::optional<UndoAnswer> undone;

    std::optional<Error> error;   // of the newest command that failed; what was there before it stays
};

// What the report is written as. HTML is what a face prints or makes a PDF from.
enum class RemovalReportFormat { html, json };
enum class Redaction {
    on,    // no names of people or the computer, no serial numbers, no SIDs
    off,   // as it was seen
};

// Whether the person was told what may go wrong and wants it all the same.
enum class RestartWish {
    ifSafe,
    knowingTheWarning,
};

class RemovalSession {
public:
    virtual ~RemovalSession() = default;   // asks to stop and waits for the step that runs

    // --- before approval
    // Looks up the guards, makes the plan and finds leftovers. An unfinished removal goes first: then this does
    // nothing. What was wished and settled before stays until a removal has ended.
    virtual void prepare(std::shared_ptr<const CheckResult> before) = 0;
    virtual void setWishes(const PlanWishes& wishes) = 0;
    virtual void settle(GuardId guard, bool settled) = 0;
    virtual void lookAgainAtGuards() = 0;   // something may have been put right meanwhile
    virtual void readVaultExport(const std::filesystem::path& file) = 0;
    virtual void wipeVaultExport() = 0;

    // --- the removal
    // Writes the approval down and begins. Refused (`error`) when `digest` is not that of the plan in state(), or
    // while a guard holds it up.
    virtual void approve(const std::string& digest) = 0;
    // The same for what was chosen of `leftovers` (Leftover::id); a plan of its own. While a removal waits for its
    // leftovers to be reviewed, they count as reviewed and it ends first.
    virtual void approveLeftovers(const std::set<std::string>& chosen) = 0;
    virtual void goOn() = 0;   // also: try the step again that needed the person
    virtual void stopAfterThisStep() = 0;
    virtual void skip(const std::string& step) = 0;       // goes on without it
    virtual void reviewed(const std::string& step) = 0;   // the person has seen what was left
    virtual void abandon() = 0;
    // Of the one in state(), or else the newest; leftovers in state() are those of after. With `step` only what that
    // one took.
    virtual void undo(const std::string& step) = 0;
    virtual void answerSilence(bool stopWaiting) = 0;
    // For the step that asked; overwritten with zeros here once it was handed over. Empty: none.
    virtual void givePassword(std::string password) = 0;
    // The computer restarts at once. It is looked at first whether it would start again; when that is not certain
    // (warnsOfRestart) and the person was not warned, nothing happens but that bootSafety says so.
    virtual void requestRestart(RestartWish wish) = 0;

    // --- what was done before
    // Ids, newest first.
    [[nodiscard]] virtual Result<std::vector<std::int64_t>> all() const = 0;
    // Shows an earlier removal in state() (phase ended or halted), for its report and undo.
    virtual void open(std::int64_t removal) = 0;
    // Of the one in state() with the leftovers that were taken away after it; `notFound` when none is there. The data
    // is English; `language` is that of an HTML page around it.
    [[nodiscard]] virtual Result<std::string> report(RemovalReportFormat format, Redaction redaction,
                                                     const PageLanguage& language) const = 0;

    [[nodiscard]] virtual RemovalState state() const = 0;
    // `changed` is called after every change of state(), on whichever thread made it; it must return quickly.
    [[nodiscard]] virtual Subscription subscribe(std::function<void()> changed) = 0;
};

class Host;
class Actions;

struct RemovalParts {
    const Host& host;
    Actions& actions;
    const Catalog& catalog;
    std::filesystem::path journal;   // personJournalFile(), or a file of its own
    // The desktop app, started with resumeRemovalArgument (platform/start_files.h) at the next sign-in while a removal
    // waits for a restart. Empty: nobody goes on by themselves.
    std::filesystem::path resumeProgram = {};
};

// The real thing: what needs rights goes through the broker. All parts must outlive it.
[[nodiscard]] std::unique_ptr<RemovalSession> makeRemovalSession(const RemovalParts& parts, Person person);

// A rehearsal on a recorded machine: every step "works", and what it removes is gone from the next look, but for what
// uninstallers tend to leave. A restart only pretends. Where the recording does not say what held at the moment (power,
// disk space, who asks), everything is fine. The journal is a file of its own that goes with this object.
// `eachStep` is how long a step takes. `host` must outlive it.
[[nodiscard]] std::unique_ptr<RemovalSession> makeRehearsal(const Host& host, const Catalog& catalog, Person person,
                                                            std::chrono::milliseconds eachStep = std::chrono::seconds{
                                                                2});

}   // namespace offramp
