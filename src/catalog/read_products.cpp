#include "catalog/catalog_reader.h"
#include "catalog/catalog_rows.h"
#include "catalog/catalog_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace offramp {

namespace {

Product& productNamed(Catalog& catalog, const CatalogRows& rows, int column)
{
    const auto found = catalog.products.find(rows.text(column));
    if (found == catalog.products.end()) {
        rows.damaged(column, "names no product");
    }
    return found->second;
}

void readVendorList(const SQLite::Database& database, std::string_view table, Catalog& catalog,
                    std::vector<std::string> Vendor::*list)
{
    CatalogRows rows(database, table, fmt::format("SELECT vendor, pattern FROM {} ORDER BY vendor, position", table));
    while (rows.next()) {
        const auto id = rows.text(0);
        const auto vendor = std::find_if(catalog.vendors.begin(), catalog.vendors.end(),
                                         [&](const Vendor& candidate) { return candidate.id == id; });
        if (vendor == catalog.vendors.end()) {
            rows.damaged(0, "names no vendor");
        }
        auto pattern = rows.text(1);
        if (literalCharacters(pattern) < fewestLiteralCharacters) {
            rows.damaged(1, "would match anything");
        }
        ((*vendor).*list).push_back(std::move(pattern));
    }
}

// Every parent must exist, and the way up must be short: the matcher climbs without looking back.
void checkParents(const Catalog& catalog)
{
    for (const auto& [id, product] : catalog.products) {
        std::size_t steps = 0;
        for (const Product* climbing = &product; !climbing->parent.empty();) {
            const auto parent = catalog.products.find(climbing->parent);
            if (parent == catalog.products.end() || ++steps > deepestParents) {
                throw CatalogDamage(fmt::format("product {}: its line of parents does not end at a root", id));
            }
            climbing = &parent->second;
        }
    }
}

struct OwnedSignature {
    std::string product;
    Signature signature;
};

std::vector<OwnedSignature> readSignatureHeads(const SQLite::Database& database, const Sources& sources)
{
    std::vector<OwnedSignature> signatures;
    CatalogRows rows(database, "signature", fmt::format("SELECT {} FROM signature ORDER BY id", signatureColumns));
    while (rows.next()) {
        if (rows.index(0) != signatures.size()) {
            rows.damaged(0, "leaves a gap");
        }
        signatures.push_back({rows.text(1), signatureFrom(rows, sources[rows.index(6, sources.size())])});
    }
    return signatures;
}

void readPatterns(const SQLite::Database& database, std::string_view table, std::vector<OwnedSignature>& signatures,
                  std::vector<std::string> Signature::*list)
{
    CatalogRows rows(database, table,
                     fmt::format("SELECT signature, pattern FROM {} ORDER BY signature, position", table));
    while (rows.next()) {
        addPattern(rows, signatures[rows.index(0, signatures.size())].signature, list);
    }
}

void readSignatures(const SQLite::Database& database, const Sources& sources, Catalog& catalog)
{
    auto signatures = readSignatureHeads(database, sources);
    CatalogRows kinds(database, "signature_kind",
                      "SELECT signature, kind FROM signature_kind ORDER BY signature, position");
    while (kinds.next()) {
        signatures[kinds.index(0, signatures.size())].signature.kinds.push_back(kinds.word(1, evidenceKindFromString));
    }
    readPatterns(database, "signature_id", signatures, &Signature::ids);
    readPatterns(database, "signature_name", signatures, &Signature::names);
    readPatterns(database, "signature_path", signatures, &Signature::paths);

    for (auto& [productId, signature] : signatures) {
        const auto product = catalog.products.find(productId);
        if (product == catalog.products.end()) {
            throw CatalogDamage(fmt::format("a signature belongs to {}, which is no product", productId));
        }
        mustBeComplete(productId, signature);
        product->second.signatures.push_back(std::move(signature));
    }
}

}   // namespace

Product productFrom(const CatalogRows& rows, const std::vector<Vendor>& vendors)
{
    Product product;
    product.id = rows.text(0);
    product.parent = rows.textOrEmpty(1);
    product.vendor = rows.text(2);
    product.family = rows.text(3);
    product.name = rows.text(4);
    product.about = rows.text(5);
    product.role = rows.word(6, productRoleFromString);
    product.segment = rows.wordOf(7, productSegmentWords);
    product.holdsPasswords = rows.flag(8);
    product.holdsVaults = rows.flag(9);
    product.usStatus = rows.word(10, usStatusFromString);
    product.usBasis = rows.word(11, usBasisFromString);
    product.arrivedBy = rows.textOrEmpty(13);
    const bool vendorKnown =
        std::any_of(vendors.begin(), vendors.end(), [&](const Vendor& vendor) { return vendor.id == product.vendor; });
    if (!vendorKnown) {
        rows.damaged(2, "names no vendor");
    }
    return product;
}

Signature signatureFrom(const CatalogRows& rows, const SourceLink& source)
{
    Signature signature;
    signature.publisher = rows.word(2, publisherRuleFromString);
    signature.shows = rows.word(3, showsFromString);
    signature.strength = rows.word(4, confidenceFromString);
    signature.versionHint = rows.flag(5);
    signature.source = source;
    return signature;
}

void addPattern(const CatalogRows& rows, Signature& signature, std::vector<std::string> Signature::*list)
{
    auto pattern = rows.text(1);
    const bool coversAll = pattern == "*" && signature.publisher == PublisherRule::vendor;
    if (!coversAll && literalCharacters(pattern) < fewestLiteralCharacters) {
        rows.damaged(1, "would match anything");
    }
    (signature.*list).push_back(std::move(pattern));
}

void mustBeComplete(const std::string& product, const Signature& signature)
{
    const bool saysSomething = !signature.ids.empty() || !signature.names.empty() || !signature.paths.empty();
    if (signature.kinds.empty() || !saysSomething) {
        throw CatalogDamage(fmt::format("a signature of product {} is not complete", product));
    }
}

SourceLink sourceFrom(const CatalogRows& rows)
{
    return {rows.text(1), rows.text(2), rows.text(3), rows.word(4, verificationFromString)};
}

Sources readSources(const SQLite::Database& database, std::int64_t most)
{
    Sources sources;
    CatalogRows rows(database, "source",
                     fmt::format("SELECT id, url, title, citation, verification "
                                 "FROM source WHERE id <= {} ORDER BY id",
                                 most));
    while (rows.next()) {
        if (rows.index(0) != sources.size()) {
            rows.damaged(0, "leaves a gap");
        }
        sources.push_back(sourceFrom(rows));
    }
    return sources;
}

void readVendors(const SQLite::Database& database, Catalog& catalog)
{
    CatalogRows rows(database, "vendor", "SELECT id, name FROM vendor ORDER BY id");
    while (rows.next()) {
        catalog.vendors.push_back({rows.text(0), rows.text(1), {}, {}});
        if (catalog.vendors.size() > mostVendors) {
            rows.damaged(0, "is one vendor too many");
        }
    }
    readVendorList(database, "vendor_publisher", catalog, &Vendor::publishers);
    readVendorList(database, "vendor_path_root", catalog, &Vendor::pathRoots);
}

void readProducts(const SQLite::Database& database, const Sources& sources, Catalog& catalog)
{
    CatalogRows rows(database, "product", fmt::format("SELECT {} FROM product ORDER BY id", productColumns));
    while (rows.next()) {
        auto product = productFrom(rows, catalog.vendors);
        product.usSource = sources[rows.index(productUsSource, sources.size())];
        product.source = sources[rows.index(productSource, sources.size())];
        auto id = product.id;
        catalog.products.emplace_hint(catalog.products.end(), std::move(id), std::move(product));
    }
    checkParents(catalog);

    CatalogRows platforms(database, "product_platform",
                          "SELECT product, platform FROM product_platform ORDER BY product, position");
    while (platforms.next()) {
        productNamed(catalog, platforms, 0).platforms.push_back(platforms.word(1, osFamilyFromString));
    }
    CatalogRows features(database, "product_feature",
                         "SELECT product, feature FROM product_feature ORDER BY product, position");
    while (features.next()) {
        productNamed(catalog, features, 0).features.push_back(features.text(1));
    }
    readSignatures(database, sources, catalog);
}

}   // namespace offramp
