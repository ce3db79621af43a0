// The picked event: what was decided, whom it binds, how it is cited, where it was read and how sure that is.
#pragma once

#include "pages/timeline/timeline_model.h"

class QWidget;

namespace offramp::ui {

[[nodiscard]] QWidget* makeEventDetail(const TimelineDetail& detail);

}   // namespace offramp::ui
