#include "shell/main_window.h"

#include "base/clock.h"
#include "pages/info/info_page.h"
#include "pages/overview/overview_page.h"
#include "pages/replacements/replacements_page.h"
#include "pages/why/why_page.h"
#include "style/icon.h"
#include "style/theme.h"
#include "widgets/focus_ring.h"
#include "widgets/nav_rail.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QToolTip>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int contentFoldsBelow = 560;

const QString& placeKey()
{
    static const QString key = QStringLiteral("window/geometry");
    return key;
}

const QString& personKey()
{
    static const QString key = QStringLiteral("person");
    return key;
}

}   // namespace

MainWindow::MainWindow(Memory memory, QWidget* parent)
    : QWidget(parent), m_memory(memory), m_rail(new NavRail(this)), m_stack(new QStackedWidget(this)),
      m_overview(new OverviewPage)
{
    setWindowTitle(QStringLiteral("Offramp"));
    setWindowIcon(appIcon());
    setMinimumSize(size::windowMin[0], size::windowMin[1]);
    resize(size::window[0], size::window[1]);
    setAttribute(Qt::WA_OpaquePaintEvent);

    // The order of RailPage.
    m_rail->addPage(Icon::overview, tr("Overview"), NavRail::Place::top);
    m_rail->addPage(Icon::products, tr("Products"), NavRail::Place::top);
    m_rail->addPage(Icon::timeline, tr("Timeline"), NavRail::Place::top);
    m_rail->addPage(Icon::replacements, tr("Replacements"), NavRail::Place::top);
    m_rail->addPage(Icon::history, tr("History"), NavRail::Place::top);
    m_rail->addPage(Icon::settings, tr("Settings"), NavRail::Place::bottom);
    m_rail->setCurrent(0);
    m_stack->addWidget(m_overview);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    new FocusRing(*this);

    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &MainWindow::applyTheme);
    connect(m_rail, &NavRail::pageChosen, this, [this](int page) { showPage(static_cast<RailPage>(page)); });
    connect(m_overview, &OverviewPage::actionRequested, this, &MainWindow::act);
    connect(m_overview, &OverviewPage::personChosen, this, &MainWindow::choosePerson);
    if (m_memory == Memory::remembers) {
        restoreGeometry(QSettings().value(placeKey()).toByteArray());
    }
}

Person MainWindow::rememberedPerson()
{
    const std::string word = QSettings().value(personKey()).toString().toStdString();
    return personFromString(word).value_or(Person::us);
}

const OverviewModel& MainWindow::overview() const
{
    return m_overview->model();
}

void MainWindow::attach(SessionBridge& bridge)
{
    m_bridge = &bridge;
    connect(m_bridge, &SessionBridge::changed, this, &MainWindow::showState);
    m_overview->setPerson(bridge.person());
    showState();
}

void MainWindow::showFailure(Missing missing, const Error& problem)
{
    m_overview->setModel(overviewFailure(missing, problem));
    emit updated();
}

void MainWindow::showState()
{
    m_state = m_bridge->state();
    m_overview->setModel(overviewModel(m_state, m_bridge->catalog(), SystemClock().now()));
    m_overview->setPerson(m_bridge->person());
    m_rail->setCount(static_cast<int>(RailPage::products), static_cast<int>(m_overview->model().found.size()));
    if (m_state.phase == CheckPhase::done) {
        updateReplacements();
        if (m_why != nullptr && result() != nullptr) {
            m_why->setModel(whyModel(*result()));
        }
    }
    emit updated();
}

void MainWindow::updateReplacements()
{
    if (m_replacements != nullptr && m_bridge != nullptr && result() != nullptr) {
        m_replacements->setModel(replacementsModel(*result(), m_bridge->catalog()));
    }
}

void MainWindow::applyTheme()
{
    setPalette(Theme::instance().palette());
    QToolTip::setPalette(Theme::instance().palette());
    foldRail();
    m_overview->rebuild();
    if (m_info != nullptr) {
        m_info->rebuild();
    }
    if (m_why != nullptr) {
        m_why->rebuild();
    }
    if (m_replacements != nullptr) {
        m_replacements->rebuild();
    }
    update();
}

void MainWindow::foldRail()
{
    const Theme& theme = Theme::instance();
    // The drawn numbers are for a body of 14; smaller text does not make narrow columns better.
    const auto atLeast = [&](int design) { return std::max(design, theme.dp(design)); };
    m_rail->setFolded(theme.largeText() || width() - atLeast(size::rail) < atLeast(contentFoldsBelow));
}

void MainWindow::showPage(RailPage page)
{
    m_rail->setCurrent(static_cast<int>(page));
    switch (page) {
    case RailPage::overview: m_stack->setCurrentWidget(m_overview); return;
    case RailPage::replacements:
        if (m_replacements == nullptr) {
            m_replacements = new ReplacementsPage;
            m_stack->addWidget(m_replacements);
            updateReplacements();
        }
        m_stack->setCurrentWidget(m_replacements);
        return;
    case RailPage::products: showTopic(InfoTopic::products); return;
    case RailPage::timeline: showTopic(InfoTopic::timeline); return;
    case RailPage::history: showTopic(InfoTopic::history); return;
    case RailPage::settings: showTopic(InfoTopic::settings); return;
    }
}

void MainWindow::showTopic(InfoTopic topic)
{
    if (m_info == nullptr) {
        m_info = new InfoPage;
        m_stack->addWidget(m_info);
        connect(m_info, &InfoPage::backRequested, this, &MainWindow::backToOverview);
    }
    const bool ofRail = topic == InfoTopic::products || topic == InfoTopic::timeline || topic == InfoTopic::history
                        || topic == InfoTopic::settings;
    if (!ofRail) {
        m_rail->setCurrent(static_cast<int>(RailPage::overview));
    }
    m_info->setModel(infoModel(topic, result()), ofRail ? BackLink::none : BackLink::shown);
    m_stack->setCurrentWidget(m_info);
}

void MainWindow::showWhy()
{
    if (result() == nullptr) {
        return;
    }
    if (m_why == nullptr) {
        m_why = new WhyPage;
        m_stack->addWidget(m_why);
        connect(m_why, &WhyPage::backRequested, this, &MainWindow::backToOverview);
    }
    m_why->setModel(whyModel(*result()));
    m_rail->setCurrent(static_cast<int>(RailPage::overview));
    m_stack->setCurrentWidget(m_why);
}

void MainWindow::backToOverview()
{
    showPage(RailPage::overview);
    if (auto* why = m_overview->findChild<QWidget*>(QStringLiteral("why"))) {
        why->setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::act(OverviewAction action)
{
    switch (action) {
    case OverviewAction::switchSafely: showTopic(InfoTopic::switchSafely); return;
    case OverviewAction::reviewLeft: showTopic(InfoTopic::reviewLeft); return;
    case OverviewAction::remindLater: showTopic(InfoTopic::remindLater); return;
    case OverviewAction::keepSuccessor: showTopic(InfoTopic::keepSuccessor); return;
    case OverviewAction::lookThere: showTopic(InfoTopic::lookThere); return;
    case OverviewAction::seeReplacements: showPage(RailPage::replacements); return;
    case OverviewAction::whyWeSayThis: showWhy(); return;
    case OverviewAction::copySummary: QGuiApplication::clipboard()->setText(summaryText(m_overview->model())); return;
    case OverviewAction::checkAgain: checkAgain(); return;
    case OverviewAction::cancelCheck:
        if (m_bridge != nullptr) {
            m_bridge->cancelCheck();
        }
        return;
    }
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

void MainWindow::choosePerson(Person person)
{
    if (m_memory == Memory::remembers) {
        QSettings().setValue(
            personKey(), QString::fromUtf8(toString(person).data(), static_cast<qsizetype>(toString(person).size())));
    }
    if (m_bridge != nullptr) {
        m_bridge->setPerson(person);
    }
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
    if (event->key() == Qt::Key_Escape && m_stack->currentWidget() != m_overview) {
        backToOverview();
        return;
    }
    if (event->matches(QKeySequence::Refresh)) {
        act(OverviewAction::checkAgain);
        return;
    }
    QWidget::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_memory == Memory::remembers) {
        QSettings().setValue(placeKey(), saveGeometry());
    }
    QWidget::closeEvent(event);
}

}   // namespace offramp::ui
