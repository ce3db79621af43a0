// The runners of this machine from a script, one step at a time. For end-to-end tests in a machine of their own; never
// installed.
//
// Usage: step-hands check|run|undo KIND ARGUMENTS [UNDO]
//   package dpkg|rpm|pacman NAME · purge dpkg|rpm|pacman NAME · folder PATH · file PATH · unit NAME PATH
//   uninstaller ENTRY COMMAND SIGNER · hanging ENTRY COMMAND SIGNER (asked after a second) · msi CODE [PASSWORD]
//   key KEY · service NAME · certificate THUMBPRINT KEY · policy KEY EXTENSION · point -
// Usage: step-hands broker CATALOG STEP [INVENTED_PACKAGE]
//   makes the plan of this machine and has the installed broker carry out one step of it; a password is what standard
//   input says
// Prints one line of JSON.
#include "base/utf8_path.h"
#include "catalog/catalog_store.h"
#include "platform/platform.h"
#include "removal/broker_runner.h"
#include "removal/planner.h"
#include "removal/runners/live_runners.h"
#include "session/session.h"

#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

using namespace offramp;

std::optional<StepAction> actionFrom(const std::vector<std::string>& words)
{
    const auto manager = packageManagerFromString(words.size() > 1 ? words[1] : "");
    if (words.size() >= 3 && words[0] == "package" && manager) {
        return RemovePackage{*manager, words[2]};
    }
    if (words.size() >= 3 && words[0] == "purge" && manager) {
        return PurgePackage{*manager, words[2]};
    }
    if (words.size() >= 3 && words[0] == "unit") {
        return RemoveSystemdUnit{words[1], words[2]};
    }
    if (words.size() >= 4 && (words[0] == "uninstaller" || words[0] == "hanging")) {
        return RunUninstaller{words[2], words[1], {words[3]}, false};
    }
    if (words.size() >= 2 && words[0] == "msi") {
        return RemoveMsiProduct{words[1], words.size() > 2 ? PasswordPass::loginAndPassword : PasswordPass::none};
    }
    if (words.size() >= 2 && words[0] == "key") {
        return RemoveRegistryKey{words[1]};
    }
    if (words.size() >= 2 && words[0] == "service") {
        return RemoveService{words[1]};
    }
    if (words.size() >= 3 && words[0] == "certificate") {
        return RemoveCertificate{words[1], words[2]};
    }
    if (words.size() >= 3 && words[0] == "policy") {
        return RemoveBrowserPolicy{words[1], words[2]};
    }
    if (!words.empty() && words[0] == "point") {
        return MakeRestorePoint{};
    }
    if (words.size() >= 2 && (words[0] == "folder" || words[0] == "file")) {
        return MovePath{words[1], words[0] == "folder"};
    }
    return std::nullopt;
}

nlohmann::json answerTo(const std::vector<std::string>& words, const Step& step)
{
    const std::string& verb = words[0];
    const std::string& undo = words.back();
    const auto host = makeLiveHost();
    const auto actions = makeLiveActions();
    LiveRunners runners(*host, *actions);
    UninstallerRunner impatient(*host, *actions, std::chrono::seconds{1});
    StepRunner* const runner = words[1] == "hanging" ? &impatient : runners.runnerFor(step);
    if (runner == nullptr) {
        return {{"fault", "no runner"}};
    }
    if (verb == "check") {
        const StepTruth truth = runner->check(step);
        return {{"truth", truth == StepTruth::holds         ? "holds"
                          : truth == StepTruth::doesNotHold ? "doesNotHold"
                                                            : "cannotTell"}};
    }
    if (verb == "undo") {
        const auto back = runner->undo(step, undo);
        return {{"fault", back ? "" : describe(back.error())}};
    }
    std::string remembered;
    StepWatch watch;
    watch.remember = [&](const std::string& data) {
        remembered = data;
        return Result<void>{};
    };
    int asked = 0;
    watch.silent = [&](std::chrono::seconds) { return ++asked > 1; };
    watch.password = [&] { return words.size() > 3 ? words[3] : std::string{}; };
    const StepOutcome outcome = runner->run(step, watch, {});
    return {{"kind", toString(outcome.kind)},
            {"asked", asked},
            {"code", outcome.code ? nlohmann::json(*outcome.code) : nlohmann::json(nullptr)},
            {"detail", outcome.detail.context},
            {"undo", outcome.undo},
            {"remembered", remembered}};
}

nlohmann::json brokerAnswer(const std::vector<std::string>& words)
{
    const auto host = makeLiveHost();
    const Result<Catalog> catalog = loadCatalog(pathFromUtf8(words[1]));
    const Result<CheckResult> result =
        catalog ? check(*host, *catalog, {}, {}, {}) : Result<CheckResult>(tl::unexpected(catalog.error()));
    if (!result || !catalog->recipes.load()) {
        return {{"fault", "no check"}};
    }
    const RecipeBook recipes(std::vector<Recipe>(catalog->recipes.begin(), catalog->recipes.end()), result->products);
    PlannerAnswer answer = planRemoval({result->installations, result->products, recipes, result->snapshot.machine,
                                        result->assessment.managed, catalog->info.serial, PlanWishes{}});
    RemovalPlan plan = answer.plan.value_or(RemovalPlan{});
    if (words.size() > 3) {
        Step invented;
        invented.id = words[2];
        invented.action = RemovePackage{PackageManager::dpkg, words[3]};
        invented.undo = Undo::impossible;
        invented.rights = Rights::administrator;
        plan.steps.push_back(invented);
    }
    nlohmann::json steps = nlohmann::json::array();
    for (const Step& step : plan.steps) {
        steps.push_back(step.id);
    }
    const Step* const step = stepOf(plan, words[2]);
    if (step == nullptr) {
        return {{"fault", "no such step"}, {"steps", steps}};
    }
    BrokerRunner runner(plan, [](const Step&) { return nullptr; });
    int asked = 0;
    StepWatch watch;
    watch.password = [&] {
        ++asked;
        std::string password;
        std::getline(std::cin, password);
        return password;
    };
    const StepOutcome outcome = runner.run(*step, watch, {});
    return {{"kind", toString(outcome.kind)}, {"detail", describe(outcome.detail)}, {"asked", asked}, {"steps", steps}};
}

}   // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> words = programArguments(argc, argv);
    words.erase(words.begin());
    if (words.size() >= 3 && words[0] == "broker") {
        std::printf("%s\n", brokerAnswer(words).dump().c_str());
        return 0;
    }
    const auto action =
        words.size() < 2 ? std::nullopt : actionFrom(std::vector<std::string>(words.begin() + 1, words.end()));
    if (!action) {
        std::fputs("step-hands: not a step\n", stderr);
        return 64;
    }
    Step step;
    step.id = words[1] + ":" + words[2];
    step.action = *action;
    const nlohmann::json answer = answerTo(words, step);
    std::printf("%s\n", answer.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    return 0;
}
