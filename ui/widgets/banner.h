// Banner: something to know before the rest. Icon, bold line, sentence, at most one button. Unknown is dashed.
#pragma once

#include "widgets/status.h"

#include <QFrame>

namespace offramp::ui {

class Button;

class Banner final : public QFrame {
    Q_OBJECT

public:
    // `title` or `text` may be empty. `button` may be null; the banner owns it. `narrow` puts the button below.
    Banner(Tone tone, const QString& title, const QString& text, Button* button, bool narrow,
           QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
};

}   // namespace offramp::ui
