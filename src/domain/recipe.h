// Recipe: what is known about taking a product away, as values from the catalog. A recipe names verbs of closed
// vocabularies and never carries a command: which entry, product code or package is meant is read from the machine.
//
// A product without a recipe of its own has that of the nearest product it is a kind of. What it may leave behind adds
// up along the way to the root, because a single product leaves what its line leaves, too.
#pragma once

#include "base/reason.h"
#include "domain/evidence.h"
#include "domain/plan.h"
#include "domain/product.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// When a product goes, the first first: what shows windows before what it talks to, what is managed before what
// manages it.
enum class RemovalOrder { userInterface, product, companion, agent, server };
[[nodiscard]] std::string_view toString(RemovalOrder order);
[[nodiscard]] std::optional<RemovalOrder> removalOrderFromString(std::string_view word);

// How a product can be taken away.
enum class WayIn {
    registeredUninstaller,   // what its uninstall entry names (Step: RunUninstaller)
    windowsInstaller,        // its product code (RemoveMsiProduct)
    package,                 // the package manager that holds it (RemovePackage)
    byHand,                  // the person does it; `toKnow` says how
};
[[nodiscard]] std::string_view toString(WayIn way);
[[nodiscard]] std::optional<WayIn> wayInFromString(std::string_view word);

// Whether a plan takes it away.
enum class KeepRule {
    removeByDefault,
    keepUntilConfirmed,   // stays until the person says that what it holds works elsewhere
    personDecides,        // nobody has to remove it; only if the person asks
    notOffered,           // Offramp does not remove it; `toKnow` says why
};
[[nodiscard]] std::string_view toString(KeepRule rule);
[[nodiscard]] std::optional<KeepRule> keepRuleFromString(std::string_view word);

enum class RestartNeed { no, yes, unknown };
[[nodiscard]] std::string_view toString(RestartNeed need);
[[nodiscard]] std::optional<RestartNeed> restartNeedFromString(std::string_view word);

// What can be done about a thing that was left behind.
enum class LeftoverVerb {
    move,                  // MovePath
    removeKey,             // RemoveRegistryKey
    removeService,         // RemoveService
    removeUnit,            // RemoveSystemdUnit
    removeCertificate,     // RemoveCertificate
    removeBrowserPolicy,   // RemoveBrowserPolicy
    purgePackage,          // PurgePackage
    explain,               // nothing: it is shown and judged, because a mistake here could stop the PC from starting
};
[[nodiscard]] std::string_view toString(LeftoverVerb verb);
[[nodiscard]] std::optional<LeftoverVerb> leftoverVerbFromString(std::string_view word);

// Which products of the vendor use a thing together. It stays while one of them is there.
enum class SharedBy {
    nobody,      // it belongs to the recipe's product alone
    antivirus,   // all that protect
    vendor,      // all
};
[[nodiscard]] std::string_view toString(SharedBy shared);
[[nodiscard]] std::optional<SharedBy> sharedByFromString(std::string_view word);

// One line of the map of what products leave behind. Lists are alternatives, fields are conditions that must all hold,
// in the pattern language of signatures; an empty list is no condition, and at least one list is given.
struct LeftoverRule {
    std::vector<EvidenceKind> kinds;
    std::vector<std::string> ids;
    std::vector<std::string> names;
    std::vector<std::string> paths;
    LeftoverVerb verb = LeftoverVerb::explain;
    Confidence confidence = Confidence::notSure;   // `certain` only where the fact was read or quoted
    SharedBy shared = SharedBy::nobody;
    std::optional<ReasonCode> because;   // what the thing was for; its sentence takes no arguments
    SourceLink source;

    friend bool operator==(const LeftoverRule&, const LeftoverRule&) = default;
};

// A package the product consists of, by its exact name, and when it goes.
struct RecipePackage {
    std::string name;
    RemovalOrder order = RemovalOrder::product;

    friend bool operator==(const RecipePackage&, const RecipePackage&) = default;
};

struct Recipe {
    std::string product;               // id of the product, line or vendor it is for
    std::vector<std::string> kindOf;   // what that is a kind of, the nearest first
    RemovalOrder order = RemovalOrder::product;
    std::vector<WayIn> ways;               // the best first; the first one the machine offers is taken
    std::vector<std::string> signers;      // patterns of who may have signed its uninstaller; empty: nobody is known
    std::vector<RecipePackage> packages;   // no other package is ever removed
    PasswordPass password = PasswordPass::none;   // how an uninstall password is passed to Windows Installer
    KeepRule keep = KeepRule::removeByDefault;
    RestartNeed restart = RestartNeed::unknown;
    std::vector<ReasonCode> toKnow;   // sentences without arguments, for the person before it starts
    std::vector<LeftoverRule> leftovers;
    SourceLink source;

    friend bool operator==(const Recipe&, const Recipe&) = default;
};

// Recipes with the tree they are inherited along.
class RecipeBook {
public:
    RecipeBook() = default;
    // `products`: those a check found, with everything they are kinds of.
    RecipeBook(std::vector<Recipe> recipes, const std::map<std::string, Product>& products);

    // The nearest recipe; none for a product nobody knows how to remove. Lives as long as the book.
    [[nodiscard]] const Recipe* of(std::string_view product) const;
    // The lines of the map that hold for a product, its own first, then those of what it is a kind of.
    [[nodiscard]] std::vector<const LeftoverRule*> leftoversOf(std::string_view product) const;
    // All lines of the map for a vendor's products, given any of them, with the product each stands for.
    struct Line {
        std::string_view product;
        const LeftoverRule* rule = nullptr;
        std::size_t depth = 0;   // how far the product is from the vendor's root; deeper is more specific
    };
    [[nodiscard]] std::vector<Line> everyLeftoverBeside(std::string_view product) const;
    // Whether `product` is `kind` or a kind of it.
    [[nodiscard]] bool isA(std::string_view product, std::string_view kind) const;

private:
    [[nodiscard]] std::vector<std::string> lineOf(std::string_view product) const;

    std::map<std::string, Recipe, std::less<>> m_recipes;
    std::map<std::string, std::string, std::less<>> m_parents;
};

}   // namespace offramp
