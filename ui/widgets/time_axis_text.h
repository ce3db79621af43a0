// What the layout and the painting of TimeAxis share.
#pragma once

#include "style/theme.h"

#include <QFont>

namespace offramp::ui {

inline constexpr double axisEdge = 8;   // of the axis from the widget's sides

[[nodiscard]] QFont axisFont(bool strong);
[[nodiscard]] QFont axisLabelFont(bool picked);   // of an event's title

[[nodiscard]] inline double axisLineHeight()
{
    return Theme::instance().lineHeight(Type::caption);
}

}   // namespace offramp::ui
