// Paths of the product ("C:\\Program Files") as Windows' own functions take them.
#pragma once

#include "base/result.h"

#include <bitset>
#include <string>
#include <string_view>

namespace offramp {

// "\\\\?\\C:\\…": longer than 260 characters if need be, and with names such as CON as plain names. Both slashes
// separate; "." and ".." are resolved as text, without looking. Fails with
//   unsupported  what is not a place on a drive of this computer: devices, network folders and drives, relative paths.
//                Nobody's shared folder is contacted because a registry value names it.
//   notFound     a name that no file can have.
[[nodiscard]] Result<std::wstring> nativePath(std::string_view path);

// Remembers which drives are disks of this computer, because asking Windows takes longer than most questions about a
// file. Whatever else a letter stands for may change and is asked each time.
class Drives {
public:
    // `letter`: A to Z in either case.
    [[nodiscard]] bool isNetwork(wchar_t letter);

private:
    std::bitset<26> m_fixed;
};

[[nodiscard]] Result<std::wstring> nativePath(std::string_view path, Drives& drives);

}   // namespace offramp
