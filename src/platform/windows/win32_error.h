// Failures of Windows calls as Error. `osCode` keeps the number Windows gave: a Win32 error, or an HRESULT as it is.
#pragma once

#include "base/result.h"
#include "platform/windows/windows_api.h"

#include <string>

namespace offramp {

// What failed is `context`; `code` is what GetLastError() or a registry function answered.
[[nodiscard]] Error errorFromWin32(DWORD code, std::string context);

// errorFromWin32() of GetLastError(). Ask before anything else that may call Windows, also before building `context`
// from more than literals.
[[nodiscard]] Error errorFromLastError(std::string context);

// COM and similar; an HRESULT that wraps a Win32 error counts as that error.
[[nodiscard]] Error errorFromHresult(HRESULT result, std::string context);

// Which of Offramp's codes a Win32 error is.
[[nodiscard]] ErrorCode codeOfWin32(DWORD code);

// The system's own sentence in English where it has one ("Access is denied."), else "Windows error 1018"; also for an
// HRESULT or NTSTATUS. For logs and technicians.
[[nodiscard]] std::string wordsOfWin32(DWORD code);

}   // namespace offramp
