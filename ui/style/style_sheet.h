// The few stock widgets we use take colours and frames from a style sheet built from the tokens. Everything else paints
// itself: a style sheet on the whole application would be parsed and matched for each widget while the window opens.
#pragma once

#include <QString>

namespace offramp::ui {

[[nodiscard]] QString menuStyleSheet();
// A field to type into, as high as a button.
[[nodiscard]] QString fieldStyleSheet();

}   // namespace offramp::ui
