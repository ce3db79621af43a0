#include "pages/removal/start_card.h"

#include "pages/removal/removal_views.h"
#include "style/theme.h"
#include "text/reason_text.h"
#include "widgets/banner.h"
#include "widgets/card.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QCoreApplication>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

Tone toneOf(BootSafety::Verdict verdict)
{
    switch (verdict) {
    case BootSafety::Verdict::notApplicable:
    case BootSafety::Verdict::safe: return Tone::fine;
    case BootSafety::Verdict::notSafe: return Tone::affected;
    case BootSafety::Verdict::couldNotTell: break;
    }
    return Tone::unknown;
}

QStringList sentences(const std::vector<Reason>& reasons)
{
    QStringList texts;
    for (const Reason& reason : reasons) {
        texts.append(reasonText(reason));
    }
    return texts;
}

}   // namespace

std::optional<StartCard> startCard(const RemovalState& state)
{
    if (!state.bootSafety) {
        return std::nullopt;
    }
    const BootSafety& safety = *state.bootSafety;
    return StartCard{toneOf(safety.verdict), reasonText(safety.title), sentences(safety.findings),
                     sentences(safety.todo)};
}

bool warnsOfRestart(const RemovalState& state)
{
    return state.bootSafety && warnsOfRestart(*state.bootSafety);
}

QWidget* makeStartCard(const StartCard& card, PageWidth width)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, theme.space(space::m), column);
    box->setObjectName(QStringLiteral("startCard"));
    column->addWidget(new Banner(card.tone, card.title, card.todo.join(u' '), nullptr, width == PageWidth::narrow));
    if (!card.findings.isEmpty()) {
        auto* found = new Card;
        found->setHeader(Removal::tr("What was found"));
        for (const QString& finding : card.findings) {
            QBoxLayout* padded = nullptr;
            QWidget* row = makePadded(padded, 0);
            auto* text = new Label(finding, Type::small, Color::text);
            text->setTextInteractionFlags(Qt::TextSelectableByMouse);   // somebody who helps may want the key
            padded->addWidget(text);
            found->addRow(row);
        }
        column->addWidget(found);
    }
    return box;
}

}   // namespace offramp::ui
