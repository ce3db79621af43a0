#include "platform/windows/program_start.h"

#include "base/text.h"
#include "platform/windows/native_path.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

namespace offramp {

std::wstring systemFolder()
{
    std::wstring folder(MAX_PATH, L'\0');
    folder.resize(::GetSystemDirectoryW(folder.data(), MAX_PATH));
    return folder;
}

Result<std::wstring> findProgram(const std::string& executable)
{
    std::string path = executable;
    if (executable.find_first_of("\\/:") == std::string::npos) {
        if (executable.empty()) {
            return fail(ErrorCode::unsupported, "program without a name");
        }
        path = toUtf8(systemFolder()) + '\\' + executable + (executable.find('.') == std::string::npos ? ".exe" : "");
    }
    if (!text::fold(path).ends_with(".exe")) {
        return fail(ErrorCode::unsupported, "program \"" + executable + "\"");
    }
    const Result<std::wstring> native = nativePath(path);
    if (!native) {
        return fail(native.error().code, executable);
    }
    const DWORD attributes = ::GetFileAttributesW(native->c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES) {
        return tl::unexpected(errorFromLastError(executable));
    }
    if ((attributes & FILE_ATTRIBUTE_DIRECTORY) != 0) {
        return fail(ErrorCode::notFound, executable);
    }
    // Programs see their own path as an argument, and few understand the long form.
    const std::wstring shown = native->substr(4);
    return shown.size() < MAX_PATH ? shown : *native;
}

}   // namespace offramp
