// ReplacementList: the replacements of a catalog, read from the file when somebody first looks at one.
#pragma once

#include "catalog/later_list.h"
#include "domain/recommendation.h"

namespace offramp {

using ReplacementList = LaterList<Replacement>;

}   // namespace offramp
