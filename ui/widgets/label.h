// Label: text of one type and one colour, wrapped, with the line height of the design. Never elides.
#pragma once

#include "style/tokens.h"

#include <QLabel>
#include <memory>

namespace offramp::ui {

enum class Wrap { words, none };

class Label final : public QLabel {
    Q_OBJECT

public:
    Label(const QString& text, Type type, Color color, QWidget* parent = nullptr, Wrap wrap = Wrap::words);
    ~Label() override;

    void setStyle(Type type, Color color);
    // Wide lines are hard to read: asked for its width, it says at most this many design pixels.
    void setPreferredWidth(int designPixels);
    // Headings are announced as such; screen readers can jump from one to the next.
    void setHeading();

    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    // The text as glyphs, in the font of now, and what was measured of it. Layouts ask for the same sizes many times,
    // and to shape the text anew each time was a quarter of the work of showing a page.
    struct Shaped;
    [[nodiscard]] Shaped& shaped() const;
    // With its lines at that width.
    [[nodiscard]] Shaped& laidOut(int width) const;
    // So wide that no line has to be broken, in pixels.
    [[nodiscard]] int longestLine() const;

    Type m_type;
    Color m_color;
    Wrap m_wrap;
    int m_preferredWidth = 0;
    mutable std::unique_ptr<Shaped> m_shaped;
};

}   // namespace offramp::ui
