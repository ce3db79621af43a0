// Choosing a replacement: wishes filled in from what was found, a ranking that follows them, three side by side.
#include "bridge/session_bridge.h"
#include "events.h"
#include "pages/replacements/replacements_model.h"
#include "pages/replacements/replacements_page.h"
#include "scripted_results.h"
#include "scripted_session.h"
#include "shell/main_window.h"
#include "text/replacement_text.h"
#include "widgets/button.h"
#include "widgets/compare_tray.h"
#include "widgets/label.h"
#include "widgets/toggle.h"

#include <QApplication>
#include <QClipboard>
#include <catch2/catch.hpp>
#include <cstdlib>

using namespace offramp;
using namespace offramp::ui;

namespace {

Replacement product(const std::string& id, const std::string& name, const std::vector<std::string>& features,
                    Verification verification = Verification::read)
{
    Replacement made;
    made.id = id;
    made.name = name;
    made.owner = name + " Inc.";
    made.ownershipGroup = id;
    made.segment = "home";
    made.platforms = {"windows"};
    made.countries = {"US"};
    made.countryVerification = Verification::read;
    made.soldInUs = true;
    made.soldInUsVerification = Verification::read;
    made.homeUrl = "https://example.org/" + id;
    for (const std::string& feature : features) {
        made.features.push_back({feature, true, SourceLink{"https://example.org/f", "A page", "", verification}});
    }
    return made;
}

Catalog catalogOfFive()
{
    Catalog catalog = scriptedCatalog();
    Replacement builtIn = product("built-in", "Built-in", {"realtime_av"});
    builtIn.builtIn = true;
    builtIn.free = true;
    Replacement all = product("all", "All of it", {"realtime_av", "web_protection", "firewall", "vpn_unlimited"});
    all.priceRenewal = 120;
    all.devices = 5;
    all.platforms = {"windows", "android"};
    Replacement cheap = product("cheap", "Cheap", {"realtime_av", "web_protection"});
    cheap.priceRenewal = 40;
    cheap.devices = 1;
    cheap.packages = {{"winget", "Cheap.Cheap", "1.0", "2026-01", true, true}, {"apt", "cheap", "", "", true, false}};
    Replacement free = product("free", "Free", {"realtime_av"});
    free.free = true;
    Replacement vault = product("vault", "Vault", {"realtime_av", "password_manager"});
    LabResult old;
    old.lab = "AV-TEST";
    old.platform = "windows";
    old.until = "2024-04";
    old.outcome = "Certified";
    old.ageMonths = 31;
    old.source = SourceLink{"https://example.org/test", "A test", "", Verification::quoted};
    vault.labs = {old};
    catalog.replacements = {builtIn, all, cheap, free, vault};
    return catalog;
}

CheckResult affected()
{
    CheckResult result = affectedResult();
    result.needs.platform = OsFamily::windows;
    result.needs.segment = "home";
    result.needs.features = {"realtime_av", "web_protection", "firewall", "vpn_unlimited"};
    return result;
}

ReplacementsModel modelFor(const ReplacementWishes& wishes, const QStringList& picked = {})
{
    return replacementsModel(affected(), catalogOfFive(), wishes, picked, QDate(2026, 12, 5));
}

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(u' ');
}

QStringList ids(const ReplacementsModel& model)
{
    QStringList list;
    for (const ReplacementCard& card : model.cards) {
        list.append(card.id);
    }
    return list;
}

struct Shown {
    Shown() : session(catalogOfFive()), bridge(session), settings(Memory::forgets), window(PageContext{settings})
    {
        session.finish(affected());
        window.resize(1000, 720);
        window.attach(bridge);
        window.show();
        window.showPage(PageId::replacements);
        settle();
    }
    static void settle()
    {
        for (int i = 0; i < 6; ++i) {
            QApplication::processEvents();
        }
    }
    // The page is made anew after each press, so things are always looked for again.
    QWidget* find(const QString& name)
    {
        for (QWidget* each : window.findChildren<QWidget*>(name)) {
            if (each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    void press(const QString& name)
    {
        auto* button = qobject_cast<QAbstractButton*>(find(name));
        INFO(name.toStdString());
        REQUIRE(button != nullptr);
        REQUIRE(button->isEnabled());
        pressSpace(*button);
        settle();
    }
    QStringList cards() { return ids(page().model()); }
    ReplacementsPage& page() { return *window.findChild<ReplacementsPage*>(); }
    bool says(const char* text)
    {
        for (const Label* label : window.findChildren<Label*>()) {
            if (label->isVisible() && label->text().contains(QString::fromUtf8(text))) {
                return true;
            }
        }
        return false;
    }

    ScriptedSession session;
    SessionBridge bridge;
    AppSettings settings;
    MainWindow window;
};

}   // namespace

TEST_CASE("the wishes begin with what was found, and the antivirus is fixed")
{
    const ReplacementWishes wishes = wishesFrom(affected());
    CHECK(wishes.features == std::set<std::string>{"realtime_av", "web_protection", "firewall", "vpn_unlimited"});
    const ReplacementsModel model = modelFor(wishes);
    CHECK(model.origin.contains(QStringLiteral("Kaspersky Plus")));
    REQUIRE(model.features.size() == 5);
    CHECK(model.features[0].fixed);
    CHECK(model.features[3].on);
    CHECK_FALSE(model.features[4].on);   // the password manager: offered, not had
}

TEST_CASE("the built-in protection stands first, the rest by what is kept; old evidence says its age")
{
    const ReplacementsModel model = modelFor(wishesFrom(affected()));
    CHECK(ids(model) == words("built-in all cheap free vault"));
    CHECK(model.cards[1].coverage == QStringLiteral("4 of 4"));
    CHECK(model.cards[4].evidence.weak);
    CHECK(model.cards[4].evidence.text.contains(QStringLiteral("April 2024")));
    CHECK(model.cards[4].evidence.text.contains(QStringLiteral("31 months old")));
    CHECK(model.cards[4].evidence.address == QStringLiteral("https://example.org/test"));
    CHECK(model.cards[1].evidence.weak);
    CHECK(model.factsAge.contains(QStringLiteral("12 days old")));
}

TEST_CASE("what nobody checked is shown as unknown, never as no")
{
    ReplacementWishes wishes = wishesFrom(affected());
    const ReplacementsModel model = modelFor(wishes);
    CHECK(model.cards[2].marks[2].cover == FeatureCover::unknown);
    wishes.budget = Budget::toEighty;
    const ReplacementsModel limited = modelFor(wishes);
    CHECK(ids(limited) == words("built-in cheap free vault"));
    CHECK(limited.cards[3].reasons.join(u' ').contains(QStringLiteral("may be more")));
    CHECK(limited.leftOut.contains(QStringLiteral("1 more product")));
}

TEST_CASE("free, devices and systems leave out what is known not to fit")
{
    ReplacementWishes wishes = wishesFrom(affected());
    wishes.budget = Budget::free;
    CHECK(ids(modelFor(wishes)) == words("built-in free"));
    wishes.budget = Budget::any;
    wishes.devices = DeviceCount::twoToFive;
    CHECK_FALSE(ids(modelFor(wishes)).contains(QStringLiteral("cheap")));
    wishes.devices = DeviceCount::more;
    CHECK_FALSE(ids(modelFor(wishes)).contains(QStringLiteral("all")));
    wishes.devices = DeviceCount::one;
    wishes.alsoOn = {"android"};
    CHECK(ids(modelFor(wishes)) == words("built-in all"));
}

TEST_CASE("the command is of this system's package manager, with what is known of it")
{
    const ReplacementsModel model = modelFor(wishesFrom(affected()));
    REQUIRE(model.cards[2].packages.size() == 1);
    CHECK(model.cards[2].packages[0].command == QStringLiteral("winget install --exact --id Cheap.Cheap"));
    CHECK(model.cards[2].packages[0].note.contains(QStringLiteral("old")));
}

TEST_CASE("products side by side answer the same questions, also those a limit hides")
{
    ReplacementWishes wishes = wishesFrom(affected());
    wishes.budget = Budget::free;
    const ReplacementsModel model = modelFor(wishes, words("all vault gone"));
    REQUIRE(model.compared.size() == 2);
    CHECK_FALSE(model.trayFull);
    for (const CompareRow& row : model.comparison) {
        INFO(row.title.toStdString());
        CHECK(row.answers.size() == 2);
        CHECK((row.covers.isEmpty() || row.covers.size() == 2));
    }
}

TEST_CASE("a toggle ranks anew at once, and keeps the keyboard where it was")
{
    Shown shown;
    CHECK(shown.cards() == words("built-in all cheap free vault"));
    shown.press(QStringLiteral("keep-password_manager"));
    shown.press(QStringLiteral("keep-web_protection"));
    shown.press(QStringLiteral("keep-firewall"));
    shown.press(QStringLiteral("keep-vpn_unlimited"));
    CHECK(shown.cards() == words("built-in vault free all cheap"));
    REQUIRE(QApplication::focusWidget() != nullptr);
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("keep-vpn_unlimited"));
    auto* antivirus = qobject_cast<Toggle*>(shown.find(QStringLiteral("keep-realtime_av")));
    REQUIRE(antivirus != nullptr);
    CHECK(antivirus->isLocked());
    shown.press(QStringLiteral("keep-realtime_av"));
    CHECK(qobject_cast<Toggle*>(shown.find(QStringLiteral("keep-realtime_av")))->isChecked());
    shown.press(QStringLiteral("budget-segment0"));
    CHECK(shown.cards() == words("built-in free"));
    CHECK(shown.says("Your limits leave out 3 more products"));
}

TEST_CASE("three can be compared, a fourth is refused, and one that is taken out makes room")
{
    Shown shown;
    CHECK(shown.find(QStringLiteral("tray")) == nullptr);
    for (const char* id : {"compare-all", "compare-cheap", "compare-free"}) {
        shown.press(QString::fromLatin1(id));
    }
    REQUIRE(shown.find(QStringLiteral("tray")) != nullptr);
    QWidget* fourth = shown.find(QStringLiteral("compare-vault"));
    REQUIRE(fourth != nullptr);
    CHECK_FALSE(fourth->isEnabled());
    CHECK(fourth->toolTip().contains(QStringLiteral("Three")));
    shown.press(QStringLiteral("sideBySide"));
    CHECK(shown.says("Side by side"));
    REQUIRE(shown.find(QStringLiteral("takeout-all")) != nullptr);
    // The products share the room; the questions beside them need less.
    const auto column = [&](const char* id) { return shown.find(QString::fromLatin1(id))->parentWidget()->geometry(); };
    const QRect first = column("takeout-all");
    CHECK(std::abs(first.width() - column("takeout-free").width()) <= 1);
    CHECK(first.x() < first.width());
    shown.press(QStringLiteral("takeout-all"));
    CHECK(shown.find(QStringLiteral("takeout-all")) == nullptr);
    shown.press(QStringLiteral("backToList"));
    CHECK(shown.find(QStringLiteral("compare-vault"))->isEnabled());
    shown.press(QStringLiteral("chip-cheap"));
    shown.press(QStringLiteral("chip-free"));
    CHECK(shown.find(QStringLiteral("tray")) == nullptr);
}

TEST_CASE("details show the reasons and the command, which is copied and not run")
{
    Shown shown;
    CHECK(shown.find(QStringLiteral("copy-cheap-winget")) == nullptr);
    shown.press(QStringLiteral("details-cheap"));
    CHECK(shown.says("Offramp does not run it"));
    shown.press(QStringLiteral("copy-cheap-winget"));
    CHECK(QApplication::clipboard()->text() == QStringLiteral("winget install --exact --id Cheap.Cheap"));
    CHECK(shown.find(QStringLiteral("site-cheap"))->toolTip() == QStringLiteral("https://example.org/cheap"));
}

TEST_CASE("a check that found the same leaves the wishes, one that found something else begins anew")
{
    Shown shown;
    shown.press(QStringLiteral("keep-firewall"));
    shown.session.finish(affected());
    Shown::settle();
    CHECK(shown.page().model().wishes.features.count("firewall") == 0);
    CheckResult other = affected();
    other.needs.features = {"realtime_av", "firewall"};
    shown.session.finish(other);
    Shown::settle();
    CHECK(shown.page().model().wishes.features == std::set<std::string>{"realtime_av", "firewall"});
}
