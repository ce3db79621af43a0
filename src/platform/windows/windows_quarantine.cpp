#include "platform/windows/windows_quarantine.h"

#include "base/text.h"
#include "platform/windows/nt_folder.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>

namespace offramp {

namespace {

constexpr const wchar_t* recordName = L"record.json";
constexpr const wchar_t* thingName = L"thing";
constexpr DWORD recordLimit = 128u << 10;
constexpr std::string_view topFolder = ".offramp-quarantine";
constexpr std::array<const char*, 3> kinds{"file", "folder", "link"};
constexpr ACCESS_MASK looking = FILE_READ_ATTRIBUTES;
constexpr ACCESS_MASK moving = FILE_READ_ATTRIBUTES | DELETE;
constexpr ACCESS_MASK keeping =
    FILE_LIST_DIRECTORY | FILE_TRAVERSE | FILE_READ_ATTRIBUTES | READ_CONTROL | FILE_ADD_FILE | FILE_ADD_SUBDIRECTORY;

struct Record {
    std::string from;
    PathFacts facts;
};

std::string encode(const Record& record)
{
    return nlohmann::json{{"format", "offramp.quarantine/1"},
                          {"from", record.from},
                          {"kind", kinds.at(static_cast<std::size_t>(record.facts.kind))},
                          {"volume", record.facts.volume},
                          {"id", record.facts.id}}
        .dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<Record> decode(const std::string& bytes)
{
    const nlohmann::json value = nlohmann::json::parse(bytes, nullptr, false);
    const auto member = [&](const char* key) {
        const auto found = value.is_object() ? value.find(key) : value.end();
        return found == value.end() ? nlohmann::json{} : *found;
    };
    const nlohmann::json kind = member("kind");
    const auto known = std::find_if(kinds.begin(), kinds.end(), [&](const char* word) { return kind == word; });
    if (member("format") != "offramp.quarantine/1" || !member("from").is_string() || known == kinds.end()
        || !member("volume").is_number_unsigned() || !member("id").is_number_unsigned()) {
        return std::nullopt;
    }
    Record record;
    record.from = member("from").get<std::string>();
    record.facts.kind = static_cast<PathFacts::Kind>(known - kinds.begin());
    record.facts.volume = member("volume").get<std::uint64_t>();
    record.facts.id = member("id").get<std::uint64_t>();
    return record;
}

bool isSame(const PathFacts& one, const PathFacts& other)
{
    return one.volume == other.volume && one.id == other.id && one.kind == other.kind;
}

Result<void> writeRecord(HANDLE place, const std::string& bytes, const std::string& shown)
{
    const auto file = openWithin(place, recordName, FILE_WRITE_DATA | FILE_READ_ATTRIBUTES, NtOpen::createFile, shown);
    if (!file) {
        return tl::unexpected(file.error());
    }
    DWORD written = 0;
    if (::WriteFile(file->get(), bytes.data(), static_cast<DWORD>(bytes.size()), &written, nullptr) == 0
        || written != bytes.size() || ::FlushFileBuffers(file->get()) == 0) {
        return tl::unexpected(errorFromLastError(shown));
    }
    return {};
}

std::pair<std::string, std::string> apart(const std::string& place)
{
    const std::size_t slash = place.rfind('\\');
    return slash == std::string::npos ? std::pair{std::string{}, place}
                                      : std::pair{place.substr(0, slash), place.substr(slash + 1)};
}

void removeWithin(HANDLE folder, const wchar_t* name, const std::string& shown)
{
    const auto thing = openWithin(folder, name, DELETE, NtOpen::existing, shown);
    if (thing) {
        (void)deleteOpen(thing->get(), shown);
    }
}

}   // namespace

struct WindowsQuarantine::OpenPlace {
    UniqueHandle shelf;
    std::wstring name;
    UniqueHandle folder;
    Record record;
    std::string path;
};

bool WindowsQuarantine::isShelf(const std::string& folder) const
{
    const bool top = folder.size() == topFolder.size() + 3 && folder.ends_with(topFolder)
                     && std::string_view(folder).substr(1, 2) == ":\\";
    return top || text::equalsFolded(folder, m_folder);
}

Result<WindowsQuarantine::OpenPlace> WindowsQuarantine::openPlace(const std::string& place) const
{
    const auto [shelf, name] = apart(place);
    if (!isShelf(shelf)) {
        return fail(ErrorCode::accessDenied, place + ": not a place of this quarantine");
    }
    Result<NtSpot> spot = spotOf(place);
    if (!spot) {
        return tl::unexpected(spot.error());
    }
    if (const auto own = onlyForKeeper(spot->folder.get(), m_keeper, shelf); !own) {
        return tl::unexpected(own.error());
    }
    auto folder = openWithin(spot->folder.get(), spot->name, keeping, NtOpen::existingFolder, place);
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    if (const auto own = onlyForKeeper(folder->get(), m_keeper, place); !own) {
        return tl::unexpected(own.error());
    }
    const auto file =
        openWithin(folder->get(), recordName, FILE_READ_DATA | FILE_READ_ATTRIBUTES, NtOpen::existing, place);
    std::string bytes(recordLimit, '\0');
    DWORD length = 0;
    if (!file) {
        return tl::unexpected(file.error());
    }
    if (::ReadFile(file->get(), bytes.data(), recordLimit, &length, nullptr) == 0) {
        return tl::unexpected(errorFromLastError(place));
    }
    bytes.resize(length);
    std::optional<Record> record = decode(bytes);
    if (!record) {
        return fail(ErrorCode::malformed, place + R"(\record.json)");
    }
    return OpenPlace{std::move(spot->folder), std::move(spot->name), std::move(*folder), std::move(*record), place};
}

void WindowsQuarantine::clear(OpenPlace& place)
{
    removeWithin(place.folder.get(), recordName, place.path);
    place.folder.reset();
    removeWithin(place.shelf.get(), place.name.c_str(), place.path);
}

Result<PathFacts> WindowsQuarantine::look(const std::string& path) const
{
    const Result<NtSpot> spot = spotOf(path);
    const auto thing = spot ? openWithin(spot->folder.get(), spot->name, looking, NtOpen::existing, path)
                            : Result<UniqueHandle>(tl::unexpected(spot.error()));
    return thing ? factsOf(thing->get(), path) : Result<PathFacts>(tl::unexpected(thing.error()));
}

// Our own folder when it is on the same drive, else one at the top of that drive.
Result<std::string> WindowsQuarantine::shelfFor(const std::string& path) const
{
    std::string shelf = m_folder;
    if (m_folder.empty() || !text::equalsFolded(path.substr(0, 2), m_folder.substr(0, 2))) {
        shelf = path.substr(0, 2) + '\\' + std::string(topFolder);
    }
    const Result<UniqueHandle> folder = folderAt(shelf, MissingFolder::makePrivate);
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    if (const auto own = onlyForKeeper(folder->get(), m_keeper, shelf); !own) {
        return tl::unexpected(own.error());
    }
    return shelf;
}

Result<std::string> WindowsQuarantine::prepare(const std::string& path, const std::string& group)
{
    if (!text::isUtf8(path)) {
        return fail(ErrorCode::unsupported, path + ": a name the record could not hold");
    }
    if (group.empty() || group.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz") != std::string::npos) {
        return fail(ErrorCode::unsupported, "group \"" + group + "\"");
    }
    const Result<PathFacts> facts = look(path);
    if (!facts) {
        return tl::unexpected(facts.error());
    }
    const Result<std::string> shelf = shelfFor(path);
    if (!shelf) {
        return tl::unexpected(shelf.error());
    }
    const Result<UniqueHandle> folder = folderAt(*shelf);
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    if (const auto same = factsOf(folder->get(), *shelf); !same || same->volume != facts->volume) {
        return fail(ErrorCode::unsupported, path + ": no place to keep it on its own volume", ERROR_NOT_SAME_DEVICE);
    }
    const PrivateAccess access;
    constexpr int mostPlaces = 10000;
    for (int number = 1; access.descriptor() != nullptr && number < mostPlaces; ++number) {
        const std::string name = group + "-" + std::to_string(number);
        const auto place =
            openWithin(folder->get(), toWide(name), keeping, NtOpen::createFolder, *shelf, access.descriptor());
        if (!place) {
            if (place.error().osCode == ERROR_ALREADY_EXISTS) {
                continue;
            }
            return tl::unexpected(place.error());
        }
        if (const auto written = writeRecord(place->get(), encode(Record{path, *facts}), *shelf); !written) {
            return tl::unexpected(written.error());
        }
        return *shelf + '\\' + name;
    }
    return fail(ErrorCode::io, *shelf + ": full", ERROR_ALREADY_EXISTS);
}

Result<std::vector<std::string>> WindowsQuarantine::places(const std::string& group) const
{
    std::vector<std::pair<int, std::string>> found;
    const Result<UniqueHandle> folder = folderAt(m_folder);
    if (!folder) {
        return folder.error().code == ErrorCode::notFound ? Result<std::vector<std::string>>{}
                                                          : tl::unexpected(folder.error());
    }
    const auto names = namesIn(folder->get(), m_folder);
    if (!names) {
        return tl::unexpected(names.error());
    }
    for (const std::wstring& wide : *names) {
        const std::string name = toUtf8(wide);
        const std::string number = name.starts_with(group + "-") ? name.substr(group.size() + 1) : std::string{};
        if (number.empty() || number.size() > 5 || number.find_first_not_of("0123456789") != std::string::npos) {
            continue;
        }
        const std::string place = m_folder + '\\' + name;
        const auto open = openPlace(place);
        if (open && openWithin(open->folder.get(), thingName, looking, NtOpen::existing, place)) {
            found.emplace_back(std::stoi(number), place);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> places;
    for (auto& [number, place] : found) {
        places.push_back(std::move(place));
    }
    return places;
}

Result<void> WindowsQuarantine::take(const std::string& place)
{
    Result<OpenPlace> open = openPlace(place);
    if (!open) {
        return tl::unexpected(open.error());
    }
    const Record& record = open->record;
    const Result<NtSpot> spot = spotOf(record.from);
    auto thing = spot ? openWithin(spot->folder.get(), spot->name, moving, NtOpen::existing, record.from)
                      : Result<UniqueHandle>(tl::unexpected(spot.error()));
    const auto facts = thing ? factsOf(thing->get(), record.from) : Result<PathFacts>(tl::unexpected(thing.error()));
    Result<void> moved;
    if (!facts) {
        moved = tl::unexpected(facts.error());
    } else if (!isSame(record.facts, *facts)) {
        moved = fail(ErrorCode::unsupported, record.from + ": something else stands there now");
    } else {
        moved = renameInto(thing->get(), open->folder.get(), thingName, record.from);
    }
    if (moved) {
        // Windows renames what is open; other systems that act as Windows go by the name it was opened with.
        const auto kept = openWithin(open->folder.get(), thingName, moving, NtOpen::existing, record.from);
        const auto after = kept ? factsOf(kept->get(), record.from) : Result<PathFacts>(tl::unexpected(kept.error()));
        if (!after || !isSame(record.facts, *after)) {
            if (kept && !renameInto(kept->get(), spot->folder.get(), spot->name, record.from)) {
                return fail(ErrorCode::io, record.from + ": it was exchanged, and what came is kept at " + place);
            }
            moved = fail(ErrorCode::unsupported, record.from + ": it was exchanged while it was moved");
        }
    }
    if (!moved) {
        clear(*open);
    }
    return moved;
}

Result<void> WindowsQuarantine::putBack(const std::string& place)
{
    Result<OpenPlace> open = openPlace(place);
    if (!open) {
        return tl::unexpected(open.error());
    }
    const Record& record = open->record;
    const Result<NtSpot> spot = spotOf(record.from, MissingFolder::make);
    if (!spot) {
        return tl::unexpected(spot.error());
    }
    auto kept = openWithin(open->folder.get(), thingName, moving, NtOpen::existing, place);
    if (!kept) {
        // Never taken, or put back by a run that was stopped before it could clear up.
        const auto there = look(record.from);
        if (kept.error().code == ErrorCode::notFound && there && isSame(record.facts, *there)) {
            clear(*open);
            return {};
        }
        return tl::unexpected(kept.error());
    }
    if (const auto moved = renameInto(kept->get(), spot->folder.get(), spot->name, record.from); !moved) {
        // EEXIST is what every system's quarantine says of it.
        constexpr int somethingThere = 17;
        return moved.error().osCode == ERROR_ALREADY_EXISTS
                   ? fail(ErrorCode::io, record.from + ": something new stands there", somethingThere)
                   : moved;
    }
    kept->reset();
    clear(*open);
    return {};
}

}   // namespace offramp
