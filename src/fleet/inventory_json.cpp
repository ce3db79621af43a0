// Source: the inventory format of GLPI (inventory.schema.json), and what OCS' interface answers.
#include "fleet/inventory_rows.h"
#include "fleet/json_documents.h"

#include <initializer_list>

namespace offramp::fleet {

namespace {

using simdjson::dom::element;

class InventoryReader {
public:
    explicit InventoryReader(const ReadTarget& target) : m_target(target) {}

    // False when it holds no inventory of a computer.
    bool readDocument(const element& document, int depth = 0)
    {
        bool any = false;
        if (document.is_array()) {
            forEachItem(document, [&](const element& each) { any = readDocument(each, depth + 1) || any; });
            return any;
        }
        const auto content = memberOf(document, {"content", "CONTENT"});
        const element inventory = content ? *content : document;
        if (memberOf(inventory, {"softwares", "SOFTWARES", "software", "hardware", "HARDWARE", "antivirus"})) {
            m_numbers.clear();
            const std::string_view type = memberText(document, {"itemtype"}, m_numbers);
            if (!type.empty() && type != "Computer") {
                return false;
            }
            readInventory(document, inventory);
            return true;
        }
        // OCS answers with the computers by their number.
        constexpr int deepest = 2;
        forEachMember(document, [&](std::string_view, const element& value) {
            if (depth < deepest && (value.is_object() || value.is_array())) {
                any = readDocument(value, depth + 1) || any;
            }
        });
        return any;
    }

    [[nodiscard]] std::uint64_t records() const { return m_records; }

private:
    void fill(InventorySection section, const element& entry)
    {
        m_row.clear();
        forEachMember(entry, [&](std::string_view key, const element& value) {
            setField(m_row, section, key, textOf(value, m_numbers));
        });
    }

    void readInventory(const element& document, const element& inventory)
    {
        std::string name;
        std::string system;
        const auto about = [&](InventorySection section, std::initializer_list<std::string_view> names) {
            auto found = memberOf(inventory, names);
            if (found) {
                const element list = *found;
                forEachItem(list, [&](const element& each) { found = each; });
            }
            if (found) {
                fill(section, *found);
                if (section == InventorySection::hardware) {
                    name = m_row[Column::name];
                } else {
                    system.append(" ").append(m_row[Column::name]);
                }
                system.append(" ").append(m_row[Column::description]);
            }
        };
        about(InventorySection::hardware, {"hardware", "HARDWARE"});
        about(InventorySection::operatingSystem, {"operatingsystem", "OPERATINGSYSTEM", "operating_system"});
        if (name.empty()) {
            name = hostOfDevice(memberText(document, {"deviceid", "DEVICEID"}, m_numbers));
        }
        HostRows& host = m_target.rows.host(name.empty() ? nameFromFile(m_target.file) : name);
        host.system = systemFromWords(system);
        const bool partial = memberText(document, {"partial"}, m_numbers) == "1";
        forEachMember(inventory, [&](std::string_view key, const element& value) {
            const auto section = sectionFromName(key);
            if (!section || *section == InventorySection::hardware || *section == InventorySection::operatingSystem) {
                return;
            }
            const auto take = [&](const element& entry) {
                m_numbers.clear();
                fill(*section, entry);
                ++m_records;
                takeEntry(host, *section, m_row, partial ? Extent::changes : Extent::whole, m_target);
            };
            if (value.is_object()) {
                take(value);
            } else {
                forEachItem(value, take);
            }
        });
    }

    const ReadTarget& m_target;
    Row m_row;
    NumberTexts m_numbers;
    std::uint64_t m_records = 0;
};

}   // namespace

ReadCounts readInventoryJson(std::string_view text, const ReadTarget& target)
{
    InventoryReader reader(target);
    forEachDocument(text, target.file, target.faults, [&](const element& document, std::uint64_t line) {
        if (!reader.readDocument(document)) {
            target.faults.add(target.file, line, "it is JSON, but no inventory of a computer");
        }
    });
    return {text.size(), reader.records()};
}

}   // namespace offramp::fleet
