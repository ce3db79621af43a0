#include "cli/plan_command.h"

#include "cli/answer.h"
#include "cli/terminal.h"
#include "removal/plan_codec.h"
#include "report/phrases.h"
#include "session/removal.h"

#include <algorithm>
#include <fmt/format.h>

namespace offramp::cli {

const char* const aboutPlan =
    "Looks at the computer, makes the plan by which what was found would be removed, and prints it: every\n"
    "step in words, whether it can be undone and which rights it takes, and what stays and why. Nothing\n"
    "is changed. The same computer, catalog and wishes always give the same plan, so the plan has a\n"
    "digest: the SHA-256 of the bytes that --exact prints.\n"
    "\n"
    "A managed computer gets no plan. Password managers, products the rules leave out and products of\n"
    "other makers stay unless you name them with --also-remove.\n"
    "\n"
    "Exit codes:\n"
    "  0   there is nothing to remove\n"
    "  10  there is a plan, or the computer is managed\n"
    "  11  only things left behind are here; nothing has to be uninstalled\n"
    "  20  no plan, and an important place could not be read\n"
    "  64  a product was named that is not here\n"
    "  65  the machine folder or the catalog could not be used\n"
    "  74  the answer could not be written completely\n"
    "\n"
    "Example: offramp-cli plan --json | jq -r .plan.digest\n"
    "         offramp-cli plan --exact | sha256sum";

namespace {

std::string_view inWords(Undo undo)
{
    switch (undo) {
    case Undo::nothingToUndo: return "changes nothing that would have to be undone";
    case Undo::possible: return "can be undone";
    case Undo::impossible: break;
    }
    return "cannot be undone";
}

}   // namespace

std::string planText(const PlannerAnswer& answer, const CheckResult& result)
{
    std::string out;
    const std::string& name = result.snapshot.machine.name;
    out += styled(Style::quiet, name.empty() ? "this computer" : plain(name)) + "\n\n";
    if (answer.plan) {
        out += styled(Style::strong, "The plan") + "\n";
        std::size_t number = 0;
        for (const Step& step : answer.plan->steps) {
            const std::string heading = step.says.empty() ? std::string(kindOf(step.action)) : inEnglish(step.says[0]);
            out += fmt::format("  {}. {}\n", ++number, styled(Style::strong, plain(heading)));
            addReasons(out, {step.says.begin() + (step.says.empty() ? 0 : 1), step.says.end()}, 5);
            out += styled(Style::quiet,
                          wrapped(fmt::format("{} · {}", inWords(step.undo),
                                              step.rights == Rights::administrator ? "needs administrator rights"
                                                                                   : "with your own rights"),
                                  5))
                   + "\n";
        }
    } else {
        out += styled(Style::strong, "There is no plan") + "\n";
        addReasons(out, answer.why, 2);
    }
    if (!answer.kept.empty()) {
        out += "\n" + styled(Style::strong, "What stays") + "\n";
        addReasons(out, answer.kept, 2);
    }
    if (!result.assessment.conclusive) {
        out += "\n" + wrapped("Important places could not be read, so there may be more. See \"offramp-cli check\".", 0)
               + "\n";
    }
    if (answer.plan) {
        out += fmt::format("\nDigest {}\nNothing was changed.\n", planDigest(*answer.plan));
    }
    return out;
}

ExitCode planExitCode(const PlannerAnswer& answer, const CheckResult& result)
{
    if (answer.plan || result.assessment.managed) {
        return ExitCode::actNeeded;
    }
    if (!result.assessment.conclusive) {
        return ExitCode::couldNotTell;
    }
    const bool traces = std::any_of(answer.why.begin(), answer.why.end(),
                                    [](const Reason& reason) { return reason.code == ReasonCode::planOnlyTraces; });
    return traces ? ExitCode::tracesOnly : ExitCode::clean;
}

namespace {

// A product that is not here would be ignored without a word; it is refused instead.
std::optional<std::string> notHere(const std::vector<std::string>& named, const CheckResult& result)
{
    for (const std::string& id : named) {
        const auto& all = result.installations;
        if (std::none_of(all.begin(), all.end(), [&](const Installation& one) { return one.productId == id; })) {
            std::string known;
            for (const Installation& installation : all) {
                known += " " + installation.productId;
            }
            return fmt::format("\"{}\" is not here; here are:{}", id, known.empty() ? " none" : known);
        }
    }
    return std::nullopt;
}

}   // namespace

std::optional<PlanWishes> wishesFrom(const PlanOptions& wanted, const CheckResult& result)
{
    for (const auto* named : {&wanted.keep, &wanted.alsoRemove}) {
        if (const auto unknown = notHere(*named, result)) {
            fmt::print(stderr, "offramp-cli: {}\n", *unknown);
            return std::nullopt;
        }
    }
    PlanWishes wishes;
    wishes.keep = {wanted.keep.begin(), wanted.keep.end()};
    wishes.alsoRemove = {wanted.alsoRemove.begin(), wanted.alsoRemove.end()};
    wishes.restorePoint = wanted.noRestorePoint ? PlanWishes::RestorePoint::none : PlanWishes::RestorePoint::make;
    return wishes;
}

ExitCode runPlan(const CommonOptions& options, const PlanOptions& wanted)
{
    const auto catalog = openCatalog(options);
    if (!catalog) {
        return reportBadInput(catalog.error());
    }
    const auto host = openHost(options);
    if (!host) {
        return reportBadInput(host.error());
    }
    Result<CheckResult> result = [&] {
        ProgressLine line;
        return check(**host, *catalog, {}, [&](const Progress& progress) { line.show(progress); }, {});
    }();
    if (!result) {
        return reportBadInput(result.error());
    }
    const auto wishes = wishesFrom(wanted, *result);
    if (!wishes) {
        return ExitCode::usage;
    }
    const auto answer = planFor(*result, *catalog, *wishes);
    if (!answer) {
        return reportBadInput(answer.error());
    }
    const ExitCode code = planExitCode(*answer, *result);
    if (wanted.exact) {
        return print(answer->plan ? encodePlan(*answer->plan) : std::string{}, code);
    }
    return print(options.format() == Format::json ? json::dump(planJson(*answer, *result)) + "\n"
                                                  : planText(*answer, *result),
                 code);
}

}   // namespace offramp::cli
