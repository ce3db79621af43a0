// MainWindow: the rail, the pages, and which page answers which wish.
#pragma once

#include "bridge/session_bridge.h"
#include "pages/info/info_model.h"
#include "pages/overview/overview_model.h"

#include <QWidget>

class QStackedWidget;

namespace offramp::ui {

class InfoPage;
class NavRail;
class OverviewPage;
class ReplacementsPage;
class WhyPage;

enum class RailPage { overview, products, timeline, replacements, history, settings };
enum class Memory { remembers, forgets };   // whether place and person are kept for the next start

class MainWindow final : public QWidget {
    Q_OBJECT

public:
    explicit MainWindow(Memory memory, QWidget* parent = nullptr);

    // The window can be seen before there is anything to show. `bridge` must outlive it.
    void attach(SessionBridge& bridge);
    void showFailure(Missing missing, const Error& problem);

    void showPage(RailPage page);
    void showTopic(InfoTopic topic);
    void showWhy();
    void checkAgain();
    // Also out of the task bar, and in front of other programs as far as the desktop lets us.
    void comeToFront();
    [[nodiscard]] const OverviewModel& overview() const;

    // For whom the rules were looked at last time.
    [[nodiscard]] static Person rememberedPerson();

signals:
    void firstFramePainted();
    void startRequested();   // "Check again" while nothing is attached
    void updated();          // after each change of the session was shown

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void applyTheme();
    void foldRail();
    void act(OverviewAction action);
    void showState();
    void updateReplacements();
    void choosePerson(Person person);
    void backToOverview();
    [[nodiscard]] const CheckResult* result() const { return m_state.result.get(); }

    Memory m_memory;
    SessionBridge* m_bridge = nullptr;
    SessionState m_state;
    NavRail* m_rail;
    QStackedWidget* m_stack;
    OverviewPage* m_overview;
    InfoPage* m_info = nullptr;   // the rest is made when it is first wanted
    WhyPage* m_why = nullptr;
    ReplacementsPage* m_replacements = nullptr;
    bool m_painted = false;
};

}   // namespace offramp::ui
