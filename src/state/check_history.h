// CheckHistory: every check that said something new, remembered for this person. Tables: migrations.cpp.
#pragma once

#include "base/calendar.h"
#include "domain/assessment.h"
#include "domain/evidence.h"
#include "state/state_database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace offramp {

// One product as a check found it.
struct RememberedProduct {
    std::string product;   // catalog id
    std::string title;     // "Kaspersky Plus"
    std::string version;   // empty when not known
    InstallationState state = InstallationState::installed;
    Status status = Status::unclear;
    std::int64_t traces = 0;   // pieces of evidence, for leftovers

    friend bool operator==(const RememberedProduct&, const RememberedProduct&) = default;
};

struct RememberedPlace {
    SourceKind source = SourceKind::windowsPrograms;
    Coverage coverage = Coverage::complete;

    friend bool operator==(const RememberedPlace&, const RememberedPlace&) = default;
};

// What a check said, without the reasons. Two checks that say the same are equal.
struct CheckOutcome {
    Verdict verdict = Verdict::couldNotTell;
    Person person = Person::us;
    std::int64_t catalogSerial = 0;
    Day factsAsOf;
    bool conclusive = false;
    std::vector<RememberedProduct> found;
    std::vector<RememberedPlace> places;   // those this system has

    friend bool operator==(const CheckOutcome&, const CheckOutcome&) = default;
};

struct RememberedCheck {
    std::int64_t id = 0;
    Instant firstSeen{};
    Instant lastSeen{};
    std::int64_t times = 1;   // how many checks in a row said exactly this
    CheckOutcome outcome;
};

// What is different between two checks, in the order a person wants to know it.
struct CheckChange {
    enum class Kind {
        verdict,
        appeared,
        gone,
        version,      // from, to
        state,        // of a product: from, to are words of InstallationState
        status,       // from, to are words of Status
        tracesLeft,   // from, to are numbers
        person,       // the rules were looked at for somebody else: from, to
        facts,        // newer or older facts: from, to are days
        places,       // what could be read changed: from, to are numbers of places not read completely
    };
    Kind kind = Kind::verdict;
    std::string title;   // of the product
    std::string from, to;

    friend bool operator==(const CheckChange&, const CheckChange&) = default;
};
[[nodiscard]] std::vector<CheckChange> changesBetween(const CheckOutcome& before, const CheckOutcome& after);

class CheckHistory {
public:
    // `state` must outlive it.
    explicit CheckHistory(StateDatabase& state) : m_state(state) {}

    // A check that says the same as the newest one only moves its last time and replaces its report; another one is
    // added, and the oldest are let go above mostRemembered.
    [[nodiscard]] Result<void> remember(const CheckOutcome& outcome, Instant at, const std::string& report);

    // Newest first. Rows that a later version wrote in words this one does not know are left out.
    [[nodiscard]] Result<std::vector<RememberedCheck>> all() const;
    // The report in JSON (offramp.check/1); notFound when it is not there any more.
    [[nodiscard]] Result<std::string> report(std::int64_t id) const;
    [[nodiscard]] Result<void> clear();

private:
    StateDatabase& m_state;
};

// About ten years of monthly changes; a report is some twenty kilobytes.
inline constexpr std::int64_t mostRemembered = 120;

}   // namespace offramp
