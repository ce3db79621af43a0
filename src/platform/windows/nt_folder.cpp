#include "platform/windows/nt_folder.h"

#include "base/text.h"
#include "platform/windows/native_path.h"
#include "platform/windows/private_access.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <winternl.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

namespace offramp {

namespace {

constexpr ACCESS_MASK walking = FILE_LIST_DIRECTORY | FILE_TRAVERSE | FILE_READ_ATTRIBUTES | READ_CONTROL | SYNCHRONIZE;
constexpr ULONG shareEverything = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

Error errorFromStatus(NTSTATUS status, const std::string& shown)
{
    return errorFromWin32(::RtlNtStatusToDosError(status), shown);
}

Result<DWORD> attributesOf(HANDLE thing, const std::string& shown)
{
    FILE_ATTRIBUTE_TAG_INFO tag{};
    if (::GetFileInformationByHandleEx(thing, FileAttributeTagInfo, &tag, sizeof tag) != 0) {
        return tag.FileAttributes;
    }
    BY_HANDLE_FILE_INFORMATION information{};
    if (::GetFileInformationByHandle(thing, &information) == 0) {
        return tl::unexpected(errorFromLastError(shown));
    }
    return information.dwFileAttributes;
}

// The parts of a path on a drive; the first is "C:".
Result<std::vector<std::wstring>> partsOf(const std::string& path)
{
    const auto written = text::split(path, '\\');
    const bool plain = std::none_of(written.begin(), written.end(), [](std::string_view part) {
        return part == "." || part == ".." || part.find('/') != std::string_view::npos;
    });
    const Result<std::wstring> native = plain ? nativePath(path) : fail(ErrorCode::unsupported, path);
    if (!native) {
        return tl::unexpected(native.error());
    }
    std::vector<std::wstring> parts;
    std::wstring_view rest = std::wstring_view(*native).substr(4);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(L'\\'), rest.size());
        if (end > 0) {
            parts.emplace_back(rest.substr(0, end));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return parts;
}

Result<UniqueHandle> walk(const std::vector<std::wstring>& parts, const std::string& path, MissingFolder missing)
{
    const std::wstring root = LR"(\\?\)" + parts.front() + L'\\';
    UniqueHandle folder(::CreateFileW(root.c_str(), walking, shareEverything, nullptr, OPEN_EXISTING,
                                      FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT, nullptr));
    if (!folder) {
        return tl::unexpected(errorFromLastError(path));
    }
    for (std::size_t at = 1; at < parts.size(); ++at) {
        Result<UniqueHandle> next = openWithin(folder.get(), parts[at], walking, NtOpen::existingFolder, path);
        if (!next && next.error().code == ErrorCode::notFound && missing != MissingFolder::fail) {
            const PrivateAccess access;
            next = openWithin(folder.get(), parts[at], walking, NtOpen::createFolder, path,
                              missing == MissingFolder::makePrivate ? access.descriptor() : nullptr);
            if (!next && next.error().osCode == ERROR_ALREADY_EXISTS) {
                next = openWithin(folder.get(), parts[at], walking, NtOpen::existingFolder, path);
            }
        }
        const Result<DWORD> attributes =
            next ? attributesOf(next->get(), path) : Result<DWORD>(tl::unexpected(next.error()));
        if (!attributes) {
            return tl::unexpected(attributes.error());
        }
        if ((*attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0) {
            return fail(ErrorCode::unsupported, path + ": a link on the way");
        }
        folder = std::move(*next);
    }
    return folder;
}

}   // namespace

Result<NtSpot> spotOf(const std::string& path, MissingFolder missing)
{
    Result<std::vector<std::wstring>> parts = partsOf(path);
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    if (parts->size() < 2) {
        return fail(ErrorCode::unsupported, path + ": a whole drive");
    }
    std::wstring name = std::move(parts->back());
    parts->pop_back();
    Result<UniqueHandle> folder = walk(*parts, path, missing);
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    return NtSpot{std::move(*folder), std::move(name), path};
}

Result<UniqueHandle> folderAt(const std::string& path, MissingFolder missing)
{
    const Result<std::vector<std::wstring>> parts = partsOf(path);
    return parts ? walk(*parts, path, missing) : Result<UniqueHandle>(tl::unexpected(parts.error()));
}

Result<UniqueHandle> openWithin(HANDLE folder, std::wstring name, ACCESS_MASK access, NtOpen how,
                                const std::string& shown, void* security)
{
    const auto bytes = static_cast<USHORT>(name.size() * sizeof(wchar_t));
    UNICODE_STRING counted{bytes, bytes, name.data()};
    OBJECT_ATTRIBUTES attributes{};
    attributes.Length = sizeof attributes;
    attributes.RootDirectory = folder;
    attributes.ObjectName = &counted;
    attributes.Attributes = OBJ_CASE_INSENSITIVE;
    attributes.SecurityDescriptor = security;
    const ULONG disposition = how == NtOpen::createFile || how == NtOpen::createFolder ? FILE_CREATE : FILE_OPEN;
    ULONG options = FILE_OPEN_REPARSE_POINT | FILE_OPEN_FOR_BACKUP_INTENT | FILE_SYNCHRONOUS_IO_NONALERT;
    if (how == NtOpen::createFolder || how == NtOpen::existingFolder) {
        options |= FILE_DIRECTORY_FILE;
    } else if (how == NtOpen::createFile) {
        options |= FILE_NON_DIRECTORY_FILE;
    }
    HANDLE opened = nullptr;
    IO_STATUS_BLOCK status{};
    const NTSTATUS answer = ::NtCreateFile(&opened, access | SYNCHRONIZE, &attributes, &status, nullptr,
                                           FILE_ATTRIBUTE_NORMAL, shareEverything, disposition, options, nullptr, 0);
    if (answer < 0) {
        return tl::unexpected(errorFromStatus(answer, shown));
    }
    return UniqueHandle(opened);
}

Result<PathFacts> factsOf(HANDLE thing, const std::string& shown)
{
    const Result<DWORD> attributes = attributesOf(thing, shown);
    BY_HANDLE_FILE_INFORMATION information{};
    if (!attributes) {
        return tl::unexpected(attributes.error());
    }
    if (::GetFileInformationByHandle(thing, &information) == 0) {
        return tl::unexpected(errorFromLastError(shown));
    }
    PathFacts facts;
    facts.volume = information.dwVolumeSerialNumber;
    facts.id = std::uint64_t{information.nFileIndexHigh} << 32 | information.nFileIndexLow;
    if ((*attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0) {
        facts.kind = PathFacts::Kind::link;
    } else if ((*attributes & FILE_ATTRIBUTE_DIRECTORY) != 0) {
        facts.kind = PathFacts::Kind::folder;
    } else if (information.nNumberOfLinks > 1) {
        // Taking one of its names away would leave its content in the other, and nobody would know.
        return fail(ErrorCode::unsupported, shown + ": the same file has other names too (hard links)");
    }
    return facts;
}

Result<void> renameInto(HANDLE thing, HANDLE folder, const std::wstring& name, const std::string& shown)
{
    const std::size_t length = name.size() * sizeof(wchar_t);
    std::vector<std::byte> buffer(offsetof(FILE_RENAME_INFO, FileName) + length + sizeof(wchar_t));
    auto* const rename = reinterpret_cast<FILE_RENAME_INFO*>(buffer.data());
    rename->ReplaceIfExists = FALSE;
    rename->RootDirectory = folder;
    rename->FileNameLength = static_cast<DWORD>(length);
    std::memcpy(rename->FileName, name.data(), length);
    // Not SetFileInformationByHandle, which takes no folder to rename into.
    constexpr auto fileRenameInformation = static_cast<FILE_INFORMATION_CLASS>(10);
    IO_STATUS_BLOCK status{};
    const NTSTATUS answer =
        ::NtSetInformationFile(thing, &status, buffer.data(), static_cast<ULONG>(buffer.size()), fileRenameInformation);
    return answer < 0 ? tl::unexpected(errorFromStatus(answer, shown)) : Result<void>{};
}

Result<void> deleteOpen(HANDLE thing, const std::string& shown)
{
    FILE_DISPOSITION_INFO disposition{};
    disposition.DeleteFile = TRUE;
    if (::SetFileInformationByHandle(thing, FileDispositionInfo, &disposition, sizeof disposition) == 0) {
        return tl::unexpected(errorFromLastError(shown));
    }
    return {};
}

Result<std::vector<std::wstring>> namesIn(HANDLE folder, const std::string& shown)
{
    std::vector<std::wstring> names;
    alignas(FILE_ID_BOTH_DIR_INFO) std::array<std::byte, 65536> buffer{};
    FILE_INFO_BY_HANDLE_CLASS question = FileIdBothDirectoryRestartInfo;
    while (::GetFileInformationByHandleEx(folder, question, buffer.data(), static_cast<DWORD>(buffer.size())) != 0) {
        question = FileIdBothDirectoryInfo;
        for (std::size_t at = 0;;) {
            const auto* const entry = reinterpret_cast<const FILE_ID_BOTH_DIR_INFO*>(buffer.data() + at);
            const std::wstring_view name(entry->FileName, entry->FileNameLength / sizeof(wchar_t));
            if (name != L"." && name != L"..") {
                names.emplace_back(name);
            }
            if (entry->NextEntryOffset == 0) {
                break;
            }
            at += entry->NextEntryOffset;
        }
    }
    if (const DWORD code = ::GetLastError(); code != ERROR_NO_MORE_FILES) {
        return tl::unexpected(errorFromWin32(code, shown));
    }
    return names;
}

}   // namespace offramp
