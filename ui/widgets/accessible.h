// Roles for widgets that Qt cannot guess: our painted ones. Names are set with QWidget::setAccessibleName.
#pragma once

#include <QAccessible>

class QWidget;

namespace offramp::ui {

// Called first in the widget's constructor: Qt settles how it speaks of a widget at the first change of name or text.
// Called again, it changes the role.
void setAccessibleRole(QWidget& widget, QAccessible::Role role);

// Once, before the first window.
void installAccessibility();

}   // namespace offramp::ui
