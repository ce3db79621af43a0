#include "pages/overview/overview_model.h"

#include "pages/products/products_model.h"
#include "report/phrases.h"
#include "text/format.h"
#include "text/reason_text.h"
#include "text/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <vector>

namespace offramp::ui {

namespace {

struct Overview {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

const Reason* reasonWith(const std::vector<Reason>& reasons, ReasonCode code)
{
    const auto found =
        std::find_if(reasons.begin(), reasons.end(), [&](const Reason& each) { return each.code == code; });
    return found == reasons.end() ? nullptr : &*found;
}

QString versionText(const Installation& installation)
{
    return installation.version.empty() ? QString()
                                        : Overview::tr("Version %1").arg(QString::fromStdString(installation.version));
}

QList<FoundRow> foundRows(const CheckResult& result)
{
    QList<FoundRow> rows;
    for (const Assessment& assessment : result.assessment.assessments) {
        const Installation& installation = result.installations[assessment.installation];
        if (installation.state == InstallationState::leftover) {
            continue;
        }
        FoundRow row;
        row.title = QString::fromStdString(titleOf(installation));
        const StatusWords words = statusWords(assessment.status);
        const bool unsure = installation.confidence == Confidence::notSure;
        row.tone = unsure ? Tone::unknown : words.tone;
        row.status = unsure ? confidenceWord(Confidence::notSure) : words.word;
        QStringList caption;
        if (const QString version = versionText(installation); !version.isEmpty()) {
            caption.append(version);
        }
        if (installation.state != InstallationState::installed) {
            caption.append(capitalized(
                QCoreApplication::translate("InstallationState", std::string(inEnglish(installation.state)).c_str())));
        }
        // What would be lost is worth more than a version number.
        for (const ReasonCode loss : {ReasonCode::holdsPasswords, ReasonCode::holdsVaults}) {
            if (const Reason* reason = reasonWith(assessment.reasons, loss)) {
                caption = {reasonText(*reason)};
            }
        }
        row.caption = caption.join(QStringLiteral(". "));
        QStringList spoken{row.title, row.caption, row.status};
        spoken.removeAll(QString());
        row.accessibleName = spoken.join(QStringLiteral(", "));
        row.part = cardKey(installation, assessment.installation);
        rows.append(row);
    }
    return rows;
}

QString lastUpdateOf(const CheckResult& result)
{
    for (const Installation& installation : result.installations) {
        if (installation.role == ProductRole::antivirus && installation.facts.databasesUpdatedAt) {
            return longDate(dayIn(easternZone(), *installation.facts.databasesUpdatedAt));
        }
    }
    return {};
}

// Nobody is listed: there is nobody, the list could not be read, or the system keeps none.
ProtectionRow nobodyListed(const CheckResult& result)
{
    for (const SourceReport& report : result.snapshot.reports) {
        if (report.source == SourceKind::securityCenter && report.coverage == Coverage::complete) {
            return {Tone::attention, Overview::tr("Nothing we can see"), Overview::tr("The system lists no antivirus")};
        }
    }
    const QString why =
        result.snapshot.machine.os == OsFamily::windows
            ? Overview::tr("Windows Security Center could not be read")
            : Overview::tr("%1 keeps no list of active antivirus").arg(systemName(result.snapshot.machine.os));
    return {Tone::unknown, Overview::tr("Not known"), why};
}

QList<ProtectionRow> protectionRows(const CheckResult& result)
{
    QList<ProtectionRow> rows;
    // What protects now stands first, what is off last.
    std::vector<ProtectionEntry> entries = result.protection;
    std::stable_partition(entries.begin(), entries.end(),
                          [](const ProtectionEntry& entry) { return !entry.active || *entry.active; });
    for (const ProtectionEntry& entry : entries) {
        ProtectionRow row;
        row.title = QString::fromStdString(entry.name);
        const QString updated = entry.kaspersky ? lastUpdateOf(result) : QString();
        if (!entry.active) {
            row.tone = Tone::unknown;
            row.caption = Overview::tr("Not known whether it is on");
        } else if (!*entry.active) {
            row.tone = Tone::off;
            row.caption = Overview::tr("Off");
        } else if (!updated.isEmpty()) {
            row.tone = result.assessment.verdict == Verdict::affected ? Tone::affected : Tone::attention;
            row.caption = Overview::tr("On, last updated here on %1").arg(updated);
        } else if (entry.kaspersky && result.assessment.verdict == Verdict::affected) {
            row.tone = Tone::affected;
            row.caption = Overview::tr("On, without updates");
        } else if (!entry.upToDate) {
            row.tone = Tone::fine;
            row.caption = Overview::tr("On");
        } else if (*entry.upToDate) {
            row.tone = Tone::fine;
            row.caption = Overview::tr("On, up to date");
        } else {
            row.tone = Tone::attention;
            row.caption = Overview::tr("On, but not up to date");
        }
        rows.append(row);
    }
    if (rows.isEmpty()) {
        rows.append(nobodyListed(result));
    }
    return rows;
}

CoverageRow coverageRow(const SourceReport& report)
{
    CoverageRow row;
    row.icon = sourceIcon(report.source);
    row.name = sourceName(report.source);
    row.coverage = report.coverage;
    switch (report.coverage) {
    case Coverage::complete:
        row.detail = report.examined == 0 ? Overview::tr("nothing there")
                                          : Overview::tr("%n looked at", nullptr, static_cast<int>(report.examined));
        break;
    case Coverage::partial: row.detail = Overview::tr("read in part"); break;
    case Coverage::denied: row.detail = Overview::tr("not checked"); break;
    case Coverage::notApplicable: break;
    }
    return row;
}

void addCoverage(OverviewModel& model, const CheckResult& result)
{
    QStringList missing;
    QStringList why;
    for (const SourceReport& report : result.snapshot.reports) {
        if (report.coverage == Coverage::notApplicable) {
            continue;
        }
        model.coverage.append(coverageRow(report));
        if (report.coverage == Coverage::complete) {
            ++model.placesRead;
            continue;
        }
        missing.append(report.coverage == Coverage::partial ? Overview::tr("part of %1").arg(sourceName(report.source))
                                                            : sourceName(report.source));
        for (const Error& issue : report.issues) {
            if (const QString problem = problemText(issue); !why.contains(problem)) {
                why.append(problem);
            }
        }
    }
    if (!missing.isEmpty()) {
        constexpr int fewNames = 3;
        NotCheckedModel notChecked;
        notChecked.title = missing.size() <= fewNames
                               ? Overview::tr("Not checked: %1").arg(joined(missing))
                               : Overview::tr("Not checked: %n place(s)", nullptr, static_cast<int>(missing.size()));
        notChecked.text = why.mid(0, 2).join(u' ');
        model.notChecked = notChecked;
    }
}

void addFooter(OverviewModel& model, const CheckResult& result, Instant now)
{
    const QDateTime taken = toLocal(result.snapshot.takenAt);
    const QDate today = toLocal(now).date();
    if (result.snapshot.machine.recorded) {
        model.footer.append(Overview::tr("Recorded on %1").arg(longDate(taken.date())));
    } else if (taken.date() == today) {
        model.footer.append(Overview::tr("Checked today at %1").arg(clockTime(result.snapshot.takenAt)));
    } else {
        model.footer.append(Overview::tr("Checked on %1").arg(longDate(taken.date())));
    }
    const Day asOf = dayIn(easternZone(), result.asOf);
    const auto apart = std::chrono::abs(result.asOf - now);
    if (apart > std::chrono::hours{24}) {
        model.footer.append(Overview::tr("Judged as of %1").arg(longDate(asOf)));
    }
    model.footer.append(Overview::tr("Facts dated %1").arg(longDate(result.catalog.factsAsOf)));
    model.footer.append(Overview::tr("Nothing was sent from this computer"));
}

HeroModel scanningHero(const SessionState& state)
{
    HeroModel hero;
    hero.kind = HeroKind::scanning;
    hero.title = Overview::tr("Looking at this computer");
    hero.text = Overview::tr("Offramp reads where programs, services and their traces are kept. It changes nothing and "
                             "sends nothing.");
    ProgressModel progress;
    progress.done = static_cast<int>(state.progress.done);
    progress.total = static_cast<int>(state.progress.total);
    const auto source = sourceKindFromString(state.progress.item);
    progress.place = source ? sourceName(*source) : Overview::tr("Getting ready");
    hero.progress = progress;
    hero.actions.append({OverviewAction::cancelCheck, Overview::tr("Stop"), false, Icon::stop, false});
    return hero;
}

HeroModel stoppedHero(const SessionState& state)
{
    HeroModel hero;
    const bool failed = state.phase == CheckPhase::failed;
    hero.kind = failed ? HeroKind::failed : HeroKind::cancelled;
    hero.icon = Icon::unknown;
    hero.iconColor = Color::unknown;
    hero.title = failed ? Overview::tr("The check did not finish") : Overview::tr("You stopped the check");
    hero.text = Overview::tr("So nothing can be said about this computer yet.");
    if (state.error) {
        hero.text += u' ' + problemText(*state.error);
        if (!state.error->context.empty()) {
            hero.text += u' ' + Overview::tr("Detail: %1").arg(QString::fromStdString(state.error->context));
        }
    }
    hero.actions.append({OverviewAction::checkAgain, Overview::tr("Check again"), true, Icon::refresh, false});
    return hero;
}

}   // namespace

OverviewModel overviewModel(const SessionState& state, const Catalog& catalog, Instant now)
{
    OverviewModel model;
    model.running = state.phase == CheckPhase::running || state.phase == CheckPhase::idle;
    if (model.running) {
        model.hero = scanningHero(state);
        return model;
    }
    if (!state.result) {
        model.hero = stoppedHero(state);
        return model;
    }
    if (state.phase == CheckPhase::cancelled) {
        model.notes.append(Overview::tr("You stopped the new check. This is what the last one found."));
    } else if (state.phase != CheckPhase::done) {
        const QString problem = state.error ? u' ' + problemText(*state.error) : QString();
        model.notes.append(
            Overview::tr("The new check did not finish.%1 This is what the last one found.").arg(problem));
    }
    const CheckResult& result = *state.result;
    model.hasResult = true;
    model.found = foundRows(result);
    model.protection = protectionRows(result);
    model.traces = traceGroups(result);
    for (const TraceGroup& group : model.traces) {
        for (const TraceRow& row : group.rows) {
            ++model.traceCount;
            model.certainTraces += row.confidence == Confidence::certain ? 1 : 0;
        }
    }
    addCoverage(model, result);
    const Verdict verdict = result.assessment.verdict;
    model.showsCoverage = verdict == Verdict::clean || verdict == Verdict::couldNotTell;
    for (const ReasonCode code :
         {ReasonCode::catalogOld, ReasonCode::catalogFellBack, ReasonCode::factsFromTheFuture}) {
        if (const Reason* reason = reasonWith(result.assessment.reasons, code)) {
            model.notes.append(reasonText(*reason));
        }
    }
    // Somebody who has nothing to leave needs no advice where to go.
    const bool leaving = verdict == Verdict::affected || verdict == Verdict::moved || verdict == Verdict::unclear;
    if (leaving && !result.assessment.managed) {
        model.bestFit = bestFitModel(result, catalog);
    }
    addFooter(model, result, now);
    model.hero = heroModel(result, model, now);
    return model;
}

OverviewModel overviewFailure(Missing missing, const Error& problem)
{
    OverviewModel model;
    SessionState state;
    state.phase = CheckPhase::failed;
    state.error = problem;
    model.hero = stoppedHero(state);
    if (missing == Missing::facts) {
        model.hero.title = Overview::tr("Offramp cannot read its facts");
        model.hero.text = Overview::tr("The file with products, rules and replacements is missing or damaged, so this "
                                       "computer was not checked. Installing Offramp again brings it back.");
    } else {
        model.hero.title = Overview::tr("This recording cannot be read");
        model.hero.text =
            Overview::tr("The folder is not the recording of a computer, or it is damaged, so nothing was "
                         "checked.");
    }
    model.hero.text += u' ' + Overview::tr("Detail: %1").arg(QString::fromStdString(problem.context));
    return model;
}

OverviewModel overviewStarting()
{
    OverviewModel model;
    model.running = true;
    model.hero = scanningHero(SessionState{});
    return model;
}

}   // namespace offramp::ui
