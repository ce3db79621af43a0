// The cards of the Overview, each made from its part of the model.
#pragma once

#include "pages/overview/overview_model.h"
#include "shell/page.h"

#include <QWidget>
#include <functional>

namespace offramp::ui {

class Label;
class ProgressLine;

using ActionSink = std::function<void(OverviewAction)>;

// Opens a part of the Products page.
using PartSink = std::function<void(const QString& part)>;

struct HeroWidgets {
    QWidget* card = nullptr;
    Label* title = nullptr;
    ProgressLine* progress = nullptr;   // while scanning
    Label* place = nullptr;
};

[[nodiscard]] HeroWidgets makeHero(const HeroModel& model, PageWidth width, const ActionSink& act);
[[nodiscard]] QWidget* makeFoundCard(const QList<FoundRow>& rows, const PartSink& why);
[[nodiscard]] QWidget* makeProtectionCard(const OverviewModel& model);
[[nodiscard]] QWidget* makeTracesCard(const OverviewModel& model);
[[nodiscard]] QWidget* makeCoverageCard(const OverviewModel& model);
[[nodiscard]] QWidget* makeNotCheckedBanner(const NotCheckedModel& model, PageWidth width, const ActionSink& act);
[[nodiscard]] QWidget* makeBestFitCard(const BestFitModel& model, PageWidth width, const ActionSink& act);

}   // namespace offramp::ui
