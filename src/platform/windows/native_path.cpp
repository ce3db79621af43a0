#include "platform/windows/native_path.h"

#include "platform/windows/wide_text.h"
#include "platform/windows/windows_api.h"

#include <algorithm>
#include <vector>

namespace offramp {

namespace {

bool isLetter(wchar_t letter)
{
    return (letter >= L'A' && letter <= L'Z') || (letter >= L'a' && letter <= L'z');
}

bool isSeparator(wchar_t letter)
{
    return letter == L'\\' || letter == L'/';
}

// What no name may hold. With * and ? a search would find something else, with : a hidden stream.
bool isForbidden(wchar_t letter)
{
    return letter < 0x20 || std::wstring_view(L"<>:\"|?*").find(letter) != std::wstring_view::npos;
}

}   // namespace

bool Drives::isNetwork(wchar_t letter)
{
    const auto index = static_cast<std::size_t>((letter | 0x20) - L'a');
    if (m_fixed.test(index)) {
        return false;
    }
    const wchar_t root[] = {letter, L':', L'\\', L'\0'};
    const UINT type = ::GetDriveTypeW(root);
    m_fixed.set(index, type == DRIVE_FIXED);
    return type == DRIVE_REMOTE;
}

Result<std::wstring> nativePath(std::string_view path)
{
    Drives drives;
    return nativePath(path, drives);
}

Result<std::wstring> nativePath(std::string_view path, Drives& drives)
{
    const std::wstring wide = toWide(path);
    std::wstring_view rest = wide;
    if (rest.starts_with(LR"(\\?\)") || rest.starts_with(LR"(\??\)")) {
        rest.remove_prefix(4);
    }
    const bool onDrive =
        rest.size() >= 2 && isLetter(rest[0]) && rest[1] == L':' && (rest.size() == 2 || isSeparator(rest[2]));
    if (!onDrive || drives.isNetwork(rest[0])) {
        return fail(ErrorCode::unsupported, std::string(path));
    }
    const wchar_t letter = rest[0];
    rest.remove_prefix(2);
    if (std::any_of(rest.begin(), rest.end(), isForbidden)) {
        return fail(ErrorCode::notFound, std::string(path));
    }
    std::vector<std::wstring_view> parts;
    while (!rest.empty()) {
        const auto end = std::find_if(rest.begin(), rest.end(), isSeparator);
        const std::wstring_view part = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        if (part == L"..") {
            if (!parts.empty()) {
                parts.pop_back();
            }
        } else if (!part.empty() && part != L".") {
            parts.push_back(part);
        }
    }
    std::wstring native = LR"(\\?\)";
    native += letter;
    native += L':';
    for (const std::wstring_view part : parts) {
        native += L'\\';
        native += part;
    }
    if (parts.empty()) {
        native += L'\\';
    }
    return native;
}

}   // namespace offramp
