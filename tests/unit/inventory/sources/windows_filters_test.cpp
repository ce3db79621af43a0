#include "inventory/sources/windows_filters.h"

#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

std::string wide(std::string_view ascii)
{
    std::string bytes;
    for (const char letter : ascii) {
        bytes += letter;
        bytes += '\0';
    }
    return bytes;
}

const std::string classes = R"(HKLM\SYSTEM\CurrentControlSet\Control\Class\)";

}   // namespace

TEST_CASE("the display name inside stored bytes is found at even and odd places")
{
    const std::string name = wide("Kaspersky Lab WFP Provider");
    CHECK(sources::displayNameIn("").empty());
    CHECK(sources::displayNameIn("\x01").empty());
    CHECK(sources::displayNameIn(std::string(16, '\0') + name + std::string(2, '\0') + wide("more text"))
          == "Kaspersky Lab WFP Provider");
    CHECK(sources::displayNameIn(std::string(15, '\0') + name) == "Kaspersky Lab WFP Provider");
    CHECK(sources::displayNameIn(std::string(64, '\x01')).empty());
}

TEST_CASE("filters, adapters and policies are read from their places")
{
    FakeHost host(OsFamily::windows);
    host.addText(classes + "{4d36e96b-e325-11ce-bfc1-08002be10318}", "Class", "Keyboard");
    host.addTexts(classes + "{4d36e96b-e325-11ce-bfc1-08002be10318}", "UpperFilters", {"klkbdflt", "kbdclass"});
    host.addText(classes + "{other}", "LowerFilters", "single");
    const std::string adapter = classes + R"({4d36e972-e325-11ce-bfc1-08002be10318}\0007)";
    host.addText(adapter, "DriverDesc", "Kaspersky Security Data Escort Adapter");
    host.addText(adapter, "ComponentId", "kltap");
    host.addKey(classes + R"({4d36e972-e325-11ce-bfc1-08002be10318}\Properties)");
    host.denyKey(classes + R"({4d36e972-e325-11ce-bfc1-08002be10318}\Properties)");
    const std::string filter =
        R"(HKLM\SYSTEM\CurrentControlSet\Control\Network\{4d36e974-e325-11ce-bfc1-08002be10318}\{1})";
    host.addText(filter, "Description", "Kaspersky Anti-Virus NDIS 6 Filter");
    host.addBytes(R"(HKLM\SYSTEM\CurrentControlSet\Services\BFE\Parameters\Policy\Persistent\Provider)", "{2}",
                  std::string(8, '\0') + wide("Kaspersky Lab WFP Provider"));
    const SourceReport report = sources::readWindowsFilters(host, {});
    REQUIRE(report.evidence.size() == 6);
    CHECK(report.evidence[0].id == "klkbdflt");
    CHECK(report.evidence[0].location == "Keyboard");
    CHECK(report.evidence[0].readFrom.ends_with("\\UpperFilters"));
    CHECK(report.evidence[2].id == "single");
    CHECK(report.evidence[3].kind == EvidenceKind::networkAdapter);
    CHECK(report.evidence[3].id == "kltap");
    CHECK(report.evidence[4].name == "Kaspersky Anti-Virus NDIS 6 Filter");
    CHECK(report.evidence[5].name == "Kaspersky Lab WFP Provider");
    CHECK(report.coverage == Coverage::complete);
}

TEST_CASE("a closed policy makes the report partial and leaves the rest")
{
    FakeHost host(OsFamily::windows);
    host.addTexts(classes + "{1}", "UpperFilters", {"a"});
    host.denyKey(R"(HKLM\SYSTEM\CurrentControlSet\Services\BFE)");
    const SourceReport report = sources::readWindowsFilters(host, {});
    CHECK(report.coverage == Coverage::partial);
    CHECK(report.evidence.size() == 1);
}
