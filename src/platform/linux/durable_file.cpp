#include "platform/durable_file.h"

#include "platform/linux/file_descriptor.h"
#include "platform/linux/linux_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>

namespace offramp {

namespace {

constexpr mode_t ownerOnlyFile = 0600;
constexpr mode_t ownerOnlyFolder = 0700;

Result<void> writeAll(const FileDescriptor& file, std::string_view bytes, const std::filesystem::path& name)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(file.get(), bytes.data(), bytes.size());
        if (count < 0) {
            if (errno == EINTR) {
                continue;
            }
            return tl::unexpected(errorFromErrno(errno, "writing " + name.string()));
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

Result<void> forceToDisk(const std::filesystem::path& name, int flags)
{
    const FileDescriptor file(::open(name.c_str(), flags | O_CLOEXEC));
    if (!file.valid() || ::fsync(file.get()) != 0) {
        return tl::unexpected(errorFromErrno(errno, "forcing " + name.string() + " to the disk"));
    }
    return {};
}

}   // namespace

Result<void> makePrivateFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    if (folder.empty() || std::filesystem::is_directory(folder, error)) {
        return {};
    }
    if (const auto made = makePrivateFolder(folder.parent_path()); !made) {
        return made;
    }
    if (::mkdir(folder.c_str(), ownerOnlyFolder) != 0 && errno != EEXIST) {
        return tl::unexpected(errorFromErrno(errno, "making the folder " + folder.string()));
    }
    return forceToDisk(folder.parent_path(), O_RDONLY | O_DIRECTORY);
}

Result<void> replaceDurably(const std::filesystem::path& file, std::string_view bytes)
{
    const std::filesystem::path beside = file.string() + ".new";
    {
        const FileDescriptor out(
            ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, ownerOnlyFile));
        if (!out.valid()) {
            return tl::unexpected(errorFromErrno(errno, "writing " + beside.string()));
        }
        if (auto written = writeAll(out, bytes, beside); !written) {
            ::unlink(beside.c_str());   // a full disk should not stay full because of us
            return written;
        }
        if (::fsync(out.get()) != 0) {
            return tl::unexpected(errorFromErrno(errno, "forcing " + beside.string() + " to the disk"));
        }
    }
    if (::rename(beside.c_str(), file.c_str()) != 0) {
        return tl::unexpected(errorFromErrno(errno, "replacing " + file.string()));
    }
    return forceToDisk(file.parent_path(), O_RDONLY | O_DIRECTORY);
}

Result<FileLock> lockFile(const std::filesystem::path& file)
{
    auto held = std::make_shared<FileDescriptor>(
        ::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, ownerOnlyFile));
    if (!held->valid()) {
        return tl::unexpected(errorFromErrno(errno, "opening " + file.string()));
    }
    if (::flock(held->get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            return fail(ErrorCode::timeout, file.string() + " is held by another program", errno);
        }
        return tl::unexpected(errorFromErrno(errno, "locking " + file.string()));
    }
    return FileLock(std::move(held));
}

}   // namespace offramp
