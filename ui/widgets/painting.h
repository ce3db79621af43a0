// Shapes that several widgets paint.
#pragma once

#include "style/theme.h"

class QPainter;
class QPainterPath;
class QRectF;
class QString;

namespace offramp::ui {

enum class Border { solid, dashed, none };

// A rounded area with a one-pixel border, pixel-exact at every device pixel ratio.
void paintRounded(QPainter& painter, const QRectF& rect, double cornerRadius, const QColor& fill, const QColor& line,
                  Border border = Border::solid, double lineWidth = 1);

// The hatched piece of a bar: a time without updates or without protection. `outline` is the whole bar.
void paintGap(QPainter& painter, const QRectF& piece, const QPainterPath& outline);

// For QPainter::drawText: text runs in its own direction, wherever it is aligned. Without it a sentence of another
// script than the window's would put its numbers and dots at the wrong end.
[[nodiscard]] int textDirection(const QString& text);

}   // namespace offramp::ui
