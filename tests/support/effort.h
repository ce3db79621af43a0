// How the effort of something grows, told by processor time, so that a busy machine or a sanitizer changes nothing.
#pragma once

#include <algorithm>
#include <ctime>

namespace offramp {

// How many times more processor time `work(many)` takes than `work(few)`, each the least of two runs.
template <class Work> [[nodiscard]] double effortRatio(int few, int many, Work work)
{
    const auto effort = [&](int size) {
        std::clock_t least = 0;
        for (int run = 0; run < 2; ++run) {
            const std::clock_t start = std::clock();
            work(size);
            const std::clock_t taken = std::clock() - start;
            least = run == 0 ? taken : std::min(least, taken);
        }
        return static_cast<double>(std::max<std::clock_t>(least, 1));
    };
    return effort(many) / effort(few);
}

}   // namespace offramp
