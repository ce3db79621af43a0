// RowLine: the line between two rows.
#pragma once

#include "style/theme.h"

#include <QPainter>
#include <QWidget>

namespace offramp::ui {

class RowLine final : public QWidget {
public:
    explicit RowLine(QWidget* parent) : QWidget(parent) { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), Theme::instance().color(Color::line)); }
};

}   // namespace offramp::ui
