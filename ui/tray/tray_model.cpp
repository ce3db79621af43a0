#include "tray/tray_model.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>
#include <algorithm>

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

bool operator==(const TrayEntry& one, const TrayEntry& other)
{
    return one.action == other.action && one.text == other.text && one.icon == other.icon
           && one.iconColor == other.iconColor && one.emphasized == other.emphasized && one.enabled == other.enabled
           && one.endsGroup == other.endsGroup
           && std::equal(one.more.begin(), one.more.end(), other.more.begin(), other.more.end());
}

bool operator==(const TrayModel& one, const TrayModel& other)
{
    return one.shape == other.shape && one.tooltip == other.tooltip
           && std::equal(one.entries.begin(), one.entries.end(), other.entries.begin(), other.entries.end());
}

TrayModel trayModel(const OverviewModel& overview, const ReminderWords* words, TrayPause pause)
{
    TrayModel model;
    model.shape = shapeOf(overview);
    const bool wantsSomething = model.shape == TrayShape::affected || model.shape == TrayShape::attention;
    if (wantsSomething && pause == TrayPause::paused) {
        model.shape = TrayShape::paused;
    }
    model.tooltip = atMost(longestTrayTooltip, Tray::tr("Offramp: %1").arg(overview.hero.title));
    constexpr qsizetype longestState = 60;   // a menu is no place for long sentences
    const QString headline = words != nullptr && !words->headline.isEmpty() ? words->headline : overview.hero.title;
    model.entries.append({TrayAction::open,
                          atMost(longestState, headline),
                          overview.hero.icon,
                          overview.hero.iconColor,
                          true,
                          true,
                          true,
                          {}});
    if (words != nullptr && !words->caption.isEmpty()) {
        model.entries.front().endsGroup = false;
        model.entries.append({TrayAction::open,
                              atMost(longestState, words->caption),
                              std::nullopt,
                              Color::text2,
                              false,
                              true,
                              true,
                              {}});
    }
    if (words != nullptr && !words->act.isEmpty()) {
        model.entries.append({TrayAction::act, words->act, Icon::replacements, Color::text2, true, true, false, {}});
        model.entries.append(
            {TrayAction::open,
             Tray::tr("Remind me"),
             Icon::bell,
             Color::text2,
             false,
             true,
             true,
             {{TrayAction::remindTomorrow, Tray::tr("Tomorrow"), std::nullopt, Color::text2, false, true, false, {}},
              {TrayAction::remindNextWeek, Tray::tr("Next week"), std::nullopt, Color::text2, false, true, false, {}},
              {TrayAction::remindOnDate,
               Tray::tr("On a date\u2026"),
               std::nullopt,
               Color::text2,
               false,
               true,
               false,
               {}}}});
    } else {
        model.entries.append({TrayAction::checkAgain,
                              Tray::tr("Check again"),
                              Icon::refresh,
                              Color::text2,
                              false,
                              !overview.running,
                              true,
                              {}});
    }
    model.entries.append(
        {TrayAction::settings, Tray::tr("Settings\u2026"), Icon::settings, Color::text2, false, true, false, {}});
    model.entries.append(
        {TrayAction::quit, Tray::tr("Quit Offramp"), Icon::quit, Color::text2, false, true, false, {}});
    return model;
}

}   // namespace offramp::ui
