#include "platform/windows/windows_program_files.h"

#include "platform/version_resource.h"
#include "platform/windows/authenticode.h"
#include "platform/windows/handle.h"
#include "platform/windows/native_path.h"
#include "platform/windows/system_function.h"
#include "platform/windows/win32_error.h"
#include "platform/windows/windows_files.h"

#include <winver.h>

#include <string>

namespace offramp {

namespace {

// A file that is no program, and a program without the resource. Neither says anything of itself.
bool isWithoutResource(DWORD code)
{
    return code == ERROR_RESOURCE_DATA_NOT_FOUND || code == ERROR_RESOURCE_TYPE_NOT_FOUND
           || code == ERROR_RESOURCE_NAME_NOT_FOUND || code == ERROR_RESOURCE_LANG_NOT_FOUND
           || code == ERROR_BAD_EXE_FORMAT || code == ERROR_SUCCESS;
}

}   // namespace

Result<VersionResource> WindowsProgramFiles::version(std::string_view path) const
{
    static const SystemLibrary library(L"version.dll");
    static const auto sizeOf = library.function<decltype(&::GetFileVersionInfoSizeExW)>("GetFileVersionInfoSizeExW");
    static const auto read = library.function<decltype(&::GetFileVersionInfoExW)>("GetFileVersionInfoExW");
    const Result<std::wstring> native = nativePath(path, m_drives);
    if (!native) {
        return tl::unexpected(native.error());
    }
    // Windows would tell a file that is not there and one without a resource alike, and would fetch a placeholder.
    const Result<UniqueHandle> file = openFile(*native, path, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE);
    if (!file) {
        return tl::unexpected(file.error());
    }
    std::string context = "version of " + std::string(path);
    if (sizeOf == nullptr || read == nullptr) {
        return fail(ErrorCode::unsupported, std::move(context), static_cast<int>(library.fault()));
    }
    DWORD ignored = 0;
    ::SetLastError(ERROR_SUCCESS);
    const DWORD size = sizeOf(FILE_VER_GET_NEUTRAL, native->c_str(), &ignored);
    std::string bytes(size, '\0');
    if (size == 0 || read(FILE_VER_GET_NEUTRAL, native->c_str(), 0, size, bytes.data()) == FALSE) {
        const DWORD code = ::GetLastError();
        if (isWithoutResource(code)) {
            return VersionResource{};
        }
        return tl::unexpected(errorFromWin32(code, std::move(context)));
    }
    Result<VersionResource> resource = decodeVersionResource(bytes);
    if (!resource) {
        return fail(resource.error().code, std::move(context));
    }
    return resource;
}

Result<ProgramSignature> WindowsProgramFiles::signature(std::string_view path) const
{
    const Result<std::wstring> native = nativePath(path, m_drives);
    if (!native) {
        return tl::unexpected(native.error());
    }
    const Result<UniqueHandle> file = openFile(*native, path, FILE_SHARE_READ);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return readSignature(file->get(), *native, path);
}

}   // namespace offramp
