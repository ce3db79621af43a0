// StatusPill: shape, word and colour of a status. Not pressable. Unknown is dashed.
#pragma once

#include "widgets/status.h"

#include <QWidget>

namespace offramp::ui {

class StatusPill final : public QWidget {
    Q_OBJECT

public:
    StatusPill(Tone tone, const QString& word, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
    QString m_word;
};

}   // namespace offramp::ui
