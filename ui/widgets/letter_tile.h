// LetterTile: the first letter of a product, in place of a vendor's logo.
#pragma once

#include <QWidget>

namespace offramp::ui {

class LetterTile final : public QWidget {
    Q_OBJECT

public:
    explicit LetterTile(const QString& name, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_letter;
};

}   // namespace offramp::ui
