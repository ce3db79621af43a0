#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"
#include "tests/unit/inventory/sources/mac_support.h"

#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::sources;

namespace {

constexpr std::string_view databasePath = "/Library/SystemExtensions/db.plist";

std::string extension(const std::string& identifier, const std::string& state)
{
    return "<dict>"
           + textFields(
               {{"identifier", identifier},
                {"teamID", "2Y8XE5CQ94"},
                {"state", state},
                {"originPath", "/Applications/Kaspersky.app/Contents/Library/SystemExtensions/x.systemextension"}})
           + "<key>bundleVersion</key><dict>"
           + textFields({{"CFBundleShortVersionString", "24.1"}, {"CFBundleVersion", "9"}}) + "</dict></dict>";
}

std::string databaseOf(const std::string& extensions)
{
    return propertyListOf("<key>extensions</key><array>" + extensions + "</array>");
}

std::string kext(const std::string& identifier)
{
    return propertyListOf(textFields({{"CFBundleIdentifier", identifier}, {"CFBundleShortVersionString", "3.0"}}));
}

}   // namespace

TEST_CASE("system extensions are read with team, version and whether they run")
{
    FakeHost host(OsFamily::macos);
    host.addFile(databasePath,
                 databaseOf(extension("com.kaspersky.kav.sysext", "activated_enabled")
                            + extension("com.example.other", "terminated_waiting_to_uninstall_on_reboot")));
    const SourceReport report = readMacExtensions(host, {});
    CHECK(report.coverage == Coverage::complete);
    REQUIRE(report.evidence.size() == 2);
    const Evidence& evidence = report.evidence.front();
    CHECK(evidence.kind == EvidenceKind::systemExtension);
    CHECK(evidence.id == "com.kaspersky.kav.sysext");
    CHECK(evidence.name == "2Y8XE5CQ94.com.kaspersky.kav.sysext");
    CHECK(evidence.version == "24.1");
    CHECK(evidence.running == true);
    CHECK(evidence.presence == Presence::absent);
    CHECK(report.evidence[1].running == false);
}

TEST_CASE("kernel extensions of others are read, those of macOS are left alone")
{
    FakeHost host(OsFamily::macos);
    host.addFile("/Library/Extensions/klif.kext/Contents/Info.plist", kext("com.kaspersky.kext.klif"));
    host.addFile("/Library/Extensions/driver.kext/Contents/Info.plist", kext("com.apple.looks.like"));
    host.addFile("/System/Library/Extensions/klnke.kext/Contents/Info.plist", kext("com.kaspersky.nke"));
    host.addFile("/System/Library/Extensions/Dont.kext/Contents/Info.plist", kext("com.apple.dont"));
    host.addFile("/System/Library/Extensions/AppleThing.kext/Contents/Info.plist", "never opened");
    const SourceReport report = readMacExtensions(host, {});
    CHECK(report.coverage == Coverage::complete);
    REQUIRE(report.evidence.size() == 3);
    CHECK(report.evidence[0].id == "com.kaspersky.kext.klif");
    CHECK(report.evidence[0].kind == EvidenceKind::kernelExtension);
    CHECK(report.evidence[0].version == "3.0");
    CHECK(report.evidence[1].id == "com.apple.looks.like");
    CHECK(report.evidence[2].id == "com.kaspersky.nke");
}

TEST_CASE("a damaged extension database or kernel extension makes the report partial")
{
    FakeHost host(OsFamily::macos);
    host.addFile("/Library/Extensions/klif.kext/Contents/Info.plist", "broken");
    const SourceReport broken = readMacExtensions(host, {});
    CHECK(broken.coverage == Coverage::partial);
    REQUIRE(broken.evidence.size() == 1);
    CHECK(broken.evidence.front().id == "klif");

    for (const std::string& content :
         {std::string(), std::string("broken"), propertyListOf(""),
          propertyListOf("<key>extensions</key><string>none</string>"), databaseOf("<string>x</string>")}) {
        FakeHost damaged(OsFamily::macos);
        damaged.addFile(databasePath, content);
        damaged.addFolder("/Library/Extensions");
        INFO(content);
        CHECK(readMacExtensions(damaged, {}).coverage == Coverage::partial);
    }
}

TEST_CASE("no extensions are an answer, refused ones are not")
{
    FakeHost host(OsFamily::macos);
    CHECK(readMacExtensions(host, {}).coverage == Coverage::complete);
    host.addFile(databasePath, databaseOf(""));
    host.deny("/Library");
    CHECK(readMacExtensions(host, {}).coverage == Coverage::denied);
}
