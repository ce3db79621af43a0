#include "tray/tray_model.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

namespace offramp::ui {

namespace {

struct Tray {
    Q_DECLARE_TR_FUNCTIONS(Tray)
};

TrayShape shapeOf(const OverviewModel& overview)
{
    if (overview.running) {
        return TrayShape::working;
    }
    switch (overview.hero.kind) {
    case HeroKind::affected: return TrayShape::affected;
    case HeroKind::traces:
    case HeroKind::moved:
    case HeroKind::managed: return TrayShape::attention;
    // What the rules exempt needs nothing, like a computer without it.
    case HeroKind::exempt:
    case HeroKind::clean: return TrayShape::fine;
    case HeroKind::scanning: return TrayShape::working;
    case HeroKind::unclear:
    case HeroKind::couldNotTell:
    case HeroKind::failed:
    case HeroKind::cancelled: return TrayShape::unknown;
    }
    return TrayShape::unknown;
}

// Whole words, and an ellipsis when some are missing. No place a reader would call the middle of a letter.
QString atMost(qsizetype length, const QString& text)
{
    if (text.size() <= length) {
        return text;
    }
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    letters.setPosition(length - 1);
    qsizetype end = letters.isAtBoundary() ? length - 1 : letters.toPreviousBoundary();
    const qsizetype space = text.lastIndexOf(u' ', end);
    if (space > end / 2) {
        end = space;
    }
    return text.left(end) + u'\u2026';
}

}   // namespace

TrayModel trayModel(const OverviewModel& overview)
{
    TrayModel model;
    model.shape = shapeOf(overview);
    model.tooltip = atMost(longestTrayTooltip, Tray::tr("Offramp: %1").arg(overview.hero.title));
    constexpr qsizetype longestState = 60;   // a menu is no place for long sentences
    model.entries = {
        {TrayAction::open, atMost(longestState, overview.hero.title), overview.hero.icon, overview.hero.iconColor, true,
         true, true},
        {TrayAction::open, Tray::tr("Open Offramp"), Icon::overview, Color::text2, false, true, false},
        {TrayAction::checkAgain, Tray::tr("Check again"), Icon::refresh, Color::text2, false, !overview.running, true},
        {TrayAction::quit, Tray::tr("Quit Offramp"), Icon::quit, Color::text2, false, true, false},
    };
    return model;
}

}   // namespace offramp::ui
