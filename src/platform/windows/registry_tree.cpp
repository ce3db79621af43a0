#include "platform/windows/registry_tree.h"

#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <algorithm>

namespace offramp {

namespace {

constexpr DWORD longestName = 16384;
constexpr DWORD largestData = 64u << 20;
constexpr int somethingThere = 17;   // EEXIST

Error errorFromStatus(LSTATUS status, const std::string& shown)
{
    return errorFromWin32(static_cast<DWORD>(status), shown);
}

// Names ignore case.
bool isNamed(const std::wstring& one, const std::wstring& other)
{
    return ::CompareStringOrdinal(one.c_str(), static_cast<int>(one.size()), other.c_str(),
                                  static_cast<int>(other.size()), TRUE)
           == CSTR_EQUAL;
}

template <class Items, class Name> auto findNamed(const Items& items, const Name& name)
{
    return std::find_if(items.begin(), items.end(), [&](const RawValue& item) { return isNamed(item.name, name); });
}

Result<void> putValue(HKEY key, const RawValue& value, const std::string& shown)
{
    const LSTATUS status = ::RegSetValueExW(key, value.name.c_str(), 0, value.type, value.data.data(),
                                            static_cast<DWORD>(value.data.size()));
    return status == ERROR_SUCCESS ? Result<void>{} : tl::unexpected(errorFromStatus(status, shown));
}

Result<void> mergeValues(HKEY from, HKEY to, Merge merge, const std::string& shown)
{
    const auto wanted = rawValues(from, shown);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    const auto there = to == nullptr ? Result<std::vector<RawValue>>{} : rawValues(to, shown);
    if (!there) {
        return tl::unexpected(there.error());
    }
    for (const RawValue& value : *wanted) {
        if (merge == Merge::write) {
            if (auto put = putValue(to, value, shown); !put) {
                return put;
            }
            continue;
        }
        const auto found = findNamed(*there, value.name);
        if (found != there->end() && (found->type != value.type || found->data != value.data)) {
            return fail(ErrorCode::io, shown + "\\" + toUtf8(value.name) + ": something different stands there",
                        somethingThere);
        }
    }
    return {};
}

}   // namespace

HKEY rootOf(Hive hive)
{
    return hive == Hive::localMachine ? HKEY_LOCAL_MACHINE : HKEY_USERS;
}

Result<UniqueKey> openPlainKey(HKEY root, const std::wstring& path, REGSAM access, const std::string& shown)
{
    UniqueKey key;
    const LSTATUS status = ::RegOpenKeyExW(root, path.c_str(), REG_OPTION_OPEN_LINK,
                                           access | KEY_QUERY_VALUE | KEY_WOW64_64KEY, key.put());
    if (status != ERROR_SUCCESS) {
        return tl::unexpected(errorFromStatus(status, shown));
    }
    DWORD type = REG_NONE;
    if (::RegQueryValueExW(key.get(), L"SymbolicLinkValue", nullptr, &type, nullptr, nullptr) == ERROR_SUCCESS
        && type == REG_LINK) {
        return fail(ErrorCode::unsupported, shown + ": a link to another key");
    }
    return key;
}

Result<UniqueKey> makeKey(HKEY root, const std::wstring& path, const std::string& shown)
{
    UniqueKey key;
    const LSTATUS status = ::RegCreateKeyExW(root, path.c_str(), 0, nullptr, REG_OPTION_NON_VOLATILE,
                                             KEY_READ | KEY_WRITE | KEY_WOW64_64KEY, nullptr, key.put(), nullptr);
    return status == ERROR_SUCCESS ? Result<UniqueKey>(std::move(key)) : tl::unexpected(errorFromStatus(status, shown));
}

Result<std::vector<RawValue>> rawValues(HKEY key, const std::string& shown)
{
    std::vector<RawValue> values;
    std::vector<wchar_t> name(longestName);
    std::vector<BYTE> data(4096);
    for (DWORD index = 0;;) {
        auto length = longestName;
        auto size = static_cast<DWORD>(data.size());
        DWORD type = 0;
        const LSTATUS status = ::RegEnumValueW(key, index, name.data(), &length, nullptr, &type, data.data(), &size);
        if (status == ERROR_NO_MORE_ITEMS) {
            return values;
        }
        if (status == ERROR_MORE_DATA && data.size() < largestData) {
            data.resize(std::max<std::size_t>(size, 2 * data.size()));
            continue;
        }
        if (status != ERROR_SUCCESS) {
            return tl::unexpected(errorFromStatus(status, shown));
        }
        values.push_back({std::wstring(name.data(), length), type, {data.begin(), data.begin() + size}});
        ++index;
    }
}

Result<RawValue> rawValue(HKEY key, const std::wstring& name, const std::string& shown)
{
    const auto all = rawValues(key, shown);
    if (!all) {
        return tl::unexpected(all.error());
    }
    const auto found = findNamed(*all, name);
    return found == all->end() ? fail(ErrorCode::notFound, shown, ERROR_FILE_NOT_FOUND) : Result<RawValue>(*found);
}

Result<std::vector<std::wstring>> keyNames(HKEY key, const std::string& shown)
{
    std::vector<std::wstring> names;
    std::vector<wchar_t> name(longestName);
    for (DWORD index = 0;; ++index) {
        auto length = longestName;
        const LSTATUS status = ::RegEnumKeyExW(key, index, name.data(), &length, nullptr, nullptr, nullptr, nullptr);
        if (status == ERROR_NO_MORE_ITEMS) {
            return names;
        }
        if (status != ERROR_SUCCESS) {
            return tl::unexpected(errorFromStatus(status, shown));
        }
        names.emplace_back(name.data(), length);
    }
}

Result<void> mergeTree(HKEY from, HKEY to, Merge merge, const std::string& shown)
{
    if (auto values = mergeValues(from, to, merge, shown); !values) {
        return values;
    }
    const auto names = keyNames(from, shown);
    if (!names) {
        return tl::unexpected(names.error());
    }
    for (const std::wstring& name : *names) {
        const std::string inner = shown + "\\" + toUtf8(name);
        const auto source = openPlainKey(from, name, KEY_READ, inner);
        if (!source) {
            return tl::unexpected(source.error());
        }
        Result<UniqueKey> target = UniqueKey{};
        if (merge == Merge::write) {
            target = makeKey(to, name, inner);
        } else if (to != nullptr) {
            target = openPlainKey(to, name, KEY_READ, inner);
            if (!target && target.error().code == ErrorCode::notFound) {
                target = UniqueKey{};
            }
        }
        if (!target) {
            return tl::unexpected(target.error());
        }
        if (auto below = mergeTree(source->get(), target->get(), merge, inner); !below) {
            return below;
        }
    }
    return {};
}

Result<bool> sameTree(HKEY one, HKEY other, const std::string& shown)
{
    const auto left = rawValues(one, shown);
    const auto right = rawValues(other, shown);
    const auto leftNames = keyNames(one, shown);
    const auto rightNames = keyNames(other, shown);
    for (const Error* const fault :
         {left ? nullptr : &left.error(), right ? nullptr : &right.error(), leftNames ? nullptr : &leftNames.error(),
          rightNames ? nullptr : &rightNames.error()}) {
        if (fault != nullptr) {
            return tl::unexpected(*fault);
        }
    }
    if (left->size() != right->size() || leftNames->size() != rightNames->size()) {
        return false;
    }
    for (const RawValue& value : *left) {
        const auto found = findNamed(*right, value.name);
        if (found == right->end() || found->type != value.type || found->data != value.data) {
            return false;
        }
    }
    for (const std::wstring& name : *leftNames) {
        const auto first = openPlainKey(one, name, KEY_READ, shown);
        const auto second = openPlainKey(other, name, KEY_READ, shown);
        if (!first || !second) {
            return false;
        }
        const auto same = sameTree(first->get(), second->get(), shown);
        if (!same || !*same) {
            return same;
        }
    }
    return true;
}

}   // namespace offramp
