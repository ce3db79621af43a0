#include "domain/recipe.h"

#include "base/vocabulary.h"

#include <algorithm>
#include <utility>

namespace offramp {

namespace {

constexpr Words<RemovalOrder, 5> orderWords{{
    {RemovalOrder::userInterface, "userInterface"},
    {RemovalOrder::product, "product"},
    {RemovalOrder::companion, "companion"},
    {RemovalOrder::agent, "agent"},
    {RemovalOrder::server, "server"},
}};

constexpr Words<WayIn, 4> wayWords{{
    {WayIn::registeredUninstaller, "registeredUninstaller"},
    {WayIn::windowsInstaller, "windowsInstaller"},
    {WayIn::package, "package"},
    {WayIn::byHand, "byHand"},
}};

constexpr Words<KeepRule, 4> keepWords{{
    {KeepRule::removeByDefault, "removeByDefault"},
    {KeepRule::keepUntilConfirmed, "keepUntilConfirmed"},
    {KeepRule::personDecides, "personDecides"},
    {KeepRule::notOffered, "notOffered"},
}};

constexpr Words<RestartNeed, 3> restartWords{{
    {RestartNeed::no, "no"},
    {RestartNeed::yes, "yes"},
    {RestartNeed::unknown, "unknown"},
}};

constexpr Words<LeftoverVerb, 8> verbWords{{
    {LeftoverVerb::move, "move"},
    {LeftoverVerb::removeKey, "removeKey"},
    {LeftoverVerb::removeService, "removeService"},
    {LeftoverVerb::removeUnit, "removeUnit"},
    {LeftoverVerb::removeCertificate, "removeCertificate"},
    {LeftoverVerb::removeBrowserPolicy, "removeBrowserPolicy"},
    {LeftoverVerb::purgePackage, "purgePackage"},
    {LeftoverVerb::explain, "explain"},
}};

constexpr Words<SharedBy, 3> sharedWords{{
    {SharedBy::nobody, "nobody"},
    {SharedBy::antivirus, "antivirus"},
    {SharedBy::vendor, "vendor"},
}};

}   // namespace

std::string_view toString(RemovalOrder order)
{
    return wordFor(orderWords, order);
}

std::optional<RemovalOrder> removalOrderFromString(std::string_view word)
{
    return valueFor(orderWords, word);
}

std::string_view toString(WayIn way)
{
    return wordFor(wayWords, way);
}

std::optional<WayIn> wayInFromString(std::string_view word)
{
    return valueFor(wayWords, word);
}

std::string_view toString(KeepRule rule)
{
    return wordFor(keepWords, rule);
}

std::optional<KeepRule> keepRuleFromString(std::string_view word)
{
    return valueFor(keepWords, word);
}

std::string_view toString(RestartNeed need)
{
    return wordFor(restartWords, need);
}

std::optional<RestartNeed> restartNeedFromString(std::string_view word)
{
    return valueFor(restartWords, word);
}

std::string_view toString(LeftoverVerb verb)
{
    return wordFor(verbWords, verb);
}

std::optional<LeftoverVerb> leftoverVerbFromString(std::string_view word)
{
    return valueFor(verbWords, word);
}

std::string_view toString(SharedBy shared)
{
    return wordFor(sharedWords, shared);
}

std::optional<SharedBy> sharedByFromString(std::string_view word)
{
    return valueFor(sharedWords, word);
}

RecipeBook::RecipeBook(std::vector<Recipe> recipes, const std::map<std::string, Product>& products)
{
    for (Recipe& recipe : recipes) {
        auto child = recipe.product;
        for (const std::string& parent : recipe.kindOf) {
            m_parents.emplace(std::exchange(child, parent), parent);
        }
        auto product = recipe.product;
        m_recipes.emplace(std::move(product), std::move(recipe));
    }
    for (const auto& [id, product] : products) {
        m_parents.emplace(id, product.parent);
    }
}

std::vector<std::string> RecipeBook::lineOf(std::string_view product) const
{
    std::vector<std::string> line{std::string(product)};
    for (;;) {
        const auto parent = m_parents.find(line.back());
        // A circle would be a damaged catalog, which is refused; this only has to end.
        if (parent == m_parents.end() || parent->second.empty()
            || std::find(line.begin(), line.end(), parent->second) != line.end()) {
            return line;
        }
        line.push_back(parent->second);
    }
}

const Recipe* RecipeBook::of(std::string_view product) const
{
    for (const std::string& id : lineOf(product)) {
        if (const auto found = m_recipes.find(id); found != m_recipes.end()) {
            return &found->second;
        }
    }
    return nullptr;
}

std::vector<const LeftoverRule*> RecipeBook::leftoversOf(std::string_view product) const
{
    std::vector<const LeftoverRule*> rules;
    for (const std::string& id : lineOf(product)) {
        if (const auto found = m_recipes.find(id); found != m_recipes.end()) {
            for (const LeftoverRule& rule : found->second.leftovers) {
                rules.push_back(&rule);
            }
        }
    }
    return rules;
}

std::vector<RecipeBook::Line> RecipeBook::everyLeftoverBeside(std::string_view product) const
{
    const auto root = lineOf(product).back();
    std::vector<Line> lines;
    for (const auto& [id, recipe] : m_recipes) {
        const auto line = lineOf(id);
        if (line.back() != root) {
            continue;
        }
        for (const LeftoverRule& rule : recipe.leftovers) {
            lines.push_back({id, &rule, line.size() - 1});
        }
    }
    return lines;
}

bool RecipeBook::isA(std::string_view product, std::string_view kind) const
{
    const auto line = lineOf(product);
    return std::find(line.begin(), line.end(), kind) != line.end();
}

}   // namespace offramp
