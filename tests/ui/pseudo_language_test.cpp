// The window in a language nobody speaks: whatever can still be read was forgotten.
#include "base/utf8_path.h"
#include "every_page.h"
#include "layout_check.h"
#include "platform/person_settings.h"
#include "pseudo_language.h"
#include "scripted_removal.h"
#include "shown_facts.h"
#include "text/language.h"
#include "text/license_texts.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace offramp;
using namespace offramp::ui;

namespace {

QStringList textsOf(const QWidget& widget)
{
    QStringList texts{widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()};
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        texts.append(label->text());
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        texts.append(button->text());
    } else if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) {
        texts.append(line->placeholderText());
    }
    return texts;
}

// What is left of a text when names and the like are taken out, if that still has plain letters.
QString untranslated(const QString& text, const QStringList& facts)
{
    static const QRegularExpression plain(QStringLiteral("[A-Za-z]{2,}"));
    QString rest = text;
    if (!rest.contains(plain)) {
        return {};
    }
    for (const QString& fact : facts) {
        rest.replace(fact, QStringLiteral("\u25A1"), Qt::CaseInsensitive);
    }
    return rest.contains(plain) ? text : QString();
}

}   // namespace

TEST_CASE("in a language nobody speaks nothing can be read but names, and every text was extracted", "[sweep]")
{
    const PseudoLanguage nobodys;
    std::set<std::string> forgotten;
    const auto read = [&](const ScriptedWindow& shown, const QStringList& facts) {
        for (const QWidget* widget : shown.window.findChildren<QWidget*>()) {
            for (const QString& text : textsOf(*widget)) {
                if (const QString rest = untranslated(text, facts); !rest.isEmpty()) {
                    forgotten.insert(rest.toStdString());
                }
            }
        }
    };
    for (const NamedState& each : allScriptedStates()) {
        ScriptedWindow shown(each.state);
        const QStringList facts = shownFacts(each.state, shown.session.catalog());
        for (const PageEntry& page : allPages()) {
            shown.window.showPage(page.id);
            settle();
            read(shown, facts);
        }
    }
    // A scene also shows what is remembered of other checks, folders, and licenses word for word.
    Everyday everyday;
    const std::vector<NamedState> states = allScriptedStates();
    QStringList others;
    for (const LicenseText& license : licenseTexts()) {
        others.append(QString::fromUtf8(license.text.data(), static_cast<qsizetype>(license.text.size())));
    }
    others += removalFacts();
    if (const auto folder = personDataFolder()) {
        others.append(QDir::toNativeSeparators(QString::fromStdString(pathToUtf8(*folder))));
    }
    for (const NamedState& each : states) {
        others += shownFacts(withPolicy(each.state, askingPolicy), scriptedCatalog());
    }
    std::sort(others.begin(), others.end(),
              [](const QString& one, const QString& other) { return one.size() > other.size(); });
    for (const Scene& scene : allScenes()) {
        const ScriptedWindow shown(scene, scriptedState(states, scene.state), everyday);
        read(shown, others);
    }
    for (const std::string& each : forgotten) {
        FAIL_CHECK(each);
    }
    for (const QString& each : nobodys.notExtracted()) {
        FAIL_CHECK("not in the translations: " << each.toStdString());
    }
}

TEST_CASE("texts that are much longer are still shown whole", "[sweep]")
{
    const PseudoLanguage nobodys;
    for (const QSize size : {QSize(960, 680), QSize(760, 560)}) {
        onEveryPage(size, [&](MainWindow& window, const std::string& where) {
            for (const QString& problem : layoutProblems(window)) {
                INFO(where << ", " << size.width() << " wide");
                FAIL_CHECK(problem.toStdString());
            }
        });
    }
}

TEST_CASE("what is open changes its language at once, and says what it would have said from the start", "[sweep]")
{
    for (const NamedState& each : allScriptedStates()) {
        Language::instance().choose(QStringLiteral("en"));
        ScriptedWindow shown(each.state);
        Language::instance().choose(QStringLiteral("es"));
        settle();
        ScriptedWindow fresh(each.state);
        const auto words = [](const MainWindow& window) {
            QStringList all;
            for (const QWidget* widget : window.findChildren<QWidget*>()) {
                if (widget->isVisible()) {
                    all += textsOf(*widget);
                }
            }
            all.removeAll(QString());
            return all;
        };
        for (const PageEntry& page : allPages()) {
            INFO(each.name << ", " << page.word);
            shown.window.showPage(page.id);
            fresh.window.showPage(page.id);
            Language::instance().choose(QStringLiteral("en"));
            settle();
            Language::instance().choose(QStringLiteral("es"));
            settle();
            const QStringList changed = words(shown.window);
            const QStringList started = words(fresh.window);
            CHECK(changed.size() == started.size());
            for (qsizetype i = 0; i < std::min(changed.size(), started.size()); ++i) {
                CHECK(changed[i].toStdString() == started[i].toStdString());
            }
            CHECK(shown.window.windowTitle() == fresh.window.windowTitle());
        }
    }
    Language::instance().choose(QStringLiteral("en"));
}
