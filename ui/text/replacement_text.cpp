#include "text/replacement_text.h"

#include "text/catalog_text.h"
#include "text/format.h"

#include <QCoreApplication>
#include <algorithm>

namespace offramp::ui {

namespace {

struct Replacements {
    Q_DECLARE_TR_FUNCTIONS(Replacements)
};

}   // namespace

const Replacement* replacementWith(const Catalog& catalog, const std::string& id)
{
    const auto found = std::find_if(catalog.replacements.begin(), catalog.replacements.end(),
                                    [&](const Replacement& each) { return each.id == id; });
    return found == catalog.replacements.end() ? nullptr : &*found;
}

QString featureShortName(const Catalog& catalog, const std::string& featureId)
{
    const auto found = std::find_if(catalog.features.begin(), catalog.features.end(),
                                    [&](const Feature& each) { return each.id == featureId; });
    if (found == catalog.features.end()) {
        return QString::fromStdString(featureId);
    }
    return catalogText(found->shortName.empty() ? found->name : found->shortName);
}

QString coverageText(const Recommendation& recommendation)
{
    QString text = Replacements::tr("%1 of %2")
                       .arg(number(static_cast<qint64>(recommendation.covered)),
                            number(static_cast<qint64>(recommendation.features.size())));
    if (const auto open = static_cast<int>(recommendation.covered - recommendation.confirmed); open > 0) {
        text += QStringLiteral(", ") + Replacements::tr("%n not confirmed", nullptr, open);
    }
    return text;
}

QString ownerText(const Replacement& replacement)
{
    const QString owner = QString::fromStdString(replacement.owner.empty() ? replacement.vendor : replacement.owner);
    QStringList countries;
    for (const std::string& code : replacement.countries) {
        countries.append(countryName(code));
    }
    if (countries.isEmpty()) {
        return owner;
    }
    QString text = owner.isEmpty() ? joined(countries) : owner + QStringLiteral(", ") + joined(countries);
    if (!mayDecide(replacement.countryVerification)) {
        text += u' ' + Replacements::tr("(not confirmed)");
    }
    return text;
}

QString priceText(const Replacement& replacement)
{
    const QString band = catalogText(replacement.priceBand);
    if (band.isEmpty()) {
        return replacement.free || replacement.builtIn ? Replacements::tr("Free") : Replacements::tr("Price not known");
    }
    if (replacement.free || replacement.builtIn) {
        return capitalized(band);
    }
    const QString asOf = catalogText(replacement.priceAsOf);
    return capitalized(band) + QStringLiteral(", ") + (asOf.isEmpty() ? Replacements::tr("not checked") : asOf);
}

}   // namespace offramp::ui
