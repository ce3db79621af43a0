// SourceNote: where a fact was read and how well that is verified: the source mark, the citation, and a way to the page
// itself. Official pages are opened, and only when the button is pressed; evidence may lead anywhere, so every other
// address is shown to be copied.
#pragma once

#include "style/icon.h"

#include <QString>
#include <QWidget>

namespace offramp::ui {

struct SourceNoteContent {
    Icon mark = Icon::verifiedNone;   // how well it is verified, also said in `text`
    Color markColor = Color::unknown;
    QString text;            // "89 FR 52434 · read at the source"
    QString address;         // where it was read; may be empty
    bool official = false;   // may be opened from the app
};

class SourceNote final : public QWidget {
    Q_OBJECT

public:
    explicit SourceNote(const SourceNoteContent& content, QWidget* parent = nullptr);
};

}   // namespace offramp::ui
