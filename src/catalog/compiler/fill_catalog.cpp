// From JSON to rows. Every table is filled in the order of its key, so that the
// same source gives the same bytes.
#include "catalog/compiler/anchor_table.h"
#include "catalog/compiler/catalog_writer.h"

#include "catalog/catalog_store.h"
#include "catalog/catalog_words.h"
#include "catalog/compiler/fill_recipes.h"
#include "catalog/compiler/node.h"
#include "catalog/compiler/table_insert.h"

#include "schema_sql.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <array>
#include <fmt/format.h>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace offramp::compiler {

namespace {

using nlohmann::json;

bool isSource(const json& value)
{
    return value.is_object() && value.contains("url") && value.contains("title") && value.contains("verification");
}

class Filler {
public:
    Filler(const CatalogSource& source, SQLite::Database& database) : m_source(source), m_database(database) {}

    CatalogCounts fill()
    {
        writeSources();
        writeVendors();
        collectProducts();
        writeProducts();
        writeSignatures();
        writeAnchors();
        writeEvents();
        writeFeatures();
        writeNeeds();
        writeReplacements();
        m_counts.recipes = writeRecipes(
            m_source, m_database, [this](const Node& link) { return sourceOf(link); }, m_recipeSources,
            m_counts.leftoverRules);
        writeMeta();
        return m_counts;
    }

private:
    using SourceKey = std::tuple<std::string, std::string, std::string, std::string>;

    [[nodiscard]] Node file(const std::string& name) const { return {name, m_source.files.at(name)}; }

    static SourceKey keyOf(const Node& link)
    {
        return {link["url"].text(), link["title"].text(), link["citation"].text(), link["verification"].text()};
    }

    [[nodiscard]] std::size_t sourceOf(const Node& link) const { return m_sources.at(keyOf(link)); }

    // Items of a list, by id.
    static std::map<std::string, Node> byId(const std::vector<Node>& items)
    {
        std::map<std::string, Node> result;
        for (const auto& item : items) {
            result.emplace(item["id"].text(), item);
        }
        return result;
    }

    void gatherSources(const Node& node)
    {
        if (isSource(node.value())) {
            m_sources.emplace(keyOf(node), 0);
        }
        for (const auto& [name, member] : node.members()) {
            gatherSources(member);
        }
        for (const auto& item : node.items()) {
            gatherSources(item);
        }
    }

    void writeSources()
    {
        // What is read when the catalog is opened comes first, then what is read
        // with the replacements, then with the recipes, then what is looked up
        // with the products.
        Insert insert(m_database, "source", 5);
        for (const auto& [folder, last] :
             std::array<std::pair<std::string_view, std::size_t*>, 4>{{{"", &m_sharedSources},
                                                                       {"replacements/", &m_earlySources},
                                                                       {"recipes/", &m_recipeSources},
                                                                       {"products/", nullptr}}}) {
            for (const auto& [name, content] : m_source.files) {
                const bool isThere = folder.empty() ? name.find('/') == std::string::npos : name.starts_with(folder);
                if (isThere) {
                    gatherSources({name, content});
                }
            }
            for (auto& [key, id] : m_sources) {
                if (id == 0) {
                    id = ++m_counts.sources;
                    insert.row(id, std::get<0>(key), std::get<1>(key), std::get<2>(key), std::get<3>(key));
                }
            }
            if (last != nullptr) {
                *last = m_counts.sources;
            }
        }
    }

    void writeVendors()
    {
        const auto vendors = byId(file("vendors.json")["vendors"].items());
        Insert insert(m_database, "vendor", 2);
        for (const auto& [id, vendor] : vendors) {
            insert.row(id, vendor["name"]);
        }
        writeLists(m_database, "vendor_publisher", vendors, "publishers");
        writeLists(m_database, "vendor_path_root", vendors, "pathRoots");
        m_counts.vendors = vendors.size();
    }

    void collectProducts()
    {
        for (const auto& [name, content] : m_source.files) {
            if (!name.starts_with("products/")) {
                continue;
            }
            const Node family(name, content);
            for (const auto& product : family["products"].items()) {
                m_products.emplace(product["id"].text(), product);
                m_families.emplace(product["id"].text(), std::pair{family["family"].text(), family["vendor"].text()});
            }
        }
        m_counts.products = m_products.size();
    }

    void writeProducts()
    {
        Insert insert(m_database, "product", 15);
        for (const auto& [id, product] : m_products) {
            const auto& [family, vendor] = m_families.at(id);
            insert.row(id, product["parent"], vendor, family, product["name"], product["about"].text(), product["role"],
                       product["segment"], product["holdsPasswords"].isTrue(), product["holdsVaults"].isTrue(),
                       product["us"]["status"], product["us"]["basis"], sourceOf(product["us"]["source"]),
                       product["arrivedBy"], sourceOf(product["source"]));
        }
        writeLists(m_database, "product_platform", m_products, "platforms");
        writeLists(m_database, "product_feature", m_products, "features");
    }

    void writeSignatures()
    {
        Insert insert(m_database, "signature", 7);
        std::map<std::size_t, Node> signatures;
        for (const auto& [id, product] : m_products) {
            for (const auto& signature : product["signatures"].items()) {
                const auto number = ++m_counts.signatures;
                const auto publisher = signature["publisher"];
                insert.row(number, id, publisher.isText() ? publisher.text() : "vendorOrUnknown", signature["shows"],
                           signature["strength"],
                           signature["versionHint"].isNull() || signature["versionHint"].isTrue(),
                           sourceOf(signature["source"]));
                signatures.emplace(number, signature);
            }
        }
        writeLists(m_database, "signature_kind", signatures, "kinds");
        writeLists(m_database, "signature_id", signatures, "ids");
        writeLists(m_database, "signature_name", signatures, "names");
        writeLists(m_database, "signature_path", signatures, "paths");
    }

    void writeAnchors()
    {
        AnchorTable table(byId(file("vendors.json")["vendors"].items()));
        for (const auto& [id, product] : m_products) {
            for (const auto& signature : product["signatures"].items()) {
                table.take(signature, m_families.at(id).second, id);
            }
        }
        const auto filter = table.filter();
        Insert head(m_database, "anchor_head", 4);
        head.row(std::size_t{1}, m_sharedSources, m_earlySources, filter.checksum());
        Insert places(m_database, "anchor_place", 3);
        for (const auto& [place, shapes] : table.places()) {
            places.row(place.first, static_cast<std::size_t>(place.second), static_cast<std::size_t>(shapes));
        }
        SQLite::Statement parts(m_database, "INSERT INTO anchor_filter VALUES (?, ?)");
        constexpr std::size_t partSize = 256u * 1024;
        for (std::size_t start = 0; start < filter.bits().size(); start += partSize) {
            const auto part = filter.bits().substr(start, partSize);
            parts.bind(1, static_cast<std::int64_t>(start / partSize));
            parts.bind(2, part.data(), static_cast<int>(part.size()));
            parts.exec();
            parts.reset();
        }
        Insert anchors(m_database, "anchor", 2);
        for (const auto& [hash, product] : table.anchors()) {
            anchors.row(hash, product);
        }
    }

    void writeEvents()
    {
        const auto events = byId(file("timeline.json")["events"].items());
        Insert insert(m_database, "event", 11);
        for (const auto& [id, event] : events) {
            insert.row(id, event["jurisdiction"], event["effectiveAt"], event["zone"], event["precision"],
                       event["kind"], event["issuer"], event["title"], event["summary"], event["effect"],
                       sourceOf(event["source"]));
        }
        writeLists(m_database, "event_covers", events, "covers");
        writeLists(m_database, "event_prohibits", events, "prohibits");
        writeLists(m_database, "event_exempts", events, "exempts");
        writeLists(m_database, "event_unverified", events, "unverified");
        writeLists(m_database, "event_binds", events, "binds");
        Insert seen(m_database, "event_also_seen", 3);
        for (const auto& [id, event] : events) {
            std::size_t position = 0;
            for (const auto& link : event["alsoSeen"].items()) {
                seen.row(id, position++, sourceOf(link));
            }
        }
        m_counts.events = events.size();
    }

    void writeFeatures()
    {
        const auto written = file("features.json")["features"].items();
        std::map<std::string, std::size_t> positions;
        for (const auto& feature : written) {
            positions.emplace(feature["id"].text(), positions.size());
        }
        const auto features = byId(written);
        Insert insert(m_database, "feature", 9);
        for (const auto& [id, feature] : features) {
            insert.row(id, positions.at(id), feature["name"], feature["shortName"], feature["kaspersky"],
                       feature["parity"], feature["advice"], feature["beforeRemoval"].text(),
                       sourceOf(feature["source"]));
        }
        writeLists(m_database, "feature_alternative", features, "alternatives");
        m_counts.features = features.size();
    }

    void writeNeeds()
    {
        std::map<std::pair<std::string, std::string>, Node> sorted;
        for (const auto& needs : file("features.json")["productNeeds"].items()) {
            sorted.emplace(std::pair{needs["productId"].text(), needs["edition"].text()}, needs);
        }
        std::map<std::size_t, Node> numbered;
        Insert insert(m_database, "product_needs", 5);
        for (const auto& [key, needs] : sorted) {
            const auto number = ++m_counts.needs;
            insert.row(number, key.first, key.second, needs["freeOnly"].isTrue(), sourceOf(needs["source"]));
            numbered.emplace(number, needs);
        }
        writeLists(m_database, "product_needs_feature", numbered, "features");
    }

    void writeReplacements()
    {
        std::map<std::string, Node> replacements;
        for (const auto& [name, content] : m_source.files) {
            if (name.starts_with("replacements/")) {
                const Node replacement(name, content);
                replacements.emplace(replacement["id"].text(), replacement);
            }
        }
        Insert insert(m_database, "replacement", 23);
        for (const auto& [id, replacement] : replacements) {
            const auto price = replacement["price"];
            insert.row(id, replacement["name"], replacement["vendor"], replacement["ownershipGroup"],
                       replacement["owner"], replacement["countryVerification"], replacement["segment"],
                       replacement["builtIn"], replacement["free"], price["band"], price["firstYear"], price["renewal"],
                       price["devices"], price["asOf"], sourceOf(price["source"]), replacement["about"],
                       replacement["homeUrl"].text(), replacement["supportUrl"].text(), replacement["soldInUs"],
                       replacement["soldInUsVerification"], replacement["excluded"],
                       replacement["excludedBecause"].text(), sourceOf(replacement["source"]));
        }
        writeLists(m_database, "replacement_country", replacements, "countries");
        writeLists(m_database, "replacement_platform", replacements, "platforms");
        writeReplacementFacts(replacements);
        m_counts.replacements = replacements.size();
    }

    void writeReplacementFacts(const std::map<std::string, Node>& replacements)
    {
        Insert features(m_database, "replacement_feature", 4);
        Insert labs(m_database, "replacement_lab", 11);
        Insert packages(m_database, "replacement_package", 8);
        for (const auto& [id, replacement] : replacements) {
            for (const auto& [feature, fact] : replacement["features"].members()) {
                features.row(id, feature, fact["included"], sourceOf(fact["source"]));
            }
            std::size_t position = 0;
            for (const auto& lab : replacement["labs"].items()) {
                labs.row(id, position++, lab["lab"], lab["test"], lab["platform"], lab["from"], lab["until"],
                         lab["outcome"], lab["rankable"], lab["award"], sourceOf(lab["source"]));
            }
            position = 0;
            for (const auto& package : replacement["packages"].items()) {
                packages.row(id, position++, package["manager"], package["id"], package["seenVersion"],
                             package["seenOn"], package["oneClick"], package["stale"]);
            }
        }
    }

    void writeMeta()
    {
        const auto head = file("catalog.json");
        Insert insert(m_database, "meta", 14);
        insert.row(std::size_t{1}, head["schemaVersion"], head["serial"], head["issued"], head["expires"],
                   head["factsAsOf"], m_counts.sources, m_counts.vendors, m_counts.products, m_counts.signatures,
                   m_counts.events, m_counts.features, m_counts.needs, m_counts.replacements);
    }

    const CatalogSource& m_source;
    SQLite::Database& m_database;
    CatalogCounts m_counts;
    std::size_t m_sharedSources = 0;
    std::size_t m_earlySources = 0;
    std::size_t m_recipeSources = 0;
    std::map<SourceKey, std::size_t> m_sources;
    std::map<std::string, Node> m_products;
    std::map<std::string, std::pair<std::string, std::string>> m_families;   // product id → family, vendor
};

}   // namespace

CatalogCounts fillCatalog(const CatalogSource& source, SQLite::Database& database)
{
    // Rows point at rows that come later, so the keys are checked at the end (PRAGMA foreign_key_check).
    database.exec("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE;"
                  "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;");
    database.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", catalogApplicationId,
                              catalogSchemaVersion));
    SQLite::Transaction transaction(database);
    database.exec(catalogSchemaSql);
    const auto counts = Filler(source, database).fill();
    transaction.commit();
    return counts;
}

}   // namespace offramp::compiler
