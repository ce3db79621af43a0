// The one headline of the Overview, what it means, and what can be done about it.
#include "pages/overview/overview_model.h"

#include "text/format.h"
#include "text/reason_text.h"
#include "text/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <initializer_list>

namespace offramp::ui {

namespace {

struct Overview {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

HeroKind kindOf(const CheckResult& result)
{
    const Verdict verdict = result.assessment.verdict;
    if (result.assessment.managed && verdict != Verdict::clean && verdict != Verdict::couldNotTell) {
        return HeroKind::managed;
    }
    switch (verdict) {
    case Verdict::affected: return HeroKind::affected;
    case Verdict::traces: return HeroKind::traces;
    case Verdict::moved: return HeroKind::moved;
    case Verdict::exempt: return HeroKind::exempt;
    case Verdict::unclear: return HeroKind::unclear;
    case Verdict::clean: return HeroKind::clean;
    case Verdict::couldNotTell: return HeroKind::couldNotTell;
    }
    return HeroKind::couldNotTell;
}

void setLook(HeroModel& hero)
{
    const auto look = [&](Tone tone) {
        hero.icon = lookOf(tone).icon;
        hero.iconColor = lookOf(tone).mark;
    };
    switch (hero.kind) {
    case HeroKind::affected: look(Tone::affected); break;
    case HeroKind::traces:
    case HeroKind::moved: look(Tone::attention); break;
    case HeroKind::clean: look(Tone::fine); break;
    case HeroKind::exempt: look(Tone::exempt); break;
    case HeroKind::managed:
        hero.icon = Icon::managed;
        hero.iconColor = Color::text2;
        break;
    case HeroKind::scanning: look(Tone::working); break;
    case HeroKind::unclear:
    case HeroKind::couldNotTell:
    case HeroKind::failed:
    case HeroKind::cancelled: look(Tone::unknown); break;
    }
}

const Reason* find(const std::vector<Reason>& reasons, ReasonCode code)
{
    const auto found =
        std::find_if(reasons.begin(), reasons.end(), [&](const Reason& each) { return each.code == code; });
    return found == reasons.end() ? nullptr : &*found;
}

// The headline reason first, then those that say what it means for the reader; the rest is under "Why we say this".
QString meaning(const std::vector<Reason>& reasons)
{
    if (reasons.empty()) {
        return {};
    }
    QStringList sentences;
    if (reasons.front().code != ReasonCode::noRuleYet) {   // that is what the headline says
        sentences.append(reasonText(reasons.front()));
    }
    const auto addFirstOf = [&](std::initializer_list<ReasonCode> codes) {
        for (const ReasonCode code : codes) {
            const Reason* reason = find(reasons, code);
            if (reason != nullptr && reason != &reasons.front()) {
                sentences.append(reasonText(*reason));
                return;
            }
        }
    };
    addFirstOf({ReasonCode::databasesNewerThanBan, ReasonCode::scansWithOldKnowledge, ReasonCode::databasesOld});
    addFirstOf({ReasonCode::useIsNotAnOffense, ReasonCode::notCoveredByRules});
    return sentences.join(u' ');
}

QString tracesText(const OverviewModel& parts, const std::vector<Reason>& reasons)
{
    QStringList sentences;
    if (!reasons.empty()) {
        sentences.append(reasonText(reasons.front()));
    }
    QStringList counts;
    for (const TraceGroup& group : parts.traces) {
        counts.append(QStringLiteral("%1: %2").arg(group.title, number(group.rows.size())));
    }
    if (!counts.isEmpty()) {
        sentences.append(counts.join(QStringLiteral(" \u00B7 ")) + u'.');
    }
    sentences.append(Overview::tr("Below, each one is shown with how sure we are of it."));
    return sentences.join(u' ');
}

QString cleanText(const OverviewModel& parts)
{
    const int places = static_cast<int>(parts.coverage.size());
    QString text =
        Overview::tr("We looked for products and traces of Kaspersky and UltraAV. Places read completely: %1 of %2.")
            .arg(number(parts.placesRead), number(places));
    return text + u' '
           + (parts.placesRead < places ? Overview::tr("For the rest we cannot speak; see below.")
                                        : Overview::tr("None of them holds anything."));
}

QString couldNotTellText(const OverviewModel& parts, const CheckResult& result)
{
    QStringList sentences;
    if (const Reason* refused = find(result.assessment.reasons, ReasonCode::placesRefused)) {
        sentences.append(reasonText(*refused));
    }
    if (const Reason* tooOld = find(result.assessment.reasons, ReasonCode::factsTooOld)) {
        sentences.append(reasonText(*tooOld));
    }
    if (!parts.found.isEmpty() || parts.traceCount > 0) {
        sentences.append(Overview::tr("What was found is listed below."));
    }
    return sentences.join(u' ');
}

QString managedText(const CheckResult& result)
{
    QStringList sentences;
    for (const ReasonCode code : {ReasonCode::managedByOrganisation, ReasonCode::managedByServer}) {
        if (const Reason* reason = find(result.assessment.reasons, code)) {
            sentences.append(reasonText(*reason));
        }
    }
    sentences.append(Overview::tr("Whoever manages it decides what replaces Kaspersky and removes it for you. Give "
                                  "them a page with what was found: print it, or send it."));
    return sentences.join(u' ');
}

void addActions(HeroModel& hero, const CheckResult& result)
{
    const ActionModel copy{OverviewAction::copySummary, Overview::tr("Copy a summary"), false, Icon::copy, false};
    const ActionModel remind{OverviewAction::remindLater, Overview::tr("Remind me later"), false, std::nullopt, true};
    const ActionModel look{OverviewAction::lookThere, Overview::tr("Look there\u2026"), true, Icon::rights, false};
    switch (hero.kind) {
    case HeroKind::affected:
        hero.actions = {{OverviewAction::switchSafely, Overview::tr("Switch safely\u2026"), true, std::nullopt, false},
                        remind};
        break;
    case HeroKind::traces:
        hero.actions = {
            {OverviewAction::reviewLeft, Overview::tr("Review what\u2019s left\u2026"), true, std::nullopt, false},
            remind};
        break;
    case HeroKind::moved:
        hero.actions = {{OverviewAction::keepSuccessor, Overview::tr("Keep it\u2026"), false, std::nullopt, false},
                        {OverviewAction::switchSafely, Overview::tr("Switch\u2026"), false, std::nullopt, false}};
        break;
    case HeroKind::unclear:
        hero.actions = {{OverviewAction::switchSafely, Overview::tr("Switch safely\u2026"), false, std::nullopt, false},
                        remind};
        break;
    case HeroKind::exempt: hero.actions = {copy}; break;
    case HeroKind::couldNotTell:
        // More rights help only where a place was refused; facts that are too old stay too old.
        if (find(result.assessment.reasons, ReasonCode::placesRefused) != nullptr) {
            hero.actions = {look, copy};
        } else {
            hero.actions = {copy};
        }
        break;
    case HeroKind::managed:
        hero.actions = {
            {OverviewAction::savePage, Overview::tr("Page to print or send\u2026"), true, Icon::print, false}, copy};
        break;
    case HeroKind::clean:
    case HeroKind::scanning:
    case HeroKind::failed:
    case HeroKind::cancelled: break;
    }
}

}   // namespace

std::optional<GapBarData> gapBarOf(const Installation& installation, const Assessment& assessment, Instant asOf,
                                   Instant now)
{
    const bool gapNamed = assessment.status == Status::updatesEnded && assessment.since && assessment.daysSince;
    if (!gapNamed || *assessment.daysSince <= 0 || assessment.gotUpdatesAfterwards.value_or(false)) {
        return std::nullopt;   // no gap, or one whose beginning is not the rule's day
    }
    GapBarData data;
    const Day since = *assessment.since;
    const bool knownStart = installation.installedOn && *installation.installedOn < since;
    if (knownStart) {
        const Day start = *installation.installedOn;
        data.startLabel = Overview::tr("Installed %1").arg(longDate(start));
        data.tickLabel = longDate(since);
        Day lastUpdate = since;
        if (installation.facts.databasesUpdatedAt) {
            lastUpdate = std::clamp(dayIn(easternZone(), *installation.facts.databasesUpdatedAt), start, since);
        }
        data.segments.append({GapBarData::Fill::covered, double(daysBetween(start, lastUpdate)), {}});
        constexpr long worthShowing = 30;   // days it ran without the updates it could still have had
        if (daysBetween(lastUpdate, since) > worthShowing) {
            data.segments.append({GapBarData::Fill::notUpdated, double(daysBetween(lastUpdate, since)), {}});
        }
    } else {
        data.startLabel = longDate(since);
    }
    const QString gap = Overview::tr("%n day(s) without updates", nullptr, static_cast<int>(*assessment.daysSince));
    data.segments.append({GapBarData::Fill::gap, double(*assessment.daysSince), gap});
    const bool today = std::chrono::abs(asOf - now) < std::chrono::hours{24};
    data.endLabel = today ? Overview::tr("Today") : longDate(dayIn(easternZone(), asOf));
    data.sentence = (knownStart ? data.startLabel + QStringLiteral(". ") : QString())
                    + Overview::tr("%1, from %2 to %3").arg(gap, longDate(since), longDate(dayIn(easternZone(), asOf)));
    return data;
}

HeroModel heroModel(const CheckResult& result, const OverviewModel& parts, Instant now)
{
    HeroModel hero;
    hero.kind = kindOf(result);
    setLook(hero);
    const MachineAssessment& machine = result.assessment;
    const auto leading = leadingInstallation(machine, result.installations);
    static const std::vector<Reason> none;
    const std::vector<Reason>& reasons = leading ? machine.assessments[*leading].reasons : none;
    hero.title = hero.kind == HeroKind::managed ? reasonText(Reason{ReasonCode::headlineManaged, {}, {}})
                                                : reasonText(headlineOf(machine, result.installations, result.asOf));
    hero.canExplain = !reasons.empty();
    switch (hero.kind) {
    case HeroKind::traces: hero.text = tracesText(parts, reasons); break;
    case HeroKind::clean: hero.text = cleanText(parts); break;
    case HeroKind::couldNotTell: hero.text = couldNotTellText(parts, result); break;
    case HeroKind::managed: hero.text = managedText(result); break;
    default: hero.text = meaning(reasons); break;
    }
    if (leading && (hero.kind == HeroKind::affected)) {
        hero.gap = gapBarOf(result.installations[*leading], machine.assessments[*leading], result.asOf, now);
    }
    const bool ruleDecides = hero.kind == HeroKind::affected || hero.kind == HeroKind::moved
                             || hero.kind == HeroKind::exempt || hero.kind == HeroKind::unclear;
    if (ruleDecides && !reasons.empty() && reasons.front().source) {
        const SourceLink& source = *reasons.front().source;
        hero.source = SourceModel{verificationIcon(markOf(source.verification)), sourceText(source, Citation::brief)};
    }
    addActions(hero, result);
    return hero;
}

}   // namespace offramp::ui
