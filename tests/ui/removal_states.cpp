#include "removal_states.h"

#include "removal/plan_codec.h"
#include "scripted_results.h"
#include "support/easy_guards.h"

#include <algorithm>

namespace offramp::ui {

namespace {

using namespace std::chrono_literals;
using Phase = RemovalState::Phase;

Reason says(ReasonCode code)
{
    return Reason{code, {}, {}};
}
Reason says(ReasonCode code, std::string argument)
{
    return Reason{code, {std::move(argument)}, {}};
}

constexpr const char* plus = "kaspersky-plus";
constexpr const char* vpn = "kaspersky-vpn";

std::shared_ptr<const CheckResult> beforeResult()
{
    CheckResult result = affectedResult();
    for (const Installation& installation : result.installations) {
        Product product;
        product.id = installation.productId;
        product.name = installation.name;
        product.role = installation.role;
        result.products[product.id] = product;
    }
    return std::make_shared<const CheckResult>(std::move(result));
}

std::shared_ptr<const CheckResult> afterResult()
{
    CheckResult result = cleanResult();
    result.snapshot.takenAt = scriptedNow() + 30min;
    return std::make_shared<const CheckResult>(std::move(result));
}

enum class Answered { nothing, vault, everything };

std::vector<Guard> guards(Answered answered, const std::optional<VaultCount>& vault = {})
{
    GuardFacts facts = easyFacts();
    facts.products.push_back(passwordManager());
    GuardAnswers answers;
    answers.vault = vault;
    if (answered != Answered::nothing) {
        answers.settled = {GuardId::subscription, GuardId::quarantine};
    }
    if (answered == Answered::everything) {
        answers.settled.insert(GuardId::passwordVault);
    }
    return guardsFor(facts, answers);
}

Step productStep(const std::string& id, const std::string& product, const std::string& name, StepAction action,
                 ReasonCode how)
{
    Step step;
    step.id = id;
    step.product = product;
    step.subject = name;
    step.action = std::move(action);
    step.undo = Undo::impossible;
    step.rights = Rights::administrator;
    step.says = {says(ReasonCode::planRemove, name), says(how)};
    return step;
}

Step plainStep(const std::string& id, StepAction action, ReasonCode heading, ReasonCode text)
{
    Step step;
    step.id = id;
    step.action = std::move(action);
    step.says = {says(heading), says(text)};
    return step;
}

RemovalPlan removalPlan()
{
    RemovalPlan plan;
    plan.machine = "DESK";
    plan.catalogSerial = 41;
    Step restorePoint =
        plainStep("restore-point", MakeRestorePoint{}, ReasonCode::planRestorePoint, ReasonCode::planRestorePointWhy);
    restorePoint.rights = Rights::administrator;
    plan.steps = {
        restorePoint,
        productStep("remove:vpn", vpn, "Kaspersky VPN",
                    RemoveMsiProduct{"{11111111-2222-3333-4444-555555555555}", PasswordPass::none},
                    ReasonCode::knowSeparateProgram),
        productStep("remove:plus", plus, "Kaspersky Plus", RunUninstaller{}, ReasonCode::planRunsUninstaller),
        plainStep("restart", RestartMachine{RestartMachine::When::always}, ReasonCode::planRestart,
                  ReasonCode::planRestartAlways),
        plainStep("await-protection", AwaitProtection{}, ReasonCode::planAwaitProtection,
                  ReasonCode::planAwaitProtectionWhy),
        plainStep("look-again", LookAgain{}, ReasonCode::planLookAgain, ReasonCode::planLookAgainWhy),
        plainStep("review-leftovers", ReviewLeftovers{}, ReasonCode::planReviewLeftovers,
                  ReasonCode::planReviewLeftoversWhy),
    };
    plan.kept = {says(ReasonCode::keptUntilConfirmed, "Kaspersky Password Manager")};
    return plan;
}

StepAction takes(EvidenceKind kind, const std::string& place)
{
    return kind == EvidenceKind::rootCertificate ? StepAction(RemoveCertificate{"00AA", place})
                                                 : StepAction(MovePath{place, kind == EvidenceKind::folder});
}

Leftover leftover(EvidenceKind kind, const std::string& subject, const std::string& place, Confidence confidence,
                  ReasonCode why, bool offered)
{
    Leftover one;
    one.id = "leftover:" + place;
    one.kind = kind;
    one.product = plus;
    one.subject = subject;
    one.place = place;
    one.confidence = confidence;
    one.preselected = offered && confidence == Confidence::certain;
    one.reasons = {says(why)};
    if (offered) {
        Step step;
        step.id = one.id;
        step.subject = subject;
        step.action = takes(kind, place);
        step.undo = Undo::possible;
        step.says = {says(ReasonCode::planRemove, subject)};
        one.step = step;
    }
    return one;
}

std::vector<Leftover> leftovers()
{
    return {leftover(EvidenceKind::rootCertificate, "Kaspersky Anti-Virus Personal Root Certificate",
                     "HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\ROOT\\Certificates\\00AA", Confidence::certain,
                     ReasonCode::leftCertificate, true),
            leftover(EvidenceKind::folder, "AVP21.16", "C:\\ProgramData\\Kaspersky Lab\\AVP21.16", Confidence::certain,
                     ReasonCode::leftDataFolder, true),
            leftover(EvidenceKind::file, "kavremvr.log", "C:\\kavremvr.log", Confidence::likely,
                     ReasonCode::leftoverNotConfirmed, true),
            leftover(EvidenceKind::driver, "klif", "klif", Confidence::certain, ReasonCode::leftDriver, false)};
}

RemovalState proposed()
{
    RemovalState state;
    state.phase = Phase::proposed;
    state.before = beforeResult();
    state.proposal.plan = removalPlan();
    state.proposal.kept = state.proposal.plan->kept;
    state.digest = planDigest(*state.proposal.plan);
    state.guards = guards(Answered::nothing);
    return state;
}

RemovalState ready()
{
    RemovalState state = proposed();
    state.guards = guards(Answered::everything);
    for (const Guard& guard : state.guards) {
        if (guard.state == GuardState::waived) {
            state.settled.insert(guard.id);
        }
    }
    return state;
}

// A filter of the keyboard names a driver that is gone, and what else there is to say.
BootSafety unsafeStart()
{
    const std::string keyboard =
        R"(HKLM\SYSTEM\CurrentControlSet\Control\Class\{4d36e96b-e325-11ce-bfc1-08002be10318})";
    const std::string services = R"(HKLM\SYSTEM\CurrentControlSet\Services\)";
    return {BootSafety::Verdict::notSafe,
            {ReasonCode::bootNotSafe, {}, {}},
            {{ReasonCode::bootFilterNoEntry,
              {keyboard + R"(\UpperFilters)", std::string("klkbdflt2"), services + "klkbdflt2"},
              {}},
             {ReasonCode::bootDriverUnread, {std::string("klif"), services + "klif"}, {}}},
            {{ReasonCode::bootDoNotSafe, {}, {}}}};
}

// The first `done` steps are done; the next one is in `last`, if it is not waiting.
RemovalState begun(std::size_t done, StepState last)
{
    RemovalState state = ready();
    MigrationRecord record;
    record.id = 1;
    record.plan = *state.proposal.plan;
    record.digest = state.digest;
    record.approved = {scriptedNow(), "boot", std::nullopt};
    auto at = scriptedNow();
    for (std::size_t i = 0; i < done; ++i) {
        record.transitions.push_back({record.plan.steps[i].id, StepState::running, {at, "boot", {}}, {}, {}});
        at += 4min;
        record.transitions.push_back({record.plan.steps[i].id, StepState::done, {at, "boot", {}}, 0, {}});
    }
    if (done < record.plan.steps.size() && last != StepState::waiting) {
        record.transitions.push_back({record.plan.steps[done].id, StepState::running, {at, "boot", {}}, {}, {}});
        if (last != StepState::running) {
            record.transitions.push_back({record.plan.steps[done].id, last, {at + 3min, "boot", {}}, 1603, {}});
        }
    }
    state.phase = last == StepState::running ? Phase::working : Phase::halted;
    if (state.phase == Phase::working) {
        state.running = RemovalState::Running{record.plan.steps[done].id, std::nullopt, std::nullopt, false, false};
    } else {
        state.halt =
            Halt{Halt::Why::needsPerson, done < record.plan.steps.size() ? record.plan.steps[done].id : "", last};
    }
    state.record = std::move(record);
    state.gap.state = ProtectionGap::State::none;
    return state;
}

void openGap(RemovalState& state)
{
    state.gap.state = ProtectionGap::State::open;
    state.gap.least = state.gap.most = 4min;
    state.gap.since = scriptedNow() + 12min;
}

void closeGap(RemovalState& state)
{
    state.gap.state = ProtectionGap::State::closed;
    state.gap.least = 11min;
    state.gap.most = 12min;
    state.gap.since = scriptedNow() + 12min;
}

void lookedAgain(RemovalState& state)
{
    closeGap(state);
    state.after = afterResult();
    VerificationResult result;
    result.result = RemovalResult::leftovers;
    result.products = {{plus, "Kaspersky Plus", RemovalResult::leftovers, {}},
                       {vpn, "Kaspersky VPN", RemovalResult::removed, {}}};
    state.verification = result;
    state.leftovers = leftovers();
}

RemovalState checked()
{
    RemovalState state = begun(6, StepState::waitingForPerson);
    lookedAgain(state);
    return state;
}

RemovalState ended()
{
    RemovalState state = begun(7, StepState::waiting);
    lookedAgain(state);
    state.phase = Phase::ended;
    state.halt = Halt{};
    state.record->ending = Ending::finished;
    return state;
}

std::vector<NamedRemoval> makeStates()
{
    std::vector<NamedRemoval> all;
    const auto add = [&](const char* name, RemovalState state) { all.push_back({name, std::move(state)}); };
    add("before", proposed());
    {
        RemovalState state = proposed();
        state.vaultFault = says(ReasonCode::vaultBackup);
        add("before-fault", state);
        state.vaultFault.reset();
        state.vault = VaultCount{{{VaultSection::websites, 212}, {VaultSection::notes, 14}}};
        state.vaultMayBeWiped = true;
        state.guards = guards(Answered::vault, state.vault);
        state.settled = {GuardId::subscription, GuardId::quarantine};
        add("before-counted", state);
    }
    {
        RemovalState state = proposed();
        state.guards.front().state = GuardState::inTheWay;
        state.guards.front().title = says(ReasonCode::guardManagedStop);
        state.guards.front().todo = {says(ReasonCode::guardManagedDo)};
        state.guards.front().answerable = false;
        state.guards.front().holdsUp = true;
        add("managed", state);
    }
    add("ready", ready());
    {
        RemovalState state = begun(2, StepState::running);
        openGap(state);
        add("remove", state);
        state.running->silent = 7min;
        add("remove-silent", state);
        state.running->silent.reset();
        state.running->window = 0x2004A;
        add("remove-window", state);
        state.running->window = 0;
        state.running->silent.reset();
        state.running->needsPassword = true;
        add("remove-password", state);
        state.running->needsPassword = false;
        state.running->stopAsked = true;
        add("remove-stopping", state);
    }
    add("remove-failed", begun(2, StepState::failed));
    add("remove-declined", begun(1, StepState::declined));
    {
        RemovalState state = begun(2, StepState::waiting);
        state.halt = Halt{Halt::Why::stopped, "remove:plus", StepState::waiting};
        add("remove-stopped", state);
    }
    {
        RemovalState state = begun(3, StepState::waitingForRestart);
        state.halt = Halt{Halt::Why::restart, "restart", StepState::waitingForRestart};
        openGap(state);
        state.bootSafety = BootSafety{BootSafety::Verdict::safe, {ReasonCode::bootSafe, {}, {}}, {}, {}};
        add("restart", state);
        state.bootSafety = unsafeStart();
        add("restart-not-safe", state);
    }
    add("check", checked());
    {
        RemovalState state = checked();
        state.bootSafety = unsafeStart();
        add("check-not-safe", state);
    }
    add("done", ended());
    {
        RemovalState state = ended();
        state.record->plan.kind = RemovalPlan::Kind::leftovers;
        state.record->plan.steps = {*leftovers()[1].step};
        state.record->transitions = {
            {state.record->plan.steps[0].id, StepState::undone, {scriptedNow(), "boot", {}}, {}, {}}};
        state.undone = UndoAnswer{{state.record->plan.steps[0].id}, {}, {}};
        add("undone", state);
    }
    {
        RemovalState state = ended();
        state.record->plan.kind = RemovalPlan::Kind::leftovers;
        state.record->plan.steps.clear();
        state.record->transitions.clear();
        for (const Leftover& each : leftovers()) {
            if (each.step) {
                state.record->plan.steps.push_back(*each.step);
                state.record->transitions.push_back(
                    {each.step->id, StepState::done, {scriptedNow(), "boot", {}}, {}, {}});
            }
        }
        add("moved", state);
    }
    {
        RemovalState state = proposed();
        state.proposal.plan.reset();
        state.proposal.kept.clear();
        state.proposal.why = {says(ReasonCode::planOnlyTraces)};
        state.digest.clear();
        state.leftovers = leftovers();
        add("left", state);
    }
    {
        RemovalState state;
        state.phase = Phase::failed;
        state.error = Error{ErrorCode::malformed, "removals.db", 0};
        add("failed", state);
    }
    return all;
}

}   // namespace

const std::vector<NamedRemoval>& allRemovalStates()
{
    static const std::vector<NamedRemoval> all = makeStates();
    return all;
}

RemovalState removalState(const std::string& name)
{
    const auto& all = allRemovalStates();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const NamedRemoval& each) { return each.name == name; });
    return found == all.end() ? RemovalState{} : found->state;
}

QStringList removalFacts()
{
    // File types, as the buttons and dialogs say them.
    QStringList facts{QStringLiteral("HTML"), QStringLiteral("PDF"), QStringLiteral("JSON"),
                      QStringLiteral("removals.db")};
    for (const Reason& finding : unsafeStart().findings) {
        for (const ReasonArgument& argument : finding.arguments) {
            facts << QString::fromStdString(std::get<std::string>(argument));
        }
    }
    for (const Leftover& each : leftovers()) {
        facts << QString::fromStdString(each.place) << QString::fromStdString(each.subject);
    }
    const std::string digest = planDigest(removalPlan());
    constexpr std::size_t group = 4;
    for (std::size_t at = 0; at < digest.size(); at += group) {
        facts.append(QString::fromStdString(digest.substr(at, group)));
    }
    return facts;
}

}   // namespace offramp::ui
