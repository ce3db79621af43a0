// StatusPill: shape, word and colour of a status, or a plain remark in the same form. Not pressable. Unknown is dashed.
#pragma once

#include "widgets/status.h"

#include <QWidget>
#include <optional>

namespace offramp::ui {

class StatusPill final : public QWidget {
    Q_OBJECT

public:
    StatusPill(Tone tone, const QString& word, QWidget* parent = nullptr);
    explicit StatusPill(const QString& remark, QWidget* parent = nullptr);   // "Already here"
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int wordLeft() const;

    std::optional<Tone> m_tone;
    QString m_word;
};

}   // namespace offramp::ui
