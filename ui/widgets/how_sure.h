// HowSure: three steps and the word Certain, Likely or Not sure.
#pragma once

#include "domain/product.h"

#include <QWidget>

namespace offramp::ui {

class HowSure final : public QWidget {
    Q_OBJECT

public:
    HowSure(Confidence confidence, const QString& word, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Confidence m_confidence;
    QString m_word;
};

}   // namespace offramp::ui
