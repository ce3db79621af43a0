#include "session/removal.h"

#include "removal/plan_codec.h"
#include "report/phrases.h"

#include <utility>

namespace offramp {

namespace {

using json::Value;

Value orNull(const std::string& text)
{
    return text.empty() ? Value(nullptr) : Value(text);
}

Value stepJson(const Step& step)
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

}   // namespace

Result<PlannerAnswer> planFor(const CheckResult& result, const Catalog& catalog, const PlanWishes& wishes)
{
    if (const auto loaded = catalog.recipes.load(); !loaded) {
        return tl::unexpected(loaded.error());
    }
    const RecipeBook recipes(std::vector<Recipe>(catalog.recipes.begin(), catalog.recipes.end()), result.products);
    return planRemoval({result.installations, result.products, recipes, result.snapshot.machine,
                        result.assessment.managed, catalog.info.serial, wishes});
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
