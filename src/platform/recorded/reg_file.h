// Registry export files (.reg), as regedit writes them and as people damage them.
//
// Format 5.00 is UTF-16LE with a byte order mark; REGEDIT4 is in an 8-bit code page. UTF-8 with either header is read
// too. Decoding never fails: what could be read is kept, and every line that could not is told, so a caller can say
// that the file was not read completely. Time and memory are linear in the size of the file.
#pragma once

#include "platform/host.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

struct RegFileKey {
    std::string path;                    // as written between the brackets: "HKEY_LOCAL_MACHINE\\SOFTWARE\\Vendor"
    std::vector<RegistryValue> values;   // in file order; a name may occur twice
};

struct RegFileIssue {
    std::size_t line = 0;   // counted from 1; 0 for the file as a whole
    std::string what;       // English, for logs
};

struct RegFile {
    std::vector<RegFileKey> keys;       // in file order; a path may occur twice
    std::vector<RegFileIssue> issues;   // at most `issueLimit`, the last one then says that there were more

    static constexpr std::size_t issueLimit = 100;
};

// Files larger than this are refused before they are read.
inline constexpr std::size_t regFileSizeLimit = std::size_t{256} << 20;

[[nodiscard]] RegFile decodeRegFile(std::string_view bytes);

}   // namespace offramp
