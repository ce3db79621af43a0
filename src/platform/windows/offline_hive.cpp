#include "platform/windows/offline_hive.h"

#include "platform/windows/private_folder.h"
#include "platform/windows/registry_key.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <utility>

namespace offramp {

namespace {

constexpr std::uint64_t largestFile = std::uint64_t{1} << 30;

// Turns privileges on that an administrator's process has but does not use, for as long as this lives.
class Privileges {
public:
    Privileges()
    {
        if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY, m_token.put()) != 0) {
            m_changed = {{turnOn(L"SeRestorePrivilege"), turnOn(L"SeBackupPrivilege")}};
        }
    }
    ~Privileges()
    {
        for (TOKEN_PRIVILEGES& before : m_changed) {
            if (before.PrivilegeCount != 0) {
                ::AdjustTokenPrivileges(m_token.get(), FALSE, &before, 0, nullptr, nullptr);
            }
        }
    }
    Privileges(const Privileges&) = delete;
    Privileges& operator=(const Privileges&) = delete;

private:
    // What has to be set again afterwards; nothing when the privilege was on already or is not there.
    TOKEN_PRIVILEGES turnOn(const wchar_t* name)
    {
        TOKEN_PRIVILEGES wanted{};
        TOKEN_PRIVILEGES before{};
        wanted.PrivilegeCount = 1;
        wanted.Privileges[0].Attributes = SE_PRIVILEGE_ENABLED;
        DWORD size = sizeof before;
        if (::LookupPrivilegeValueW(nullptr, name, &wanted.Privileges[0].Luid) == 0
            || ::AdjustTokenPrivileges(m_token.get(), FALSE, &wanted, sizeof before, &before, &size) == 0) {
            return {};
        }
        return before;
    }

    UniqueHandle m_token;
    std::array<TOKEN_PRIVILEGES, 2> m_changed{};
};

Result<std::uint64_t> sizeOf(const std::wstring& file)
{
    WIN32_FILE_ATTRIBUTE_DATA data{};
    if (::GetFileAttributesExW(file.c_str(), GetFileExInfoStandard, &data) == 0) {
        return tl::unexpected(errorFromLastError(toUtf8(file)));
    }
    return (std::uint64_t{data.nFileSizeHigh} << 32) | data.nFileSizeLow;
}

// The file and the two logs beside it, in which the latest changes may still be.
Result<std::wstring> copyHive(const std::wstring& file, const PrivateFolder& folder)
{
    const Result<std::uint64_t> size = sizeOf(file);
    if (!size) {
        return tl::unexpected(size.error());
    }
    if (*size > largestFile) {
        return fail(ErrorCode::tooLarge, toUtf8(file));
    }
    const std::wstring copy = folder.path() + file.substr(file.rfind(L'\\'));
    if (::CopyFileW(file.c_str(), copy.c_str(), TRUE) == 0) {
        return tl::unexpected(errorFromLastError(toUtf8(file)));
    }
    for (const wchar_t* const log : {L".LOG1", L".LOG2"}) {
        const Result<std::uint64_t> logSize = sizeOf(file + log);
        if (logSize && *logSize <= largestFile) {
            // Without the log the file is still whole, only older.
            ::CopyFileW((file + log).c_str(), (copy + log).c_str(), TRUE);
        }
    }
    // A profile may be marked read-only or hidden, and Windows wants to write to what it loads.
    ::SetFileAttributesW(copy.c_str(), FILE_ATTRIBUTE_NORMAL);
    return copy;
}

// Whether the key is one: Wine hands out something that is not.
bool answers(HKEY key)
{
    DWORD subkeys = 0;
    return ::RegQueryInfoKeyW(key, nullptr, nullptr, nullptr, &subkeys, nullptr, nullptr, nullptr, nullptr, nullptr,
                              nullptr, nullptr)
           == ERROR_SUCCESS;
}

}   // namespace

class OfflineHive::File {
public:
    [[nodiscard]] static Result<std::unique_ptr<File>> open(const std::wstring& source)
    {
        Result<PrivateFolder> folder = PrivateFolder::make();
        if (!folder) {
            return tl::unexpected(folder.error());
        }
        auto file = std::unique_ptr<File>(new File(std::move(*folder)));
        const Result<std::wstring> copy = copyHive(source, file->m_folder);
        if (!copy) {
            return tl::unexpected(copy.error());
        }
        if (const LSTATUS status = file->load(*copy); status != ERROR_SUCCESS) {
            return tl::unexpected(errorFromWin32(static_cast<DWORD>(status), toUtf8(source)));
        }
        return file;
    }
    ~File()
    {
        m_key.reset();
        if (!m_mounted.empty()) {
            const Privileges privileges;
            ::RegUnLoadKeyW(HKEY_USERS, m_mounted.c_str());
        }
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] HKEY key() const { return m_key.get(); }

private:
    explicit File(PrivateFolder folder) : m_folder(std::move(folder)) {}

    LSTATUS load(const std::wstring& copy)
    {
        HKEY key = nullptr;
        constexpr DWORD onlyThisProcess = 1;   // REG_PROCESS_APPKEY
        if (::RegLoadAppKeyW(copy.c_str(), &key, KEY_READ, onlyThisProcess, 0) == ERROR_SUCCESS && answers(key)) {
            m_key.reset(key);
            return ERROR_SUCCESS;
        }
        const Privileges privileges;
        const std::wstring name = L"Offramp-" + m_folder.path().substr(m_folder.path().rfind(L'-') + 1);
        // Noted before it is done: under Wine a damaged file leaves an empty key behind.
        m_mounted = name;
        if (const LSTATUS status = ::RegLoadKeyW(HKEY_USERS, name.c_str(), copy.c_str()); status != ERROR_SUCCESS) {
            return status;
        }
        return ::RegOpenKeyExW(HKEY_USERS, name.c_str(), 0, KEY_READ, m_key.put());
    }

    PrivateFolder m_folder;   // deleted last
    std::wstring m_mounted;   // name below HKEY_USERS; empty for an application hive
    UniqueKey m_key;
};

OfflineHive::OfflineHive(std::unique_ptr<File> person, std::unique_ptr<File> classes)
    : m_person(std::move(person)), m_classes(std::move(classes))
{}
OfflineHive::~OfflineHive() = default;
OfflineHive::OfflineHive(OfflineHive&&) noexcept = default;
OfflineHive& OfflineHive::operator=(OfflineHive&&) noexcept = default;

Result<OfflineHive> OfflineHive::open(std::string_view profileFolder)
{
    const std::wstring folder = toWide(profileFolder);
    Result<std::unique_ptr<File>> person = File::open(folder + L"\\NTUSER.DAT");
    if (!person) {
        return tl::unexpected(person.error());
    }
    Result<std::unique_ptr<File>> classes = File::open(folder + L"\\AppData\\Local\\Microsoft\\Windows\\UsrClass.dat");
    return OfflineHive(std::move(*person), classes ? std::move(*classes) : nullptr);
}

HKEY OfflineHive::person() const
{
    return m_person->key();
}

HKEY OfflineHive::classes() const
{
    return m_classes ? m_classes->key() : nullptr;
}

}   // namespace offramp
