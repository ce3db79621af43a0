#include "style/motion.h"

#include "style/theme.h"

namespace offramp::ui {

int duration(Motion motion)
{
    if (Theme::instance().reducedMotion()) {
        return 0;
    }
    switch (motion) {
    case Motion::fast: return motion::fast;
    case Motion::normal: return motion::normal;
    case Motion::slow: return motion::slow;
    }
    return 0;
}

bool turns()
{
    return !Theme::instance().reducedMotion();
}

QEasingCurve easing()
{
    return QEasingCurve(QEasingCurve::OutCubic);
}

}   // namespace offramp::ui
