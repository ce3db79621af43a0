// Row: one thing in a card. Icon, name, one or two lines of caption, and a pill or a small widget at the end, which
// goes under the words when text is large.
#pragma once

#include "style/icon.h"

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

}   // namespace offramp::ui
