// The replacement that stands first, and why.
#include "pages/overview/overview_model.h"

#include "text/format.h"
#include "text/reason_text.h"
#include "text/replacement_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace offramp::ui {

namespace {

struct Overview {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

}   // namespace

std::optional<BestFitModel> bestFitModel(const CheckResult& result, const Catalog& catalog)
{
    const auto& ranked = result.recommendations;
    if (ranked.empty()) {
        return std::nullopt;
    }
    const Replacement* replacement = replacementWith(catalog, ranked.front().replacementId);
    if (replacement == nullptr) {
        return std::nullopt;
    }
    const Recommendation& best = ranked.front();
    BestFitModel model;
    model.name = QString::fromStdString(replacement->name);
    model.summary = Overview::tr("fits best: %1").arg(coverageText(best));
    for (const FeatureMatch& match : best.features) {
        model.marks.append({match.cover, featureShortName(catalog, match.featureId)});
    }
    QStringList sentences;
    for (const ReasonCode code : {ReasonCode::labAward, ReasonCode::noLabData}) {
        const auto found = std::find_if(best.reasons.begin(), best.reasons.end(),
                                        [&](const Reason& each) { return each.code == code; });
        if (found != best.reasons.end()) {
            QString text = reasonText(*found);
            sentences.append(text.endsWith(u'.') ? text : text + u'.');
        }
    }
    if (const QString owner = ownerText(*replacement); !owner.isEmpty()) {
        sentences.append(Overview::tr("Owner: %1.").arg(owner));
    }
    const auto baseline =
        std::find_if(ranked.begin(), ranked.end(), [](const Recommendation& each) { return each.baseline; });
    if (baseline == ranked.begin()) {
        sentences.append(Overview::tr("It comes with your system at no cost."));
    } else if (baseline != ranked.end()) {
        if (const Replacement* builtIn = replacementWith(catalog, baseline->replacementId)) {
            sentences.append(Overview::tr("%1, free and already here, covers %2 of %3.")
                                 .arg(QString::fromStdString(builtIn->name),
                                      number(static_cast<qint64>(baseline->covered)),
                                      number(static_cast<qint64>(baseline->features.size()))));
        }
    }
    model.sentence = sentences.join(u' ');
    return model;
}

}   // namespace offramp::ui
