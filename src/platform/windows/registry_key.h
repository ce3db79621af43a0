// One open key of the live registry, read without asking for more than there is.
//
// Names are UTF-8. A name that UTF-8 cannot spell (a lone surrogate) or that C strings cut short (an embedded NUL, with
// which programs hide keys) is found again by looking at the names of its parent.
#pragma once

#include "platform/host.h"
#include "platform/windows/handle.h"

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

enum class KeyAccess { names, values };

// Opens `path` below `root` in the half of the registry for 64-bit programs. `shown` names the key in errors.
[[nodiscard]] Result<UniqueKey> openKey(HKEY root, std::string_view path, KeyAccess access, const std::string& shown);

// Reads keys one after the other into the same memory. One thread at a time.
class KeyReader {
public:
    KeyReader();

    // A key that comes or goes while the names are read makes it start again, and what it reads is one state of the key
    // unless it keeps changing.
    [[nodiscard]] Result<std::vector<std::string>> subkeys(HKEY key, const std::string& shown);
    [[nodiscard]] Result<std::vector<RegistryValue>> values(HKEY key, const std::string& shown);

private:
    std::vector<wchar_t> m_name;
    std::vector<char> m_data;
};

}   // namespace offramp
