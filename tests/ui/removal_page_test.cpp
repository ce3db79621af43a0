// The guided removal in the window: its buttons reach the session, and it is found again where it was.
#include "catalog/catalog_store.h"
#include "events.h"
#include "every_page.h"
#include "files.h"
#include "pages/removal/removal_page.h"
#include "platform/platform.h"

#include <QAbstractButton>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::ui;

namespace {

struct Wizard {
    explicit Wizard(const std::string& state, PageId page = PageId::switchSafely)
        : bridge(session), service(scriptedRemovalService(removal)),
          window(PageContext{settings, nullptr, nullptr, nullptr, service.get()})
    {
        removal.show(removalState(state));
        SessionState checked;
        checked.phase = CheckPhase::done;
        checked.result = std::make_shared<const CheckResult>(affectedResult());
        session.show(checked);
        window.attach(bridge);
        window.show();
        window.showPage(page);
        settle();
    }
    void press(const char* name)
    {
        QAbstractButton* button = nullptr;
        for (auto* each : window.findChildren<QAbstractButton*>(QString::fromLatin1(name))) {
            button = each->isVisible() ? each : button;
        }
        INFO(name);
        REQUIRE(button != nullptr);
        REQUIRE(button->isEnabled());
        clickMiddle(*button);
        settle();
    }
    [[nodiscard]] bool has(const char* name) const
    {
        for (auto* each : window.findChildren<QWidget*>(QString::fromLatin1(name))) {
            if (each->isVisible()) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] RemovalPage& page() const
    {
        RemovalPage* shown = nullptr;
        for (auto* each : window.findChildren<RemovalPage*>()) {
            shown = each->isVisible() ? each : shown;
        }
        REQUIRE(shown != nullptr);
        return *shown;
    }
    [[nodiscard]] WizardPage at() const { return page().frame().page; }
    [[nodiscard]] bool wasAsked(const std::string& what) const
    {
        return std::find(removal.asked.begin(), removal.asked.end(), what) != removal.asked.end();
    }

    ScriptedSession session{scriptedCatalog()};
    SessionBridge bridge;
    ScriptedRemoval removal;
    std::unique_ptr<RemovalService> service;
    AppSettings settings{Memory::forgets};
    MainWindow window;
};

}   // namespace

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

TEST_CASE("a rehearsal is marked, and leaving it opens the real thing again")
{
    Wizard wizard("ready");
    CHECK_FALSE(wizard.has("rehearsalMark"));
    wizard.press("rehearse");
    CHECK(wizard.has("rehearsalMark"));
    CHECK(wizard.service->mode() == RemovalMode::rehearsal);
    wizard.press("quit");
    CHECK(wizard.service->mode() == RemovalMode::real);
    wizard.press("action0");
    CHECK_FALSE(wizard.has("rehearsalMark"));
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

#ifdef OFFRAMP_MACHINES_DIR
TEST_CASE("a rehearsal on a recorded computer goes from the first page to the last by its buttons")
{
    const auto catalog = openCatalog(OFFRAMP_CATALOG_DB);
    REQUIRE(catalog);
    auto host = openRecordedHost(std::string(OFFRAMP_MACHINES_DIR) + "/plus-with-vpn-and-password-manager");
    REQUIRE(host);
    CheckOptions options;
    options.asOf = scriptedNow();
    auto result = check(**host, *catalog, options, {}, {});
    REQUIRE(result);

    class Opened final : public OpenRemoval {
    public:
        Opened(const Host& machine, const Catalog& facts)
            : m_session(makeRehearsal(machine, facts, Person::us, std::chrono::milliseconds{0}))
        {}
        RemovalSession& session() override { return *m_session; }

    private:
        std::unique_ptr<RemovalSession> m_session;
    };
    RemovalService service(
        [&](RemovalMode) -> Result<std::unique_ptr<OpenRemoval>> { return std::make_unique<Opened>(**host, *catalog); },
        {}, RemovalService::Offers::rehearsalOnly);
    ScriptedSession session(*catalog);
    SessionBridge bridge(session);
    AppSettings settings(Memory::forgets);
    MainWindow window(PageContext{settings, nullptr, nullptr, nullptr, &service});
    session.finish(std::move(*result));
    window.attach(bridge);
    window.show();
    window.showPage(PageId::switchSafely);

    const auto* page = window.findChild<RemovalPage*>();
    REQUIRE(page != nullptr);
    const auto reaches = [&](WizardPage wanted) { return waitUntil([&] { return page->frame().page == wanted; }); };
    const auto press = [&](const QString& begin) {
        settle();
        for (auto* each : page->findChildren<QAbstractButton*>()) {
            if (each->isVisible() && each->isEnabled() && each->objectName().startsWith(begin)
                && !(begin == QLatin1String("settle-") && each->isChecked())) {
                clickMiddle(*each);
                settle();
                return true;
            }
        }
        return false;
    };
    REQUIRE(reaches(WizardPage::beforeYouStart));
    for (int answers = 0; answers < 20 && press(QStringLiteral("settle-")); ++answers) {
    }
    INFO(page->frame().note.toStdString());
    REQUIRE(press(QStringLiteral("next")));
    REQUIRE(reaches(WizardPage::protection));
    REQUIRE(press(QStringLiteral("next")));
    REQUIRE(reaches(WizardPage::review));
    REQUIRE(press(QStringLiteral("start")));
    for (int turn = 0; turn < 4; ++turn) {
        const bool there = waitUntil(
            [&] { return page->frame().page == WizardPage::restart || page->frame().page == WizardPage::check; });
        const RemovalState at = service.bridge()->state();
        INFO("page " << static_cast<int>(page->frame().page) << ", phase " << static_cast<int>(at.phase) << ", step "
                     << (at.halt      ? at.halt->step
                         : at.running ? at.running->step
                                      : "none")
                     << ", halt " << (at.halt ? toString(at.halt->why) : "none") << ", state "
                     << (at.halt ? toString(at.halt->state) : "none") << ", error "
                     << (at.error ? at.error->context : "none"));
        REQUIRE(there);
        if (page->frame().page == WizardPage::check) {
            break;
        }
        REQUIRE(press(QStringLiteral("restartNow")));
        REQUIRE(waitUntil([&] { return page->frame().page != WizardPage::restart; }));
    }
    REQUIRE(reaches(WizardPage::check));
    CHECK_FALSE(page->frame().mark.isEmpty());
    if (!press(QStringLiteral("moveThem"))) {
        REQUIRE(press(QStringLiteral("leaveThem")));
    }
    REQUIRE(reaches(WizardPage::done));
    CHECK(page->frame().steps.size() == 7);
    REQUIRE(press(QStringLiteral("finish")));
    CHECK(window.currentPage() == PageId::overview);
}
#endif
