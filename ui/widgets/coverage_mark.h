// CoverageMark: whether a replacement has one thing you had: confirmed, stated, unknown, or not included.
#pragma once

#include "domain/recommendation.h"

#include <QWidget>

namespace offramp::ui {

class CoverageMark final : public QWidget {
    Q_OBJECT

public:
    // `stateWord` is the state in words ("confirmed"); it is spoken, the mark is seen.
    CoverageMark(FeatureCover cover, const QString& feature, const QString& stateWord, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    FeatureCover m_cover;
    QString m_feature;
};

}   // namespace offramp::ui
