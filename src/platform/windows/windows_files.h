// Files of the machine this program runs on.
//
// Links (symbolic links and junctions) are followed; DirectoryEntry::directory tells what one leads to. Only files on
// drives of this computer are looked at, see native_path.h, and a file that is only a placeholder of something kept
// elsewhere is not fetched: reading it is `unsupported`.
#pragma once

#include "platform/host.h"
#include "platform/windows/handle.h"
#include "platform/windows/native_path.h"

#include <string>
#include <string_view>

namespace offramp {

class WindowsFiles final : public Files {
public:
    [[nodiscard]] Result<std::string> read(std::string_view path, std::size_t limit) const override;
    [[nodiscard]] Result<std::vector<DirectoryEntry>> list(std::string_view path) const override;
    [[nodiscard]] Result<FileStatus> status(std::string_view path) const override;

private:
    mutable Drives m_drives;
};

// Opened for reading only. `native`: as nativePath() writes it; `sharing`: FILE_SHARE_…, what others may do meanwhile.
// `unsupported` for folders, placeholders, and what is no file on a disk.
[[nodiscard]] Result<UniqueHandle> openFile(const std::wstring& native, std::string_view path, DWORD sharing);

}   // namespace offramp
