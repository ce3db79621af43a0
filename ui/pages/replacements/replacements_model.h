// ReplacementsModel: the ranked replacements, what they are ranked by, and those laid side by side.
#pragma once

#include "pages/replacements/replacement_wishes.h"
#include "style/icon.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <optional>

namespace offramp::ui {

constexpr qsizetype mostCompared = 3;

struct ReplacementMark {
    FeatureCover cover = FeatureCover::unknown;
    QString feature;
};

struct EvidenceText {
    QString text;           // "AV-Comparatives, 2025: Top-Rated"
    bool weak = false;      // old, of another edition, or none at all: shown greyed
    QString address;        // where it was read; may be empty
    QString verification;   // "read at the source"
    Icon mark = Icon::verifiedNone;
};

struct PackageText {
    QString manager;   // "winget"
    QString command;   // shown and copied, never run
    QString note;      // what is known of it; may be empty
};

struct ReplacementCard {
    QString id;
    QString name;
    QString owner;
    QString badge;              // "Already here"; may be empty
    QString coverage;           // "5 of 5, 3 not confirmed"
    QString coverageSentence;   // "Covers 5 of the 5 things you had; 3 of them are not confirmed."
    QList<ReplacementMark> marks;
    QString price;
    EvidenceText priceSource;
    EvidenceText evidence;          // the test that says most
    QList<EvidenceText> allTests;   // of this system, newest first
    QString about;
    QStringList reasons;   // what else was weighed
    QUrl site;             // official page; may be empty
    QList<PackageText> packages;
    bool compared = false;
};

struct WishToggle {
    std::string id;
    QString name;
    bool on = false;
    bool fixed = false;
};

// One line of the side-by-side view: a question and the answer of each.
struct CompareRow {
    QString title;
    QStringList answers;
    QList<std::optional<FeatureCover>> covers;   // for features
    QList<bool> weak;
};

struct ReplacementsModel {
    bool hasResult = false;
    QString origin;   // where the wishes came from
    QList<WishToggle> features;
    QList<WishToggle> platforms;
    ReplacementWishes wishes;
    QList<ReplacementCard> cards;      // the baseline first, then best first
    QString leftOut;                   // what the limits hide; may be empty
    QString factsAge;                  // "Facts of November 23, 2026, 12 days old."
    QList<ReplacementCard> compared;   // in the order they were picked
    QList<CompareRow> comparison;
    bool trayFull = false;
};

[[nodiscard]] ReplacementsModel replacementsModel(const CheckResult& result, const Catalog& catalog,
                                                  const ReplacementWishes& wishes, const QStringList& picked,
                                                  const QDate& today);

}   // namespace offramp::ui
