#include "inventory/sources/mac_bundle.h"
#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"
#include "tests/unit/inventory/sources/mac_support.h"

#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::sources;

namespace {

const std::string kasperskyInformation =
    propertyListOf(textFields({{"CFBundleIdentifier", "com.kaspersky.kav.app"},
                               {"CFBundleName", "Kaspersky"},
                               {"CFBundleShortVersionString", "24.1.0.21"},
                               {"CFBundleVersion", "21"},
                               {"NSHumanReadableCopyright", "© 2009–2024 AO Kaspersky Lab. All Rights Reserved."}}));

const Evidence* appAt(const SourceReport& report, std::string_view location)
{
    for (const Evidence& evidence : report.evidence) {
        if (evidence.location == location) {
            return &evidence;
        }
    }
    return nullptr;
}

}   // namespace

TEST_CASE("the holder is taken out of a copyright line")
{
    CHECK(copyrightHolder("© 2009–2024 AO Kaspersky Lab. All Rights Reserved.") == "AO Kaspersky Lab.");
    CHECK(copyrightHolder("24.065, Copyright © 2011-2024 Microsoft Corporation. All rights reserved.")
          == "Microsoft Corporation.");
    CHECK(copyrightHolder("Copyright (c) 2015, Example Inc") == "Example Inc");
    CHECK(copyrightHolder("Copyright 2010 by Somebody") == "Somebody");
    CHECK(copyrightHolder("Parallels Internet Security Powered by Kaspersky").empty());
    CHECK(copyrightHolder("").empty());
    CHECK(copyrightHolder("©").empty());
}

TEST_CASE("an application is read from its bundle")
{
    FakeHost host(OsFamily::macos);
    host.addFile("/Applications/Kaspersky.app/Contents/Info.plist", kasperskyInformation);
    const SourceReport report = readMacApps(host, {});
    CHECK(report.coverage == Coverage::complete);
    REQUIRE(report.evidence.size() == 1);
    const Evidence& evidence = report.evidence.front();
    CHECK(evidence.kind == EvidenceKind::app);
    CHECK(evidence.id == "com.kaspersky.kav.app");
    CHECK(evidence.name == "Kaspersky");
    CHECK(evidence.version == "24.1.0.21");
    CHECK(evidence.publisher == "AO Kaspersky Lab.");
    CHECK(evidence.location == "/Applications/Kaspersky.app");
    CHECK(evidence.scope == Scope::machine);
    CHECK(evidence.presence == Presence::present);
}

TEST_CASE("applications one folder down and in people's own folders are found")
{
    FakeHost host(OsFamily::macos);
    host.homes = std::vector<std::string>{"/Users/ana"};
    host.addFile("/Applications/Utilities/Thing.app/Contents/Info.plist", kasperskyInformation);
    host.addFile("/Applications/a/b/c/TooDeep.app/Contents/Info.plist", kasperskyInformation);
    const std::string virtualMachine = "/Users/ana/Applications/{5628} Applications.localized/more.localized/";
    host.addFile(virtualMachine + "Powered by Kaspersky.app/Contents/Info.plist", propertyListOf(""));
    const SourceReport report = readMacApps(host, {});
    CHECK(report.coverage == Coverage::complete);
    CHECK(report.evidence.size() == 2);
    CHECK(appAt(report, "/Applications/Utilities/Thing.app") != nullptr);
    const Evidence* const own = appAt(report, virtualMachine + "Powered by Kaspersky.app");
    REQUIRE(own != nullptr);
    CHECK(own->name == "Powered by Kaspersky");
    CHECK(own->scope == Scope::user);
    CHECK(own->account == "ana");
}

TEST_CASE("an application without a readable Info.plist is still named, and the report is partial")
{
    FakeHost host(OsFamily::macos);
    host.addFolder("/Applications/Kaspersky Anti-Virus.app/Contents");
    host.addFile("/Applications/Kaspersky.app/Contents/Info.plist", "<plist><dict><key>CFBundle");
    host.addFile("/Applications/Good.app/Contents/Info.plist", kasperskyInformation);
    const SourceReport report = readMacApps(host, {});
    CHECK(report.coverage == Coverage::partial);
    CHECK_FALSE(report.machinePartComplete);
    CHECK(report.issues.size() == 2);
    CHECK(report.evidence.size() == 3);
    const Evidence* const nameless = appAt(report, "/Applications/Kaspersky Anti-Virus.app");
    REQUIRE(nameless != nullptr);
    CHECK(nameless->name == "Kaspersky Anti-Virus");
    CHECK(nameless->id.empty());
}

TEST_CASE("an iPad application on a Mac is no damaged bundle")
{
    FakeHost host(OsFamily::macos);
    host.addFile("/Applications/Tablet.app/WrappedBundle/Info.plist", kasperskyInformation);
    CHECK(readMacApps(host, {}).coverage == Coverage::complete);
}

TEST_CASE("a link to a folder is not followed round in a circle")
{
    FakeHost host(OsFamily::macos);
    host.addFile("/Applications/Loop.localized/Inner.app/Contents/Info.plist", kasperskyInformation);
    host.fakeFiles().addLink("/Applications/Loop.localized");
    const SourceReport report = readMacApps(host, {});
    CHECK(report.evidence.empty());
    CHECK(report.coverage == Coverage::complete);
}

TEST_CASE("a refused Applications folder is denied, a refused folder of one person leaves the machine's part whole")
{
    FakeHost host(OsFamily::macos);
    host.addFile("/Applications/Kaspersky.app/Contents/Info.plist", kasperskyInformation);
    host.addFolder("/Users/ana/Applications");
    host.homes = std::vector<std::string>{"/Users/ana"};
    host.deny("/Users/ana/Applications");
    const SourceReport person = readMacApps(host, {});
    CHECK(person.coverage == Coverage::partial);
    CHECK(person.machinePartComplete);
    CHECK(person.evidence.size() == 1);
    host.deny("/Applications");
    const SourceReport all = readMacApps(host, {});
    CHECK(all.coverage == Coverage::denied);
    CHECK_FALSE(all.machinePartComplete);
}

TEST_CASE("homes that cannot be listed do not hide the machine's applications")
{
    FakeHost host(OsFamily::macos);
    host.addFile("/Applications/Kaspersky.app/Contents/Info.plist", kasperskyInformation);
    host.homes = fail(ErrorCode::accessDenied, "homes");
    const SourceReport report = readMacApps(host, {});
    CHECK(report.coverage == Coverage::partial);
    CHECK(report.machinePartComplete);
    CHECK(report.evidence.size() == 1);
}
