#include "domain/boot_safety.h"

#include "base/vocabulary.h"

namespace offramp {

namespace {

constexpr Words<BootSafety::Verdict, 4> bootVerdictWords{{
    {BootSafety::Verdict::notApplicable, "notApplicable"},
    {BootSafety::Verdict::safe, "safe"},
    {BootSafety::Verdict::couldNotTell, "couldNotTell"},
    {BootSafety::Verdict::notSafe, "notSafe"},
}};

}   // namespace

std::string_view toString(BootSafety::Verdict verdict)
{
    return wordFor(bootVerdictWords, verdict);
}

bool warnsOfRestart(const BootSafety& safety)
{
    return safety.verdict == BootSafety::Verdict::notSafe || safety.verdict == BootSafety::Verdict::couldNotTell;
}

}   // namespace offramp
