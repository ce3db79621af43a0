#include "widgets/accessible.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QLabel>
#include <QVariant>

namespace offramp::ui {

namespace {

constexpr const char* roleProperty = "accessibleRole";

// A widget with the role it was given. A button among them can be pressed and says whether it is the current one.
class RoleWidget final : public QAccessibleWidget {
public:
    explicit RoleWidget(QWidget* widget) : QAccessibleWidget(widget) {}

    QAccessible::Role role() const override
    {
        return static_cast<QAccessible::Role>(widget()->property(roleProperty).toInt());
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
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    if (object == nullptr || !object->isWidgetType()) {
        return nullptr;
    }
    const QVariant role = object->property(roleProperty);
    return role.isValid() ? new RoleWidget(static_cast<QWidget*>(object)) : nullptr;
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
