// NavRail: the pages of the app at the left. Folds to icons with tool tips; arrow keys move inside it.
#pragma once

#include "style/icon.h"

#include <QList>
#include <QWidget>

namespace offramp::ui {

class NavItem;

class NavRail final : public QWidget {
    Q_OBJECT

public:
    explicit NavRail(QWidget* parent = nullptr);

    enum class Place { top, bottom };
    // Returns the page's number, counted from 0.
    int addPage(Icon icon, const QString& name, Place place);
    void setName(int page, const QString& name);
    void setCount(int page, int count);   // a number at the end of the item; 0 shows none
    void setCurrent(int page);
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void pageChosen(int page);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QList<NavItem*> m_items;
    bool m_folded = false;
};

}   // namespace offramp::ui
