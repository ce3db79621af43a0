#include "pages/timeline/timeline_page.h"

#include "pages/timeline/event_detail.h"
#include "shell/page_head.h"
#include "style/theme.h"
#include "widgets/card.h"
#include "widgets/flow_layout.h"
#include "widgets/label.h"
#include "widgets/segments.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int legendMark = 12;
constexpr int listHeight = 260;
constexpr int pageTop = 20;

// A mark of the axis beside its word.
class LegendMark final : public QWidget {
public:
    explicit LegendMark(PickMark mark) : m_mark(mark)
    {
        const int side = Theme::instance().icon(legendMark);
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintPickMark(painter, rect(), m_mark, false);
    }

private:
    PickMark m_mark;
};

QWidget* makeLegendEntry(PickMark mark, const QString& word)
{
    const Theme& theme = Theme::instance();
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.space(6));
    row->addWidget(new LegendMark(mark), 0, Qt::AlignVCenter);
    row->addWidget(new Label(word, Type::caption, Color::text2), 1);
    return box;
}

}   // namespace

TimelinePage::TimelinePage(QWidget* parent) : Page(parent) {}

QString TimelinePage::title() const
{
    return tr("Timeline");
}

void TimelinePage::takeState()
{
    const bool same = m_detailPlace != nullptr && m_result == state().session.result && m_catalog == state().catalog
                      && m_model.person == state().person;
    m_result = state().session.result;
    m_catalog = state().catalog;
    m_model = timelineModel(state().session, state().catalog, state().person, state().now);
    const bool known = std::any_of(m_model.entries.begin(), m_model.entries.end(),
                                   [&](const TimelineEntry& entry) { return entry.row.id == m_picked; });
    if (!known || !m_chosen) {
        m_picked = m_model.start;
        m_chosen = false;
    }
    if (!same) {
        rebuild();
    }
}

void TimelinePage::showPart(const QString& part)
{
    if (m_list != nullptr && m_list->row(part) != nullptr) {
        m_list->choose(part);
    }
}

void TimelinePage::rebuild()
{
    const Theme& theme = Theme::instance();
    m_axis = nullptr;
    m_list = nullptr;
    m_listCard = nullptr;
    m_detail = nullptr;
    QBoxLayout* column = nullptr;
    QWidget* content = makeBox(Qt::Vertical, theme.space(space::m), column);
    column->addLayout(
        makePageHead(title(), tr("Which rules matter depends on who you are, not only on where you are.")));
    column->addWidget(makePeople());
    auto* below = new QBoxLayout(pageWidth() == PageWidth::narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    below->setSpacing(theme.space(space::m));
    auto* place = new QWidget;
    m_detailPlace = new QVBoxLayout(place);
    m_detailPlace->setContentsMargins(0, 0, 0, 0);
    if (m_model.entries.isEmpty()) {
        m_detailPlace->addWidget(new Label(m_model.note, Type::body, Color::text2));
        m_detailPlace->addStretch(1);
    } else {
        column->addWidget(makeAxisCard());
        m_listCard = makeListCard();
        below->addWidget(m_listCard, 0, pageWidth() == PageWidth::narrow ? Qt::Alignment() : Qt::AlignTop);
    }
    below->addWidget(place, 1);
    column->addLayout(below, 1);
    m_content = content;
    setContent(content);
    if (m_list != nullptr) {
        pick(m_picked);
        QTimer::singleShot(0, m_list, [this] { fitList(); });   // once everything has its place
    }
}

void TimelinePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    fitList();
}

// The list ends where the window ends: it scrolls by itself, and the picked row must not be below the window's edge.
void TimelinePage::fitList()
{
    if (m_list == nullptr || pageWidth() == PageWidth::narrow) {
        return;
    }
    const Theme& theme = Theme::instance();
    const int top = theme.space(pageTop) + m_listCard->mapTo(m_content, QPoint()).y();
    m_listCard->setFixedHeight(std::max(theme.dp(listHeight), height() - top - theme.space(space::m)));
}

QWidget* TimelinePage::makePeople()
{
    auto* segments = new Segments(tr("Who you are"));
    segments->setObjectName(QStringLiteral("people"));
    for (const PersonChoice& choice : m_model.people) {
        const int position = segments->addSegment(choice.name);
        if (choice.person == m_model.person) {
            segments->setCurrent(position);
        }
    }
    connect(segments, &Segments::chosen, this,
            [this](int position) { emit personChosen(m_model.people.at(position).person); });
    return segments;
}

QWidget* TimelinePage::makeAxisCard()
{
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setAccessibleName(tr("Drawn timeline"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    const int side = theme.space(space::m) - 1;
    column->setContentsMargins(side, theme.space(space::inner), side, theme.space(space::inner));
    column->setSpacing(theme.space(space::m));
    auto* top = new QWidget;
    auto* flow = new FlowLayout(theme.space(space::m), theme.space(space::half));
    flow->setLastAtEnd();
    top->setLayout(flow);
    m_axis = new TimeAxis(m_model.axis);
    m_axis->setObjectName(QStringLiteral("axis"));
    const bool shortened = !m_axis->layoutFor(theme.dp(480)).breaks.isEmpty();
    flow->addWidget(
        new Label(shortened ? tr("Quiet stretches are drawn shorter") : QString(), Type::caption, Color::text3));
    auto* legend = new QWidget;
    auto* entries = new FlowLayout(theme.space(space::m), theme.space(2));
    legend->setLayout(entries);
    entries->addWidget(makeLegendEntry(PickMark::diamond, tr("Rule or authority")));
    entries->addWidget(makeLegendEntry(PickMark::circle, tr("Company")));
    if (m_model.axis.bar) {
        entries->addWidget(makeLegendEntry(PickMark::bar, tr("This computer")));
    }
    flow->addWidget(legend);
    column->addWidget(top);
    column->addWidget(m_axis);
    connect(m_axis, &TimeAxis::eventChosen, this, [this](const QString& id) { m_list->choose(id); });
    card->addPlain(content);
    return card;
}

QWidget* TimelinePage::makeListCard()
{
    const Theme& theme = Theme::instance();
    QList<PickContent> rows;
    for (const TimelineEntry& entry : m_model.entries) {
        rows.append(entry.row);
    }
    auto* card = new Card;
    card->setAccessibleName(tr("Events"));
    m_list = new PickList(tr("Events"), rows);
    m_list->setObjectName(QStringLiteral("events"));
    auto* area = new PickArea(m_list);
    connect(m_list, &PickList::chosen, this, [this](const QString& id) {
        m_chosen = true;
        pick(id);
    });
    // The rows are square and the card's corners are not.
    QBoxLayout* inside = nullptr;
    QWidget* box = makeBox(Qt::Vertical, 0, inside);
    inside->setContentsMargins(0, radius::base / 2 + 1, 0, radius::base / 2 + 1);
    inside->addWidget(area);
    card->addPlain(box);
    if (pageWidth() == PageWidth::narrow) {
        card->setFixedHeight(theme.largeText() ? theme.dp(listHeight) * 3 / 4 : theme.dp(listHeight));
    } else {
        card->setFixedWidth(theme.dp(size::sideColumn_timelineList));
    }
    return card;
}

void TimelinePage::pick(const QString& id)
{
    m_picked = id;
    m_list->setPicked(id);
    m_axis->setPicked(id);
    showDetail();
}

void TimelinePage::showDetail()
{
    const auto found = std::find_if(m_model.entries.begin(), m_model.entries.end(),
                                    [&](const TimelineEntry& entry) { return entry.row.id == m_picked; });
    if (found == m_model.entries.end()) {
        return;
    }
    if (m_detail != nullptr) {
        m_detailPlace->removeWidget(m_detail);
        m_detail->hide();
        m_detail->deleteLater();
    }
    m_detail = makeEventDetail(found->detail);
    m_detailPlace->addWidget(m_detail, 1);
}

}   // namespace offramp::ui
