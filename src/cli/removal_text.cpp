#include "cli/removal_text.h"

#include "cli/terminal.h"
#include "report/phrases.h"
#include "session/boot_safety.h"
#include "session/removal.h"
#include "session/removal_report.h"

#include <fmt/format.h>

namespace offramp::cli {

namespace {

using json::Value;

std::string_view inWords(GuardState state)
{
    switch (state) {
    case GuardState::clear: return "settled";
    case GuardState::inTheWay: return "in the way";
    case GuardState::personMustSay: return "you have to say";
    case GuardState::couldNotTell: return "could not tell";
    case GuardState::waived: break;
    }
    return "settled by your word";
}

std::string_view inWords(RemovalResult result)
{
    switch (result) {
    case RemovalResult::removed: return "gone";
    case RemovalResult::leftovers: return "gone, but something was left behind";
    case RemovalResult::couldNotTell: return "nobody can tell: an important place could not be read";
    case RemovalResult::stillPresent: break;
    }
    return "still here";
}

Value guardJson(const Guard& guard)
{
    return {{"id", std::string(toString(guard.id))}, {"state", std::string(toString(guard.state))},
            {"answerable", guard.answerable},        {"holdsUp", guard.holdsUp},
            {"title", json::of(guard.title)},        {"reasons", json::of(guard.reasons)},
            {"todo", json::of(guard.todo)}};
}

Value leftoverJson(const Leftover& leftover)
{
    return {{"id", leftover.id},
            {"kind", std::string(toString(leftover.kind))},
            {"product", leftover.product},
            {"place", leftover.place},
            {"confidence", std::string(toString(leftover.confidence))},
            {"preselected", leftover.preselected},
            {"step", leftover.step ? stepJson(*leftover.step) : Value(nullptr)},
            {"reasons", json::of(leftover.reasons)}};
}

Value undoJson(const UndoAnswer& undo)
{
    Value failed = Value::array();
    for (const auto& [step, error] : undo.failed) {
        failed.push_back({{"step", step}, {"error", describe(error)}});
    }
    return {{"undone", undo.undone}, {"failed", std::move(failed)}, {"impossible", undo.impossible}};
}

std::string_view phaseWord(RemovalState::Phase phase)
{
    switch (phase) {
    case RemovalState::Phase::idle: return "idle";
    case RemovalState::Phase::preparing: return "preparing";
    case RemovalState::Phase::proposed: return "proposed";
    case RemovalState::Phase::working: return "working";
    case RemovalState::Phase::halted: return "halted";
    case RemovalState::Phase::ended: return "ended";
    case RemovalState::Phase::failed: break;
    }
    return "failed";
}

// Nobody, and no script, restarts before this was read.
bool mustWarn(const RemovalState& state)
{
    return state.bootSafety && warnsOfRestart(*state.bootSafety);
}

std::string headingOf(const Step& step)
{
    return plain(step.says.empty() ? std::string(kindOf(step.action)) : inEnglish(step.says[0]));
}

}   // namespace

std::string removalJsonText(const RemovalState& state, const Moment& now)
{
    Value guards = Value::array();
    for (const Guard& guard : state.guards) {
        guards.push_back(guardJson(guard));
    }
    Value leftovers = Value::array();
    for (const Leftover& leftover : state.leftovers) {
        leftovers.push_back(leftoverJson(leftover));
    }
    Value plan = nullptr;
    if (state.phase == RemovalState::Phase::proposed && state.before != nullptr) {
        plan = planJson(state.proposal, *state.before)["plan"];
    }
    return json::dump({{"format", "offramp.removal/1"},
                       {"rehearsal", state.rehearsal},
                       {"phase", std::string(phaseWord(state.phase))},
                       {"plan", std::move(plan)},
                       {"why", json::of(state.proposal.why)},
                       {"guards", std::move(guards)},
                       {"vault", state.vault ? json::of(describe(*state.vault)) : Value(nullptr)},
                       {"removal", state.record ? removalJson(*state.record, now) : Value(nullptr)},
                       {"halt", state.halt ? Value{{"why", std::string(toString(state.halt->why))},
                                                   {"step", state.halt->step.empty() ? Value(nullptr)
                                                                                     : Value(state.halt->step)},
                                                   {"state", std::string(toString(state.halt->state))}}
                                           : Value(nullptr)},
                       {"verification", state.verification ? verificationJson(*state.verification) : Value(nullptr)},
                       {"leftovers", std::move(leftovers)},
                       {"bootSafety", state.bootSafety ? bootSafetyJson(*state.bootSafety) : Value(nullptr)},
                       {"undo", state.undone ? undoJson(*state.undone) : Value(nullptr)},
                       {"error", state.error ? Value(describe(*state.error)) : Value(nullptr)}})
           + "\n";
}

std::string guardsText(const std::vector<Guard>& guards)
{
    std::string out = styled(Style::strong, "Before anything is removed") + "\n";
    for (const Guard& guard : guards) {
        const auto style = guard.holdsUp ? Style::attention : Style::fine;
        out += fmt::format("  {} ({}): {}\n", toString(guard.id), styled(style, inWords(guard.state)),
                           plain(inEnglish(guard.title)));
        if (guard.holdsUp) {
            addReasons(out, guard.reasons, 5);
            addReasons(out, guard.todo, 5);
            if (guard.answerable) {
                out += styled(Style::quiet,
                              wrapped(fmt::format("Your word settles it: --settle {}", toString(guard.id)), 5))
                       + "\n";
            }
        }
    }
    return out;
}

std::string leftoversText(const std::vector<Leftover>& leftovers)
{
    if (leftovers.empty()) {
        return "Nothing was left behind.\n";
    }
    std::string out = styled(Style::strong, "What was left behind") + "\n";
    for (const Leftover& leftover : leftovers) {
        out += fmt::format("  {} {}\n", leftover.step ? leftover.preselected ? "[x]" : "[ ]" : " - ",
                           plain(leftover.place));
        addReasons(out, leftover.reasons, 6);
        if (leftover.step) {
            out += styled(Style::quiet, wrapped(plain(leftover.id), 6)) + "\n";
        }
    }
    return out + "[x] is certain and taken by \"remove --leftovers\"; [ ] only if you choose it; - is only shown.\n";
}

std::string bootSafetyText(const BootSafety& safety)
{
    const auto style = warnsOfRestart(safety) ? Style::attention : Style::fine;
    std::string out = styled(style, plain(inEnglish(safety.title)) + ".") + "\n";
    addReasons(out, safety.findings, 2);
    addReasons(out, safety.todo, 2);
    return out;
}

std::string verificationText(const VerificationResult& verification)
{
    std::string out;
    for (const ProductResult& product : verification.products) {
        out += fmt::format("  {}: {}\n", plain(product.name), inWords(product.result));
    }
    return out;
}

std::string outcomeText(const RemovalState& state)
{
    std::string out;
    if (state.rehearsal) {
        out += "This is a rehearsal on a recorded machine. Nothing real was touched.\n";
    }
    if (state.record) {
        out += styled(Style::strong, fmt::format("Removal {}", state.record->id)) + "\n";
        std::size_t number = 0;
        for (const Step& step : state.record->plan.steps) {
            const Transition* const newest = newestOf(*state.record, step.id);
            out += fmt::format("  {}. {}: {}\n", ++number, headingOf(step), inEnglish(stateOf(*state.record, step.id)));
            if (newest != nullptr && !newest->detail.empty()) {
                out += styled(Style::quiet, wrapped(plain(newest->detail), 5)) + "\n";
            }
        }
        if (!state.record->protection.empty()) {
            out += inEnglish(state.gap) + "\n";
        }
    }
    if (state.verification) {
        out += "\n" + styled(Style::strong, "Looked at again") + "\n" + verificationText(*state.verification);
    }
    if (state.undone) {
        out += fmt::format("\nPut back: {}. Could not be: {}. Cannot be undone: {}.\n", state.undone->undone.size(),
                           state.undone->failed.size(), state.undone->impossible.size());
        for (const auto& [step, error] : state.undone->failed) {
            out += wrapped(plain(step + ": " + describe(error)), 2) + "\n";
        }
    }
    if (state.after != nullptr && !state.leftovers.empty()) {
        out += "\n" + leftoversText(state.leftovers);
    }
    if (state.after != nullptr && state.bootSafety) {
        out += "\n" + bootSafetyText(*state.bootSafety);
    }
    if (state.phase == RemovalState::Phase::halted && state.halt) {
        const Step* const step = state.record ? stepOf(state.record->plan, state.halt->step) : nullptr;
        const std::string what = step == nullptr ? std::string() : headingOf(*step);
        out += "\n";
        switch (state.halt->why) {
        case Halt::Why::restart:
            if (state.bootSafety) {
                out += bootSafetyText(*state.bootSafety);
            }
            out += mustWarn(state) ? "If you restart the computer all the same, then: offramp-cli resume\n"
                                   : "Restart the computer. Then: offramp-cli resume\n";
            break;
        case Halt::Why::needsPerson:
            out +=
                fmt::format("\"{}\" needs you. Try it again: offramp-cli resume\nGo on without it: offramp-cli resume "
                            "--skip {}\n",
                            what, plain(state.halt->step));
            break;
        case Halt::Why::stopped:
        case Halt::Why::finished: out += "It was stopped here. Go on: offramp-cli resume\n"; break;
        }
    }
    if (state.error) {
        out += "\n" + describe(*state.error) + "\n";
    }
    return out;
}

ExitCode verificationExitCode(RemovalResult result)
{
    switch (result) {
    case RemovalResult::removed: return ExitCode::clean;
    case RemovalResult::leftovers: return ExitCode::tracesOnly;
    case RemovalResult::couldNotTell: return ExitCode::couldNotTell;
    case RemovalResult::stillPresent: break;
    }
    return ExitCode::actNeeded;
}

ExitCode outcomeExitCode(const RemovalState& state)
{
    if (state.phase == RemovalState::Phase::halted && state.halt) {
        return state.error                                                 ? ExitCode::badInput
               : state.halt->why == Halt::Why::restart && !mustWarn(state) ? ExitCode::restartNeeded
                                                                           : ExitCode::personNeeded;
    }
    if (state.phase == RemovalState::Phase::failed || state.error) {
        return ExitCode::badInput;
    }
    const bool unsettled = state.undone && !state.undone->failed.empty();
    if (unsettled) {
        return ExitCode::personNeeded;
    }
    if (state.undone) {
        return ExitCode::clean;
    }
    if (!state.verification) {
        return ExitCode::couldNotTell;
    }
    // What its maker's products share may be left although the product itself is gone.
    const bool left = state.verification->result == RemovalResult::removed && !state.leftovers.empty();
    return left ? ExitCode::tracesOnly : verificationExitCode(state.verification->result);
}

}   // namespace offramp::cli
