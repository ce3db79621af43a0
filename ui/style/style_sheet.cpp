#include "style/style_sheet.h"

#include "style/theme.h"

namespace offramp::ui {

QString menuStyleSheet()
{
    const Theme& theme = Theme::instance();
    const auto name = [&](Color token) { return theme.color(token).name(); };
    return QStringLiteral("QMenu { background: %1; color: %2; border: 1px solid %3; padding: %8px; }"
                          "QMenu::item { padding: %9px %10px; border-radius: %11px; }"
                          "QMenu::item:selected { background: %4; color: %5; }"
                          "QMenu::item:disabled { color: %6; }"
                          "QMenu::separator { height: 1px; background: %7; margin: 4px 0; }")
        .arg(name(Color::surface), name(Color::text), name(Color::lineControl), name(Color::accentSoft),
             name(Color::text), name(Color::textDisabled), name(Color::line))
        .arg(theme.space(4))
        .arg(theme.space(8))
        .arg(theme.space(16))
        .arg(radius::base - 2);
}

QString fieldStyleSheet()
{
    const Theme& theme = Theme::instance();
    const auto name = [&](Color token) { return theme.color(token).name(); };
    return QStringLiteral("QDateEdit { background: %1; color: %2; border: 1px solid %3; border-radius: %6px;"
                          " padding: 0 %7px; selection-background-color: %4; selection-color: %5; }")
        .arg(name(Color::surface), name(Color::text), name(Color::lineControl), name(Color::accent),
             name(Color::onAccent))
        .arg(radius::base)
        .arg(theme.space(12));
}

}   // namespace offramp::ui
