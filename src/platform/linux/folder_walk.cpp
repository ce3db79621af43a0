#include "platform/linux/folder_walk.h"

#include "base/text.h"
#include "platform/linux/linux_files.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>

namespace offramp {

namespace {

std::string joined(const std::vector<std::string>& parts, std::size_t count)
{
    std::string path;
    for (std::size_t at = 0; at < count; ++at) {
        path += '/' + parts[at];
    }
    return path.empty() ? "/" : path;
}

Result<FileDescriptor> openWithin(const FileDescriptor& folder, const std::string& name, const std::string& path)
{
    FileDescriptor child(
        ::openat(folder.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    if (child.valid()) {
        return child;
    }
    const int fault = errno;
    struct stat information {};
    if ((fault == ENOTDIR || fault == ELOOP)
        && ::fstatat(folder.get(), name.c_str(), &information, AT_SYMLINK_NOFOLLOW) == 0) {
        return fail(ErrorCode::unsupported, path + (S_ISLNK(information.st_mode) ? ": a link" : ": not a folder"),
                    fault);
    }
    return tl::unexpected(errorFromErrno(fault, path));
}

Result<void> makeWithin(const FileDescriptor& folder, const std::string& name, const std::string& path,
                        const FolderOwner* owner)
{
    if (::mkdirat(folder.get(), name.c_str(), S_IRWXU) != 0) {
        if (errno == EEXIST) {
            return {};
        }
        return tl::unexpected(errorFromErrno(errno, path));
    }
    if (owner == nullptr) {
        return {};
    }
    const Result<FileDescriptor> made = openWithin(folder, name, path);
    if (!made) {
        return tl::unexpected(made.error());
    }
    // Owner first: changing it clears some of the mode.
    if ((::fchown(made->get(), owner->user, owner->group) != 0 && errno != EPERM)
        || ::fchmod(made->get(), owner->mode & 07777U) != 0) {
        return tl::unexpected(errorFromErrno(errno, path));
    }
    return {};
}

// mountinfo writes blanks and backslashes as three octal digits.
std::string unescaped(std::string_view word)
{
    std::string text;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const auto digit = [&](std::size_t offset) { return static_cast<unsigned>(word[at + offset] - '0'); };
        if (word[at] == '\\' && at + 3 < word.size() && digit(1) < 4 && digit(2) < 8 && digit(3) < 8) {
            text += static_cast<char>(digit(1) * 64 + digit(2) * 8 + digit(3));
            at += 3;
        } else {
            text += word[at];
        }
    }
    return text;
}

}   // namespace

Result<std::vector<std::string>> plainParts(std::string_view path)
{
    const std::string shown(path.substr(0, path.find('\0')));
    if (!path.starts_with('/') || path.find('\0') != std::string_view::npos || path.size() >= PATH_MAX) {
        return fail(ErrorCode::unsupported, shown + ": not a plain absolute path");
    }
    std::vector<std::string> parts;
    for (const std::string_view part : text::split(path.substr(1), '/')) {
        if (part.empty() || part == "." || part == ".." || part.size() > NAME_MAX) {
            return fail(ErrorCode::unsupported, shown + ": not a plain absolute path");
        }
        parts.emplace_back(part);
    }
    return parts;
}

std::string spelledOut(std::string_view path)
{
    constexpr std::array<std::string_view, 6> merged{"bin", "sbin", "lib", "lib32", "lib64", "libx32"};
    for (const std::string_view top : merged) {
        const std::string link = "/" + std::string(top);
        std::array<char, 64> target{};
        if (path.starts_with(link + "/") && ::readlink(link.c_str(), target.data(), target.size() - 1) > 0) {
            const std::string_view leads(target.data());
            const std::string expected = "usr/" + std::string(top);
            if (leads == expected || leads == "/" + expected) {
                return "/usr" + std::string(path);
            }
        }
    }
    return std::string(path);
}

Result<WalkedFolder> walkTo(const std::vector<std::string>& parts, MissingFolders missing,
                            const std::vector<FolderOwner>& owners)
{
    WalkedFolder walked{FileDescriptor(::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)), {}};
    if (!walked.folder.valid()) {
        return tl::unexpected(errorFromErrno(errno, "/"));
    }
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const std::string path = joined(parts, at + 1);
        Result<FileDescriptor> child = openWithin(walked.folder, parts[at], path);
        if (!child && child.error().osCode == ENOENT && missing == MissingFolders::make) {
            const auto made = makeWithin(walked.folder, parts[at], path, at < owners.size() ? &owners[at] : nullptr);
            if (!made) {
                return tl::unexpected(made.error());
            }
            ::fsync(walked.folder.get());
            child = openWithin(walked.folder, parts[at], path);
        }
        if (!child) {
            return tl::unexpected(child.error());
        }
        struct stat information {};
        if (::fstat(child->get(), &information) != 0) {
            return tl::unexpected(errorFromErrno(errno, path));
        }
        walked.folder = std::move(*child);
        walked.owners.push_back(FolderOwner{information.st_mode & 07777U, information.st_uid, information.st_gid});
    }
    return walked;
}

Result<struct stat> statWithin(const FileDescriptor& folder, const std::string& name)
{
    struct stat information {};
    if (::fstatat(folder.get(), name.c_str(), &information, AT_SYMLINK_NOFOLLOW) != 0) {
        return tl::unexpected(errorFromErrno(errno, name));
    }
    return information;
}

Result<void> renameWithin(const FileDescriptor& from, const std::string& name, const FileDescriptor& to,
                          const std::string& newName)
{
    if (::renameat2(from.get(), name.c_str(), to.get(), newName.c_str(), RENAME_NOREPLACE) == 0) {
        return {};
    }
    const int fault = errno;
    if (fault == EXDEV || fault == EBUSY) {
        return fail(ErrorCode::unsupported, name + ": not on the same volume, or a mount point", fault);
    }
    return tl::unexpected(errorFromErrno(fault, name));
}

std::vector<std::string> mountPoints()
{
    constexpr std::size_t limit = std::size_t{8} << 20;
    constexpr std::size_t pointColumn = 4;
    std::vector<std::string> points;
    const auto content = LinuxFiles{}.read("/proc/self/mountinfo", limit);
    for (const std::string_view line : text::split(content ? std::string_view(*content) : std::string_view{}, '\n')) {
        const auto words = text::split(line, ' ');
        if (words.size() > pointColumn) {
            points.push_back(unescaped(words[pointColumn]));
        }
    }
    return points;
}

}   // namespace offramp
