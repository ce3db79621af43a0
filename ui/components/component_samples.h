// The samples of the component sheet, grouped as the design groups them.
#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace offramp::ui {

struct ComponentLine {
    QString name;
    QList<QWidget*> samples;   // without a parent yet
};

struct ComponentGroup {
    QString title;
    QList<ComponentLine> lines;
};

// New widgets at each call; whoever calls puts them into a layout.
[[nodiscard]] QList<ComponentGroup> componentSamples();

}   // namespace offramp::ui
