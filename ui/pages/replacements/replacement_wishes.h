// ReplacementWishes: what the person wants of a replacement, begun from what was found and changed by hand.
#pragma once

#include "session/session.h"

#include <set>
#include <string>
#include <vector>

namespace offramp::ui {

enum class DeviceCount { one, twoToFive, more };
enum class Budget { free, toEighty, any };

struct ReplacementWishes {
    std::set<std::string> features;   // feature ids
    std::set<std::string> alsoOn;     // platforms beside this computer's
    DeviceCount devices = DeviceCount::one;
    Budget budget = Budget::any;

    friend bool operator==(const ReplacementWishes&, const ReplacementWishes&) = default;
};

// Every replacement has to be an antivirus, so this wish cannot be taken back.
[[nodiscard]] const std::string& fixedFeature();

[[nodiscard]] ReplacementWishes wishesFrom(const CheckResult& result);
[[nodiscard]] Needs needsWith(const CheckResult& result, const Catalog& catalog, const ReplacementWishes& wishes);

}   // namespace offramp::ui
