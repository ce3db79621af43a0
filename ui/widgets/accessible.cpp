#include "widgets/accessible.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QLabel>
#include <QVariant>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr const char* roleProperty = "accessibleRole";

// A widget with the role it was given. A button among them can be pressed and says whether it is the current one.
class RoleWidget final : public QAccessibleWidget {
public:
    explicit RoleWidget(QWidget* widget) : QAccessibleWidget(widget) {}

    QAccessible::Role role() const override
    {
        const QVariant given = widget()->property(roleProperty);
        const bool plain = !given.isValid() || given.toInt() == QAccessible::Grouping;
        if (plain && holdsItems()) {
            return QAccessible::List;
        }
        return given.isValid() ? static_cast<QAccessible::Role>(given.toInt()) : QAccessibleWidget::role();
    }

    QString text(QAccessible::Text kind) const override
    {
        const QString text = QAccessibleWidget::text(kind);
        const auto* label = qobject_cast<const QLabel*>(widget());
        return kind == QAccessible::Name && text.isEmpty() && label != nullptr ? label->text() : text;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        // A picture without a sentence only repeats what stands beside it, and a text may be empty for now.
        const QAccessible::Role is = role();
        if ((is == QAccessible::Graphic || is == QAccessible::StaticText) && text(QAccessible::Name).isEmpty()) {
            state.invisible = true;
        }
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget())) {
            state.selectable = button->isCheckable();
            state.selected = button->isChecked();
        }
        return state;
    }

    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (qobject_cast<const QAbstractButton*>(widget()) != nullptr && widget()->isEnabled()) {
            names.prepend(pressAction());
        }
        return names;
    }

    void doAction(const QString& name) override
    {
        if (auto* button = qobject_cast<QAbstractButton*>(widget()); button != nullptr && name == pressAction()) {
            button->click();
            return;
        }
        QAccessibleWidget::doAction(name);
    }

private:
    bool holdsItems() const
    {
        const QObjectList& children = widget()->children();
        return std::any_of(children.begin(), children.end(), [](const QObject* child) {
            return child->property(roleProperty).toInt() == QAccessible::ListItem;
        });
    }
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    if (object == nullptr || !object->isWidgetType()) {
        return nullptr;
    }
    // A plain widget only holds others, but what holds list items is a list.
    const bool ours = object->property(roleProperty).isValid() || object->metaObject() == &QWidget::staticMetaObject;
    return ours ? new RoleWidget(static_cast<QWidget*>(object)) : nullptr;
}

}   // namespace

void setAccessibleRole(QWidget& widget, QAccessible::Role role)
{
    widget.setProperty(roleProperty, static_cast<int>(role));
}

void installAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

}   // namespace offramp::ui
