// JSON texts one after another: a document, a list of them in lines, or pretty-printed ones.
#pragma once

#include "fleet/faults.h"
#include "fleet/json_text.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace offramp::fleet {

using DocumentVisitor = std::function<void(const simdjson::dom::element& document, std::uint64_t line)>;

// Calls `visit` with every document of the text and the line it begins in; one that is broken is a fault, and the
// search goes on at the next line that begins one.
void forEachDocument(std::string_view text, const std::string& name, Faults& faults, const DocumentVisitor& visit);

}   // namespace offramp::fleet
