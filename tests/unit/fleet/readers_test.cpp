#include "fleet/csv_reader.h"
#include "fleet/format.h"
#include "fleet/readers.h"
#include "fleet/xml_reader.h"
#include "support/effort.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace offramp;
using namespace offramp::fleet;

namespace {

using Reader = ReadCounts (*)(std::string_view, const ReadTarget&);

struct Reading {
    Reading(Reader reader, std::string_view text) : rows(nullptr) { counts = reader(text, {rows, faults, file, {}}); }
    // "name version" of everything one computer has, in the order it was told.
    std::vector<std::string> of(const std::string& host)
    {
        std::vector<std::string> lines;
        for (const Evidence& evidence : rows.host(host).settle()) {
            const std::string& name = evidence.name.empty() ? evidence.id : evidence.name;
            lines.push_back(std::string(toString(evidence.kind)) + " " + name + " " + evidence.version);
        }
        return lines;
    }
    const TableState& table(const std::string& host, Table table) { return rows.host(host).table(table); }

    std::string file = "lists/laptop.json";
    FleetRows rows;
    Faults faults;
    ReadCounts counts;
};

using Lines = std::vector<std::string>;

}   // namespace

TEST_CASE("Fleet tells one host, many hosts, or only the software of one")
{
    const std::string software =
        R"([{"id":1,"name":"Example Suite","version":"1.2","source":"programs","vendor":"Example","installed_paths":["C:\\E"]},)"
        R"({"name":"libx","version":2,"source":"deb_packages"},{"name":"left-pad","version":"1","source":"npm_packages"}])";
    Reading one(readFleetSoftware, R"({"host":{"hostname":"a","platform":"windows","software":)" + software + "}}");
    CHECK(one.of("a") == Lines{"program Example Suite 1.2", "package libx 2"});
    CHECK(one.rows.host("a").system == OsFamily::windows);
    CHECK(one.table("a", Table::programs).whole);
    Reading many(readFleetSoftware, R"({"hosts":[{"computer_name":"b","platform":"ubuntu","software":)" + software
                                        + R"(},{"display_name":"c","software":null}]})");
    CHECK(many.of("b").size() == 2);
    CHECK(many.rows.size() == 2);
    CHECK_FALSE(many.table("c", Table::programs).seen);
    Reading alone(
        readFleetSoftware,
        R"({"count":9,"meta":{"has_next_results":true},"software":[)"
        R"({"name":"Example","source":"programs","installed_versions":[{"version":"1","installed_paths":[]},{"version":"2"}]},)"
        R"({"name":"Offered","source":"programs","installed_versions":null,"version":null}]})");
    CHECK(alone.of("laptop") == Lines{"program Example 1", "program Example 2"});
    CHECK_FALSE(alone.table("laptop", Table::programs).whole);
    Reading wrong(readFleetSoftware, R"({"error":"none"} {"host":)");
    CHECK(wrong.faults.count() == 2);
}

TEST_CASE("JSON that breaks off is told, and what stands after it is read")
{
    const std::string good = R"({"host":{"hostname":"a","software":[{"name":"A","source":"programs"}]}})";
    for (const std::string broken : {R"({"host":{"hostname":"b","software":[)", R"({"host":{"hostname":"b)",
                                     R"({"host":{"hostname":"b\)", R"({"host":}})", R"(x)"}) {
        INFO(broken);
        Reading read(readFleetSoftware, broken + "\n" + good + "\n");
        CHECK(read.of("a") == Lines{"program A "});
        REQUIRE(read.faults.count() == 1);
        CHECK(read.faults.located().front().line == 1);
    }
    // The one that broke off is written over several lines, and so is the one after it.
    const std::string pretty = "{\n  \"host\": {\n    \"hostname\": \"a\",\n    \"software\": [\n      {\n"
                               "        \"name\": \"A\", \"source\": \"programs\"\n      }\n    ]\n  }\n}\n";
    Reading several(readFleetSoftware, "{\n  \"host\": {\n    \"hostname\": \"b\",\n" + pretty + pretty);
    CHECK(several.of("a") == Lines{"program A "});
    CHECK(several.faults.count() == 1);
}

TEST_CASE("damaged JSON costs no more time than it is long")
{
    const auto times = [](const std::string& piece, int count) {
        std::string text;
        for (int index = 0; index < count; ++index) {
            text += piece;
        }
        return text;
    };
    for (const std::string piece : {"{\"software\":[\n", "[\n", "{}{\n", "{\"a\n", "{\n\"", "[}\n"}) {
        INFO(piece);
        const auto work = [&](int count) { Reading(readFleetSoftware, times(piece, count)); };
        CHECK(effortRatio(4000, 32000, work) < 32);   // 8 where it grows as the text does, 64 where as its square
    }
    const auto nested = [&](int count) { Reading(readFleetSoftware, times("[\n", count) + times("]", count)); };
    CHECK(effortRatio(4000, 32000, nested) < 32);
}

TEST_CASE("very many versions of one program are told apart without comparing each with all the others")
{
    const auto work = [](int count) {
        std::string versions;
        for (int index = 0; index < count; ++index) {
            versions += (index == 0 ? "" : ",") + (R"({"version":")" + std::to_string(index) + R"("})");
        }
        Reading read(readFleetSoftware,
                     R"({"hostname":"a","software":[{"name":"A","source":"programs","versions":[)" + versions + "]}]}");
        REQUIRE(read.of("a").size() == static_cast<std::size_t>(count));
    };
    CHECK(effortRatio(1000, 8000, work) < 32);
}

TEST_CASE("a text no name can be as long as is cut between its letters")
{
    std::string name = "A";
    while (name.size() <= longestText) {
        name += "\u00e9";
    }
    Reading read(readFleetSoftware, R"({"hostname":"a","software":[{"source":"programs","name":")" + name + R"("}]})");
    const std::string kept = read.rows.host("a").settle().front().name;
    CHECK(kept.size() == longestText - 1);
    CHECK(name.starts_with(kept));
}

TEST_CASE("an inventory in XML is read whatever stands first in it")
{
    Reading read(
        readInventoryXml,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<REQUEST><!-- x --><CONTENT>\n"
        "<SOFTWARES><NAME>A &amp; B &#233;</NAME><VERSION>1</VERSION><FROM>registry</FROM><COMMENTS>c</COMMENTS>"
        "<GUID>{X}</GUID></SOFTWARES>\n<SOFTWARES><NAME><![CDATA[C <D>]]></NAME><FROM>deb</FROM></SOFTWARES>\n"
        "<ANTIVIRUS><NAME>Guard</NAME><ENABLED>1</ENABLED><UPTODATE>0</UPTODATE></ANTIVIRUS>\n"
        "<HARDWARE><NAME>desk</NAME><OSNAME>Microsoft Windows 11</OSNAME></HARDWARE>\n"
        "</CONTENT><DEVICEID>other-2026-01-01-10-00-00</DEVICEID></REQUEST>");
    CHECK(read.of("desk") == Lines{"program A & B \u00e9 1", "package C <D> ", "securityProduct Guard "});
    CHECK(read.rows.host("desk").system == OsFamily::windows);
    CHECK(read.faults.count() == 0);
    Reading device(readInventoryXml, "<REQUEST><DEVICEID>pc-2026-01-01-10-00-00</DEVICEID><CONTENT>"
                                     "<SOFTWARES><NAME>A</NAME></SOFTWARES></CONTENT></REQUEST>");
    CHECK(device.of("pc") == Lines{"program A "});
}

TEST_CASE("a broken inventory keeps what was read and says that it is not complete")
{
    Reading read(readInventoryXml, "<REQUEST><CONTENT><HARDWARE><NAME>desk</NAME></HARDWARE>\n"
                                   "<SOFTWARES><NAME>A</NAME></SOFTWARES>\n<SOFTWARES><NAME>B</NA");
    CHECK(read.of("desk") == Lines{"program A "});
    CHECK(read.rows.host("desk").damaged);
    REQUIRE(read.faults.count() == 1);
    CHECK(read.faults.located().front().line == 3);
    CHECK(Reading(readInventoryXml, "<html></html>").faults.count() == 1);
    CHECK(Reading(readInventoryXml, "<a><b></a></b>").faults.count() >= 1);
}

TEST_CASE("an inventory by OCS is read as its agents write it")
{
    Reading windows(readInventoryXml,
                    "<REQUEST><CONTENT><SOFTWARES><PUBLISHER>N/A</PUBLISHER><NAME>A</NAME><VERSION>N/A</VERSION>"
                    "<FOLDER>N/A</FOLDER><SOURCE>1</SOURCE><GUID>{X}</GUID></SOFTWARES>"
                    "<HARDWARE><NAME>desk</NAME><DESCRIPTION>next to the linux server</DESCRIPTION>"
                    "<OSNAME>Microsoft Windows 11 Pro</OSNAME></HARDWARE></CONTENT></REQUEST>");
    CHECK(windows.of("desk") == Lines{"program A "});
    CHECK(windows.rows.host("desk").system == OsFamily::windows);
    Reading mac(readInventoryXml, "<REQUEST><CONTENT><HARDWARE><NAME>mac</NAME><DESCRIPTION>windows, soon</DESCRIPTION>"
                                  "<OSNAME>Mac OS X</OSNAME></HARDWARE><SOFTWARES><NAME>Unknown</NAME>"
                                  "<VERSION>unknown</VERSION><FOLDER>/Applications/Unknown.app</FOLDER></SOFTWARES>"
                                  "</CONTENT></REQUEST>");
    CHECK(mac.of("mac") == Lines{"app Unknown "});
    CHECK(mac.rows.host("mac").system == OsFamily::macos);
    Reading empty(readInventoryXml, "<REQUEST><CONTENT><HARDWARE><NAME>pc</NAME></HARDWARE></CONTENT></REQUEST>");
    CHECK(empty.faults.count() == 0);
    CHECK(empty.rows.size() == 1);
    Reading prologue(readInventoryXml, "<REQUEST><DEVICEID>pc-2026-01-01-10-00-00</DEVICEID></REQUEST>");
    CHECK(prologue.faults.count() == 1);
}

TEST_CASE("an inventory in JSON is read by either spelling, and one of a printer is none")
{
    const std::string entry = R"([{"name":"A","version":3,"from":"rpm"},{"name":"S","from":"snap"}])";
    Reading glpi(readInventoryJson, R"({"deviceid":"pc-2026-01-01-10-00-00","itemtype":"Computer","content":)"
                                    R"({"operatingsystem":{"full_name":"Fedora Linux"},"softwares":)"
                                        + entry + "}}");
    CHECK(glpi.of("pc") == Lines{"package A 3"});
    CHECK(glpi.rows.host("pc").system == OsFamily::linux);
    Reading ocs(readInventoryJson, R"({"12":{"hardware":[{"NAME":"desk","OSNAME":"Windows 10"}],"softwares":)"
                                   R"([{"NAME":"B","PUBLISHER":"Example","VERSION":"1","GUID":"{X}"}]}})");
    CHECK(ocs.of("desk") == Lines{"program B 1"});
    Reading part(readInventoryJson, R"({"deviceid":"pc","partial":true,"content":{"softwares":)" + entry + "}}");
    CHECK_FALSE(part.table("pc", Table::rpmPackages).whole);
    Reading printer(readInventoryJson, R"({"itemtype":"Printer","content":{"hardware":{"name":"p"}}})");
    CHECK(printer.faults.count() == 1);
    CHECK(printer.rows.size() == 0);
}

TEST_CASE("Wazuh is read from its interface, its indexer and its events")
{
    Reading interface(
        readWazuh, R"({"data":{"affected_items":[)"
                   R"({"agent_id":"001","name":"Example","version":"1","vendor":"E","format":"win","location":" "},)"
                   R"({"agent_id":"002","name":"libx","version":"2","format":"deb"},)"
                   R"({"agent_id":"002","local":{"port":22},"protocol":"tcp"}],"total_affected_items":3},"error":0})");
    CHECK(interface.of("001") == Lines{"program Example 1"});
    CHECK(interface.of("002") == Lines{"package libx 2"});
    CHECK(interface.faults.count() == 0);
    CHECK(interface.table("001", Table::programs).whole);
    Reading page(
        readWazuh,
        R"({"data":{"affected_items":[{"agent_id":"1","name":"E","format":"rpm"}],"total_affected_items":900}})");
    CHECK_FALSE(page.table("1", Table::rpmPackages).whole);
    Reading indexer(
        readWazuh,
        R"({"hits":{"hits":[{"_source":{"agent":{"id":"7","name":"mac"},"package":{"name":"Example","version":"1","type":"pkg","path":"/Applications/Example.app","description":"org.example"}}},)"
        R"({"_source":{"agent":{"name":"pc"},"service":{"id":"avc","name":"AVC","state":"RUNNING","start_type":"AUTO_START"}}}]}})");
    CHECK(indexer.of("mac") == Lines{"app Example 1"});
    CHECK(indexer.rows.host("pc").table(Table::services).rows == 1);
    Reading events(
        readWazuh,
        R"({"agent":{"name":"pc"},"data":{"type":"dbsync_packages","operation_type":"INSERTED","program":{"name":"A","version":"1","format":"win"}}})"
        "\n"
        R"({"agent":{"name":"pc"},"data":{"type":"dbsync_packages","operation_type":"INSERTED","program":{"name":"B","version":"1","format":"win"}}})"
        "\n"
        R"({"agent":{"name":"pc"},"data":{"type":"dbsync_packages","operation_type":"DELETED","program":{"name":"A","version":"1","format":"win"}}})"
        "\nbroken\n");
    CHECK(events.of("pc") == Lines{"program B 1"});
    CHECK_FALSE(events.table("pc", Table::programs).whole);
    CHECK(events.faults.count() == 1);
    CHECK(events.faults.located().front().line == 4);
}

TEST_CASE("Wazuh's alerts about programs are read from a search, the newest first as it answers")
{
    Reading alerts(
        readWazuh,
        R"({"took":3,"hits":{"total":{"value":3,"relation":"eq"},"hits":[)"
        R"({"_index":"wazuh-alerts","_source":{"timestamp":"2026-02-25T10:00:00.000+0000","agent":{"id":"001","name":"pc"},"data":{"type":"dbsync_packages","operation_type":"INSERTED","program":{"name":"B","version":"2","format":"win"}}}},)"
        R"({"_index":"wazuh-alerts","_source":{"timestamp":"2026-02-24T10:00:00.000+0000","agent":{"id":"001","name":"pc"},"data":{"type":"dbsync_packages","operation_type":"DELETED","program":{"name":"B","version":"2","format":"win"}}}},)"
        R"({"_index":"wazuh-alerts","_source":{"timestamp":"2026-02-23T10:00:00.000+0000","agent":{"id":"001","name":"pc"},"data":{"type":"dbsync_packages","operation_type":"INSERTED","program":{"name":"A","version":"1","format":"win"}}}}]}})");
    CHECK(alerts.faults.count() == 0);
    CHECK(alerts.of("pc") == Lines{"program A 1", "program B 2"});
    CHECK_FALSE(alerts.table("pc", Table::programs).whole);
    // Ten of nine hundred are no list of what is installed.
    Reading page(
        readWazuh,
        R"({"hits":{"total":{"value":900,"relation":"eq"},"hits":[{"_source":{"agent":{"name":"pc"},"package":{"name":"E","version":"1","type":"rpm"}}}]}})");
    CHECK(page.of("pc") == Lines{"package E 1"});
    CHECK_FALSE(page.table("pc", Table::rpmPackages).whole);
}

TEST_CASE("a table of discovered apps is read with any separator and in any order of columns")
{
    Reading read(readIntuneCsv, "Device name;Application version;Application name;Platform\r\n"
                                "pc;1.0;\"Example; \"\"Plus\"\"\r\nline\";Windows\r\n"
                                "phone;1;App;iOS\r\n"
                                "mac;2;Example;macOS\r\n"
                                "too;many;fields;in;this;row\r\n\r\n"
                                "pc;1;;Windows\r\n");
    CHECK(read.of("pc") == Lines{"program Example; \"Plus\"\r\nline 1.0"});
    CHECK(read.of("mac") == Lines{"app Example 2"});
    CHECK(read.rows.size() == 2);
    CHECK(read.rows.host("pc").damaged);
    REQUIRE(read.faults.count() == 2);
    CHECK(read.faults.located()[0].line == 6);
    CHECK(read.faults.located()[1].line == 8);
    Reading counted(readIntuneCsv,
                    "ApplicationKey,ApplicationName,ApplicationVersion,DeviceCount,Platform\n1,Example,2,7,Windows\n");
    CHECK(counted.of("laptop (all devices)") == Lines{"program Example 2"});
    CHECK_FALSE(counted.table("laptop (all devices)", Table::programs).whole);
    CHECK(Reading(readIntuneCsv, "a,b\n1,2\n").faults.count() == 1);
}

TEST_CASE("what a file is from is seen at its beginning")
{
    CHECK(recognise(R"({"name":"programs","hostIdentifier":"pc"})") == Format::osquery);
    CHECK(recognise("\xEF\xBB\xBF [ {\"columns\":{}}]") == Format::osquery);
    CHECK(recognise(R"({"host":{"software":[]}})") == Format::fleet);
    CHECK(recognise(R"({"data":{"affected_items":[]}})") == Format::wazuh);
    CHECK(recognise(R"({"deviceid":"x","content":{}})") == Format::glpi);
    CHECK(recognise("<?xml version=\"1.0\"?><REQUEST>") == Format::glpi);
    CHECK(recognise("ApplicationKey,ApplicationName\n") == Format::intune);
    CHECK(recognise(std::string("\xFF\xFE"
                                "A\0p\0p\0l\0i\0c\0a\0t\0i\0o\0n\0N\0a\0m\0e\0,\0D\0",
                                36))
          == Format::intune);
    CHECK(recognise("REGEDIT4\r\n") == Format::registry);
    CHECK(recognise("hello") == std::nullopt);
    CHECK(recognise("") == std::nullopt);
    CHECK(recognise("{}") == std::nullopt);
}

TEST_CASE("XML is passed over where it says nothing, and its text is whole")
{
    XmlReader reader("<!DOCTYPE x><a b='>'><c/> t &lt;&#x41;&bogus;& </a>");
    CHECK(reader.next() == XmlReader::Event::open);
    CHECK(reader.name() == "a");
    CHECK(reader.next() == XmlReader::Event::open);
    CHECK(reader.next() == XmlReader::Event::close);
    CHECK(reader.name() == "c");
    CHECK(reader.next() == XmlReader::Event::text);
    CHECK(reader.text() == "t <A&bogus;&");
    CHECK(reader.next() == XmlReader::Event::close);
    CHECK(reader.next() == XmlReader::Event::end);
    CHECK(XmlReader("<a").next() == XmlReader::Event::broken);
}

TEST_CASE("a quote that does not end is told")
{
    CsvReader reader("a,b\n\"x,y\n");
    std::vector<std::string> fields;
    REQUIRE(reader.next(fields));
    REQUIRE(reader.next(fields));
    CHECK(reader.brokenQuote());
    CHECK_FALSE(reader.next(fields));
}
