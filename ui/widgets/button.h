// Button: primary, secondary, quiet (a link) and danger, with an optional icon and menu arrow. Wraps its words when the
// place is narrow, so that large text is never cut.
#pragma once

#include "style/icon.h"

#include <QPushButton>
#include <optional>

namespace offramp::ui {

enum class ButtonKind { primary, secondary, quiet, danger };
enum class ButtonSize { normal, small };

class Button final : public QPushButton {
    Q_OBJECT

public:
    Button(const QString& text, ButtonKind kind, QWidget* parent = nullptr, ButtonSize size = ButtonSize::normal);

    [[nodiscard]] ButtonKind kind() const { return m_kind; }
    void setLeadingIcon(Icon icon);
    void setTrailingIcon(Icon icon);
    // A quiet button whose words begin exactly where the text above and below begins.
    void setFlush();

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] int sidePadding() const;
    [[nodiscard]] int iconsWidth() const;
    [[nodiscard]] QRect textRect(int width) const;

    ButtonKind m_kind;
    ButtonSize m_size;
    std::optional<Icon> m_leading;
    std::optional<Icon> m_trailing;
    bool m_flush = false;
};

}   // namespace offramp::ui
