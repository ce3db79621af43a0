// Path data of an SVG `d` attribute, reduced to four absolute commands so the program that draws needs no parser.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace offramp::icons {

enum class Op : unsigned char { move, line, cubic, close };

// `numbers` holds 2 values for move and line, 6 for cubic, none for close, in the units of the drawing.
struct Path {
    std::vector<Op> ops;
    std::vector<double> numbers;

    void moveTo(double x, double y);
    void lineTo(double x, double y);
    void cubicTo(double x1, double y1, double x2, double y2, double x, double y);
    void close();
};

// Understands M L H V C S A Z and their relative forms; anything else is an error that names what stood there.
[[nodiscard]] tl::expected<Path, std::string> parsePath(std::string_view data);

// Start and direction follow the SVG definition of each shape, because dashes start there.
[[nodiscard]] Path circlePath(double cx, double cy, double radius);
[[nodiscard]] Path rectPath(double x, double y, double width, double height, double radius);

}   // namespace offramp::icons
