#include "domain/assessment.h"

#include "base/vocabulary.h"

namespace offramp {

namespace {

constexpr Words<Status, 10> statusWords{{
    {Status::notYet, "notYet"},
    {Status::notBound, "notBound"},
    {Status::exempt, "exempt"},
    {Status::unclear, "unclear"},
    {Status::likelyCovered, "likelyCovered"},
    {Status::salesEnded, "salesEnded"},
    {Status::updatesEnded, "updatesEnded"},
    {Status::useProhibited, "useProhibited"},
    {Status::moved, "moved"},
    {Status::leftover, "leftover"},
}};

constexpr Words<Verdict, 7> verdictWords{{
    {Verdict::affected, "affected"},
    {Verdict::traces, "traces"},
    {Verdict::moved, "moved"},
    {Verdict::exempt, "exempt"},
    {Verdict::unclear, "unclear"},
    {Verdict::clean, "clean"},
    {Verdict::couldNotTell, "couldNotTell"},
}};

}   // namespace

std::string_view toString(Status value)
{
    return wordFor(statusWords, value);
}

std::string_view toString(Verdict value)
{
    return wordFor(verdictWords, value);
}

}   // namespace offramp
