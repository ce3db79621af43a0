// The guided removal in the window: its buttons reach the session, and it is found again where it was.
#include "files.h"
#include "removal_wizard.h"

#include <QFile>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::ui;

TEST_CASE("the button of the Overview opens the guided removal in the whole window, and Escape keeps its place")
{
    Wizard wizard("ready", PageId::overview);
    wizard.press("action0");
    CHECK(wizard.window.currentPage() == PageId::switchSafely);
    CHECK(wizard.at() == WizardPage::beforeYouStart);
    CHECK(wizard.wasAsked("prepare"));
    wizard.press("next");
    CHECK(wizard.at() == WizardPage::protection);
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(&wizard.window, &escape);
    settle();
    CHECK(wizard.window.currentPage() == PageId::overview);
    wizard.press("action0");
    CHECK(wizard.at() == WizardPage::protection);
    wizard.press("wizardBack");
    CHECK(wizard.at() == WizardPage::beforeYouStart);
}

TEST_CASE("going without the passwords is asked about once more")
{
    Wizard wizard("before");
    wizard.press("settle-passwordVault");
    CHECK_FALSE(wizard.wasAsked("settle passwordVault on"));
    wizard.press("settle-passwordVault");
    CHECK(wizard.wasAsked("settle passwordVault on"));
    wizard.press("settle-subscription");
    CHECK(wizard.wasAsked("settle subscription on"));
    wizard.press("lookAgain");
    CHECK(wizard.wasAsked("lookAgainAtGuards"));
    wizard.page().readVaultExport(QStringLiteral("/somewhere/passwords.txt"));
    CHECK(wizard.wasAsked("readVault"));
}

TEST_CASE("nothing is approved before Start removal, and then exactly the plan that was shown")
{
    Wizard wizard("ready");
    wizard.press("next");
    wizard.press("restorePoint");
    CHECK(wizard.removal.state().wishes.restorePoint == PlanWishes::RestorePoint::none);
    wizard.press("next");
    CHECK(wizard.at() == WizardPage::review);
    const std::string digest = wizard.removal.state().digest;
    CHECK_FALSE(wizard.wasAsked("approve " + digest));
    const QTemporaryDir folder;
    wizard.page().savePlan(folder.filePath(QStringLiteral("plan.html")));
    settle();
    CHECK(contentOf(folder.filePath(QStringLiteral("plan.html"))).contains("Kaspersky Plus"));
    CHECK(wizard.has("said"));
    wizard.press("start");
    CHECK(wizard.wasAsked("approve " + digest));
}

TEST_CASE("what is approved is the plan on the screen, whatever was planned since")
{
    Wizard wizard("ready");
    wizard.press("next");
    wizard.press("next");
    const std::string shown = wizard.removal.state().digest;
    RemovalState newer = wizard.removal.state();
    newer.digest = std::string(64, 'f');
    wizard.removal.show(newer);   // the window has not heard of it yet
    wizard.press("start");
    CHECK(wizard.wasAsked("approve " + shown));
    CHECK_FALSE(wizard.wasAsked("approve " + newer.digest));
}

TEST_CASE("one thing of the quarantine is put back, or all of it")
{
    Wizard wizard("moved");
    CHECK(wizard.has("moved"));
    const std::string one = wizard.removal.state().record->plan.steps.back().id;
    wizard.press(("putBack-" + one).c_str());
    CHECK(wizard.wasAsked("undo " + one));
    CHECK_FALSE(wizard.wasAsked("undo"));
    wizard.press("undo");
    CHECK(wizard.wasAsked("undo"));
    const Wizard last("undone");
    CHECK_FALSE(last.has("moved"));
}

TEST_CASE("where somebody else manages the computer, the page for them can be saved")
{
    Wizard wizard("managed");
    CHECK(wizard.at() == WizardPage::managed);
    CHECK(wizard.has("savePage"));
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("check.html"));
    wizard.page().savePageForAdministrator(file);
    settle();
    CHECK(contentOf(file).startsWith("<!DOCTYPE html>"));
    CHECK(contentOf(file).contains("Kaspersky Plus"));
    CHECK(wizard.has("said"));
}

TEST_CASE("what shall protect afterwards is named at the end also for whoever comes back")
{
    Wizard wizard("done");
    CHECK_FALSE(wizard.has("compareAll"));
    RemovalState later = removalState("done");
    later.before.reset();
    later.wishes.replacement = "norton-360-deluxe";
    wizard.removal.show(later);
    settle();
    CHECK(wizard.has("compareAll"));   // where its installer is
}

TEST_CASE("what is left is moved as it was ticked, or left")
{
    Wizard wizard("check");
    wizard.press("leftover-leftover:C:\\kavremvr.log");
    wizard.press("moveThem");
    CHECK(wizard.wasAsked("approveLeftovers 3"));
    wizard.press("leaveThem");
    CHECK(wizard.wasAsked("reviewed review-leftovers"));
    Wizard traces("left", PageId::reviewLeft);
    CHECK(traces.page().frame().steps.size() == 3);
    traces.press("leaveThem");
    CHECK(traces.window.currentPage() == PageId::overview);
}

TEST_CASE("the report is written as a page, as a PDF and as JSON, and a place that cannot be written is told")
{
    Wizard wizard("done");
    CHECK(wizard.at() == WizardPage::done);
    const QTemporaryDir folder;
    const auto save = [&](FileKind kind, const char* name) {
        wizard.page().saveReport(kind, folder.filePath(QLatin1String(name)));
        settle();
        return contentOf(folder.filePath(QLatin1String(name)));
    };
    CHECK(save(FileKind::html, "r.html").startsWith("<!DOCTYPE html>"));
    CHECK(save(FileKind::pdf, "r.pdf").startsWith("%PDF-"));
    CHECK(save(FileKind::json, "r.json").startsWith("{"));
    wizard.page().saveReport(FileKind::html, folder.filePath(QStringLiteral("no/such/r.html")));
    settle();
    CHECK_FALSE(QFile::exists(folder.filePath(QStringLiteral("no/such/r.html"))));
    wizard.press("finish");
    CHECK(wizard.window.currentPage() == PageId::overview);
    CHECK(wizard.session.checksStarted == 1);
}

TEST_CASE("each page of the guided removal begins at its top, with its headline")
{
    Wizard wizard("ready", PageId::overview);
    wizard.window.resize(760, 480);
    settle();
    wizard.window.activateWindow();
    wizard.press("action0");
    const auto* scrolls = wizard.page().findChild<ScrollPage*>();
    REQUIRE(scrolls != nullptr);
    CHECK(scrolls->verticalScrollBar()->value() == 0);
    REQUIRE(QApplication::focusWidget() != nullptr);
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("headline"));
    REQUIRE(scrolls->verticalScrollBar()->maximum() > 0);
    scrolls->verticalScrollBar()->setValue(scrolls->verticalScrollBar()->maximum());
    wizard.press("next");
    CHECK(wizard.at() == WizardPage::protection);
    CHECK(scrolls->verticalScrollBar()->value() == 0);
}
