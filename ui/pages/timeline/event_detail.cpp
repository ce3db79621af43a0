#include "pages/timeline/event_detail.h"

#include "style/theme.h"
#include "text/format.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"
#include "widgets/source_note.h"
#include "widgets/status_pill.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int nameWidth = 112;

struct Timeline {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

// "Binds          The Kaspersky group": beside each other, or one below the other when text is large.
enum class Line { text, withButton };   // a button makes the first line of the value taller

void addLine(QVBoxLayout* column, const QString& name, QWidget* value, Line line = Line::text)
{
    const Theme& theme = Theme::instance();
    auto* label = new Label(name, Type::body, Color::text3);
    if (theme.largeText()) {
        column->addWidget(label);
        column->addWidget(value);
        return;
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.space(space::m));
    label->setFixedWidth(theme.dp(nameWidth));
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    if (line == Line::withButton) {
        names->addSpacing((std::max<int>(size::touchMin, theme.dp(size::buttonSmall)) - theme.lineHeight(Type::body))
                          / 2);
    }
    names->addWidget(label);
    names->addStretch(1);
    row->addLayout(names);
    row->addWidget(value, 1);
    column->addLayout(row);
}

QWidget* makeCitation(const QString& citation)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* row = nullptr;
    QWidget* box = makeBox(Qt::Horizontal, theme.space(space::inner), row);
    auto* words = new Label(citation, Type::body, Color::text);
    words->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    row->addWidget(words, 1);
    auto* copy = new Button(Timeline::tr("Copy"), ButtonKind::quiet, nullptr, ButtonSize::small);
    copy->setFlush();
    copy->setObjectName(QStringLiteral("copyCitation"));
    copy->setAccessibleName(Timeline::tr("Copy the citation"));
    QObject::connect(copy, &QPushButton::clicked, copy,
                     [citation] { QGuiApplication::clipboard()->setText(citation); });
    row->addWidget(copy, 0, Qt::AlignTop);
    return box;
}

QWidget* makeHowSure(const TimelineDetail& detail)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* row = nullptr;
    QWidget* box = makeBox(Qt::Horizontal, theme.space(space::s), row);
    row->addWidget(new IconView(detail.readIn->mark, size::iconRow, detail.readIn->markColor), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.space(2));
    words->addWidget(new Label(detail.howSure, Type::body, Color::text));
    if (!detail.notConfirmed.isEmpty()) {
        words->addWidget(
            new Label(Timeline::tr("Not confirmed: %1").arg(detail.notConfirmed.join(QStringLiteral("; "))),
                      Type::small, Color::text2));
    }
    row->addLayout(words, 1);
    return box;
}

QWidget* makeAlsoIn(const QList<SourceNoteContent>& sources)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, theme.space(space::s), column);
    QBoxLayout* rest = nullptr;
    QWidget* folded = makeBox(Qt::Vertical, theme.space(space::s), rest);
    folded->hide();
    for (const SourceNoteContent& source : sources) {
        rest->addWidget(new SourceNote(source));
    }
    const auto count = sources.size();
    auto* more = new Button(Timeline::tr("%n more source(s)", nullptr, static_cast<int>(count)), ButtonKind::quiet,
                            nullptr, ButtonSize::small);
    more->setFlush();
    more->setTrailingIcon(Icon::chevronDown);
    more->setObjectName(QStringLiteral("moreSources"));
    QObject::connect(more, &QPushButton::clicked, more, [more, folded] {
        folded->show();
        more->hide();
    });
    column->addWidget(more, 0, Qt::AlignLeading);
    column->addWidget(folded);
    return box;
}

}   // namespace

QWidget* makeEventDetail(const TimelineDetail& detail)
{
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setAccessibleName(detail.title);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    const int side = theme.space(space::m) - 1;
    column->setContentsMargins(side, theme.space(space::inner), side, side);
    column->setSpacing(theme.space(space::s));
    auto* title = new Label(detail.title, Type::subtitle, Color::text);
    title->setHeading();
    if (detail.pill) {
        auto* pill = new StatusPill(detail.pill->tone, detail.pill->word);
        QBoxLayout* head = nullptr;
        QWidget* box = makeBox(theme.largeText() ? Qt::Vertical : Qt::Horizontal, theme.space(space::inner), head);
        head->addWidget(title, 1);
        head->addWidget(pill, 0, theme.largeText() ? Qt::AlignLeading : Qt::AlignTop);
        column->addWidget(box);
    } else {
        column->addWidget(title);
    }
    column->addWidget(new Label(detail.date, Type::caption, Color::text2));
    column->addWidget(new Label(detail.text, Type::body, Color::text2));
    for (const TimelineLine& line : detail.lines) {
        addLine(column, line.name, new Label(line.value, Type::body, Color::text));
    }
    if (!detail.citedAs.isEmpty()) {
        addLine(column, Timeline::tr("Cited as"), makeCitation(detail.citedAs), Line::withButton);
    }
    if (detail.readIn) {
        addLine(column, Timeline::tr("Read in"), new SourceNote(*detail.readIn), Line::withButton);
        addLine(column, Timeline::tr("How sure"), makeHowSure(detail));
    }
    if (!detail.alsoIn.isEmpty()) {
        addLine(column, QString(), makeAlsoIn(detail.alsoIn));
    }
    column->addStretch(1);
    card->addPlain(content);
    return card;
}

}   // namespace offramp::ui
