#include "platform/linux/linux_quarantine.h"

#include "base/text.h"
#include "base/utf8_path.h"
#include "platform/linux/folder_walk.h"
#include "platform/linux/linux_files.h"
#include "platform/linux/quarantine_record.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>

namespace offramp {

namespace {

constexpr const char* recordName = "record.json";
constexpr const char* thingName = "thing";
constexpr std::size_t recordLimit = std::size_t{64} << 10;
constexpr std::string_view ownFolder = ".offramp-quarantine";

// A path apart: the folder it is in, opened, and its name there.
struct Spot {
    WalkedFolder parent;
    std::string name;
    std::vector<std::string> parentParts;
};

Result<Spot> spotOf(const std::string& path, MissingFolders missing = MissingFolders::fail,
                    const std::vector<FolderOwner>& owners = {})
{
    Result<std::vector<std::string>> parts = plainParts(path);
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    std::string name = std::move(parts->back());
    parts->pop_back();
    Result<WalkedFolder> parent = walkTo(*parts, missing, owners);
    if (!parent) {
        return tl::unexpected(parent.error());
    }
    return Spot{std::move(*parent), std::move(name), std::move(*parts)};
}

Result<PathFacts> factsOf(const struct stat& information, const std::string& path)
{
    PathFacts facts;
    facts.volume = information.st_dev;
    facts.id = information.st_ino;
    if (S_ISDIR(information.st_mode)) {
        facts.kind = PathFacts::Kind::folder;
    } else if (S_ISLNK(information.st_mode)) {
        facts.kind = PathFacts::Kind::link;
    } else if (!S_ISREG(information.st_mode)) {
        return fail(ErrorCode::unsupported, path + ": a device, a pipe or a socket");
    } else if (information.st_nlink > 1) {
        // Taking one of its names away would leave its content in the other, and nobody would know.
        return fail(ErrorCode::unsupported, path + ": the same file has other names too (hard links)");
    }
    return facts;
}

bool isSame(const PathFacts& one, const struct stat& other)
{
    return one.volume == other.st_dev && one.id == other.st_ino;
}

// Which mount it belongs to. The device number would not do: on a filesystem of layers a file has that of its layer.
std::uint64_t mountOf(const FileDescriptor& folder, const std::string& name)
{
    struct statx information {};
    const int flags = AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT | (name.empty() ? AT_EMPTY_PATH : 0);
    const bool told = ::statx(folder.get(), name.c_str(), flags, STATX_MNT_ID, &information) == 0
                      && (information.stx_mask & STATX_MNT_ID) != 0;
    return told ? information.stx_mnt_id : 0;   // an old kernel does not say; the list of mounts is asked as well
}

// Nothing may be mounted on the thing or in it: it would move along.
Result<void> withoutMounts(const std::string& path)
{
    const auto inside = [&](const std::string& point) { return point == path || point.starts_with(path + "/"); };
    const std::vector<std::string> points = mountPoints();
    const auto found = std::find_if(points.begin(), points.end(), inside);
    if (found != points.end()) {
        return fail(ErrorCode::unsupported, *found + ": a mount point");
    }
    return {};
}

// Only this account can reach into it.
Result<struct stat> privateFolder(const FileDescriptor& folder, const std::string& path)
{
    struct stat information {};
    if (::fstat(folder.get(), &information) != 0) {
        return tl::unexpected(errorFromErrno(errno, path));
    }
    if (information.st_uid != ::geteuid() || (information.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return fail(ErrorCode::accessDenied, path + ": others can reach into it");
    }
    return information;
}

Result<void> writeRecord(const FileDescriptor& place, const std::string& bytes, const std::string& path)
{
    const FileDescriptor file(
        ::openat(place.get(), recordName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    std::size_t written = 0;
    while (file.valid() && written < bytes.size()) {
        const ssize_t count = ::write(file.get(), bytes.data() + written, bytes.size() - written);
        if (count < 0 && errno != EINTR) {
            return tl::unexpected(errorFromErrno(errno, path));
        }
        written += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    if (!file.valid() || ::fsync(file.get()) != 0 || ::fsync(place.get()) != 0) {
        return tl::unexpected(errorFromErrno(errno, path));
    }
    return {};
}

struct OpenPlace {
    Spot spot;   // the shelf and the place's name on it
    FileDescriptor folder;
    QuarantineRecord record;
};

// A place of this account's own making, whatever the reference was taken from.
Result<OpenPlace> openPlace(const std::string& place)
{
    Result<Spot> spot = spotOf(place);
    if (!spot) {
        return tl::unexpected(spot.error());
    }
    const std::string shelf = place.substr(0, place.rfind('/'));
    if (const auto own = privateFolder(spot->parent.folder, shelf); !own) {
        return tl::unexpected(own.error());
    }
    FileDescriptor folder(
        ::openat(spot->parent.folder.get(), spot->name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder.valid()) {
        return tl::unexpected(errorFromErrno(errno, place));
    }
    if (const auto own = privateFolder(folder, place); !own) {
        return tl::unexpected(own.error());
    }
    const FileDescriptor file(::openat(folder.get(), recordName, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    std::string bytes(recordLimit, '\0');
    const ssize_t length = file.valid() ? ::read(file.get(), bytes.data(), bytes.size()) : -1;
    if (length < 0) {
        return tl::unexpected(errorFromErrno(errno, place + "/" + recordName));
    }
    bytes.resize(static_cast<std::size_t>(length));
    std::optional<QuarantineRecord> record = decodeRecord(bytes);
    if (!record) {
        return fail(ErrorCode::malformed, place + "/" + recordName);
    }
    return OpenPlace{std::move(*spot), std::move(folder), std::move(*record)};
}

void clear(const OpenPlace& place)
{
    ::unlinkat(place.folder.get(), recordName, 0);
    ::unlinkat(place.spot.parent.folder.get(), place.spot.name.c_str(), AT_REMOVEDIR);
    ::fsync(place.spot.parent.folder.get());
}

// The folder for things of `volume`: our own if it is there, else one at the top of the volume.
Result<std::string> shelfFor(const std::string& own, const std::string& path, std::uint64_t volume)
{
    const auto opened = [&](const std::string& folder) -> Result<bool> {
        const Result<std::vector<std::string>> parts = plainParts(folder);
        if (!parts) {
            return tl::unexpected(parts.error());
        }
        const Result<WalkedFolder> walked = walkTo(*parts, MissingFolders::make);
        if (!walked) {
            return tl::unexpected(walked.error());
        }
        const Result<struct stat> information = privateFolder(walked->folder, folder);
        if (!information) {
            return tl::unexpected(information.error());
        }
        return information->st_dev == volume;
    };
    if (const Result<bool> here = opened(own); !here) {
        return tl::unexpected(here.error());
    } else if (*here) {
        return own;
    }
    std::string top;
    for (const std::string& point : mountPoints()) {
        const bool above = point == "/" || path.starts_with(point + "/");
        if (above && point.size() > top.size()) {
            top = point;
        }
    }
    const std::string shelf = (top == "/" ? "" : top) + "/" + std::string(ownFolder);
    const Result<bool> there = opened(shelf);
    if (!there) {
        return tl::unexpected(there.error());
    }
    if (top.empty() || !*there) {
        return fail(ErrorCode::unsupported, path + ": no place to keep it on its own volume", EXDEV);
    }
    return shelf;
}

// What stands at `real` now, as `path` was spelled out. Errors speak of the path that was asked for.
struct Standing {
    Spot spot;
    PathFacts facts;
};

Result<Standing> standingAt(const std::string& real, const std::string& path)
{
    Result<Spot> spot = spotOf(real);
    if (!spot) {
        return tl::unexpected(spot.error());
    }
    const Result<struct stat> information = statWithin(spot->parent.folder, spot->name);
    if (!information) {
        return fail(information.error().code, path, information.error().osCode);
    }
    const Result<PathFacts> facts = factsOf(*information, path);
    if (!facts) {
        return tl::unexpected(facts.error());
    }
    return Standing{std::move(*spot), *facts};
}

}   // namespace

Result<PathFacts> LinuxQuarantine::look(const std::string& path) const
{
    const Result<Standing> standing = standingAt(spelledOut(path), path);
    return standing ? Result<PathFacts>(standing->facts) : tl::unexpected(standing.error());
}

Result<std::string> LinuxQuarantine::prepare(const std::string& path, const std::string& group)
{
    const std::string real = spelledOut(path);
    if (!text::isUtf8(real)) {
        return fail(ErrorCode::unsupported, real + ": a name the record could not hold");
    }
    if (group.empty() || group.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz") != std::string::npos) {
        return fail(ErrorCode::unsupported, "group \"" + group + "\"");
    }
    const Result<Standing> standing = standingAt(real, path);
    if (!standing) {
        return tl::unexpected(standing.error());
    }
    const WalkedFolder& above = standing->spot.parent;
    struct stat parent {};
    if (::fstat(above.folder.get(), &parent) != 0
        || mountOf(above.folder, "") != mountOf(above.folder, standing->spot.name)) {
        return fail(ErrorCode::unsupported, path + ": a mount point");
    }
    if (const auto free = withoutMounts(real); !free) {
        return tl::unexpected(free.error());
    }
    const Result<std::string> shelf = shelfFor(pathToUtf8(m_folder), real, parent.st_dev);
    if (!shelf) {
        return tl::unexpected(shelf.error());
    }
    const Result<std::vector<std::string>> shelfParts = plainParts(*shelf);
    const Result<WalkedFolder> folder = walkTo(*shelfParts);
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    // Numbered: what was taken from this path before may still be kept.
    constexpr int mostPlaces = 10000;
    for (int number = 1; number < mostPlaces; ++number) {
        const std::string name = group + "-" + std::to_string(number);
        if (::mkdirat(folder->folder.get(), name.c_str(), S_IRWXU) != 0) {
            if (errno == EEXIST) {
                continue;
            }
            return tl::unexpected(errorFromErrno(errno, *shelf));
        }
        const FileDescriptor place(
            ::openat(folder->folder.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        const auto written =
            writeRecord(place, encodeRecord(QuarantineRecord{real, standing->facts, above.owners}), *shelf);
        if (!written) {
            return tl::unexpected(written.error());
        }
        ::fsync(folder->folder.get());
        return *shelf + "/" + name;
    }
    return fail(ErrorCode::io, *shelf + ": full", EEXIST);
}

Result<std::vector<std::string>> LinuxQuarantine::places(const std::string& group) const
{
    const std::string shelf = pathToUtf8(m_folder);
    const auto entries = LinuxFiles{}.list(shelf);
    if (!entries) {
        return entries.error().code == ErrorCode::notFound ? Result<std::vector<std::string>>{}
                                                           : tl::unexpected(entries.error());
    }
    std::vector<std::pair<int, std::string>> found;
    for (const DirectoryEntry& entry : *entries) {
        int number = 0;
        const char* const end = entry.name.data() + entry.name.size();
        const bool ours = entry.name.starts_with(group + "-")
                          && std::from_chars(entry.name.data() + group.size() + 1, end, number).ptr == end;
        const std::string place = shelf + "/" + entry.name;
        if (!ours) {
            continue;
        }
        if (const Result<OpenPlace> open = openPlace(place); open && statWithin(open->folder, thingName)) {
            found.emplace_back(number, place);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> places;
    for (auto& [number, place] : found) {
        places.push_back(std::move(place));
    }
    return places;
}

Result<void> LinuxQuarantine::take(const std::string& place)
{
    const Result<OpenPlace> open = openPlace(place);
    if (!open) {
        return tl::unexpected(open.error());
    }
    const QuarantineRecord& record = open->record;
    const Result<Spot> spot = spotOf(record.from);
    const Result<struct stat> before =
        spot ? statWithin(spot->parent.folder, spot->name) : Result<struct stat>(tl::unexpected(spot.error()));
    if (!before || !isSame(record.facts, *before)) {
        clear(*open);
        return before ? fail(ErrorCode::unsupported, record.from + ": something else stands there now")
                      : Result<void>(tl::unexpected(before.error()));
    }
    if (const auto moved = renameWithin(spot->parent.folder, spot->name, open->folder, thingName); !moved) {
        clear(*open);
        return moved;
    }
    // The name may have come to mean something else between the look and the rename.
    const Result<struct stat> after = statWithin(open->folder, thingName);
    if (!after || !isSame(record.facts, *after)) {
        if (renameWithin(open->folder, thingName, spot->parent.folder, spot->name)) {
            clear(*open);
        }
        return fail(ErrorCode::unsupported, record.from + ": it was exchanged while it was moved");
    }
    ::fsync(open->folder.get());
    ::fsync(spot->parent.folder.get());
    return {};
}

Result<void> LinuxQuarantine::putBack(const std::string& place)
{
    const Result<OpenPlace> open = openPlace(place);
    if (!open) {
        return tl::unexpected(open.error());
    }
    const QuarantineRecord& record = open->record;
    const Result<Spot> spot = spotOf(record.from, MissingFolders::make, record.owners);
    if (!spot) {
        return tl::unexpected(spot.error());
    }
    const Result<struct stat> kept = statWithin(open->folder, thingName);
    if (!kept) {
        // Never taken, or put back by a run that was stopped before it could clear up.
        const Result<struct stat> there = statWithin(spot->parent.folder, spot->name);
        if (there && isSame(record.facts, *there)) {
            clear(*open);
            return {};
        }
        return fail(kept.error().code, place + "/" + thingName, kept.error().osCode);
    }
    if (const auto moved = renameWithin(open->folder, thingName, spot->parent.folder, spot->name); !moved) {
        return fail(moved.error().code,
                    moved.error().osCode == EEXIST ? record.from + ": something new stands there" : record.from,
                    moved.error().osCode);
    }
    ::fsync(spot->parent.folder.get());
    ::fsync(open->folder.get());
    clear(*open);
    return {};
}

}   // namespace offramp
