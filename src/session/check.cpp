#include "session/session.h"

#include "base/text.h"
#include "catalog/product_library.h"
#include "inventory/matcher.h"
#include "inventory/scanner.h"
#include "policy/policy_place.h"

#include <algorithm>
#include <utility>

namespace offramp {

namespace {

// Features the found product gave, by the most precise entry: its edition,
// itself, then what it is a kind of.
const ProductNeeds* needsOf(const Installation& installation, const std::map<std::string, Product>& products,
                            const Catalog& catalog)
{
    for (std::string id = installation.productId; !id.empty();) {
        const ProductNeeds* general = nullptr;
        for (const ProductNeeds& needs : catalog.productNeeds) {
            if (needs.productId != id) {
                continue;
            }
            if (!needs.edition.empty() && needs.edition == installation.edition) {
                return &needs;
            }
            if (needs.edition.empty()) {
                general = &needs;
            }
        }
        if (general != nullptr) {
            return general;
        }
        const auto product = products.find(id);
        id = product == products.end() ? std::string() : product->second.parent;
    }
    return nullptr;
}

bool isForBusiness(const std::string& segment)
{
    return segment == "smallBusiness" || segment == "business" || segment == "enterprise" || segment == "industrial";
}

std::vector<ProtectionEntry> protectionOf(const HostSnapshot& snapshot, const std::vector<Installation>& installations)
{
    std::vector<ProtectionEntry> entries;
    for (const SourceReport& report : snapshot.reports) {
        for (const Evidence& evidence : report.evidence) {
            if (evidence.kind != EvidenceKind::securityProduct || !evidence.security
                || evidence.security->role != SecurityState::Role::antivirus) {
                continue;
            }
            ProtectionEntry entry;
            entry.name = evidence.name;
            entry.active = evidence.security->active;
            entry.upToDate = evidence.security->upToDate;
            const std::string name = text::foldName(evidence.name);
            entry.builtIn =
                name == "windows defender" || name == "microsoft defender" || name == "microsoft defender antivirus";
            entry.kaspersky = std::any_of(installations.begin(), installations.end(), [&](const Installation& found) {
                return found.vendorId == "kaspersky"
                       && std::any_of(found.evidence.begin(), found.evidence.end(),
                                      [&](const MatchedEvidence& matched) { return matched.evidence == evidence; });
            });
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

// What the installations are, up to their roots; how they are recognized is not
// needed any more.
std::map<std::string, Product> productsOf(const std::vector<Installation>& installations,
                                          const std::map<std::string, Product>& known)
{
    std::map<std::string, Product> products;
    for (const Installation& installation : installations) {
        for (auto found = known.find(installation.productId); found != known.end();
             found = known.find(found->second.parent)) {
            Product product = found->second;
            product.signatures.clear();
            products.emplace(product.id, std::move(product));
        }
    }
    return products;
}

}   // namespace

Needs needsFrom(const CheckResult& result, const Catalog& catalog, Person person)
{
    Needs needs;
    needs.platform = result.snapshot.machine.os;
    needs.server = result.snapshot.machine.server;
    needs.inUs = person != Person::other && person != Person::otherGovernment;
    std::vector<std::string> wanted;
    bool anyNeeds = false;
    bool allFree = true;
    for (const Installation& installation : result.installations) {
        if (!isThere(installation)) {
            continue;
        }
        if (const auto product = result.products.find(installation.productId);
            product != result.products.end() && isForBusiness(product->second.segment)) {
            needs.segment = "smallBusiness";
        }
        if (const ProductNeeds* found = needsOf(installation, result.products, catalog)) {
            anyNeeds = true;
            allFree = allFree && found->freeOnly;
            wanted.insert(wanted.end(), found->features.begin(), found->features.end());
        }
    }
    needs.freeOnly = anyNeeds && allFree;
    if (wanted.empty()) {
        wanted = {"realtime_av", "web_protection"};
    }
    for (const Feature& feature : catalog.features) {
        if (std::find(wanted.begin(), wanted.end(), feature.id) != wanted.end()) {
            needs.features.push_back(feature.id);
        }
    }
    return needs;
}

MachineAssessment assessAgain(const CheckResult& result, const Catalog& catalog, Person person)
{
    const bool expired = result.snapshot.takenAt > catalog.info.expiresAt;
    MachineAssessment assessment = assess(AssessmentInput{
        result.installations, result.products, catalog.timeline, person, result.asOf, result.snapshot.isConclusive(),
        result.snapshot.machine.managedByOrganisation, expired ? FactsAge::old : FactsAge::current});
    auto& reasons = assessment.reasons;
    std::int64_t placesRead = 0;
    std::int64_t essentialMissing = 0;
    for (const SourceReport& report : result.snapshot.reports) {
        if (report.coverage == Coverage::notApplicable) {
            continue;
        }
        placesRead += report.coverage == Coverage::denied ? 0 : 1;
        if (report.coverage != Coverage::complete) {
            reasons.push_back(Reason{ReasonCode::placeNotRead, {std::string(toString(report.source))}, {}});
            const bool wholeMachine = report.coverage == Coverage::partial && report.machinePartComplete;
            essentialMissing += report.weight == Weight::essential && !wholeMachine ? 1 : 0;
        }
    }
    if (essentialMissing > 0) {
        reasons.insert(reasons.begin(), Reason{ReasonCode::placesRefused, {essentialMissing}, {}});
    } else if (result.installations.empty()) {
        reasons.insert(reasons.begin(), Reason{ReasonCode::nothingFound, {placesRead}, {}});
    }
    const Day today = dayIn(easternZone(), result.asOf);
    const long age = daysBetween(catalog.info.factsAsOf, dayIn(easternZone(), result.snapshot.takenAt));
    if (expired) {
        reasons.push_back(Reason{ReasonCode::catalogOld, {static_cast<std::int64_t>(age), catalog.info.factsAsOf}, {}});
    }
    reasons.insert(reasons.end(), catalog.info.notices.begin(), catalog.info.notices.end());
    if (age < -1 && !result.snapshot.machine.recorded && today < catalog.info.factsAsOf) {
        reasons.push_back(Reason{ReasonCode::factsFromTheFuture, {catalog.info.factsAsOf}, {}});
    }
    return assessment;
}

Result<CheckResult> judge(HostSnapshot snapshot, const Catalog& catalog, const CheckOptions& options, Instant now)
{
    CheckResult result;
    result.snapshot = std::move(snapshot);
    if (catalog.library) {
        const auto concerned = catalog.library->concerning(result.snapshot);
        if (!concerned) {
            return tl::unexpected(concerned.error());
        }
        result.installations =
            Matcher(concerned->products, catalog.vendors).match(result.snapshot, concerned->evidence);
        result.products = productsOf(result.installations, concerned->products);
    } else {
        result.installations = Matcher(catalog.products, catalog.vendors).match(result.snapshot);
        result.products = productsOf(result.installations, catalog.products);
    }
    if (const auto replacements = catalog.replacements.load(); !replacements) {
        return tl::unexpected(replacements.error());
    }
    result.person = options.person;
    result.asOf = options.asOf.value_or(now);
    result.catalog = catalog.info;
    result.assessment = assessAgain(result, catalog, options.person);
    result.needs = needsFrom(result, catalog, options.person);
    result.recommendations = recommend(catalog.replacements, result.needs);
    result.protection = protectionOf(result.snapshot, result.installations);
    return result;
}

Result<CheckResult> check(const Host& host, const Catalog& catalog, const CheckOptions& options,
                          const ProgressSink& progress, std::stop_token stop)
{
    auto snapshot = scan(host, progress, std::move(stop));
    if (!snapshot) {
        return tl::unexpected(snapshot.error());
    }
    auto result = judge(std::move(*snapshot), catalog, options, host.clock().now());
    if (result) {
        result->policy = readPolicy(host);
    }
    return result;
}

}   // namespace offramp
