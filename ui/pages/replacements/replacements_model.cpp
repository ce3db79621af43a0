#include "pages/replacements/replacements_model.h"

#include "text/reason_text.h"
#include "text/replacement_text.h"

#include <QCoreApplication>

namespace offramp::ui {

namespace {

struct Replacements {
    Q_DECLARE_TR_FUNCTIONS(Replacements)
};

// What the card already shows in its own place.
bool isShownElsewhere(ReasonCode code)
{
    return code == ReasonCode::coversNeeds || code == ReasonCode::notConfirmedCount || code == ReasonCode::unknownCount
           || code == ReasonCode::missesFeature || code == ReasonCode::alreadyBuiltIn
           || code == ReasonCode::freeOfCharge;
}

ReplacementCard cardOf(const Recommendation& recommendation, const Replacement& replacement, const Catalog& catalog)
{
    ReplacementCard card;
    card.name = QString::fromStdString(replacement.name);
    card.owner = ownerText(replacement);
    card.badge = recommendation.baseline ? Replacements::tr("Already here") : QString();
    card.coverage = coverageText(recommendation);
    for (const FeatureMatch& match : recommendation.features) {
        card.marks.append({match.cover, featureShortName(catalog, match.featureId)});
    }
    card.price = priceText(replacement);
    QStringList reasons;
    for (const Reason& reason : recommendation.reasons) {
        if (reason.code == ReasonCode::labAward || reason.code == ReasonCode::noLabData) {
            card.evidence = reasonText(reason);
            card.evidenceMissing = reason.code == ReasonCode::noLabData;
        } else if (!isShownElsewhere(reason.code)) {
            reasons.append(reasonText(reason));
        }
    }
    card.reasons = reasons.join(u' ');
    const QUrl site(QString::fromStdString(replacement.homeUrl), QUrl::StrictMode);
    if (site.isValid() && site.scheme() == QLatin1String("https")) {
        card.site = site;
    }
    return card;
}

}   // namespace

ReplacementsModel replacementsModel(const CheckResult& result, const Catalog& catalog)
{
    ReplacementsModel model;
    for (const std::string& feature : result.needs.features) {
        model.wanted.append(featureShortName(catalog, feature));
    }
    for (const Recommendation& recommendation : result.recommendations) {
        if (const Replacement* replacement = replacementWith(catalog, recommendation.replacementId)) {
            model.cards.append(cardOf(recommendation, *replacement, catalog));
        }
    }
    return model;
}

}   // namespace offramp::ui
