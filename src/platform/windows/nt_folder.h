// Folders and what is in them by open handles only: each is opened from the one above it and a link is never followed,
// so nobody who exchanges a folder for a junction meanwhile can lead anywhere else.
#pragma once

#include "base/result.h"
#include "platform/actions.h"
#include "platform/windows/handle.h"

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// Where a thing is: the folder it is in, opened, and its name there.
struct NtSpot {
    UniqueHandle folder;
    std::wstring name;
    std::string path;   // for people
};

enum class MissingFolder { fail, make, makePrivate };

// "C:\\a\\b" on a drive of this computer. unsupported for a link on the way, ".." and what is no such path.
[[nodiscard]] Result<NtSpot> spotOf(const std::string& path, MissingFolder missing = MissingFolder::fail);
// The folder itself.
[[nodiscard]] Result<UniqueHandle> folderAt(const std::string& path, MissingFolder missing = MissingFolder::fail);

enum class NtOpen { existing, createFile, createFolder, existingFolder };
// `name` within a folder, a link opened as itself. `security`: of what is created; null inherits.
[[nodiscard]] Result<UniqueHandle> openWithin(HANDLE folder, std::wstring name, ACCESS_MASK access, NtOpen how,
                                              const std::string& shown, void* security = nullptr);

// unsupported for what is neither file nor folder nor link, and for a file that has other names too.
[[nodiscard]] Result<PathFacts> factsOf(HANDLE thing, const std::string& shown);

// Moves what is open (with DELETE) to `name` within another folder of its volume; never over something.
[[nodiscard]] Result<void> renameInto(HANDLE thing, HANDLE folder, const std::wstring& name, const std::string& shown);
// Removes what is open (with DELETE) when its last handle is closed; a folder must be empty.
[[nodiscard]] Result<void> deleteOpen(HANDLE thing, const std::string& shown);

// Names in a folder opened for listing, without "." and "..".
[[nodiscard]] Result<std::vector<std::wstring>> namesIn(HANDLE folder, const std::string& shown);

}   // namespace offramp
