// ElidedPath: a path or a registry key on one line, in the fixed font. When there is no room its middle goes, because
// both ends say more; the whole text is the tool tip and the accessible name.
#pragma once

#include <QString>
#include <QWidget>

namespace offramp::ui {

class ElidedPath final : public QWidget {
    Q_OBJECT

public:
    explicit ElidedPath(const QString& path, QWidget* parent = nullptr);
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_path;
};

}   // namespace offramp::ui
