// FullDisk: while it lives, every SQLite database that is opened is on a disk that can be full. A file that grows is
// refused as a real disk refuses it; what only overwrites is not.
#pragma once

#include <map>
#include <optional>
#include <sqlite3.h>

namespace offramp::test {

class FullDisk {
public:
    FullDisk() : m_real(sqlite3_vfs_find(nullptr)), m_shown(*m_real)
    {
        s_current = this;
        m_shown.zName = "offramp-full-disk";
        m_shown.pNext = nullptr;
        m_shown.xOpen = &open;
        sqlite3_vfs_register(&m_shown, 1);
    }
    ~FullDisk()
    {
        sqlite3_vfs_register(m_real, 1);
        sqlite3_vfs_unregister(&m_shown);
        s_current = nullptr;
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

    std::optional<int> growths;   // so often a file may still grow; none: as often as it likes

private:
    // What a file of SQLite points to; `real` follows it so that it is found again.
    struct Methods {
        sqlite3_io_methods shown;
        const sqlite3_io_methods* real;
    };

    static int open(sqlite3_vfs* /*shown*/, const char* name, sqlite3_file* file, int flags, int* outFlags)
    {
        const int opened = s_current->m_real->xOpen(s_current->m_real, name, file, flags, outFlags);
        if (opened == SQLITE_OK && file->pMethods != nullptr) {
            static std::map<const sqlite3_io_methods*, Methods> known;
            Methods& methods =
                known.try_emplace(file->pMethods, Methods{*file->pMethods, file->pMethods}).first->second;
            methods.shown.xWrite = &write;
            file->pMethods = &methods.shown;
        }
        return opened;
    }
    static int write(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 at)
    {
        const auto* const real = reinterpret_cast<const Methods*>(file->pMethods)->real;
        sqlite3_int64 size = 0;
        real->xFileSize(file, &size);
        if (s_current != nullptr && s_current->growths && at + amount > size && (*s_current->growths)-- <= 0) {
            s_current->growths = 0;
            return SQLITE_FULL;
        }
        return real->xWrite(file, bytes, amount, at);
    }

    inline static FullDisk* s_current = nullptr;
    sqlite3_vfs* m_real;
    sqlite3_vfs m_shown;
};

}   // namespace offramp::test
