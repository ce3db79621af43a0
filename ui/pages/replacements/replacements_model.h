// ReplacementsModel: the ranked replacements as they are shown.
#pragma once

#include "session/session.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace offramp::ui {

struct ReplacementMark {
    FeatureCover cover = FeatureCover::unknown;
    QString feature;
};

struct ReplacementCard {
    QString name;
    QString owner;
    QString badge;      // "Already here"; may be empty
    QString coverage;   // "5 of 5, 3 not confirmed"
    QList<ReplacementMark> marks;
    QString price;
    QString evidence;               // laboratory result or that there is none
    bool evidenceMissing = false;   // shown greyed
    QString reasons;                // what else was weighed
    QUrl site;                      // official page; may be empty
};

struct ReplacementsModel {
    QStringList wanted;             // what the ranking looks at, in words
    QList<ReplacementCard> cards;   // best first
};

[[nodiscard]] ReplacementsModel replacementsModel(const CheckResult& result, const Catalog& catalog);

}   // namespace offramp::ui
