#include "platform/durable_file.h"

#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <algorithm>
#include <string>

namespace offramp {

namespace {

std::string utf8Of(const std::filesystem::path& path)
{
    return toUtf8(path.native());
}

Result<void> writeAll(HANDLE file, std::string_view bytes, const std::filesystem::path& name)
{
    constexpr std::size_t piece = 1u << 20;
    while (!bytes.empty()) {
        DWORD written = 0;
        if (!::WriteFile(file, bytes.data(), static_cast<DWORD>(std::min(bytes.size(), piece)), &written, nullptr)) {
            const DWORD code = ::GetLastError();
            return tl::unexpected(errorFromWin32(code, "writing " + utf8Of(name)));
        }
        bytes.remove_prefix(written);
    }
    return {};
}

}   // namespace

Result<void> makePrivateFolder(const std::filesystem::path& folder)
{
    // What lies below the person's own folders inherits their access list, so there is nothing to add.
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error && !std::filesystem::is_directory(folder)) {
        return tl::unexpected(errorFromWin32(static_cast<DWORD>(error.value()), "making the folder " + utf8Of(folder)));
    }
    return {};
}

Result<void> replaceDurably(const std::filesystem::path& file, std::string_view bytes)
{
    const std::filesystem::path beside = file.native() + L".new";
    {
        const UniqueHandle out(::CreateFileW(beside.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS,
                                             FILE_ATTRIBUTE_NORMAL | FILE_FLAG_OPEN_REPARSE_POINT, nullptr));
        if (!out) {
            const DWORD code = ::GetLastError();
            return tl::unexpected(errorFromWin32(code, "writing " + utf8Of(beside)));
        }
        if (auto written = writeAll(out.get(), bytes, beside); !written) {
            return written;
        }
        if (!::FlushFileBuffers(out.get())) {
            const DWORD code = ::GetLastError();
            return tl::unexpected(errorFromWin32(code, "forcing " + utf8Of(beside) + " to the disk"));
        }
    }
    // With MOVEFILE_WRITE_THROUGH the call returns after the rename itself is on the disk; a folder cannot be flushed.
    if (!::MoveFileExW(beside.c_str(), file.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)) {
        const DWORD code = ::GetLastError();
        return tl::unexpected(errorFromWin32(code, "replacing " + utf8Of(file)));
    }
    return {};
}

Result<FileLock> lockFile(const std::filesystem::path& file)
{
    auto held = std::make_shared<UniqueHandle>(::CreateFileW(file.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr,
                                                             OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr));
    if (!held->valid()) {
        const DWORD code = ::GetLastError();
        if (code == ERROR_SHARING_VIOLATION) {
            return fail(ErrorCode::timeout, utf8Of(file) + " is held by another program", static_cast<int>(code));
        }
        return tl::unexpected(errorFromWin32(code, "opening " + utf8Of(file)));
    }
    return FileLock(std::move(held));
}

}   // namespace offramp
