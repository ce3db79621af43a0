#include "style/icon.h"

#include "style/icon_data.h"
#include "style/theme.h"

#include <QGuiApplication>
#include <QHash>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>

namespace offramp::ui {

namespace {

struct CacheKey {
    int icon;
    int size;
    QRgb color;
    QRgb onStatus;
    int ratio;   // hundredths
    bool mirrored;

    friend bool operator==(const CacheKey&, const CacheKey&) = default;
};

std::size_t qHash(const CacheKey& key, std::size_t seed = 0)
{
    return qHashMulti(seed, key.icon, key.size, key.color, key.onStatus, key.ratio, key.mirrored);
}

QPainterPath pathOf(const IconLayer& layer)
{
    QPainterPath path;
    const float* at = iconNumbers + layer.firstNumber;
    for (unsigned i = 0; i < layer.opCount; ++i) {
        switch (iconOps[layer.firstOp + i]) {
        case 0:
            path.moveTo(qreal(at[0]), qreal(at[1]));
            at += 2;
            break;
        case 1:
            path.lineTo(qreal(at[0]), qreal(at[1]));
            at += 2;
            break;
        case 2:
            path.cubicTo(qreal(at[0]), qreal(at[1]), qreal(at[2]), qreal(at[3]), qreal(at[4]), qreal(at[5]));
            at += 6;
            break;
        default: path.closeSubpath(); break;
        }
    }
    return path;
}

void drawLayers(QPainter& painter, const IconDrawing& drawing, const QColor& color, const QColor& onStatus)
{
    for (unsigned i = 0; i < drawing.layerCount; ++i) {
        const IconLayer& layer = iconLayers[drawing.firstLayer + i];
        QColor ink = layer.ink == IconInk::current    ? color
                     : layer.ink == IconInk::onStatus ? onStatus
                                                      : QColor::fromRgb(layer.rgb);
        ink.setAlphaF(ink.alphaF() * layer.opacity);
        if (layer.strokeWidth <= 0) {
            painter.fillPath(pathOf(layer), ink);
            continue;
        }
        QPen pen(ink, qreal(layer.strokeWidth));
        pen.setCapStyle(layer.roundCap ? Qt::RoundCap : Qt::FlatCap);
        pen.setJoinStyle(layer.roundJoin ? Qt::RoundJoin : Qt::MiterJoin);
        if (layer.dash > 0) {
            const auto width = qreal(layer.strokeWidth);
            pen.setDashPattern({qreal(layer.dash) / width, qreal(layer.dashGap) / width});
        }
        painter.strokePath(pathOf(layer), pen);
    }
}

QPixmap draw(Icon icon, int size, const QColor& color, const QColor& onStatus, qreal ratio, bool mirrored)
{
    const IconDrawing& drawing = iconDrawings[static_cast<int>(icon)];
    const int pixels = qRound(size * ratio);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (mirrored) {
        painter.translate(pixels, 0);
        painter.scale(-1, 1);
    }
    painter.scale(pixels / qreal(drawing.width), pixels / qreal(drawing.height));
    drawLayers(painter, drawing, color, onStatus);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QPixmap cached(Icon icon, int size, const QColor& color, qreal ratio, bool mirrored)
{
    // Only the window's thread paints. A few hundred small pictures at most: emptied when themes or sizes changed a
    // lot.
    static QHash<CacheKey, QPixmap> cache = [] {
        qAddPostRoutine([] { cache.clear(); });   // pictures must not outlive the application
        return QHash<CacheKey, QPixmap>{};
    }();
    constexpr int cacheLimit = 400;
    const QColor onStatus = Theme::instance().color(Color::onStatus);
    const CacheKey key{static_cast<int>(icon), size, color.rgba(), onStatus.rgba(), qRound(ratio * 100), mirrored};
    const auto found = cache.constFind(key);
    if (found != cache.constEnd()) {
        return *found;
    }
    if (cache.size() >= cacheLimit) {
        cache.clear();
    }
    return *cache.insert(key, draw(icon, size, color, onStatus, ratio, mirrored));
}

}   // namespace

bool mirrorsInRightToLeft(Icon icon)
{
    static constexpr std::array mirrored = {Icon::arrowLeft, Icon::chevronLeft, Icon::chevronRight, Icon::external,
                                            Icon::undo,      Icon::list,        Icon::rollback,     Icon::report,
                                            Icon::file,      Icon::key};
    return std::find(mirrored.begin(), mirrored.end(), icon) != mirrored.end();
}

QString iconName(Icon icon)
{
    return QString::fromLatin1(iconDrawings[static_cast<int>(icon)].name);
}

void paintIcon(QPainter& painter, Icon icon, const QRectF& box, const QColor& color)
{
    const bool mirrored = mirrorsInRightToLeft(icon) && painter.layoutDirection() == Qt::RightToLeft;
    const qreal ratio = painter.device() != nullptr ? painter.device()->devicePixelRatioF() : 1;
    const QPixmap pixmap = cached(icon, qRound(box.width()), color, ratio, mirrored);
    // Whole device pixels, or the strokes blur.
    const QPointF corner(qRound(box.x() * ratio) / ratio, qRound(box.y() * ratio) / ratio);
    painter.drawPixmap(corner, pixmap);
}

void paintIcon(QPainter& painter, Icon icon, const QRectF& box, Color color)
{
    paintIcon(painter, icon, box, Theme::instance().color(color));
}

QPixmap iconPixmap(Icon icon, int size, const QColor& color, qreal devicePixelRatio)
{
    const bool mirrored = mirrorsInRightToLeft(icon) && QGuiApplication::isRightToLeft();
    return cached(icon, size, color, devicePixelRatio, mirrored);
}

QPixmap drawIcon(Icon icon, int size, const QColor& color, const QColor& onStatus)
{
    return draw(icon, size, color, onStatus, 1, false);
}

QIcon appIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128}) {
        icon.addPixmap(draw(size < 32 ? Icon::appSmall : Icon::app, size, Qt::black, Qt::white, 1, false));
    }
    return icon;
}

}   // namespace offramp::ui
