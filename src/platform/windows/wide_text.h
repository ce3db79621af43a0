// Between UTF-8, which the program speaks, and UTF-16, which Windows speaks.
//
// Nothing here fails: what is not valid becomes U+FFFD, as in a recorded registry. Embedded NULs are kept. A name that
// lost a lone surrogate that way cannot be opened by its UTF-8 spelling; windows_registry and windows_files know how to
// find such a name again.
#pragma once

#include <string>
#include <string_view>

namespace offramp {

[[nodiscard]] std::wstring toWide(std::string_view utf8);
[[nodiscard]] std::string toUtf8(std::wstring_view wide);

}   // namespace offramp
