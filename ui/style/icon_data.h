// The tables icon-compiler writes. Only icon.cpp reads them.
#pragma once

#include "style/icon_names.h"

#include <cstdint>

namespace offramp::ui {

enum class IconInk : unsigned char { current, onStatus, fixed };

// One painted part. `firstOp` and `firstNumber` are positions in iconOps and iconNumbers.
// Ops: 0 move (2 numbers), 1 line (2), 2 cubic (6), 3 close (0).
struct IconLayer {
    IconInk ink;
    std::uint32_t rgb;   // for IconInk::fixed
    float opacity;
    float strokeWidth;     // 0: filled
    float dash, dashGap;   // 0: solid
    bool roundCap, roundJoin;
    unsigned firstOp, opCount, firstNumber;
};

struct IconDrawing {
    const char* name;      // file name without extension
    float width, height;   // of the drawing's own grid
    unsigned firstLayer, layerCount;
};

extern const unsigned char iconOps[];
extern const float iconNumbers[];
extern const IconLayer iconLayers[];
extern const IconDrawing iconDrawings[];

}   // namespace offramp::ui
