// The guided removal in the window while something is being removed: progress, questions, stops and restarts.
#include "removal_wizard.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::ui;

TEST_CASE("while it works it can be stopped after the step, and the window waits for that")
{
    Wizard wizard("remove");
    CHECK(wizard.at() == WizardPage::remove);
    CHECK_FALSE(wizard.has("quit"));
    CHECK_FALSE(wizard.window.close());
    CHECK(wizard.wasAsked("stop"));
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(&wizard.window, &escape);
    CHECK(wizard.window.currentPage() == PageId::switchSafely);
    wizard.removal.show(removalState("remove-stopped"));
    settle();
    CHECK_FALSE(wizard.window.isVisible());
}

TEST_CASE("progress moves the bar and nothing else")
{
    Wizard wizard("remove");
    const auto* card = wizard.window.findChild<QWidget*>(QStringLiteral("now"));
    REQUIRE(card != nullptr);
    RemovalState state = removalState("remove");
    state.running->fraction = 0.5;
    wizard.removal.show(state);
    settle();
    const QList<QWidget*> cards = wizard.window.findChildren<QWidget*>(QStringLiteral("now"));
    CHECK(cards == QList<QWidget*>{const_cast<QWidget*>(card)});
}

TEST_CASE("a password is handed over once, and a half typed one survives a change of the page")
{
    Wizard wizard("remove-password");
    auto* field = wizard.window.findChild<QLineEdit*>(QStringLiteral("password"));
    REQUIRE(field != nullptr);
    CHECK(field->echoMode() == QLineEdit::Password);
    field->setText(QStringLiteral("secret"));
    RemovalState state = removalState("remove-password");
    state.gap.least = std::chrono::minutes{9};
    wizard.removal.show(state);
    settle();
    for (auto* each : wizard.window.findChildren<QLineEdit*>(QStringLiteral("password"))) {
        field = each->isVisible() ? each : field;
    }
    CHECK(field->text() == QStringLiteral("secret"));
    wizard.press("givePassword");
    CHECK(wizard.wasAsked("password secret"));
    CHECK(field->text().isEmpty());
    wizard.press("noPassword");
    CHECK(wizard.wasAsked("password "));
}

TEST_CASE("silence, a failed step and a stop lead where their buttons say")
{
    Wizard wizard("remove-silent");
    wizard.press("keepWaiting");
    wizard.press("stopWaiting");
    CHECK(wizard.wasAsked("keepWaiting"));
    CHECK(wizard.wasAsked("stopWaiting"));
    wizard.removal.show(removalState("remove-failed"));
    settle();
    wizard.press("skip");
    CHECK(wizard.wasAsked("skip remove:plus"));
    wizard.press("askToAbandon");
    CHECK_FALSE(wizard.wasAsked("abandon"));
    wizard.press("keepGoing");
    wizard.press("askToAbandon");
    wizard.press("abandon");
    CHECK(wizard.wasAsked("abandon"));
    wizard.removal.show(removalState("restart"));
    settle();
    CHECK(wizard.at() == WizardPage::restart);
    wizard.press("restartNow");
    CHECK(wizard.wasAsked("restart"));
}

TEST_CASE("a restart that may go wrong is warned of, named so on its button, and only then asked for")
{
    Wizard wizard("restart-not-safe");
    CHECK(wizard.at() == WizardPage::restart);
    CHECK(wizard.window.findChild<QWidget*>(QStringLiteral("startCard")) != nullptr);
    const WizardFrame frame = wizardFrame(removalState("restart-not-safe"), {});
    CHECK(frame.buttons.front().text == QStringLiteral("Restart all the same"));
    CHECK_FALSE(frame.buttons.front().primary);
    wizard.press("restartNow");
    CHECK_FALSE(wizard.wasAsked("restart"));
    CHECK(wizard.wasAsked("restart all the same"));
}

TEST_CASE("an unfinished removal is offered on the Overview and goes on from there")
{
    Wizard wizard("remove-stopped");
    wizard.press("quit");
    CHECK(wizard.window.currentPage() == PageId::overview);
    CHECK_FALSE(wizard.wasAsked("goOn"));
    wizard.press("resumeRemoval");
    CHECK(wizard.window.currentPage() == PageId::switchSafely);
    CHECK(wizard.wasAsked("goOn"));
}
