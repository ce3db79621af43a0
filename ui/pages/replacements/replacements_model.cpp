#include "pages/replacements/replacements_model.h"

#include "text/catalog_text.h"
#include "text/format.h"
#include "text/reason_text.h"
#include "text/replacement_text.h"
#include "text/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace offramp::ui {

namespace {

struct Replacements {
    Q_DECLARE_TR_FUNCTIONS(Replacements)
};

constexpr int oldEvidenceMonths = 18;

// What the card already shows in its own place.
bool isShownElsewhere(ReasonCode code)
{
    return code == ReasonCode::coversNeeds || code == ReasonCode::notConfirmedCount || code == ReasonCode::labAward
           || code == ReasonCode::noLabData || code == ReasonCode::alreadyBuiltIn || code == ReasonCode::freeOfCharge;
}

EvidenceText sourceLine(const QString& text, const SourceLink& source)
{
    EvidenceText line;
    line.text = text;
    line.address = QString::fromStdString(source.url);
    line.verification = verificationWords(markOf(source.verification));
    line.mark = verificationIcon(markOf(source.verification));
    return line;
}

// "2025-01" in the reader's language.
QString monthText(const std::string& month)
{
    const QDate date = QDate::fromString(QString::fromStdString(month), QStringLiteral("yyyy-MM"));
    return date.isValid() ? monthAndYear(date) : QString::fromStdString(month);
}

EvidenceText labLine(const LabResult& lab)
{
    EvidenceText line =
        sourceLine(Replacements::tr("%1, %2: %3")
                       .arg(QString::fromStdString(lab.lab), monthText(lab.until), QString::fromStdString(lab.outcome)),
                   lab.source);
    if (lab.ageMonths > oldEvidenceMonths) {
        line.text = Replacements::tr("%1, %n months old", nullptr, lab.ageMonths).arg(line.text);
        line.weak = true;
    }
    line.weak = line.weak || !lab.rankable;
    return line;
}

QList<EvidenceText> testsOn(const Replacement& replacement, OsFamily os)
{
    std::vector<const LabResult*> labs;
    for (const LabResult& lab : replacement.labs) {
        if (lab.platform == toString(os)) {
            labs.push_back(&lab);
        }
    }
    std::stable_sort(labs.begin(), labs.end(),
                     [](const LabResult* left, const LabResult* right) { return left->until > right->until; });
    QList<EvidenceText> lines;
    for (const LabResult* lab : labs) {
        lines.append(labLine(*lab));
    }
    return lines;
}

EvidenceText strongestTest(const Recommendation& recommendation, const Replacement& replacement,
                           const QList<EvidenceText>& tests)
{
    if (recommendation.lab) {
        return labLine(replacement.labs[*recommendation.lab]);
    }
    if (!tests.isEmpty()) {
        return tests.first();
    }
    EvidenceText none;
    none.text = Replacements::tr("No laboratory result");
    none.weak = true;
    return none;
}

std::vector<std::string> managersOf(OsFamily os)
{
    switch (os) {
    case OsFamily::windows: return {"winget"};
    case OsFamily::macos: return {"homebrewCask", "homebrewFormula"};
    case OsFamily::linux: return {"apt"};
    }
    return {};
}

QList<PackageText> packagesOn(const Replacement& replacement, OsFamily os)
{
    const auto managers = managersOf(os);
    QList<PackageText> texts;
    for (const PackageId& package : replacement.packages) {
        if (std::find(managers.begin(), managers.end(), package.manager) == managers.end()) {
            continue;
        }
        const QString id = QString::fromStdString(package.id);
        PackageText text;
        if (package.manager == "winget") {
            text = {QStringLiteral("winget"), QStringLiteral("winget install --exact --id ") + id, {}};
        } else if (package.manager == "apt") {
            text = {QStringLiteral("apt"), QStringLiteral("sudo apt install ") + id, {}};
        } else {
            const bool cask = package.manager == "homebrewCask";
            text = {QStringLiteral("Homebrew"),
                    (cask ? QStringLiteral("brew install --cask ") : QStringLiteral("brew install ")) + id,
                    {}};
        }
        QStringList notes;
        if (package.stale) {
            notes.append(Replacements::tr("The version there was old when it was last seen."));
        }
        if (!package.oneClick) {
            notes.append(Replacements::tr("Whether it installs without further questions is not confirmed."));
        }
        text.note = notes.join(u' ');
        texts.append(text);
    }
    return texts;
}

ReplacementCard cardOf(const Recommendation& recommendation, const Replacement& replacement, const Catalog& catalog,
                       const Needs& needs)
{
    const OsFamily os = needs.platform;
    ReplacementCard card;
    card.id = QString::fromStdString(replacement.id);
    card.name = QString::fromStdString(replacement.name);
    card.owner = ownerText(replacement);
    card.badge = recommendation.baseline ? Replacements::tr("Already here") : QString();
    card.coverage = coverageText(recommendation);
    card.coverageSentence = Replacements::tr("Covers %1 of the %2 things you want to keep")
                                .arg(number(static_cast<qint64>(recommendation.covered)),
                                     number(static_cast<qint64>(recommendation.features.size())));
    for (const FeatureMatch& match : recommendation.features) {
        card.marks.append({match.cover, featureShortName(catalog, match.featureId)});
    }
    card.price = priceText(replacement);
    card.priceSource = sourceLine(QString::fromStdString(replacement.priceSource.title), replacement.priceSource);
    card.allTests = testsOn(replacement, os);
    card.evidence = strongestTest(recommendation, replacement, card.allTests);
    card.about = catalogText(replacement.about);
    for (const Reason& reason : recommendation.reasons) {
        if (reason.code == ReasonCode::missesFeature && !reason.arguments.empty()) {
            const auto* id = std::get_if<std::string>(&reason.arguments.front());
            card.reasons.append(reasonText(
                Reason{reason.code, {featureShortName(catalog, id != nullptr ? *id : "").toStdString()}, {}}));
        } else if (!isShownElsewhere(reason.code)) {
            card.reasons.append(reasonText(reason));
        }
    }
    // Unknown is not left out by a limit, so it is said.
    if (needs.mostPerYear && !knownPrice(replacement)) {
        card.reasons.append(Replacements::tr("What it costs was not confirmed; it may be more than you want to pay."));
    }
    if (needs.devices > 1 && !replacement.builtIn && !replacement.devices) {
        card.reasons.append(Replacements::tr("How many devices one license covers is not known."));
    }
    const QUrl site(QString::fromStdString(replacement.homeUrl), QUrl::StrictMode);
    if (site.isValid() && site.scheme() == QLatin1String("https")) {
        card.site = site;
    }
    card.packages = packagesOn(replacement, os);
    return card;
}

QList<WishToggle> featureToggles(const CheckResult& result, const Catalog& catalog, const ReplacementWishes& wishes)
{
    // What was had, what was chosen, and what most people ask for; the rest would be a questionnaire.
    const std::set<std::string> usual{"realtime_av",   "web_protection",   "firewall",
                                      "vpn_unlimited", "password_manager", "parental_control"};
    const auto& had = result.needs.features;
    QList<WishToggle> toggles;
    for (const Feature& feature : catalog.features) {
        const bool offered = usual.count(feature.id) != 0 || wishes.features.count(feature.id) != 0
                             || std::find(had.begin(), had.end(), feature.id) != had.end();
        if (offered) {
            toggles.append({feature.id, catalogText(feature.name), wishes.features.count(feature.id) != 0,
                            feature.id == fixedFeature()});
        }
    }
    return toggles;
}

QList<WishToggle> platformToggles(OsFamily here, const ReplacementWishes& wishes)
{
    QList<WishToggle> toggles;
    const std::pair<const char*, const char*> platforms[] = {
        {"windows", "Windows"}, {"macos", "macOS"}, {"linux", "Linux"}, {"android", "Android"}, {"ios", "iOS"}};
    for (const auto& platform : platforms) {
        if (platform.first != toString(here)) {
            toggles.append(
                {platform.first, QLatin1String(platform.second), wishes.alsoOn.count(platform.first) != 0, false});
        }
    }
    return toggles;
}

QString originText(const CheckResult& result)
{
    QStringList had;
    for (const Installation& installation : result.installations) {
        const QString title = QString::fromStdString(titleOf(installation));
        if (isThere(installation) && !had.contains(title)) {
            had.append(title);
        }
    }
    if (had.isEmpty()) {
        return Replacements::tr("Nothing here says what you had. Choose what you want.");
    }
    return Replacements::tr("Filled in from %1. Please check: we could not confirm what each plan held.")
        .arg(joined(had));
}

QList<CompareRow> comparisonOf(const QList<ReplacementCard>& cards)
{
    QList<CompareRow> rows;
    const auto add = [&](const QString& title, auto answer) {
        CompareRow row;
        row.title = title;
        for (const ReplacementCard& card : cards) {
            row.answers.append(answer(card));
            row.weak.append(false);
        }
        rows.append(row);
        return rows.size() - 1;
    };
    add(Replacements::tr("Covers"), [](const ReplacementCard& card) { return card.coverage; });
    for (qsizetype i = 0; i < cards.first().marks.size(); ++i) {
        CompareRow row;
        row.title = cards.first().marks[i].feature;
        for (const ReplacementCard& card : cards) {
            row.answers.append(coverWord(card.marks[i].cover));
            row.covers.append(card.marks[i].cover);
            row.weak.append(false);
        }
        rows.append(row);
    }
    add(Replacements::tr("Owner"), [](const ReplacementCard& card) { return card.owner; });
    add(Replacements::tr("Price"), [](const ReplacementCard& card) {
        return card.price + QStringLiteral(" (") + card.priceSource.verification + u')';
    });
    const auto tests = add(Replacements::tr("Tests"), [](const ReplacementCard& card) {
        if (card.allTests.isEmpty()) {
            return card.evidence.text;
        }
        QStringList lines;
        for (const EvidenceText& test : card.allTests) {
            lines.append(test.text + QStringLiteral(" (") + test.verification + u')');
        }
        return lines.join(u'\n');
    });
    for (qsizetype i = 0; i < cards.size(); ++i) {
        rows[tests].weak[i] = cards[i].evidence.weak;
    }
    add(Replacements::tr("Worth knowing"),
        [](const ReplacementCard& card) { return (QStringList{card.about} + card.reasons).join(u'\n'); });
    return rows;
}

QString factsAge(const Catalog& catalog, const QDate& today)
{
    const QDate asOf = toQDate(catalog.info.factsAsOf);
    const auto days = static_cast<int>(asOf.daysTo(today));
    if (days < 0) {
        return Replacements::tr("Facts of %1.").arg(longDate(asOf));
    }
    return (days == 0 ? Replacements::tr("Facts of today, %1.")
                      : Replacements::tr("Facts of %1, %n day(s) old.", nullptr, days))
        .arg(longDate(asOf));
}

}   // namespace

ReplacementsModel replacementsModel(const CheckResult& result, const Catalog& catalog, const ReplacementWishes& wishes,
                                    const QStringList& picked, const QDate& today)
{
    const OsFamily os = result.snapshot.machine.os;
    ReplacementsModel model;
    model.hasResult = true;
    model.wishes = wishes;
    model.origin = originText(result);
    model.features = featureToggles(result, catalog, wishes);
    model.platforms = platformToggles(os, wishes);
    model.factsAge = factsAge(catalog, today);

    const Needs needs = needsWith(result, catalog, wishes);
    auto ranked = recommend(catalog.replacements, needs);
    std::stable_partition(ranked.begin(), ranked.end(), [](const Recommendation& each) { return each.baseline; });
    for (const Recommendation& recommendation : ranked) {
        if (const Replacement* replacement = replacementWith(catalog, recommendation.replacementId)) {
            ReplacementCard card = cardOf(recommendation, *replacement, catalog, needs);
            card.compared = picked.contains(card.id);
            model.cards.append(card);
        }
    }
    Needs without = needs;
    without.freeOnly = false;
    without.mostPerYear.reset();
    without.devices = 1;
    without.alsoOn.clear();
    const auto hidden =
        static_cast<int>(recommend(catalog.replacements, without).size()) - static_cast<int>(ranked.size());
    if (hidden > 0) {
        model.leftOut = Replacements::tr("Your limits leave out %n more product(s).", nullptr, hidden);
    }
    // What was picked stays picked even when the limits hide it, and is compared by the same wishes.
    Needs all = without;
    all.features = needs.features;
    for (const QString& id : picked) {
        if (const Replacement* replacement = replacementWith(catalog, id.toStdString())) {
            const auto one = recommend({*replacement}, all);
            if (!one.empty()) {
                model.compared.append(cardOf(one.front(), *replacement, catalog, needs));
            }
        }
    }
    model.trayFull = model.compared.size() >= mostCompared;
    if (!model.compared.isEmpty()) {
        model.comparison = comparisonOf(model.compared);
    }
    return model;
}

}   // namespace offramp::ui
