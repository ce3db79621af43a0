// Folders opened one from the other, no link followed: what stands at a path cannot be exchanged under our hands.
#pragma once

#include "base/result.h"
#include "platform/linux/file_descriptor.h"

#include <sys/stat.h>

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

struct FolderOwner {
    unsigned mode = 0;   // permission bits
    unsigned user = 0;
    unsigned group = 0;
};

struct WalkedFolder {
    FileDescriptor folder;             // readable
    std::vector<FolderOwner> owners;   // of every folder on the way, "/" left out
};

// The path's parts. `unsupported` unless it is absolute and plain: no "..", no ".", no empty part, no NUL, at least
// one.
[[nodiscard]] Result<std::vector<std::string>> plainParts(std::string_view path);

// With /bin, /lib and the like spelled as the folder of /usr they lead to, where the system has merged them.
[[nodiscard]] std::string spelledOut(std::string_view path);

enum class MissingFolders { fail, make };

// Opens the folder of these parts. A link on the way is `unsupported`. With `make`, missing folders come into being
// with the mode and owner `owners` tells for them (0700 and this account beyond its end).
[[nodiscard]] Result<WalkedFolder> walkTo(const std::vector<std::string>& parts,
                                          MissingFolders missing = MissingFolders::fail,
                                          const std::vector<FolderOwner>& owners = {});

// fstatat without following; notFound when nothing is there.
[[nodiscard]] Result<struct stat> statWithin(const FileDescriptor& folder, const std::string& name);

// renameat2 that never replaces: `io` with EEXIST.
[[nodiscard]] Result<void> renameWithin(const FileDescriptor& from, const std::string& name, const FileDescriptor& to,
                                        const std::string& newName);

// The mount points of this machine, as /proc/self/mountinfo names them; empty when it cannot be read.
[[nodiscard]] std::vector<std::string> mountPoints();

}   // namespace offramp
