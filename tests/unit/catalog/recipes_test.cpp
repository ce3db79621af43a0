// Recipes on their way from the editor's file to the program: what is refused, what is read back, what damage does.
#include "unit/catalog/mini_catalog.h"

#include "catalog/catalog_audit.h"
#include "catalog/catalog_store.h"
#include "catalog/compiler/catalog_writer.h"
#include "catalog/recipe_rules.h"

#include <SQLiteCpp/Database.h>
#include <catch2/catch.hpp>

#include <algorithm>

using namespace offramp;
using namespace offramp::compiler;
using namespace offramp::test;
using Lines = std::vector<std::string>;

namespace {

const std::string recipesFile = miniRecipes();

CatalogSource sourceWith(const std::string& recipes)
{
    return withRecipes(miniSource(), recipes);
}

Lines answerTo(const std::string& recipes)
{
    Problems problems;
    checkCatalog(sourceWith(recipes), problems);
    return linesOf(problems);
}

std::string replaced(std::string text, const std::string& old, const std::string& now)
{
    const auto place = text.find(old);
    REQUIRE(place != std::string::npos);
    return text.replace(place, old.size(), now);
}

// The small catalog with recipes as a file.
std::filesystem::path writtenTo(const ScratchFolder& folder)
{
    const auto file = folder / "catalog.db";
    const auto counts = writeCatalog(sourceWith(recipesFile), file);
    REQUIRE(counts);
    CHECK(counts->recipes == 2);
    CHECK(counts->leftoverRules == 2);
    return file;
}

void change(const std::filesystem::path& file, const std::string& statement)
{
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA ignore_check_constraints = ON");
    database.exec(statement);
}

}   // namespace

TEST_CASE("recipes are read back as they were written, at once and later")
{
    const ScratchFolder folder;
    const auto file = writtenTo(folder);
    const auto whole = loadCatalog(file);
    const auto opened = openCatalog(file);
    REQUIRE(whole);
    REQUIRE(opened);
    REQUIRE(opened->recipes.load());
    REQUIRE(whole->recipes.size() == 2);
    CHECK(whole->recipes.all() == opened->recipes.all());

    const Recipe& line = whole->recipes[0];
    CHECK(line.product == "kaspersky");
    CHECK(line.order == RemovalOrder::product);
    CHECK(line.keep == KeepRule::personDecides);
    CHECK(line.restart == RestartNeed::unknown);
    CHECK(line.password == PasswordPass::none);
    REQUIRE(line.leftovers.size() == 2);
    CHECK(line.leftovers[0].kinds == std::vector{EvidenceKind::folder});
    CHECK(line.leftovers[0].paths == Lines{"*/kaspersky lab"});
    CHECK(line.leftovers[0].verb == LeftoverVerb::move);
    CHECK(line.leftovers[0].confidence == Confidence::certain);
    CHECK(line.leftovers[0].shared == SharedBy::vendor);
    CHECK(line.leftovers[0].because == ReasonCode::leftDataFolder);
    CHECK(line.leftovers[0].source.verification == Verification::read);
    CHECK(line.leftovers[1].shared == SharedBy::antivirus);
    CHECK_FALSE(line.leftovers[1].because);

    const Recipe& product = whole->recipes[1];
    CHECK(product.kindOf == Lines{"kaspersky"});
    CHECK(product.order == RemovalOrder::companion);
    CHECK(product.ways == std::vector{WayIn::windowsInstaller, WayIn::registeredUninstaller});
    CHECK(product.signers == Lines{"kaspersky lab*"});
    CHECK(product.password == PasswordPass::loginAndPassword);
    CHECK(product.keep == KeepRule::keepUntilConfirmed);
    CHECK(product.restart == RestartNeed::yes);
    CHECK(product.toKnow == std::vector{ReasonCode::knowPasswordsFirst});
    CHECK(product.source.url == "https://example.com/remove");
}

TEST_CASE("a catalog that is older than recipes knows no way to remove anything and is read all the same")
{
    const ScratchFolder folder;
    const auto file = writtenTo(folder);
    for (const std::string table :
         {"recipe_way", "recipe_signer", "recipe_package", "recipe_to_know", "leftover_kind", "leftover_id",
          "leftover_name", "leftover_path", "leftover_rule", "recipe", "recipe_head"}) {
        change(file, "DROP TABLE " + table);
    }
    const auto whole = loadCatalog(file);
    REQUIRE(whole);
    CHECK(whole->recipes.empty());
    const auto opened = openCatalog(file);
    REQUIRE(opened);
    CHECK(opened->recipes.load());
    CHECK(opened->recipes.all().empty());
}

TEST_CASE("damage in recipes is an error, never a recipe less or a line of the map more")
{
    const std::vector<std::string> damages{
        "DELETE FROM recipe WHERE id = 2",
        "DELETE FROM leftover_rule WHERE id = 2",
        "DELETE FROM recipe_head",
        "UPDATE recipe_head SET rule_count = 3",
        "UPDATE recipe_head SET recipe_count = -1",
        "UPDATE recipe SET product = 'nobody' WHERE id = 2",
        "UPDATE recipe SET keep = 'always' WHERE id = 2",
        "UPDATE recipe SET source = 4711 WHERE id = 2",
        "UPDATE recipe_way SET way = 'formatDisk'",
        "UPDATE recipe_signer SET pattern = '*'",
        "UPDATE recipe_to_know SET reason = 'neverHeardOf'",
        "UPDATE recipe_to_know SET reason = 'matchedName'",
        "UPDATE leftover_rule SET verb = 'move' WHERE id = 2",
        "UPDATE leftover_rule SET confidence = 'certain' WHERE id = 2",
        "UPDATE leftover_rule SET recipe = 9 WHERE id = 2",
        "UPDATE leftover_path SET pattern = '*'",
        "DELETE FROM leftover_path",
        "DELETE FROM leftover_kind",
    };
    for (const auto& damage : damages) {
        INFO(damage);
        const ScratchFolder folder;
        const auto file = writtenTo(folder);
        change(file, damage);
        const auto whole = loadCatalog(file);
        CHECK_FALSE(whole);
        const auto opened = openCatalog(file);
        if (opened) {
            CHECK_FALSE(opened->recipes.load());
            CHECK(opened->recipes.all().empty());
        }
    }
}

TEST_CASE("what an editor gets wrong in a recipe is said with its place and a way out")
{
    CHECK(answerTo(recipesFile).empty());
    struct Mistake {
        std::string old, now, answer;
    };
    const std::vector<Mistake> mistakes{
        {"\"product\": \"kaspersky\"", "\"product\": \"kaspersy\"",
         "recipes/home.json: recipes[0].product: there is no product \"kaspersy\"; did you mean \"kaspersky\"?"},
        {"\"product\": \"kaspersky-internet-security\"", "\"product\": \"kaspersky\"",
         "recipes/home.json: recipes[1].product: kaspersky already has a recipe (recipes/home.json: recipes[0])"},
        {"\"knowPasswordsFirst\"", "\"knowPasswordFirst\"",
         "recipes/home.json: recipes[1].toKnow[0]: there is no reason \"knowPasswordFirst\" in "
         "src/base/reason_codes.inc; did you mean \"knowPasswordsFirst\"?"},
        {"\"knowPasswordsFirst\"", "\"matchedName\"",
         "recipes/home.json: recipes[1].toKnow[0]: the sentence of \"matchedName\" needs arguments, which a recipe "
         "cannot give"},
        {"\"verb\": \"explain\"", "\"verb\": \"removeService\"",
         "recipes/home.json: recipes[0].leftovers[1].kinds[0]: the verb removeService does not act on this kind of "
         "thing; it acts on service"},
        {"\"verification\": \"read\"}},", "\"verification\": \"inferred\"}},",
         "recipes/home.json: recipes[0].leftovers[0].confidence: \"certain\" is ticked beforehand, so \"inferred\" is "
         "not enough; write \"likely\", or give the page it was read on"},
        {"\"verification\": \"inferred\"}}]", "\"verification\": \"memory\"}}]",
         "recipes/home.json: recipes[0].leftovers[1].confidence: \"likely\" may not rest on memory; write "
         "\"notSure\", or give the page it was read on"},
        {"\"verification\": \"inferred\"}},\n", "\"verification\": \"memory\"}},\n",
         "recipes/home.json: recipes[0].source.verification: a way to remove a product may not rest on memory; give "
         "the page it was read on, or write \"byHand\""},
        {"\"keep\": \"keepUntilConfirmed\"", "\"keep\": \"removeByDefault\"",
         "recipes/home.json: recipes[1].keep: kaspersky-internet-security can hold saved passwords; write "
         "\"keepUntilConfirmed\""},
        {"\"shared\": \"vendor\", ", "",
         "recipes/home.json: recipes[0].leftovers[0]: shared must say \"antivirus\" or \"vendor\": kaspersky stands "
         "for "
         "all products of the vendor"},
        {"\"paths\": [\"*/kaspersky lab\"]", "\"ids\": [\"kaspersky lab\"]",
         "recipes/home.json: recipes[0].leftovers[0]: needs paths: what is moved away is named by where it lies"},
        {"[\"windowsInstaller\", \"registeredUninstaller\"]", "[\"registeredUninstaller\"]",
         "recipes/home.json: recipes[1].password: is passed to Windows Installer; add the way windowsInstaller"},
        {"[\"windowsInstaller\", \"registeredUninstaller\"]", "[\"windowsInstaller\", \"package\"]",
         "recipes/home.json: recipes[1].ways: the way package needs packages: the exact names that may be removed"},
        {"\"ways\": [\"registeredUninstaller\"]", "\"ways\": [\"format\"]",
         "recipes/home.json: recipes[0].ways[0]: \"format\" is not one of \"registeredUninstaller\", "
         "\"windowsInstaller\", \"package\", \"byHand\""},
    };
    for (const auto& mistake : mistakes) {
        INFO(mistake.now);
        const auto lines = answerTo(replaced(recipesFile, mistake.old, mistake.now));
        CAPTURE(lines);
        CHECK(std::find(lines.begin(), lines.end(), mistake.answer) != lines.end());
    }
}

TEST_CASE("a recipe that would remove what a product below it must keep is refused")
{
    // The line's recipe counts for the product below it, which can hold passwords.
    auto text = replaced(recipesFile, "\"keep\": \"personDecides\"", "\"keep\": \"removeByDefault\"");
    auto source = sourceWith(text);
    auto& recipes = source.files.at("recipes/home.json").at("recipes");
    recipes.erase(1);
    Problems problems;
    checkCatalog(source, problems);
    CHECK(linesOf(problems)
          == Lines{"recipes/home.json: recipes[0].keep: kaspersky-internet-security can hold saved passwords; write "
                   "\"keepUntilConfirmed\""});
}

TEST_CASE("only verbs that cannot do harm act, and drivers and filters are only explained")
{
    for (const auto kind : {EvidenceKind::driver, EvidenceKind::classFilter, EvidenceKind::networkFilter,
                            EvidenceKind::networkAdapter, EvidenceKind::program, EvidenceKind::process}) {
        for (int verb = 0; verb < static_cast<int>(LeftoverVerb::explain); ++verb) {
            CHECK_FALSE(mayActOn(static_cast<LeftoverVerb>(verb), kind));
        }
        CHECK(mayActOn(LeftoverVerb::explain, kind));
    }
}

TEST_CASE("the real catalog says how every product people meet is removed")
{
    const auto catalog = loadCatalog(OFFRAMP_CATALOG_DB);
    REQUIRE(catalog);
    const RecipeBook book(catalog->recipes, catalog->products);
    for (const std::string product :
         {"kaspersky-2022", "kaspersky-free", "kaspersky-internet-security", "kaspersky-total-security",
          "kaspersky-anti-virus", "kaspersky-security-cloud", "kaspersky-small-office-security", "kaspersky-vpn",
          "kaspersky-endpoint-security-windows", "kaspersky-endpoint-security-linux", "kaspersky-for-linux", "kav4fs",
          "kaspersky-network-agent", "kaspersky-security-windows-server"}) {
        INFO(product);
        const Recipe* recipe = book.of(product);
        REQUIRE(recipe != nullptr);
        CHECK(recipe->keep == KeepRule::removeByDefault);
        CHECK_FALSE(recipe->ways.empty());
        const bool runs =
            std::find(recipe->ways.begin(), recipe->ways.end(), WayIn::registeredUninstaller) != recipe->ways.end();
        CHECK((!runs || !recipe->signers.empty()));
    }
    CHECK(book.of("kaspersky-password-manager")->keep == KeepRule::keepUntilConfirmed);
    CHECK(book.of("kaspersky-security-center")->keep == KeepRule::notOffered);
    CHECK(book.of("ultraav")->keep == KeepRule::personDecides);
    CHECK(book.of("kaspersky-threat-intelligence")->keep == KeepRule::personDecides);
    CHECK(book.of("kaspersky-endpoint-security-linux")->packages
          == std::vector<RecipePackage>{{"kesl-gui", RemovalOrder::userInterface}, {"kesl", RemovalOrder::product}});
    CHECK(book.of("kaspersky-network-agent")->order > book.of("kaspersky-vpn")->order);
    for (const Recipe& recipe : catalog->recipes) {
        for (const LeftoverRule& rule : recipe.leftovers) {
            CHECK((rule.confidence != Confidence::certain || mayDecide(rule.source.verification)));
        }
    }
}

TEST_CASE("the audit counts recipes and leftovers, and says which of them decide")
{
    const ScratchFolder folder;
    auto catalog = loadCatalog(writtenTo(folder));
    REQUIRE(catalog);
    const auto day = catalog->info.factsAsOf;
    const auto audit = auditCatalog(*catalog, day, 12);
    CHECK(audit.count(FactKind::recipe) == 2);
    CHECK(audit.count(FactKind::leftover) == 2);
    const auto standingOf = [](const CatalogAudit& of, const std::string& place) {
        const auto found = std::find_if(of.deciding.begin(), of.deciding.end(),
                                        [&](const DecidingFact& deciding) { return deciding.fact.place == place; });
        return found == of.deciding.end() ? std::optional<Standing>{} : found->standing;
    };
    CHECK(standingOf(audit, "recipe kaspersky: leftover 1") == Standing::decides);
    CHECK_FALSE(standingOf(audit, "recipe kaspersky: leftover 2"));   // only explained
    auto& rule = catalog->recipes.own()[0].leftovers[0];
    rule.source.verification = Verification::inferred;
    CHECK(standingOf(auditCatalog(*catalog, day, 12), "recipe kaspersky: leftover 1") == Standing::mayNot);
    rule.confidence = Confidence::likely;
    CHECK(standingOf(auditCatalog(*catalog, day, 12), "recipe kaspersky: leftover 1") == Standing::softened);
}
