#include "catalog/catalog_reader.h"
#include "catalog/catalog_rows.h"
#include "catalog/catalog_words.h"
#include "catalog/recipe_rules.h"

#include <fmt/format.h>

namespace offramp {

namespace {

ReasonCode plainReason(const CatalogRows& rows, int column)
{
    const auto code = rows.word(column, reasonCodeFromString);
    if (!isPlainReason(code)) {
        rows.damaged(column, "names a sentence that needs arguments");
    }
    return code;
}

std::vector<Recipe> readRecipeHeads(const SQLite::Database& database, const Sources& sources)
{
    std::vector<Recipe> recipes;
    CatalogRows rows(database, "recipe",
                     "SELECT id, product, removal_order, password, keep, restart, source, "
                     "EXISTS (SELECT 1 FROM product WHERE product.id = recipe.product) FROM recipe ORDER BY id");
    while (rows.next()) {
        if (rows.index(0) != recipes.size()) {
            rows.damaged(0, "leaves a gap");
        }
        if (!rows.flag(7)) {
            rows.damaged(1, "names no product");
        }
        Recipe recipe;
        recipe.product = rows.text(1);
        if (!recipes.empty() && recipe.product <= recipes.back().product) {
            rows.damaged(1, "is out of order");
        }
        recipe.order = rows.word(2, removalOrderFromString);
        recipe.password = rows.word(3, passwordPassFromString);
        recipe.keep = rows.word(4, keepRuleFromString);
        recipe.restart = rows.word(5, restartNeedFromString);
        recipe.source = sources[rows.index(6, sources.size())];
        recipes.push_back(std::move(recipe));
    }
    return recipes;
}

// What each recipe's product is a kind of.
void readLines(const SQLite::Database& database, std::vector<Recipe>& recipes)
{
    CatalogRows rows(database, "product", "SELECT parent FROM product WHERE id = ?");
    for (Recipe& recipe : recipes) {
        std::string id = recipe.product;
        for (;;) {
            rows.restart(id);
            if (!rows.next()) {
                throw CatalogDamage(fmt::format("{} is no product", id));
            }
            id = rows.textOrEmpty(0);
            if (id.empty()) {
                break;
            }
            recipe.kindOf.push_back(id);
            if (recipe.kindOf.size() > deepestParents) {
                throw CatalogDamage(fmt::format("product {}: its line of parents does not end at a root", id));
            }
        }
    }
}

// Every row of a list with the thing it belongs to.
template <class Owner, class Take>
void readList(const SQLite::Database& database, std::string_view table, std::string_view owner, std::string_view column,
              std::vector<Owner>& owners, const Take& take)
{
    CatalogRows rows(database, table,
                     fmt::format("SELECT {}, {} FROM {} ORDER BY {}, position", owner, column, table, owner));
    while (rows.next()) {
        take(rows, owners[rows.index(0, owners.size())]);
    }
}

struct OwnedRule {
    std::size_t recipe = 0;
    LeftoverRule rule;
};

std::vector<OwnedRule> readRules(const SQLite::Database& database, const Sources& sources, std::size_t recipes)
{
    std::vector<OwnedRule> rules;
    CatalogRows rows(database, "leftover_rule",
                     "SELECT id, recipe, verb, confidence, shared, because, source FROM leftover_rule ORDER BY id");
    while (rows.next()) {
        if (rows.index(0) != rules.size()) {
            rows.damaged(0, "leaves a gap");
        }
        OwnedRule owned;
        owned.recipe = rows.index(1, recipes);
        owned.rule.verb = rows.word(2, leftoverVerbFromString);
        owned.rule.confidence = rows.word(3, confidenceFromString);
        owned.rule.shared = rows.word(4, sharedByFromString);
        if (!rows.textOrEmpty(5).empty()) {
            owned.rule.because = plainReason(rows, 5);
        }
        owned.rule.source = sources[rows.index(6, sources.size())];
        if (owned.rule.confidence == Confidence::certain && !mayDecide(owned.rule.source.verification)) {
            rows.damaged(3, "is certain of what nobody read");
        }
        rules.push_back(std::move(owned));
    }
    return rules;
}

void readRulePatterns(const SQLite::Database& database, std::string_view table, std::vector<OwnedRule>& rules,
                      std::vector<std::string> LeftoverRule::*list)
{
    readList(database, table, "rule", "pattern", rules, [&](const CatalogRows& rows, OwnedRule& owned) {
        auto pattern = rows.text(1);
        if (literalCharacters(pattern) < fewestLiteralCharacters) {
            rows.damaged(1, "would match anything");
        }
        (owned.rule.*list).push_back(std::move(pattern));
    });
}

bool isWhole(const LeftoverRule& rule)
{
    const bool saysSomething = !rule.ids.empty() || !rule.names.empty() || !rule.paths.empty();
    const bool hasPlace = rule.verb != LeftoverVerb::move || !rule.paths.empty();
    return !rule.kinds.empty() && saysSomething && hasPlace;
}

bool hasTable(const SQLite::Database& database)
{
    CatalogRows rows(database, "sqlite_schema",
                     "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'recipe_head'");
    return rows.next();
}

}   // namespace

RecipeHead readRecipeHead(const SQLite::Database& database)
{
    if (!hasTable(database)) {
        return {};
    }
    CatalogRows rows(database, "recipe_head",
                     "SELECT recipe_count, rule_count, last_source FROM recipe_head WHERE id = 1");
    if (!rows.next()) {
        throw CatalogDamage("table recipe_head is empty");
    }
    const auto count = [&](int column) {
        const auto value = rows.integer(column);
        if (value < 0 || value > static_cast<std::int64_t>(mostRecipes)) {
            rows.damaged(column, "is not a count");
        }
        return value;
    };
    return {true, static_cast<std::size_t>(count(0)), static_cast<std::size_t>(count(1)), rows.integer(2)};
}

std::vector<Recipe> readRecipes(const SQLite::Database& database, const RecipeHead& head, const Sources& sources)
{
    if (!head.known) {
        return {};
    }
    auto recipes = readRecipeHeads(database, sources);
    readLines(database, recipes);
    readList(database, "recipe_way", "recipe", "way", recipes,
             [](const CatalogRows& rows, Recipe& recipe) { recipe.ways.push_back(rows.word(1, wayInFromString)); });
    readList(database, "recipe_signer", "recipe", "pattern", recipes, [](const CatalogRows& rows, Recipe& recipe) {
        recipe.signers.push_back(rows.text(1));
        if (literalCharacters(recipe.signers.back()) < fewestLiteralCharacters) {
            rows.damaged(1, "would match anybody");
        }
    });
    readList(database, "recipe_package", "recipe", "name, removal_order", recipes,
             [](const CatalogRows& rows, Recipe& recipe) {
                 recipe.packages.push_back({rows.text(1), rows.word(2, removalOrderFromString)});
             });
    readList(database, "recipe_to_know", "recipe", "reason", recipes,
             [](const CatalogRows& rows, Recipe& recipe) { recipe.toKnow.push_back(plainReason(rows, 1)); });

    auto rules = readRules(database, sources, recipes.size());
    readList(database, "leftover_kind", "rule", "kind", rules, [](const CatalogRows& rows, OwnedRule& owned) {
        owned.rule.kinds.push_back(rows.word(1, evidenceKindFromString));
        if (!mayActOn(owned.rule.verb, owned.rule.kinds.back())) {
            rows.damaged(1, "is a kind of thing its verb does not act on");
        }
    });
    readRulePatterns(database, "leftover_id", rules, &LeftoverRule::ids);
    readRulePatterns(database, "leftover_name", rules, &LeftoverRule::names);
    readRulePatterns(database, "leftover_path", rules, &LeftoverRule::paths);
    if (recipes.size() != head.recipes || rules.size() != head.rules) {
        throw CatalogDamage("it does not hold as many recipes as it says");
    }
    for (auto& [recipe, rule] : rules) {
        if (!isWhole(rule)) {
            throw CatalogDamage(fmt::format("a leftover of {} is not complete", recipes[recipe].product));
        }
        recipes[recipe].leftovers.push_back(std::move(rule));
    }
    return recipes;
}

}   // namespace offramp
