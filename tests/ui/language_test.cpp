// Choosing a language: what is shipped, what it changes, and that a window hears of it.
#include "text/format.h"
#include "text/language.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <catch2/catch.hpp>

using namespace offramp::ui;

namespace {

class Listener final : public QLabel {
public:
    int told = 0;

protected:
    void changeEvent(QEvent* event) override { told += event->type() == QEvent::LanguageChange ? 1 : 0; }
};

struct BackToEnglish {
    ~BackToEnglish() { Language::instance().choose(QStringLiteral("en")); }
};

}   // namespace

TEST_CASE("English and Spanish are shipped, each under its own name")
{
    const QList<ShippedLanguage>& all = shippedLanguages();
    REQUIRE(all.size() == 2);
    CHECK(all[0].code == QLatin1String("en"));
    CHECK(all[0].ownName == QLatin1String("English"));
    CHECK(all[1].code == QLatin1String("es"));
    CHECK(all[1].ownName == QStringLiteral("Espa\u00F1ol"));
    CHECK_FALSE(isShippedLanguage(QStringLiteral("xx")));
}

TEST_CASE("a window hears of another language once, and dates and numbers follow it")
{
    const BackToEnglish after;
    Language::instance().choose(QStringLiteral("en"));
    Listener window;
    QApplication::processEvents();
    window.told = 0;
    int signalled = 0;
    QObject::connect(&Language::instance(), &Language::changed, &window, [&] { ++signalled; });
    Language::instance().choose(QStringLiteral("es"));
    QApplication::processEvents();
    CHECK(window.told == 1);
    CHECK(signalled == 1);
    CHECK(Language::instance().current() == QLatin1String("es"));
    CHECK(longDate(QDate(2024, 9, 29)).contains(QLatin1String("septiembre")));
    Language::instance().choose(QStringLiteral("es"));
    QApplication::processEvents();
    CHECK(window.told == 1);
    Language::instance().choose(QStringLiteral("en"));
    CHECK(longDate(QDate(2024, 9, 29)) == QLatin1String("September 29, 2024"));
}

TEST_CASE("Qt's own words are translated too")
{
    const BackToEnglish after;
    Language::instance().choose(QStringLiteral("es"));
    CHECK(QCoreApplication::translate("QWidgetTextControl", "&Copy") == QLatin1String("&Copiar"));
}
