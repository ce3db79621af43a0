// ComponentSheet: every component in every state it can have, for whoever builds pages (`offramp --components`) and for
// the screenshots. Its words name components and states; they are for developers and are not translated.
#pragma once

#include "widgets/scroll_page.h"

namespace offramp::ui {

class ComponentSheet final : public ScrollPage {
    Q_OBJECT

public:
    explicit ComponentSheet(QWidget* parent = nullptr);

    // As high as everything on it, for a picture.
    [[nodiscard]] int wholeHeight() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void rebuild();
};

}   // namespace offramp::ui
