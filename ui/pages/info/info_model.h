// Plain pages: what a part of Offramp will do, what it does not do yet, and how to get there today without it.
#pragma once

#include "shell/page.h"

#include <QString>
#include <QStringList>

namespace offramp::ui {

struct InfoModel {
    QString title;
    QString text;
    QString stepsTitle;
    QStringList steps;   // in order
    QString note;        // what to be careful about; may be empty
};

// Which pages are plain ones says page_registry.cpp. `result` may be null: then the advice is general.
[[nodiscard]] InfoModel infoModel(PageId page, const CheckResult* result);

}   // namespace offramp::ui
