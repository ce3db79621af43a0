// BootSafety: whether a computer starts as before, as far as products of the catalog take part in it. Values only;
// inventory/boot_check.h says how it is told.
#pragma once

#include "base/reason.h"

#include <string_view>
#include <vector>

namespace offramp {

struct BootSafety {
    enum class Verdict {
        notApplicable,   // nothing of these products takes part in starting this system
        safe,            // everything that could stop it was read, and all of it is whole
        couldNotTell,    // something could not be read; never counts as safe
        notSafe,         // something is named that is not there any more
    };
    Verdict verdict = Verdict::couldNotTell;
    Reason title{ReasonCode::bootCouldNotTell, {}, {}};
    std::vector<Reason> findings;   // what is missing, then what could not be told, then what does no harm
    std::vector<Reason> todo;

    friend bool operator==(const BootSafety&, const BootSafety&) = default;
};
[[nodiscard]] std::string_view toString(BootSafety::Verdict verdict);

// Whether a restart has to be asked for twice.
[[nodiscard]] bool warnsOfRestart(const BootSafety& safety);

}   // namespace offramp
