#include "platform/windows/private_folder.h"

#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <objbase.h>
#include <sddl.h>

#include <array>
#include <utility>

namespace offramp {

namespace {

// Nothing is inherited from the folder above; administrators and the system have everything.
constexpr const wchar_t* administratorsOnly = L"D:P(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)";

std::wstring temporaryFolder()
{
    std::wstring folder(MAX_PATH + 2, L'\0');
    folder.resize(::GetTempPathW(static_cast<DWORD>(folder.size()), folder.data()));
    return folder;   // ends in a backslash
}

std::wstring randomName()
{
    GUID guid{};
    std::array<wchar_t, 40> written{};
    if (::CoCreateGuid(&guid) != S_OK || ::StringFromGUID2(guid, written.data(), 40) == 0) {
        return {};
    }
    std::wstring name;
    for (const wchar_t letter : std::wstring_view(written.data())) {
        if (letter != L'{' && letter != L'}' && letter != L'-') {
            name += letter;
        }
    }
    return name;
}

// Windows lets go of a hive's files a moment after the last key of it was closed.
void removeFolder(const std::wstring& folder)
{
    constexpr int mostTries = 20;
    for (int attempt = 0; attempt < mostTries; ++attempt) {
        bool left = false;
        WIN32_FIND_DATAW found{};
        {
            const UniqueFind search(::FindFirstFileW((folder + L"\\*").c_str(), &found));
            do {
                const std::wstring_view name = found.cFileName;
                if (search && name != L"." && name != L"..") {
                    const std::wstring file = folder + L'\\' + found.cFileName;
                    ::SetFileAttributesW(file.c_str(), FILE_ATTRIBUTE_NORMAL);
                    left = ::DeleteFileW(file.c_str()) == 0 || left;
                }
            } while (search && ::FindNextFileW(search.get(), &found) != 0);
        }
        if (!left && ::RemoveDirectoryW(folder.c_str()) != 0) {
            return;
        }
        ::Sleep(10);
    }
}

}   // namespace

Result<PrivateFolder> PrivateFolder::make()
{
    const std::wstring name = randomName();
    if (name.empty()) {
        return fail(ErrorCode::io, "random name");
    }
    LocalMemory<void> descriptor;
    if (::ConvertStringSecurityDescriptorToSecurityDescriptorW(administratorsOnly, SDDL_REVISION_1, descriptor.put(),
                                                               nullptr)
        == 0) {
        return tl::unexpected(errorFromLastError("permissions of a temporary folder"));
    }
    SECURITY_ATTRIBUTES attributes{sizeof attributes, descriptor.get(), FALSE};
    std::wstring path = temporaryFolder() + L"offramp-" + name;
    if (::CreateDirectoryW(path.c_str(), &attributes) == 0) {
        return tl::unexpected(errorFromLastError(toUtf8(path)));
    }
    return PrivateFolder(std::move(path));
}

PrivateFolder::~PrivateFolder()
{
    if (!m_path.empty()) {
        removeFolder(m_path);
    }
}

PrivateFolder::PrivateFolder(PrivateFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}

PrivateFolder& PrivateFolder::operator=(PrivateFolder&& other) noexcept
{
    std::swap(m_path, other.m_path);
    return *this;
}

}   // namespace offramp
