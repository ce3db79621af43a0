#include "shell/page_text.h"

#include <QAccessible>
#include <QStringList>
#include <QWidget>

namespace offramp::ui {

namespace {

void read(QAccessibleInterface* item, QStringList& lines)
{
    const QObject* object = item->object();
    const auto* widget = qobject_cast<const QWidget*>(object);
    if (widget != nullptr && !widget->isVisible()) {
        return;
    }
    const QString name = item->text(QAccessible::Name).simplified();
    if (!name.isEmpty()) {
        lines.append(name);
    }
    for (int i = 0; i < item->childCount(); ++i) {
        if (QAccessibleInterface* child = item->child(i)) {
            read(child, lines);
        }
    }
}

}   // namespace

QString pageText(QWidget& window)
{
    QStringList lines;
    if (QAccessibleInterface* top = QAccessible::queryAccessibleInterface(&window)) {
        read(top, lines);
    }
    return lines.join(u'\n') + u'\n';
}

}   // namespace offramp::ui
