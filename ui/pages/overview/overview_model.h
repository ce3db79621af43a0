// OverviewModel: everything the Overview says, computed from the session's state and the catalog, without widgets.
//
// Words are the reader's language already. Nothing here is known beforehand: every fact comes from the check or the
// catalog, and what is missing there is not said.
#pragma once

#include "shell/page_state.h"
#include "style/icon.h"
#include "widgets/gap_bar.h"
#include "widgets/status.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace offramp::ui {

enum class HeroKind {
    scanning,
    failed,
    cancelled,
    affected,
    traces,
    moved,
    exempt,
    unclear,
    clean,
    couldNotTell,
    managed
};

enum class OverviewAction {
    switchSafely,
    reviewLeft,
    remindLater,
    keepSuccessor,
    copySummary,
    lookThere,
    checkAgain,
    cancelCheck,
    seeReplacements,
    whyWeSayThis,
    savePage,
};

struct ActionModel {
    OverviewAction action;
    QString text;
    bool primary = false;
    std::optional<Icon> icon;
    bool menu = false;   // more choices follow
};

struct ProgressModel {
    QString place;   // "Services and drivers"
    int done = 0;
    int total = 0;   // 0 while not known
};

struct SourceModel {
    Icon icon;
    QString text;   // "89 FR 52434 · read at the source"
};

struct HeroModel {
    HeroKind kind = HeroKind::scanning;
    Icon icon = Icon::working;
    Color iconColor = Color::accentMark;
    QString title;
    QString text;
    std::optional<ProgressModel> progress;
    std::optional<GapBarData> gap;
    QList<ActionModel> actions;   // at most one is primary
    std::optional<SourceModel> source;
    bool canExplain = false;   // there are reasons to show
};

struct FoundRow {
    QString title;
    QString caption;
    Tone tone = Tone::unknown;
    QString status;           // the pill's word
    QString accessibleName;   // says the state in a sentence
    QString part;             // of the Products page, where the reasons are
};

struct ProtectionRow {
    Tone tone = Tone::unknown;
    QString title;
    QString caption;
};

struct TraceRow {
    Icon icon;
    QString title;     // "Network filter"
    QString caption;   // what it is called, or where it is
    Confidence confidence = Confidence::likely;
};

struct TraceGroup {
    QString title;   // "Still load with Windows"
    QString hint;    // what is inside, for the folded group
    bool folded = false;
    QList<TraceRow> rows;
};

struct CoverageRow {
    Icon icon;
    QString name;
    QString detail;
    Coverage coverage = Coverage::complete;
};

struct NotCheckedModel {
    QString title;
    QString text;
};

struct MarkModel {
    FeatureCover cover = FeatureCover::unknown;
    QString feature;
};

struct BestFitModel {
    QString name;
    QString summary;   // "fits best: 5 of 5, 3 not confirmed"
    QList<MarkModel> marks;
    QString sentence;   // evidence, owner, and the free choice
};

struct OverviewModel {
    HeroModel hero;
    QList<FoundRow> found;
    QList<ProtectionRow> protection;
    QList<TraceGroup> traces;
    int traceCount = 0;
    int certainTraces = 0;
    QList<CoverageRow> coverage;   // places that exist on this system
    int placesRead = 0;            // completely
    bool showsCoverage = false;    // the list of places is part of the answer
    std::optional<NotCheckedModel> notChecked;
    QStringList notes;   // about the facts' age and the like
    std::optional<BestFitModel> bestFit;
    QStringList footer;
    bool hasResult = false;
    bool running = false;
};

// `now` is the clock's time, for "today".
[[nodiscard]] OverviewModel overviewModel(const SessionState& state, const Catalog& catalog, Instant now);
// No check could start.
[[nodiscard]] OverviewModel overviewFailure(Missing missing, const Error& problem);
// Before the catalog is loaded.
[[nodiscard]] OverviewModel overviewStarting();

// Parts of the above.
[[nodiscard]] HeroModel heroModel(const CheckResult& result, const OverviewModel& parts, Instant now);
[[nodiscard]] std::optional<GapBarData> gapBarOf(const Installation& installation, const Assessment& assessment,
                                                 Instant asOf, Instant now);
[[nodiscard]] QList<TraceGroup> traceGroups(const CheckResult& result);
[[nodiscard]] std::optional<BestFitModel> bestFitModel(const CheckResult& result, const Catalog& catalog);

}   // namespace offramp::ui
