// Source: Microsoft's description of the reports Intune exports (AppInvRawData, AppInvAggregate); the columns of the
// page "Discovered apps" are spelled with blanks.
#include "base/text.h"
#include "fleet/csv_reader.h"
#include "fleet/readers.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace offramp::fleet {

namespace {

enum class Heading { name, publisher, version, shortVersion, device, deviceId, platform, system, count };

constexpr std::array<std::pair<std::string_view, Heading>, 19> headings{{
    {"applicationname", Heading::name},
    {"appname", Heading::name},
    {"displayname", Heading::name},
    {"application", Heading::name},
    {"discoveredapp", Heading::name},
    {"applicationpublisher", Heading::publisher},
    {"apppublisher", Heading::publisher},
    {"publisher", Heading::publisher},
    {"applicationversion", Heading::version},
    {"appversion", Heading::version},
    {"version", Heading::version},
    {"applicationshortversion", Heading::shortVersion},
    {"devicename", Heading::device},
    {"device", Heading::device},
    {"computername", Heading::device},
    {"deviceid", Heading::deviceId},
    {"platform", Heading::platform},
    {"osdescription", Heading::system},
    {"os", Heading::system},
}};

// "Application name" and "ApplicationName_loc" are one column.
std::optional<Heading> headingFrom(std::string_view written)
{
    std::string plain;
    for (const char letter : text::fold(text::trim(written))) {
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
            plain += letter;
        }
    }
    const auto found =
        std::find_if(headings.begin(), headings.end(), [&](const auto& each) { return each.first == plain; });
    return found == headings.end() ? std::nullopt : std::optional(found->second);
}

using Places = std::array<std::optional<std::size_t>, static_cast<std::size_t>(Heading::count)>;

std::string_view fieldAt(const std::vector<std::string>& fields, const Places& places, Heading heading)
{
    const auto& place = places[static_cast<std::size_t>(heading)];
    return place && *place < fields.size() ? text::trim(fields[*place]) : std::string_view{};
}

}   // namespace

ReadCounts readIntuneCsv(std::string_view text, const ReadTarget& target)
{
    ReadCounts counts{text.size(), 0};
    CsvReader reader(text);
    std::vector<std::string> fields;
    Places places;
    if (!reader.next(fields)) {
        target.faults.add(target.file, 0, "the table is empty");
        return counts;
    }
    for (std::size_t index = 0; index < fields.size(); ++index) {
        if (const auto heading = headingFrom(fields[index])) {
            auto& place = places[static_cast<std::size_t>(*heading)];
            place = place ? place : std::optional(index);
        }
    }
    const auto has = [&](Heading heading) { return places[static_cast<std::size_t>(heading)].has_value(); };
    if (!has(Heading::name)) {
        target.faults.add(target.file, 1, "no column names the application");
        return counts;
    }
    const bool perDevice = has(Heading::device) || has(Heading::deviceId);
    // A list over all devices shows what is somewhere, never that something is nowhere.
    const std::string everywhere = nameFromFile(target.file) + " (all devices)";
    const std::size_t columns = fields.size();
    while (reader.next(fields)) {
        if (fields.size() == 1 && text::trim(fields.front()).empty()) {
            continue;
        }
        std::string_view host = fieldAt(fields, places, Heading::device);
        host = host.empty() ? fieldAt(fields, places, Heading::deviceId) : host;
        host = perDevice ? host : std::string_view(everywhere);
        const std::string_view name = fieldAt(fields, places, Heading::name);
        if (fields.size() > columns || reader.brokenQuote() || name.empty() || host.empty()) {
            target.faults.add(target.file, reader.line(), "the row does not fit the columns");
            if (!host.empty() && perDevice && fields.size() <= columns) {
                target.rows.host(host).damaged = true;
            }
            continue;
        }
        ++counts.records;
        const std::string_view platform = fieldAt(fields, places, Heading::platform);
        const std::string_view description = fieldAt(fields, places, Heading::system);
        const auto system = systemFromWords(platform.empty() ? description : platform);
        if (!system && !(platform.empty() && description.empty())) {
            continue;   // a telephone
        }
        Row row;
        row.set(Column::name, name);
        row.set(Column::publisher, fieldAt(fields, places, Heading::publisher));
        row.set(Column::version, fieldAt(fields, places, Heading::version));
        row.set(Column::version, fieldAt(fields, places, Heading::shortVersion));
        HostRows& rows = target.rows.host(host);
        rows.system = system ? system : rows.system;
        const Table table = system == OsFamily::macos   ? Table::apps
                            : system == OsFamily::linux ? Table::debPackages
                                                        : Table::programs;
        rows.sawTable(table, perDevice ? Extent::whole : Extent::changes);
        target.rows.take(rows, table, Action::added, target.origin, row);
    }
    return counts;
}

}   // namespace offramp::fleet
