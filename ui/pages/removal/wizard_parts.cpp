#include "pages/removal/removal_views.h"
#include "style/theme.h"
#include "text/format.h"
#include "widgets/accessible.h"
#include "widgets/aside_layout.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/flow_layout.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"
#include "widgets/status_pill.h"
#include "widgets/stepper.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

// The bars above and below: the color of the rail, a line towards the page.
class Bar final : public QWidget {
public:
    enum class LineAt { top, bottom, none };
    Bar(Color color, LineAt line) : m_color(color), m_line(line)
    {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Theme::instance().color(m_color));
        if (m_line != LineAt::none) {
            const int y = m_line == LineAt::top ? 0 : height() - 1;
            painter.fillRect(QRect(0, y, width(), 1), Theme::instance().color(Color::line));
        }
    }

private:
    Color m_color;
    LineAt m_line;
};

// A step's number in its ring.
class Ring final : public QWidget {
public:
    explicit Ring(int count) : m_text(number(count)) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }
    [[nodiscard]] QSize sizeHint() const override
    {
        const int side = Theme::instance().dp(20);
        return {side, side};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::instance();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(Color::lineStrong), 1.5));
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
        painter.setFont(theme.font(Type::caption));
        painter.setPen(theme.color(Color::text2));
        painter.drawText(rect(), Qt::AlignCenter, m_text);
    }

private:
    QString m_text;
};

int footerSide()
{
    const Theme& theme = Theme::instance();
    return theme.largeText() ? theme.space(20) : theme.space(space::wizardMargin);
}

Button* makeButton(const WizardButton& model, const WizardSink& sink, ButtonKind otherwise,
                   ButtonSize size = ButtonSize::normal)
{
    auto* button = new Button(model.text, model.primary ? ButtonKind::primary : otherwise, nullptr, size);
    button->setObjectName(actionName(model.action));
    if (model.icon) {
        button->setLeadingIcon(*model.icon);
    }
    button->setEnabled(model.enabled);
    QObject::connect(button, &QPushButton::clicked, button, [act = sink.act, action = model.action] { act(action); });
    return button;
}

}   // namespace

QString actionName(WizardAction action)
{
    switch (action) {
    case WizardAction::quit: return QStringLiteral("quit");
    case WizardAction::back: return QStringLiteral("wizardBack");
    case WizardAction::next: return QStringLiteral("next");
    case WizardAction::start: return QStringLiteral("start");
    case WizardAction::lookAgainAtGuards: return QStringLiteral("lookAgain");
    case WizardAction::chooseVaultFile: return QStringLiteral("chooseVault");
    case WizardAction::wipeVaultFile: return QStringLiteral("wipeVault");
    case WizardAction::rehearse: return QStringLiteral("rehearse");
    case WizardAction::leaveRehearsal: return QStringLiteral("leaveRehearsal");
    case WizardAction::compareAll: return QStringLiteral("compareAll");
    case WizardAction::savePlan: return QStringLiteral("savePlan");
    case WizardAction::stopAfterThisStep: return QStringLiteral("stop");
    case WizardAction::goOn: return QStringLiteral("goOn");
    case WizardAction::tryAgain: return QStringLiteral("tryAgain");
    case WizardAction::skipStep: return QStringLiteral("skip");
    case WizardAction::askToAbandon: return QStringLiteral("askToAbandon");
    case WizardAction::keepGoing: return QStringLiteral("keepGoing");
    case WizardAction::abandon: return QStringLiteral("abandon");
    case WizardAction::showItsWindow: return QStringLiteral("showItsWindow");
    case WizardAction::keepWaiting: return QStringLiteral("keepWaiting");
    case WizardAction::stopWaiting: return QStringLiteral("stopWaiting");
    case WizardAction::noPassword: return QStringLiteral("noPassword");
    case WizardAction::restartNow: return QStringLiteral("restartNow");
    case WizardAction::leaveThem: return QStringLiteral("leaveThem");
    case WizardAction::moveThem: return QStringLiteral("moveThem");
    case WizardAction::undo: return QStringLiteral("undo");
    case WizardAction::saveHtml: return QStringLiteral("saveHtml");
    case WizardAction::savePdf: return QStringLiteral("savePdf");
    case WizardAction::saveJson: return QStringLiteral("saveJson");
    case WizardAction::openHistory: return QStringLiteral("openHistory");
    case WizardAction::reminders: return QStringLiteral("reminders");
    case WizardAction::savePageForAdministrator: return QStringLiteral("savePage");
    case WizardAction::finish: return QStringLiteral("finish");
    }
    return {};
}

QWidget* makeWizardHeader(const WizardFrame& frame)
{
    const Theme& theme = Theme::instance();
    auto* box = new Bar(Color::rail, Bar::LineAt::bottom);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 1);
    column->setSpacing(0);
    auto* stepper = new Stepper(Removal::tr("Steps of the guided removal"), frame.steps);
    stepper->setCurrent(frame.step);
    column->addWidget(stepper);
    if (!frame.mark.isEmpty()) {
        auto* strip = new Bar(Color::accentSoft, Bar::LineAt::top);
        strip->setObjectName(QStringLiteral("rehearsalMark"));
        auto* row = new QHBoxLayout(strip);
        row->setContentsMargins(footerSide(), theme.space(6), footerSide(), theme.space(6));
        row->setSpacing(theme.space(space::s));
        row->addWidget(new IconView(Icon::eye, 18, Color::accentMark), 0, Qt::AlignTop);
        row->addWidget(new Label(frame.mark, Type::small, Color::text), 1);
        column->addWidget(strip);
    }
    return box;
}

QWidget* makeWizardFooter(const WizardFrame& frame, const WizardSink& sink)
{
    const Theme& theme = Theme::instance();
    auto* bar = new Bar(Color::rail, Bar::LineAt::top);
    auto* outer = new QVBoxLayout(bar);
    const int over = theme.largeText() ? theme.space(space::s) : theme.space(space::m);
    outer->setContentsMargins(footerSide(), over, footerSide(), over);
    auto* line = new QWidget;
    auto* flow = new FlowLayout(theme.space(space::inner), theme.space(space::s));
    line->setLayout(flow);
    outer->addWidget(line);
    if (frame.leading) {
        const bool stops = frame.leading->action == WizardAction::stopAfterThisStep;
        auto* leading = makeButton(*frame.leading, sink, stops ? ButtonKind::secondary : ButtonKind::quiet);
        if (!stops) {
            leading->setFlush();
        }
        flow->addWidget(leading);
    } else {
        flow->addWidget(new QWidget);   // what is last stands at the end
    }
    auto* end = new QWidget;
    auto* parts = new FlowLayout(theme.space(space::inner), theme.space(space::s));
    end->setLayout(parts);
    // In large text there is no room for both; the page says the same.
    if (!frame.note.isEmpty() && !theme.largeText()) {
        QBoxLayout* row = nullptr;
        QWidget* note = makeBox(Qt::Horizontal, theme.space(space::s), row);
        row->setContentsMargins(0, theme.space(7), 0, theme.space(7));
        if (frame.noteIcon) {
            row->addWidget(new IconView(*frame.noteIcon, 18, frame.noteColor), 0, Qt::AlignTop);
        }
        row->addWidget(new Label(frame.note, Type::body, Color::text2), 1);
        parts->addWidget(note);
    }
    for (const WizardButton& button : frame.buttons) {
        parts->addWidget(makeButton(button, sink, ButtonKind::secondary));
    }
    flow->addWidget(end);
    flow->setLastAtEnd(FlowLayout::LastAlone::atEnd);
    return bar;
}

QWidget* makeWizardHead(const QString& title, const QString& text, std::optional<Tone> tone)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* row = nullptr;
    QWidget* box = makeBox(Qt::Horizontal, theme.space(space::m), row);
    if (tone) {
        row->addWidget(new IconView(lookOf(*tone).icon, 36, lookOf(*tone).mark), 0, Qt::AlignTop);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.space(space::half));
    row->addLayout(words, 1);
    auto* heading = new Label(title, tone ? Type::headline : Type::title, Color::text);
    heading->setObjectName(QStringLiteral("headline"));
    heading->setHeading();
    words->addWidget(heading);
    if (!text.isEmpty()) {
        words->addWidget(new Label(text, Type::body, Color::text2));
    }
    return box;
}

QWidget* makeColumn(QBoxLayout*& column)
{
    QBoxLayout* outer = nullptr;
    QWidget* box = makeBox(Qt::Vertical, 0, outer);
    column = new QVBoxLayout;
    column->setSpacing(Theme::instance().space(space::m));
    outer->addLayout(column);
    outer->addStretch(1);
    return box;
}

WizardColumns makeColumns(QWidget* head, int sideWidth, PageWidth width)
{
    const Theme& theme = Theme::instance();
    const bool wide = width == PageWidth::wide;
    WizardColumns made;
    made.content = makeColumn(made.whole);
    made.whole->addWidget(head);
    QBoxLayout* both = nullptr;
    made.whole->addWidget(makeBox(wide ? Qt::Horizontal : Qt::Vertical, theme.space(space::m), both));
    both->addWidget(makeColumn(made.main), wide ? 1 : 0, Qt::Alignment());
    QWidget* side = makeColumn(made.side);
    both->addWidget(side);
    if (wide) {
        side->setFixedWidth(theme.dp(sideWidth));
    }
    return made;
}

QWidget* makeButtons(const QList<WizardButton>& buttons, const WizardSink& sink)
{
    const Theme& theme = Theme::instance();
    auto* box = new QWidget;
    auto* flow = new FlowLayout(theme.space(space::s), theme.space(space::s));
    box->setLayout(flow);
    for (const WizardButton& button : buttons) {
        flow->addWidget(makeButton(button, sink, ButtonKind::secondary));
    }
    return box;
}

Button* makeQuietButton(const WizardButton& model, const WizardSink& sink)
{
    Button* button = makeButton(model, sink, ButtonKind::quiet, ButtonSize::small);
    button->setFlush();
    return button;
}

QWidget* makeNumbered(int count, const QString& text)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* row = nullptr;
    QWidget* box = makeBox(Qt::Horizontal, theme.space(space::inner), row);
    row->addWidget(new Ring(count), 0, Qt::AlignTop);
    row->addWidget(new Label(text, Type::body, Color::text), 1);
    return box;
}

QWidget* makeFact(Icon icon, Color color, const QString& text, Color ink)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* row = nullptr;
    QWidget* box = makeBox(Qt::Horizontal, theme.space(space::inner), row);
    row->addWidget(new IconView(icon, 18, color), 0, Qt::AlignTop);
    row->addWidget(new Label(text, Type::small, ink), 1);
    return box;
}

QWidget* makePadded(QBoxLayout*& column, int gap)
{
    const Theme& theme = Theme::instance();
    QWidget* box = makeBox(Qt::Vertical, theme.space(gap), column);
    const int side = theme.space(space::m) - 1;
    column->setContentsMargins(side, theme.space(space::inner), side, theme.space(14));
    return box;
}

Card* makeTitledCard(const QString& title, QBoxLayout*& column)
{
    auto* card = new Card;
    card->setAccessibleName(title);
    card->addPlain(makePadded(column, space::s));
    auto* heading = new Label(title, Type::bodyStrong, Color::text);
    heading->setHeading();
    column->addWidget(heading);
    return card;
}

QWidget* makeGapCard(const GapCard& gap, const QString& title)
{
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setAccessibleName(title + QStringLiteral(", ") + gap.word);
    QBoxLayout* column = nullptr;
    QWidget* box = makePadded(column, space::s);
    QBoxLayout* head = nullptr;
    QWidget* line = makeBox(Qt::Horizontal, 0, head);
    auto* aside = new AsideLayout(theme.space(space::inner), theme.space(space::half));
    head->addLayout(aside, 1);
    auto* heading = new Label(title, Type::bodyStrong, Color::text);
    heading->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    heading->setHeading();
    aside->addWidget(heading);
    aside->addWidget(new StatusPill(gap.tone, gap.word));
    column->addWidget(line);
    if (!gap.minutes.isEmpty()) {
        auto* clock = new QWidget;
        auto* flow = new FlowLayout(theme.space(space::s), 0);
        clock->setLayout(flow);
        flow->addWidget(new Label(gap.minutes, Type::clock, Color::text, nullptr, Wrap::none));
        auto* unit = new Label(gap.unit, Type::subtitle, Color::text2, nullptr, Wrap::none);
        unit->setContentsMargins(0, theme.dp(16), 0, 0);
        flow->addWidget(unit);
        column->addWidget(clock);
    }
    if (gap.bar) {
        column->addWidget(new GapBar(*gap.bar));
    }
    column->addWidget(new Label(gap.text, Type::small, Color::text2));
    card->addPlain(box);
    return card;
}

}   // namespace offramp::ui
