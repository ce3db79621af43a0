// ElidedPath: a path, a registry key or an address on one line. When there is no room its middle goes, because
// both ends say more; the whole text is the tool tip and the accessible name.
#pragma once

#include "style/tokens.h"

#include <QString>
#include <QWidget>

namespace offramp::ui {

class ElidedPath final : public QWidget {
    Q_OBJECT

public:
    explicit ElidedPath(const QString& path, Type type = Type::path, Color color = Color::text2,
                        QWidget* parent = nullptr);
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_path;
    Type m_type;
    Color m_color;
};

}   // namespace offramp::ui
