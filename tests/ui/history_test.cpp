// The History page: what is remembered, what changed, and reports to keep.
#include "bridge/history_service.h"
#include "events.h"
#include "files.h"
#include "pages/history/history_page.h"
#include "report/json.h"
#include "scripted_results.h"
#include "shell/app_settings.h"
#include "state/migrations.h"
#include "text/language.h"
#include "widgets/button.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::ui;

namespace {

struct Remembering {
    Remembering()
        : state(std::move(
            StateDatabase::open(std::filesystem::path(folder.filePath(QStringLiteral("state.db")).toStdU16String()),
                                stateMigrations())
                .value())),
          history(state.get(), std::nullopt), page(PageContext{settings, nullptr, &history, nullptr})
    {
        PageState shown;
        shown.now = scriptedNow();
        page.resize(700, 700);
        page.setState(shown);
        page.show();
        settle();
    }
    static void settle()
    {
        for (int i = 0; i < 6; ++i) {
            QApplication::processEvents();
        }
    }
    void check(CheckResult result, std::chrono::hours later)
    {
        result.snapshot.takenAt = scriptedNow() + later;
        history.remember(result, scriptedCatalog().replacements);
        settle();
    }
    void press(const char* name)
    {
        QPushButton* button = nullptr;
        for (auto* each : page.findChildren<QPushButton*>(QString::fromLatin1(name))) {
            button = each->isVisible() ? each : button;
        }
        REQUIRE(button != nullptr);
        clickMiddle(*button);
        settle();
    }

    QTemporaryDir folder;
    std::unique_ptr<StateDatabase> state;
    AppSettings settings{Memory::forgets};
    HistoryService history;
    HistoryPage page;
};

}   // namespace

TEST_CASE("the history grows when a check says something new, and says what")
{
    Remembering remembering;
    CHECK(remembering.page.model().entries.isEmpty());
    remembering.check(affectedResult(), std::chrono::hours{0});
    remembering.check(affectedResult(), std::chrono::hours{24});
    const HistoryModel& model = remembering.page.model();
    REQUIRE(model.entries.size() == 1);
    CHECK(model.entries[0].verdict == QStringLiteral("Affected"));
    CHECK(model.entries[0].first);
    CHECK(model.entries[0].seen.contains(QStringLiteral("2 checks")));
    CHECK(model.entries[0].found.contains(QStringLiteral("Kaspersky Plus 21.16.6.467")));

    remembering.check(cleanResult(), std::chrono::hours{48});
    REQUIRE(model.entries.size() == 2);
    CHECK(model.entries[0].verdict == QStringLiteral("Nothing found"));
    const QString changes = model.entries[0].changes.join(u'\n');
    CHECK(changes.contains(QStringLiteral("The answer was: Affected")));
    CHECK(changes.contains(QStringLiteral("Gone: Kaspersky Plus")));
}

TEST_CASE("a report is saved as a page and as JSON, and a place that cannot be written is told")
{
    Remembering remembering;
    remembering.check(affectedResult(), std::chrono::hours{0});
    const std::int64_t id = remembering.page.model().entries[0].id;
    const QString html = remembering.folder.filePath(QStringLiteral("r.html"));
    remembering.page.saveReport(id, HistoryPage::ReportFormat::html, html);
    CHECK(contentOf(html).startsWith("<!DOCTYPE html>"));
    CHECK(contentOf(html).contains("Kaspersky Plus"));
    const QString json = remembering.folder.filePath(QStringLiteral("r.json"));
    remembering.page.saveReport(id, HistoryPage::ReportFormat::json, json);
    const auto parsed = json::Value::parse(contentOf(json).toStdString(), nullptr, false);
    REQUIRE(parsed.is_object());
    CHECK(parsed["format"] == "offramp.check/1");
    CHECK(parsed["verdict"] == "affected");
    const QString nowhere = remembering.folder.filePath(QStringLiteral("no/such/folder/r.html"));
    remembering.page.saveReport(id, HistoryPage::ReportFormat::html, nowhere);
    CHECK_FALSE(QFile::exists(nowhere));
}

TEST_CASE("a report is saved in the language of the window")
{
    Remembering remembering;
    remembering.check(affectedResult(), std::chrono::hours{0});
    const QString html = remembering.folder.filePath(QStringLiteral("r.html"));
    Language::instance().choose(QStringLiteral("es"));
    remembering.page.saveReport(remembering.page.model().entries[0].id, HistoryPage::ReportFormat::html, html);
    Language::instance().choose(QStringLiteral("en"));
    const QString page = QString::fromUtf8(contentOf(html));
    CHECK(page.contains(QStringLiteral("<html lang=\"es")));
    CHECK(page.contains(QStringLiteral("<h2>Qué se ha encontrado</h2>")));
    CHECK(page.contains(QStringLiteral("Las actualizaciones")));
    CHECK_FALSE(page.contains(QStringLiteral("updates ended")));
}

TEST_CASE("clearing the history asks first, and forgets everything")
{
    Remembering remembering;
    remembering.check(affectedResult(), std::chrono::hours{0});
    remembering.press("clear");
    remembering.press("keep");
    CHECK(remembering.page.model().entries.size() == 1);
    remembering.press("clear");
    remembering.press("forget");
    CHECK(remembering.page.model().entries.isEmpty());
}

TEST_CASE("a history that cannot be kept says why, and a recorded computer has none")
{
    AppSettings settings(Memory::forgets);
    HistoryService broken(nullptr, Error{ErrorCode::accessDenied, "state.db cannot be opened", 0});
    HistoryPage page(PageContext{settings, nullptr, &broken, nullptr});
    page.setState({});
    CHECK(page.model().problem.contains(QStringLiteral("state.db cannot be opened")));
    broken.remember(affectedResult(), {});
    HistoryPage recorded(PageContext{settings});
    recorded.setState({});
    CHECK(recorded.model().problem.contains(QStringLiteral("recorded computers")));
}
