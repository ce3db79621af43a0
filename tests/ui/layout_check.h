// What is cut, too narrow or overlapping in a window, told from its layout and not from pixels: the same with every
// font, language and size.
#pragma once

#include <QStringList>

class QWidget;

namespace offramp::ui {

// One sentence for each problem among the visible parts of `window`.
[[nodiscard]] QStringList layoutProblems(QWidget& window);

}   // namespace offramp::ui
