#include "platform/linux/linux_files.h"

#include "platform/linux/file_descriptor.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <memory>

namespace offramp {

namespace {

struct CloseDirectory {
    void operator()(DIR* directory) const { ::closedir(directory); }
};

Result<std::string> readAll(const FileDescriptor& file, std::size_t expected, std::size_t limit,
                            const std::string& path)
{
    // Files below /proc claim to be empty, so the size is a first guess and the end of the file decides.
    std::string content(expected + 1, '\0');
    std::size_t length = 0;
    for (;;) {
        if (length == content.size()) {
            content.resize(content.size() * 2 + 4096);
        }
        const ssize_t count = ::read(file.get(), content.data() + length, content.size() - length);
        if (count < 0) {
            if (errno == EINTR) {
                continue;
            }
            return tl::unexpected(errorFromErrno(errno, path));
        }
        if (count == 0) {
            break;
        }
        length += static_cast<std::size_t>(count);
        if (length > limit) {
            return fail(ErrorCode::tooLarge, path);
        }
    }
    content.resize(length);
    return content;
}

}   // namespace

Error errorFromErrno(int number, std::string context)
{
    switch (number) {
    case ENOENT:
    case ENOTDIR: return Error{ErrorCode::notFound, std::move(context), number};
    case EACCES:
    case EPERM: return Error{ErrorCode::accessDenied, std::move(context), number};
    default: return Error{ErrorCode::io, std::move(context), number};
    }
}

Result<std::string> LinuxFiles::read(std::string_view path, std::size_t limit) const
{
    const std::string place(path);
    struct stat information {};
    // Asked before opening, because opening a device can already do something.
    if (::stat(place.c_str(), &information) != 0) {
        return tl::unexpected(errorFromErrno(errno, place));
    }
    if (!S_ISREG(information.st_mode)) {
        return fail(ErrorCode::unsupported, place);
    }
    const FileDescriptor file(::open(place.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.valid()) {
        return tl::unexpected(errorFromErrno(errno, place));
    }
    if (::fstat(file.get(), &information) != 0) {
        return tl::unexpected(errorFromErrno(errno, place));
    }
    if (!S_ISREG(information.st_mode)) {
        return fail(ErrorCode::unsupported, place);
    }
    const std::size_t size = static_cast<std::size_t>(information.st_size);
    if (size > limit) {
        return fail(ErrorCode::tooLarge, place);
    }
    return readAll(file, size, limit, place);
}

Result<std::vector<DirectoryEntry>> LinuxFiles::list(std::string_view path) const
{
    const std::string place(path);
    const std::unique_ptr<DIR, CloseDirectory> directory(::opendir(place.c_str()));
    if (!directory) {
        return tl::unexpected(errorFromErrno(errno, place));
    }
    std::vector<DirectoryEntry> entries;
    for (;;) {
        errno = 0;
        const dirent* const found = ::readdir(directory.get());
        if (found == nullptr) {
            if (errno != 0) {
                return tl::unexpected(errorFromErrno(errno, place));
            }
            return entries;
        }
        DirectoryEntry entry{found->d_name, found->d_type == DT_DIR, found->d_type == DT_LNK};
        if (entry.name == "." || entry.name == "..") {
            continue;
        }
        struct stat information {};
        if (found->d_type == DT_UNKNOWN
            && ::fstatat(::dirfd(directory.get()), found->d_name, &information, AT_SYMLINK_NOFOLLOW) == 0) {
            entry.directory = S_ISDIR(information.st_mode);
            entry.link = S_ISLNK(information.st_mode);
        }
        if (entry.link && ::fstatat(::dirfd(directory.get()), found->d_name, &information, 0) == 0) {
            entry.directory = S_ISDIR(information.st_mode);
        }
        entries.push_back(std::move(entry));
    }
}

Result<FileStatus> LinuxFiles::status(std::string_view path) const
{
    const std::string place(path);
    struct stat information {};
    if (::stat(place.c_str(), &information) != 0) {
        return tl::unexpected(errorFromErrno(errno, place));
    }
    FileStatus status;
    status.directory = S_ISDIR(information.st_mode);
    status.size = static_cast<std::uint64_t>(information.st_size);
    status.modifiedAt = Instant{std::chrono::seconds{information.st_mtim.tv_sec}};
    return status;
}

}   // namespace offramp
