// Text the way inventories need it: UTF-8 in, UTF-8 out, no locale, no exceptions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::text {

// Lower-case for comparing names: ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic; other scripts are unchanged.
// Bytes that are not UTF-8 are kept as they are.
[[nodiscard]] std::string fold(std::string_view utf8);

// fold() plus: trademark signs and quotation marks dropped, every kind of white space collapsed to one blank, ends
// trimmed. Used for display names and publishers.
[[nodiscard]] std::string foldName(std::string_view utf8);

// foldName() plus: backslashes to slashes, because keys and task names are written with either. Used for identifiers.
[[nodiscard]] std::string foldId(std::string_view utf8);

// fold() plus: backslashes to slashes, surrounding quotes and the prefixes \??\ and \\?\ dropped, repeated slashes
// collapsed. Used for paths of any system.
[[nodiscard]] std::string foldPath(std::string_view utf8);

[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] bool startsWithFolded(std::string_view text, std::string_view prefix);
[[nodiscard]] bool equalsFolded(std::string_view left, std::string_view right);

// Little-endian UTF-16 to UTF-8. Lone surrogates become U+FFFD; a trailing odd byte is dropped.
[[nodiscard]] std::string fromUtf16le(std::string_view bytes);
// Windows-1252 to UTF-8, for REGEDIT4 exports and REG_SZ values that are not Unicode.
[[nodiscard]] std::string fromWindows1252(std::string_view bytes);
[[nodiscard]] bool isUtf8(std::string_view bytes);

}   // namespace offramp::text
