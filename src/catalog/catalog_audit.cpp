#include "catalog/catalog_audit.h"

#include "base/vocabulary.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <set>
#include <tuple>

namespace offramp {

namespace {

constexpr Words<FactKind, factKindCount> kindWords{{
    {FactKind::product, "product"},
    {FactKind::usStatus, "usStatus"},
    {FactKind::signature, "signature"},
    {FactKind::event, "event"},
    {FactKind::feature, "feature"},
    {FactKind::productNeeds, "productNeeds"},
    {FactKind::replacement, "replacement"},
    {FactKind::price, "price"},
    {FactKind::country, "country"},
    {FactKind::sale, "sale"},
    {FactKind::cover, "cover"},
    {FactKind::labResult, "labResult"},
    {FactKind::recipe, "recipe"},
    {FactKind::leftover, "leftover"},
}};

constexpr Words<Standing, 3> standingWords{{
    {Standing::decides, "decides"},
    {Standing::softened, "softened"},
    {Standing::mayNot, "mayNot"},
}};

constexpr std::array<std::string_view, 12> monthNames{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// "2025-06" as a count of months.
long monthsOf(std::string_view month)
{
    const auto day = parseDay(std::string(month.substr(0, 7)) + "-01");
    return day ? static_cast<int>(day->date.year()) * 12L + static_cast<long>(static_cast<unsigned>(day->date.month()))
               : 0;
}

class Auditor {
public:
    Auditor(const Catalog& catalog, const Day& asOf, long oldAfterMonths) : m_catalog(catalog)
    {
        m_audit.asOf = asOf;
        m_audit.oldAfterMonths = oldAfterMonths;
    }

    CatalogAudit audit()
    {
        auditProducts();
        findNeverFound();
        auditTimeline();
        for (const Feature& feature : m_catalog.features) {
            note(FactKind::feature, "feature " + feature.id, feature.source);
        }
        for (const ProductNeeds& needs : m_catalog.productNeeds) {
            note(FactKind::productNeeds,
                 fmt::format("needs of {}{}{}", needs.productId, needs.edition.empty() ? "" : " ", needs.edition),
                 needs.source);
        }
        for (const Replacement& replacement : m_catalog.replacements) {
            auditReplacement(replacement);
        }
        for (const Recipe& recipe : m_catalog.recipes) {
            auditRecipe(recipe);
        }
        std::stable_sort(m_audit.old.begin(), m_audit.old.end(),
                         [](const DatedFact& left, const DatedFact& right) { return left.month < right.month; });
        m_audit.faults = faultsOf(m_catalog);
        for (const DecidingFact& deciding : m_audit.deciding) {
            if (deciding.standing == Standing::mayNot) {
                m_audit.faults.push_back({AuditFaultCode::decidesUnread, deciding.fact.place,
                                          std::string(toString(deciding.fact.verification))});
            }
        }
        return std::move(m_audit);
    }

private:
    void count(FactKind kind, Verification verification)
    {
        ++m_audit.facts[static_cast<std::size_t>(kind)][static_cast<std::size_t>(verification)];
    }

    AuditedFact note(FactKind kind, std::string place, const SourceLink& source)
    {
        AuditedFact fact{kind, std::move(place), source.verification};
        count(kind, source.verification);
        if (source.url.empty()) {
            m_audit.withoutAddress.push_back(fact);
        }
        return fact;
    }

    void decide(AuditedFact fact, bool mayDecideHere, Standing otherwise)
    {
        m_audit.deciding.push_back({std::move(fact), mayDecideHere ? Standing::decides : otherwise});
    }

    void noteDate(FactKind kind, const std::string& place, const std::optional<std::string>& month)
    {
        if (!month) {
            return;
        }
        ++m_audit.dated;
        const long age = monthsOf(toString(m_audit.asOf)) - monthsOf(*month);
        if (age > m_audit.oldAfterMonths) {
            m_audit.old.push_back({kind, place, *month, age});
        }
    }

    void auditProducts()
    {
        for (const auto& [id, product] : m_catalog.products) {
            note(FactKind::product, "product " + id, product.source);
            auto status = note(FactKind::usStatus, fmt::format("product {}: U.S. status", id), product.usSource);
            if (product.usStatus != UsStatus::unclear) {
                // "Prohibited" without a source becomes "probably covered" (assessment.cpp); nothing softens the
                // others.
                const bool softened = product.usStatus == UsStatus::prohibited;
                decide(std::move(status), mayDecide(product.usSource.verification),
                       softened ? Standing::softened : Standing::mayNot);
            }
            for (std::size_t index = 0; index < product.signatures.size(); ++index) {
                const Signature& signature = product.signatures[index];
                auto fact =
                    note(FactKind::signature, fmt::format("product {}: signature {}", id, index + 1), signature.source);
                if (signature.strength != Confidence::notSure) {
                    // As the matcher caps it: what nobody read never goes beyond "not sure".
                    const bool counts = mayDecide(signature.source.verification)
                                        || signature.source.verification == Verification::claimed;
                    decide(std::move(fact), counts, Standing::softened);
                }
            }
        }
    }

    void findNeverFound()
    {
        std::set<std::string> found;   // those with a signature, and what they are kinds of
        for (const auto& [id, product] : m_catalog.products) {
            auto climbing = m_catalog.products.find(id);
            while (!product.signatures.empty() && climbing != m_catalog.products.end()
                   && found.insert(climbing->first).second) {
                climbing = m_catalog.products.find(climbing->second.parent);
            }
        }
        for (const auto& [id, product] : m_catalog.products) {
            if (!found.contains(id)) {
                m_audit.neverFound.push_back(id);
            }
        }
    }

    void auditTimeline()
    {
        std::set<std::string> arrivals;
        for (const auto& [id, product] : m_catalog.products) {
            arrivals.insert(product.arrivedBy);
        }
        for (const TimelineEvent& event : m_catalog.timeline.events) {
            auto fact = note(FactKind::event, "event " + event.id, event.source);
            if (event.effect != RuleEffect::none || arrivals.contains(event.id)) {
                decide(std::move(fact), mayDecide(event.source.verification), Standing::mayNot);
            }
        }
    }

    void auditReplacement(const Replacement& replacement)
    {
        const auto place = "replacement " + replacement.id;
        note(FactKind::replacement, place, replacement.source);
        note(FactKind::price, place + ": price", replacement.priceSource);
        noteDate(FactKind::price, place + ": price", latestMonthIn(replacement.priceAsOf));
        count(FactKind::country, replacement.countryVerification);
        count(FactKind::sale, replacement.soldInUsVerification);
        for (const FeatureFact& feature : replacement.features) {
            note(FactKind::cover, fmt::format("{}: {}", place, feature.featureId), feature.source);
        }
        for (const LabResult& lab : replacement.labs) {
            const auto test = fmt::format("{}: {}, {}", place, lab.lab, lab.test);
            note(FactKind::labResult, test, lab.source);
            noteDate(FactKind::labResult, test, lab.until);
        }
        for (const PackageId& package : replacement.packages) {
            if (!package.seenOn.empty()) {
                noteDate(FactKind::replacement, fmt::format("{}: package {}", place, package.id),
                         package.seenOn.substr(0, 7));
            }
        }
    }

    void auditRecipe(const Recipe& recipe)
    {
        const auto place = "recipe " + recipe.product;
        note(FactKind::recipe, place, recipe.source);
        for (std::size_t index = 0; index < recipe.leftovers.size(); ++index) {
            const LeftoverRule& rule = recipe.leftovers[index];
            auto fact = note(FactKind::leftover, fmt::format("{}: leftover {}", place, index + 1), rule.source);
            if (rule.verb != LeftoverVerb::explain && rule.confidence != Confidence::notSure) {
                // What nobody read is offered without a tick (leftovers.cpp), and a certain one must be read.
                decide(std::move(fact), mayDecide(rule.source.verification),
                       rule.confidence == Confidence::certain ? Standing::mayNot : Standing::softened);
            }
        }
    }

    const Catalog& m_catalog;
    CatalogAudit m_audit;
};

}   // namespace

std::string_view toString(FactKind kind)
{
    return wordFor(kindWords, kind);
}

std::string_view toString(Standing standing)
{
    return wordFor(standingWords, standing);
}

std::size_t CatalogAudit::count(FactKind kind) const
{
    const auto& row = facts[static_cast<std::size_t>(kind)];
    return std::accumulate(row.begin(), row.end(), std::size_t{0});
}

std::size_t CatalogAudit::count(Verification verification) const
{
    return std::accumulate(facts.begin(), facts.end(), std::size_t{0}, [&](std::size_t sum, const auto& row) {
        return sum + row[static_cast<std::size_t>(verification)];
    });
}

std::size_t CatalogAudit::total() const
{
    std::size_t sum = 0;
    for (const auto& [kind, word] : kindWords) {
        sum += count(kind);
    }
    return sum;
}

std::optional<std::string> latestMonthIn(std::string_view text)
{
    std::optional<std::string> latest;
    for (std::size_t position = 0; position + 4 <= text.size(); ++position) {
        const auto year = text.substr(position, 4);
        const bool isYear = (year.starts_with("19") || year.starts_with("20")) && isDigit(year[2]) && isDigit(year[3])
                            && (position == 0 || (!isDigit(text[position - 1]) && text[position - 1] != '$'))
                            && (position + 4 == text.size() || !isDigit(text[position + 4]));
        if (!isYear) {
            continue;
        }
        std::size_t month = 12;   // the last one a year can mean
        for (std::size_t index = 0; index < monthNames.size(); ++index) {
            if (text.substr(0, position).ends_with(fmt::format("{} ", monthNames[index]))) {
                month = index + 1;
            }
        }
        latest = std::max(latest.value_or(std::string{}), fmt::format("{}-{:02}", year, month));
    }
    return latest;
}

CatalogAudit auditCatalog(const Catalog& catalog, const Day& asOf, long oldAfterMonths)
{
    return Auditor(catalog, asOf, oldAfterMonths).audit();
}

}   // namespace offramp
