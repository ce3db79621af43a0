// Theme: colours, type and sizes of the running app. Widgets read it while they paint and measure, and keep nothing.
#pragma once

#include "style/system_wishes.h"
#include "style/tokens.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>
#include <array>
#include <optional>

namespace offramp::ui {

enum class ThemeMode { system, light, dark, highContrast };
[[nodiscard]] std::optional<ThemeMode> themeModeFromString(const QString& word);   // "system", "high-contrast", …

// What the person said about movement: as the system has it, none, or all of it.
enum class MotionWish { system, reduced, full };
[[nodiscard]] std::optional<MotionWish> motionWishFromString(const QString& word);

enum class Scheme { light, dark, highContrast };

class Theme final : public QObject {
    Q_OBJECT

public:
    // The one theme of the process; made at first use, after QGuiApplication.
    [[nodiscard]] static Theme& instance();

    // From now on also what a palette does not say: the desktop's colour scheme, high contrast and reduced motion. For
    // programs with a person in front of them; a picture or a test says itself what it wants.
    void followSystem();
    void setSystemWishes(const SystemWishes& wishes);

    void setMode(ThemeMode mode);
    void setTextScale(double scale);   // on top of the system's font size
    void setMotion(MotionWish motion);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool reducedMotion() const;
    [[nodiscard]] QColor color(Color token) const { return m_colors[static_cast<std::size_t>(token)]; }
    [[nodiscard]] QPalette palette() const;

    // Body text in pixels: max(13, the system font), times the text scale.
    [[nodiscard]] int body() const { return m_body; }
    // From 21 px up pages use one column, full-width buttons and a rail of icons.
    [[nodiscard]] bool largeText() const { return m_body >= 21; }
    [[nodiscard]] QFont font(Type type) const;
    [[nodiscard]] int lineHeight(Type type) const;

    // A size of the design (given at body 14) that holds text: grows in full with it.
    [[nodiscard]] int dp(double designPixels) const;
    // An icon: grows to 1.4 times at most.
    [[nodiscard]] int icon(int designPixels) const;
    // Room between things: grows until text is large, then returns to the drawn values, because room is scarce.
    [[nodiscard]] int space(int designPixels) const;

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Theme();
    void readSystem();

    [[nodiscard]] Scheme wishedScheme(const QPalette& system) const;

    ThemeMode m_mode = ThemeMode::system;
    SystemWishes m_wishes;
    SystemWatch* m_watch = nullptr;
    Scheme m_scheme = Scheme::light;
    MotionWish m_motion = MotionWish::system;
    double m_textScale = 1;
    int m_body = bodySize;
    std::array<QColor, colorCount> m_colors;
};

// Colours of one scheme as the tokens give them, without a system palette.
[[nodiscard]] QColor tokenColor(Color token, Scheme scheme);
// What a palette asks for: dark or light by luminance, high contrast when it is drawn in pure black and white.
[[nodiscard]] Scheme schemeOf(const QPalette& palette);
// WCAG 2 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

}   // namespace offramp::ui
