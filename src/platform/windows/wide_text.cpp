#include "platform/windows/wide_text.h"

#include "base/text.h"
#include "platform/windows/windows_api.h"

#include <algorithm>
#include <cstddef>

namespace offramp {

std::wstring toWide(std::string_view utf8)
{
    constexpr std::size_t most = 0x7FFF'FFFF;
    utf8 = utf8.substr(0, most);
    const int length = static_cast<int>(utf8.size());
    // UTF-16 never has more units than UTF-8 has bytes.
    std::wstring wide(utf8.size(), L'\0');
    const int count = length == 0 ? 0 : ::MultiByteToWideChar(CP_UTF8, 0, utf8.data(), length, wide.data(), length);
    wide.resize(static_cast<std::size_t>(std::max(count, 0)));
    return wide;
}

std::string toUtf8(std::wstring_view wide)
{
    static_assert(sizeof(wchar_t) == 2);
    return text::fromUtf16le({reinterpret_cast<const char*>(wide.data()), wide.size() * sizeof(wchar_t)});
}

}   // namespace offramp
