// ScrollPage: a page that scrolls. Keeps what has the keyboard focus in sight; its content is at most 960 wide and then
// stands in the middle.
#pragma once

#include "style/tokens.h"

#include <QScrollArea>

class QVBoxLayout;

namespace offramp::ui {

class ScrollPage : public QScrollArea {
    Q_OBJECT

public:
    explicit ScrollPage(QWidget* parent = nullptr);

    // Takes the content over and deletes what was shown before. The scroll position stays.
    void setContent(QWidget* content);
    [[nodiscard]] QWidget* content() const { return m_content; }
    // Room beside the content, in design pixels; less where text is large.
    void setSideMargin(int designPixels);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* m_frame;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
    int m_side = space::xl;
};

}   // namespace offramp::ui
