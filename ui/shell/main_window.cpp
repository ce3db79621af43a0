#include "shell/main_window.h"

#include "base/clock.h"
#include "bridge/removal_service.h"
#include "pages/overview/overview_page.h"
#include "shell/page_registry.h"
#include "shell/window_place.h"
#include "style/icon.h"
#include "style/theme.h"
#include "widgets/accessible.h"
#include "widgets/focus_ring.h"
#include "widgets/nav_rail.h"
#include "widgets/page_stack.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QTimer>
#include <QToolTip>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int contentFoldsBelow = 560;

}   // namespace

MainWindow::MainWindow(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_rail(new NavRail(this)), m_stack(new PageStack(this))
{
    setAccessibleRole(*this, QAccessible::Window);
    setWindowIcon(appIcon());
    setMinimumSize(size::windowMin[0], size::windowMin[1]);
    resize(size::window[0], size::window[1]);
    setAttribute(Qt::WA_OpaquePaintEvent);

    for (const PageEntry& each : allPages()) {
        if (each.inRail) {
            m_rail->addPage(each.inRail->icon, railName(*each.inRail), each.inRail->place);
            m_railPages.append(each.id);
        }
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    new FocusRing(*this);

    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &MainWindow::applyTheme);
    m_state.person = m_context.settings.person().value_or(AppSettings::guessedPerson());
    m_state.asksForPerson = m_context.settings.asksForPerson();
    m_overview = static_cast<OverviewPage*>(&page(PageId::overview));
    showPage(PageId::overview);
    if (m_context.removal != nullptr) {
        connect(m_context.removal, &RemovalService::changed, this, &MainWindow::followRemoval);
        m_state.unfinishedRemoval = m_context.removal->isUnfinished();
    }
    connect(m_rail, &NavRail::pageChosen, this, [this](int number) { showPage(m_railPages.at(number)); });
    restoreGeometry(m_context.settings.windowPlace());
    keepVisible(*this);
}

const OverviewModel& MainWindow::overview() const
{
    return m_overview->model();
}

void MainWindow::attach(SessionBridge& bridge)
{
    if (m_bridge != nullptr) {
        m_bridge->disconnect(this);
    }
    m_bridge = &bridge;
    connect(m_bridge, &SessionBridge::changed, this, &MainWindow::showState);
    showState();
    // Also those that are hidden: what they were shown from may end with the session before.
    for (auto each = m_pages.cbegin(); each != m_pages.cend(); ++each) {
        if (each.key() != PageId::overview && each.key() != m_current) {
            each.value()->setState(m_state);
        }
    }
}

void MainWindow::showFailure(Missing missing, const Error& problem)
{
    m_state.failure = StartFailure{missing, problem};
    m_overview->setState(m_state);
    emit updated();
}

void MainWindow::showState()
{
    m_state.session = m_bridge->state();
    m_state.catalog = &m_bridge->catalog();
    m_state.person = m_bridge->person();
    m_state.now = SystemClock().now();
    m_state.failure.reset();
    m_overview->setState(m_state);   // also while hidden: the tray speaks from it
    if (m_current != PageId::overview) {
        page(m_current).setState(m_state);
    }
    m_rail->setCount(static_cast<int>(m_railPages.indexOf(PageId::products)),
                     static_cast<int>(m_overview->model().found.size()));
    emit updated();
}

Page& MainWindow::page(PageId id)
{
    if (Page* known = m_pages.value(id)) {
        return *known;
    }
    Page* made = pageEntry(id).make(m_context);
    m_pages.insert(id, made);
    m_stack->addWidget(made);
    connect(made, &Page::pageRequested, this, &MainWindow::follow);
    connect(made, &Page::checkRequested, this, &MainWindow::checkAgain);
    connect(made, &Page::personChosen, this, &MainWindow::choosePerson);
    connect(made, &Page::checkCancelRequested, this, [this] {
        if (m_bridge != nullptr) {
            m_bridge->cancelCheck();
        }
    });
    return *made;
}

void MainWindow::showPage(PageId id, const QString& part)
{
    const PageEntry& entry = pageEntry(id);
    m_rail->setCurrent(static_cast<int>(m_railPages.indexOf(entry.inRail ? id : entry.belongsTo)));
    const QWidget* focused = QApplication::focusWidget();
    if (focused != nullptr && page(m_current).isAncestorOf(focused)) {
        m_leftAt.insert(m_current, focused->objectName());
    }
    Page& wanted = page(id);
    m_current = id;
    wanted.setState(m_state);
    wanted.showPart(part);
    m_rail->setVisible(!wanted.wantsWholeWindow());
    m_stack->changeTo(&wanted);
    showTitle();
}

void MainWindow::showTitle()
{
    setWindowTitle(m_current == PageId::overview ? QStringLiteral("Offramp")
                                                 : tr("%1 \u2013 Offramp").arg(page(m_current).title()));
}

void MainWindow::follow(PageId id, const QString& part)
{
    showPage(id, part);
    page(id).focusOn(m_leftAt.take(id));   // who comes back goes on where they left
}

void MainWindow::choosePerson(Person person)
{
    m_context.settings.setPerson(person);
    m_state.asksForPerson = m_context.settings.asksForPerson();
    m_state.person = person;
    if (m_bridge != nullptr) {
        m_bridge->setPerson(person);
    }
    page(m_current).setState(m_state);
}

void MainWindow::followRemoval()
{
    const bool unfinished = m_context.removal->isUnfinished();
    if (unfinished != m_state.unfinishedRemoval) {
        m_state.unfinishedRemoval = unfinished;
        m_overview->setState(m_state);
    }
    if (m_closesWhenStopped && !m_context.removal->isWorking()) {
        m_closesWhenStopped = false;
        close();
    }
}

void MainWindow::applyTheme()
{
    setPalette(Theme::instance().palette());
    QToolTip::setPalette(Theme::instance().palette());
    foldRail();
    update();
}

void MainWindow::foldRail()
{
    const Theme& theme = Theme::instance();
    // The drawn numbers are for a body of 14; smaller text does not make narrow columns better.
    const auto atLeast = [&](int design) { return std::max(design, theme.dp(design)); };
    m_rail->setFolded(theme.largeText() || width() - atLeast(size::rail) < atLeast(contentFoldsBelow));
}

void MainWindow::takeLanguage()
{
    for (int number = 0; number < m_railPages.size(); ++number) {
        m_rail->setName(number, railName(*pageEntry(m_railPages.at(number)).inRail));
    }
    foldRail();
    showTitle();
    m_overview->setState(m_state);   // also while hidden: the tray speaks from it
    emit updated();
}

void MainWindow::checkAgain()
{
    if (m_bridge != nullptr) {
        m_bridge->startCheck();
    } else {
        emit startRequested();
    }
}

void MainWindow::comeToFront()
{
    if (isMinimized()) {
        setWindowState(windowState() & ~Qt::WindowMinimized);
    }
    show();
    raise();
    activateWindow();
}

void MainWindow::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Color::window));
    if (!m_painted) {
        m_painted = true;
        // After the event that paints, the frame has been handed to the screen.
        QTimer::singleShot(0, this, &MainWindow::firstFramePainted);
    }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    foldRail();
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_current != PageId::overview) {
        if (page(m_current).wantsWholeWindow()) {
            page(m_current).leave();
            return;
        }
        const PageEntry& entry = pageEntry(m_current);
        follow(entry.inRail ? PageId::overview : entry.belongsTo, QString());
        return;
    }
    if (event->matches(QKeySequence::Refresh)) {
        checkAgain();
        return;
    }
    QWidget::keyPressEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        takeLanguage();
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_context.removal != nullptr && m_context.removal->isWorking()) {
        // What has begun is finished, and then the window closes.
        m_closesWhenStopped = true;
        m_context.removal->bridge()->session().stopAfterThisStep();
        if (!page(m_current).wantsWholeWindow()) {
            showPage(PageId::switchSafely);
        }
        event->ignore();
        return;
    }
    m_context.settings.setWindowPlace(saveGeometry());
    QWidget::closeEvent(event);
}

}   // namespace offramp::ui
