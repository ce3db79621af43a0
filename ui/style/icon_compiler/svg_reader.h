// Reads the part of SVG our own icons are drawn with, and refuses the rest by name.
//
// Elements: svg, g, path, circle, rect. Attributes: geometry, fill, stroke, stroke-width, stroke-opacity, opacity,
// stroke-dasharray (two numbers), stroke-linecap, stroke-linejoin (round). A refused drawing stops the build, so a
// designer learns at once what would not have been drawn.
#pragma once

#include "path_data.h"

#include <cstdint>

namespace offramp::icons {

// What a part is painted with: the colour asked for, the mark inside a filled status shape, or a colour of its own.
enum class Ink : unsigned char { current, onStatus, fixed };

struct Layer {
    Ink ink = Ink::current;
    std::uint32_t rgb = 0;   // for Ink::fixed
    double opacity = 1;
    double strokeWidth = 0;   // 0: filled
    double dash = 0;          // 0: solid
    double dashGap = 0;
    bool roundCap = false;
    bool roundJoin = false;
    Path path;
};

struct Drawing {
    double width = 0;
    double height = 0;
    std::vector<Layer> layers;   // in painting order
};

// `keepColours` is for the app mark, whose white is white in every theme.
enum class ColourRule { tokens, keepColours };

[[nodiscard]] tl::expected<Drawing, std::string> readSvg(std::string_view text, ColourRule rule);

}   // namespace offramp::icons
