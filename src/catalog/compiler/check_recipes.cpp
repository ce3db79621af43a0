// The meaning of recipes/: products that exist, verbs that fit what they act on, sentences that need no arguments, and
// nothing that acts on a thing nobody read about.
#include "catalog/compiler/check_context.h"

#include "catalog/catalog_words.h"
#include "catalog/compiler/near_miss.h"
#include "catalog/recipe_rules.h"
#include "domain/recipe.h"

#include <algorithm>
#include <fmt/format.h>

namespace offramp::compiler {

namespace {

// A sentence stands in a recipe as its code, so nothing can fill a gap in it.
void checkReason(CheckContext& context, const Node& code)
{
    if (!code.isText()) {
        return;
    }
    if (const auto known = reasonCodeFromString(code.text()); !known) {
        context.complain(code, fmt::format("there is no reason \"{}\" in src/base/reason_codes.inc{}", code.text(),
                                           didYouMean(code.text(), everyPlainReason())));
    } else if (!isPlainReason(*known)) {
        context.complain(
            code, fmt::format("the sentence of \"{}\" needs arguments, which a recipe cannot give", code.text()));
    }
}

bool isRead(const Node& source)
{
    const auto verification = verificationFromString(source["verification"].text());
    return verification && mayDecide(*verification);
}

void checkLeftover(CheckContext& context, const Node& rule)
{
    for (const auto& kind : rule["kinds"].items()) {
        context.checkWord(kind, evidenceKindFromString);
        const auto known = evidenceKindFromString(kind.text());
        const auto verb = leftoverVerbFromString(rule["verb"].text());
        if (known && verb && !mayActOn(*verb, *known)) {
            context.complain(kind, fmt::format("the verb {} does not act on this kind of thing; it acts on {}",
                                               rule["verb"].text(), fmt::join(kindsFor(*verb), ", ")));
        }
    }
    context.mustNotRepeat(rule["kinds"]);
    context.checkWord(rule["verb"], leftoverVerbFromString);
    context.checkWord(rule["confidence"], confidenceFromString);
    context.checkWord(rule["shared"], sharedByFromString);
    context.checkPatterns(rule["ids"], CheckContext::PatternOf::name);
    context.checkPatterns(rule["names"], CheckContext::PatternOf::name);
    context.checkPatterns(rule["paths"], CheckContext::PatternOf::path);
    if (rule["ids"].items().empty() && rule["names"].items().empty() && rule["paths"].items().empty()) {
        context.complain(rule, "needs ids, names or paths");
    }
    if (rule["verb"].text() == "move" && rule["paths"].items().empty()) {
        context.complain(rule, "needs paths: what is moved away is named by where it lies");
    }
    checkReason(context, rule["because"]);
    context.checkSource(rule["source"], CheckContext::Address::mayLack);

    const auto word = rule["source"]["verification"].text();
    if (rule["confidence"].text() == "certain" && !isRead(rule["source"]) && !word.empty()) {
        context.complain(rule["confidence"],
                         fmt::format("\"certain\" is ticked beforehand, so \"{}\" is not enough; write \"likely\", or "
                                     "give the page it was read on",
                                     word));
    } else if (rule["confidence"].text() == "likely" && word == "memory") {
        context.complain(rule["confidence"], "\"likely\" may not rest on memory; write \"notSure\", or give the page "
                                             "it was read on");
    }
}

struct KnownProduct {
    std::string parent;
    std::string status;
    bool holdsPasswords = false;
    std::vector<std::string> packages;   // patterns
};
using KnownProducts = std::map<std::string, KnownProduct>;

KnownProducts knownProducts(const CheckContext& context)
{
    KnownProducts products;
    for (const auto& family : context.filesIn("products/")) {
        for (const auto& product : family["products"].items()) {
            KnownProduct known{
                product["parent"].text(), product["us"]["status"].text(), product["holdsPasswords"].isTrue(), {}};
            for (const auto& signature : product["signatures"].items()) {
                const auto kinds = signature["kinds"].texts();
                if (std::find(kinds.begin(), kinds.end(), "package") != kinds.end()) {
                    const auto ids = signature["ids"].texts();
                    known.packages.insert(known.packages.end(), ids.begin(), ids.end());
                }
            }
            products.emplace(product["id"].text(), std::move(known));
        }
    }
    return products;
}

void checkPackages(CheckContext& context, const Node& recipe, const KnownProducts& products)
{
    const auto ways = recipe["ways"].texts();
    const bool byPackage = std::find(ways.begin(), ways.end(), "package") != ways.end();
    const auto packages = recipe["packages"].items();
    if (byPackage && packages.empty()) {
        context.complain(recipe["ways"], "the way package needs packages: the exact names that may be removed");
    } else if (!byPackage && !packages.empty()) {
        context.complain(recipe["packages"], "may only be given with the way package");
    }
    const auto product = products.find(recipe["product"].text());
    for (const auto& package : packages) {
        context.checkWord(package["order"], removalOrderFromString);
        const auto name = package["name"].text();
        const bool found = product == products.end()
                           || std::find(product->second.packages.begin(), product->second.packages.end(), name)
                                  != product->second.packages.end();
        if (!found) {
            context.complain(package["name"], fmt::format("no signature of {} finds a package \"{}\"; add one first",
                                                          product->first, name));
        }
    }
}

// What a recipe removes by itself, all products that have no nearer one included.
void checkWhatGoes(CheckContext& context, const KnownProducts& products, const std::map<std::string, Node>& recipes)
{
    for (const auto& [id, known] : products) {
        auto owner = id;
        for (std::size_t steps = 0; steps <= deepestParents && !owner.empty() && !recipes.contains(owner); ++steps) {
            const auto climbing = products.find(owner);
            owner = climbing == products.end() ? std::string{} : climbing->second.parent;
        }
        const auto recipe = recipes.find(owner);
        if (recipe == recipes.end() || recipe->second["keep"].text() != "removeByDefault") {
            continue;
        }
        const auto keep = recipe->second["keep"];
        if (known.status == "exempt" || known.status == "notCovered") {
            context.complain(keep, fmt::format("nothing asks anybody to remove {}, whose status is {}; write "
                                               "\"personDecides\"",
                                               id, known.status));
        } else if (known.holdsPasswords) {
            context.complain(keep, fmt::format("{} can hold saved passwords; write \"keepUntilConfirmed\"", id));
        }
    }
}

void checkKeep(CheckContext& context, const Node& recipe)
{
    const auto keep = recipe["keep"];
    const auto acting = recipe["ways"].texts();
    if (keep.text() != "notOffered" && acting.empty() && recipe["leftovers"].items().empty()) {
        context.complain(recipe["ways"], "says no way to remove it and nothing it leaves behind");
    }
    if (keep.text() == "notOffered" && recipe["toKnow"].items().empty()) {
        context.complain(recipe, "toKnow must say why it is not offered");
    }
    if (std::find(acting.begin(), acting.end(), "byHand") != acting.end() && recipe["toKnow"].items().empty()) {
        context.complain(recipe, "toKnow must say what the person does by hand");
    }
}

void checkRecipe(CheckContext& context, const Node& recipe, const KnownProducts& products)
{
    context.mustName(recipe["product"], "product", context.products);
    context.checkWord(recipe["order"], removalOrderFromString);
    for (const auto& way : recipe["ways"].items()) {
        context.checkWord(way, wayInFromString);
    }
    context.mustNotRepeat(recipe["ways"]);
    context.checkPatterns(recipe["signers"], CheckContext::PatternOf::name);
    context.checkWord(recipe["password"], passwordPassFromString);
    context.checkWord(recipe["keep"], keepRuleFromString);
    context.checkWord(recipe["restart"], restartNeedFromString);
    for (const auto& code : recipe["toKnow"].items()) {
        checkReason(context, code);
    }
    context.mustNotRepeat(recipe["toKnow"]);
    context.checkSource(recipe["source"], CheckContext::Address::mayLack);
    checkPackages(context, recipe, products);
    checkKeep(context, recipe);
    const auto product = products.find(recipe["product"].text());
    const bool isRoot = product != products.end() && product->second.parent.empty()
                        && std::any_of(products.begin(), products.end(),
                                       [&](const auto& other) { return other.second.parent == product->first; });
    for (const auto& rule : recipe["leftovers"].items()) {
        if (isRoot && (rule["shared"].isNull() || rule["shared"].text() == "nobody")) {
            context.complain(rule,
                             fmt::format("shared must say \"antivirus\" or \"vendor\": {} stands for all products "
                                         "of the vendor",
                                         product->first));
        }
    }
    for (const auto& rule : recipe["leftovers"].items()) {
        checkLeftover(context, rule);
    }

    const auto ways = recipe["ways"].texts();
    const auto password = recipe["password"].text();
    const bool passes = !password.empty() && password != "none";
    if (passes && std::find(ways.begin(), ways.end(), "windowsInstaller") == ways.end()) {
        context.complain(recipe["password"], "is passed to Windows Installer; add the way windowsInstaller");
    }
    if (passes && !isRead(recipe["source"])) {
        context.complain(recipe["password"], "how a password is passed must have been read; give the page");
    }
    const bool acts = std::any_of(ways.begin(), ways.end(), [](const std::string& way) { return way != "byHand"; });
    if (acts && recipe["source"]["verification"].text() == "memory") {
        context.complain(recipe["source"]["verification"],
                         "a way to remove a product may not rest on memory; give the page it was read on, or write "
                         "\"byHand\"");
    }
}

}   // namespace

void checkRecipes(CheckContext& context)
{
    const auto products = knownProducts(context);
    std::map<std::string, Node> taken;
    for (const auto& family : context.filesIn("recipes/")) {
        if (const auto name = family["family"];
            name.isText() && family.file() != fmt::format("recipes/{}.json", name.text())) {
            context.complain(name, "must be the name of the file");
        }
        for (const auto& recipe : family["recipes"].items()) {
            const auto product = recipe["product"];
            const auto [first, isNew] = taken.emplace(product.text(), recipe);
            if (!isNew && product.isText()) {
                context.complain(product, fmt::format("{} already has a recipe ({}: {})", product.text(),
                                                      first->second.file(), first->second.path()));
            }
            checkRecipe(context, recipe, products);
        }
    }
    checkWhatGoes(context, products, taken);
}

}   // namespace offramp::compiler
