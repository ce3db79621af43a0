// PageState: what every page shows from. Values only, no widgets.
#pragma once

#include "base/clock.h"
#include "session/session.h"

#include <optional>

namespace offramp::ui {

// No check could start: there are no facts, or no machine to look at.
enum class Missing { facts, machine };

struct StartFailure {
    Missing missing = Missing::facts;
    Error problem;
};

struct PageState {
    SessionState session;
    const Catalog* catalog = nullptr;   // null before the facts are there
    Person person = Person::us;
    bool asksForPerson = false;   // the person never said for whom the rules are; `person` is a guess
    Instant now{};                // the clock's time, for "today"
    std::optional<StartFailure> failure;
    bool unfinishedRemoval = false;   // one was approved and waits to go on

    [[nodiscard]] const CheckResult* result() const { return session.result.get(); }
};

}   // namespace offramp::ui
