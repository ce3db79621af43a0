// AboutModel: which versions, which facts, and what Offramp is made of.
#pragma once

#include "shell/page_state.h"
#include "style/icon.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace offramp::ui {

struct UsedSoftware {
    QString name;
    QString holder;      // who has the copyright
    QString license;     // "LGPL version 3"
    QStringList texts;   // names in licenseTexts()
    QString version;     // of the running library; empty where it does not say
};

struct MarkLine {
    Icon icon;
    QString word;
    QString meaning;
};

struct AboutModel {
    QString version;
    QStringList facts;
    QList<MarkLine> marks;
    QList<UsedSoftware> software;   // Offramp itself first
};

[[nodiscard]] AboutModel aboutModel(const PageState& state, const QString& version);

// The text of a license; empty when there is none of that name.
[[nodiscard]] QString licenseText(const QString& name);

}   // namespace offramp::ui
