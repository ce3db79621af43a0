#include "layout_check.h"

#include "widgets/label.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>

namespace offramp::ui {

namespace {

QString nameOf(const QWidget& widget)
{
    QString text = widget.accessibleName();
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        text = label->text();
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget);
               button != nullptr && text.isEmpty()) {
        text = button->text();
    }
    return QStringLiteral("%1 \"%2\" (%3x%4)")
        .arg(QString::fromLatin1(widget.metaObject()->className()), text.left(60))
        .arg(widget.width())
        .arg(widget.height());
}

// Lies over the others on purpose and takes no clicks: the focus ring, a fading page.
bool isOverlay(const QWidget& widget)
{
    return widget.testAttribute(Qt::WA_TransparentForMouseEvents) && widget.layout() == nullptr
           && qobject_cast<const QLabel*>(&widget) == nullptr && widget.accessibleName().isEmpty()
           && widget.sizeHint() == QSize(-1, -1);
}

class Check {
public:
    explicit Check(const QWidget& window) : m_window(window) {}

    QStringList run()
    {
        look(m_window);
        return m_problems;
    }

private:
    void say(const QWidget& widget, const QString& what)
    {
        m_problems.append(nameOf(widget) + QStringLiteral(": ") + what);
    }

    void look(const QWidget& widget)
    {
        QList<const QWidget*> children;
        for (const QObject* object : widget.children()) {
            const auto* child = qobject_cast<const QWidget*>(object);
            if (child != nullptr && child->isVisible() && !child->isWindow() && !isOverlay(*child)) {
                children.append(child);
            }
        }
        for (const QWidget* child : children) {
            room(*child);
            inside(*child, widget);
            look(*child);
        }
        if (qobject_cast<const QAbstractScrollArea*>(&widget) != nullptr) {
            return;   // its viewport and its bars share the place as Qt lays them out
        }
        for (qsizetype i = 0; i < children.size(); ++i) {
            for (qsizetype j = i + 1; j < children.size(); ++j) {
                const QRect shared = children[i]->geometry() & children[j]->geometry();
                if (!shared.isEmpty()) {
                    say(*children[i], QStringLiteral("overlaps %1 by %2x%3")
                                          .arg(nameOf(*children[j]))
                                          .arg(shared.width())
                                          .arg(shared.height()));
                }
            }
        }
    }

    // As large as it says it must be.
    void room(const QWidget& widget)
    {
        const QSize least = widget.minimumSizeHint();
        if (qobject_cast<const QAbstractScrollArea*>(&widget) != nullptr
            || qobject_cast<const QScrollBar*>(&widget) != nullptr || widget.parentWidget() == nullptr) {
            return;
        }
        if (widget.width() < least.width()) {
            say(widget, QStringLiteral("needs a width of %1").arg(least.width()));
        }
        int high = least.height();
        if (widget.hasHeightForWidth()) {
            high = widget.layout() != nullptr ? widget.layout()->minimumHeightForWidth(widget.width())
                                              : widget.heightForWidth(widget.width());
        }
        if (widget.height() < high && !scrolls(widget)) {
            say(widget, QStringLiteral("needs a height of %1").arg(high));
        }
    }

    // The page behind a scroll area's viewport may be higher than it.
    static bool scrolls(const QWidget& widget)
    {
        const auto* area = qobject_cast<const QAbstractScrollArea*>(
            widget.parentWidget() != nullptr ? widget.parentWidget()->parentWidget() : nullptr);
        return (area != nullptr && area->viewport() == widget.parentWidget())
               || qobject_cast<const QAbstractScrollArea*>(widget.parentWidget()) != nullptr;
    }

    void inside(const QWidget& child, const QWidget& parent)
    {
        const QRect place = child.geometry();
        if (place.left() < 0 || place.right() > parent.width() - 1) {
            say(child, QStringLiteral("reaches %1 px beyond %2")
                           .arg(std::max(-place.left(), place.right() - parent.width() + 1))
                           .arg(nameOf(parent)));
        }
        if (!scrolls(child) && (place.top() < 0 || place.bottom() > parent.height() - 1)) {
            say(child, QStringLiteral("reaches %1 px below or above %2")
                           .arg(std::max(-place.top(), place.bottom() - parent.height() + 1))
                           .arg(nameOf(parent)));
        }
    }

    const QWidget& m_window;
    QStringList m_problems;
};

}   // namespace

QStringList layoutProblems(QWidget& window)
{
    return Check(window).run();
}

}   // namespace offramp::ui
