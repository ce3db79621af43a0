// The rule that scripted facts and checks are about.
#pragma once

#include "base/calendar.h"
#include "base/reason.h"

namespace offramp::ui {

inline Day day(int year, unsigned month, unsigned dayOfMonth)
{
    return Day{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(dayOfMonth)};
}

inline const Day updatesEnded = day(2024, 9, 29);

inline SourceLink rule()
{
    return SourceLink{"https://www.federalregister.gov/documents/2024/06/24/2024-13532", "Final Determination",
                      "89 FR 52434", Verification::read};
}

}   // namespace offramp::ui
