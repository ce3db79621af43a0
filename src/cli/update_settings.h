// Whom `catalog update` trusts and asks.
//
// The product's answer is update_settings.cpp: what is compiled in, and nothing else. The tests build a second program
// with a file of their own in its place, so that no option or variable of the product can weaken what it trusts.
#pragma once

#include "catalog/catalog_updater.h"

namespace offramp::cli {

[[nodiscard]] UpdateSettings updateSettings();

}   // namespace offramp::cli
