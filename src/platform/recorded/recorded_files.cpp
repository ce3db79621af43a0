#include "platform/recorded/recorded_files.h"

#include "base/text.h"
#include "platform/recorded/json_reading.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <deque>
#include <system_error>
#include <utility>

namespace offramp {

namespace {

constexpr int mostLinks = 32;
// What this program itself runs on, which need not be what was recorded.
constexpr bool onWindows = std::filesystem::path::preferred_separator != '/';

// A colon or a backslash in a recorded name would lead out of the recording when this program runs on Windows.
bool canBeOnDisk(std::string_view name)
{
    return !onWindows || name.find_first_of(":\\") == std::string_view::npos;
}

std::vector<std::string> partsOf(std::string_view path, bool windows)
{
    if (windows && (path.starts_with(R"(\\?\)") || path.starts_with(R"(\??\)"))) {
        path.remove_prefix(4);
    }
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const std::size_t end = std::min(path.find_first_of(windows ? "\\/" : "/", begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (!part.empty() && part != ".") {
            parts.emplace_back(part);
        }
        begin = end + 1;
    }
    return parts;
}

// Folders that hold the folders of many programs, so that their children are looked at one by one.
bool isCrowded(std::string_view top)
{
    constexpr std::array<std::string_view, 9> crowded{"var",     "usr",    "etc",     "lib", "run",
                                                      "Library", "System", "private", "sys"};
    return std::find(crowded.begin(), crowded.end(), top) != crowded.end();
}

Instant toInstant(std::filesystem::file_time_type time)
{
    const auto now = std::filesystem::file_time_type::clock::now();
    const auto system = std::chrono::system_clock::now() + std::chrono::duration_cast<std::chrono::seconds>(time - now);
    return std::chrono::time_point_cast<std::chrono::seconds>(system);
}

}   // namespace

RecordedFiles::RecordedFiles(std::filesystem::path folder, OsFamily os, RecordedPlaces denied, RecordedPlaces complete)
    : m_folder(std::move(folder)), m_windows(os == OsFamily::windows)
{
    std::error_code fault;
    m_present = std::filesystem::is_directory(std::filesystem::symlink_status(m_folder, fault));
    const auto take = [this](const RecordedPlaces& places, std::vector<Parts>& into) {
        for (const std::string& place : places.paths) {
            into.push_back(partsOf(fold(place), m_windows));
        }
    };
    take(denied, m_denied);
    take(complete, m_complete);
}

std::string RecordedFiles::fold(std::string_view name) const
{
    return m_windows ? text::fold(name) : std::string(name);
}

bool RecordedFiles::names(const std::vector<Parts>& places, const Parts& parts) const
{
    Parts folded;
    for (const std::string& part : parts) {
        folded.push_back(fold(part));
    }
    return std::any_of(places.begin(), places.end(), [&](const Parts& place) {
        return place.size() <= folded.size() && std::equal(place.begin(), place.end(), folded.begin());
    });
}

std::vector<RecordedFiles::Parts> RecordedFiles::candidates(const Parts& parts) const
{
    const bool drive = m_windows && !parts.empty() && parts.front().size() == 2 && parts.front()[1] == ':';
    if (!drive) {
        return {parts};
    }
    std::vector<Parts> all{parts, parts, Parts(parts.begin() + 1, parts.end())};
    all.front().front().pop_back();   // files/C/…, then files/C:/…
    if (fold(parts.front()) != "c:") {
        all.pop_back();   // without a drive only the system's own is meant
    }
    return all;
}

std::string RecordedFiles::nameOnDisk(const std::filesystem::path& folder, const std::string& name) const
{
    if (!canBeOnDisk(name)) {
        return {};
    }
    std::error_code fault;
    // Windows finds names in any case; a recorded Unix machine must not.
    const bool foldedByDisk = onWindows && !m_windows;
    if (!foldedByDisk && std::filesystem::exists(std::filesystem::symlink_status(folder / pathFromUtf8(name), fault))) {
        return name;
    }
    if (!m_windows && !foldedByDisk) {
        return {};
    }
    const auto [known, added] = m_namesOnDisk.try_emplace(folder);
    if (added) {
        std::filesystem::directory_iterator entry(folder, fault);
        for (; !fault && entry != std::filesystem::directory_iterator{}; entry.increment(fault)) {
            std::string found = pathToUtf8(entry->path().filename());
            known->second.emplace(fold(found), std::move(found));
        }
    }
    const auto found = known->second.find(fold(name));
    return found == known->second.end() ? std::string{} : found->second;
}

Result<std::optional<std::filesystem::path>> RecordedFiles::walk(const Parts& parts) const
{
    std::deque<std::string> ahead(parts.begin(), parts.end());
    std::vector<std::string> behind;
    int links = 0;
    while (!ahead.empty()) {
        const std::string part = std::move(ahead.front());
        ahead.pop_front();
        if (part == "..") {   // only from links: a recorded machine's root has nothing above it
            if (!behind.empty()) {
                behind.pop_back();
            }
            continue;
        }
        std::filesystem::path folder = m_folder;
        for (const std::string& name : behind) {
            folder /= pathFromUtf8(name);
        }
        const std::string name = nameOnDisk(folder, part);
        if (name.empty()) {
            return std::optional<std::filesystem::path>{};
        }
        std::error_code fault;
        const std::filesystem::path child = folder / pathFromUtf8(name);
        if (!std::filesystem::is_symlink(std::filesystem::symlink_status(child, fault))) {
            behind.push_back(name);
            continue;
        }
        const std::string target = pathToUtf8(std::filesystem::read_symlink(child, fault));
        if (fault || ++links > mostLinks) {
            return fail(ErrorCode::io, pathToUtf8(child) + ": the link leads nowhere", fault.value());
        }
        if (target.starts_with('/') || (m_windows && target.starts_with('\\'))) {
            behind.clear();
        }
        const std::vector<std::string> more = partsOf(target, m_windows);
        ahead.insert(ahead.begin(), more.begin(), more.end());
    }
    std::filesystem::path found = m_folder;
    for (const std::string& name : behind) {
        found /= pathFromUtf8(name);
    }
    return std::optional<std::filesystem::path>{std::move(found)};
}

bool RecordedFiles::isHeld(const Parts& parts) const
{
    if (names(m_complete, parts)) {
        return true;
    }
    for (Parts candidate : candidates(parts)) {
        // A candidate with all parts starts with the drive; the last one leaves it out.
        const std::size_t drive = m_windows && candidate.size() == parts.size() ? 1 : 0;
        const std::size_t top = drive + (!m_windows && !candidate.empty() && isCrowded(candidate.front()) ? 2 : 1);
        if (candidate.size() < top) {
            continue;
        }
        candidate.resize(top);
        if (const auto place = walk(candidate); place && *place) {
            return true;
        }
    }
    return false;
}

Result<std::filesystem::path> RecordedFiles::resolve(std::string_view path) const
{
    const Parts parts = partsOf(path, m_windows);
    const auto refused = [&](const std::string& part) {
        return part == ".." || part.find('\0') != std::string::npos
               || (m_windows && &part != &parts.front() && part.find(':') != std::string::npos);
    };
    if (std::any_of(parts.begin(), parts.end(), refused)) {
        return fail(ErrorCode::accessDenied, std::string(path) + ": a path that leaves the recording");
    }
    if (names(m_denied, parts)) {
        return fail(ErrorCode::accessDenied, std::string(path));
    }
    if (m_present) {
        for (const Parts& candidate : candidates(parts)) {
            const auto found = walk(candidate);
            if (!found) {
                return tl::unexpected<Error>(found.error());
            }
            if (*found) {
                return **found;
            }
        }
    }
    return fail(isHeld(parts) ? ErrorCode::notFound : ErrorCode::notRecorded, std::string(path));
}

Result<std::string> RecordedFiles::read(std::string_view path, std::size_t limit) const
{
    const Result<std::filesystem::path> file = resolve(path);
    if (!file) {
        return tl::unexpected<Error>(file.error());
    }
    Result<std::string> content = readWholeFile(*file, limit);
    if (!content) {
        return fail(content.error().code, std::string(path), content.error().osCode);
    }
    return content;
}

Result<std::vector<DirectoryEntry>> RecordedFiles::list(std::string_view path) const
{
    const Result<std::filesystem::path> folder = resolve(path);
    if (!folder) {
        return tl::unexpected<Error>(folder.error());
    }
    std::error_code fault;
    std::vector<DirectoryEntry> entries;
    std::filesystem::directory_iterator entry(*folder, fault);
    for (; !fault && entry != std::filesystem::directory_iterator{}; entry.increment(fault)) {
        std::error_code ignored;
        const std::filesystem::file_status status = entry->symlink_status(ignored);
        entries.push_back({pathToUtf8(entry->path().filename()), std::filesystem::is_directory(status),
                           std::filesystem::is_symlink(status)});
    }
    if (fault) {
        const bool refused = fault == std::errc::permission_denied;
        return fail(refused ? ErrorCode::accessDenied : ErrorCode::io, std::string(path), fault.value());
    }
    return entries;
}

Result<FileStatus> RecordedFiles::status(std::string_view path) const
{
    const Result<std::filesystem::path> file = resolve(path);
    if (!file) {
        return tl::unexpected<Error>(file.error());
    }
    std::error_code fault;
    FileStatus status;
    status.directory = std::filesystem::is_directory(*file, fault);
    if (!status.directory) {
        const std::uintmax_t size = std::filesystem::file_size(*file, fault);
        status.size = fault ? 0 : static_cast<std::uint64_t>(size);
    }
    const std::filesystem::file_time_type modified = std::filesystem::last_write_time(*file, fault);
    if (!fault) {
        status.modifiedAt = toInstant(modified);
    }
    return status;
}

}   // namespace offramp
