#include "session/check_record.h"

#include "report/phrases.h"

#include <algorithm>

namespace offramp {

json::Value catalogJson(const CatalogInfo& info)
{
    return {{"schemaVersion", info.schemaVersion},
            {"serial", info.serial},
            {"issuedAt", toString(info.issuedAt)},
            {"expiresAt", toString(info.expiresAt)},
            {"factsAsOf", toString(info.factsAsOf)}};
}

json::Value recommendationsJson(const std::vector<Recommendation>& recommendations,
                                const std::vector<Replacement>& replacements)
{
    json::Value list = json::Value::array();
    for (const Recommendation& recommendation : recommendations) {
        const auto replacement =
            std::find_if(replacements.begin(), replacements.end(),
                         [&](const Replacement& candidate) { return candidate.id == recommendation.replacementId; });
        if (replacement != replacements.end()) {
            list.push_back(json::of(recommendation, *replacement));
        }
    }
    return list;
}

json::Value coverageJson(const HostSnapshot& snapshot)
{
    json::Value list = json::Value::array();
    for (const SourceReport& report : snapshot.reports) {
        list.push_back(json::coverageOf(report));
    }
    return list;
}

json::Value checkJson(const CheckResult& result, const std::vector<Replacement>& replacements)
{
    json::Value installations = json::Value::array();
    for (const Assessment& assessment : result.assessment.assessments) {
        installations.push_back(json::of(result.installations[assessment.installation], assessment));
    }
    json::Value protection = json::Value::array();
    for (const ProtectionEntry& entry : result.protection) {
        protection.push_back({{"name", entry.name},
                              {"active", entry.active ? json::Value(*entry.active) : json::Value(nullptr)},
                              {"upToDate", entry.upToDate ? json::Value(*entry.upToDate) : json::Value(nullptr)},
                              {"kaspersky", entry.kaspersky},
                              {"builtIn", entry.builtIn}});
    }
    const Reason headline = headlineOf(result.assessment, result.installations, result.asOf);
    return {{"format", "offramp.check/1"},
            {"machine", json::of(result.snapshot.machine)},
            {"checkedAt", toString(result.snapshot.takenAt)},
            {"asOf", toString(result.asOf)},
            {"person", std::string(toString(result.person))},
            {"verdict", std::string(toString(result.assessment.verdict))},
            {"headline", inEnglish(headline)},
            {"headlineReason", json::of(headline)},
            {"managed", result.assessment.managed},
            {"conclusive", result.snapshot.isConclusive()},
            {"reasons", json::of(result.assessment.reasons)},
            {"installations", std::move(installations)},
            {"protection", std::move(protection)},
            {"needs", result.needs.features},
            {"recommendations", recommendationsJson(result.recommendations, replacements)},
            {"coverage", coverageJson(result.snapshot)},
            {"catalog", catalogJson(result.catalog)}};
}

CheckOutcome outcomeOf(const CheckResult& result)
{
    CheckOutcome outcome;
    outcome.verdict = result.assessment.verdict;
    outcome.person = result.person;
    outcome.catalogSerial = result.catalog.serial;
    outcome.factsAsOf = result.catalog.factsAsOf;
    outcome.conclusive = result.snapshot.isConclusive();
    for (const Assessment& assessment : result.assessment.assessments) {
        const Installation& installation = result.installations[assessment.installation];
        const bool left = installation.state == InstallationState::leftover;
        // What is installed gains and loses files all the time; only what was left behind is counted.
        outcome.found.push_back({installation.productId, titleOf(installation), installation.version,
                                 installation.state, assessment.status,
                                 left ? static_cast<std::int64_t>(installation.evidence.size()) : 0});
    }
    for (const SourceReport& report : result.snapshot.reports) {
        if (report.coverage != Coverage::notApplicable) {
            outcome.places.push_back({report.source, report.coverage});
        }
    }
    return outcome;
}

}   // namespace offramp
