// PlanModel: what "Review the plan" says: every step in words, what it needs, and what stays.
#pragma once

#include "pages/removal/wizard_model.h"
#include "widgets/status.h"

namespace offramp::ui {

struct PlanRow {
    QString number;
    Icon icon = Icon::list;
    QString title;
    QString text;
    Icon undoIcon = Icon::undo;
    Color undoColor = Color::text2;
    QString undo;
    bool rights = false;
    QString accessibleName;

    friend bool operator==(const PlanRow&, const PlanRow&) = default;
};

struct PlanNeed {
    Icon icon = Icon::info;
    QString text;

    friend bool operator==(const PlanNeed&, const PlanNeed&) = default;
};

struct PlanModel {
    QString title;
    QString text;
    QList<PlanRow> rows;
    QList<PlanNeed> needs;
    QStringList kept;
    QString digest;         // in groups, to compare by eye
    std::string approves;   // the digest whoever starts this approves

    friend bool operator==(const PlanModel&, const PlanModel&) = default;
};

[[nodiscard]] PlanModel planModel(const RemovalState& state);
[[nodiscard]] Icon stepIcon(const Step& step);
[[nodiscard]] QString stepHeading(const Step& step);
// One HTML file that loads nothing: the plan as it is shown.
[[nodiscard]] QString planPage(const PlanModel& model);

}   // namespace offramp::ui
