#include "pages/removal/plan_model.h"

#include "pages/removal/protection_model.h"
#include "text/format.h"
#include "text/reason_text.h"

#include <QCoreApplication>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

struct UndoWords {
    Icon icon;
    Color color;
    QString text;
};

UndoWords undoWords(const Step& step)
{
    switch (step.undo) {
    case Undo::possible: return {Icon::undo, Color::text2, Removal::tr("Can be undone")};
    case Undo::impossible: return {Icon::attention, Color::attention, Removal::tr("Cannot be undone")};
    case Undo::nothingToUndo: break;
    }
    if (std::holds_alternative<RestartMachine>(step.action)) {
        return {Icon::restart, Color::text2, Removal::tr("You start it")};
    }
    if (std::holds_alternative<MakeRestorePoint>(step.action)) {
        return {Icon::off, Color::text2, Removal::tr("Nothing to undo")};
    }
    return {Icon::eye, Color::text2, Removal::tr("Changes nothing")};
}

// "1, 2 and 7"
QString stepNumbers(const QList<PlanRow>& rows)
{
    QStringList numbers;
    for (const PlanRow& row : rows) {
        if (row.rights) {
            numbers.append(row.number);
        }
    }
    return joined(numbers);
}

// The step from which nothing may protect, and the one that ends it. Counted from 1; 0: there is none.
struct GapSteps {
    int from = 0;
    int to = 0;
};

GapSteps gapSteps(const RemovalPlan& plan, const CheckResult* before)
{
    GapSteps gap;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const Step& step = plan.steps[i];
        RemovalPlan alone;
        alone.steps = {step};
        if (gap.from == 0 && takesProtection(alone, before)) {
            gap.from = static_cast<int>(i) + 1;
        }
        if (std::holds_alternative<AwaitProtection>(step.action)) {
            gap.to = static_cast<int>(i) + 1;
        }
    }
    return gap;
}

// As many as fingers compare.
QString grouped(const std::string& digest)
{
    constexpr std::size_t shown = 16;
    constexpr std::size_t group = 4;
    QStringList groups;
    for (std::size_t at = 0; at < shown && at < digest.size(); at += group) {
        groups.append(QString::fromStdString(digest.substr(at, group)));
    }
    return groups.join(u' ');
}

}   // namespace

Icon stepIcon(const Step& step)
{
    struct Of {
        Icon operator()(const MakeRestorePoint&) const { return Icon::history; }
        Icon operator()(const RunUninstaller&) const { return Icon::products; }
        Icon operator()(const RemoveMsiProduct&) const { return Icon::products; }
        Icon operator()(const RemovePackage&) const { return Icon::products; }
        Icon operator()(const RestartMachine&) const { return Icon::restart; }
        Icon operator()(const AwaitProtection&) const { return Icon::antivirus; }
        Icon operator()(const LookAgain&) const { return Icon::search; }
        Icon operator()(const ReviewLeftovers&) const { return Icon::quarantine; }
        Icon operator()(const MovePath& move) const { return move.folder ? Icon::folder : Icon::file; }
        Icon operator()(const RemoveRegistryKey&) const { return Icon::registry; }
        Icon operator()(const RemoveService&) const { return Icon::service; }
        Icon operator()(const RemoveSystemdUnit&) const { return Icon::service; }
        Icon operator()(const RemoveCertificate&) const { return Icon::certificate; }
        Icon operator()(const RemoveBrowserPolicy&) const { return Icon::extension; }
        Icon operator()(const PurgePackage&) const { return Icon::products; }
    };
    return std::visit(Of{}, step.action);
}

QString stepHeading(const Step& step)
{
    return step.says.empty() ? QString::fromStdString(step.subject) : reasonText(step.says.front());
}

PlanModel planModel(const RemovalState& state)
{
    PlanModel model;
    model.title = Removal::tr("Review the plan");
    model.text = state.rehearsal
                     ? Removal::tr("This is everything that would be done, in this order. A rehearsal does none of it.")
                     : Removal::tr("This is everything Offramp will do, in this order. Nothing runs before you press "
                                   "Start removal.");
    if (!state.proposal.plan) {
        return model;
    }
    const RemovalPlan& plan = *state.proposal.plan;
    for (const Step& step : plan.steps) {
        PlanRow row;
        row.number = number(model.rows.size() + 1);
        row.icon = stepIcon(step);
        row.title = stepHeading(step);
        row.text = step.says.empty() ? QString() : reasonTexts({step.says.begin() + 1, step.says.end()});
        const UndoWords undo = undoWords(step);
        row.undoIcon = undo.icon;
        row.undoColor = undo.color;
        row.undo = undo.text;
        row.rights = step.rights == Rights::administrator;
        row.accessibleName =
            Removal::tr("Step %1: %2. %3. %4.")
                .arg(row.number, row.title, row.undo,
                     row.rights ? Removal::tr("Needs administrator rights") : Removal::tr("Needs no special rights"));
        model.rows.append(row);
    }
    const QString withRights = stepNumbers(model.rows);
    model.needs.append(
        {Icon::rights, withRights.isEmpty()
                           ? Removal::tr("No step needs administrator rights.")
                           : Removal::tr("The system asks for your approval, for these steps: %1.").arg(withRights)});
    const GapSteps gap = gapSteps(plan, state.before.get());
    if (gap.from > 0 && gap.to > gap.from) {
        model.needs.append(
            {Icon::gap, Removal::tr("No antivirus may be on between step %1 and step %2. Offramp times it.")
                            .arg(number(gap.from), number(gap.to))});
    }
    model.needs.append({Icon::network, Removal::tr("Offramp downloads and sends nothing.")});
    for (const Reason& reason : plan.kept) {
        model.kept.append(reasonText(reason));
    }
    model.digest = grouped(state.digest);
    model.approves = state.digest;
    return model;
}

QString planPage(const PlanModel& model)
{
    QString rows;
    for (const PlanRow& row : model.rows) {
        rows += QStringLiteral("<li><b>%1</b><br>%2<br><i>%3%4</i></li>\n")
                    .arg(row.title.toHtmlEscaped(), row.text.toHtmlEscaped(), row.undo.toHtmlEscaped(),
                         row.rights ? QStringLiteral(". ") + Removal::tr("Needs administrator rights").toHtmlEscaped()
                                    : QString());
    }
    QString kept;
    for (const QString& each : model.kept) {
        kept += QStringLiteral("<li>%1</li>\n").arg(each.toHtmlEscaped());
    }
    QString page = QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title></head>\n"
                                  "<body style=\"font-family:sans-serif;max-width:44em;margin:2em auto\">\n"
                                  "<h1>%1</h1>\n<ol>\n")
                       .arg(model.title.toHtmlEscaped());
    page += rows + QStringLiteral("</ol>\n");
    if (!kept.isEmpty()) {
        page += QStringLiteral("<h2>") + Removal::tr("What stays").toHtmlEscaped() + QStringLiteral("</h2>\n<ul>\n")
                + kept + QStringLiteral("</ul>\n");
    }
    page += QStringLiteral("<p>") + Removal::tr("Mark of this plan: %1").arg(model.digest).toHtmlEscaped()
            + QStringLiteral("</p>\n</body></html>\n");
    return page;
}

}   // namespace offramp::ui
