// Source: the XML that GLPI, FusionInventory and OCS agents send, as GLPI's own converter reads it.
#include "base/text.h"
#include "fleet/inventory_rows.h"
#include "fleet/xml_reader.h"

#include <utility>
#include <vector>

namespace offramp::fleet {

namespace {

// One inventory. Its name and system may stand behind its programs, so entries wait until it ends.
class Inventory {
public:
    struct Field {
        std::string name;
        std::string text;
    };
    struct Entry {
        InventorySection section;
        std::vector<Field> fields;
    };

    void add(Entry entry)
    {
        if (entry.section == InventorySection::hardware || entry.section == InventorySection::operatingSystem) {
            Row row;
            for (const Field& field : entry.fields) {
                setField(row, entry.section, field.name, field.text);
            }
            if (entry.section == InventorySection::hardware) {
                m_name = row[Column::name];
            } else {
                m_system.append(" ").append(row[Column::name]);
            }
            m_system.append(" ").append(row[Column::description]);
            return;
        }
        m_entries.push_back(std::move(entry));
    }

    std::string device;

    // Gives everything to the rows and begins anew. Returns how many entries it had, the computer's own included.
    std::size_t finish(const ReadTarget& target, bool damaged)
    {
        if (m_entries.empty() && m_name.empty() && device.empty()) {
            return 0;
        }
        std::string name = m_name.empty() ? std::string(hostOfDevice(device)) : m_name;
        HostRows& host = target.rows.host(name.empty() ? nameFromFile(target.file) : name);
        host.system = systemFromWords(m_system);
        host.damaged = host.damaged || damaged;
        const std::size_t count = m_entries.size() + (m_name.empty() ? 0 : 1);
        for (const Entry& entry : m_entries) {
            Row row;
            for (const Field& field : entry.fields) {
                setField(row, entry.section, field.name, field.text);
            }
            takeEntry(host, entry.section, row, Extent::whole, target);
        }
        *this = Inventory{};
        return count;
    }

private:
    std::vector<Entry> m_entries;
    std::string m_name;
    std::string m_system;
};

}   // namespace

ReadCounts readInventoryXml(std::string_view text, const ReadTarget& target)
{
    XmlReader reader(text);
    Inventory inventory;
    ReadCounts counts{text.size(), 0};
    std::vector<std::string_view> open;
    std::size_t sectionDepth = 0;   // 0: in no section
    Inventory::Entry entry{InventorySection::software, {}};
    constexpr std::size_t deepest = 1000;
    for (;;) {
        const XmlReader::Event event = reader.next();
        if (event == XmlReader::Event::end || event == XmlReader::Event::broken || open.size() > deepest) {
            const bool broken = event != XmlReader::Event::end || !open.empty();
            if (broken) {
                target.faults.add(target.file, reader.line(), "the XML is broken or ends here too early");
            }
            counts.records += inventory.finish(target, broken);
            break;
        }
        if (event == XmlReader::Event::open) {
            open.push_back(reader.name());
            if (sectionDepth == 0) {
                if (const auto section = sectionFromName(reader.name())) {
                    sectionDepth = open.size();
                    entry = {*section, {}};
                }
            }
        } else if (event == XmlReader::Event::text) {
            if (sectionDepth != 0 && open.size() == sectionDepth + 1) {
                entry.fields.push_back({std::string(open.back()), reader.text()});
            } else if (!open.empty() && text::equalsFolded(open.back(), "deviceid")) {
                inventory.device = reader.text();
            }
        } else if (event == XmlReader::Event::close) {
            if (open.empty() || open.back() != reader.name()) {
                target.faults.add(target.file, reader.line(), "the XML is broken: elements do not close in order");
                counts.records += inventory.finish(target, true);
                break;
            }
            if (open.size() == sectionDepth) {
                inventory.add(std::move(entry));
                entry = {InventorySection::software, {}};
                sectionDepth = 0;
            }
            open.pop_back();
            if (text::equalsFolded(reader.name(), "request")) {
                counts.records += inventory.finish(target, false);
            }
        }
    }
    if (counts.records == 0) {
        target.faults.add(target.file, 0, "it is XML, but no inventory of a computer");
    }
    return counts;
}

}   // namespace offramp::fleet
