// NavItem: one page in the rail.
#pragma once

#include "style/icon.h"

#include <QAbstractButton>

namespace offramp::ui {

class NavItem final : public QAbstractButton {
    Q_OBJECT

public:
    NavItem(Icon icon, const QString& name, QWidget* parent);
    void setName(const QString& name);
    void setCount(int count);
    void setFolded(bool folded);
    [[nodiscard]] QSize sizeHint() const override;
    // So wide that name and count stand beside the icon.
    [[nodiscard]] int fullWidth() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
    int m_count = 0;
    bool m_folded = false;
};

}   // namespace offramp::ui
