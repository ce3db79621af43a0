// The registry of somebody who is signed out, read from a copy of the files it lives in.
//
// The files themselves are never loaded: the copies lie in a folder only administrators can open, are opened by this
// process and deleted afterwards. Windows loads a copy as an application hive, which nobody else sees; where it will
// not (keys with permissions of their own, before Windows 10), as a key of HKEY_USERS whose name no person has, which
// is taken away again afterwards.
#pragma once

#include "base/result.h"
#include "platform/windows/handle.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

class OfflineHive {
public:
    // `profileFolder`: "C:\\Users\\ana". Needs administrator rights. Fails when NTUSER.DAT cannot be read; a missing or
    // damaged UsrClass.dat only leaves classes() empty.
    [[nodiscard]] static Result<OfflineHive> open(std::string_view profileFolder);

    // What HKEY_USERS\<sid> would be.
    [[nodiscard]] HKEY person() const;
    // What its Software\Classes would be; null when it could not be read.
    [[nodiscard]] HKEY classes() const;

    class File;   // one copied and loaded file; public only for its owner's deleter

    ~OfflineHive();
    OfflineHive(OfflineHive&&) noexcept;
    OfflineHive& operator=(OfflineHive&&) noexcept;

private:
    OfflineHive(std::unique_ptr<File> person, std::unique_ptr<File> classes);

    std::unique_ptr<File> m_person;
    std::unique_ptr<File> m_classes;
};

}   // namespace offramp
