// How long things take to move. With reduced motion everything takes no time, and nothing turns.
#pragma once

#include <QEasingCurve>

namespace offramp::ui {

enum class Motion {
    fast,     // toggles, change of page
    normal,   // fold and unfold
    slow,     // growth of bars
};

// Milliseconds; 0 with reduced motion.
[[nodiscard]] int duration(Motion motion);
[[nodiscard]] QEasingCurve easing();

// For what turns or slides as long as something is waited for: motion::turn each time, or not at all.
[[nodiscard]] bool turns();

}   // namespace offramp::ui
