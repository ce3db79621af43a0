// Plain pages: what a part of Offramp will do, what it does not do yet, and how to get there today without it.
#pragma once

#include "pages/overview/overview_model.h"

#include <QString>
#include <QStringList>

namespace offramp::ui {

enum class InfoTopic {
    products,
    timeline,
    history,
    settings,
    switchSafely,
    reviewLeft,
    remindLater,
    keepSuccessor,
    lookThere,
};

struct InfoModel {
    QString title;
    QString text;
    QString stepsTitle;
    QStringList steps;   // in order
    QString note;        // what to be careful about; may be empty
};

// `result` may be null: then the advice is general.
[[nodiscard]] InfoModel infoModel(InfoTopic topic, const CheckResult* result);

}   // namespace offramp::ui
