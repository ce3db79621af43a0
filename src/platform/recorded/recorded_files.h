// The files of a recorded machine, below the folder files/ of its recording.
//
// Nothing outside that folder is ever read: ".." is refused, links are resolved as the recorded machine would resolve
// them (an absolute link starts at files/), and only ordinary files are opened. Windows paths ignore case.
#pragma once

#include "platform/host.h"
#include "platform/recorded/recording_manifest.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

class RecordedFiles final : public Files {
public:
    RecordedFiles(std::filesystem::path folder, OsFamily os, RecordedPlaces denied, RecordedPlaces complete);

    [[nodiscard]] Result<std::string> read(std::string_view path, std::size_t limit) const override;
    [[nodiscard]] Result<std::vector<DirectoryEntry>> list(std::string_view path) const override;
    [[nodiscard]] Result<FileStatus> status(std::string_view path) const override;

private:
    using Parts = std::vector<std::string>;

    // The file on this computer that stands for `path`.
    [[nodiscard]] Result<std::filesystem::path> resolve(std::string_view path) const;
    // Walks from files/ along the parts; empty when something on the way is missing. io: links that lead nowhere.
    [[nodiscard]] Result<std::optional<std::filesystem::path>> walk(const Parts& parts) const;
    // The child's name as it is on the disk; empty when there is none.
    [[nodiscard]] std::string nameOnDisk(const std::filesystem::path& folder, const std::string& name) const;
    [[nodiscard]] std::vector<Parts> candidates(const Parts& parts) const;
    [[nodiscard]] bool isHeld(const Parts& parts) const;
    [[nodiscard]] bool names(const std::vector<Parts>& places, const Parts& parts) const;
    [[nodiscard]] std::string fold(std::string_view name) const;

    std::filesystem::path m_folder;
    bool m_windows = false;
    bool m_present = false;
    std::vector<Parts> m_denied;     // folded
    std::vector<Parts> m_complete;   // folded
    // Names of the folders of the disk, folded, because Windows paths may be in another case than the files are.
    mutable std::map<std::filesystem::path, std::map<std::string, std::string>> m_namesOnDisk;
};

}   // namespace offramp
