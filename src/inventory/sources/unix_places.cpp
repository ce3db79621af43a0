#include "inventory/sources/unix_places.h"

#include "base/text.h"

namespace offramp::sources {

std::string joinPath(std::string_view folder, std::string_view name)
{
    std::string path;
    path.reserve(folder.size() + name.size() + 1);
    path += folder;
    if (!path.ends_with('/')) {
        path += '/';
    }
    path += name;
    return path;
}

std::string_view lastPart(std::string_view path)
{
    while (path.size() > 1 && path.ends_with('/')) {
        path.remove_suffix(1);
    }
    return path.substr(path.rfind('/') + 1);
}

std::string asUtf8(std::string_view bytes)
{
    return text::isUtf8(bytes) ? std::string(bytes) : text::fromWindows1252(bytes);
}

std::string_view withoutMailAddress(std::string_view person)
{
    const std::size_t bracket = person.rfind('<');
    if (bracket == std::string_view::npos || !person.ends_with('>')) {
        return person;
    }
    const std::string_view name = text::trim(person.substr(0, bracket));
    return name.empty() ? person : name;
}

Presence presenceOf(const Host& host, std::string_view path)
{
    if (!path.starts_with('/')) {
        return Presence::unknown;
    }
    const auto status = host.files().status(path);
    if (status) {
        return Presence::present;
    }
    return status.error().code == ErrorCode::notFound ? Presence::absent : Presence::unknown;
}

bool hasSuffix(std::string_view name, std::string_view suffix)
{
    return name.size() > suffix.size() && text::equalsFolded(name.substr(name.size() - suffix.size()), suffix);
}

std::vector<DirectoryEntry> machineEntries(const Host& host, std::string_view folder, ReportBuilder& builder)
{
    auto entries = host.files().list(folder);
    if (!entries) {
        builder.failed(entries.error());
        return {};
    }
    builder.read(entries->size());
    return std::move(*entries);
}

}   // namespace offramp::sources
