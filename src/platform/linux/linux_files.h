// Files of the machine this program runs on, read with plain system calls.
//
// Only regular files are read: a pipe, a socket or a device at a known path is `unsupported` and is never opened.
// Links are followed; DirectoryEntry::directory tells what a link leads to.
#pragma once

#include "platform/host.h"

namespace offramp {

class LinuxFiles final : public Files {
public:
    [[nodiscard]] Result<std::string> read(std::string_view path, std::size_t limit) const override;
    [[nodiscard]] Result<std::vector<DirectoryEntry>> list(std::string_view path) const override;
    [[nodiscard]] Result<FileStatus> status(std::string_view path) const override;
};

// The Error of a failed system call on `context`.
[[nodiscard]] Error errorFromErrno(int number, std::string context);

}   // namespace offramp
