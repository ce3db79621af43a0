// Icons at any size, tinted with a token, crisp at every device pixel ratio.
#pragma once

#include "style/icon_names.h"
#include "style/tokens.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace offramp::ui {

// Paints the icon into `box` (logical pixels). Directional icons (chevrons, arrows, undo, external) are mirrored when
// the painter's layout direction is right to left. `onStatus` colours the mark inside a filled status shape.
void paintIcon(QPainter& painter, Icon icon, const QRectF& box, const QColor& color);
void paintIcon(QPainter& painter, Icon icon, const QRectF& box, Color color);

// A picture of its own, cached by (name, size, colour, device pixel ratio).
[[nodiscard]] QPixmap iconPixmap(Icon icon, int size, const QColor& color, qreal devicePixelRatio);

// Not cached, one device pixel per pixel, never mirrored: for pictures that do not follow the app's theme.
[[nodiscard]] QPixmap drawIcon(Icon icon, int size, const QColor& color, const QColor& onStatus);

// The app mark: app-small below 32 pixels, app from there up.
[[nodiscard]] QIcon appIcon();

[[nodiscard]] bool mirrorsInRightToLeft(Icon icon);
[[nodiscard]] QString iconName(Icon icon);

}   // namespace offramp::ui
