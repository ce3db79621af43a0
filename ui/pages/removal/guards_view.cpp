// "Before you start".
#include "pages/removal/removal_views.h"
#include "style/theme.h"
#include "widgets/aside_layout.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/choice.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"
#include "widgets/row.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

// The head of a card in its status' soft color.
class TintedHead final : public QWidget {
public:
    explicit TintedHead(Color color) : m_color(color)
    {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        fillInsideCard(painter, *this, Theme::instance().color(m_color));
    }

private:
    Color m_color;
};

QString guardName(const GuardCard& guard)
{
    return QString::fromStdString(std::string(toString(guard.id)));
}

QWidget* makeHead(const GuardCard& guard)
{
    const Theme& theme = Theme::instance();
    const ToneLook look = lookOf(guard.tone);
    auto* head = new TintedHead(guard.blocks ? look.soft : Color::surface);
    auto* row = new QHBoxLayout(head);
    const int side = theme.space(space::m) - 1;
    row->setContentsMargins(side, theme.space(10), side, theme.space(10));
    row->setSpacing(theme.space(space::inner));
    row->addWidget(new IconView(look.icon, size::iconRow, look.mark), 0, Qt::AlignTop);
    auto* aside = new AsideLayout(theme.space(space::inner), theme.space(2));
    row->addLayout(aside, 1);
    auto* title = new Label(guard.title, Type::bodyStrong, Color::text);
    title->setHeading();
    aside->addWidget(title);
    aside->addWidget(
        new Label(guard.stateWord, Type::small, guard.blocks ? look.text : Color::text3, nullptr, Wrap::none));
    return head;
}

QWidget* makeTick(const GuardCard& guard, const WizardSink& sink)
{
    auto* tick = new TickBox(guard.answer);
    tick->setObjectName(QStringLiteral("settle-") + guardName(guard));
    tick->setAccessibleName(guard.title + QStringLiteral(": ") + guard.answer);
    tick->setChecked(guard.settled);
    QObject::connect(tick, &QCheckBox::toggled, tick,
                     [settle = sink.settle, id = guard.id](bool on) { settle(id, on); });
    return tick;
}

void addVault(QBoxLayout& column, const GuardCard& guard, const VaultPart& vault, const WizardSink& sink)
{
    for (const QString& count : vault.counts) {
        column.addWidget(makeFact(Icon::check, Color::fine, count, Color::text));
    }
    for (const QString& note : vault.notes) {
        column.addWidget(makeFact(Icon::info, Color::text2, note));
    }
    if (!vault.fault.isEmpty()) {
        column.addWidget(makeFact(Icon::attention, Color::attention, vault.fault, Color::text));
    }
    if (!vault.wiped.isEmpty()) {
        column.addWidget(makeFact(Icon::info, Color::text2, vault.wiped));
    }
    QList<WizardButton> buttons{
        {WizardAction::chooseVaultFile,
         vault.counted ? Removal::tr("Check another file\u2026") : Removal::tr("Check the exported file\u2026"),
         std::nullopt, guard.blocks && !vault.counted, true}};
    if (vault.mayWipe) {
        buttons.append(
            {WizardAction::wipeVaultFile, Removal::tr("Delete the exported file"), std::nullopt, false, true});
    }
    column.addWidget(makeButtons(buttons, sink));
    if (vault.mayWipe) {
        column.addWidget(
            makeFact(Icon::info, Color::text2, Removal::tr("Delete it only when the passwords work elsewhere.")));
    }
    if (vault.counted || !guard.answerable) {
        return;
    }
    if (vault.asks && !guard.settled) {
        column.addWidget(new Label(Removal::tr("Without an export, what only the vault holds is lost when its program "
                                               "goes. Is that all right?"),
                                   Type::body, Color::text));
    }
    column.addWidget(makeTick(guard, sink), 0, Qt::AlignLeading);
}

QWidget* makeGuard(const GuardCard& guard, const VaultPart& vault, const WizardSink& sink)
{
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setAccessibleName(guard.title + QStringLiteral(", ") + guard.stateWord);
    card->setObjectName(QStringLiteral("guard-") + guardName(guard));
    card->setRing(guard.blocks ? CardRing::inTheWay : CardRing::none);
    QWidget* head = makeHead(guard);
    const bool isVault = guard.id == GuardId::passwordVault && vault.shown;
    QBoxLayout* column = nullptr;
    QWidget* body = makePadded(column, space::s);
    if (!guard.blocks) {
        // In line with the title.
        column->setContentsMargins(theme.space(space::m) - 1 + theme.icon(size::iconRow) + theme.space(space::inner), 0,
                                   theme.space(space::m) - 1, theme.space(space::inner));
    }
    for (const QString& reason : guard.reasons) {
        column->addWidget(new Label(reason, Type::body, Color::text2));
    }
    int count = 0;
    for (const QString& todo : guard.todo) {
        ++count;
        column->addWidget(guard.todo.size() > 1 ? makeNumbered(count, todo)
                                                : static_cast<QWidget*>(new Label(todo, Type::body, Color::text)));
    }
    if (isVault) {
        addVault(*column, guard, vault, sink);
    } else if (guard.answerable) {
        column->addWidget(makeTick(guard, sink), 0, Qt::AlignLeading);
    }
    card->addPlain(head);
    guard.blocks ? card->addRow(body) : card->addPlain(body);
    return card;
}

QWidget* makeReady(const GuardsModel& model)
{
    auto* card = new Card;
    card->setObjectName(QStringLiteral("ready"));
    card->setHeader(Removal::tr("Ready"), new Label(model.readyCount, Type::small, Color::text2, nullptr, Wrap::none));
    for (const ReadyRow& row : model.ready) {
        RowContent content;
        content.icon = Icon::fine;
        content.iconColor = Color::fine;
        content.title = row.title;
        content.caption = row.caption;
        card->addRow(new Row(content, nullptr));
    }
    return card;
}

QWidget* makeRehearsal(const WizardSink& sink)
{
    QBoxLayout* column = nullptr;
    QWidget* card = makeTitledCard(Removal::tr("Try it first"), column);
    column->addWidget(new Label(Removal::tr("A rehearsal plays every step with what was found here and changes "
                                            "nothing."),
                                Type::small, Color::text2));
    const WizardButton rehearse{WizardAction::rehearse, Removal::tr("Try it without changing anything"), Icon::eye,
                                false, true};
    column->addWidget(makeQuietButton(rehearse, sink), 0, Qt::AlignLeading);
    return card;
}

}   // namespace

QWidget* makeGuardsView(const GuardsModel& model, PageWidth width, const WizardSink& sink)
{
    const WizardColumns columns = makeColumns(makeWizardHead(model.title, model.text), size::sideColumn_wizard, width);
    for (const GuardCard& guard : model.cards) {
        columns.main->addWidget(makeGuard(guard, model.vault, sink));
    }
    if (model.cards.isEmpty()) {
        columns.main->addWidget(new Label(Removal::tr("Nothing is in the way."), Type::body, Color::text2));
    }
    if (!model.ready.isEmpty()) {
        columns.side->addWidget(makeReady(model));
    }
    if (model.mayRehearse) {
        columns.side->addWidget(makeRehearsal(sink));
    }
    return columns.content;
}

}   // namespace offramp::ui
