#include "scenes.h"

#include "scripted_results.h"
#include "widgets/disclosure_card.h"
#include "widgets/foldable_group.h"

#include <QAbstractButton>
#include <QApplication>
#include <QScrollArea>

namespace offramp::ui {

namespace {

void settleScene()
{
    for (int i = 0; i < 6; ++i) {
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QApplication::processEvents();
    }
}

// The visible buttons whose name begins so, as they are now: pages are made anew when something is pressed.
QList<QAbstractButton*> buttons(const MainWindow& window, const char* begin)
{
    QList<QAbstractButton*> found;
    for (auto* each : window.findChildren<QAbstractButton*>()) {
        if (each->isVisible() && each->objectName().startsWith(QLatin1String(begin))) {
            found.append(each);
        }
    }
    return found;
}

void press(const MainWindow& window, const char* begin, qsizetype which = 0)
{
    const QList<QAbstractButton*> found = buttons(window, begin);
    if (which < found.size()) {
        found[which]->click();
    }
    settleScene();
}

// What asks stands at the end of the page.
void bringIntoView(const MainWindow& window, const char* begin, qsizetype which = 0)
{
    const QList<QAbstractButton*> found = buttons(window, begin);
    QAbstractButton* const button = which < found.size() ? found[which] : nullptr;
    for (QWidget* parent = button; parent != nullptr; parent = parent->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(parent)) {
            area->ensureWidgetVisible(button, 0, area->viewport()->height() / 2);
        }
    }
    settleScene();
}

void pickTwo(MainWindow& window)
{
    press(window, "compare-", 1);
    press(window, "compare-", 2);
}

void compareThree(MainWindow& window)
{
    press(window, "compare-", 0);
    pickTwo(window);
    press(window, "sideBySide");
}

// Everything that folds, as often as opening it shows more to open.
void unfold(MainWindow& window)
{
    for (int round = 0; round < 3; ++round) {
        QList<QAbstractButton*> folded = buttons(window, "more");
        for (auto* head : window.findChildren<DisclosureHead*>()) {
            folded.append(head);
        }
        for (auto* head : window.findChildren<GroupHeader*>()) {
            folded.append(head);
        }
        for (QAbstractButton* each : folded) {
            if (each->isVisible() && !each->isChecked()) {
                each->click();
            }
        }
        settleScene();
    }
}

}   // namespace

const std::vector<Scene>& allScenes()
{
    static const std::vector<Scene> all{
        {"overview-first-start", "", "affected", PageId::overview, StartedAs::first, nullptr},
        {"overview-traces-unfolded", "", "traces", PageId::overview, StartedAs::everyday, unfold},
        {"products-unfolded", "04-products", "affected", PageId::products, StartedAs::everyday, unfold},
        {"timeline-unfolded", "05-timeline", "affected", PageId::timeline, StartedAs::everyday, unfold},
        {"replacements-picked", "06-replacements", "affected", PageId::replacements, StartedAs::everyday, pickTwo},
        {"replacements-compared", "", "affected", PageId::replacements, StartedAs::everyday, compareThree},
        {"replacements-details", "", "affected", PageId::replacements, StartedAs::everyday,
         [](MainWindow& window) { press(window, "details-", 1); }},
        {"history-filled", "", "affected", PageId::history, StartedAs::everyday, nullptr},
        {"history-asks", "", "affected", PageId::history, StartedAs::everyday,
         [](MainWindow& window) {
             press(window, "clear");
             bringIntoView(window, "keep");
         }},
        {"settings-everyday", "", "affected", PageId::settings, StartedAs::everyday, nullptr},
        {"settings-asks", "", "affected", PageId::settings, StartedAs::everyday,
         [](MainWindow& window) {
             press(window, "deleteFacts");
             press(window, "forgetSettings");
             bringIntoView(window, "deleteFactsNow");
         }},
        {"remind-everyday", "", "affected", PageId::remindLater, StartedAs::everyday, nullptr},
        {"remind-asked", "", "affected", PageId::remindLater, StartedAs::everyday, nullptr, "", askingPolicy},
        {"remind-last-day", "", "affected", PageId::remindLater, StartedAs::everyday, nullptr, "", lastDayPolicy},
        {"overview-asked", "", "affected", PageId::overview, StartedAs::everyday, nullptr, "", askingPolicy},
        {"overview-policy-refused", "", "affected", PageId::overview, StartedAs::everyday, nullptr, "", refusedPolicy},
        {"about-license", "", "affected", PageId::about, StartedAs::everyday,
         [](MainWindow& window) {
             press(window, "license-", 2);
             bringIntoView(window, "license-", 2);
         }},
        {"removal-before", "07-wizard-before-you-start", "affected", PageId::switchSafely, StartedAs::everyday, nullptr,
         "before"},
        {"removal-before-fault", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr, "before-fault"},
        {"removal-before-counted", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr,
         "before-counted"},
        {"removal-before-waives", "", "affected", PageId::switchSafely, StartedAs::everyday,
         [](MainWindow& window) { press(window, "settle-passwordVault"); }, "before"},
        {"removal-waiting", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr, ""},
        {"removal-moved", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr, "moved"},
        {"removal-managed", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr, "managed"},
        {"removal-failed", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr, "failed"},
        {"removal-protection", "", "affected", PageId::switchSafely, StartedAs::everyday,
         [](MainWindow& window) { press(window, "next"); }, "ready"},
        {"removal-review", "08-wizard-review-the-plan", "affected", PageId::switchSafely, StartedAs::everyday,
         [](MainWindow& window) {
             press(window, "next");
             press(window, "next");
         },
         "ready"},
        {"removal-rehearsal", "", "affected", PageId::switchSafely, StartedAs::everyday,
         [](MainWindow& window) {
             press(window, "rehearse");
             press(window, "next");
             press(window, "next");
         },
         "ready"},
        {"removal-remove", "09-wizard-remove", "affected", PageId::switchSafely, StartedAs::everyday, nullptr,
         "remove"},
        {"removal-remove-details", "", "affected", PageId::switchSafely, StartedAs::everyday, unfold, "remove"},
        {"removal-remove-window", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr, "remove-window"},
        {"removal-remove-silent", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr, "remove-silent"},
        {"removal-remove-password", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr,
         "remove-password"},
        {"removal-remove-stopping", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr,
         "remove-stopping"},
        {"removal-remove-failed", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr, "remove-failed"},
        {"removal-remove-declined", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr,
         "remove-declined"},
        {"removal-remove-stopped", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr,
         "remove-stopped"},
        {"removal-abandons", "", "affected", PageId::switchSafely, StartedAs::everyday,
         [](MainWindow& window) { press(window, "askToAbandon"); }, "remove-failed"},
        {"removal-restart", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr, "restart"},
        {"removal-restart-not-safe", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr,
         "restart-not-safe"},
        {"removal-check-not-safe", "", "affected", PageId::switchSafely, StartedAs::everyday, nullptr,
         "check-not-safe"},
        {"removal-check", "10-wizard-check", "affected", PageId::switchSafely, StartedAs::everyday, nullptr, "check"},
        {"removal-check-unfolded", "", "affected", PageId::switchSafely, StartedAs::everyday, unfold, "check"},
        {"removal-done", "11-wizard-done", "affected", PageId::switchSafely, StartedAs::everyday,
         [](MainWindow& window) { window.showPage(PageId::switchSafely, QStringLiteral("removal-1")); }, "done"},
        {"removal-undone", "", "affected", PageId::switchSafely, StartedAs::everyday,
         [](MainWindow& window) { window.showPage(PageId::switchSafely, QStringLiteral("removal-1")); }, "undone"},
        {"removal-left", "", "traces", PageId::reviewLeft, StartedAs::everyday, nullptr, "left"},
        {"overview-unfinished-removal", "", "affected", PageId::switchSafely, StartedAs::everyday,
         [](MainWindow& window) { press(window, "quit"); }, "remove-stopped"},
    };
    return all;
}

void show(const Scene& scene, MainWindow& window)
{
    window.showPage(scene.page);
    settleScene();
    if (scene.prepare != nullptr) {
        scene.prepare(window);
    }
}

}   // namespace offramp::ui
