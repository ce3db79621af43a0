// The rehearsal of a removal in the window.
#include "catalog/catalog_store.h"
#include "platform/platform.h"
#include "removal_wizard.h"

#include <QAbstractButton>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::ui;

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
