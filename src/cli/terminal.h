// Text for a terminal: colour only where a person reads it, and a progress line that leaves nothing behind.
#pragma once

#include "base/progress.h"
#include "base/reason.h"

#include <string>
#include <string_view>
#include <vector>

namespace offramp::cli {

enum class Style { plain, strong, affected, attention, fine, quiet };

// Wraps `text` in the style when standard output is a terminal and NO_COLOR is not set.
[[nodiscard]] std::string styled(Style style, std::string_view text);

// Names come from the machine that is looked at. Control characters in them, with which a name could clear the screen
// or paint an answer of its own, become U+FFFD.
[[nodiscard]] std::string plain(std::string_view text);

// plain(), then broken at blanks so that no line is longer than `width` columns; every line begins with `indent`
// blanks.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent, std::size_t width = 80);

// Each reason as English sentences, wrapped, on lines of its own.
void addReasons(std::string& out, const std::vector<Reason>& reasons, std::size_t indent);

// Shows "Looking at …" on standard error while it lives, if that is a terminal.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const Progress& progress);
    // Any text, already in the words people read.
    void show(const std::string& text);
    // Leaves the line empty, for what is printed next.
    void clear();

private:
    bool m_visible;
};

}   // namespace offramp::cli
