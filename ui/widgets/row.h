// Row: one thing in a card. Icon, name, one or two lines of caption, and a pill or a small widget at the end, which
// goes under the words when text is large.
#pragma once

#include "style/icon.h"

#include <QAbstractButton>
#include <QWidget>
#include <optional>

namespace offramp::ui {

struct RowContent {
    std::optional<Icon> icon;
    Color iconColor = Color::text2;
    QString title;
    QString caption;          // may be empty
    bool dense = false;       // name at body size, caption at the end of the same line
    QString accessibleName;   // empty: title and caption
};

class Row final : public QWidget {
    Q_OBJECT

public:
    // `trailing` may be null; the row owns it.
    Row(const RowContent& content, QWidget* trailing, QWidget* parent = nullptr);
};

// A row that opens or picks something. Hover and press tint it, a bar marks the selected one, and the keyboard's ring
// lies inside it. `trailing` is seen, not pressed.
class RowButton final : public QAbstractButton {
    Q_OBJECT

public:
    RowButton(const RowContent& content, QWidget* trailing, QWidget* parent = nullptr);
    void setSelected(bool selected);
    [[nodiscard]] bool isSelected() const { return m_selected; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool m_selected = false;
};

}   // namespace offramp::ui
