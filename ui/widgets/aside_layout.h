// AsideLayout: something wide, and something small at its end: a row's words and its pill, a header's title and its
// count. Where the wide part would become too narrow to be read, the small one goes below it. So nothing needs more
// width than its longest word, whatever the font.
#pragma once

#include <QLayout>

namespace offramp::ui {

class AsideLayout final : public QLayout {
public:
    AsideLayout(int gap, int gapBelow);
    ~AsideLayout() override;

    // First the wide part, then the small one, which stays as narrow as it can be.
    void addItem(QLayoutItem* item) override;
    void addLayoutAsMain(QLayout* layout);

    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    [[nodiscard]] bool fitsBeside(int width) const;

    QLayoutItem* m_main = nullptr;
    QLayoutItem* m_aside = nullptr;
    int m_gap;
    int m_gapBelow;
};

}   // namespace offramp::ui
