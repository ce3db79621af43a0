#include "pages/replacements/replacement_wishes.h"

namespace offramp::ui {

namespace {

constexpr double eightyDollars = 80;

}   // namespace

const std::string& fixedFeature()
{
    static const std::string antivirus = "realtime_av";
    return antivirus;
}

ReplacementWishes wishesFrom(const CheckResult& result)
{
    ReplacementWishes wishes;
    wishes.features.insert(result.needs.features.begin(), result.needs.features.end());
    wishes.features.insert(fixedFeature());
    wishes.budget = result.needs.freeOnly ? Budget::free : Budget::any;
    return wishes;
}

Needs needsWith(const CheckResult& result, const Catalog& catalog, const ReplacementWishes& wishes)
{
    Needs needs = result.needs;
    needs.features.clear();
    for (const Feature& feature : catalog.features) {
        if (wishes.features.count(feature.id) != 0) {
            needs.features.push_back(feature.id);
        }
    }
    needs.freeOnly = wishes.budget == Budget::free;
    needs.mostPerYear.reset();
    if (wishes.budget == Budget::toEighty) {
        needs.mostPerYear = eightyDollars;
    }
    // The fewest the answer can mean: what covers fewer does not fit anybody who gave it.
    needs.devices = wishes.devices == DeviceCount::one ? 1 : wishes.devices == DeviceCount::twoToFive ? 2 : 6;
    needs.alsoOn.assign(wishes.alsoOn.begin(), wishes.alsoOn.end());
    return needs;
}

}   // namespace offramp::ui
