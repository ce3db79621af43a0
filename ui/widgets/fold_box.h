// FoldBox: what is inside something that folds. Folding and unfolding move, unless motion is reduced: what is inside
// keeps its form and comes into sight from the top. Folded away it is hidden, so that neither the keyboard nor a screen
// reader finds it.
#pragma once

#include <QWidget>

class QVariantAnimation;

namespace offramp::ui {

class FoldBox final : public QWidget {
    Q_OBJECT

public:
    enum class Start { open, folded };
    FoldBox(QWidget* content, Start start, QWidget* parent = nullptr);
    void setOpen(bool open);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int wholeHeight(int width) const;
    void place();
    void setShare(double share);

    QWidget* m_content;
    QVariantAnimation* m_fold;
    double m_share;   // of the height that is in sight: 0 folded, 1 open
    bool m_open;
};

}   // namespace offramp::ui
