#include "domain/recommendation.h"

#include "base/vocabulary.h"

namespace offramp {

namespace {

constexpr Words<FeatureCover, 4> featureCoverWords{{
    {FeatureCover::confirmed, "confirmed"},
    {FeatureCover::stated, "stated"},
    {FeatureCover::unknown, "unknown"},
    {FeatureCover::notIncluded, "notIncluded"},
}};

}   // namespace

std::string_view toString(FeatureCover value)
{
    return wordFor(featureCoverWords, value);
}

}   // namespace offramp
