#include "domain/recipe.h"

#include <catch2/catch.hpp>
#include <set>

using namespace offramp;

namespace {

std::map<std::string, Product> productTree()
{
    std::map<std::string, Product> products;
    const auto add = [&](const std::string& id, const std::string& parent) {
        Product product;
        product.id = id;
        product.parent = parent;
        products.emplace(id, std::move(product));
    };
    add("maker", "");
    add("line", "maker");
    add("single", "line");
    add("stranger", "");
    return products;
}

LeftoverRule ruleFor(const std::string& path)
{
    LeftoverRule rule;
    rule.kinds = {EvidenceKind::folder};
    rule.paths = {path};
    return rule;
}

Recipe recipeFor(const std::string& product, const std::string& path)
{
    Recipe recipe;
    recipe.product = product;
    recipe.leftovers = {ruleFor(path)};
    return recipe;
}

}   // namespace

TEST_CASE("the nearest recipe counts, and what is left behind adds up to the root")
{
    const RecipeBook book({recipeFor("maker", "/maker"), recipeFor("single", "/single")}, productTree());
    REQUIRE(book.of("single") != nullptr);
    CHECK(book.of("single")->product == "single");
    REQUIRE(book.of("line") != nullptr);
    CHECK(book.of("line")->product == "maker");
    const auto rules = book.leftoversOf("single");
    REQUIRE(rules.size() == 2);
    CHECK(rules[0]->paths == std::vector<std::string>{"/single"});
    CHECK(rules[1]->paths == std::vector<std::string>{"/maker"});
    CHECK(book.isA("single", "maker"));
    CHECK_FALSE(book.isA("maker", "single"));
}

TEST_CASE("a product nobody knows how to remove has no recipe")
{
    const RecipeBook book({recipeFor("maker", "/maker")}, productTree());
    CHECK(book.of("stranger") == nullptr);
    CHECK(book.leftoversOf("stranger").empty());
    CHECK(book.of("never heard of") == nullptr);
    CHECK(RecipeBook{}.of("maker") == nullptr);
}

TEST_CASE("products that are their own ancestors do not keep a recipe from being looked for")
{
    auto products = productTree();
    products.at("maker").parent = "single";
    const RecipeBook book({}, products);
    CHECK(book.of("single") == nullptr);
    CHECK(book.isA("single", "maker"));
}

TEST_CASE("every word of a recipe reads back as it is written")
{
    const auto readsBack = [](auto last, auto read) {
        using Word = decltype(last);
        std::set<std::string_view> words;
        for (int value = 0; value <= static_cast<int>(last); ++value) {
            const auto word = toString(static_cast<Word>(value));
            CHECK(read(word) == static_cast<Word>(value));
            words.insert(word);
        }
        CHECK(words.size() == static_cast<std::size_t>(last) + 1);
        CHECK_FALSE(read("somethingElse"));
    };
    readsBack(RemovalOrder::server, removalOrderFromString);
    readsBack(WayIn::byHand, wayInFromString);
    readsBack(KeepRule::notOffered, keepRuleFromString);
    readsBack(RestartNeed::unknown, restartNeedFromString);
    readsBack(LeftoverVerb::explain, leftoverVerbFromString);
    readsBack(SharedBy::vendor, sharedByFromString);
}
