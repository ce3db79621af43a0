// The answer of the Overview for whoever helps: as plain text, and as a page to print or to send. In the language of
// the window.
#pragma once

#include "pages/overview/overview_model.h"

namespace offramp::ui {

// For a mail.
[[nodiscard]] QString summaryText(const OverviewModel& model);

// One HTML file that loads nothing: which computer, what was found and where each product stands, why with the sources,
// and what was checked. `model` is of `result`.
[[nodiscard]] QString summaryPage(const OverviewModel& model, const CheckResult& result);

}   // namespace offramp::ui
