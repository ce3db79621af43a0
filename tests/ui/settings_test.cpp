// Settings, About and the one question of the first start.
#include "bridge/catalog_service.h"
#include "bridge/session_bridge.h"
#include "events.h"
#include "pages/about/about_model.h"
#include "pages/overview/overview_page.h"
#include "pages/settings/settings_page.h"
#include "scripted_facts.h"
#include "scripted_results.h"
#include "scripted_session.h"
#include "shell/main_window.h"
#include "widgets/label.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::ui;

namespace {

struct Shown {
    explicit Shown(bool servers = true)
    {
        auto scripted = std::make_unique<ScriptedFacts>();
        work = scripted.get();
        work->shown.hasServers = servers;
        service = std::make_unique<CatalogService>(std::move(scripted));
        session.show(allScriptedStates().front().state);
        window = std::make_unique<MainWindow>(PageContext{settings, nullptr, nullptr, service.get()});
        window->attach(bridge);
        window->show();
        window->showPage(PageId::settings);
        waitFor([this] { return service->state().running == CatalogJob::none; });
    }
    template <class Condition> void waitFor(Condition condition)
    {
        REQUIRE(waitUntil(condition));
        settle();
    }
    static void settle()
    {
        for (int i = 0; i < 6; ++i) {
            QApplication::processEvents();
        }
    }
    QWidget* find(const char* name)
    {
        for (QWidget* each : window->findChildren<QWidget*>(QString::fromLatin1(name))) {
            if (each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    void press(const char* name)
    {
        INFO(name);
        QWidget* button = find(name);
        REQUIRE(button != nullptr);
        pressSpace(*button);
        settle();
    }
    bool says(const char* text)
    {
        for (const Label* label : window->findChildren<Label*>()) {
            if (label->isVisible() && label->text().contains(QString::fromUtf8(text))) {
                return true;
            }
        }
        return false;
    }

    ScriptedSession session{scriptedCatalog()};
    SessionBridge bridge{session};
    AppSettings settings{Memory::forgets};
    ScriptedFacts* work = nullptr;
    std::unique_ptr<CatalogService> service;
    std::unique_ptr<MainWindow> window;
};

}   // namespace

TEST_CASE("an update shows how far it came, and what came of it")
{
    Shown shown;
    int another = 0;
    QObject::connect(shown.service.get(), &CatalogService::catalogChanged, shown.service.get(),
                     [&another] { ++another; });
    shown.press("updateNow");
    shown.waitFor([&] { return shown.says("Downloading"); });
    CHECK(shown.find("updateNow") == nullptr);
    CHECK(shown.find("cancelUpdate") != nullptr);
    shown.work->release();
    shown.waitFor([&] { return shown.service->state().running == CatalogJob::none; });
    CHECK(shown.service->state().outcome->result == UpdateResult::installed);
    CHECK(another == 1);
    CHECK(shown.says("Catalog 42"));
    CHECK(shown.find("updateNow") != nullptr);
}

TEST_CASE("an update can be cancelled, and the facts stay")
{
    Shown shown;
    int another = 0;
    QObject::connect(shown.service.get(), &CatalogService::catalogChanged, shown.service.get(),
                     [&another] { ++another; });
    shown.press("updateNow");
    shown.waitFor([&] { return shown.find("cancelUpdate") != nullptr; });
    shown.press("cancelUpdate");
    shown.waitFor([&] { return shown.service->state().running == CatalogJob::none; });
    CHECK(shown.service->state().outcome->result == UpdateResult::cancelled);
    CHECK(another == 0);
    CHECK(shown.says("Catalog 41"));
}

TEST_CASE("a refusal is told in words, with the detail for a technician")
{
    Shown shown;
    shown.service->importFile(QStringLiteral("x.db.gz"));
    shown.waitFor([&] { return shown.service->state().running == CatalogJob::none; });
    CHECK(shown.says("The facts in use did not change."));
    CHECK(shown.says("not signed"));
}

TEST_CASE("no server to ask is said plainly, and there is no button that could not work")
{
    Shown shown(false);
    CHECK(shown.says("No public server"));
    CHECK(shown.find("updateNow") == nullptr);
    CHECK(shown.find("import") != nullptr);
}

TEST_CASE("downloaded facts are deleted after a question, and those that came with Offramp are used")
{
    Shown shown;
    shown.press("deleteFacts");
    shown.press("keepFacts");
    CHECK(shown.says("Catalog 41"));
    shown.press("deleteFacts");
    shown.press("deleteFactsNow");
    shown.waitFor([&] { return shown.service->state().running == CatalogJob::none; });
    CHECK(shown.says("The downloaded facts were deleted. Catalog 7"));
    CHECK(shown.find("deleteFacts") == nullptr);
}

TEST_CASE("looking by itself is off until it is switched on, and a look that is not due says nothing")
{
    Shown shown;
    CHECK(shown.says("Off: Offramp asks no server"));
    shown.press("automatic");
    shown.waitFor([&] { return shown.service->state().running == CatalogJob::none; });
    CHECK(shown.says("On: "));
    const auto before = shown.service->state().lastJob;
    shown.service->updateIfDue();
    shown.waitFor([&] { return shown.service->state().running == CatalogJob::none; });
    CHECK(shown.work->dueAsked == 1);
    CHECK(shown.service->state().lastJob == before);
}

TEST_CASE("theme, text size and language are chosen and told to who applies them")
{
    Shown shown;
    int look = 0;
    QObject::connect(&shown.settings, &AppSettings::lookChanged, &shown.settings, [&look] { ++look; });
    int language = 0;
    QObject::connect(&shown.settings, &AppSettings::languageChanged, &shown.settings, [&language] { ++language; });
    shown.press("theme-segment2");
    CHECK(shown.settings.theme() == ThemeMode::dark);
    shown.press("textSize-segment3");
    CHECK(shown.settings.textScale() == 2.0);
    shown.press("motion-segment1");
    CHECK(shown.settings.motion() == MotionWish::reduced);
    CHECK(look == 3);
    shown.press("language-segment1");
    REQUIRE(language == 1);
    CHECK_FALSE(shown.settings.language().isEmpty());
}

TEST_CASE("the person is chosen in Settings, and deleting the settings asks first")
{
    Shown shown;
    shown.press("person-1");
    CHECK(shown.session.person() == Person::federal);
    CHECK(shown.settings.person() == Person::federal);
    shown.press("forgetSettings");
    shown.press("keepSettings");
    CHECK(shown.settings.person() == Person::federal);
    shown.press("forgetSettings");
    shown.press("deleteSettings");
    CHECK_FALSE(shown.settings.person().has_value());
}

TEST_CASE("a window of a recorded computer keeps its hands off the facts")
{
    AppSettings settings(Memory::forgets);
    MainWindow window(PageContext{settings});
    window.show();
    window.showPage(PageId::settings);
    Shown::settle();
    CHECK(window.findChild<QWidget*>(QStringLiteral("import")) == nullptr);
    CHECK(window.findChild<QWidget*>(QStringLiteral("automatic")) == nullptr);
}

TEST_CASE("what was chosen is there at the next start, in one file")
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    {
        AppSettings settings(Memory::remembers);
        settings.setTheme(ThemeMode::highContrast);
        settings.setTextScale(1.5);
        settings.setMotion(MotionWish::full);
        settings.setPerson(Person::contractor);
        settings.setLanguage(QStringLiteral("es"));
        CHECK(settings.file().startsWith(folder.path()));
    }
    AppSettings again(Memory::remembers);
    CHECK(again.theme() == ThemeMode::highContrast);
    CHECK(again.textScale() == 1.5);
    CHECK(again.motion() == MotionWish::full);
    CHECK(again.person() == Person::contractor);
    CHECK(again.language() == QStringLiteral("es"));
    again.forgetAll();
    CHECK(again.theme() == ThemeMode::system);
    CHECK_FALSE(AppSettings(Memory::remembers).person().has_value());
}

TEST_CASE("the first start asks one question beside the answer, once")
{
    ScriptedSession session{scriptedCatalog()};
    SessionBridge bridge{session};
    AppSettings settings(Memory::forgets);
    settings.askForPerson();
    session.finish(affectedResult());
    MainWindow window(PageContext{settings});
    window.attach(bridge);
    window.show();
    Shown::settle();
    auto* right = window.findChild<QAbstractButton*>(QStringLiteral("personRight"));
    REQUIRE(right != nullptr);
    CHECK(window.findChild<QWidget*>(QStringLiteral("action0")) != nullptr);   // the answer does not wait for it
    clickMiddle(*right);
    Shown::settle();
    CHECK(settings.person() == session.person());
    const auto* page = window.findChild<OverviewPage*>();
    REQUIRE(page != nullptr);
    for (QWidget* card : page->findChildren<QWidget*>(QStringLiteral("personQuestion"))) {
        CHECK_FALSE(card->isVisible());
    }
}

TEST_CASE("every license that is named can be read")
{
    const AboutModel model = aboutModel(PageState{}, QStringLiteral("1.2"));
    CHECK(model.version == QStringLiteral("Offramp 1.2"));
    CHECK(model.marks.size() == 3);
    int texts = 0;
    for (const UsedSoftware& used : model.software) {
        for (const QString& name : used.texts) {
            INFO(used.name.toStdString() << " " << name.toStdString());
            CHECK(licenseText(name).size() > 300);
            ++texts;
        }
    }
    CHECK(texts >= 11);
    CHECK(licenseText(QStringLiteral("nothing")).isEmpty());
}
