#include "pages/info/info_model.h"

#include "text/reason_text.h"
#include "text/words.h"

#include <QCoreApplication>
#include <QList>
#include <algorithm>

namespace offramp::ui {

namespace {

struct Info {
    Q_DECLARE_TR_FUNCTIONS(Info)
};

// The products a reason was given for, by name.
QStringList productsWith(const CheckResult* result, ReasonCode code)
{
    QStringList names;
    if (result == nullptr) {
        return names;
    }
    for (const Assessment& assessment : result->assessment.assessments) {
        const bool given = std::any_of(assessment.reasons.begin(), assessment.reasons.end(),
                                       [&](const Reason& reason) { return reason.code == code; });
        if (given) {
            names.append(QString::fromStdString(titleOf(result->installations[assessment.installation])));
        }
    }
    return names;
}

// How the system itself removes a program.
QString removalStep(const CheckResult* result)
{
    const OsFamily os = result != nullptr ? result->snapshot.machine.os : OsFamily::windows;
    switch (os) {
    case OsFamily::windows:
        return Info::tr(
            "Open Settings, then Apps, then Installed apps. Find the program, choose Uninstall, and let its own "
            "uninstaller finish.");
    case OsFamily::macos:
        return Info::tr(
            "Open the program and use the uninstaller its maker supplies. Dragging it to the Bin leaves its "
            "system extensions behind.");
    case OsFamily::linux: return Info::tr("Remove the package with the package manager it was installed with.");
    }
    return {};
}

QStringList removalSteps(const CheckResult* result)
{
    QStringList steps;
    for (const ReasonCode loss : {ReasonCode::holdsPasswords, ReasonCode::holdsVaults}) {
        for (const QString& product : productsWith(result, loss)) {
            steps.append(product + QStringLiteral(": ") + reasonText(Reason{loss, {}, {}}));
        }
    }
    steps.append(Info::tr("Decide what will protect this computer, and have its installer or sign-in ready."));
    if (!productsWith(result, ReasonCode::passwordWanted).isEmpty()) {
        steps.append(Info::tr("Find the password that protects the program; its uninstaller asks for it."));
    }
    steps.append(removalStep(result));
    steps.append(
        Info::tr("Restart the computer, then check here again. The Overview shows what was left behind and what "
                 "protects you."));
    return steps;
}

InfoModel lookThereModel(const CheckResult* result)
{
    InfoModel model;
    model.title = Info::tr("What could not be checked");
    model.text =
        Info::tr("These places were not read, or not completely. What is in them is not known, so nothing is said "
                 "about them.");
    model.stepsTitle = Info::tr("Places");
    bool denied = false;
    if (result != nullptr) {
        for (const SourceReport& report : result->snapshot.reports) {
            if (report.coverage != Coverage::partial && report.coverage != Coverage::denied) {
                continue;
            }
            // Each problem once, with the first places it was met at.
            constexpr qsizetype mostPlaces = 3;
            QStringList problems;
            QList<QStringList> places;
            for (const Error& issue : report.issues) {
                denied = denied || issue.code == ErrorCode::accessDenied;
                const QString problem = problemText(issue);
                if (!problems.contains(problem)) {
                    problems.append(problem);
                    places.append(QStringList());
                }
                QStringList& met = places[problems.indexOf(problem)];
                const QString place = QString::fromStdString(issue.context);
                if (!place.isEmpty() && !met.contains(place) && met.size() < mostPlaces) {
                    met.append(place);
                }
            }
            QStringList why;
            for (qsizetype i = 0; i < problems.size(); ++i) {
                why.append(places[i].isEmpty()
                               ? problems[i]
                               : problems[i] + QStringLiteral(" (%1)").arg(places[i].join(QStringLiteral(", "))));
            }
            model.steps.append(sourceName(report.source) + QStringLiteral(". ") + why.join(u' '));
        }
    }
    if (result != nullptr && model.steps.isEmpty()) {
        model.text = Info::tr("Every place was read completely.");
        model.stepsTitle.clear();
    }
    if (denied) {
        model.note =
            Info::tr("Offramp's window never runs with administrator rights. To have everything read, start the "
                     "command offramp-cli check in a terminal that has them, or ask somebody who administers "
                     "this computer to do it.");
    }
    return model;
}

}   // namespace

InfoModel infoModel(PageId page, const CheckResult* result)
{
    InfoModel model;
    const QString meanwhile = Info::tr("Until then");
    switch (page) {
    case PageId::switchSafely:
        model.title = Info::tr("Switch safely");
        model.text =
            Info::tr("The guided removal is not available in this window. This is the order it follows; you can follow "
                     "it by hand.");
        model.stepsTitle = Info::tr("By hand, in this order");
        model.steps = removalSteps(result);
        model.note =
            Info::tr("Do not delete the program's folders or services by hand: that can leave the computer without "
                     "a network or unable to start.");
        break;
    case PageId::reviewLeft:
        model.title = Info::tr("What is left behind");
        model.text = Info::tr(
            "The guided removal is not available in this window. The Overview shows each thing with how sure we "
            "are of it.");
        model.stepsTitle = meanwhile;
        model.steps = {
            Info::tr("Harmless things may stay: they take some room and do nothing."),
            Info::tr("For what still loads, use the removal tool the maker supplies for its own products, and "
                     "restart afterwards."),
            Info::tr("Then check here again.")};
        model.note =
            Info::tr("Do not delete drivers or network filters by hand: the computer may lose its network or not "
                     "start.");
        break;
    case PageId::keepSuccessor:
        model.title = Info::tr("Keep it");
        model.text = Info::tr("Keeping it needs no step. It is your choice, and you can change it at any time.");
        model.stepsTitle = Info::tr("If you keep it");
        model.steps = {Info::tr("Open it and see that it is on and up to date."),
                       Info::tr("Look at what the subscription costs and when it renews."),
                       Info::tr("Check here again after it was updated; traces of Kaspersky may still be left.")};
        break;
    case PageId::lookThere: return lookThereModel(result);
    case PageId::overview:
    case PageId::products:
    case PageId::timeline:
    case PageId::remindLater:
    case PageId::replacements:
    case PageId::history:
    case PageId::settings:
    case PageId::about:
    case PageId::why: break;
    }
    return model;
}

}   // namespace offramp::ui
