// faultsOf(): what cannot be right in a catalog, whatever is true of the world. Much of it the compiler refuses as
// well; a catalog that was made by another program, or an older one, is looked at all the same.
#include "catalog/catalog_audit.h"

#include "base/vocabulary.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>
#include <utility>

namespace offramp {

namespace {

constexpr Words<AuditFaultCode, 15> faultWords{{
    {AuditFaultCode::decidesUnread, "decidesUnread"},
    {AuditFaultCode::bindsNobody, "bindsNobody"},
    {AuditFaultCode::bindsWithoutEffect, "bindsWithoutEffect"},
    {AuditFaultCode::rulesOutOfOrder, "rulesOutOfOrder"},
    {AuditFaultCode::arrivalUnknown, "arrivalUnknown"},
    {AuditFaultCode::datesOutOfOrder, "datesOutOfOrder"},
    {AuditFaultCode::markWithoutAddress, "markWithoutAddress"},
    {AuditFaultCode::awardWithoutLink, "awardWithoutLink"},
    {AuditFaultCode::priceWithoutDate, "priceWithoutDate"},
    {AuditFaultCode::twoPrices, "twoPrices"},
    {AuditFaultCode::twoResults, "twoResults"},
    {AuditFaultCode::oneNameTwice, "oneNameTwice"},
    {AuditFaultCode::ownersDiffer, "ownersDiffer"},
    {AuditFaultCode::packageTwice, "packageTwice"},
    {AuditFaultCode::needsTwice, "needsTwice"},
}};

constexpr Words<AuditFaultCode, 15> faultSentences{{
    {AuditFaultCode::decidesUnread, "decides a verdict, and nobody read it"},
    {AuditFaultCode::bindsNobody, "has an effect, but binds nobody"},
    {AuditFaultCode::bindsWithoutEffect, "binds somebody, but has no effect"},
    {AuditFaultCode::rulesOutOfOrder, "ends updates before sales end"},
    {AuditFaultCode::arrivalUnknown, "came with an event that is not in the timeline"},
    {AuditFaultCode::datesOutOfOrder, "has dates that contradict each other"},
    {AuditFaultCode::markWithoutAddress, "is said to be read somewhere, without an address"},
    {AuditFaultCode::awardWithoutLink, "is an award without a page to look it up"},
    {AuditFaultCode::priceWithoutDate, "is an amount without a date"},
    {AuditFaultCode::twoPrices, "costs nothing and costs something"},
    {AuditFaultCode::twoResults, "has two outcomes of one test"},
    {AuditFaultCode::oneNameTwice, "has the same name as another one"},
    {AuditFaultCode::ownersDiffer, "has another owner than the rest of its ownership group"},
    {AuditFaultCode::packageTwice, "installs the package of another owner's product"},
    {AuditFaultCode::needsTwice, "is told twice"},
}};

class FaultFinder {
public:
    explicit FaultFinder(const Catalog& catalog) : m_catalog(catalog) {}

    std::vector<AuditFault> find()
    {
        checkHead();
        checkTimeline();
        checkProducts();
        checkNeeds();
        for (const Replacement& replacement : m_catalog.replacements) {
            checkReplacement(replacement);
        }
        return std::move(m_faults);
    }

private:
    void say(AuditFaultCode code, std::string place, std::string detail = {})
    {
        m_faults.push_back({code, std::move(place), std::move(detail)});
    }

    void checkAddress(const std::string& place, const SourceLink& source)
    {
        const bool read = source.verification != Verification::memory && source.verification != Verification::inferred;
        if (read && source.url.empty()) {
            say(AuditFaultCode::markWithoutAddress, place, std::string(toString(source.verification)));
        }
    }

    void checkHead()
    {
        const CatalogInfo& info = m_catalog.info;
        if (info.expiresAt <= info.issuedAt || info.factsAsOf > dayIn(Zone{}, info.issuedAt)) {
            say(AuditFaultCode::datesOutOfOrder, "catalog",
                fmt::format("facts of {}, issued {}, expires {}", toString(info.factsAsOf), toString(info.issuedAt),
                            toString(info.expiresAt)));
        }
    }

    void checkTimeline()
    {
        std::map<std::string, std::pair<const TimelineEvent*, const TimelineEvent*>> ends;   // sales, updates
        for (const TimelineEvent& event : m_catalog.timeline.events) {
            const auto place = "event " + event.id;
            checkAddress(place, event.source);
            if (event.effect != RuleEffect::none && event.binds.empty()) {
                say(AuditFaultCode::bindsNobody, place, std::string(toString(event.effect)));
            } else if (event.effect == RuleEffect::none && !event.binds.empty()) {
                say(AuditFaultCode::bindsWithoutEffect, place);
            }
            auto& [sales, updates] = ends[event.jurisdiction];
            if (event.effect == RuleEffect::salesEnd && sales == nullptr) {
                sales = &event;
            }
            if (event.effect == RuleEffect::updatesEnd && updates == nullptr) {
                updates = &event;
            }
        }
        for (const auto& [jurisdiction, both] : ends) {
            const auto& [sales, updates] = both;
            if (sales != nullptr && updates != nullptr && updates->effectiveAt < sales->effectiveAt) {
                say(AuditFaultCode::rulesOutOfOrder, "event " + updates->id,
                    fmt::format("{}, and sales end {}", toString(updates->day()), toString(sales->day())));
            }
        }
    }

    void checkProducts()
    {
        std::map<std::tuple<std::string, std::string, std::string>, std::string> names;
        for (const auto& [id, product] : m_catalog.products) {
            const auto place = "product " + id;
            const auto& events = m_catalog.timeline.events;
            const bool known =
                product.arrivedBy.empty()
                || std::any_of(events.begin(), events.end(),
                               [&, by = product.arrivedBy](const auto& event) { return event.id == by; });
            if (!known) {
                say(AuditFaultCode::arrivalUnknown, place, product.arrivedBy);
            }
            checkAddress(place + ": U.S. status", product.usSource);
            const auto [first, isNew] = names.emplace(std::tuple(product.vendor, product.name, product.segment), id);
            if (!isNew) {
                say(AuditFaultCode::oneNameTwice, place, first->second);
            }
        }
    }

    void checkNeeds()
    {
        std::set<std::pair<std::string, std::string>> told;
        for (const ProductNeeds& needs : m_catalog.productNeeds) {
            const auto place =
                fmt::format("needs of {}{}{}", needs.productId, needs.edition.empty() ? "" : " ", needs.edition);
            checkAddress(place, needs.source);
            if (!told.emplace(needs.productId, needs.edition).second) {
                say(AuditFaultCode::needsTwice, place);
            }
        }
    }

    void checkReplacement(const Replacement& replacement)
    {
        const auto place = "replacement " + replacement.id;
        checkAddress(place, replacement.source);
        checkAddress(place + ": price", replacement.priceSource);
        for (const FeatureFact& feature : replacement.features) {
            checkAddress(fmt::format("{}: {}", place, feature.featureId), feature.source);
        }
        const auto [name, isNewName] =
            m_names.emplace(std::tuple(replacement.vendor, replacement.name, replacement.segment), replacement.id);
        if (!isNewName) {
            say(AuditFaultCode::oneNameTwice, place, name->second);
        }
        const auto [owner, isNewOwner] = m_owners.emplace(replacement.ownershipGroup, replacement.owner);
        if (!isNewOwner && owner->second != replacement.owner) {
            say(AuditFaultCode::ownersDiffer, place, fmt::format("{}, and {}", replacement.owner, owner->second));
        }
        const bool costs = replacement.priceFirstYear.value_or(0) > 0 || replacement.priceRenewal.value_or(0) > 0;
        if (replacement.free && costs) {
            say(AuditFaultCode::twoPrices, place + ": price", replacement.priceBand);
        }
        if (costs && !latestMonthIn(replacement.priceAsOf)) {
            say(AuditFaultCode::priceWithoutDate, place + ": price", replacement.priceAsOf);
        }
        checkDate(place + ": price", latestMonthIn(replacement.priceAsOf), Counted::lastOfYear);
        checkLabs(place, replacement);
        for (const PackageId& package : replacement.packages) {
            // One maker's free and paid products often come in one package.
            const auto [other, isNew] = m_packages.emplace(std::pair(package.manager, package.id), &replacement);
            if (!isNew && other->second->ownershipGroup != replacement.ownershipGroup) {
                say(AuditFaultCode::packageTwice, fmt::format("{}: package {}", place, package.id), other->second->id);
            }
            if (!package.seenOn.empty()) {
                checkDate(fmt::format("{}: package {}", place, package.id), package.seenOn, Counted::exactly);
            }
        }
    }

    void checkLabs(const std::string& place, const Replacement& replacement)
    {
        std::map<std::tuple<std::string, std::string, std::string, std::string, std::string>, std::string> results;
        for (const LabResult& lab : replacement.labs) {
            const auto test = fmt::format("{}: {}, {}", place, lab.lab, lab.test);
            checkAddress(test, lab.source);
            if (lab.award && lab.source.url.empty()) {
                say(AuditFaultCode::awardWithoutLink, test, lab.outcome);
            }
            if (lab.from > lab.until) {
                say(AuditFaultCode::datesOutOfOrder, test, fmt::format("{} to {}", lab.from, lab.until));
            }
            checkDate(test, lab.until, Counted::exactly);
            const auto [other, isNew] =
                results.emplace(std::tuple(lab.lab, lab.test, lab.platform, lab.from, lab.until), lab.outcome);
            if (!isNew && other->second != lab.outcome) {
                say(AuditFaultCode::twoResults, test, fmt::format("{}, and {}", lab.outcome, other->second));
            }
        }
    }

    // Nothing is known before it is. A year alone reads as its last month, which may be yet to come.
    enum class Counted { exactly, lastOfYear };
    void checkDate(const std::string& place, const std::optional<std::string>& date, Counted counted)
    {
        const auto length = counted == Counted::exactly ? date.value_or("").size() : std::size_t{4};
        if (date && date->substr(0, length) > toString(m_catalog.info.factsAsOf).substr(0, length)) {
            say(AuditFaultCode::datesOutOfOrder, place,
                fmt::format("{}, and the facts are of {}", *date, toString(m_catalog.info.factsAsOf)));
        }
    }

    const Catalog& m_catalog;
    std::vector<AuditFault> m_faults;
    std::map<std::tuple<std::string, std::string, std::string>, std::string> m_names;
    std::map<std::string, std::string> m_owners;
    std::map<std::pair<std::string, std::string>, const Replacement*> m_packages;
};

}   // namespace

std::string_view toString(AuditFaultCode code)
{
    return wordFor(faultWords, code);
}

std::string_view sentenceOf(AuditFaultCode code)
{
    return wordFor(faultSentences, code);
}

std::vector<AuditFault> faultsOf(const Catalog& catalog)
{
    return FaultFinder(catalog).find();
}

}   // namespace offramp
