#include "catalog/product_library.h"

#include "catalog/anchors.h"
#include "catalog/catalog_reader.h"
#include "catalog/catalog_words.h"

#include <SQLiteCpp/Exception.h>
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace offramp {

namespace {

constexpr std::size_t largestFilterPart = 512u * 1024;

using Shapes = decltype(AnchorTable::shapes);

// A query that is asked many times.
CatalogRows query(const SQLite::Database& database, std::string_view table, std::string_view columns,
                  std::string_view condition)
{
    return {database, table, fmt::format("SELECT {} FROM {} WHERE {}", columns, table, condition)};
}

CatalogRows ofSignatures(const SQLite::Database& database, std::string_view table, std::string_view column)
{
    return query(database, table, fmt::format("signature, {}", column),
                 "signature BETWEEN ? AND ? ORDER BY signature, position");
}

// Prepared once, and only when some evidence may concern a product.
struct Queries {
    explicit Queries(const SQLite::Database& database)
        : behind(query(database, "anchor", "product", "hash = ?")),
          products(query(database, "product", productColumns, "id = ?")),
          sources(query(database, "source", "id, url, title, citation, verification", "id = ?")),
          platforms(query(database, "product_platform", "product, platform", "product = ? ORDER BY position")),
          features(query(database, "product_feature", "product, feature", "product = ? ORDER BY position")),
          signatures(query(database, "signature", signatureColumns, "product = ? ORDER BY id")),
          kinds(ofSignatures(database, "signature_kind", "kind")),
          ids(ofSignatures(database, "signature_id", "pattern")),
          names(ofSignatures(database, "signature_name", "pattern")),
          paths(ofSignatures(database, "signature_path", "pattern"))
    {}

    CatalogRows behind, products, sources, platforms, features, signatures, kinds, ids, names, paths;
};

Shapes readShapes(const SQLite::Database& database)
{
    Shapes shapes{};
    CatalogRows rows(database, "anchor_place", "SELECT kind, field, shapes FROM anchor_place");
    while (rows.next()) {
        const auto kind = static_cast<std::size_t>(rows.word(0, evidenceKindFromString));
        const auto field = rows.integer(1);
        const auto asked = rows.integer(2);
        if (field < 0 || field >= static_cast<std::int64_t>(anchorFieldCount) || asked < 1 || asked > everyShape) {
            rows.damaged(1, "is not a place rules look at");
        }
        shapes[kind][static_cast<std::size_t>(field)] = static_cast<AnchorShapes>(asked);
    }
    return shapes;
}

AnchorFilter readFilter(const SQLite::Database& database)
{
    CatalogRows rows(database, "anchor_filter", "SELECT part, bits FROM anchor_filter ORDER BY part");
    std::string bits;
    for (std::int64_t part = 0; rows.next(); ++part) {
        if (rows.integer(0) != part) {
            rows.damaged(0, "leaves a gap");
        }
        bits += rows.blob(1, largestFilterPart);
    }
    CatalogRows head(database, "anchor_head", "SELECT filter_checksum FROM anchor_head WHERE id = 1");
    AnchorFilter filter(std::move(bits));
    if (filter.bits().empty() || !head.next() || head.integer(0) != filter.checksum()) {
        throw CatalogDamage("table anchor_filter is not what was stored there");
    }
    return filter;
}

class DatabaseLibrary final : public ProductLibrary {
public:
    DatabaseLibrary(std::unique_ptr<SQLite::Database> database, const Catalog& catalog, std::size_t products,
                    std::size_t replacements, const RecipeHead& recipes)
        : m_database(std::move(database)), m_size(products), m_replacements(replacements), m_recipes(recipes)
    {
        m_head.info = catalog.info;
        m_head.vendors = catalog.vendors;
        m_head.features = catalog.features;
        for (const auto& feature : catalog.features) {
            m_featureIds.insert(feature.id);
        }
        m_shapes = readShapes(*m_database);
    }

    [[nodiscard]] std::size_t size() const override { return m_size; }

    [[nodiscard]] Result<AnchorTable> anchors() const override
    {
        const std::lock_guard lock(m_mutex);
        try {
            const BudgetGuard budget(*m_database);
            AnchorTable table{m_shapes, {}};
            CatalogRows rows(*m_database, "anchor", "SELECT DISTINCT hash FROM anchor");
            while (rows.next()) {
                table.anchors.push_back(static_cast<std::uint64_t>(rows.integer(0)));
            }
            std::sort(table.anchors.begin(), table.anchors.end());
            return table;
        } catch (const std::exception& damage) {
            return unreadable(damage);
        }
    }

    [[nodiscard]] Result<std::vector<Replacement>> replacements() const override
    {
        const std::lock_guard lock(m_mutex);
        try {
            const BudgetGuard budget(*m_database);
            auto all =
                readReplacements(*m_database, readSources(*m_database, readAnchorHead(*m_database).early), m_head);
            if (all.size() != m_replacements) {
                throw CatalogDamage("it does not hold as many replacements as it says");
            }
            return all;
        } catch (const std::exception& damage) {
            return unreadable(damage);
        }
    }

    [[nodiscard]] Result<std::vector<Recipe>> recipes() const override
    {
        const std::lock_guard lock(m_mutex);
        try {
            const BudgetGuard budget(*m_database);
            return readRecipes(*m_database, m_recipes, readSources(*m_database, m_recipes.lastSource));
        } catch (const std::exception& damage) {
            return unreadable(damage);
        }
    }

    [[nodiscard]] Result<Concerned> concerning(const HostSnapshot& snapshot) const override
    {
        // One connection, one reader at a time: a check that was stopped may still
        // be here when the next one starts.
        const std::lock_guard lock(m_mutex);
        try {
            const BudgetGuard budget(*m_database);
            if (!m_filter) {
                m_filter = readFilter(*m_database);
            }
            const auto anchored = anchorsIn(snapshot);
            if (!anchored.empty() && !m_ask) {
                m_ask.emplace(*m_database);
            }
            Concerned concerned;
            std::set<std::string> wanted;
            std::unordered_map<std::uint64_t, bool> known;   // anchors the filter let pass: whether rules have them
            for (const auto& [evidence, anchor] : anchored) {
                const auto [asked, isNew] = known.emplace(anchor, false);
                if (isNew) {
                    m_ask->behind.restart(static_cast<std::int64_t>(anchor));
                    while (m_ask->behind.next()) {
                        wanted.insert(m_ask->behind.text(0));
                        asked->second = true;
                    }
                }
                const bool isFirst = concerned.evidence.empty() || concerned.evidence.back() != evidence;
                if (asked->second && isFirst) {
                    concerned.evidence.push_back(evidence);
                }
            }
            for (const auto& id : wanted) {
                addWithParents(id, concerned.products);
            }
            return concerned;
        } catch (const std::exception& damage) {
            return unreadable(damage);
        }
    }

private:
    [[nodiscard]] tl::unexpected<Error> unreadable(const std::exception& damage) const
    {
        return fail(ErrorCode::malformed, fmt::format("the catalog {} cannot be read any further ({}); "
                                                      "install the program again or "
                                                      "choose another catalog",
                                                      m_head.info.file.generic_string(), damage.what()));
    }

    // Every anchor that some rule may ask for, with the evidence that has it, in the order of the snapshot. Among many
    // texts the filter lets a few pass that no rule asks for.
    [[nodiscard]] std::vector<std::pair<const Evidence*, std::uint64_t>> anchorsIn(const HostSnapshot& snapshot) const
    {
        std::vector<std::pair<const Evidence*, std::uint64_t>> anchors;
        for (const SourceReport& report : snapshot.reports) {
            for (const Evidence& evidence : report.evidence) {
                const auto& fields = m_shapes[static_cast<std::size_t>(evidence.kind)];
                for (std::size_t field = 0; field < anchorFieldCount; ++field) {
                    if (fields[field] == 0) {
                        continue;
                    }
                    const auto which = static_cast<AnchorField>(field);
                    const auto folded = foldedField(evidence, which);
                    if (folded.empty()) {
                        continue;
                    }
                    forEachAnchor(which, folded, fields[field], [&](std::uint64_t anchor) {
                        if (m_filter->mayHold(anchor)) {
                            anchors.emplace_back(&evidence, anchor);
                        }
                    });
                }
            }
        }
        return anchors;
    }

    void addWithParents(std::string id, std::map<std::string, Product>& products) const
    {
        std::set<std::string> passed;
        while (!id.empty()) {
            // The matcher climbs without looking back, so a circle must not reach it.
            if (passed.size() > deepestParents || !passed.insert(id).second) {
                throw CatalogDamage(fmt::format("product {}: its line of parents does not end at a root", id));
            }
            if (products.contains(id)) {
                return;   // and so is everything above it
            }
            auto product = read(id);
            const auto parent = product.parent;
            products.emplace(std::exchange(id, parent), std::move(product));
        }
    }

    [[nodiscard]] SourceLink source(const CatalogRows& rows, int column) const
    {
        m_ask->sources.restart(rows.integer(column));
        if (!m_ask->sources.next()) {
            rows.damaged(column, "points at nothing");
        }
        return sourceFrom(m_ask->sources);
    }

    [[nodiscard]] Product read(const std::string& id) const
    {
        m_ask->products.restart(id);
        if (!m_ask->products.next()) {
            throw CatalogDamage(fmt::format("{} is no product", id));
        }
        auto product = productFrom(m_ask->products, m_head.vendors);
        product.usSource = source(m_ask->products, productUsSource);
        product.source = source(m_ask->products, productSource);
        m_ask->platforms.restart(id);
        while (m_ask->platforms.next()) {
            product.platforms.push_back(m_ask->platforms.word(1, osFamilyFromString));
        }
        m_ask->features.restart(id);
        while (m_ask->features.next()) {
            product.features.push_back(m_ask->features.text(1));
            if (!m_featureIds.contains(product.features.back())) {
                m_ask->features.damaged(1, "names no feature");
            }
        }
        readSignatures(id, product.signatures);
        return product;
    }

    void readSignatures(const std::string& id, std::vector<Signature>& signatures) const
    {
        std::int64_t first = 0;
        m_ask->signatures.restart(id);
        while (m_ask->signatures.next()) {
            const auto number = m_ask->signatures.integer(0);
            first = signatures.empty() ? number : first;
            if (number != first + static_cast<std::int64_t>(signatures.size())) {
                m_ask->signatures.damaged(0, "leaves a gap");
            }
            signatures.push_back(signatureFrom(m_ask->signatures, source(m_ask->signatures, 6)));
        }
        if (signatures.empty()) {
            return;
        }
        const auto last = first + static_cast<std::int64_t>(signatures.size()) - 1;
        const auto forEach = [&](CatalogRows& rows, const auto& take) {
            rows.restart(first, last);
            while (rows.next()) {
                take(rows, signatures.at(static_cast<std::size_t>(rows.integer(0) - first)));
            }
        };
        forEach(m_ask->kinds, [](const CatalogRows& rows, Signature& signature) {
            signature.kinds.push_back(rows.word(1, evidenceKindFromString));
        });
        forEach(m_ask->ids, [](const CatalogRows& rows, Signature& one) { addPattern(rows, one, &Signature::ids); });
        forEach(m_ask->names,
                [](const CatalogRows& rows, Signature& one) { addPattern(rows, one, &Signature::names); });
        forEach(m_ask->paths,
                [](const CatalogRows& rows, Signature& one) { addPattern(rows, one, &Signature::paths); });
        for (const auto& signature : signatures) {
            mustBeComplete(id, signature);
        }
    }

    std::unique_ptr<SQLite::Database> m_database;
    Catalog m_head;   // what later reading is checked against: info, vendors and features
    std::set<std::string> m_featureIds;
    std::size_t m_size;
    std::size_t m_replacements;
    RecipeHead m_recipes;
    Shapes m_shapes{};
    mutable std::mutex m_mutex;
    mutable std::optional<AnchorFilter> m_filter;   // read when the first check asks
    mutable std::optional<Queries> m_ask;
};

}   // namespace

void checkAnchors(const SQLite::Database& database, const Catalog& whole)
{
    static_cast<void>(readShapes(database));
    const auto filter = readFilter(database);
    std::set<std::string> found;
    CatalogRows anchors(database, "anchor", "SELECT hash, product FROM anchor ORDER BY hash");
    while (anchors.next()) {
        if (!filter.mayHold(static_cast<std::uint64_t>(anchors.integer(0)))) {
            anchors.damaged(0, "is not in the filter");
        }
        found.insert(anchors.text(1));
    }
    // Through the index by which they are looked up.
    std::map<std::string, std::size_t> signatures;
    CatalogRows owners(database, "signature", "SELECT product FROM signature INDEXED BY signature_of_product");
    while (owners.next()) {
        ++signatures[owners.text(0)];
    }
    for (const auto& [id, product] : whole.products) {
        const bool isFound = product.signatures.empty() || found.contains(id);
        if (!isFound || signatures[id] != product.signatures.size()) {
            throw CatalogDamage(fmt::format("product {} would not be found", id));
        }
    }
    for (const auto& id : found) {
        if (!whole.products.contains(id)) {
            throw CatalogDamage(fmt::format("an anchor leads to {}, which is no product", id));
        }
    }
}

AnchorHead readAnchorHead(const SQLite::Database& database)
{
    CatalogRows rows(database, "anchor_head", "SELECT shared_sources, early_sources FROM anchor_head WHERE id = 1");
    if (!rows.next()) {
        throw CatalogDamage("table anchor_head is empty");
    }
    const AnchorHead head{rows.integer(0), rows.integer(1)};
    if (head.shared < 0 || head.early < head.shared) {
        rows.damaged(1, "is less than shared_sources");
    }
    return head;
}

std::shared_ptr<const ProductLibrary> openLibrary(std::unique_ptr<SQLite::Database> database, const Catalog& catalog,
                                                  std::size_t products, std::size_t replacements,
                                                  const RecipeHead& recipes)
{
    return std::make_shared<const DatabaseLibrary>(std::move(database), catalog, products, replacements, recipes);
}

}   // namespace offramp
