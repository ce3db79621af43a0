// A removal as it is remembered: what was approved, what happened to each step, and what follows from that. Pure
// values.
#pragma once

#include "base/calendar.h"
#include "base/result.h"
#include "domain/plan.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// When something happened. Clocks are set and jump; the time since boot is not and does not, within one boot.
struct Moment {
    Instant at{};
    std::string boot;   // Conditions::bootId(); empty when not known
    std::optional<std::chrono::seconds> sinceBoot;

    friend bool operator==(const Moment&, const Moment&) = default;
};
// None when it cannot be told: other boots and a clock that went backwards.
[[nodiscard]] std::optional<std::chrono::seconds> timeBetween(const Moment& from, const Moment& to);

enum class StepState {
    waiting,   // nothing happened to it yet; never in the journal
    running,   // found when a program starts: it was cut off

    done,               // the check says so
    alreadyDone,        // it held before anything was done
    doneUnchecked,      // its program says so; the check could not tell
    doneAfterRestart,   // done by its program's word, as soon as the computer restarts
    notNeeded,          // a restart nobody asked for
    skipped,            // the person goes on without it

    waitingForRestart,
    waitingForProtection,   // no antivirus is on yet
    waitingForPerson,       // a choice is theirs

    interrupted,   // it was cut off, and the check could not tell how far it came
    stillThere,    // its program ended well, but the check says no
    busy,
    refused,
    declined,
    failed,
    needsPassword,

    undone,   // put back
};
[[nodiscard]] std::string_view toString(StepState state);
[[nodiscard]] std::optional<StepState> stepStateFromString(std::string_view word);
// Nothing more is done to it when the removal goes on.
[[nodiscard]] bool isSettled(StepState state);
// It needs the person: trying again, going on without it, or leaving it there.
[[nodiscard]] bool needsPerson(StepState state);

struct Transition {
    std::string step;
    StepState state = StepState::waiting;
    Moment moment;
    std::optional<int> code;   // exit or result code of what ran
    std::string detail;        // English, for the report and for technicians; empty when all is well

    friend bool operator==(const Transition&, const Transition&) = default;
};

// What the system says of antivirus protection as a whole.
enum class Protection { on, off, notKnown };
[[nodiscard]] std::string_view toString(Protection protection);
[[nodiscard]] std::optional<Protection> protectionFromString(std::string_view word);

struct ProtectionReading {
    Protection protection = Protection::notKnown;
    Moment moment;

    friend bool operator==(const ProtectionReading&, const ProtectionReading&) = default;
};

// How long nothing protected. Between two readings nobody looked: the gap lasted at least `least` and at most `most`.
struct ProtectionGap {
    enum class State {
        none,       // every reading says that something protects
        open,       // the newest reading says that nothing does
        closed,     // there was one
        notKnown,   // no reading could tell
    };
    State state = State::notKnown;
    std::chrono::seconds least{0};
    std::chrono::seconds most{0};
    bool partlyUnknown = false;     // some of the time could not be told, and is in neither number
    std::optional<Instant> since;   // the first reading without protection, by the clock of then
};
[[nodiscard]] std::string_view toString(ProtectionGap::State state);
[[nodiscard]] ProtectionGap gapOf(const std::vector<ProtectionReading>& readings, const Moment& now);

enum class Ending {
    finished,    // every step is settled
    abandoned,   // the person ended it before
};
[[nodiscard]] std::string_view toString(Ending ending);
[[nodiscard]] std::optional<Ending> endingFromString(std::string_view word);

struct UndoData {
    std::string step;
    Moment moment;
    std::string data;   // the runner's own

    friend bool operator==(const UndoData&, const UndoData&) = default;
};

// What the person answered or waived, in stable words: "passwordsExported" → "waived".
struct Answer {
    std::string question;
    std::string answer;
    Moment moment;

    friend bool operator==(const Answer&, const Answer&) = default;
};

struct MigrationRecord {
    std::int64_t id = 0;
    RemovalPlan plan;
    std::string digest;   // of the plan, as the person approved it
    Moment approved;
    std::string before;                    // the check it started from (offramp.check/1)
    std::vector<Transition> transitions;   // in the order they happened, whatever the clock said
    std::vector<UndoData> undo;
    std::vector<Answer> answers;
    std::vector<ProtectionReading> protection;
    std::string after;   // the newest check that looked again; empty before
    std::optional<Ending> ending;

    friend bool operator==(const MigrationRecord&, const MigrationRecord&) = default;
};

// `waiting` when nothing happened to it.
[[nodiscard]] StepState stateOf(const MigrationRecord& record, std::string_view step);
[[nodiscard]] const Transition* newestOf(const MigrationRecord& record, std::string_view step);
// The first step that is not settled; none when all are.
[[nodiscard]] const Step* nextStep(const MigrationRecord& record);
// Undo data of a step, newest last.
[[nodiscard]] std::vector<UndoData> undoOf(const MigrationRecord& record, std::string_view step);

}   // namespace offramp
