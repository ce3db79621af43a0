#include "pages/settings/facts_model.h"

#include "text/format.h"
#include "text/reason_text.h"
#include "text/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace offramp::ui {

namespace {

struct Facts {
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

QString originText(const CatalogSummary& summary)
{
    QString text;
    switch (summary.origin) {
    case CatalogOrigin::cameWithProgram: text = Facts::tr("They came with this Offramp."); break;
    case CatalogOrigin::downloaded: text = Facts::tr("They were downloaded or imported."); break;
    case CatalogOrigin::named: text = Facts::tr("You named their file when you started Offramp."); break;
    }
    if (!summary.signedBy.empty()) {
        text += u' ' + Facts::tr("Signed with the key \u201C%1\u201D.").arg(QString::fromStdString(summary.signedBy));
    }
    return text;
}

QString dayText(Instant instant)
{
    return longDate(toLocal(instant).date());
}

QStringList statusLines(const CatalogSummary& summary, const QDate& today)
{
    const QDate asOf = toQDate(summary.info.factsAsOf);
    const auto days = static_cast<int>(std::max<qint64>(0, asOf.daysTo(today)));
    QStringList lines;
    lines.append((days == 0 ? Facts::tr("Facts of today, %1. Catalog %2.")
                            : Facts::tr("Facts of %1, %n day(s) old. Catalog %2.", nullptr, days))
                     .arg(longDate(asOf), number(summary.info.serial)));
    const QDate until = toLocal(summary.info.expiresAt).date();
    lines.append(
        until < today
            ? Facts::tr("They were good until %1. Answers are given more carefully since.").arg(longDate(until))
            : Facts::tr("They are good until %1.").arg(longDate(until)));
    lines.append(originText(summary));
    for (const Reason& notice : summary.info.notices) {
        lines.append(reasonText(notice));
    }
    if (summary.lastTry) {
        lines.append(
            Facts::tr("Last try on %1: %2").arg(dayText(summary.lastTry->at), reasonText(summary.lastTry->reason)));
    } else {
        lines.append(Facts::tr("No server was ever asked for newer ones."));
    }
    return lines;
}

FactsModel::Running runningOf(const CatalogServiceState& state)
{
    FactsModel::Running running;
    running.canCancel = state.running == CatalogJob::update || state.running == CatalogJob::updateIfDue;
    switch (state.running) {
    case CatalogJob::importFile: running.text = Facts::tr("Checking the file\u2026"); return running;
    case CatalogJob::rollBack: running.text = Facts::tr("Going back\u2026"); return running;
    case CatalogJob::deleteDownloaded: running.text = Facts::tr("Deleting the downloaded facts\u2026"); return running;
    case CatalogJob::verify: running.text = Facts::tr("Checking the facts in use\u2026"); return running;
    case CatalogJob::setAutomatic: running.text = Facts::tr("Storing your choice\u2026"); return running;
    case CatalogJob::look: running.text = Facts::tr("Looking at the facts in use\u2026"); return running;
    default: break;
    }
    const Progress& progress = state.progress;
    if (progress.item == "catalogDownload" && progress.total > 0) {
        running.text = Facts::tr("Downloading: %1 of %2")
                           .arg(QLocale().formattedDataSize(static_cast<qint64>(progress.done)),
                                QLocale().formattedDataSize(static_cast<qint64>(progress.total)));
        // A progress bar counts in int.
        constexpr std::size_t steps = 1000;
        running.done = static_cast<int>(progress.done * steps / progress.total);
        running.total = static_cast<int>(steps);
    } else if (progress.item == "catalogCheck") {
        running.text = Facts::tr("Checking what arrived\u2026");
    } else {
        running.text = Facts::tr("Asking for the newest facts\u2026");
    }
    return running;
}

bool isBad(UpdateResult result)
{
    return result == UpdateResult::refused || result == UpdateResult::failed;
}

}   // namespace

FactsModel factsModel(const CatalogServiceState* state, const QDate& today)
{
    FactsModel model;
    if (state == nullptr) {
        model.lines.append(Facts::tr("Here the facts cannot be changed: this window was started for a recorded "
                                     "computer, another day or a file of facts you named."));
        return model;
    }
    if (state->problem) {
        model.lines.append(problemText(*state->problem));
        model.lines.append(QString::fromStdString(state->problem->context));
    }
    if (state->summary) {
        const CatalogSummary& summary = *state->summary;
        model.lines += statusLines(summary, today);
        model.canUpdate = summary.hasServers;
        if (!summary.hasServers) {
            model.servers = Facts::tr("No public server offers newer facts yet, so there is nothing to ask. Facts from "
                                      "a file can be imported.");
        }
        model.automatic = summary.schedule.automatic == Automatic::weekly;
        model.automaticText =
            !model.automatic ? Facts::tr("Off: Offramp asks no server unless you press the button.")
            : summary.schedule.nextTry
                ? Facts::tr("On: the next look is not before %1.").arg(dayText(*summary.schedule.nextTry))
                : Facts::tr("On: about once a week.");
        // Also those that stay beside the ones that came with Offramp, to go forward to again.
        model.canDelete =
            summary.origin == CatalogOrigin::downloaded || (summary.goesBackTo && *summary.goesBackTo != 0);
        if (summary.goesBackTo) {
            model.canRollBack = true;
            model.rollBackText = *summary.goesBackTo == 0
                                     ? Facts::tr("Go back to the facts that came with Offramp")
                                     : Facts::tr("Go back to catalog %1").arg(number(*summary.goesBackTo));
        }
    }
    if (state->running != CatalogJob::none) {
        model.running = runningOf(*state);
    } else if (state->outcome) {
        const UpdateOutcome& outcome = *state->outcome;
        model.outcome =
            state->lastJob == CatalogJob::deleteDownloaded && !isBad(outcome.result)
                ? Facts::tr("The downloaded facts were deleted. Catalog %1, which came with Offramp, is in use now.")
                      .arg(number(outcome.serial))
                : reasonText(outcome.reason);
        model.outcomeIsBad = isBad(outcome.result);
        if (model.outcomeIsBad) {
            model.outcome += u' ' + Facts::tr("The facts in use did not change.");
            QStringList details;
            for (const UpdateAttempt& attempt : outcome.attempts) {
                details.append(QString::fromStdString(attempt.mirror) + QStringLiteral(": ")
                               + reasonText(attempt.reason));
            }
            if (!outcome.detail.empty()) {
                details.append(QString::fromStdString(outcome.detail));
            }
            model.outcomeDetail = details.join(u'\n');
        }
    }
    return model;
}

}   // namespace offramp::ui
