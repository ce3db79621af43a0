// What a person is told of one piece of evidence.
#pragma once

#include "domain/evidence.h"

#include <QString>

namespace offramp::ui {

// What tells this thing from others of its kind: a name, else where it is.
[[nodiscard]] QString evidenceName(const Evidence& evidence);

// Where it was seen, for somebody who wants to look there: a registry key, a file or a folder; empty when the place has
// no address.
[[nodiscard]] QString evidencePlace(const Evidence& evidence);

}   // namespace offramp::ui
