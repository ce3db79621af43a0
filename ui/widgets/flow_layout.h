// FlowLayout: places items one after the other and begins a new line when they do not fit. Mirrors right to left.
#pragma once

#include <QLayout>
#include <QList>

namespace offramp::ui {

class FlowLayout final : public QLayout {
public:
    FlowLayout(int horizontalGap, int verticalGap);
    ~FlowLayout() override;
    enum class LastAlone { atStart, atEnd };
    // The last item stands at the far end of its line; where it has a line of its own, as is said.
    void setLastAtEnd(LastAlone alone = LastAlone::atStart)
    {
        m_lastAtEnd = true;
        m_lastAlone = alone;
    }

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    enum class Pass { measure, place };
    int arrange(const QRect& rect, Pass pass) const;

    QList<QLayoutItem*> m_items;
    int m_horizontalGap;
    int m_verticalGap;
    bool m_lastAtEnd = false;
    LastAlone m_lastAlone = LastAlone::atStart;
};

}   // namespace offramp::ui
