// The statuses of the design: each with its own shape, word and colours.
#pragma once

#include "style/icon.h"

namespace offramp::ui {

enum class Tone {
    affected,
    attention,
    fine,
    unknown,
    off,
    exempt,
    working,
    note
};   // note: no status, something to know

struct ToneLook {
    Icon icon;
    Color mark;   // icon and graphics
    Color text;
    Color soft;    // background
    Color line;    // border
    bool dashed;   // dashes always and only mean "not checked" or "not certain"
};

[[nodiscard]] ToneLook lookOf(Tone tone);

}   // namespace offramp::ui
