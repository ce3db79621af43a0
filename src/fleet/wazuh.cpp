// Sources: Wazuh's description of its interface (syscollector) and of the fields of its inventory indices.
#include "base/text.h"
#include "fleet/json_documents.h"
#include "fleet/readers.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace offramp::fleet {

namespace {

using simdjson::dom::element;

std::optional<Table> packageTable(std::string_view format)
{
    static constexpr std::array<std::pair<std::string_view, Table>, 6> formats{{
        {"win", Table::programs},
        {"deb", Table::debPackages},
        {"rpm", Table::rpmPackages},
        {"pacman", Table::pacmanPackages},
        {"pkg", Table::apps},
        {"apk", Table::debPackages},
    }};
    for (const auto& [word, table] : formats) {
        if (text::equalsFolded(format, word)) {
            return table;
        }
    }
    return std::nullopt;
}

class SyscollectorReader {
public:
    explicit SyscollectorReader(const ReadTarget& target) : m_target(target) {}

    // False when it holds no item of an inventory.
    bool readDocument(const element& document)
    {
        if (document.is_array()) {
            return readList(document, Extent::whole);
        }
        if (const auto answer = memberOf(document, {"hits"})) {
            if (const auto hits = memberOf(*answer, {"hits"}); hits && hits->is_array()) {
                const auto total = memberOf(*answer, {"total"});
                const auto value = total ? memberOf(*total, {"value"}) : std::nullopt;
                static_cast<void>(readList(*hits, extentOf(*hits, value ? value : total)));
                return true;
            }
            return readDocument(*answer);
        }
        if (const auto source = memberOf(document, {"_source"})) {
            return readSource(*source, Extent::whole);
        }
        const auto data = memberOf(document, {"data"});
        const element holder = data ? *data : document;
        const auto items = memberOf(holder, {"affected_items", "items"});
        if (items && items->is_array()) {
            const auto total = memberOf(holder, {"total_affected_items", "totalItems"});
            static_cast<void>(readList(*items, extentOf(*items, total)));
            return true;
        }
        if (data && text::startsWithFolded(memberText(*data, {"type"}, m_numbers), "dbsync_")) {
            return readEvent(document, *data, memberText(*data, {"operation_type", "operation"}, m_numbers));
        }
        if (data && text::startsWithFolded(memberText(document, {"type"}, m_numbers), "dbsync_")) {
            return readEvent(document, *data, memberText(document, {"operation", "operation_type"}, m_numbers));
        }
        return readItem(document, Extent::whole);
    }

    [[nodiscard]] std::uint64_t records() const { return m_records; }

private:
    // A page of a longer list is not the whole list.
    static Extent extentOf(const element& list, const std::optional<element>& total)
    {
        std::uint64_t all = 0;
        const bool known = total && total->get(all) == simdjson::SUCCESS;
        std::size_t here = 0;
        forEachItem(list, [&](const element&) { ++here; });
        return known && all > here ? Extent::changes : Extent::whole;
    }

    bool readList(const element& list, Extent extent)
    {
        // A search answers with the newest first; what was removed later must come later. Items without a moment
        // keep their order.
        std::vector<std::pair<std::string_view, element>> items;
        forEachItem(list, [&](const element& each) {
            const auto source = memberOf(each, {"_source"});
            const element& item = source ? *source : each;
            std::string_view moment;
            if (const auto stamp = memberOf(item, {"timestamp", "@timestamp"});
                !stamp || stamp->get(moment) != simdjson::SUCCESS) {
                moment = {};
            }
            items.emplace_back(moment, item);
        });
        std::stable_sort(items.begin(), items.end(),
                         [](const auto& left, const auto& right) { return left.first < right.first; });
        bool any = false;
        for (const auto& item : items) {
            m_numbers.clear();
            any = readSource(item.second, extent) || any;
        }
        return any;
    }

    // A document of an index: an item of the inventory, or an alert about a change of it.
    bool readSource(const element& source, Extent extent)
    {
        if (const auto data = memberOf(source, {"data"});
            data && text::startsWithFolded(memberText(*data, {"type"}, m_numbers), "dbsync_")) {
            return readEvent(source, *data, memberText(*data, {"operation_type", "operation"}, m_numbers));
        }
        return readItem(source, extent);
    }

    HostRows& hostOf(const element& item)
    {
        std::string_view name;
        if (const auto agent = memberOf(item, {"agent"})) {
            name = agent->is_object() ? memberText(*agent, {"name", "id"}, m_numbers) : textOf(*agent, m_numbers);
        }
        if (name.empty()) {
            name = memberText(item, {"agent_name", "agent_id"}, m_numbers);
        }
        if (!name.empty()) {
            return m_target.rows.host(name);
        }
        return m_target.rows.host(nameFromFile(m_target.file));
    }

    // Members of the item, then those of what it is about: the interface writes them flat, the indexer nested.
    void fill(const element& item)
    {
        m_row.clear();
        for (const std::string_view part : {"package", "program", "service", "process"}) {
            if (const auto inner = memberOf(item, {part})) {
                forEachMember(*inner, [&](std::string_view key, const element& value) { set(key, value); });
            }
        }
        forEachMember(item, [&](std::string_view key, const element& value) { set(key, value); });
    }

    void set(std::string_view key, const element& value)
    {
        // An empty list or text is written as a blank.
        const std::string_view text = text::trim(textOf(value, m_numbers));
        if (key == "cmd" || key == "command_line") {
            m_row.set(Column::program, text);
        } else if (!text.empty()) {
            m_row.set(key, text);
        }
    }

    [[nodiscard]] std::optional<Table> tableOf(const element& item) const
    {
        if (memberOf(item, {"service"}) || m_row.has(Column::startType)) {
            return m_row[Column::name].ends_with(".service") || m_row[Column::id].ends_with(".service")
                       ? Table::systemdUnits
                       : Table::services;
        }
        // Of a package the interface calls the kind "format", the indexer "type".
        if (const auto table = packageTable(m_row.first(Column::source, Column::type))) {
            return table;
        }
        if (memberOf(item, {"pid", "ppid", "process"}) && (m_row.has(Column::program) || m_row.has(Column::name))) {
            return Table::processes;
        }
        return std::nullopt;
    }

    bool takeRow(HostRows& host, const element& item, Action action, Extent extent)
    {
        const auto table = tableOf(item);
        if (!table) {
            return false;
        }
        if (*table == Table::apps) {
            m_row.set(Column::identifier, m_row[Column::description]);   // of a Mac's program its bundle identifier
        }
        ++m_records;
        host.sawTable(*table, extent);
        m_target.rows.take(host, *table, action, m_target.origin, m_row);
        return true;
    }

    bool readItem(const element& item, Extent extent)
    {
        if (!item.is_object()) {
            return false;
        }
        fill(item);
        // Lists nobody asks about (ports, hot fixes, npm) are inventory too.
        const bool isItem = memberOf(item, {"scan", "scan_id", "agent_id", "agent"}).has_value();
        HostRows* const host = isItem || tableOf(item) ? &hostOf(item) : nullptr;
        return host != nullptr && (takeRow(*host, item, Action::added, extent) || isItem);
    }

    bool readEvent(const element& document, const element& data, std::string_view operation)
    {
        fill(data);
        HostRows& host = hostOf(document);
        const bool removed = text::equalsFolded(operation, "DELETED");
        // Every event has its moment in the order of the file.
        static_cast<void>(takeRow(host, data, removed ? Action::removed : Action::added, Extent::changes));
        return true;
    }

    ReadTarget m_target;
    Row m_row;
    NumberTexts m_numbers;
    std::uint64_t m_records = 0;
};

}   // namespace

ReadCounts readWazuh(std::string_view text, const ReadTarget& target)
{
    SyscollectorReader reader(target);
    forEachDocument(text, target.file, target.faults, [&](const element& document, std::uint64_t line) {
        if (!reader.readDocument(document)) {
            target.faults.add(target.file, line, "it is JSON, but no item of a syscollector inventory");
        }
    });
    return {text.size(), reader.records()};
}

}   // namespace offramp::fleet
