// The pages of the guided removal, each made from its model.
#pragma once

#include "pages/removal/check_model.h"
#include "pages/removal/done_model.h"
#include "pages/removal/guards_model.h"
#include "pages/removal/plan_model.h"
#include "pages/removal/progress_model.h"
#include "pages/removal/protection_model.h"
#include "shell/page.h"

#include <QWidget>
#include <functional>

class QBoxLayout;
class QLineEdit;

namespace offramp::ui {

class Button;
class Card;
class ProgressLine;

// Where the controls lead.
struct WizardSink {
    std::function<void(WizardAction)> act;
    std::function<void(GuardId, bool settled)> settle;
    std::function<void(const std::string& product, ProductFate::Change, bool on)> wish;
    std::function<void(bool on)> restorePoint;
    std::function<void(const QString& id)> replacement;
    std::function<void(const QString& leftover, bool on)> leftover;
    std::function<void(const QString& password)> password;
    std::function<void(const std::string& step)> putBack;
};

// Steps and the mark above, buttons below.
[[nodiscard]] QWidget* makeWizardHeader(const WizardFrame& frame);
[[nodiscard]] QWidget* makeWizardFooter(const WizardFrame& frame, const WizardSink& sink);

[[nodiscard]] QWidget* makeGuardsView(const GuardsModel& model, PageWidth width, const WizardSink& sink);
[[nodiscard]] QWidget* makeProtectionView(const ProtectionModel& model, PageWidth width, const WizardSink& sink);
[[nodiscard]] QWidget* makePlanView(const PlanModel& model, PageWidth width, const WizardSink& sink);

struct ProgressWidgets {
    QWidget* content = nullptr;
    ProgressLine* line = nullptr;
    QLineEdit* password = nullptr;   // while it is asked for
};
[[nodiscard]] ProgressWidgets makeProgressView(const WorkModel& model, bool detailsOpen, PageWidth width,
                                               const WizardSink& sink);
[[nodiscard]] QWidget* makeRestartView(const RestartModel& model, PageWidth width);
[[nodiscard]] QWidget* makeCheckView(const CheckModel& model, PageWidth width, const WizardSink& sink);
[[nodiscard]] QWidget* makeDoneView(const DoneModel& model, PageWidth width, const WizardSink& sink);
// Plain: a headline and what to do.
[[nodiscard]] QWidget* makeMessageView(Tone tone, const QString& title, const QStringList& sentences,
                                       const QList<WizardButton>& buttons, const WizardSink& sink);

// --- parts

// Headline with a status before it, or plain.
[[nodiscard]] QWidget* makeWizardHead(const QString& title, const QString& text, std::optional<Tone> tone = {});
// What grows from the top; room that is left stays below.
[[nodiscard]] QWidget* makeColumn(QBoxLayout*& column);
// A headline above a main column and one for what is less: beside it, or below it where there is no room.
struct WizardColumns {
    QWidget* content = nullptr;
    QBoxLayout* whole = nullptr;   // the headline, and both columns
    QBoxLayout* main = nullptr;
    QBoxLayout* side = nullptr;
};
[[nodiscard]] WizardColumns makeColumns(QWidget* head, int sideWidth, PageWidth width);
[[nodiscard]] QWidget* makeGapCard(const GapCard& gap, const QString& title);
[[nodiscard]] QWidget* makeCompared(const QList<CompareLine>& lines, const QString& before, const QString& now,
                                    PageWidth width);
[[nodiscard]] QWidget* makeButtons(const QList<WizardButton>& buttons, const WizardSink& sink);
// A small one that looks like a link.
[[nodiscard]] Button* makeQuietButton(const WizardButton& model, const WizardSink& sink);
// A number in a ring, and a sentence.
[[nodiscard]] QWidget* makeNumbered(int count, const QString& text);
// An icon and a sentence.
[[nodiscard]] QWidget* makeFact(Icon icon, Color color, const QString& text, Color ink = Color::text2);
// Room inside a card.
[[nodiscard]] QWidget* makePadded(QBoxLayout*& column, int gap);
// A card without lines, with its heading; the rest goes into `column`.
[[nodiscard]] Card* makeTitledCard(const QString& title, QBoxLayout*& column);
[[nodiscard]] QString actionName(WizardAction action);

}   // namespace offramp::ui
