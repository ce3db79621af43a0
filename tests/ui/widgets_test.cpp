// What single components promise: states, sizes, keys, and what a screen reader hears.
#include "components/component_sheet.h"
#include "style/motion.h"
#include "style/theme.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/choice.h"
#include "widgets/compare_tray.h"
#include "widgets/foldable_group.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"
#include "widgets/page_stack.h"
#include "widgets/progress_line.h"
#include "widgets/row.h"
#include "widgets/stepper.h"
#include "widgets/toggle.h"

#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <QVariantAnimation>
#include <catch2/catch.hpp>

using namespace offramp::ui;

namespace {

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

void settle()
{
    for (int i = 0; i < 4; ++i) {
        QApplication::processEvents();
    }
}

void press(QWidget& widget, int key)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(&widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier);
    QApplication::sendEvent(&widget, &up);
    settle();
}

QAccessibleInterface& spoken(QWidget& widget)
{
    QAccessibleInterface* found = QAccessible::queryAccessibleInterface(&widget);
    REQUIRE(found != nullptr);
    return *found;
}

QImage picture(QWidget& widget)
{
    return widget.grab().toImage();
}

int running(const QWidget& widget)
{
    int count = 0;
    for (const auto* animation : widget.findChildren<QAbstractAnimation*>()) {
        count += animation->state() == QAbstractAnimation::Running ? 1 : 0;
    }
    return count;
}

// Motion as a person who did not turn it off sees it.
struct Moving {
    Moving() { Theme::instance().setSystemWishes({}); }
    ~Moving() { Theme::instance().setSystemWishes({.reducedMotion = true}); }
    Moving(const Moving&) = delete;
    Moving& operator=(const Moving&) = delete;
};

const QStringList sevenSteps{text("Before you start"),
                             text("Choose protection"),
                             text("Review the plan"),
                             text("Remove"),
                             text("Restart"),
                             text("Check"),
                             text("Done")};

}   // namespace

TEST_CASE("a locked toggle stays as it is, can be reached, and says why")
{
    Toggle toggle(text("Antivirus"));
    toggle.setChecked(true);
    toggle.lock(text("Always part of it"));
    toggle.show();
    toggle.click();
    press(toggle, Qt::Key_Space);
    CHECK(toggle.isChecked());
    CHECK(toggle.isEnabled());
    CHECK((toggle.focusPolicy() & Qt::TabFocus) != 0);
    CHECK(spoken(toggle).text(QAccessible::Description) == text("Always part of it"));
    Toggle free(text("Antivirus"));
    CHECK(toggle.sizeHint().width() > free.sizeHint().width());
}

TEST_CASE("every state of a toggle, a tick and a choice looks different, also without color")
{
    const auto shapes = [](QAbstractButton& button) {
        button.resize(button.sizeHint());
        QList<QImage> seen;
        for (const bool on : {false, true}) {
            button.setChecked(on);
            seen.append(picture(button).convertToFormat(QImage::Format_Grayscale8));
        }
        button.setEnabled(false);
        seen.append(picture(button).convertToFormat(QImage::Format_Grayscale8));
        CHECK(seen[0] != seen[1]);
        CHECK(seen[1] != seen[2]);
    };
    Toggle toggle(text("Watch"));
    shapes(toggle);
    TickBox tick(text("I have checked"));
    shapes(tick);
    RadioChoice choice(text("Free"));
    choice.setAutoExclusive(false);
    shapes(choice);
}

TEST_CASE("the words of a tick wrap, belong to it, and grow with the text")
{
    TickBox tick(text("I have looked at what the subscription costs and when it renews"));
    const int oneLine = tick.heightForWidth(2000);
    CHECK(oneLine >= 32);
    CHECK(tick.heightForWidth(160) > oneLine);
    CHECK(spoken(tick).role() == QAccessible::CheckBox);
    CHECK(spoken(tick).text(QAccessible::Name) == tick.text());
    tick.resize(400, oneLine);
    tick.show();
    const QPointF nearTheEnd(390, oneLine / 2.0);
    QMouseEvent down(QEvent::MouseButtonPress, nearTheEnd, nearTheEnd, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&tick, &down);
    QMouseEvent up(QEvent::MouseButtonRelease, nearTheEnd, nearTheEnd, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&tick, &up);
    CHECK(tick.isChecked());
}

TEST_CASE("the stepper says each step and its state, and becomes one line when names do not fit")
{
    Stepper stepper(text("Steps"), sevenSteps);
    stepper.setCurrent(3);
    stepper.resize(stepper.sizeHint());
    CHECK_FALSE(stepper.isCompact());
    QAccessibleInterface& list = spoken(stepper);
    REQUIRE(list.childCount() == 7);
    CHECK(list.role() == QAccessible::List);
    CHECK(list.child(2)->text(QAccessible::Name) == text("Step 3 of 7, Review the plan, done"));
    CHECK(list.child(3)->text(QAccessible::Name) == text("Step 4 of 7, Remove, current step"));
    CHECK(list.child(4)->text(QAccessible::Name) == text("Step 5 of 7, Restart, to come"));
    const QImage before = picture(stepper);
    stepper.setCurrent(4);
    CHECK(picture(stepper) != before);

    stepper.resize(400, stepper.heightForWidth(400));
    CHECK(stepper.isCompact());
    CHECK(stepper.minimumSizeHint().width() < 400);
    Theme::instance().setTextScale(2);
    stepper.resize(1600, stepper.heightForWidth(1600));
    CHECK(stepper.isCompact());
    Theme::instance().setTextScale(1);
}

TEST_CASE("progress without a total waits, and a stopped one keeps its length")
{
    ProgressLine line(text("Progress"));
    line.setRange(0, 0);
    line.resize(300, line.sizeHint().height());
    CHECK(line.isWaiting());
    const auto accent = Theme::instance().color(Color::accentMark);
    CHECK(picture(line).pixelColor(150, line.height() / 2) == accent);   // still, in the middle
    line.setRange(0, 6);
    line.setValue(3);
    CHECK_FALSE(line.isWaiting());
    CHECK(picture(line).pixelColor(140, line.height() / 2) == accent);
    CHECK(picture(line).pixelColor(160, line.height() / 2) != accent);
    line.setStopped(true);
    CHECK(picture(line).pixelColor(140, line.height() / 2) == Theme::instance().color(Color::lineStrong));
}

TEST_CASE("what turns or slides does so only while it is seen and motion is wanted")
{
    QWidget window;
    auto* box = new QVBoxLayout(&window);
    auto* ring = new IconView(Icon::working, 20, Color::accentMark);
    auto* line = new ProgressLine(text("Progress"));
    line->setRange(0, 0);
    box->addWidget(ring);
    box->addWidget(line);
    window.show();
    settle();
    CHECK(running(window) == 0);
    window.hide();
    const Moving moving;
    window.show();
    settle();
    CHECK(running(window) == 2);
    ring->setIcon(Icon::fine, Color::fine);
    CHECK(running(*ring) == 0);
    window.hide();
    CHECK(running(window) == 0);
}

TEST_CASE("with reduced motion toggles, folds and pages change at once; otherwise they move and arrive")
{
    QWidget window;
    auto* box = new QVBoxLayout(&window);
    auto* toggle = new Toggle(text("Watch"));
    auto* group = new FoldableGroup(text("Harmless"), QString(), 1, FoldableGroup::Start::folded);
    auto* inside = new Label(text("A data folder"), Type::body, Color::text);
    group->addRow(inside);
    auto* stack = new PageStack;
    auto* first = new Label(text("First"), Type::body, Color::text);
    auto* second = new Label(text("Second"), Type::body, Color::text);
    stack->addWidget(first);
    stack->addWidget(second);
    for (QWidget* each : {static_cast<QWidget*>(toggle), static_cast<QWidget*>(group), static_cast<QWidget*>(stack)}) {
        box->addWidget(each);
    }
    window.show();
    settle();
    auto* header = group->findChild<GroupHeader*>();
    REQUIRE(header != nullptr);

    toggle->click();
    header->click();
    stack->changeTo(second);
    CHECK(running(window) == 0);
    CHECK(inside->isVisible());
    CHECK(second->isVisible());
    {
        const Moving moving;
        toggle->click();
        header->click();
        stack->changeTo(first);
        CHECK(running(window) == 2);
        CHECK(first->isVisible());   // under the fading picture already
        for (auto* animation : window.findChildren<QAbstractAnimation*>()) {
            const bool forward = animation->direction() == QAbstractAnimation::Forward;
            animation->setCurrentTime(forward ? animation->totalDuration() : 0);
        }
        settle();
        CHECK(running(window) == 0);
    }
    CHECK_FALSE(inside->isVisible());
    CHECK_FALSE(toggle->isChecked());
}

TEST_CASE("what a person chose about motion counts more than the system's wish")
{
    Theme& theme = Theme::instance();
    {
        const Moving moving;
        CHECK_FALSE(theme.reducedMotion());
        theme.setMotion(MotionWish::reduced);
        CHECK(theme.reducedMotion());
        CHECK(duration(Motion::normal) == 0);
    }
    theme.setMotion(MotionWish::full);
    CHECK_FALSE(theme.reducedMotion());
    CHECK(duration(Motion::normal) > 0);
    theme.setMotion(MotionWish::system);
    CHECK(theme.reducedMotion());
}

TEST_CASE("a row that opens is one button: its words cannot be pressed past it, and Enter presses it")
{
    Card card;
    RowContent content;
    content.icon = Icon::products;
    content.title = text("Kaspersky Plus");
    content.caption = text("Version 21");
    auto* row = new RowButton(content, nullptr);
    card.addRow(row);
    card.resize(400, card.sizeHint().height());
    card.show();
    settle();
    int pressed = 0;
    QObject::connect(row, &QAbstractButton::clicked, &card, [&] { ++pressed; });
    press(*row, Qt::Key_Return);
    press(*row, Qt::Key_Space);
    CHECK(pressed == 2);
    CHECK(row->childAt(row->rect().center()) == nullptr);
    CHECK(spoken(*row).text(QAccessible::Name) == text("Kaspersky Plus, Version 21"));
    const QImage rest = picture(card);
    row->setSelected(true);
    const QImage selected = picture(card);
    CHECK(rest != selected);
    // The card's corners stay round: the tint ends inside the frame.
    CHECK(rest.pixelColor(0, 0) == selected.pixelColor(0, 0));
}

TEST_CASE("the compare tray is hidden while nothing is picked, and compares from two on")
{
    QWidget window;
    auto* box = new QVBoxLayout(&window);
    auto* tray = new CompareTray(3);
    box->addWidget(tray);
    window.resize(720, 100);
    window.show();
    settle();
    CHECK_FALSE(tray->isVisible());
    auto* compare = tray->findChild<Button*>(text("sideBySide"));
    REQUIRE(compare != nullptr);
    QString removed;
    QObject::connect(tray, &CompareTray::removed, tray, [&](const QString& id) { removed = id; });
    tray->setItems({{text("norton"), text("Norton 360 Deluxe")}});
    settle();
    CHECK(tray->isVisible());
    CHECK_FALSE(compare->isEnabled());
    tray->setItems({{text("norton"), text("Norton 360 Deluxe")}, {text("fsecure"), text("F-Secure Total")}});
    settle();
    CHECK(compare->isEnabled());
    auto* chip = tray->findChild<QAbstractButton*>(text("chip-fsecure"));
    REQUIRE(chip != nullptr);
    CHECK(spoken(*chip).text(QAccessible::Name) == text("Do not compare F-Secure Total"));
    press(*chip, Qt::Key_Delete);
    CHECK(removed == text("fsecure"));
    tray->setItems({});
    CHECK_FALSE(tray->isVisible());
}

TEST_CASE("the component sheet shows every component and fits every width")
{
    ComponentSheet sheet;
    sheet.resize(960, 680);
    sheet.show();
    settle();
    CHECK(sheet.wholeHeight() > 680);
    CHECK(sheet.widget()->width() <= sheet.viewport()->width());
    CHECK(sheet.findChild<Stepper*>() != nullptr);
    CHECK(sheet.findChild<CompareTray*>() != nullptr);
    CHECK(sheet.findChild<RowButton*>() != nullptr);
    Theme::instance().setTextScale(2);
    sheet.resize(760, 560);
    settle();
    CHECK(sheet.widget()->width() <= sheet.viewport()->width());
    Theme::instance().setTextScale(1);
}
