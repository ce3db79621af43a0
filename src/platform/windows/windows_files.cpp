#include "platform/windows/windows_files.h"

#include "base/text.h"
#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace offramp {

namespace {

constexpr DWORD shareEverything = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
// FILE_ATTRIBUTE_RECALL_ON_OPEN and …_ON_DATA_ACCESS, which mingw-w64 does not name.
constexpr DWORD keptElsewhere = FILE_ATTRIBUTE_OFFLINE | 0x00040000 | 0x00400000;
constexpr wchar_t unknownLetter = L'\uFFFD';

Instant toInstant(const FILETIME& time)
{
    constexpr std::int64_t ticksPerSecond = 10'000'000;
    constexpr std::int64_t from1601to1970 = 11'644'473'600;
    const std::int64_t ticks = (std::int64_t{time.dwHighDateTime} << 32) | time.dwLowDateTime;
    return Instant{std::chrono::seconds{ticks / ticksPerSecond - from1601to1970}};
}

template <class Information> FileStatus statusFrom(const Information& information)
{
    FileStatus status;
    status.directory = (information.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    status.size = status.directory ? 0 : (std::uint64_t{information.nFileSizeHigh} << 32) | information.nFileSizeLow;
    status.modifiedAt = toInstant(information.ftLastWriteTime);
    return status;
}

bool isLink(const WIN32_FIND_DATAW& found)
{
    return (found.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0
           && (found.dwReserved0 == IO_REPARSE_TAG_SYMLINK || found.dwReserved0 == IO_REPARSE_TAG_MOUNT_POINT);
}

UniqueFind startSearch(const std::wstring& pattern, WIN32_FIND_DATAW& found)
{
    return UniqueFind(::FindFirstFileExW(pattern.c_str(), FindExInfoBasic, &found, FindExSearchNameMatch, nullptr,
                                         FIND_FIRST_EX_LARGE_FETCH));
}

// A path with letters UTF-8 could not spell, as it is on the disk; empty when there is none that reads like it.
std::wstring spelledOnDisk(const std::wstring& path)
{
    constexpr std::size_t drive = 6;   // \\?\C:
    std::wstring reached = path.substr(0, drive);
    std::size_t begin = drive + 1;
    while (begin < path.size()) {
        const std::size_t end = std::min(path.find(L'\\', begin), path.size());
        std::wstring name = path.substr(begin, end - begin);
        if (name.find(unknownLetter) != std::wstring::npos) {
            const std::string wanted = toUtf8(name);
            std::replace(name.begin(), name.end(), unknownLetter, L'?');
            WIN32_FIND_DATAW found{};
            const UniqueFind search = startSearch(reached + L'\\' + name, found);
            bool more = search.valid();
            while (more && !text::equalsFolded(toUtf8(found.cFileName), wanted)) {
                more = ::FindNextFileW(search.get(), &found) != 0;
            }
            if (!more) {
                return {};
            }
            name = found.cFileName;
        }
        reached += L'\\' + name;
        begin = end + 1;
    }
    return reached;
}

Result<FileStatus> statusOfTarget(const std::wstring& native, std::string_view path)
{
    const UniqueHandle file(::CreateFileW(native.c_str(), FILE_READ_ATTRIBUTES, shareEverything, nullptr, OPEN_EXISTING,
                                          FILE_FLAG_BACKUP_SEMANTICS, nullptr));
    BY_HANDLE_FILE_INFORMATION information{};
    if (!file || ::GetFileInformationByHandle(file.get(), &information) == 0) {
        return tl::unexpected(errorFromLastError(std::string(path)));
    }
    return statusFrom(information);
}

// What the folder says of a file that cannot be asked itself, or that may be a link.
Result<FileStatus> statusFromFolder(const std::wstring& native, std::string_view path)
{
    WIN32_FIND_DATAW found{};
    const UniqueFind search = startSearch(native, found);
    if (!search) {
        return tl::unexpected(errorFromLastError(std::string(path)));
    }
    return isLink(found) ? statusOfTarget(native, path) : statusFrom(found);
}

Result<FileStatus> statusOf(const std::wstring& native, std::string_view path)
{
    WIN32_FILE_ATTRIBUTE_DATA data{};
    if (::GetFileAttributesExW(native.c_str(), GetFileExInfoStandard, &data) == 0) {
        const DWORD code = ::GetLastError();
        return code == ERROR_SHARING_VIOLATION ? statusFromFolder(native, path)
                                               : tl::unexpected(errorFromWin32(code, std::string(path)));
    }
    if ((data.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0) {
        return statusFromFolder(native, path);
    }
    return statusFrom(data);
}

Result<std::vector<DirectoryEntry>> listOf(const std::wstring& native, std::string_view path)
{
    WIN32_FIND_DATAW found{};
    const std::wstring folder = native.ends_with(L'\\') ? native : native + L'\\';
    const UniqueFind search = startSearch(folder + L'*', found);
    std::vector<DirectoryEntry> entries;
    if (!search) {
        const DWORD code = ::GetLastError();
        // A drive with nothing on it has not even the entries of a folder itself.
        if (const auto status = statusOf(native, path); code == ERROR_FILE_NOT_FOUND && status && status->directory) {
            return entries;
        }
        return tl::unexpected(errorFromWin32(code, std::string(path)));
    }
    do {
        const std::wstring_view name = found.cFileName;
        if (name == L"." || name == L"..") {
            continue;
        }
        DirectoryEntry entry;
        entry.name = toUtf8(name);
        entry.link = isLink(found);
        entry.directory = (found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
        if (entry.link) {
            const auto target = statusOfTarget(folder + found.cFileName, path);
            entry.directory = target && target->directory;
        }
        entries.push_back(std::move(entry));
    } while (::FindNextFileW(search.get(), &found) != 0);
    if (const DWORD code = ::GetLastError(); code != ERROR_NO_MORE_FILES) {
        return tl::unexpected(errorFromWin32(code, std::string(path)));
    }
    return entries;
}

Result<std::string> readOf(const std::wstring& native, std::string_view path, std::size_t limit)
{
    const Result<UniqueHandle> file = openFile(native, path, shareEverything);
    if (!file) {
        return tl::unexpected(file.error());
    }
    LARGE_INTEGER size{};
    if (::GetFileSizeEx(file->get(), &size) == 0) {
        return fail(ErrorCode::unsupported, std::string(path));
    }
    const auto expected = static_cast<std::uint64_t>(size.QuadPart);
    if (expected > limit) {
        return fail(ErrorCode::tooLarge, std::string(path));
    }
    // One byte more than there should be tells whether the file grew in the meantime.
    std::string content(static_cast<std::size_t>(expected) + 1, '\0');
    std::size_t length = 0;
    for (;;) {
        if (length == content.size()) {
            content.resize(content.size() * 2 + 4096);
        }
        constexpr std::size_t mostAtOnce = 1u << 30;
        DWORD count = 0;
        const auto wanted = static_cast<DWORD>(std::min(content.size() - length, mostAtOnce));
        if (::ReadFile(file->get(), content.data() + length, wanted, &count, nullptr) == 0) {
            return tl::unexpected(errorFromLastError(std::string(path)));
        }
        if (count == 0) {
            content.resize(length);
            return content;
        }
        length += count;
        if (length > limit) {
            return fail(ErrorCode::tooLarge, std::string(path));
        }
    }
}

// `ask` with the native path, and again with the name as it is on the disk when UTF-8 could not spell it.
template <class Ask>
auto withNativePath(std::string_view path, Drives& drives, Ask ask) -> decltype(ask(std::wstring{}))
{
    const Result<std::wstring> native = nativePath(path, drives);
    if (!native) {
        return tl::unexpected(native.error());
    }
    auto answer = ask(*native);
    if (!answer && answer.error().code == ErrorCode::notFound && native->find(unknownLetter) != std::wstring::npos) {
        if (const std::wstring spelled = spelledOnDisk(*native); !spelled.empty()) {
            return ask(spelled);
        }
    }
    return answer;
}

}   // namespace

Result<UniqueHandle> openFile(const std::wstring& native, std::string_view path, DWORD sharing)
{
    const DWORD attributes = ::GetFileAttributesW(native.c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES) {
        return tl::unexpected(errorFromLastError(std::string(path)));
    }
    if ((attributes & (FILE_ATTRIBUTE_DIRECTORY | keptElsewhere)) != 0) {
        return fail(ErrorCode::unsupported, std::string(path));
    }
    UniqueHandle file(::CreateFileW(native.c_str(), GENERIC_READ, sharing, nullptr, OPEN_EXISTING,
                                    FILE_FLAG_SEQUENTIAL_SCAN | FILE_FLAG_OPEN_NO_RECALL, nullptr));
    if (!file) {
        return tl::unexpected(errorFromLastError(std::string(path)));
    }
    // A link may lead to a pipe or a device.
    if (::GetFileType(file.get()) != FILE_TYPE_DISK) {
        return fail(ErrorCode::unsupported, std::string(path));
    }
    return file;
}

Result<std::string> WindowsFiles::read(std::string_view path, std::size_t limit) const
{
    return withNativePath(path, m_drives, [&](const std::wstring& native) { return readOf(native, path, limit); });
}

Result<std::vector<DirectoryEntry>> WindowsFiles::list(std::string_view path) const
{
    return withNativePath(path, m_drives, [&](const std::wstring& native) { return listOf(native, path); });
}

Result<FileStatus> WindowsFiles::status(std::string_view path) const
{
    return withNativePath(path, m_drives, [&](const std::wstring& native) { return statusOf(native, path); });
}

}   // namespace offramp
