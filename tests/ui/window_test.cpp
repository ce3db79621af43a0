// The window in every state: nothing cut, everything named, everything reachable with the keyboard.
#include "bridge/session_bridge.h"
#include "layout_check.h"
#include "pages/overview/overview_page.h"
#include "scripted_results.h"
#include "scripted_session.h"
#include "shell/main_window.h"
#include "shell/page_registry.h"
#include "style/theme.h"
#include "widgets/coverage_mark.h"
#include "widgets/label.h"
#include "widgets/nav_item.h"
#include "widgets/nav_rail.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QKeyEvent>
#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <thread>

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
    explicit Shown(const SessionState& state, QSize size = QSize(960, 680))
        : bridge(session), window(PageContext{settings})
    {
        window.resize(size);
        session.show(state);
        window.attach(bridge);
        window.show();
        settle();
    }

    ScriptedSession session{scriptedCatalog()};
    SessionBridge bridge;
    AppSettings settings{Memory::forgets};
    MainWindow window;
};

const SessionState& stateNamed(const std::string& name)
{
    static const std::vector<NamedState> all = allScriptedStates();
    for (const NamedState& each : all) {
        if (each.name == name) {
            return each.state;
        }
    }
    FAIL("no state " << name);
    return all.front().state;
}

QWidget* find(QWidget& window, const char* name)
{
    return window.findChild<QWidget*>(QString::fromLatin1(name));
}

void click(QWidget& window, const char* name)
{
    auto* button = qobject_cast<QAbstractButton*>(find(window, name));
    REQUIRE(button != nullptr);
    button->click();
    settle();
}

void press(QWidget* widget, int key)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier);
    QApplication::sendEvent(widget, &up);
    settle();
}

bool hasText(QWidget& window, const char* text)
{
    for (const Label* label : window.findChildren<Label*>()) {
        if (label->isVisible() && label->text().contains(QString::fromUtf8(text))) {
            return true;
        }
    }
    return false;
}

void expectEverythingNamed(QWidget& window)
{
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool interactive = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0;
        if (!interactive) {
            continue;
        }
        INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString());
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        REQUIRE(spoken != nullptr);
        CHECK_FALSE(spoken->text(QAccessible::Name).isEmpty());
        if (qobject_cast<QAbstractButton*>(widget) != nullptr) {
            CHECK(widget->height() >= 32);
            CHECK(spoken->actionInterface() != nullptr);
        }
    }
}

}   // namespace

TEST_CASE("every control has a name, a size to hit and an action for a screen reader")
{
    for (const NamedState& each : allScriptedStates()) {
        INFO(each.name);
        Shown shown(each.state);
        expectEverythingNamed(shown.window);
        for (const PageId page : {PageId::products, PageId::timeline, PageId::replacements, PageId::history,
                                  PageId::settings, PageId::overview}) {
            shown.window.showPage(page);
            settle();
            expectEverythingNamed(shown.window);
        }
        shown.window.showPage(PageId::why);
        settle();
        expectEverythingNamed(shown.window);
    }
}

TEST_CASE("the keyboard goes through the rail, then the primary button, then the rest of the page")
{
    Shown shown(stateNamed("affected"));
    QList<QWidget*> order;
    QWidget* widget = &shown.window;
    for (int i = 0; i < 4000; ++i) {
        widget = widget->nextInFocusChain();
        if (widget == &shown.window) {
            break;
        }
        if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0) {
            order.append(widget);
        }
    }
    const auto position = [&](const char* name) { return order.indexOf(find(shown.window, name)); };
    // The rail is one stop, on its current page; arrows move inside it.
    REQUIRE(order.size() == 10);
    auto* current = qobject_cast<NavItem*>(order.first());
    REQUIRE(current != nullptr);
    CHECK(current->isChecked());
    const auto primary = position("action0");
    CHECK(primary >= 0);
    CHECK(position("action2") > primary);
    CHECK(position("why") > position("action2"));
    CHECK(position("why-kaspersky-plus#0") > position("why"));
    CHECK(position("seeReplacements") > position("why-kaspersky-password-manager#2"));
    CHECK(position("person") > position("seeReplacements"));
    CHECK(position("checkAgain") > position("person"));
}

TEST_CASE("headings, pages and pictures are announced as what they are")
{
    Shown shown(stateNamed("affected"));
    const auto roleOf = [](QWidget* widget) { return QAccessible::queryAccessibleInterface(widget)->role(); };
    auto* item = shown.window.findChild<NavItem*>();
    REQUIRE(item != nullptr);
    CHECK(roleOf(item) == QAccessible::PageTab);
    CHECK(QAccessible::queryAccessibleInterface(item)->state().selected);
    bool headline = false;
    for (Label* label : shown.window.findChildren<Label*>()) {
        headline = headline
                   || (roleOf(label) == QAccessible::Heading
                       && QAccessible::queryAccessibleInterface(label)
                              ->text(QAccessible::Name)
                              .contains(QLatin1String("no longer")));
    }
    CHECK(headline);
    auto* bar = shown.window.findChild<GapBar*>();
    REQUIRE(bar != nullptr);
    CHECK(roleOf(bar) == QAccessible::Graphic);
    CHECK(bar->accessibleName().contains(QLatin1String("785 days")));
    auto* mark = shown.window.findChild<CoverageMark*>();
    REQUIRE(mark != nullptr);
    CHECK(mark->accessibleName() == QStringLiteral("Antivirus, not confirmed"));
}

TEST_CASE("arrow keys move inside the rail")
{
    Shown shown(stateNamed("affected"));
    const QList<NavItem*> items = shown.window.findChildren<NavItem*>();
    REQUIRE(items.size() == 6);
    items[0]->setFocus();
    press(items[0], Qt::Key_Down);
    CHECK(QApplication::focusWidget() == items[1]);
    press(items[1], Qt::Key_Up);
    press(items[0], Qt::Key_Up);
    CHECK(QApplication::focusWidget() == items[5]);
    press(items[3], Qt::Key_Return);
    CHECK(hasText(shown.window, "Nobody pays to be listed"));
}

TEST_CASE("every button of the overview leads somewhere, and Escape leads back")
{
    Shown shown(stateNamed("affected"));
    click(shown.window, "action0");
    CHECK(hasText(shown.window, "not available in this window"));
    press(&shown.window, Qt::Key_Escape);
    CHECK(hasText(shown.window, "no longer gets updates"));
    click(shown.window, "action2");
    CHECK(hasText(shown.window, "Reminders are not available"));   // nothing to store them in
    click(shown.window, "back");
    click(shown.window, "why");
    CHECK(hasText(shown.window, "89 FR 52434"));
    press(&shown.window, Qt::Key_Escape);
    click(shown.window, "seeReplacements");
    CHECK(hasText(shown.window, "Nobody pays to be listed"));
    press(&shown.window, Qt::Key_Escape);
    click(shown.window, "checkAgain");
    CHECK(shown.session.checksStarted == 1);
}

TEST_CASE("a running check can be stopped, and its progress changes in place")
{
    Shown shown(scanningState());
    QWidget* stop = find(shown.window, "action7");
    REQUIRE(stop != nullptr);
    SessionState next = scanningState();
    next.progress.item = toString(SourceKind::rootCertificates);
    next.progress.done = 9;
    shown.session.show(next);
    settle();
    CHECK(hasText(shown.window, "Root certificates"));
    CHECK(find(shown.window, "action7") == stop);
    click(shown.window, "action7");
    CHECK(shown.session.checksCancelled == 1);
}

TEST_CASE("the answer replaces the progress, also when it comes from another thread")
{
    Shown shown(scanningState());
    std::thread([&] { shown.session.show(stateNamed("clean")); }).join();
    settle();
    CHECK(hasText(shown.window, "No Kaspersky found"));
}

TEST_CASE("the page for the administrator is written whole, and a place that cannot be written is told")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("for the administrator.html"));
    Shown shown(stateNamed("managed"), QSize(760, 560));
    auto* page = shown.window.findChild<OverviewPage*>();
    REQUIRE(page != nullptr);
    page->savePage(file);
    settle();
    CHECK(hasText(shown.window, "The page is saved"));
    CHECK(find(shown.window, "openPage") != nullptr);
    CHECK(layoutProblems(shown.window).join(u'\n').toStdString() == "");
    QFile written(file);
    REQUIRE(written.open(QIODevice::ReadOnly));
    const QString html = QString::fromUtf8(written.readAll());
    for (const char* part : {"<!DOCTYPE html>", "Do not remove it yourself", "Kaspersky Plus", "Found on this computer",
                             "Protecting this computer now", "Why we say this", "89 FR 52434", "</html>"}) {
        INFO(part);
        CHECK(html.contains(QLatin1String(part)));
    }
    CHECK_FALSE(html.contains(QLatin1String("<script")));
    CHECK_FALSE(html.contains(QLatin1String("http-equiv=\"refresh\"")));

    page->savePage(folder.filePath(QStringLiteral("no/such/folder/page.html")));
    settle();
    CHECK(hasText(shown.window, "Could not save"));
    CHECK_FALSE(hasText(shown.window, "The page is saved"));
}

TEST_CASE("the summary for the administrator is put on the clipboard")
{
    Shown shown(stateNamed("managed"));
    click(shown.window, "action4");
    CHECK(QApplication::clipboard()->text().contains(QLatin1String("Do not remove it yourself")));
}

TEST_CASE("the rail folds to icons when the content would be narrower than 560, or text is large")
{
    // The design's numbers are for a body of 14.
    Theme::instance().setTextScale(14.0 / Theme::instance().body());
    Shown shown(stateNamed("affected"));
    auto* rail = shown.window.findChild<NavRail*>();
    REQUIRE(rail != nullptr);
    CHECK_FALSE(rail->isFolded());
    shown.window.resize(760, 560);
    settle();
    CHECK(rail->isFolded());
    CHECK(rail->width() == 72);
    CHECK(shown.window.findChild<NavItem*>()->toolTip() == QStringLiteral("Overview"));
    shown.window.resize(1200, 700);
    settle();
    CHECK_FALSE(rail->isFolded());
    Theme::instance().setTextScale(2);
    settle();
    CHECK(rail->isFolded());
    Theme::instance().setTextScale(1);
}

TEST_CASE("a change of theme reaches what is already shown")
{
    Shown shown(stateNamed("affected"));
    Theme::instance().setMode(ThemeMode::dark);
    settle();
    const QImage dark = shown.window.grab().toImage();
    CHECK(dark.pixelColor(dark.width() - 20, 8) == tokenColor(Color::window, Scheme::dark));
    Theme::instance().setMode(ThemeMode::light);
    settle();
    const QImage light = shown.window.grab().toImage();
    CHECK(light.pixelColor(light.width() - 20, 8) == tokenColor(Color::window, Scheme::light));
}

TEST_CASE("right to left puts the rail at the right")
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    {
        Shown shown(stateNamed("affected"));
        CHECK(shown.window.findChild<NavRail*>()->x() > 700);
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST_CASE("a window without facts says what is wrong instead of an answer")
{
    AppSettings settings(Memory::forgets);
    MainWindow window(PageContext{settings});
    window.show();
    int starts = 0;
    QObject::connect(&window, &MainWindow::startRequested, &window, [&] { ++starts; });
    window.showFailure(Missing::facts, Error{ErrorCode::notFound, "catalog.db was not found", 0});
    settle();
    click(window, "action6");
    CHECK(starts == 1);
    CHECK(hasText(window, "catalog.db was not found"));
    CHECK_FALSE(hasText(window, "No Kaspersky found"));
}

TEST_CASE("every page can be opened by its word and titles the window")
{
    Shown shown(stateNamed("affected"));
    for (const PageEntry& each : allPages()) {
        const auto id = pageFromWord(QString::fromLatin1(each.word));
        REQUIRE(id == each.id);
        shown.window.showPage(*id);
        settle();
        CHECK(shown.window.currentPage() == each.id);
        CHECK(shown.window.windowTitle().contains(QStringLiteral("Offramp")));
        CHECK(layoutProblems(shown.window).join(u'\n').toStdString() == "");
    }
    CHECK_FALSE(pageFromWord(QStringLiteral("nothing")).has_value());
}

TEST_CASE("who comes back to a page goes on where they left")
{
    Shown shown(stateNamed("affected"));
    shown.window.activateWindow();
    settle();
    find(shown.window, "why")->setFocus();
    click(shown.window, "why");
    CHECK(shown.window.currentPage() == PageId::why);
    press(&shown.window, Qt::Key_Escape);
    REQUIRE(QApplication::focusWidget() != nullptr);
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("why"));
}

TEST_CASE("a page that was hidden shows the newest answer and the newest colors")
{
    Shown shown(stateNamed("affected"));
    shown.window.showPage(PageId::why);
    shown.window.showPage(PageId::timeline);
    shown.session.show(stateNamed("clean"));
    Theme::instance().setMode(ThemeMode::dark);
    settle();
    shown.window.showPage(PageId::why);
    settle();
    CHECK_FALSE(hasText(shown.window, "89 FR 52434"));
    Theme::instance().setMode(ThemeMode::light);
}
