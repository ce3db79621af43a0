// The reader's language, for a report's page.
#pragma once

#include "report/page_language.h"

namespace offramp::ui {

[[nodiscard]] PageLanguage pageLanguage();

}   // namespace offramp::ui
