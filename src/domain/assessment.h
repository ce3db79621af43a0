// Assessment: where an installation stands for a person on a date, and the verdict for the whole machine.
//
// Pure functions: no clock, no I/O. The same vocabulary is used by the window, the terminal and every --json.
#pragma once

#include "domain/installation.h"
#include "domain/timeline.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace offramp {

enum class Status {
    notYet,          // no rule was in force on that date
    notBound,        // no rule we know binds this person
    exempt,          // the rules leave this product out
    unclear,         // no text we read decides it
    likelyCovered,   // a general clause probably covers it, not confirmed
    salesEnded,      // no new agreements, updates still allowed
    updatesEnded,    // no updates may be supplied any more
    useProhibited,   // this person's organisation may not use it
    moved,           // a successor product that was put in its place
    leftover,        // not installed any more, traces are left
};
[[nodiscard]] std::string_view toString(Status status);

// The answer for the machine. Exit codes and the seven Overview states follow from it.
enum class Verdict { affected, traces, moved, exempt, unclear, clean, couldNotTell };
[[nodiscard]] std::string_view toString(Verdict verdict);

struct Assessment {
    std::size_t installation = 0;   // index into the list assessed
    Status status = Status::unclear;
    std::optional<std::string> eventId;   // the rule that decides
    std::optional<Day> since;             // the day it took effect, in its own zone
    std::optional<long> daysSince;
    std::optional<bool> gotUpdatesAfterwards;   // databases are newer than the end of updates
    std::optional<long> databaseAgeDays;
    std::vector<Reason> reasons;   // first one is the headline reason
};

struct MachineAssessment {
    Verdict verdict = Verdict::couldNotTell;
    bool conclusive = false;               // every essential place was read
    bool managed = false;                  // an organisation manages this PC: do not remove by yourself
    std::vector<Assessment> assessments;   // in the order of the installations
    std::vector<Reason> reasons;
};

// Whether the facts are recent enough to say that something is not there.
enum class FactsAge { current, old };

struct AssessmentInput {
    const std::vector<Installation>& installations;
    const std::map<std::string, Product>& products;   // by id
    const Timeline& timeline;
    Person person = Person::us;
    Instant asOf{};
    bool conclusive = false;                     // every essential place was read
    std::optional<bool> managedByOrganisation;   // what the system itself says
    FactsAge facts = FactsAge::current;
};

[[nodiscard]] MachineAssessment assess(const AssessmentInput& input);

// The installation the answer is about: the one that gives the machine its verdict; empty when nothing was found.
[[nodiscard]] std::optional<std::size_t> leadingInstallation(const MachineAssessment& assessment,
                                                             const std::vector<Installation>& installations);

// The one sentence every face begins with.
[[nodiscard]] Reason headlineOf(const MachineAssessment& assessment, const std::vector<Installation>& installations,
                                Instant asOf);

// How many separate things a vendor's leftovers consist of, each piece of evidence one thing.
[[nodiscard]] std::size_t countLeftovers(const std::vector<Installation>& installations, const std::string& vendorId);

// "Kaspersky Plus": the product's name with its edition, without saying a word twice.
[[nodiscard]] std::string titleOf(const Installation& installation);

}   // namespace offramp
