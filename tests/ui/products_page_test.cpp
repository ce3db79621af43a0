// The Products page and the Timeline in the window: opening, asking why, choosing who one is, picking with the keys.
#include "bridge/session_bridge.h"
#include "scripted_results.h"
#include "scripted_session.h"
#include "shell/app_settings.h"
#include "shell/main_window.h"
#include "widgets/disclosure_card.h"
#include "widgets/elided_path.h"
#include "widgets/label.h"
#include "widgets/pick_list.h"
#include "widgets/segments.h"
#include "widgets/time_axis.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMouseEvent>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::ui;

namespace {

void settle()
{
    for (int i = 0; i < 6; ++i) {
        QApplication::processEvents();
    }
}

struct Shown {
    explicit Shown(CheckResult result, PageId page, QSize size = QSize(960, 680))
    {
        window.resize(size);
        session.finish(std::move(result));
        window.attach(bridge);
        window.show();
        window.activateWindow();
        window.showPage(page);
        settle();
    }

    ScriptedSession session{scriptedCatalog()};
    SessionBridge bridge{session};
    AppSettings settings{Memory::forgets};
    MainWindow window{PageContext{settings}};
};

template <class Widget = QWidget> Widget* find(QWidget& window, const char* name)
{
    for (Widget* each : window.findChildren<Widget*>(QString::fromLatin1(name))) {
        if (each->isVisible()) {
            return each;
        }
    }
    return nullptr;
}

void click(QWidget& window, const char* name)
{
    auto* button = find<QAbstractButton>(window, name);
    REQUIRE(button != nullptr);
    button->click();
    settle();
}

void press(QWidget* widget, int key)
{
    REQUIRE(widget != nullptr);
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(widget, &down);
    settle();
}

bool hasText(QWidget& window, const char* text)
{
    for (const ElidedPath* path : window.findChildren<ElidedPath*>()) {
        if (path->isVisible() && path->accessibleName().contains(QString::fromUtf8(text))) {
            return true;
        }
    }
    for (const Label* label : window.findChildren<Label*>()) {
        if (label->isVisible() && label->text().contains(QString::fromUtf8(text))) {
            return true;
        }
    }
    return false;
}

}   // namespace

TEST_CASE("the product the answer is about is open, the others open with Enter and say that they did")
{
    Shown shown(affectedResult(), PageId::products);
    CHECK(find<DisclosureCard>(shown.window, "kaspersky-plus#0")->isOpen());
    auto* vpn = find<DisclosureCard>(shown.window, "kaspersky-vpn#1");
    REQUIRE(vpn != nullptr);
    CHECK_FALSE(vpn->isOpen());
    CHECK_FALSE(hasText(*vpn, "What we found"));
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(vpn->head());
    CHECK(spoken->text(QAccessible::Description) == QStringLiteral("folded"));
    CHECK(spoken->role() == QAccessible::Button);
    press(vpn->head(), Qt::Key_Return);
    CHECK(vpn->isOpen());
    CHECK(hasText(*vpn, "What we found"));
    CHECK(spoken->text(QAccessible::Description) == QStringLiteral("open"));
}

TEST_CASE("what a person opened or closed stays so when the answer changes, and the keyboard stays where it was")
{
    Shown shown(affectedResult(), PageId::products);
    click(shown.window, "head-kaspersky-plus#0");
    click(shown.window, "head-kaspersky-vpn#1");
    find(shown.window, "head-kaspersky-vpn#1")->setFocus();
    shown.session.finish(affectedResult());
    settle();
    CHECK_FALSE(find<DisclosureCard>(shown.window, "kaspersky-plus#0")->isOpen());
    CHECK(find<DisclosureCard>(shown.window, "kaspersky-vpn#1")->isOpen());
    CHECK(QApplication::focusWidget() == find(shown.window, "head-kaspersky-vpn#1"));
}

TEST_CASE("\"Why?\" beside a verdict of the Overview opens that product at its reasons")
{
    Shown shown(affectedResult(), PageId::overview);
    click(shown.window, "why-kaspersky-password-manager#2");
    auto* card = find<DisclosureCard>(shown.window, "kaspersky-password-manager#2");
    REQUIRE(card != nullptr);
    CHECK(card->isOpen());
    CHECK(hasText(*card, "No text we read names this product"));
    CHECK(QApplication::focusWidget() == card->head());
    CHECK_FALSE(card->visibleRegion().isEmpty());
}

TEST_CASE("more reasons and more traces unfold, and what is known of a product can be copied")
{
    Shown shown(affectedResult(), PageId::products);
    CHECK_FALSE(hasText(shown.window, "Using it is not an offense"));
    click(shown.window, "moreReasons");
    CHECK(hasText(shown.window, "Using it is not an offense"));
    click(shown.window, "copy");
    CHECK(QApplication::clipboard()->text().contains(QLatin1String("Kaspersky Plus: Updates ended")));
    CHECK(QApplication::clipboard()->text().contains(QLatin1String("89 FR 52434")));
}

TEST_CASE("a long path loses its middle, never its text")
{
    Shown shown(affectedResult(), PageId::products, QSize(760, 560));
    ElidedPath* longest = nullptr;
    for (ElidedPath* path : shown.window.findChildren<ElidedPath*>()) {
        if (longest == nullptr || path->toolTip().size() > longest->toolTip().size()) {
            longest = path;
        }
    }
    REQUIRE(longest != nullptr);
    CHECK(longest->shownText().contains(QChar(0x2026)));
    CHECK(longest->shownText().startsWith(QLatin1String("HKLM")));
    CHECK(longest->shownText().endsWith(u'}'));
    CHECK(longest->accessibleName() == longest->toolTip());
}

TEST_CASE("a computer without a product says so and where was looked")
{
    Shown shown(cleanResult(), PageId::products);
    CHECK(hasText(shown.window, "No Kaspersky and no UltraAV was found"));
    CHECK(hasText(shown.window, "Root certificates: Read in part."));
}

TEST_CASE("arrow keys choose who one is, the session judges again, and the keyboard stays there")
{
    Shown shown(affectedResult(), PageId::timeline);
    auto* people = find<Segments>(shown.window, "people");
    REQUIRE(people != nullptr);
    CHECK(people->current() == 0);
    CHECK(hasText(shown.window, "Applies to you") == false);   // it is a pill, not a label
    auto* first = find<QAbstractButton>(shown.window, "segment0");
    first->setFocus();
    press(first, Qt::Key_Right);
    CHECK(shown.session.person() == Person::federal);
    people = find<Segments>(shown.window, "people");
    CHECK(people->current() == 1);
    CHECK(QApplication::focusWidget() == find(shown.window, "segment1"));
    CHECK(find<PickRow>(shown.window, "pick-us-dhs-bod-17-01") != nullptr);
    press(QApplication::focusWidget(), Qt::Key_Left);
    press(QApplication::focusWidget(), Qt::Key_Left);
    CHECK(shown.session.person() == Person::other);
    CHECK(find<PickRow>(shown.window, "pick-us-dhs-bod-17-01") == nullptr);
}

TEST_CASE("the list is one stop of the keyboard; arrows pick the event, the axis and the text follow")
{
    Shown shown(affectedResult(), PageId::timeline);
    auto* list = find<PickList>(shown.window, "events");
    auto* axis = find<TimeAxis>(shown.window, "axis");
    REQUIRE(list != nullptr);
    REQUIRE(axis != nullptr);
    CHECK(list->picked() == QStringLiteral("us-bis-updates-ksn-ban"));
    CHECK(axis->picked() == list->picked());
    int stops = 0;
    for (const PickRow* row : list->findChildren<PickRow*>()) {
        stops += (row->focusPolicy() & Qt::TabFocus) != 0 ? 1 : 0;
    }
    CHECK(stops == 1);
    CHECK((axis->focusPolicy() & Qt::TabFocus) == 0);
    PickRow* picked = list->row(list->picked());
    picked->setFocus();
    press(picked, Qt::Key_Up);
    CHECK(list->picked() == QStringLiteral("updated"));
    CHECK(QApplication::focusWidget() == list->row(QStringLiteral("updated")));
    CHECK(hasText(shown.window, "last updated its databases"));
    press(QApplication::focusWidget(), Qt::Key_Left);
    CHECK(axis->picked() == QStringLiteral("kl-ultraav"));
    CHECK(hasText(shown.window, "Kaspersky replaces itself with UltraAV"));
    press(QApplication::focusWidget(), Qt::Key_End);
    CHECK(list->picked() == QStringLiteral("today"));
    press(QApplication::focusWidget(), Qt::Key_Home);
    CHECK(list->picked() == QStringLiteral("installed"));
}

TEST_CASE("a screen reader reads the list and passes over the drawn axis")
{
    Shown shown(affectedResult(), PageId::timeline);
    QAccessibleInterface* axis = QAccessible::queryAccessibleInterface(find(shown.window, "axis"));
    CHECK(axis->text(QAccessible::Name).isEmpty());
    CHECK(QAccessible::queryAccessibleInterface(find(shown.window, "events"))->role() == QAccessible::List);
    auto* row = find<PickRow>(shown.window, "pick-us-bis-updates-ksn-ban");
    QAccessibleInterface* item = QAccessible::queryAccessibleInterface(row);
    CHECK(item->role() == QAccessible::ListItem);
    CHECK(item->state().selected);
    CHECK(item->text(QAccessible::Name).contains(QLatin1String("September 29, 2024")));
}

TEST_CASE("a press on the drawn axis picks the event in the list")
{
    Shown shown(affectedResult(), PageId::timeline);
    auto* axis = find<TimeAxis>(shown.window, "axis");
    const TimeAxisLayout layout = axis->layoutFor(axis->width());
    const QPointF place(layout.marks.first(), layout.axis);
    QMouseEvent down(QEvent::MouseButtonPress, place, axis->mapToGlobal(place), Qt::LeftButton, Qt::LeftButton,
                     Qt::NoModifier);
    QApplication::sendEvent(axis, &down);
    settle();
    CHECK(find<PickList>(shown.window, "events")->picked() == QStringLiteral("us-announced"));
    CHECK(hasText(shown.window, "U.S. announces the Kaspersky ban"));
}

TEST_CASE("a source that is not official is shown and copied, and only when it is asked for")
{
    Shown shown(affectedResult(), PageId::timeline);
    QApplication::clipboard()->clear();
    CHECK(hasText(shown.window, "https://example.org/report"));
    click(shown.window, "source");
    CHECK(QApplication::clipboard()->text() == QStringLiteral("https://example.org/report"));
    click(shown.window, "copyCitation");
    CHECK(QApplication::clipboard()->text() == QStringLiteral("89 FR 52434, issued under 15 CFR 7.109"));
    CHECK_FALSE(hasText(shown.window, "https://example.org/other"));
    click(shown.window, "moreSources");
    CHECK(hasText(shown.window, "https://example.org/other"));
}

TEST_CASE("progress of a new check does not disturb who is reading the timeline")
{
    Shown shown(affectedResult(), PageId::timeline);
    auto* list = find<PickList>(shown.window, "events");
    list->choose(QStringLiteral("kl-exit"));
    settle();
    SessionState running = shown.session.state();
    running.phase = CheckPhase::running;
    shown.session.show(running);
    settle();
    CHECK(find<PickList>(shown.window, "events") == list);
    CHECK(list->picked() == QStringLiteral("kl-exit"));
}
