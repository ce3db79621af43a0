// Writes drawings as C++: an enum of icon names, and constant tables that ui/style/icon.cpp draws from.
#pragma once

#include "svg_reader.h"

namespace offramp::icons {

struct NamedDrawing {
    std::string fileName;   // "arrow-left", without the extension
    Drawing drawing;
};

// "arrow-left" -> "arrowLeft"; empty when the result is no C++ name.
[[nodiscard]] std::string enumeratorName(std::string_view fileName);

[[nodiscard]] std::string emitHeader(const std::vector<NamedDrawing>& drawings);
[[nodiscard]] std::string emitSource(const std::vector<NamedDrawing>& drawings);

}   // namespace offramp::icons
