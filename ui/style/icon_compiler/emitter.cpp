#include "emitter.h"

#include <cctype>
#include <cstdio>
#include <string>

namespace offramp::icons {

namespace {

// Three decimals are a thousandth of a 20-unit grid: finer than any screen.
std::string literal(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", value);
    std::string trimmedText = text;
    while (trimmedText.back() == '0') {
        trimmedText.pop_back();
    }
    if (trimmedText.back() == '.') {
        trimmedText += '0';
    }
    return trimmedText + "F";
}

const char* inkName(Ink ink)
{
    switch (ink) {
    case Ink::current: return "current";
    case Ink::onStatus: return "onStatus";
    case Ink::fixed: return "fixed";
    }
    return "current";
}

const char* opName(Op op)
{
    switch (op) {
    case Op::move: return "0";
    case Op::line: return "1";
    case Op::cubic: return "2";
    case Op::close: return "3";
    }
    return "3";
}

}   // namespace

std::string enumeratorName(std::string_view fileName)
{
    std::string name;
    bool upper = false;
    for (const char c : fileName) {
        if (c == '-') {
            upper = true;
            continue;
        }
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) {
            return {};
        }
        name += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        upper = false;
    }
    const bool startsWell = !name.empty() && std::islower(static_cast<unsigned char>(name.front())) != 0;
    return startsWell ? name : std::string{};
}

std::string emitHeader(const std::vector<NamedDrawing>& drawings)
{
    std::string out = "// Generated from resources/icons by icon-compiler.\n#pragma once\n\n"
                      "namespace offramp::ui {\n\nenum class Icon {\n";
    for (const NamedDrawing& each : drawings) {
        out += "    " + enumeratorName(each.fileName) + ",\n";
    }
    out += "};\n\ninline constexpr int iconCount = " + std::to_string(drawings.size())
           + ";\n\n}  // namespace offramp::ui\n";
    return out;
}

std::string emitSource(const std::vector<NamedDrawing>& drawings)
{
    std::string ops;
    std::string numbers;
    std::string layers;
    std::string icons;
    std::size_t opCount = 0;
    std::size_t numberCount = 0;
    std::size_t layerCount = 0;
    for (const NamedDrawing& each : drawings) {
        const std::size_t firstLayer = layerCount;
        for (const Layer& layer : each.drawing.layers) {
            char colour[16];
            std::snprintf(colour, sizeof colour, "0x%06X", static_cast<unsigned>(layer.rgb));
            layers += "    {IconInk::" + std::string(inkName(layer.ink)) + ", " + colour + ", " + literal(layer.opacity)
                      + ", " + literal(layer.strokeWidth) + ", " + literal(layer.dash) + ", " + literal(layer.dashGap)
                      + ", " + (layer.roundCap ? "true" : "false") + ", " + (layer.roundJoin ? "true" : "false") + ", "
                      + std::to_string(opCount) + ", " + std::to_string(layer.path.ops.size()) + ", "
                      + std::to_string(numberCount) + "},  // " + each.fileName + "\n";
            for (const Op op : layer.path.ops) {
                ops += opName(op);
                ops += ++opCount % 40 == 0 ? ",\n    " : ",";
            }
            for (const double number : layer.path.numbers) {
                numbers += literal(number);
                numbers += ++numberCount % 12 == 0 ? ",\n    " : ",";
            }
            ++layerCount;
        }
        icons += "    {\"" + each.fileName + "\", " + literal(each.drawing.width) + ", " + literal(each.drawing.height)
                 + ", " + std::to_string(firstLayer) + ", " + std::to_string(layerCount - firstLayer) + "},\n";
    }
    return "// Generated from resources/icons by icon-compiler.\n#include \"style/icon_data.h\"\n\n"
           "namespace offramp::ui {\n\nconst unsigned char iconOps[] = {\n    "
           + ops + "\n};\n\nconst float iconNumbers[] = {\n    " + numbers
           + "\n};\n\nconst IconLayer iconLayers[] = {\n" + layers + "};\n\nconst IconDrawing iconDrawings[] = {\n"
           + icons + "};\n\n}  // namespace offramp::ui\n";
}

}   // namespace offramp::icons
