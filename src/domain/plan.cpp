#include "domain/plan.h"

#include "base/vocabulary.h"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

constexpr Words<PackageManager, 3> packageManagerWords{{
    {PackageManager::dpkg, "dpkg"},
    {PackageManager::rpm, "rpm"},
    {PackageManager::pacman, "pacman"},
}};

constexpr Words<PasswordPass, 3> passwordPassWords{{
    {PasswordPass::none, "none"},
    {PasswordPass::loginAndPassword, "loginAndPassword"},
    {PasswordPass::hexPassword, "hexPassword"},
}};

constexpr Words<RestartMachine::When, 2> restartWhenWords{{
    {RestartMachine::When::always, "always"},
    {RestartMachine::When::ifAsked, "ifAsked"},
}};

constexpr Words<Undo, 3> undoWords{{
    {Undo::nothingToUndo, "nothingToUndo"},
    {Undo::possible, "possible"},
    {Undo::impossible, "impossible"},
}};

constexpr Words<Rights, 2> rightsWords{{
    {Rights::person, "person"},
    {Rights::administrator, "administrator"},
}};

constexpr Words<RemovalPlan::Kind, 2> planKindWords{{
    {RemovalPlan::Kind::removal, "removal"},
    {RemovalPlan::Kind::leftovers, "leftovers"},
}};

// In the order of the alternatives of StepAction.
constexpr std::array<std::string_view, 15> kinds{"makeRestorePoint",  "runUninstaller",      "removeMsiProduct",
                                                 "removePackage",     "restartMachine",      "awaitProtection",
                                                 "lookAgain",         "reviewLeftovers",     "movePath",
                                                 "removeRegistryKey", "removeService",       "removeSystemdUnit",
                                                 "removeCertificate", "removeBrowserPolicy", "purgePackage"};
static_assert(kinds.size() == std::variant_size_v<StepAction>);

}   // namespace

std::string_view toString(PackageManager manager)
{
    return wordFor(packageManagerWords, manager);
}

std::optional<PackageManager> packageManagerFromString(std::string_view word)
{
    return valueFor(packageManagerWords, word);
}

std::string_view toString(PasswordPass pass)
{
    return wordFor(passwordPassWords, pass);
}

std::optional<PasswordPass> passwordPassFromString(std::string_view word)
{
    return valueFor(passwordPassWords, word);
}

std::string_view toString(RestartMachine::When when)
{
    return wordFor(restartWhenWords, when);
}

std::optional<RestartMachine::When> restartWhenFromString(std::string_view word)
{
    return valueFor(restartWhenWords, word);
}

std::string_view toString(Undo undo)
{
    return wordFor(undoWords, undo);
}

std::optional<Undo> undoFromString(std::string_view word)
{
    return valueFor(undoWords, word);
}

std::string_view toString(Rights rights)
{
    return wordFor(rightsWords, rights);
}

std::optional<Rights> rightsFromString(std::string_view word)
{
    return valueFor(rightsWords, word);
}

std::string_view toString(RemovalPlan::Kind kind)
{
    return wordFor(planKindWords, kind);
}

std::optional<RemovalPlan::Kind> planKindFromString(std::string_view word)
{
    return valueFor(planKindWords, word);
}

std::string_view kindOf(const StepAction& action)
{
    return action.valueless_by_exception() ? std::string_view("unknown") : kinds[action.index()];
}

bool removesProduct(const StepAction& action)
{
    return std::holds_alternative<RunUninstaller>(action) || std::holds_alternative<RemoveMsiProduct>(action)
           || std::holds_alternative<RemovePackage>(action);
}

const Step* stepOf(const RemovalPlan& plan, std::string_view id)
{
    const auto found =
        std::find_if(plan.steps.begin(), plan.steps.end(), [&](const Step& step) { return step.id == id; });
    return found == plan.steps.end() ? nullptr : &*found;
}

}   // namespace offramp
