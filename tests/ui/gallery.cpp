// ui-gallery FOLDER [FILTER]: writes a picture of the window for each scripted state, in several themes and sizes, for
// people to look at. Names containing FILTER only.
#include "bridge/session_bridge.h"
#include "scripted_results.h"
#include "scripted_session.h"
#include "shell/main_window.h"
#include "style/theme.h"
#include "widgets/accessible.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QLocale>

namespace {

using namespace offramp;
using namespace offramp::ui;

struct Variant {
    QString name;
    ThemeMode theme;
    QSize size;
    double scale;
    Qt::LayoutDirection direction;
};

void settle()
{
    for (int i = 0; i < 6; ++i) {
        QApplication::processEvents();
    }
}

}   // namespace

int main(int argc, char** argv)
{
    QApplication::setStyle(QStringLiteral("fusion"));
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installAccessibility();
    const QStringList arguments = QCoreApplication::arguments();
    const QDir folder(arguments.value(1, QStringLiteral(".")));
    const QString filter = arguments.value(2);
    const QSize usual(960, 680);
    const QSize smallest(760, 560);
    const Variant variants[] = {
        {QStringLiteral("light"), ThemeMode::light, usual, 1, Qt::LeftToRight},
        {QStringLiteral("dark"), ThemeMode::dark, usual, 1, Qt::LeftToRight},
        {QStringLiteral("contrast"), ThemeMode::highContrast, usual, 1, Qt::LeftToRight},
        {QStringLiteral("small"), ThemeMode::light, smallest, 1, Qt::LeftToRight},
        {QStringLiteral("200"), ThemeMode::light, smallest, 2, Qt::LeftToRight},
        {QStringLiteral("200-tall"), ThemeMode::light, QSize(760, 2200), 2, Qt::LeftToRight},
        {QStringLiteral("rtl"), ThemeMode::light, usual, 1, Qt::RightToLeft},
    };
    for (const Variant& variant : variants) {
        Theme::instance().setTextScale(variant.scale);
        Theme::instance().setMode(variant.theme);
        QApplication::setLayoutDirection(variant.direction);
        const auto save = [&](MainWindow& window, const QString& name) {
            const QString file = name + u'-' + variant.name + QStringLiteral(".png");
            if (file.contains(filter)) {
                settle();
                window.grab().save(folder.filePath(file));
            }
        };
        for (const NamedState& each : allScriptedStates()) {
            const QString name = QString::fromStdString(each.name);
            ScriptedSession session(scriptedCatalog());
            SessionBridge bridge(session);
            AppSettings settings(Memory::forgets);
            MainWindow window(PageContext{settings});
            window.resize(variant.size);
            session.show(each.state);
            window.attach(bridge);
            window.show();
            save(window, name);
            if (each.name == "affected") {
                window.activateWindow();
                settle();
                QWidget* primary = window.findChild<QWidget*>(QStringLiteral("action0"));
                QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
                QApplication::sendEvent(&window, &tab);
                primary->setFocus(Qt::TabFocusReason);
                save(window, name + QStringLiteral("-focus"));
                if (auto* person = window.findChild<QAbstractButton*>(QStringLiteral("person"))) {
                    person->click();
                    settle();
                    if (QWidget* menu = QApplication::activePopupWidget()) {
                        menu->grab().save(
                            folder.filePath(name + QStringLiteral("-menu-") + variant.name + QStringLiteral(".png")));
                        menu->close();
                    }
                }
                window.showPage(PageId::why);
                save(window, name + QStringLiteral("-why"));
                window.showPage(PageId::replacements);
                save(window, name + QStringLiteral("-replacements"));
                window.showPage(PageId::switchSafely);
                save(window, name + QStringLiteral("-switch"));
                window.showPage(PageId::timeline);
                save(window, name + QStringLiteral("-timeline"));
            }
            if (each.name == "affected" || each.name == "nine-products" || each.name == "clean") {
                window.showPage(PageId::products);
                save(window, name + QStringLiteral("-products"));
            }
            if (each.name == "could-not-tell") {
                window.showPage(PageId::lookThere);
                save(window, name + QStringLiteral("-look"));
            }
        }
    }
    return 0;
}
