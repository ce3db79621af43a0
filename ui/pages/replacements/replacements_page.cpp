#include "pages/replacements/replacements_page.h"

#include "pages/replacements/replacement_cards.h"
#include "style/theme.h"
#include "text/format.h"
#include "text/words.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/choice.h"
#include "widgets/compare_tray.h"
#include "widgets/coverage_mark.h"
#include "widgets/flow_layout.h"
#include "widgets/label.h"
#include "widgets/segments.h"
#include "widgets/toggle.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

QVBoxLayout* makeColumn(QWidget* box, int gap)
{
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    return column;
}

// A card whose content has the usual margins.
QVBoxLayout* makePadded(Card* card, int gap)
{
    const Theme& theme = Theme::instance();
    auto* content = new QWidget;
    QVBoxLayout* column = makeColumn(content, gap);
    const int side = theme.space(space::m) - 1;
    column->setContentsMargins(side, theme.space(space::inner), side, theme.space(space::inner));
    card->addPlain(content);
    return column;
}

// Segments are found again by name after the page was made anew, so each needs one of its own.
void nameSegments(Segments* segments, const QString& name)
{
    segments->setObjectName(name);
    for (Segment* each : segments->findChildren<Segment*>()) {
        each->setObjectName(name + u'-' + each->objectName());
    }
}

Label* makeHeading(const QString& text)
{
    auto* label = new Label(text, Type::bodyStrong, Color::text);
    label->setHeading();
    return label;
}

}   // namespace

ReplacementsPage::ReplacementsPage(QWidget* parent) : Page(parent) {}

QString ReplacementsPage::title() const
{
    return tr("Replacements");
}

void ReplacementsPage::showPart(const QString& part)
{
    if (part == QLatin1String("compare") && !m_picked.isEmpty()) {
        setView(View::comparison);
    }
}

void ReplacementsPage::takeState()
{
    const CheckResult* result = state().result();
    // A check that found something else begins the wishes anew; one that found the same leaves what was chosen.
    if (result != nullptr && (!m_begun || m_had != result->needs.features)) {
        m_begun = true;
        m_had = result->needs.features;
        m_wishes = wishesFrom(*result);
    }
    refresh();
}

void ReplacementsPage::refresh()
{
    const CheckResult* result = state().result();
    m_model = result != nullptr && state().catalog != nullptr
                  ? replacementsModel(*result, *state().catalog, m_wishes, m_picked, toLocal(state().now).date())
                  : ReplacementsModel();
    if (m_model.compared.isEmpty()) {
        m_view = View::list;
    }
    rebuild();
}

void ReplacementsPage::setFeature(const std::string& id, bool on)
{
    on ? static_cast<void>(m_wishes.features.insert(id)) : static_cast<void>(m_wishes.features.erase(id));
    refresh();
}

void ReplacementsPage::setPlatform(const std::string& id, bool on)
{
    on ? static_cast<void>(m_wishes.alsoOn.insert(id)) : static_cast<void>(m_wishes.alsoOn.erase(id));
    refresh();
}

void ReplacementsPage::setCompared(const QString& id, bool on)
{
    m_picked.removeAll(id);
    if (on && m_picked.size() < mostCompared) {
        m_picked.append(id);
    }
    refresh();
}

void ReplacementsPage::setView(View view)
{
    m_view = view;
    rebuild();
    focusOn(view == View::comparison ? QStringLiteral("backToList") : QStringLiteral("sideBySide"));
}

QWidget* ReplacementsPage::makeHead() const
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, theme.space(space::half), column);
    auto* line = new QWidget;
    auto* flow = new FlowLayout(theme.space(space::m), theme.space(space::half));
    line->setLayout(flow);
    auto* heading = new Label(title(), Type::title, Color::text);
    heading->setHeading();
    flow->addWidget(heading);
    auto* legend = new QWidget;
    auto* marks = new FlowLayout(theme.space(space::m), theme.space(2));
    legend->setLayout(marks);
    for (const FeatureCover cover :
         {FeatureCover::confirmed, FeatureCover::stated, FeatureCover::unknown, FeatureCover::notIncluded}) {
        marks->addWidget(new CoverageMark(cover, coverWord(cover), QString()));
    }
    flow->addWidget(legend);
    flow->setLastAtEnd();
    column->addWidget(line);
    column->addWidget(new Label(tr("Ranked by what you had. Nobody pays to be listed, and no link earns us anything."),
                                Type::body, Color::text2));
    if (!m_model.factsAge.isEmpty()) {
        column->addWidget(new Label(m_model.factsAge, Type::caption, Color::text3));
    }
    return box;
}

QWidget* ReplacementsPage::makeWishes()
{
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setAccessibleName(tr("What you want to keep"));
    QVBoxLayout* column = makePadded(card, theme.space(2));
    column->addWidget(makeHeading(tr("What you want to keep")));
    column->addWidget(new Label(m_model.origin, Type::small, Color::text2));
    column->addSpacing(theme.space(space::s));
    for (const WishToggle& wish : m_model.features) {
        auto* row = new QHBoxLayout;
        row->setSpacing(theme.space(space::s));
        row->addWidget(new Label(wish.name, Type::small, Color::text), 1);
        auto* toggle = new Toggle(wish.name);
        toggle->setObjectName(QStringLiteral("keep-") + QString::fromStdString(wish.id));
        toggle->setChecked(wish.on);
        if (wish.fixed) {
            toggle->lock(tr("Every replacement has to be an antivirus."));
        }
        connect(toggle, &QCheckBox::toggled, this, [this, id = wish.id](bool on) { setFeature(id, on); });
        row->addWidget(toggle, 0, Qt::AlignVCenter);
        column->addLayout(row);
    }
    return card;
}

QWidget* ReplacementsPage::makeLimits()
{
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setAccessibleName(tr("Limits"));
    QVBoxLayout* column = makePadded(card, theme.space(space::s));
    column->addWidget(makeHeading(tr("Devices")));
    auto* devices = new Segments(tr("Devices"));
    devices->addSegment(number(1));
    devices->addSegment(tr("2 to 5"));
    devices->addSegment(tr("More"));
    nameSegments(devices, QStringLiteral("devices"));
    devices->setCurrent(static_cast<int>(m_model.wishes.devices));
    connect(devices, &Segments::chosen, this, [this](int chosen) {
        m_wishes.devices = static_cast<DeviceCount>(chosen);
        refresh();
    });
    column->addWidget(devices);
    column->addWidget(makeHeading(tr("Yearly price")));
    auto* budget = new Segments(tr("Yearly price"));
    budget->addSegment(tr("Free"));
    budget->addSegment(tr("To $80"));
    budget->addSegment(tr("Any"));
    nameSegments(budget, QStringLiteral("budget"));
    budget->setCurrent(static_cast<int>(m_model.wishes.budget));
    connect(budget, &Segments::chosen, this, [this](int chosen) {
        m_wishes.budget = static_cast<Budget>(chosen);
        refresh();
    });
    column->addWidget(budget);
    column->addWidget(makeHeading(tr("Also for")));
    for (const WishToggle& platform : m_model.platforms) {
        auto* box = new TickBox(platform.name);
        box->setObjectName(QStringLiteral("also-") + QString::fromStdString(platform.id));
        box->setAccessibleName(tr("Also for %1").arg(platform.name));
        box->setChecked(platform.on);
        connect(box, &QCheckBox::toggled, this, [this, id = platform.id](bool on) { setPlatform(id, on); });
        column->addWidget(box);
    }
    return card;
}

QWidget* ReplacementsPage::makeFilters()
{
    auto* box = new QWidget;
    QVBoxLayout* column = makeColumn(box, Theme::instance().space(space::m));
    column->addWidget(makeWishes());
    column->addWidget(makeLimits());
    column->addStretch(1);
    return box;
}

QWidget* ReplacementsPage::makeList()
{
    auto* box = new QWidget;
    QVBoxLayout* column = makeColumn(box, Theme::instance().space(space::inner));
    const CardActions actions{[this](const QString& id, bool on) { setCompared(id, on); },
                              [this](const QString& id, bool open) {
                                  open ? static_cast<void>(m_open.insert(id)) : static_cast<void>(m_open.remove(id));
                                  rebuild();
                              }};
    for (const ReplacementCard& card : m_model.cards) {
        column->addWidget(makeReplacementCard(card, m_open.contains(card.id) ? Details::open : Details::folded,
                                              m_model.trayFull ? Tray::full : Tray::hasRoom, pageWidth(), actions));
    }
    if (!m_model.leftOut.isEmpty()) {
        column->addWidget(new Label(m_model.leftOut, Type::small, Color::text2));
    }
    column->addStretch(1);
    return box;
}

QWidget* ReplacementsPage::makeTray()
{
    auto* tray = new CompareTray(static_cast<int>(mostCompared), this);
    tray->setObjectName(QStringLiteral("tray"));
    QList<CompareTray::Item> items;
    for (const ReplacementCard& card : m_model.compared) {
        items.append({card.id, card.name});
    }
    tray->setItems(items);
    connect(tray, &CompareTray::removed, this, [this](const QString& id) { setCompared(id, false); });
    connect(tray, &CompareTray::compareRequested, this, [this] { setView(View::comparison); });
    return tray;
}

void ReplacementsPage::rebuild()
{
    const Theme& theme = Theme::instance();
    auto* content = new QWidget;
    QVBoxLayout* column = makeColumn(content, theme.space(space::m));
    const bool comparing = m_view == View::comparison && !m_model.compared.isEmpty();
    if (comparing) {
        auto* back = new Button(title(), ButtonKind::quiet, nullptr, ButtonSize::small);
        back->setFlush();
        back->setLeadingIcon(Icon::arrowLeft);
        back->setObjectName(QStringLiteral("backToList"));
        back->setAccessibleName(tr("Back to the list of replacements"));
        connect(back, &QPushButton::clicked, this, [this] { setView(View::list); });
        column->addWidget(back, 0, Qt::AlignLeading);
        auto* heading = new Label(tr("Side by side"), Type::title, Color::text);
        heading->setHeading();
        auto* head = new QVBoxLayout;
        head->setSpacing(theme.space(space::half));
        head->addWidget(heading);
        head->addWidget(new Label(m_model.factsAge, Type::caption, Color::text3));
        column->addLayout(head);
        column->addWidget(makeComparison(m_model, pageWidth(), [this](const QString& id) { setCompared(id, false); }));
    } else {
        column->addWidget(makeHead());
        if (!m_model.hasResult) {
            column->addWidget(
                new Label(tr("The list appears when this computer has been checked."), Type::body, Color::text2));
        } else if (pageWidth() == PageWidth::narrow) {
            if (theme.largeText() && !m_model.compared.isEmpty()) {
                column->addWidget(makeTray());   // below the list it would leave no room for the list
            }
            column->addWidget(makeFilters());
            column->addWidget(makeList());
        } else {
            auto* columns = new QHBoxLayout;
            columns->setSpacing(theme.space(space::m));
            QWidget* filters = makeFilters();
            filters->setFixedWidth(theme.dp(size::sideColumn_replacementsFilters));
            columns->addWidget(filters);
            columns->addWidget(makeList(), 1);
            column->addLayout(columns);
        }
    }
    column->addStretch(1);
    setContent(content);
    setFooter(comparing || m_model.compared.isEmpty() || theme.largeText() ? nullptr : makeTray());
}

}   // namespace offramp::ui
