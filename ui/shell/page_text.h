// What a screen reader would read of a window, in its order, as lines of text.
#pragma once

#include <QString>

class QWidget;

namespace offramp::ui {

[[nodiscard]] QString pageText(QWidget& window);

}   // namespace offramp::ui
