#include "pages/products/product_body.h"

#include "pages/why/reason_block.h"
#include "style/theme.h"
#include "text/format.h"
#include "text/words.h"
#include "widgets/accessible.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/elided_path.h"
#include "widgets/flow_layout.h"
#include "widgets/how_sure.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

constexpr int kindWidth = 184;
constexpr int traceRow = 30;
constexpr qsizetype tracesAtFirst = 12;
constexpr qsizetype reasonsAtFirst = 3;

struct Products {
    Q_DECLARE_TR_FUNCTIONS(Products)
};

class TraceLine final : public QWidget {
public:
    TraceLine() { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), Theme::instance().color(Color::line)); }
};

// What is folded away until a person asks for it.
void addMore(QBoxLayout* column, QWidget* folded, const QString& words, const char* name)
{
    folded->hide();
    column->addWidget(folded);
    auto* more = new Button(words, ButtonKind::quiet, nullptr, ButtonSize::small);
    more->setFlush();
    more->setTrailingIcon(Icon::chevronDown);
    more->setObjectName(QLatin1String(name));
    QObject::connect(more, &QPushButton::clicked, more, [more, folded] {
        folded->show();
        more->hide();
    });
    column->addWidget(more, 0, Qt::AlignLeading);
}

QWidget* makeWhy(const ProductCard& card)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, theme.space(space::s), column);
    auto* title = new Label(Products::tr("Why"), Type::bodyStrong, Color::text);
    title->setHeading();
    column->addWidget(title);
    QBoxLayout* rest = nullptr;
    QWidget* folded = nullptr;
    for (qsizetype i = 0; i < card.why.size(); ++i) {
        if (i == reasonsAtFirst) {
            folded = makeBox(Qt::Vertical, theme.space(space::s), rest);
        }
        // The next reason of the same source stands right above that source's line.
        const bool sameFollows = i + 1 < card.why.size() && i + 1 != reasonsAtFirst && card.why[i].source
                                 && card.why[i + 1].source && card.why[i].source->text == card.why[i + 1].source->text
                                 && card.why[i].source->address == card.why[i + 1].source->address;
        (folded != nullptr ? rest : column)
            ->addWidget(makeReasonBlock(card.why[i], sameFollows ? ReasonSource::saidBelow : ReasonSource::shown));
    }
    if (folded != nullptr) {
        const auto hidden = card.why.size() - reasonsAtFirst;
        addMore(column, folded, Products::tr("Show %n more reason(s)", nullptr, static_cast<int>(hidden)),
                "moreReasons");
    }
    return box;
}

QWidget* makeFacts(const QList<ProductFact>& facts, PageWidth width)
{
    const Theme& theme = Theme::instance();
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.space(space::m));
    grid->setVerticalSpacing(theme.space(space::s));
    const int columns = theme.largeText() ? 1 : width == PageWidth::narrow ? 2 : 4;
    int position = 0;
    for (const ProductFact& fact : facts) {
        QBoxLayout* column = nullptr;
        QWidget* cell = makeBox(Qt::Vertical, 0, column);
        column->addWidget(new Label(fact.name, Type::caption, Color::text3));
        column->addWidget(new Label(fact.value, Type::body, fact.known ? Color::text : Color::text3));
        grid->addWidget(cell, position / columns, position % columns, Qt::AlignTop);
        grid->setColumnStretch(position % columns, 1);
        ++position;
    }
    return box;
}

QWidget* makeTrace(const ProductTrace& trace)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* row = nullptr;
    QWidget* box = makeBox(Qt::Horizontal, theme.space(space::inner), row);
    setAccessibleRole(*box, QAccessible::ListItem);
    box->setAccessibleName(trace.kind + QStringLiteral(", ") + (trace.place.isEmpty() ? trace.text : trace.place));
    const int top = theme.space(5);
    row->setContentsMargins(0, top, 0, top);
    row->addWidget(new IconView(trace.icon, size::iconRow, Color::text2), 0,
                   theme.largeText() ? Qt::AlignTop : Qt::AlignVCenter);
    auto* kind = new Label(trace.kind, Type::small, Color::text);
    QWidget* what = nullptr;
    if (trace.place.isEmpty()) {
        what = new Label(trace.text, Type::small, Color::text2);
    } else {
        what = new ElidedPath(trace.place);
    }
    if (theme.largeText()) {
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(kind);
        words->addWidget(what);
        if (trace.confidence) {
            words->addWidget(new HowSure(*trace.confidence, confidenceWord(*trace.confidence)), 0, Qt::AlignLeading);
        }
        row->addLayout(words, 1);
        return box;
    }
    kind->setFixedWidth(theme.dp(kindWidth));
    kind->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    row->addWidget(kind);
    if (auto* label = qobject_cast<Label*>(what)) {
        label->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    }
    row->addWidget(what, 1);
    if (trace.confidence) {
        row->addWidget(new HowSure(*trace.confidence, confidenceWord(*trace.confidence)), 0, Qt::AlignVCenter);
    }
    box->setMinimumHeight(theme.dp(traceRow));
    return box;
}

QWidget* makeTraces(const ProductCard& card)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, 0, column);
    auto* head = new QWidget;
    auto* line = new FlowLayout(theme.space(space::s), 0);
    line->setLastAtEnd();
    head->setLayout(line);
    auto* words = new QWidget;
    auto* flow = new FlowLayout(theme.space(space::s), 0);
    words->setLayout(flow);
    auto* title = new Label(Products::tr("What we found"), Type::bodyStrong, Color::text);
    title->setHeading();
    flow->addWidget(title);
    flow->addWidget(new Label(Products::tr("%n trace(s) of it", nullptr, card.traceCount), Type::small, Color::text2));
    line->addWidget(words);
    auto* copy = new Button(Products::tr("Copy"), ButtonKind::quiet, nullptr, ButtonSize::small);
    copy->setFlush();
    copy->setLeadingIcon(Icon::copy);
    copy->setObjectName(QStringLiteral("copy"));
    copy->setAccessibleName(Products::tr("Copy what is known of %1").arg(card.title));
    QObject::connect(copy, &QPushButton::clicked, copy,
                     [card] { QGuiApplication::clipboard()->setText(productText(card)); });
    line->addWidget(copy);
    column->addWidget(head);
    QBoxLayout* rest = nullptr;
    QWidget* folded = nullptr;
    for (qsizetype i = 0; i < card.traces.size(); ++i) {
        if (i == tracesAtFirst) {
            folded = makeBox(Qt::Vertical, 0, rest);
        }
        QBoxLayout* into = folded != nullptr ? rest : column;
        into->addWidget(new TraceLine);
        into->addWidget(makeTrace(card.traces[i]));
    }
    if (folded != nullptr) {
        const auto hidden = card.traces.size() - tracesAtFirst;
        column->addWidget(new TraceLine);
        addMore(column, folded, Products::tr("Show %n more trace(s)", nullptr, static_cast<int>(hidden)), "moreTraces");
    } else if (!card.traces.isEmpty()) {
        column->addWidget(new TraceLine);
    }
    return box;
}

// A place that was read stands alone; those that were not, for one reason, share that reason.
struct PlaceGroup {
    QString names;
    QString problem;   // empty when it was read
};

QList<PlaceGroup> grouped(const QList<ProductPlace>& places)
{
    QList<PlaceGroup> groups;
    for (const ProductPlace& place : places) {
        if (place.read) {
            groups.append({place.name, QString()});
        }
    }
    QStringList problems;
    for (const ProductPlace& place : places) {
        if (!place.read && !problems.contains(place.problem)) {
            problems.append(place.problem);
        }
    }
    for (const QString& problem : problems) {
        QStringList names;
        for (const ProductPlace& place : places) {
            if (!place.read && place.problem == problem) {
                names.append(place.name);
            }
        }
        groups.append({joined(names), problem});
    }
    return groups;
}

}   // namespace

QWidget* makePlaces(const QList<ProductPlace>& places)
{
    const Theme& theme = Theme::instance();
    auto* box = new QWidget;
    auto* flow = new FlowLayout(theme.space(space::m), theme.space(space::half));
    box->setLayout(flow);
    flow->addWidget(new Label(Products::tr("Where we looked"), Type::small, Color::text));
    for (const PlaceGroup& group : grouped(places)) {
        const QString words =
            group.problem.isEmpty() ? group.names : group.names + QStringLiteral(": ") + group.problem;
        auto* mark = new QWidget;
        setAccessibleRole(*mark, QAccessible::ListItem);
        mark->setAccessibleName(group.problem.isEmpty() ? words + QStringLiteral(", ") + Products::tr("read completely")
                                                        : words);
        auto* row = new QHBoxLayout(mark);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(theme.space(6));
        const bool read = group.problem.isEmpty();
        row->addWidget(new IconView(read ? Icon::check : Icon::unknown, 16, read ? Color::fine : Color::unknown), 0,
                       Qt::AlignTop);
        row->addWidget(new Label(words, Type::caption, Color::text2), 1);
        flow->addWidget(mark);
    }
    return box;
}

QWidget* makeProductBody(const ProductCard& card, const QList<ProductPlace>& places, PageWidth width)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, theme.space(space::m), column);
    const int side = theme.space(space::m) - 1;
    column->setContentsMargins(side, side, side, side);
    column->addWidget(makeWhy(card));
    column->addWidget(makeFacts(card.facts, width));
    column->addWidget(makeTraces(card));
    if (!places.isEmpty()) {
        column->addWidget(makePlaces(places));
    }
    return box;
}

}   // namespace offramp::ui
