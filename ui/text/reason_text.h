// Reasons as sentences in the reader's language. The English sentence of each code stands in report/phrases; this is
// its translation, with numbers and days written the reader's way.
#pragma once

#include "base/reason.h"
#include "widgets/source_note.h"

#include <QString>
#include <QUrl>
#include <vector>

namespace offramp::ui {

[[nodiscard]] QString reasonText(const Reason& reason);
// Sentences one after the other.
[[nodiscard]] QString reasonTexts(const std::vector<Reason>& reasons);

// "89 FR 52434, issued under 15 CFR 7.109 · read at the source"; the title stands in when there is no citation. Brief
// ends at the first comma of the citation.
enum class Citation { full, brief };
[[nodiscard]] QString sourceText(const SourceLink& source, Citation citation);

[[nodiscard]] SourceNoteContent sourceNote(const SourceLink& source);

// Only pages of governments are opened from here; everything else is shown as text to select.
[[nodiscard]] bool isOfficialPage(const QUrl& url);

}   // namespace offramp::ui
