// MainWindow: the rail and the pages, each made when it is first wanted. Which pages there are: page_registry.h.
#pragma once

#include "bridge/session_bridge.h"
#include "pages/overview/overview_model.h"
#include "shell/app_settings.h"
#include "shell/page.h"

#include <QMap>
#include <QWidget>

namespace offramp::ui {

class NavRail;
class PageStack;
class OverviewPage;

class MainWindow final : public QWidget {
    Q_OBJECT

public:
    // What `context` names must outlive the window.
    explicit MainWindow(const PageContext& context, QWidget* parent = nullptr);

    // The window can be seen before there is anything to show. `bridge` must outlive it.
    void attach(SessionBridge& bridge);
    void showFailure(Missing missing, const Error& problem);

    void showPage(PageId page, const QString& part = {});
    [[nodiscard]] PageId currentPage() const { return m_current; }
    void checkAgain();
    // Also out of the task bar, and in front of other programs as far as the desktop lets us.
    void comeToFront();
    [[nodiscard]] const OverviewModel& overview() const;

signals:
    void firstFramePainted();
    void startRequested();   // "Check again" while nothing is attached
    void updated();          // after each change of the session was shown

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] Page& page(PageId id);
    void applyTheme();
    void foldRail();
    void takeLanguage();
    void showTitle();
    void showState();
    void follow(PageId page, const QString& part);
    void choosePerson(Person person);
    void followRemoval();

    PageContext m_context;
    SessionBridge* m_bridge = nullptr;
    PageState m_state;
    NavRail* m_rail;
    PageStack* m_stack;
    QMap<PageId, Page*> m_pages;
    QMap<PageId, QString> m_leftAt;   // name of what had the focus there
    QList<PageId> m_railPages;        // by their number in the rail
    PageId m_current = PageId::overview;
    OverviewPage* m_overview;
    bool m_painted = false;
    bool m_closesWhenStopped = false;   // a step of a removal is finished first
};

}   // namespace offramp::ui
