#include "session/removal.h"

#include "removal/plan_codec.h"
#include "report/phrases.h"
#include "session/check_record.h"

#include <set>
#include <utility>

namespace offramp {

namespace {

using json::Value;

Value orNull(const std::string& text)
{
    return text.empty() ? Value(nullptr) : Value(text);
}

// The executor's own steps have no runner.
bool needsRunner(const Step& step)
{
    return !std::holds_alternative<RestartMachine>(step.action) && !std::holds_alternative<AwaitProtection>(step.action)
           && !std::holds_alternative<LookAgain>(step.action) && !std::holds_alternative<ReviewLeftovers>(step.action);
}

Result<RecipeBook> recipesFor(const CheckResult& result, const Catalog& catalog)
{
    if (const auto loaded = catalog.recipes.load(); !loaded) {
        return tl::unexpected(loaded.error());
    }
    return RecipeBook(std::vector<Recipe>(catalog.recipes.begin(), catalog.recipes.end()), result.products);
}

}   // namespace

Result<PlannerAnswer> planFor(const CheckResult& result, const Catalog& catalog, const PlanWishes& wishes)
{
    const auto recipes = recipesFor(result, catalog);
    if (!recipes) {
        return tl::unexpected(recipes.error());
    }
    return planRemoval({result.installations, result.products, *recipes, result.snapshot.machine,
                        result.assessment.managed, catalog.info.serial, wishes});
}

Result<std::vector<Leftover>> leftoversFor(const CheckResult& result, const Catalog& catalog)
{
    const auto recipes = recipesFor(result, catalog);
    if (!recipes) {
        return tl::unexpected(recipes.error());
    }
    return findLeftovers(result.snapshot, result.installations, *recipes);
}

Result<RemovalPlan> planForLeftovers(const std::vector<Leftover>& leftovers, const std::set<std::string>& chosen,
                                     const CheckResult& result)
{
    const auto checked = leftoversPlan(leftovers, chosen, result.snapshot.machine, result.catalog.serial);
    if (!checked) {
        return tl::unexpected(checked.error());
    }
    std::set<std::string> ids;
    for (const Step& step : checked->steps) {
        ids.insert(step.id);
    }
    auto plan = planLeftovers(checked->steps, ids, result.snapshot.machine, result.catalog.serial);
    if (!plan) {
        return fail(ErrorCode::notFound, "nothing was chosen");
    }
    return std::move(*plan);
}

Result<RemovalPlan> planNow(const CheckResult& result, const Catalog& catalog, const RemovalPlan& approved)
{
    if (approved.kind == RemovalPlan::Kind::leftovers) {
        const auto found = leftoversFor(result, catalog);
        if (!found) {
            return tl::unexpected(found.error());
        }
        std::set<std::string> chosen;
        for (const Leftover& leftover : *found) {
            const bool wanted = leftover.step && stepOf(approved, leftover.step->id) != nullptr;
            if (wanted) {
                chosen.insert(leftover.id);
            }
        }
        return leftoversPlan(*found, chosen, result.snapshot.machine, catalog.info.serial);
    }
    PlanWishes wishes;
    for (std::string& product : productsRemovedBy(approved)) {
        wishes.alsoRemove.insert(std::move(product));
    }
    auto answer = planFor(result, catalog, wishes);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    if (!answer->plan) {
        return fail(ErrorCode::notFound, "nothing is to be removed from this computer");
    }
    return std::move(*answer->plan);
}

VerificationResult verify(const RemovalPlan& plan, const CheckResult& result)
{
    return verify(plan, LookedAgain{result.installations, result.products, result.snapshot.isConclusive()});
}

std::vector<std::string> notCarriedOutHere(const RemovalPlan& plan, const RunnerFor& runnerFor)
{
    std::vector<std::string> steps;
    for (const Step& step : plan.steps) {
        if (needsRunner(step) && runnerFor(step) == nullptr) {
            steps.push_back(step.id);
        }
    }
    return steps;
}

json::Value stepJson(const Step& step)
{
    return {{"id", step.id},
            {"product", orNull(step.product)},
            {"subject", orNull(step.subject)},
            {"do", std::string(kindOf(step.action))},
            {"rights", std::string(toString(step.rights))},
            {"undo", std::string(toString(step.undo))},
            {"confidence", std::string(toString(step.confidence))},
            {"says", json::of(step.says)}};
}

json::Value verificationJson(const VerificationResult& verification)
{
    Value products = Value::array();
    for (const ProductResult& product : verification.products) {
        Value evidence = Value::array();
        for (const MatchedEvidence& matched : product.evidence) {
            evidence.push_back(json::of(matched.evidence));
        }
        products.push_back({{"product", product.product},
                            {"name", product.name},
                            {"result", std::string(toString(product.result))},
                            {"evidence", std::move(evidence)}});
    }
    return {{"result", std::string(toString(verification.result))}, {"products", std::move(products)}};
}

json::Value bootSafetyJson(const BootSafety& safety)
{
    return {{"verdict", std::string(toString(safety.verdict))},
            {"title", json::of(safety.title)},
            {"findings", json::of(safety.findings)},
            {"todo", json::of(safety.todo)}};
}

std::string lookForJournal(const RemovalPlan& plan, const CheckResult& result, const BootSafety& start,
                           const Catalog& catalog)
{
    Value look = checkJson(result, catalog.replacements);
    look["verification"] = verificationJson(verify(plan, result));
    look["bootSafety"] = bootSafetyJson(start);
    return json::dump(look);
}

json::Value planJson(const PlannerAnswer& answer, const CheckResult& result)
{
    Value plan = nullptr;
    if (answer.plan) {
        Value steps = Value::array();
        for (const Step& step : answer.plan->steps) {
            steps.push_back(stepJson(step));
        }
        plan = {{"digest", planDigest(*answer.plan)},
                {"kind", std::string(toString(answer.plan->kind))},
                {"steps", std::move(steps)}};
    }
    return {{"format", "offramp.removalPlan/1"},
            {"machine", json::of(result.snapshot.machine)},
            {"managed", result.assessment.managed},
            {"conclusive", result.assessment.conclusive},
            {"catalogSerial", result.catalog.serial},
            {"plan", std::move(plan)},
            {"why", json::of(answer.why)},
            {"kept", json::of(answer.kept)}};
}

}   // namespace offramp
