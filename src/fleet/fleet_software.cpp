// Source: Fleet's description of its interface (docs/REST API/rest-api.md): GET hosts/:id, hosts?populate_software,
// hosts/:id/software, software/versions and software/titles.
#include "fleet/json_documents.h"
#include "fleet/readers.h"

#include <initializer_list>

namespace offramp::fleet {

namespace {

using simdjson::dom::element;

class SoftwareReader {
public:
    explicit SoftwareReader(const ReadTarget& target) : m_target(target) {}

    // False when nothing in it is a host or a list of software.
    bool readDocument(const element& document)
    {
        if (document.is_array()) {
            bool any = false;
            forEachItem(document, [&](const element& each) { any = readDocument(each) || any; });
            return any;
        }
        if (const auto hosts = memberOf(document, {"hosts"}); hosts && hosts->is_array()) {
            forEachItem(*hosts, [&](const element& host) { readHost(host); });
            return true;
        }
        if (const auto host = memberOf(document, {"host"}); host && host->is_object()) {
            readHost(*host);
            return true;
        }
        if (!memberOf(document, {"software", "software_titles"})) {
            return false;
        }
        readHost(document);
        return true;
    }

    [[nodiscard]] std::uint64_t records() const { return m_records; }

private:
    void readHost(const element& value)
    {
        m_numbers.clear();
        std::string_view name =
            memberText(value, {"hostname", "computer_name", "display_name", "display_text", "uuid", "id"}, m_numbers);
        const std::string fromFile = nameFromFile(m_target.file);
        HostRows& host = m_target.rows.host(name.empty() ? std::string_view(fromFile) : name);
        const auto system = systemFromWords(memberText(value, {"platform"}, m_numbers));
        host.system = system ? system : systemFromWords(memberText(value, {"os_version", "platform_like"}, m_numbers));
        const auto software = memberOf(value, {"software", "software_titles"});
        if (!software || !software->is_array()) {
            return;   // an interface that was not asked for the software of its hosts
        }
        // A page of a longer list is not the whole list.
        bool more = false;
        if (const auto meta = memberOf(value, {"meta"})) {
            more = memberText(*meta, {"has_next_results"}, m_numbers) == "1";
        }
        forEachItem(*software,
                    [&](const element& item) { readItem(host, item, more ? Extent::changes : Extent::whole); });
    }

    void readItem(HostRows& host, const element& item, Extent extent)
    {
        m_numbers.clear();
        const auto table = tableFromString(memberText(item, {"source"}, m_numbers));
        if (!table) {
            return;
        }
        ++m_records;
        bool told = false;
        bool listsVersions = false;
        forEachMember(item, [&](std::string_view key, const element& value) {
            if (key == "installed_versions" || key == "versions") {
                listsVersions = true;
                forEachItem(value, [&](const element& version) {
                    readVersion(host, *table, item, &version, extent);
                    told = true;
                });
            }
        });
        // A title that is only offered has no installed version.
        if (!told && (!listsVersions || memberOf(item, {"version"}))) {
            readVersion(host, *table, item, nullptr, extent);
        }
    }

    void readVersion(HostRows& host, Table table, const element& item, const element* version, Extent extent)
    {
        m_row.clear();
        const auto take = [&](Column column, const element& from, std::initializer_list<std::string_view> names) {
            m_row.set(column, memberText(from, names, m_numbers));
        };
        take(Column::name, item, {"name"});
        take(Column::publisher, item, {"vendor", "publisher"});
        take(Column::identifier, item, {"bundle_identifier", "extension_id", "upgrade_code"});
        for (const element* from : {version, &item}) {
            if (from != nullptr) {
                take(Column::version, *from, {"version"});
                take(Column::bundleShortVersion, *from, {"bundle_short_version"});
                if (const auto paths = memberOf(*from, {"installed_paths"})) {
                    forEachItem(*paths, [&](const element& path) {
                        m_row.set(Column::installLocation, textOf(path, m_numbers));
                    });
                }
            }
        }
        host.sawTable(table, extent);
        m_target.rows.take(host, table, Action::added, m_target.origin, m_row);
    }

    const ReadTarget& m_target;
    Row m_row;
    NumberTexts m_numbers;
    std::uint64_t m_records = 0;
};

}   // namespace

ReadCounts readFleetSoftware(std::string_view text, const ReadTarget& target)
{
    SoftwareReader reader(target);
    forEachDocument(text, target.file, target.faults, [&](const element& document, std::uint64_t line) {
        if (!reader.readDocument(document)) {
            target.faults.add(target.file, line, "it is JSON, but no host and no list of software");
        }
    });
    return {text.size(), reader.records()};
}

}   // namespace offramp::fleet
