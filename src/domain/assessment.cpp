#include "domain/assessment.h"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

// The rules of the timeline that matter for one person on one date.
class RulesInForce {
public:
    RulesInForce(const Timeline& timeline, Person person, Instant asOf) : m_asOf(asOf)
    {
        for (const TimelineEvent& event : timeline.events) {
            if (event.effect == RuleEffect::updatesEnd) {
                m_updatesEndEver = &event;
            }
            const bool binds = std::find(event.binds.begin(), event.binds.end(), person) != event.binds.end();
            if (binds && event.effectiveAt <= asOf) {
                m_inForce.push_back(&event);
            }
        }
    }

    // The first rule of that effect, since it is the one that has held longest.
    [[nodiscard]] const TimelineEvent* first(RuleEffect effect) const
    {
        const auto found = std::find_if(m_inForce.begin(), m_inForce.end(),
                                        [&](const TimelineEvent* event) { return event->effect == effect; });
        return found == m_inForce.end() ? nullptr : *found;
    }

    // A prohibition of use that leaves nothing out, so that it also reaches products other rules exempt.
    [[nodiscard]] const TimelineEvent* useProhibitedWithoutExceptions() const
    {
        const auto found = std::find_if(m_inForce.begin(), m_inForce.end(), [](const TimelineEvent* event) {
            return event->effect == RuleEffect::useProhibited && event->exempts.empty();
        });
        return found == m_inForce.end() ? nullptr : *found;
    }

    [[nodiscard]] std::size_t count() const { return m_inForce.size(); }
    // Also when it does not bind this person: updates may come from elsewhere.
    [[nodiscard]] const TimelineEvent* updatesEndEver() const
    {
        return m_updatesEndEver != nullptr && m_updatesEndEver->effectiveAt <= m_asOf ? m_updatesEndEver : nullptr;
    }
    [[nodiscard]] long daysSince(const TimelineEvent& event) const
    {
        return daysBetween(event.day(), dayIn(event.zone, m_asOf));
    }

private:
    Instant m_asOf;
    std::vector<const TimelineEvent*> m_inForce;
    const TimelineEvent* m_updatesEndEver = nullptr;
};

class Assessor {
public:
    explicit Assessor(const AssessmentInput& input) : m_input(input), m_rules(input.timeline, input.person, input.asOf)
    {}

    Assessment assess(std::size_t position) const
    {
        const Installation& installation = m_input.installations[position];
        Assessment assessment;
        assessment.installation = position;
        const auto product = m_input.products.find(installation.productId);
        if (product == m_input.products.end()) {
            assessment.status = Status::unclear;
            assessment.reasons.push_back(Reason{ReasonCode::notNamedAnywhere, {}, {}});
            return assessment;
        }
        if (installation.state == InstallationState::leftover) {
            // "Left behind" may only be said when the lists of installed programs were read.
            assessment.status = m_input.conclusive ? Status::leftover : Status::unclear;
            if (m_input.conclusive) {
                assessment.reasons.push_back(Reason{ReasonCode::nothingProtects, {}, {}});
            }
            return assessment;
        }
        decide(assessment, product->second);
        addFacts(assessment, installation, product->second);
        return assessment;
    }

private:
    void decide(Assessment& assessment, const Product& product) const
    {
        if (product.usStatus == UsStatus::notCovered) {
            decideSuccessor(assessment, product);
            return;
        }
        switch (m_input.person) {
        case Person::other:
            assessment.status = Status::notBound;
            assessment.reasons.push_back(Reason{ReasonCode::personNotBound, {}, {}});
            return;
        case Person::otherGovernment: decideOtherGovernment(assessment); return;
        case Person::federal:
        case Person::contractor:
            if (decideUse(assessment, product)) {
                return;
            }
            break;
        case Person::us: break;
        }
        decideCommerce(assessment, product);
    }

    void decideSuccessor(Assessment& assessment, const Product& product) const
    {
        const auto arrival = std::find_if(m_input.timeline.events.begin(), m_input.timeline.events.end(),
                                          [&](const TimelineEvent& event) { return event.id == product.arrivedBy; });
        if (product.arrivedBy.empty() || arrival == m_input.timeline.events.end()) {
            assessment.status = Status::notBound;
            return;
        }
        if (arrival->effectiveAt > m_input.asOf) {
            assessment.status = Status::notYet;
            assessment.reasons.push_back(noRuleYet());
            return;
        }
        assessment.status = Status::moved;
        assessment.eventId = arrival->id;
        assessment.since = arrival->day();
        assessment.daysSince = m_rules.daysSince(*arrival);
        assessment.reasons.push_back(Reason{ReasonCode::putInPlaceOf, {arrival->day()}, arrival->source});
        assessment.reasons.push_back(Reason{ReasonCode::notCoveredByRules, {}, product.usSource});
    }

    void decideOtherGovernment(Assessment& assessment) const
    {
        if (m_rules.count() == 0) {
            assessment.status = Status::notYet;
            assessment.reasons.push_back(noRuleYet());
            return;
        }
        assessment.status = Status::unclear;
        assessment.reasons.push_back(
            Reason{ReasonCode::governmentRulesVary, {static_cast<std::int64_t>(m_rules.count())}, {}});
    }

    // The law forbids agencies and contractors to use it, whatever the product is.
    bool decideUse(Assessment& assessment, const Product& product) const
    {
        if (product.role == ProductRole::whiteLabel) {
            return false;
        }
        const TimelineEvent* rule = product.usStatus == UsStatus::exempt ? m_rules.useProhibitedWithoutExceptions()
                                                                         : m_rules.first(RuleEffect::useProhibited);
        if (rule == nullptr) {
            return false;
        }
        apply(assessment, Status::useProhibited, ReasonCode::useProhibitedFor, *rule);
        return true;
    }

    void decideCommerce(Assessment& assessment, const Product& product) const
    {
        const TimelineEvent* updates = m_rules.first(RuleEffect::updatesEnd);
        const TimelineEvent* sales = m_rules.first(RuleEffect::salesEnd);
        if (product.usStatus == UsStatus::exempt) {
            assessment.status = Status::exempt;
            assessment.reasons.push_back(Reason{ReasonCode::expresslyExempt, {}, product.usSource});
            return;
        }
        if (sales == nullptr && updates == nullptr) {
            assessment.status = Status::notYet;
            assessment.reasons.push_back(noRuleYet());
            return;
        }
        const TimelineEvent& latest = updates != nullptr ? *updates : *sales;
        if (product.usBasis == UsBasis::integration) {
            assessment.status = Status::unclear;
            assessment.reasons.push_back(Reason{ReasonCode::integrationCovers, {latest.day()}, product.usSource});
            return;
        }
        if (product.usStatus == UsStatus::unclear) {
            assessment.status = Status::unclear;
            assessment.reasons.push_back(Reason{ReasonCode::notNamedAnywhere, {}, product.usSource});
            return;
        }
        if (!mayDecide(product.usSource.verification)) {
            apply(assessment, Status::likelyCovered, ReasonCode::generalClauseProbably, latest);
            assessment.reasons.front() = Reason{ReasonCode::generalClauseProbably, {}, product.usSource};
            return;
        }
        if (updates != nullptr) {
            apply(assessment, Status::updatesEnded, ReasonCode::updatesEndedFor, *updates);
        } else {
            apply(assessment, Status::salesEnded, ReasonCode::salesEndedFor, *sales);
        }
        assessment.reasons.push_back(
            Reason{product.usBasis == UsBasis::classNamed ? ReasonCode::classIsNamed : ReasonCode::generalClauseCovers,
                   {},
                   product.usSource});
        assessment.reasons.push_back(Reason{ReasonCode::useIsNotAnOffense, {}, latest.source});
    }

    void apply(Assessment& assessment, Status status, ReasonCode reason, const TimelineEvent& event) const
    {
        assessment.status = status;
        assessment.eventId = event.id;
        assessment.since = event.day();
        assessment.daysSince = m_rules.daysSince(event);
        assessment.reasons.push_back(
            Reason{reason, {static_cast<std::int64_t>(*assessment.daysSince), event.day()}, event.source});
    }

    Reason noRuleYet() const { return Reason{ReasonCode::noRuleYet, {dayIn(easternZone(), m_input.asOf)}, {}}; }

    void addFacts(Assessment& assessment, const Installation& installation, const Product& product) const
    {
        const VendorFacts& facts = installation.facts;
        auto& reasons = assessment.reasons;
        const TimelineEvent* updatesEnd = m_rules.updatesEndEver();
        const bool newer =
            updatesEnd != nullptr && facts.databasesUpdatedAt && *facts.databasesUpdatedAt >= updatesEnd->effectiveAt;
        if (assessment.status == Status::updatesEnded && product.role == ProductRole::antivirus && !newer) {
            reasons.push_back(Reason{ReasonCode::scansWithOldKnowledge, {}, {}});
        }
        if (facts.databasesUpdatedAt) {
            const Zone zone = easternZone();
            const Day updated = dayIn(zone, *facts.databasesUpdatedAt);
            assessment.databaseAgeDays = daysBetween(updated, dayIn(zone, m_input.asOf));
            assessment.gotUpdatesAfterwards = newer;
            if (*assessment.gotUpdatesAfterwards && assessment.status == Status::updatesEnded) {
                reasons.push_back(Reason{ReasonCode::databasesNewerThanBan, {updated}, {}});
            } else if (*assessment.databaseAgeDays > 0) {
                reasons.push_back(Reason{
                    ReasonCode::databasesOld, {static_cast<std::int64_t>(*assessment.databaseAgeDays), updated}, {}});
            }
        }
        if (facts.licenceDaysLeft) {
            const bool ended = *facts.licenceDaysLeft < 0;
            const auto days = static_cast<std::int64_t>(ended ? -*facts.licenceDaysLeft : *facts.licenceDaysLeft);
            reasons.push_back(Reason{ended ? ReasonCode::licenceEnded : ReasonCode::licenceRuns, {days}, {}});
        }
        const auto say = [&](bool condition, ReasonCode code) {
            if (condition) {
                reasons.push_back(Reason{code, {}, {}});
            }
        };
        say(installation.managed, ReasonCode::managedByServer);
        say(facts.passwordProtected.value_or(false), ReasonCode::passwordWanted);
        say(facts.selfDefence.value_or(false), ReasonCode::selfDefenceOn);
        say(product.holdsPasswords, ReasonCode::holdsPasswords);
        say(product.holdsVaults, ReasonCode::holdsVaults);
    }

    const AssessmentInput& m_input;
    RulesInForce m_rules;
};

// What one installation makes of the whole machine.
Verdict verdictOf(const Installation& installation, Status status)
{
    if (installation.confidence == Confidence::notSure) {
        return Verdict::unclear;   // a sign nobody confirmed never decides
    }
    if (!isThere(installation)) {
        return Verdict::traces;
    }
    switch (status) {
    case Status::updatesEnded:
    case Status::salesEnded:
    case Status::useProhibited: return Verdict::affected;
    case Status::moved: return Verdict::moved;
    case Status::likelyCovered:
    case Status::unclear: return Verdict::unclear;
    case Status::exempt:
    case Status::notBound:
    case Status::notYet: return Verdict::exempt;
    case Status::leftover: break;
    }
    return Verdict::traces;
}

// The order in which verdicts win; the first that any installation gives is the machine's. What is installed comes
// before what is left, even when no rule speaks of it.
constexpr std::array verdictOrder{Verdict::affected, Verdict::moved, Verdict::unclear, Verdict::exempt,
                                  Verdict::traces};

}   // namespace

MachineAssessment assess(const AssessmentInput& input)
{
    MachineAssessment machine;
    const Assessor assessor(input);
    std::vector<Verdict> verdicts;
    machine.conclusive = input.conclusive;
    machine.managed = input.managedByOrganisation.value_or(false);
    for (std::size_t position = 0; position < input.installations.size(); ++position) {
        const Installation& installation = input.installations[position];
        machine.assessments.push_back(assessor.assess(position));
        verdicts.push_back(verdictOf(installation, machine.assessments.back().status));
        const bool agent = installation.role == ProductRole::managementAgent && isThere(installation);
        machine.managed = machine.managed || installation.managed || agent;
    }
    if (machine.managed) {
        machine.reasons.push_back(Reason{ReasonCode::managedByOrganisation, {}, {}});
    }
    const auto winner = std::find_first_of(verdictOrder.begin(), verdictOrder.end(), verdicts.begin(), verdicts.end());
    machine.verdict = winner != verdictOrder.end() ? *winner : Verdict::clean;
    // "Gone", "left out" and "nothing there" are only said when every essential place was read.
    const bool needsWholeScan =
        machine.verdict == Verdict::traces || machine.verdict == Verdict::exempt || machine.verdict == Verdict::clean;
    // They also need facts of today: a product that is newer than our facts looks like nothing at all.
    const bool tooOld = needsWholeScan && input.facts == FactsAge::old;
    if (tooOld) {
        machine.reasons.push_back(Reason{ReasonCode::factsTooOld, {}, {}});
    }
    if (tooOld || (needsWholeScan && !input.conclusive)) {
        machine.verdict = Verdict::couldNotTell;
    }
    return machine;
}

}   // namespace offramp
