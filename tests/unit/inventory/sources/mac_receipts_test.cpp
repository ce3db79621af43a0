#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"
#include "tests/unit/inventory/sources/mac_support.h"

#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::sources;

namespace {

const std::string coreReceipt =
    propertyListOf(textFields({{"PackageIdentifier", "com.kaspersky.kav.core"}, {"PackageVersion", "12.1.0.553"}})
                   + "<key>InstallDate</key><date>2023-11-14T22:13:20Z</date>");

}   // namespace

TEST_CASE("an installer receipt gives package, version and day")
{
    FakeHost host(OsFamily::macos);
    host.addFile("/private/var/db/receipts/com.kaspersky.kav.core.plist", coreReceipt);
    host.addFile("/private/var/db/receipts/com.kaspersky.kav.core.bom", "BOM");
    // A live Mac shows the same folder under both names.
    host.addFile("/var/db/receipts/com.kaspersky.kav.core.plist", coreReceipt);
    const SourceReport report = readMacReceipts(host, {});
    CHECK(report.coverage == Coverage::complete);
    REQUIRE(report.evidence.size() == 1);
    const Evidence& evidence = report.evidence.front();
    CHECK(evidence.kind == EvidenceKind::receipt);
    CHECK(evidence.id == "com.kaspersky.kav.core");
    CHECK(evidence.version == "12.1.0.553");
    REQUIRE(evidence.installedOn);
    CHECK(toString(*evidence.installedOn) == "2023-11-14");
}

TEST_CASE("receipts under the short name and receipts of old systems are read")
{
    FakeHost host(OsFamily::macos);
    host.addFile("/var/db/receipts/com.kaspersky.kav.oas.plist", coreReceipt);
    host.addFile("/Library/Receipts/kav.pkg/Contents/Info.plist",
                 propertyListOf(textFields(
                     {{"CFBundleIdentifier", "com.kaspersky.kav.webav"}, {"CFBundleShortVersionString", "8.0"}})));
    const SourceReport report = readMacReceipts(host, {});
    CHECK(report.coverage == Coverage::complete);
    REQUIRE(report.evidence.size() == 2);
    CHECK(report.evidence[1].id == "com.kaspersky.kav.webav");
    CHECK(report.evidence[1].version == "8.0");
}

TEST_CASE("a damaged receipt is still named by its file")
{
    FakeHost host(OsFamily::macos);
    host.addFile("/private/var/db/receipts/com.kaspersky.kav.core.plist", "bplist00garbage");
    host.addFile("/private/var/db/receipts/com.kaspersky.kav.oas.plist", "");
    const SourceReport report = readMacReceipts(host, {});
    CHECK(report.coverage == Coverage::partial);
    REQUIRE(report.evidence.size() == 2);
    CHECK(report.evidence[0].id == "com.kaspersky.kav.core");
    CHECK(report.evidence[1].id == "com.kaspersky.kav.oas");
}

TEST_CASE("no receipts are an answer, refused receipts are not")
{
    FakeHost host(OsFamily::macos);
    CHECK(readMacReceipts(host, {}).coverage == Coverage::complete);
    host.addFile("/private/var/db/receipts/com.kaspersky.kav.core.plist", coreReceipt);
    host.deny("/private/var/db");
    CHECK(readMacReceipts(host, {}).coverage == Coverage::denied);
}
