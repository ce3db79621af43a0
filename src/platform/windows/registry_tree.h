// Whole parts of the registry, copied and compared byte by byte, with any type of value and any name.
#pragma once

#include "base/result.h"
#include "platform/host.h"
#include "platform/windows/handle.h"

#include <string>
#include <vector>

namespace offramp {

struct RawValue {
    std::wstring name;
    DWORD type = REG_NONE;
    std::vector<BYTE> data;

    friend bool operator==(const RawValue&, const RawValue&) = default;
};

// Opened in the half for 64-bit programs. unsupported for a key that is a link to another one.
[[nodiscard]] Result<UniqueKey> openPlainKey(HKEY root, const std::wstring& path, REGSAM access,
                                             const std::string& shown);
[[nodiscard]] Result<UniqueKey> makeKey(HKEY root, const std::wstring& path, const std::string& shown);
[[nodiscard]] HKEY rootOf(Hive hive);

[[nodiscard]] Result<std::vector<RawValue>> rawValues(HKEY key, const std::string& shown);
[[nodiscard]] Result<RawValue> rawValue(HKEY key, const std::wstring& name, const std::string& shown);
[[nodiscard]] Result<std::vector<std::wstring>> keyNames(HKEY key, const std::string& shown);

enum class Merge {
    test,    // only say whether it could be done
    write,   // make everything as it is in `from`; what only `to` has stays
};
// `test`: `io` with EEXIST where `to` holds something different.
[[nodiscard]] Result<void> mergeTree(HKEY from, HKEY to, Merge merge, const std::string& shown);
// Whether both hold the same.
[[nodiscard]] Result<bool> sameTree(HKEY one, HKEY other, const std::string& shown);

}   // namespace offramp
