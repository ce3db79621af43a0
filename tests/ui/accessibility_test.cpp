// What a screen reader and a keyboard meet, on every page in every state.
#include "every_page.h"
#include "pages/removal/removal_page.h"
#include "style/theme.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/nav_item.h"
#include "widgets/nav_rail.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QKeyEvent>
#include <catch2/catch.hpp>
#include <set>

using namespace offramp;
using namespace offramp::ui;

namespace {

void press(QWidget* widget, int key)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier);
    QApplication::sendEvent(widget, &up);
    QApplication::processEvents();
}

// Everything a screen reader can come to in that window, hidden things left out.
void spoken(QAccessibleInterface* item, std::vector<QAccessibleInterface*>& all)
{
    const auto* widget = qobject_cast<const QWidget*>(item->object());
    if (item->state().invisible || (widget != nullptr && !widget->isVisible())) {
        return;
    }
    all.push_back(item);
    for (int i = 0; i < item->childCount(); ++i) {
        if (QAccessibleInterface* child = item->child(i)) {
            spoken(child, all);
        }
    }
}

std::vector<QAccessibleInterface*> spokenIn(QWidget& window)
{
    std::vector<QAccessibleInterface*> all;
    spoken(QAccessible::queryAccessibleInterface(&window), all);
    return all;
}

std::string describe(QAccessibleInterface* item)
{
    const QObject* object = item->object();
    return std::string(object != nullptr ? object->metaObject()->className() : "?") + " \""
           + (object != nullptr ? object->objectName().toStdString() : "") + "\" \""
           + item->text(QAccessible::Name).toStdString() + "\"";
}

bool saysNothing(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::NoRole:
    case QAccessible::Client:
    case QAccessible::Pane:
    case QAccessible::Grouping:
    case QAccessible::Border:
    case QAccessible::Whitespace: return true;
    default: return false;
    }
}

bool isPressed(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::RadioButton:
    case QAccessible::CheckBox:
    case QAccessible::ButtonMenu:
    case QAccessible::PageTab:
    case QAccessible::Link: return true;
    default: return false;
    }
}

bool takesTab(const QWidget& widget)
{
    // A part that hands the keyboard on, as the line inside of a date, is no stop of its own.
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0
           && widget.focusProxy() == nullptr;
}

// What Tab comes to, from the start of the window until it is there again.
QList<QWidget*> tabStops(QWidget& window)
{
    window.activateWindow();
    window.setFocus(Qt::OtherFocusReason);
    QApplication::processEvents();
    QList<QWidget*> stops;
    QWidget* at = &window;
    for (int i = 0; i < 2000; ++i) {
        press(at, Qt::Key_Tab);
        QWidget* next = QApplication::focusWidget();
        if (next == at) {
            continue;   // Tab goes through the month, day and year of a date
        }
        if (next == nullptr || next == &window || stops.contains(next)) {
            break;
        }
        stops.append(next);
        at = next;
    }
    return stops;
}

// One stop stands for a group that arrow keys move in.
bool arrowsReach(const QWidget& widget, const QList<QWidget*>& stops)
{
    QAccessibleInterface* item = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(&widget));
    const QAccessible::Role role = item->role();
    const bool inGroup =
        role == QAccessible::RadioButton || role == QAccessible::PageTab || role == QAccessible::ListItem;
    return inGroup && std::any_of(stops.begin(), stops.end(), [&](QWidget* stop) {
               return stop->parentWidget() == widget.parentWidget()
                      && QAccessible::queryAccessibleInterface(stop)->role() == role;
           });
}

struct Mirrored {
    Mirrored() { QApplication::setLayoutDirection(Qt::RightToLeft); }
    ~Mirrored() { QApplication::setLayoutDirection(Qt::LeftToRight); }
    Q_DISABLE_COPY_MOVE(Mirrored)
};

}   // namespace

TEST_CASE("everything a screen reader comes to says what it is, and every picture has its sentence")
{
    onEveryPage(QSize(960, 680), [](MainWindow& window, const std::string& where) {
        bool heading = false;
        for (QAccessibleInterface* item : spokenIn(window)) {
            INFO(where << ": " << describe(item));
            const QAccessible::Role role = item->role();
            const QString name = item->text(QAccessible::Name);
            heading = heading || role == QAccessible::Heading;
            const auto* widget = qobject_cast<const QWidget*>(item->object());
            if (widget != nullptr && takesTab(*widget) && widget != &window) {
                CHECK_FALSE(name.trimmed().isEmpty());
                CHECK_FALSE(saysNothing(role));
                CHECK(item->state().focusable);
            }
            if (role == QAccessible::Graphic || role == QAccessible::StaticText || role == QAccessible::Heading
                || role == QAccessible::ListItem || role == QAccessible::ProgressBar || isPressed(role)) {
                CHECK_FALSE(name.trimmed().isEmpty());
            }
            if (isPressed(role)) {
                REQUIRE(item->actionInterface() != nullptr);
                const QStringList actions = item->actionInterface()->actionNames();
                CHECK(item->state().disabled != !actions.isEmpty());
                // Of a tick box Qt tells where its mark is, not what can be pressed.
                CHECK((widget != nullptr ? widget->height() : item->rect().height()) >= 32);
            }
            if (const auto* button = qobject_cast<const QAbstractButton*>(item->object());
                button != nullptr && button->isCheckable()) {
                CHECK((item->state().checked || item->state().selected || item->state().expanded)
                      == button->isChecked());
            }
            if (role == QAccessible::ListItem) {
                CHECK(item->parent()->role() == QAccessible::List);
            }
        }
        INFO(where);
        CHECK(heading);
    });
}

TEST_CASE("Tab begins at the rail, meets the primary button before the others, and arrows reach the rest", "[sweep]")
{
    onEveryPage(QSize(960, 680), [](MainWindow& window, const std::string& where) {
        INFO(where);
        const QList<QWidget*> stops = tabStops(window);
        REQUIRE_FALSE(stops.isEmpty());
        const bool hasRail = where.find("removal-") != 0;   // the guided removal takes the whole window
        CHECK((qobject_cast<NavItem*>(stops.first()) != nullptr) == hasRail);
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (takesTab(*widget)) {
                INFO(widget->metaObject()->className()
                     << " " << widget->objectName().toStdString() << " " << widget->accessibleName().toStdString());
                CHECK((stops.contains(widget) || arrowsReach(*widget, stops)));
            }
        }
        qsizetype primary = -1;
        qsizetype secondary = -1;
        for (qsizetype i = 0; i < stops.size(); ++i) {
            if (const auto* button = qobject_cast<const Button*>(stops[i])) {
                qsizetype& first = button->kind() == ButtonKind::primary ? primary : secondary;
                first = first < 0 && button->kind() != ButtonKind::quiet ? i : first;
            }
        }
        if (primary >= 0 && secondary >= 0 && where.find("overview") != std::string::npos) {
            CHECK(primary < secondary);
        }
    });
}

TEST_CASE("Tab goes down the guided removal's page, and only then to the buttons below it")
{
    const std::vector<NamedState> states = allScriptedStates();
    Everyday everyday;
    for (const Scene& scene : allScenes()) {
        if (std::string(scene.name).find("removal-") != 0) {
            continue;
        }
        ScriptedWindow shown(scene, scriptedState(states, scene.state), everyday);
        INFO(scene.name);
        const ScrollPage* scrolls = nullptr;
        bool buttonsBelow = false;
        for (const auto* page : shown.window.findChildren<RemovalPage*>()) {
            if (page->isVisible()) {
                scrolls = page->findChild<ScrollPage*>();
                const WizardFrame& frame = page->frame();
                buttonsBelow =
                    (frame.leading && frame.leading->enabled)
                    || std::any_of(frame.buttons.begin(), frame.buttons.end(), [](auto& each) { return each.enabled; });
            }
        }
        REQUIRE(scrolls != nullptr);
        const QList<QWidget*> stops = tabStops(shown.window);
        bool below = false;
        QRect last;
        for (QWidget* stop : stops) {
            INFO(stop->objectName().toStdString());
            const bool inPage = scrolls->isAncestorOf(stop);
            CHECK_FALSE((below && inPage));
            below = below || !inPage;
            // In one column it only goes down.
            const QRect place(stop->mapTo(&shown.window, QPoint(0, 0)), stop->size());
            const bool sameColumn = place.left() <= last.right() && last.left() <= place.right();
            CHECK_FALSE((inPage && sameColumn && place.top() < last.top()));
            last = place;
        }
        CHECK(below == buttonsBelow);
    }
}

TEST_CASE("Escape leads to the Overview and changes nothing else", "[sweep]")
{
    onEveryPage(QSize(960, 680), [](MainWindow& window, const std::string& where) {
        INFO(where);
        press(&window, Qt::Key_Escape);
        press(&window, Qt::Key_Escape);
        settle();
        CHECK(window.isVisible());
        // A step that runs is not left alone.
        const bool works = where.find("removal-remove") == 0 && window.currentPage() == PageId::switchSafely;
        CHECK((works || window.currentPage() == PageId::overview));
    });
}

TEST_CASE("right to left, every page is the mirror image of itself", "[sweep]")
{
    struct Placed {
        QString text;
        int left, right;
    };
    const auto places = [](const SessionState& state, PageId page) {
        ScriptedWindow shown(state);
        shown.window.showPage(page);
        settle();
        std::vector<Placed> all;
        for (const QWidget* widget : shown.window.findChildren<QWidget*>()) {
            const bool words = qobject_cast<const Label*>(widget) != nullptr
                               || qobject_cast<const QAbstractButton*>(widget) != nullptr;
            if (words && widget->isVisible()) {
                const int left = widget->mapTo(&shown.window, QPoint(0, 0)).x();
                all.push_back({widget->accessibleName(), left, shown.window.width() - left - widget->width()});
            }
        }
        return all;
    };
    for (const NamedState& each : allScriptedStates()) {
        for (const PageEntry& page : allPages()) {
            INFO(each.name << ", " << page.word);
            const std::vector<Placed> plain = places(each.state, page.id);
            const Mirrored mirrored;
            const std::vector<Placed> turned = places(each.state, page.id);
            REQUIRE(plain.size() == turned.size());
            for (std::size_t i = 0; i < plain.size(); ++i) {
                INFO(plain[i].text.toStdString()
                     << " at " << plain[i].left << ", mirrored at the right " << turned[i].right);
                CHECK(std::abs(plain[i].left - turned[i].right) <= 2);
            }
        }
    }
}
