// A catalog.db somebody changed, used the way a check uses it: opened, asked for the products of a machine, matched,
// and asked for recipes and replacements. Damage may be an error at any of these steps, and nothing else.
#include "catalog/catalog_reader.h"
#include "catalog/product_library.h"
#include "catalog/recipe_rules.h"
#include "fuzz/changed_catalog.h"
#include "inventory/matcher.h"

#include <exception>
#include <optional>
#include <utility>
#include <vector>

namespace {

using namespace offramp;

Evidence seen(EvidenceKind kind, const char* id, const char* name, const char* location, const char* publisher)
{
    Evidence evidence;
    evidence.kind = kind;
    evidence.id = id;
    evidence.name = name;
    evidence.location = location;
    evidence.publisher = publisher;
    return evidence;
}

// What the small catalog's signatures look for, and what they only nearly look for.
const HostSnapshot& machine()
{
    static const HostSnapshot snapshot = [] {
        HostSnapshot made;
        made.reports.emplace_back();
        auto& evidence = made.reports.back().evidence;
        evidence.push_back(seen(EvidenceKind::program, "{1}", "Kaspersky Internet Security 2021", "", "Kaspersky"));
        evidence.push_back(
            seen(EvidenceKind::msiProduct, "{2}", "Kaspersky Anti-Virus", "", "АО \"Лаборатория Касперского\""));
        evidence.push_back(
            seen(EvidenceKind::service, "AVP21.3", "", "C:\\Program Files (x86)\\Kaspersky Lab\\x\\avp.exe", ""));
        evidence.push_back(
            seen(EvidenceKind::program, "ultraav", "UltraAV", "C:\\Program Files\\UltraAV", "Pango Inc."));
        evidence.push_back(seen(EvidenceKind::program, "{3}", "Notepad", "C:\\Windows", "Somebody"));
        evidence.push_back(seen(EvidenceKind::package, "kesl", "kesl", "", ""));
        return made;
    }();
    return snapshot;
}

void check(const Catalog& catalog)
{
    const auto concerned = catalog.library->concerning(machine());
    if (!concerned) {
        return;
    }
    for (const auto& [id, product] : concerned->products) {
        if (!product.parent.empty() && !concerned->products.contains(product.parent)) {
            std::abort();   // the matcher climbs without asking
        }
    }
    for (const Installation& found :
         Matcher(concerned->products, catalog.vendors).match(machine(), concerned->evidence)) {
        if (!concerned->products.contains(found.productId)) {
            std::abort();
        }
    }
    for (const Recipe& recipe : catalog.recipes.all()) {   // none where the file is damaged
        if (!std::all_of(recipe.toKnow.begin(), recipe.toKnow.end(), isPlainReason)) {
            std::abort();
        }
        for (const LeftoverRule& rule : recipe.leftovers) {
            if (!std::all_of(rule.kinds.begin(), rule.kinds.end(),
                             [&](EvidenceKind kind) { return mayActOn(rule.verb, kind); })) {
                std::abort();
            }
        }
    }
    if (!catalog.replacements.load()) {
        return;
    }
    Needs needs;
    needs.features = {"realtime_av", "vpn"};
    for (const Recommendation& recommendation : recommend(catalog.replacements, needs)) {
        if (recommendation.features.size() != needs.features.size()) {
            std::abort();
        }
    }
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes = fuzz::changedCatalog(data, size);
    std::optional<Catalog> catalog;
    try {
        if (auto opened = openCatalog(openBytes(bytes), "catalog.db")) {
            catalog = std::move(*opened);
        }
    } catch (const std::exception&) {
        // openCatalog of a file turns these into an Error.
    }
    if (catalog) {
        check(*catalog);
    }
    return 0;
}
