// Where a window may stand, so that a person can see it and take hold of it.
#pragma once

#include <QList>
#include <QRect>

class QWidget;

namespace offramp::ui {

// `wanted` if enough of its upper edge, where it is dragged, lies on one of `screens` (their usable areas) and it is
// not larger than all of them; else moved, and made smaller if need be, onto the first one. Unchanged when there is
// none.
[[nodiscard]] QRect visiblePlace(const QRect& wanted, const QList<QRect>& screens);

// Now, and whenever a screen goes away or shrinks.
void keepVisible(QWidget& window);

}   // namespace offramp::ui
