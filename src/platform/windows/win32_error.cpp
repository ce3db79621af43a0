#include "platform/windows/win32_error.h"

#include "base/text.h"
#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"

#include <fmt/format.h>

#include <utility>

namespace offramp {

namespace {

constexpr DWORD elevationRequired = 740;   // ERROR_ELEVATION_REQUIRED, which mingw-w64 does not name

}   // namespace

ErrorCode codeOfWin32(DWORD code)
{
    switch (code) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_DRIVE:
    case ERROR_BAD_NETPATH:
    case ERROR_BAD_NET_NAME:
    case ERROR_BAD_PATHNAME:
    case ERROR_INVALID_NAME:
    case ERROR_DIRECTORY:   // something on the way is a file
    case ERROR_KEY_DELETED:
    case ERROR_NOT_READY:   // a drive without a disk in it
    case ERROR_SERVICE_DOES_NOT_EXIST:
    case ERROR_UNKNOWN_PRODUCT:
    case ERROR_NOT_FOUND: return ErrorCode::notFound;
    case ERROR_ACCESS_DENIED:
    case ERROR_NETWORK_ACCESS_DENIED:
    case ERROR_PRIVILEGE_NOT_HELD:
    case elevationRequired:
    case ERROR_LOGON_FAILURE: return ErrorCode::accessDenied;
    case ERROR_BADDB:
    case ERROR_BADKEY:
    case ERROR_INVALID_DATA:
    case ERROR_BAD_FORMAT:
    case ERROR_REGISTRY_CORRUPT:
    case ERROR_NOT_REGISTRY_FILE:
    case ERROR_BAD_CONFIGURATION: return ErrorCode::malformed;
    case ERROR_FILE_TOO_LARGE: return ErrorCode::tooLarge;
    case ERROR_NOT_SUPPORTED:
    case ERROR_CALL_NOT_IMPLEMENTED:
    case ERROR_INVALID_FUNCTION: return ErrorCode::unsupported;
    case ERROR_TIMEOUT:
    case ERROR_SEM_TIMEOUT:
    case WAIT_TIMEOUT: return ErrorCode::timeout;
    case ERROR_CANCELLED:
    case ERROR_OPERATION_ABORTED: return ErrorCode::cancelled;
    default: return ErrorCode::io;
    }
}

Error errorFromWin32(DWORD code, std::string context)
{
    return Error{codeOfWin32(code), std::move(context), static_cast<int>(code)};
}

Error errorFromLastError(std::string context)
{
    return errorFromWin32(::GetLastError(), std::move(context));
}

Error errorFromHresult(HRESULT result, std::string context)
{
    const auto bits = static_cast<DWORD>(result);
    if (HRESULT_FACILITY(result) == FACILITY_WIN32) {
        return errorFromWin32(bits & 0xFFFFu, std::move(context));
    }
    switch (bits) {
    case static_cast<DWORD>(REGDB_E_CLASSNOTREG):
    case static_cast<DWORD>(E_NOTIMPL):
    case static_cast<DWORD>(E_NOINTERFACE): return Error{ErrorCode::unsupported, std::move(context), result};
    default: return Error{ErrorCode::io, std::move(context), result};
    }
}

std::string wordsOfWin32(DWORD code)
{
    constexpr DWORD flags = FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS;
    // English like every context; a system without English texts answers in its own language.
    for (const DWORD language : {DWORD{MAKELANGID(LANG_ENGLISH, SUBLANG_ENGLISH_US)}, DWORD{0}}) {
        LPWSTR text = nullptr;
        const DWORD length =
            ::FormatMessageW(flags, nullptr, code, language, reinterpret_cast<LPWSTR>(&text), 0, nullptr);
        const LocalMemory<wchar_t> owned(text);
        if (length != 0) {
            const std::string words = toUtf8({text, length});
            return std::string(text::trim(words));
        }
    }
    return code > 0xFFFF ? fmt::format("Windows error 0x{:08X}", code) : fmt::format("Windows error {}", code);
}

}   // namespace offramp
