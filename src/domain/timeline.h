// Timeline: what was decided about Kaspersky, when, by whom, and for whom it counts.
#pragma once

#include "base/reason.h"
#include "domain/product.h"

#include <optional>
#include <string>
#include <vector>

namespace offramp {

// Who is asking, because place alone does not decide whom a rule binds.
enum class Person {
    us,                // a U.S. person, or anybody in the United States
    federal,           // a U.S. federal employee or agency computer
    contractor,        // a U.S. federal contractor
    otherGovernment,   // a state, local or foreign government body
    other,             // none of these
};
[[nodiscard]] std::string_view toString(Person person);   // "us", "federal", "contractor", "other-government", "other"
[[nodiscard]] std::optional<Person> personFromString(std::string_view word);

// What a rule does once it is in force. `none` for events that bind nobody.
enum class RuleEffect {
    none,
    salesEnd,         // no new agreement
    updatesEnd,       // no virus definitions, no code updates, no cloud look-ups
    useProhibited,    // the bound organisation may not use it
    useDiscouraged,   // a warning or advice
};
[[nodiscard]] std::string_view toString(RuleEffect effect);
[[nodiscard]] std::optional<RuleEffect> ruleEffectFromString(std::string_view word);

enum class EventKind { rule, advice, company, court, publication, research };
[[nodiscard]] std::string_view toString(EventKind kind);
[[nodiscard]] std::optional<EventKind> eventKindFromString(std::string_view word);

enum class Precision { minute, day, month };
[[nodiscard]] std::string_view toString(Precision precision);
[[nodiscard]] std::optional<Precision> precisionFromString(std::string_view word);

struct TimelineEvent {
    std::string id;
    std::string jurisdiction;   // "US", "US-federal", "US-NY", "DE", "EU", "worldwide"
    Instant effectiveAt{};
    Zone zone;   // whose calendar counts the days
    Precision precision = Precision::day;
    EventKind kind = EventKind::rule;
    std::string issuer;
    std::string title;
    std::string summary;
    std::vector<std::string> covers;
    std::vector<std::string> prohibits;
    std::vector<std::string> exempts;
    std::vector<std::string> unverified;   // details of this entry that are not confirmed
    SourceLink source;
    std::vector<SourceLink> alsoSeen;

    RuleEffect effect = RuleEffect::none;
    std::vector<Person> binds;   // empty when effect is none

    [[nodiscard]] Day day() const { return dayIn(zone, effectiveAt); }
};

// Events in order of effectiveAt, then id.
struct Timeline {
    std::vector<TimelineEvent> events;
};

}   // namespace offramp
