#include "inventory/matcher.h"
#include "tests/support/small_catalog.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <string>

using namespace offramp;

namespace {

class Machine {
public:
    Machine()
    {
        SourceReport programs;
        programs.source = SourceKind::windowsPrograms;
        programs.weight = Weight::essential;
        programs.coverage = Coverage::complete;
        m_snapshot.reports.push_back(programs);
    }

    Evidence& add(EvidenceKind kind, std::string id, std::string name = {}, std::string version = {},
                  std::string publisher = {}, std::string location = {})
    {
        Evidence evidence;
        evidence.kind = kind;
        evidence.id = std::move(id);
        evidence.name = std::move(name);
        evidence.version = std::move(version);
        evidence.publisher = std::move(publisher);
        evidence.location = std::move(location);
        m_snapshot.reports[0].evidence.push_back(evidence);
        return m_snapshot.reports[0].evidence.back();
    }

    SourceReport& programs() { return m_snapshot.reports[0]; }

    [[nodiscard]] std::vector<Installation> match() const
    {
        static const Catalog catalog = test::smallCatalog();
        return Matcher(catalog.products, catalog.vendors).match(m_snapshot);
    }

private:
    HostSnapshot m_snapshot;
};

constexpr auto vendor = "AO Kaspersky Lab";

}   // namespace

TEST_CASE("wrapper, MSI record, service, driver and folder are one installation")
{
    Machine machine;
    machine
        .add(EvidenceKind::program, "InstallWIX_{3DE3615C-0000-0000-0000-000000000000}", "Kaspersky", "21.16.6.467",
             vendor)
        .wraps = "{3DE3615C-0000-0000-0000-000000000000}";
    machine.add(EvidenceKind::program, "{3DE3615C-0000-0000-0000-000000000000}", "Kaspersky", "21.16.6.467", vendor)
        .hidden = true;
    machine.add(EvidenceKind::msiProduct, "{3DE3615C-0000-0000-0000-000000000000}", "Kaspersky", "21.16.6.467", vendor);
    machine.add(EvidenceKind::service, "AVP21.16");
    machine.add(EvidenceKind::driver, "klif.K4W-21-16");
    machine.add(EvidenceKind::securityProduct, "{GUID}", "Kaspersky");
    machine.add(EvidenceKind::registryKey, "hklm/software/kasperskylab/avp19.0");
    const auto found = machine.match();
    REQUIRE(found.size() == 1);
    CHECK(found[0].productId == "kaspersky-2022");
    CHECK(found[0].version == "21.16.6.467");
    CHECK(found[0].state == InstallationState::installed);
    CHECK(found[0].confidence == Confidence::certain);
    CHECK(found[0].evidence.size() == 7);
}

TEST_CASE("two different products stay two")
{
    Machine machine;
    machine.add(EvidenceKind::program, "a", "Kaspersky", "21.16.6.467", vendor);
    machine.add(EvidenceKind::program, "b", "Kaspersky VPN", "5.7", vendor);
    machine.add(EvidenceKind::program, "c", "Kaspersky Password Manager", "25.1", vendor);
    machine.add(EvidenceKind::service, "KSDE5.7");
    machine.add(EvidenceKind::driver, "klif");
    const auto found = machine.match();
    REQUIRE(found.size() == 3);
    CHECK(found[0].productId == "kaspersky-2022");
    CHECK(found[0].evidence.size() == 2);   // the shared driver belongs to the antivirus
    CHECK(found[2].productId == "kaspersky-vpn");
    CHECK(found[2].evidence.size() == 2);
}

TEST_CASE("of two versions side by side each keeps what lies in its own folder")
{
    const std::string folder = R"(C:\Program Files (x86)\Kaspersky Lab\Kaspersky Internet Security )";
    const std::array<std::string, 2> versions{"20.0", "21.3"};
    for (const std::size_t first : {0u, 1u}) {
        Machine machine;
        for (const std::string& version : {versions[first], versions[1 - first]}) {
            machine.add(EvidenceKind::program, "Suite " + version, "Kaspersky Internet Security", version + ".14.1085",
                        vendor, folder + version + '\\');
        }
        for (const std::string& version : versions) {
            machine.add(EvidenceKind::driver, "klif", {}, {}, {}, folder + version + R"(\klif.sys)");
        }
        const auto found = machine.match();
        REQUIRE(found.size() == 2);
        for (const Installation& installation : found) {
            const std::string version = installation.version.substr(0, 4);
            REQUIRE(installation.evidence.size() == 2);
            CHECK(installation.evidence[0].evidence.id == "Suite " + version);
            CHECK(installation.evidence[1].evidence.location == folder + version + R"(\klif.sys)");
        }
    }
}

TEST_CASE("a title that merely mentions Kaspersky is not Kaspersky's")
{
    Machine machine;
    machine.add(EvidenceKind::program, "a", "Password Exporter for Kaspersky", "1.0", "Somebody Else");
    machine.add(EvidenceKind::program, "b", "Kaspersky Removal Guide", "1.0", "Somebody Else");
    machine.add(EvidenceKind::program, "c", "Migration from Kaspersky", "1.0");
    machine.add(EvidenceKind::program, "d", "Kaspersky Internet Security", "21.3", "Repackager Inc.");
    machine.add(EvidenceKind::driver, "KslD", "KslD", "", "Microsoft Corporation");
    CHECK(machine.match().empty());
}

TEST_CASE("a missing publisher and the vendor's folder are both accepted")
{
    Machine machine;
    machine.add(EvidenceKind::program, "a", "Kaspersky Internet Security 2013", "13.0.1.4190");
    REQUIRE(machine.match().size() == 1);
    machine.programs().evidence[0].publisher = "Repackager Inc.";
    CHECK(machine.match().empty());
    machine.programs().evidence[0].location =
        "C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Internet Security 13.0\\";
    CHECK(machine.match().size() == 1);
}

TEST_CASE("a product nobody catalogued is still Kaspersky's when the publisher says so")
{
    Machine machine;
    machine.add(EvidenceKind::program, "a", "Kaspersky Something New", "1.0", "\"Лаборатория Касперского\"");
    machine.add(EvidenceKind::program, "b", "Kaspersky Something Else", "1.0", vendor);
    const auto found = machine.match();
    REQUIRE(found.size() == 2);
    CHECK(found[0].productId == "kaspersky");
    CHECK(found[0].name == "Kaspersky Something Else");
}

TEST_CASE("a service without an entry is broken when the list was read, installed when it was not")
{
    Machine machine;
    machine.add(EvidenceKind::service, "AVP20.0");
    auto found = machine.match();
    REQUIRE(found.size() == 1);
    CHECK(found[0].productId == "kaspersky-consumer");
    CHECK(found[0].state == InstallationState::broken);
    CHECK(found[0].version == "20.0");
    machine.programs().coverage = Coverage::denied;
    machine.programs().machinePartComplete = false;
    CHECK(machine.match().at(0).state == InstallationState::installed);
    machine.programs().evidence[0].presence = Presence::absent;
    CHECK(machine.match().at(0).state == InstallationState::leftover);
}

TEST_CASE("drivers and keys alone are leftovers")
{
    Machine machine;
    machine.add(EvidenceKind::driver, "klif");
    machine.add(EvidenceKind::registryKey, "hklm/software/kasperskylab/avp21.3");
    const auto found = machine.match();
    REQUIRE(found.size() == 1);
    CHECK(found[0].state == InstallationState::leftover);
    CHECK(found[0].evidence.size() == 2);
}

TEST_CASE("an entry whose folder is gone is broken, unless its service works")
{
    Machine machine;
    machine.add(EvidenceKind::program, "a", "Kaspersky", "21.3", vendor, "C:\\gone").presence = Presence::absent;
    CHECK(machine.match().at(0).state == InstallationState::broken);
    machine.add(EvidenceKind::service, "AVP21.3").presence = Presence::present;
    CHECK(machine.match().at(0).state == InstallationState::installed);
}

TEST_CASE("package states become installation states")
{
    Machine machine;
    Evidence& entry = machine.add(EvidenceKind::program, "a", "Kaspersky", "12.1", vendor);
    entry.packageState = PackageState::configFiles;
    CHECK(machine.match().at(0).state == InstallationState::leftover);
    machine.programs().evidence[0].packageState = PackageState::halfInstalled;
    CHECK(machine.match().at(0).state == InstallationState::broken);
    machine.programs().evidence[0].packageState = PackageState::held;
    CHECK(machine.match().at(0).state == InstallationState::installed);
}

TEST_CASE("a portable copy is a finding of its own beside an installation")
{
    Machine machine;
    machine.add(EvidenceKind::file, "kvrt.exe", "", "", "", "C:\\Users\\ana\\Downloads\\KVRT.exe");
    machine.add(EvidenceKind::program, "a", "Kaspersky", "21.3", vendor);
    const auto found = machine.match();
    REQUIRE(found.size() == 2);
    CHECK(found[0].state == InstallationState::installed);
    CHECK(found[1].state == InstallationState::portable);
}

TEST_CASE("signs nobody confirmed stay not sure, a vendor's claim stays likely")
{
    Machine machine;
    machine.add(EvidenceKind::program, "a", "Rumoured Antivirus", "1.0");
    CHECK(machine.match().at(0).confidence == Confidence::notSure);
    machine.add(EvidenceKind::program, "b", "UltraAV", "1.0");
    const auto found = machine.match();
    CHECK(found.at(1).productId == "ultraav");
    CHECK(found.at(1).confidence == Confidence::likely);
}

TEST_CASE("matching gives the same answer whatever the order of the evidence")
{
    Machine machine;
    machine.add(EvidenceKind::driver, "klif");
    machine.add(EvidenceKind::registryKey, "hklm/software/kasperskylab/avp21.3");
    machine.add(EvidenceKind::service, "AVP21.3", "Kaspersky Anti-Virus Service 21.3", "", "",
                "\"C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Internet Security 21.3\\avp.exe\" -r");
    machine.add(EvidenceKind::program, "a", "Kaspersky Internet Security", "21.3.10.391", vendor);
    const auto before = machine.match();
    std::reverse(machine.programs().evidence.begin(), machine.programs().evidence.end());
    const auto after = machine.match();
    REQUIRE(before.size() == 1);
    REQUIRE(after.size() == 1);
    CHECK(before[0].productId == after[0].productId);
    CHECK(before[0].version == after[0].version);
    CHECK(before[0].evidence.size() == after[0].evidence.size());
}
