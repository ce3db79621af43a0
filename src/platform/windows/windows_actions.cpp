#include "platform/windows/windows_actions.h"

#include "base/text.h"
#include "platform/windows/authenticode.h"
#include "platform/windows/handle.h"
#include "platform/windows/known_folder.h"
#include "platform/windows/native_path.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"
#include "platform/windows/windows_files.h"

#include <utility>

namespace offramp {

namespace {

class OpenProgram final : public HeldProgram {
public:
    OpenProgram(UniqueHandle file, std::wstring native, std::string path)
        : m_file(std::move(file)), m_native(std::move(native)), m_path(std::move(path))
    {}
    [[nodiscard]] const std::string& path() const override { return m_path; }
    [[nodiscard]] Result<ProgramSignature> signature() const override
    {
        return readSignature(m_file.get(), m_native, m_path);
    }

private:
    UniqueHandle m_file;
    std::wstring m_native;   // with the prefix for long paths
    std::string m_path;
};

// Short names spelled out; the links on the way are still in it.
std::wstring longSpelling(const std::wstring& native)
{
    std::wstring spelled(32768, L'\0');
    const DWORD length = ::GetLongPathNameW(native.c_str(), spelled.data(), static_cast<DWORD>(spelled.size()));
    spelled.resize(length < spelled.size() ? length : 0);
    return spelled;
}

std::wstring finalPath(HANDLE file)
{
    std::wstring path(32768, L'\0');
    const DWORD length =
        ::GetFinalPathNameByHandleW(file, path.data(), static_cast<DWORD>(path.size()), VOLUME_NAME_DOS);
    path.resize(length < path.size() ? length : 0);
    return path;
}

}   // namespace

Result<std::unique_ptr<HeldProgram>> LiveWindowsActions::holdProgram(const std::string& path) const
{
    const Result<std::wstring> native = nativePath(path);
    if (!native) {
        return tl::unexpected(native.error());
    }
    // Whoever has it open for writing keeps us out, and from now on we keep them out.
    Result<UniqueHandle> file = openFile(*native, path, FILE_SHARE_READ);
    if (!file) {
        return tl::unexpected(file.error());
    }
    std::wstring real = finalPath(file->get());
    const std::wstring spelled = longSpelling(*native);
    if (real.empty() || ::CompareStringOrdinal(real.c_str(), -1, spelled.c_str(), -1, TRUE) != CSTR_EQUAL) {
        return fail(ErrorCode::unsupported, path + ": a link on the way");
    }
    std::string shown = toUtf8(real.substr(4));   // without \\?\ in front
    if (!text::fold(shown).ends_with(".exe")) {
        return fail(ErrorCode::unsupported, path + ": not a program");
    }
    return std::unique_ptr<HeldProgram>(
        std::make_unique<OpenProgram>(std::move(*file), std::move(real), std::move(shown)));
}

std::vector<std::string> LiveWindowsActions::programFolders() const
{
    std::vector<std::string> folders;
    for (const auto& folder : {knownFolder(KnownFolder::programs), knownFolder(KnownFolder::programs32)}) {
        if (!folder.empty()) {
            folders.push_back(toUtf8(folder));
        }
    }
    // Where setups that bring several packages keep themselves.
    if (const std::wstring data = knownFolder(KnownFolder::sharedData); !data.empty()) {
        folders.push_back(toUtf8(data + LR"(\Package Cache)"));
    }
    return folders;
}

}   // namespace offramp
