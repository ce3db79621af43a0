#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace offramp;

namespace {

const Evidence* at(const SourceReport& report, std::string_view location)
{
    const auto found = std::find_if(report.evidence.begin(), report.evidence.end(),
                                    [&](const Evidence& seen) { return seen.location == location; });
    return found == report.evidence.end() ? nullptr : &*found;
}

}   // namespace

TEST_CASE("program folders are listed, and one level more below the vendor's own")
{
    FakeHost host(OsFamily::windows);
    host.addFolder(R"(C:\Program Files (x86)\Kaspersky Lab\Kaspersky 21.3)");
    host.addFolder(R"(C:\ProgramData\Kaspersky Lab\AVP21.3\Data)");
    host.addFolder(R"(C:\Program Files\Other\Inside)");
    host.addFolder(R"(C:\KVRT2020_Data)");
    const SourceReport report = sources::readKnownFolders(host, {});
    CHECK(at(report, R"(C:\Program Files (x86)\Kaspersky Lab)") != nullptr);
    CHECK(at(report, R"(C:\Program Files (x86)\Kaspersky Lab\Kaspersky 21.3)") != nullptr);
    CHECK(at(report, R"(C:\ProgramData\Kaspersky Lab\AVP21.3)") != nullptr);
    CHECK(at(report, R"(C:\ProgramData\Kaspersky Lab\AVP21.3\Data)") == nullptr);
    CHECK(at(report, R"(C:\Program Files\Other)") != nullptr);
    CHECK(at(report, R"(C:\Program Files\Other\Inside)") == nullptr);
    CHECK(at(report, R"(C:\KVRT2020_Data)") != nullptr);
    CHECK(report.coverage == Coverage::complete);
}

TEST_CASE("portable tools are known by their exact names")
{
    FakeHost host(OsFamily::windows);
    host.homes = std::vector<std::string>{R"(C:\Users\ana)"};
    for (const std::string name :
         {"KVRT.exe", "kvrt (12).exe", "TDSSKiller.exe", "KVRT (x).exe", "MyKVRT.exe", "KVRT.exe.txt"}) {
        host.addFile(R"(C:\Users\ana\Downloads\)" + name);
    }
    host.addFile(R"(C:\Tools\TDSSKiller.exe)");
    host.addFile(R"(C:\KVRT.exe)");
    host.addFolder(R"(C:\Users\ana\AppData\Local\Kaspersky Lab\Kaspersky Password Manager)");
    const SourceReport report = sources::readKnownFolders(host, {});
    const auto files = std::count_if(report.evidence.begin(), report.evidence.end(),
                                     [](const Evidence& seen) { return seen.kind == EvidenceKind::file; });
    CHECK(files == 5);
    const Evidence* vault = at(report, R"(C:\Users\ana\AppData\Local\Kaspersky Lab\Kaspersky Password Manager)");
    REQUIRE(vault != nullptr);
    CHECK(vault->account == "ana");
}

TEST_CASE("macOS and Linux have their own places")
{
    FakeHost mac(OsFamily::macos);
    mac.addFolder("/Library/Application Support/Kaspersky Lab/KAV");
    mac.addFolder("/Library/Caches/com.kaspersky.kav");
    mac.addFolder("/Library/Caches/com.other");
    CHECK(sources::readKnownFolders(mac, {}).evidence.size() == 2);
    FakeHost linux(OsFamily::linux);
    linux.addFolder("/var/log/kaspersky");
    linux.addFolder("/var/log/apt");
    CHECK(sources::readKnownFolders(linux, {}).evidence.size() == 1);
}

TEST_CASE("closed folders are told")
{
    FakeHost host(OsFamily::windows);
    host.addFolder(R"(C:\Program Files)");
    host.deny(R"(C:\ProgramData)");
    CHECK(sources::readKnownFolders(host, {}).coverage == Coverage::partial);
    host.deny("C:");
    CHECK(sources::readKnownFolders(host, {}).coverage == Coverage::denied);
}
