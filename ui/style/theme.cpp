#include "style/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QStyleHints>
#include <algorithm>
#include <cmath>

namespace offramp::ui {

namespace {

constexpr int smallestBody = 13;
constexpr int halfRateAbove = 20;
constexpr double largestIcon = 1.4;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

}   // namespace

std::optional<ThemeMode> themeModeFromString(const QString& word)
{
    if (word == QLatin1String("system")) {
        return ThemeMode::system;
    }
    if (word == QLatin1String("light")) {
        return ThemeMode::light;
    }
    if (word == QLatin1String("dark")) {
        return ThemeMode::dark;
    }
    if (word == QLatin1String("high-contrast")) {
        return ThemeMode::highContrast;
    }
    return std::nullopt;
}

std::optional<MotionWish> motionWishFromString(const QString& word)
{
    if (word == QLatin1String("system")) {
        return MotionWish::system;
    }
    if (word == QLatin1String("reduced")) {
        return MotionWish::reduced;
    }
    if (word == QLatin1String("full")) {
        return MotionWish::full;
    }
    return std::nullopt;
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Scheme schemeOf(const QPalette& palette)
{
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::WindowText);
    const bool pure = window == palette.color(QPalette::Base) && (window == Qt::black || window == Qt::white);
    constexpr double nearlyBlackOnWhite = 18;
    if (pure && contrast(window, text) >= nearlyBlackOnWhite
        && contrast(palette.color(QPalette::Button), palette.color(QPalette::ButtonText)) >= nearlyBlackOnWhite) {
        return Scheme::highContrast;
    }
    return luminance(window) < luminance(text) ? Scheme::dark : Scheme::light;
}

QColor tokenColor(Color token, Scheme scheme)
{
    const ColorToken& each = colorTokens[static_cast<int>(token)];
    switch (scheme) {
    case Scheme::light: return QColor::fromRgb(each.light);
    case Scheme::dark: return QColor::fromRgb(each.dark);
    case Scheme::highContrast: return QColor::fromRgb(each.highContrast);
    }
    return {};
}

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

Theme::Theme()
{
    readSystem();
    qApp->installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        readSystem();
        emit changed();
    });
#endif
}

void Theme::followSystem()
{
    if (m_watch == nullptr) {
        m_watch = new SystemWatch(qApp);   // it must end before the application does
        connect(m_watch, &SystemWatch::changed, this, [this] { setSystemWishes(m_watch->wishes()); });
        setSystemWishes(m_watch->wishes());
    }
}

void Theme::setSystemWishes(const SystemWishes& wishes)
{
    if (m_wishes == wishes) {
        return;
    }
    m_wishes = wishes;
    readSystem();
    emit changed();
}

void Theme::setMode(ThemeMode mode)
{
    m_mode = mode;
    readSystem();
    emit changed();
}

void Theme::setTextScale(double scale)
{
    m_textScale = std::clamp(scale, 0.5, 4.0);
    readSystem();
    emit changed();
}

// Nothing is drawn differently at rest, so only a change of what counts is told.
void Theme::setMotion(MotionWish motion)
{
    const bool before = reducedMotion();
    m_motion = motion;
    if (reducedMotion() != before) {
        emit changed();
    }
}

bool Theme::reducedMotion() const
{
    switch (m_motion) {
    case MotionWish::reduced: return true;
    case MotionWish::full: return false;
    case MotionWish::system: break;
    }
    return m_wishes.reducedMotion;
}

Scheme Theme::wishedScheme(const QPalette& system) const
{
    const Scheme byPalette = schemeOf(system);
    if (byPalette == Scheme::highContrast || m_wishes.contrast != ContrastWish::usual) {
        return Scheme::highContrast;
    }
    switch (m_wishes.brightness) {
    case BrightnessWish::light: return Scheme::light;
    case BrightnessWish::dark: return Scheme::dark;
    case BrightnessWish::unsaid: break;
    }
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    switch (QGuiApplication::styleHints()->colorScheme()) {
    case Qt::ColorScheme::Light: return Scheme::light;
    case Qt::ColorScheme::Dark: return Scheme::dark;
    case Qt::ColorScheme::Unknown: break;
    }
#endif
    return byPalette;
}

// The app's own palette is set on its windows, never on the application, so the system's wishes stay readable here.
void Theme::readSystem()
{
    const QPalette system = QGuiApplication::palette();
    bool systemPalette = false;   // a contrast theme is a person's own choice of colours
    switch (m_mode) {
    case ThemeMode::light: m_scheme = Scheme::light; break;
    case ThemeMode::dark: m_scheme = Scheme::dark; break;
    case ThemeMode::highContrast: m_scheme = Scheme::highContrast; break;
    case ThemeMode::system:
        m_scheme = wishedScheme(system);
        systemPalette =
            m_scheme == Scheme::highContrast
            && (m_wishes.contrast == ContrastWish::highByPalette || schemeOf(system) == Scheme::highContrast);
        break;
    }
    for (int i = 0; i < colorCount; ++i) {
        const ColorToken& token = colorTokens[i];
        m_colors[static_cast<std::size_t>(i)] =
            systemPalette ? system.color(token.disabledGroup ? QPalette::Disabled : QPalette::Active, token.role)
                          : tokenColor(static_cast<Color>(i), m_scheme);
    }
    const int systemBody = std::max(smallestBody, QFontInfo(QGuiApplication::font()).pixelSize());
    m_body = qRound(systemBody * m_textScale);
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Color token) { palette.setColor(role, color(token)); };
    set(QPalette::Window, Color::window);
    set(QPalette::WindowText, Color::text);
    set(QPalette::Base, Color::surface);
    set(QPalette::AlternateBase, Color::sunken);
    set(QPalette::Text, Color::text);
    set(QPalette::PlaceholderText, Color::text3);
    set(QPalette::Button, Color::surface);
    set(QPalette::ButtonText, Color::text);
    set(QPalette::Highlight, Color::accent);
    set(QPalette::HighlightedText, Color::onAccent);
    set(QPalette::Link, Color::accentText);
    set(QPalette::LinkVisited, Color::accentText);
    set(QPalette::ToolTipBase, Color::surface);
    set(QPalette::ToolTipText, Color::text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, color(Color::textDisabled));
    }
    return palette;
}

int Theme::dp(double designPixels) const
{
    return qRound(designPixels * m_body / bodySize);
}

int Theme::icon(int designPixels) const
{
    return qRound(designPixels * std::min(largestIcon, double(m_body) / bodySize));
}

int Theme::space(int designPixels) const
{
    return largeText() ? designPixels : dp(designPixels);
}

namespace {

// Headline and title grow at half the rate once text is large; everything else in full.
double growth(Type type, int body)
{
    const double full = double(body) / bodySize;
    const bool half = type == Type::headline || type == Type::title || type == Type::clock;
    return half && body > halfRateAbove ? 1 + (full - 1) / 2 : full;
}

}   // namespace

QFont Theme::font(Type type) const
{
    const TypeToken& token = typeTokens[static_cast<int>(type)];
    QFont font = token.fixedPitch ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QGuiApplication::font();
    font.setPixelSize(std::max(11, qRound(token.size * growth(type, m_body))));
    font.setWeight(static_cast<QFont::Weight>(token.weight));
    if (token.letterSpacingPercent != 100) {
        font.setLetterSpacing(QFont::PercentageSpacing, token.letterSpacingPercent);
    }
    return font;
}

int Theme::lineHeight(Type type) const
{
    return qRound(typeTokens[static_cast<int>(type)].line * growth(type, m_body));
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    const bool systemChanged =
        event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ApplicationFontChange;
    if (systemChanged && watched == qApp) {
        readSystem();
        emit changed();
    }
    return QObject::eventFilter(watched, event);
}

}   // namespace offramp::ui
