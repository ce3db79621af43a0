#include "platform/windows/registry_key.h"

#include "base/text.h"
#include "platform/registry_data.h"
#include "platform/windows/system_function.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <winternl.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace offramp {

namespace {

constexpr std::size_t longestKeyName = 256;       // 255 characters and the terminator
constexpr std::size_t longestValueName = 16384;   // 16,383 and the terminator
constexpr std::size_t usualData = 4096;
// A key that changes more often than this while it is read has every name that was seen in any round. One too many is
// found to be gone when it is opened; one too few would never be looked for.
constexpr int mostRounds = 4;
// Entries in a row that the system lists but will not give; more than this and something is wrong with the key.
constexpr int mostRefusals = 64;

constexpr REGSAM samOf(KeyAccess access)
{
    return KEY_WOW64_64KEY | KEY_QUERY_VALUE | (access == KeyAccess::names ? DWORD{KEY_ENUMERATE_SUB_KEYS} : DWORD{0});
}

using NtOpenKey = NTSTATUS(NTAPI*)(HANDLE*, ACCESS_MASK, OBJECT_ATTRIBUTES*);

// Opens a child by its counted name, which may hold what a C string cannot.
LSTATUS openCounted(HKEY parent, std::wstring name, REGSAM access, UniqueKey& child)
{
    static const auto open = systemFunction<NtOpenKey>(L"ntdll.dll", "NtOpenKey");
    if (open == nullptr) {
        return ERROR_CALL_NOT_IMPLEMENTED;
    }
    const auto bytes = static_cast<USHORT>(name.size() * sizeof(wchar_t));
    UNICODE_STRING counted{bytes, bytes, name.data()};
    OBJECT_ATTRIBUTES attributes{};
    attributes.Length = sizeof attributes;
    attributes.RootDirectory = parent;
    attributes.ObjectName = &counted;
    attributes.Attributes = OBJ_CASE_INSENSITIVE;
    HANDLE opened = nullptr;
    const NTSTATUS status = open(&opened, access, &attributes);
    if (status < 0) {
        return static_cast<LSTATUS>(::RtlNtStatusToDosError(status));
    }
    child.reset(static_cast<HKEY>(opened));
    return ERROR_SUCCESS;
}

// The next name of a key: its length is set, or the system's answer is not ERROR_SUCCESS.
LSTATUS nameAt(HKEY key, DWORD index, std::vector<wchar_t>& name, DWORD& length)
{
    for (;;) {
        length = static_cast<DWORD>(name.size());
        const LSTATUS status = ::RegEnumKeyExW(key, index, name.data(), &length, nullptr, nullptr, nullptr, nullptr);
        if (status != ERROR_MORE_DATA || name.size() > 4 * longestValueName) {
            return status;
        }
        name.resize(name.size() * 2);
    }
}

bool needsCounting(std::string_view name)
{
    return name.find('\0') != std::string_view::npos || name.find("\uFFFD") != std::string_view::npos;
}

// Opens the child whose name reads as `name` in UTF-8.
LSTATUS openBySpelling(HKEY parent, std::string_view name, REGSAM access, UniqueKey& child)
{
    std::vector<wchar_t> buffer(longestKeyName);
    for (DWORD index = 0;; ++index) {
        DWORD length = 0;
        const LSTATUS status = nameAt(parent, index, buffer, length);
        if (status != ERROR_SUCCESS) {
            return status == ERROR_NO_MORE_ITEMS ? ERROR_FILE_NOT_FOUND : status;
        }
        const std::wstring_view found(buffer.data(), length);
        if (text::equalsFolded(toUtf8(found), name)) {
            return openCounted(parent, std::wstring(found), access, child);
        }
    }
}

LSTATUS openPartByPart(HKEY root, std::string_view path, REGSAM access, UniqueKey& key)
{
    std::vector<std::string_view> parts = text::split(path, '\\');
    std::erase_if(parts, [](std::string_view part) { return part.empty(); });
    UniqueKey reached;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const bool last = at + 1 == parts.size();
        const bool looked = !last && needsCounting(parts[at + 1]);
        const REGSAM wanted = last ? access : looked ? samOf(KeyAccess::names) : samOf(KeyAccess::values);
        const HKEY parent = reached ? reached.get() : root;
        UniqueKey child;
        const LSTATUS status = needsCounting(parts[at])
                                   ? openBySpelling(parent, parts[at], wanted, child)
                                   : ::RegOpenKeyExW(parent, toWide(parts[at]).c_str(), 0, wanted, child.put());
        if (status != ERROR_SUCCESS) {
            return status;
        }
        reached = std::move(child);
    }
    key = std::move(reached);
    return key ? ERROR_SUCCESS : ERROR_FILE_NOT_FOUND;
}

struct KeyState {
    DWORD subkeys = 0;
    FILETIME written{};

    friend bool operator==(const KeyState& left, const KeyState& right)
    {
        return left.subkeys == right.subkeys && ::CompareFileTime(&left.written, &right.written) == 0;
    }
};

KeyState stateOf(HKEY key)
{
    KeyState state;
    ::RegQueryInfoKeyW(key, nullptr, nullptr, nullptr, &state.subkeys, nullptr, nullptr, nullptr, nullptr, nullptr,
                       nullptr, &state.written);
    return state;
}

}   // namespace

Result<UniqueKey> openKey(HKEY root, std::string_view path, KeyAccess access, const std::string& shown)
{
    UniqueKey key;
    LSTATUS status = ERROR_SUCCESS;
    // Blank parts ("A\\\\B", a backslash at an end) are no names; Windows would refuse them.
    const bool plain = !needsCounting(path) && !path.starts_with('\\') && !path.ends_with('\\')
                       && path.find("\\\\") == std::string_view::npos;
    if (plain) {
        status = ::RegOpenKeyExW(root, toWide(path).c_str(), 0, samOf(access), key.put());
    } else {
        status = openPartByPart(root, path, samOf(access), key);
    }
    if (status != ERROR_SUCCESS) {
        return tl::unexpected(errorFromWin32(static_cast<DWORD>(status), shown));
    }
    return key;
}

KeyReader::KeyReader() : m_name(longestValueName), m_data(usualData) {}

Result<std::vector<std::string>> KeyReader::subkeys(HKEY key, const std::string& shown)
{
    std::vector<std::string> names;
    std::vector<std::string> seen;
    KeyState before = stateOf(key);
    for (int round = 1;; ++round) {
        names.clear();
        names.reserve(before.subkeys);
        int refusals = 0;
        for (DWORD index = 0;; ++index) {
            DWORD length = 0;
            const LSTATUS status = nameAt(key, index, m_name, length);
            if (status == ERROR_NO_MORE_ITEMS) {
                break;
            }
            // A child that goes while its turn comes is left out; the key itself being gone is an answer.
            if (status == ERROR_FILE_NOT_FOUND && ++refusals <= mostRefusals) {
                continue;
            }
            if (status != ERROR_SUCCESS) {
                return tl::unexpected(errorFromWin32(static_cast<DWORD>(status), shown));
            }
            names.push_back(toUtf8({m_name.data(), length}));
        }
        const KeyState after = stateOf(key);
        if (after == before) {
            return names;
        }
        std::move(names.begin(), names.end(), std::back_inserter(seen));
        if (round == mostRounds) {
            std::sort(seen.begin(), seen.end());
            seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
            return seen;
        }
        before = after;
    }
}

Result<std::vector<RegistryValue>> KeyReader::values(HKEY key, const std::string& shown)
{
    std::vector<RegistryValue> values;
    int refusals = 0;
    for (DWORD index = 0;;) {
        auto length = static_cast<DWORD>(m_name.size());
        auto size = static_cast<DWORD>(m_data.size());
        DWORD type = 0;
        const LSTATUS status = ::RegEnumValueW(key, index, m_name.data(), &length, nullptr, &type,
                                               reinterpret_cast<BYTE*>(m_data.data()), &size);
        if (status == ERROR_NO_MORE_ITEMS) {
            return values;
        }
        if (status == ERROR_MORE_DATA && ++refusals <= mostRefusals) {
            // The size needed is told, but the value may have grown again by the time it is asked for.
            m_data.resize(std::max<std::size_t>(size, m_data.size() + usualData));
            continue;
        }
        if (status == ERROR_FILE_NOT_FOUND && ++refusals <= mostRefusals) {
            ++index;
            continue;
        }
        if (status != ERROR_SUCCESS) {
            return tl::unexpected(errorFromWin32(static_cast<DWORD>(status), shown));
        }
        refusals = 0;
        values.push_back(decodeRegistryData(toUtf8({m_name.data(), length}), type,
                                            std::string_view(m_data.data(), std::min<std::size_t>(size, m_data.size())),
                                            RegistryText::utf16));
        ++index;
    }
}

}   // namespace offramp
