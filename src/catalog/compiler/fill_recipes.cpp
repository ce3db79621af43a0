#include "catalog/compiler/fill_recipes.h"

#include "catalog/compiler/table_insert.h"

#include <map>
#include <string>
#include <string_view>

namespace offramp::compiler {

namespace {

std::string textOr(const Node& node, std::string_view otherwise)
{
    return node.isText() ? node.text() : std::string(otherwise);
}

}   // namespace

std::size_t writeRecipes(const CatalogSource& source, SQLite::Database& database,
                         const std::function<std::size_t(const Node&)>& sourceOf, std::size_t lastSource,
                         std::size_t& rules)
{
    std::size_t count = 0;
    rules = 0;
    std::map<std::string, Node> byProduct;
    for (const auto& [name, content] : source.files) {
        if (name.starts_with("recipes/")) {
            for (const auto& recipe : Node(name, content)["recipes"].items()) {
                byProduct.emplace(recipe["product"].text(), recipe);
            }
        }
    }
    Insert insert(database, "recipe", 7);
    Insert packages(database, "recipe_package", 4);
    std::map<std::size_t, Node> recipes;
    std::map<std::size_t, Node> leftoverNodes;
    for (const auto& [product, recipe] : byProduct) {
        const auto number = ++count;
        const auto order = textOr(recipe["order"], "product");
        insert.row(number, product, order, textOr(recipe["password"], "none"), recipe["keep"],
                   textOr(recipe["restart"], "unknown"), sourceOf(recipe["source"]));
        std::size_t position = 0;
        for (const auto& package : recipe["packages"].items()) {
            packages.row(number, position++, package["name"], textOr(package["order"], order));
        }
        recipes.emplace(number, recipe);
    }
    writeLists(database, "recipe_way", recipes, "ways");
    writeLists(database, "recipe_signer", recipes, "signers");
    writeLists(database, "recipe_to_know", recipes, "toKnow");
    Insert leftovers(database, "leftover_rule", 7);
    for (const auto& [recipe, node] : recipes) {
        for (const auto& rule : node["leftovers"].items()) {
            const auto number = ++rules;
            leftovers.row(number, recipe, rule["verb"], rule["confidence"], textOr(rule["shared"], "nobody"),
                          rule["because"], sourceOf(rule["source"]));
            leftoverNodes.emplace(number, rule);
        }
    }
    writeLists(database, "leftover_kind", leftoverNodes, "kinds");
    writeLists(database, "leftover_id", leftoverNodes, "ids");
    writeLists(database, "leftover_name", leftoverNodes, "names");
    writeLists(database, "leftover_path", leftoverNodes, "paths");
    Insert head(database, "recipe_head", 4);
    head.row(std::size_t{1}, count, rules, lastSource);
    return count;
}

}   // namespace offramp::compiler
