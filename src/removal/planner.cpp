#include "removal/planner.h"

#include "base/text.h"
#include "domain/assessment.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace offramp {

namespace {

Reason says(ReasonCode code)
{
    return Reason{code, {}, {}};
}

Reason says(ReasonCode code, std::string argument)
{
    return Reason{code, {std::move(argument)}, {}};
}

// A removal before it has its place among the others.
struct Removal {
    RemovalOrder order = RemovalOrder::product;
    Step step;
};

bool isProductCode(std::string_view text)
{
    constexpr std::string_view shape = "{HHHHHHHH-HHHH-HHHH-HHHH-HHHHHHHHHHHH}";
    return text.size() == shape.size() && std::equal(text.begin(), text.end(), shape.begin(), [](char c, char kind) {
               return kind == 'H' ? (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') : c == kind;
           });
}

std::optional<PackageManager> managerOf(SourceKind source)
{
    switch (source) {
    case SourceKind::dpkg: return PackageManager::dpkg;
    case SourceKind::rpm: return PackageManager::rpm;
    case SourceKind::pacman: return PackageManager::pacman;
    default: return std::nullopt;
    }
}

// One product: which steps take it away, or why it stays.
class ProductPlanner {
public:
    ProductPlanner(const PlannerInput& input, const Installation& installation)
        : m_input(input), m_installation(installation), m_recipe(input.recipes.of(installation.productId)),
          m_title(titleOf(installation))
    {}

    void plan(std::vector<Removal>& removals, std::vector<Reason>& kept)
    {
        if (const auto reason = whyItStays()) {
            keep(kept, *reason);
            return;
        }
        const std::size_t before = removals.size();
        if (m_installation.state == InstallationState::portable) {
            movePortable(removals);
        } else {
            for (const WayIn way : m_recipe->ways) {
                if (removals.size() == before && way != WayIn::byHand) {
                    take(way, removals);
                }
            }
        }
        if (removals.size() == before) {
            const bool byHand =
                std::find(m_recipe->ways.begin(), m_recipe->ways.end(), WayIn::byHand) != m_recipe->ways.end();
            keep(kept, byHand ? ReasonCode::keptByHand : m_heldBack ? ReasonCode::keptHeld : ReasonCode::keptNoWay);
        }
    }

private:
    [[nodiscard]] std::optional<ReasonCode> whyItStays() const
    {
        if (m_input.wishes.keep.contains(m_installation.productId)) {
            return ReasonCode::keptByWish;
        }
        if (m_recipe == nullptr) {
            return ReasonCode::keptNoRecipe;
        }
        const bool asked = m_input.wishes.alsoRemove.contains(m_installation.productId);
        switch (m_recipe->keep) {
        case KeepRule::notOffered: return ReasonCode::keptNotOffered;
        case KeepRule::keepUntilConfirmed:
            if (!asked) {
                return ReasonCode::keptUntilConfirmed;
            }
            break;
        case KeepRule::personDecides:
            if (!asked) {
                return ReasonCode::keptPersonDecides;
            }
            break;
        case KeepRule::removeByDefault: break;
        }
        // A recipe further up the tree must not sweep along what has to stay or what nobody has to give up.
        const auto product = m_input.products.find(m_installation.productId);
        if (!asked && product != m_input.products.end()) {
            if (product->second.holdsPasswords || product->second.role == ProductRole::passwordManager) {
                return ReasonCode::keptUntilConfirmed;
            }
            if (product->second.usStatus == UsStatus::exempt || product->second.usStatus == UsStatus::notCovered) {
                return ReasonCode::keptPersonDecides;
            }
        }
        if (m_installation.confidence == Confidence::notSure) {
            return ReasonCode::keptNotSure;
        }
        return std::nullopt;
    }

    void keep(std::vector<Reason>& kept, ReasonCode why) const
    {
        kept.push_back(says(why, m_title));
        if (m_recipe != nullptr && (why == ReasonCode::keptNotOffered || why == ReasonCode::keptByHand)) {
            for (const ReasonCode code : m_recipe->toKnow) {
                kept.push_back(says(code));
            }
        }
    }

    [[nodiscard]] Step makeStep(const std::string& reference, StepAction action, bool userWritable) const
    {
        Step step;
        step.id = "remove:" + reference;
        step.product = m_installation.productId;
        step.subject = m_title;
        step.action = std::move(action);
        step.undo = Undo::impossible;
        step.rights = userWritable ? Rights::person : Rights::administrator;
        step.confidence = m_installation.confidence;
        step.says.push_back(says(ReasonCode::planRemove, m_title));
        return step;
    }

    void finish(std::vector<Removal>& removals, Step step, RemovalOrder order) const
    {
        if (step.rights == Rights::person && removesProduct(step.action)) {
            step.says.push_back(says(ReasonCode::planOnlyYourRights));
        }
        if (m_installation.facts.passwordProtected.value_or(false)) {
            step.says.push_back(says(ReasonCode::passwordWanted));
        }
        if (m_installation.facts.selfDefence.value_or(false)) {
            step.says.push_back(says(ReasonCode::selfDefenceOn));
        }
        for (const ReasonCode code : m_recipe->toKnow) {
            step.says.push_back(says(code));
        }
        removals.push_back(Removal{order, std::move(step)});
    }

    // What proves the product is what may name its way out; a part or a trace may not.
    [[nodiscard]] std::vector<const Evidence*> references(UninstallReference::Kind kind) const
    {
        std::vector<const Evidence*> found;
        for (const MatchedEvidence& matched : m_installation.evidence) {
            if (matched.shows == Shows::product && matched.evidence.uninstall
                && matched.evidence.uninstall->kind == kind && text::isUtf8(matched.evidence.uninstall->value)
                && text::isUtf8(matched.evidence.readFrom)) {
                found.push_back(&matched.evidence);
            }
        }
        // Where only an administrator can write first, then what the person sees in the system's list.
        std::sort(found.begin(), found.end(), [](const Evidence* left, const Evidence* right) {
            const auto rank = [](const Evidence& evidence) {
                return std::tie(evidence.uninstall->userWritable, evidence.hidden, evidence.uninstall->value,
                                evidence.readFrom);
            };
            return rank(*left) < rank(*right);
        });
        return found;
    }

    void take(WayIn way, std::vector<Removal>& removals)
    {
        switch (way) {
        case WayIn::registeredUninstaller: runUninstaller(removals); break;
        case WayIn::windowsInstaller: removeMsiProducts(removals); break;
        case WayIn::package: removePackages(removals); break;
        case WayIn::byHand: break;
        }
    }

    void runUninstaller(std::vector<Removal>& removals) const
    {
        for (const Evidence* evidence : references(UninstallReference::Kind::registeredCommand)) {
            // Nobody is known who may have signed it: it would be refused rights later, so another way is looked for.
            if (!evidence->uninstall->userWritable && m_recipe->signers.empty()) {
                continue;
            }
            Step step = makeStep(evidence->readFrom,
                                 RunUninstaller{evidence->uninstall->value, evidence->readFrom, m_recipe->signers,
                                                evidence->uninstall->userWritable},
                                 evidence->uninstall->userWritable);
            step.says.push_back(says(ReasonCode::planRunsUninstaller));
            finish(removals, std::move(step), m_recipe->order);
            return;
        }
    }

    void removeMsiProducts(std::vector<Removal>& removals) const
    {
        std::set<std::string> seen;
        for (const Evidence* evidence : references(UninstallReference::Kind::msiProduct)) {
            std::string code = evidence->uninstall->value;
            std::transform(code.begin(), code.end(), code.begin(),
                           [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c; });
            if (!isProductCode(code) || !seen.insert(code).second) {
                continue;
            }
            Step step = makeStep(code, RemoveMsiProduct{code, m_recipe->password}, evidence->uninstall->userWritable);
            step.says.push_back(says(ReasonCode::planUsesInstaller, code));
            finish(removals, std::move(step), m_recipe->order);
        }
    }

    void removePackages(std::vector<Removal>& removals)
    {
        std::set<std::string> seen;
        for (const Evidence* evidence : references(UninstallReference::Kind::package)) {
            const std::string& name = evidence->uninstall->value;
            const auto manager = managerOf(evidence->source);
            const auto known = std::find_if(m_recipe->packages.begin(), m_recipe->packages.end(),
                                            [&](const RecipePackage& package) { return package.name == name; });
            if (!manager || known == m_recipe->packages.end() || !seen.insert(name).second
                || evidence->packageState == PackageState::configFiles) {
                continue;
            }
            const bool held = evidence->packageState == PackageState::held;
            if (held && !m_input.wishes.alsoRemove.contains(m_installation.productId)) {
                m_heldBack = true;
                continue;
            }
            Step step = makeStep(name, RemovePackage{*manager, name}, false);
            // A product may consist of several packages; each heading says which one goes.
            step.says.front() = says(ReasonCode::planRemove, m_title + " (" + name + ")");
            step.says.push_back(Reason{ReasonCode::planUsesPackages, {name, std::string(toString(*manager))}, {}});
            if (held) {
                step.says.push_back(says(ReasonCode::heldByAdministrator));
            }
            finish(removals, std::move(step), known->order);
        }
        // Half of a product is worse than all of it.
        if (m_heldBack) {
            removals.erase(std::remove_if(removals.begin(), removals.end(),
                                          [&](const Removal& removal) {
                                              return removal.step.product == m_installation.productId;
                                          }),
                           removals.end());
        }
    }

    void movePortable(std::vector<Removal>& removals) const
    {
        std::set<std::string> seen;
        for (const MatchedEvidence& matched : m_installation.evidence) {
            const Evidence& evidence = matched.evidence;
            if (matched.shows != Shows::portable || evidence.kind != EvidenceKind::file || evidence.location.empty()
                || !text::isUtf8(evidence.location) || !seen.insert(evidence.location).second) {
                continue;
            }
            Step step = makeStep(evidence.location, MovePath{evidence.location, false}, evidence.scope == Scope::user);
            step.undo = Undo::possible;
            step.says.push_back(says(ReasonCode::planMovesFile, evidence.location));
            finish(removals, std::move(step), RemovalOrder::companion);
        }
    }

    const PlannerInput& m_input;
    const Installation& m_installation;
    const Recipe* m_recipe;
    std::string m_title;
    bool m_heldBack = false;
};

Step machineStep(std::string id, StepAction action, Rights rights, ReasonCode heading, ReasonCode detail)
{
    Step step;
    step.id = std::move(id);
    step.action = std::move(action);
    step.rights = rights;
    step.says = {says(heading), says(detail)};
    return step;
}

// How far the recipes say that a restart belongs to it. MSI products may ask for one although no recipe says so.
std::optional<RestartMachine::When> restartFor(const std::vector<Removal>& removals, const PlannerInput& input)
{
    std::optional<RestartMachine::When> when;
    for (const Removal& removal : removals) {
        if (!removesProduct(removal.step.action)) {
            continue;
        }
        const RestartNeed need = input.recipes.of(removal.step.product)->restart;
        if (need == RestartNeed::yes) {
            return RestartMachine::When::always;
        }
        if (need == RestartNeed::unknown || input.machine.os == OsFamily::windows) {
            when = RestartMachine::When::ifAsked;
        }
    }
    return when;
}

std::vector<Reason> whyNoPlan(const PlannerInput& input)
{
    const auto& all = input.installations;
    const bool traces = std::any_of(all.begin(), all.end(), [](const Installation& installation) {
        return installation.state == InstallationState::leftover;
    });
    const bool there = std::any_of(all.begin(), all.end(), [](const Installation& installation) {
        return installation.state != InstallationState::leftover;
    });
    return {says(traces && !there ? ReasonCode::planOnlyTraces : ReasonCode::planNothingToRemove)};
}

}   // namespace

PlannerAnswer planRemoval(const PlannerInput& input)
{
    PlannerAnswer answer;
    if (input.managed) {
        answer.why = {says(ReasonCode::managedByOrganisation), says(ReasonCode::planManaged)};
        return answer;
    }
    std::vector<Removal> removals;
    std::vector<const Installation*> installations;
    for (const Installation& installation : input.installations) {
        if (installation.state != InstallationState::leftover) {
            installations.push_back(&installation);
        }
    }
    // The order in which places were read is nobody's wish.
    std::stable_sort(installations.begin(), installations.end(),
                     [](const Installation* left, const Installation* right) {
                         return std::tie(left->productId, left->name, left->version)
                                < std::tie(right->productId, right->name, right->version);
                     });
    for (const Installation* installation : installations) {
        ProductPlanner(input, *installation).plan(removals, answer.kept);
    }
    std::stable_sort(removals.begin(), removals.end(), [](const Removal& left, const Removal& right) {
        return std::tie(left.order, left.step.product, left.step.id)
               < std::tie(right.order, right.step.product, right.step.id);
    });
    // One entry can be evidence of two products; it is carried out once.
    std::set<std::string> ids;
    removals.erase(std::remove_if(removals.begin(), removals.end(),
                                  [&](const Removal& removal) { return !ids.insert(removal.step.id).second; }),
                   removals.end());
    if (removals.empty()) {
        answer.why = whyNoPlan(input);
        return answer;
    }

    RemovalPlan plan;
    plan.machine = input.machine.name;
    plan.catalogSerial = input.catalogSerial;
    plan.kept = answer.kept;
    bool protects = false;
    bool uninstalls = false;
    for (const Removal& removal : removals) {
        const auto product = input.products.find(removal.step.product);
        uninstalls = uninstalls || removesProduct(removal.step.action);
        protects = protects
                   || (removesProduct(removal.step.action) && product != input.products.end()
                       && product->second.role == ProductRole::antivirus);
    }
    // System Restore is not there on Windows Server.
    if (uninstalls && input.machine.os == OsFamily::windows && !input.machine.server
        && input.wishes.restorePoint == PlanWishes::RestorePoint::make) {
        plan.steps.push_back(machineStep("restore-point", MakeRestorePoint{}, Rights::administrator,
                                         ReasonCode::planRestorePoint, ReasonCode::planRestorePointWhy));
    }
    const auto restart = restartFor(removals, input);
    for (Removal& removal : removals) {
        plan.steps.push_back(std::move(removal.step));
    }
    if (restart) {
        plan.steps.push_back(machineStep("restart", RestartMachine{*restart}, Rights::person, ReasonCode::planRestart,
                                         *restart == RestartMachine::When::always ? ReasonCode::planRestartAlways
                                                                                  : ReasonCode::planRestartIfAsked));
    }
    if (protects) {
        plan.steps.push_back(machineStep("await-protection", AwaitProtection{}, Rights::person,
                                         ReasonCode::planAwaitProtection, ReasonCode::planAwaitProtectionWhy));
    }
    plan.steps.push_back(machineStep("look-again", LookAgain{}, Rights::person, ReasonCode::planLookAgain,
                                     ReasonCode::planLookAgainWhy));
    plan.steps.push_back(machineStep("review-leftovers", ReviewLeftovers{}, Rights::person,
                                     ReasonCode::planReviewLeftovers, ReasonCode::planReviewLeftoversWhy));
    answer.plan = std::move(plan);
    return answer;
}

std::optional<RemovalPlan> planLeftovers(const std::vector<Step>& found, const std::set<std::string>& chosen,
                                         const MachineInfo& machine, long catalogSerial)
{
    RemovalPlan plan;
    plan.kind = RemovalPlan::Kind::leftovers;
    plan.machine = machine.name;
    plan.catalogSerial = catalogSerial;
    for (const Step& step : found) {
        if (chosen.contains(step.id) && stepOf(plan, step.id) == nullptr) {
            plan.steps.push_back(step);
        }
    }
    if (plan.steps.empty()) {
        return std::nullopt;
    }
    plan.steps.push_back(machineStep("look-again", LookAgain{}, Rights::person, ReasonCode::planLookAgain,
                                     ReasonCode::planLookAgainWhy));
    return plan;
}

std::vector<std::string> productsRemovedBy(const RemovalPlan& plan)
{
    std::vector<std::string> products;
    for (const Step& step : plan.steps) {
        if (!step.product.empty() && (removesProduct(step.action) || plan.kind == RemovalPlan::Kind::removal)
            && std::find(products.begin(), products.end(), step.product) == products.end()) {
            products.push_back(step.product);
        }
    }
    return products;
}

}   // namespace offramp
