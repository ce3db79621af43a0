// ThumbBar: a quiet scroll bar, a round thumb on the colour it stands on.
#pragma once

#include "style/tokens.h"

#include <QScrollBar>

namespace offramp::ui {

class ThumbBar final : public QScrollBar {
    Q_OBJECT

public:
    ThumbBar(Color ground, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Color m_ground;
};

}   // namespace offramp::ui
