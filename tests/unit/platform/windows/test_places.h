// Places of their own for tests on Windows: a folder, and a key below the current user's tree. Both are gone
// afterwards.
#pragma once

#include "platform/host.h"
#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"

#include <catch2/catch.hpp>

#include <sddl.h>

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::test {

// A name that no other test that runs now has.
inline std::wstring ownName()
{
    static int counter = 0;
    return L"Offramp-Test-" + std::to_wstring(::GetCurrentProcessId()) + L"-" + std::to_wstring(++counter);
}

class OwnFolder {
public:
    OwnFolder() : OwnFolder(std::filesystem::temp_directory_path()) {}
    explicit OwnFolder(const std::filesystem::path& parent) : m_path(parent / ownName())
    {
        std::filesystem::create_directories(m_path);
    }
    ~OwnFolder() { removeBelow(LR"(\\?\)" + m_path.native()); }
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    // UTF-8, as the ports take it.
    [[nodiscard]] std::string at(std::string_view name) const
    {
        return toUtf8(m_path.native()) + '\\' + std::string(name);
    }
    [[nodiscard]] std::wstring native(std::wstring_view name) const
    {
        return LR"(\\?\)" + m_path.native() + L'\\' + std::wstring(name);
    }
    void write(std::wstring_view name, std::string_view content) const
    {
        const UniqueHandle file(
            ::CreateFileW(native(name).c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, 0, nullptr));
        REQUIRE(file);
        DWORD written = 0;
        REQUIRE(::WriteFile(file.get(), content.data(), static_cast<DWORD>(content.size()), &written, nullptr) != 0);
    }

private:
    // std::filesystem cannot name everything these tests make.
    static void removeBelow(const std::wstring& folder)
    {
        WIN32_FIND_DATAW found{};
        {
            const UniqueFind search(::FindFirstFileW((folder + L"\\*").c_str(), &found));
            do {
                const std::wstring name = found.cFileName;
                if (search && name != L"." && name != L"..") {
                    const std::wstring child = folder + L'\\' + name;
                    const bool real = (found.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) == 0;
                    if ((found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) == 0) {
                        ::DeleteFileW(child.c_str());
                    } else if (real) {
                        removeBelow(child);
                    } else {
                        ::RemoveDirectoryW(child.c_str());
                    }
                }
            } while (search && ::FindNextFileW(search.get(), &found) != 0);
        }
        ::RemoveDirectoryW(folder.c_str());
    }

    std::filesystem::path m_path;
};

// "S-1-5-21-…" of whoever runs the tests.
inline std::string ownSid()
{
    UniqueHandle token;
    REQUIRE(::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, token.put()) != 0);
    std::vector<std::byte> buffer(1024);
    DWORD size = 0;
    REQUIRE(::GetTokenInformation(token.get(), TokenUser, buffer.data(), static_cast<DWORD>(buffer.size()), &size)
            != 0);
    LocalMemory<wchar_t> text;
    REQUIRE(::ConvertSidToStringSidW(reinterpret_cast<const TOKEN_USER*>(buffer.data())->User.Sid, text.put()) != 0);
    return toUtf8(text.get());
}

// A key below the tree of the current user, or below another key.
class OwnKey {
public:
    OwnKey() : OwnKey(HKEY_CURRENT_USER, L"Software\\" + ownName()) {}
    OwnKey(HKEY root, std::wstring path, REGSAM view = KEY_WOW64_64KEY, DWORD options = REG_OPTION_VOLATILE)
        : m_root(root), m_path(std::move(path))
    {
        REQUIRE(::RegCreateKeyExW(m_root, m_path.c_str(), 0, nullptr, options, KEY_ALL_ACCESS | view, nullptr,
                                  m_key.put(), nullptr)
                == ERROR_SUCCESS);
    }
    ~OwnKey() { removeEverything(); }
    OwnKey(const OwnKey&) = delete;
    OwnKey& operator=(const OwnKey&) = delete;

    [[nodiscard]] HKEY get() const { return m_key.get(); }
    // For keys of the current user.
    [[nodiscard]] RegistryKey key() const
    {
        return {Hive::users, RegistryView::native64, ownSid() + '\\' + toUtf8(m_path)};
    }
    void set(const std::wstring& name, DWORD type, std::string_view data) const
    {
        // Windows adds a terminator it finds behind the data, so there must be none.
        const std::string padded = std::string(data) + "AAAA";
        REQUIRE(::RegSetValueExW(m_key.get(), name.c_str(), 0, type, reinterpret_cast<const BYTE*>(padded.data()),
                                 static_cast<DWORD>(data.size()))
                == ERROR_SUCCESS);
    }
    void setText(const std::wstring& name, std::wstring_view value) const
    {
        const std::wstring copy(value);
        REQUIRE(::RegSetValueExW(m_key.get(), name.c_str(), 0, REG_SZ, reinterpret_cast<const BYTE*>(copy.c_str()),
                                 static_cast<DWORD>((copy.size() + 1) * sizeof(wchar_t)))
                == ERROR_SUCCESS);
    }
    [[nodiscard]] UniqueKey child(const std::wstring& name) const
    {
        UniqueKey key;
        REQUIRE(::RegCreateKeyExW(m_key.get(), name.c_str(), 0, nullptr, REG_OPTION_VOLATILE, KEY_ALL_ACCESS, nullptr,
                                  key.put(), nullptr)
                == ERROR_SUCCESS);
        return key;
    }

private:
    void removeEverything()
    {
        ::RegDeleteTreeW(m_key.get(), nullptr);
        m_key.reset();
        ::RegDeleteTreeW(m_root, m_path.c_str());
        ::RegDeleteKeyW(m_root, m_path.c_str());
    }

    HKEY m_root;
    std::wstring m_path;
    UniqueKey m_key;
};

}   // namespace offramp::test
