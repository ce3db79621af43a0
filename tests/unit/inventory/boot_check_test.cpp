// Whether a computer starts as before: what may call it safe, what may not, and what is said of either.
#include "inventory/boot_check.h"

#include "tests/support/fake_host.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

using namespace offramp;

namespace {

using Verdict = BootSafety::Verdict;

const std::string services = R"(HKLM\SYSTEM\CurrentControlSet\Services\)";
const std::string keyboard = R"(HKLM\SYSTEM\CurrentControlSet\Control\Class\{4d36e96b-e325-11ce-bfc1-08002be10318})";
const std::string network = R"(HKLM\SYSTEM\CurrentControlSet\Control\Network\{4d36e974-e325-11ce-bfc1-08002be10318})";
const std::string klim = network + R"(\{9A1D6A5B-1B4C-4C4A-9C0E-6C5D0B2F7E11})";

constexpr std::uint64_t atBoot = 0;
constexpr std::uint64_t onDemand = 3;
constexpr std::uint64_t critical = 3;
constexpr std::uint64_t normal = 1;

// Windows with a driver of nobody we know, and what a test adds.
struct Machine {
    FakeHost host{OsFamily::windows};

    Machine()
    {
        host.addKey(keyboard);
        driver("kbdclass", onDemand, critical);
        host.addText(services + "kbdclass", "ImagePath", R"(\SystemRoot\System32\drivers\kbdclass.sys)");
        host.addFile(R"(C:\Windows\System32\drivers\kbdclass.sys)");
    }
    void driver(const std::string& name, std::uint64_t start, std::uint64_t errorControl)
    {
        host.addNumber(services + name, "Type", 1);
        host.addNumber(services + name, "Start", start);
        host.addNumber(services + name, "ErrorControl", errorControl);
    }
    void file(const std::string& name) { host.addFile(R"(C:\Windows\System32\drivers\)" + name + ".sys"); }

    // Everything that is named and begins with "kl" is ours.
    [[nodiscard]] BootSafety judged() const
    {
        const BootCheck check(host);
        std::vector<Evidence> ours;
        for (const SourceReport& report : check.named().reports) {
            for (const Evidence& evidence : report.evidence) {
                if (text::fold(evidence.id).starts_with("kl")) {
                    ours.push_back(evidence);
                }
            }
        }
        return check.judged(ours);
    }
};

std::vector<ReasonCode> codes(const BootSafety& safety)
{
    std::vector<ReasonCode> found;
    for (const Reason& reason : safety.findings) {
        found.push_back(reason.code);
    }
    return found;
}

using Codes = std::vector<ReasonCode>;

}   // namespace

TEST_CASE("boot check: drivers and filters that are whole make a restart safe")
{
    Machine machine;
    machine.driver("klif", atBoot, critical);
    machine.file("klif");
    machine.driver("klkbdflt", onDemand, normal);
    machine.file("klkbdflt");
    machine.host.addTexts(keyboard, "UpperFilters", {"klkbdflt", "kbdclass"});
    const BootSafety safety = machine.judged();
    CHECK(safety.verdict == Verdict::safe);
    CHECK(safety.title.code == ReasonCode::bootSafe);
    CHECK(safety.findings.empty());
    CHECK(safety.todo.empty());
    CHECK_FALSE(warnsOfRestart(safety));
}

TEST_CASE("boot check: where nothing of ours takes part, that is said")
{
    const BootSafety safety = Machine().judged();
    CHECK(safety.verdict == Verdict::safe);
    CHECK(safety.title.code == ReasonCode::bootNothingInvolved);
}

TEST_CASE("boot check: a driver Windows insists on and whose file is gone is not safe, and key and file are named")
{
    Machine machine;
    machine.driver("klboot", atBoot, critical);
    const BootSafety safety = machine.judged();
    CHECK(safety.verdict == Verdict::notSafe);
    REQUIRE(safety.findings.size() == 1);
    CHECK(safety.findings[0].code == ReasonCode::bootDriverGone);
    CHECK(safety.findings[0].arguments
          == std::vector<ReasonArgument>{
              std::string("klboot"), std::string(R"(C:\Windows\System32\drivers\klboot.sys)"), services + "klboot"});
    CHECK_FALSE(safety.todo.empty());
    CHECK(warnsOfRestart(safety));
}

TEST_CASE("boot check: a missing driver Windows does without, or does not load at the start, does no harm")
{
    Machine machine;
    machine.driver("klelam", atBoot, normal);
    machine.driver("klpd", onDemand, critical);
    const BootSafety safety = machine.judged();
    CHECK(safety.verdict == Verdict::safe);
    CHECK(codes(safety) == Codes{ReasonCode::bootDriverGoneNoMatter});
}

TEST_CASE("boot check: the spellings drivers are registered by all lead to the file")
{
    const std::string spelling = GENERATE(std::string(R"(\SystemRoot\System32\drivers\K4W 21\klif.sys)"),
                                          std::string(R"(system32\DRIVERS\K4W 21\klif.sys)"),
                                          std::string(R"(\??\C:\Windows\system32\drivers\K4W 21\klif.sys)"),
                                          std::string(R"(%SystemRoot%\system32\drivers\K4W 21\klif.sys)"));
    Machine machine;
    machine.driver("klif", atBoot, critical);
    machine.host.addText(services + "klif", "ImagePath", spelling);
    CHECK(machine.judged().verdict == Verdict::notSafe);
    machine.host.addFile(R"(C:\Windows\System32\drivers\K4W 21\klif.sys)");
    CHECK(machine.judged().verdict == Verdict::safe);
}

TEST_CASE("boot check: a path below the folder of Windows is completed, and a folder is no driver")
{
    Machine machine;
    machine.driver("klif", atBoot, critical);
    machine.host.addText(services + "klif", "ImagePath", R"(drivers\klif.sys)");
    machine.host.addFolder(R"(C:\Windows\drivers\klif.sys)");
    CHECK(machine.judged().verdict == Verdict::notSafe);
}

TEST_CASE("boot check: what a driver's key does not tell is not known, and never safe")
{
    Machine machine;
    machine.host.addNumber(services + "klif", "Type", 1);
    SECTION("no word of when it is loaded")
    {
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootDriverStartUnread});
    }
    SECTION("no word of whether Windows insists on it")
    {
        machine.host.addNumber(services + "klif", "Start", atBoot);
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootDriverGoneUnclear});
    }
    SECTION("a path that is no text")
    {
        machine.host.addNumber(services + "klif", "Start", atBoot);
        machine.host.addBytes(services + "klif", "ImagePath", "\x01\x02");
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootDriverUnread});
    }
    SECTION("a path on another volume than those with a letter")
    {
        machine.host.addNumber(services + "klif", "Start", atBoot);
        machine.host.addText(services + "klif", "ImagePath", R"(\Device\HarddiskVolume3\klif.sys)");
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootDriverUnread});
    }
    SECTION("the key may not be read")
    {
        machine.host.denyKey(services + "klif");
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootDriverStartUnread});
    }
    const BootSafety safety = machine.judged();
    CHECK(safety.verdict == Verdict::couldNotTell);
    CHECK(warnsOfRestart(safety));
    CHECK_FALSE(safety.todo.empty());
}

TEST_CASE("boot check: a folder of drivers that may not be looked into is not known")
{
    Machine machine;
    machine.driver("klif", atBoot, critical);
    machine.host.deny(R"(C:\Windows\System32\drivers)");
    CHECK(codes(machine.judged()) == Codes{ReasonCode::bootDriverUnread});
}

TEST_CASE("boot check: a filter that names a driver without an entry is not safe, in any case of letters")
{
    Machine machine;
    machine.host.addTexts(keyboard, "UpperFilters", {"KLKBDFLT", "kbdclass"});
    const BootSafety safety = machine.judged();
    CHECK(safety.verdict == Verdict::notSafe);
    REQUIRE(codes(safety) == Codes{ReasonCode::bootFilterNoEntry});
    CHECK(
        safety.findings[0].arguments
        == std::vector<ReasonArgument>{keyboard + R"(\UpperFilters)", std::string("KLKBDFLT"), services + "KLKBDFLT"});
}

TEST_CASE("boot check: a filter whose driver is there by entry only is not safe")
{
    Machine machine;
    machine.host.addText(keyboard, "LowerFilters", "klkbdflt");   // one name as a plain text
    machine.driver("klkbdflt", onDemand, normal);
    SECTION("its file is gone")
    {
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootFilterNoFile});
    }
    SECTION("it is switched off")
    {
        machine.file("klkbdflt");
        machine.driver("klmouflt", 4, normal);
        machine.file("klmouflt");
        machine.host.addTexts(keyboard, "UpperFilters", {"klmouflt"});
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootFilterOff});
    }
    SECTION("Windows was told to delete it")
    {
        machine.file("klkbdflt");
        machine.host.addNumber(services + "klkbdflt", "DeleteFlag", 1);
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootFilterOff});
    }
    CHECK(machine.judged().verdict == Verdict::notSafe);
}

TEST_CASE("boot check: filters of nobody we know are left to others")
{
    Machine machine;
    machine.host.addTexts(keyboard, "UpperFilters", {"otherflt", "kbdclass"});
    CHECK(machine.judged().verdict == Verdict::safe);
}

TEST_CASE("boot check: a list of filters that is none, or may not be read, is never safe")
{
    Machine machine;
    SECTION("bytes instead of names")
    {
        machine.host.addBytes(keyboard, "UpperFilters", "\x6b\x6c");
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootFilterListUnread});
    }
    SECTION("one class may not be read")
    {
        machine.host.denyKey(keyboard);
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootPlaceUnread});
    }
    SECTION("no class may be read")
    {
        machine.host.denyKey(R"(HKLM\SYSTEM\CurrentControlSet\Control\Class)");
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootPlaceUnread});
    }
    SECTION("services may not be read, and a filter names one")
    {
        machine.host.addTexts(keyboard, "UpperFilters", {"klkbdflt"});
        machine.host.denyKey(R"(HKLM\SYSTEM\CurrentControlSet\Services)");
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootPlaceUnread, ReasonCode::bootFilterUnread});
    }
    SECTION("part of the registry was damaged when it was recorded")
    {
        machine.host.fakeRegistry().addDamage({ErrorCode::malformed, "system.reg ends in the middle", 0});
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootPlaceUnread});
    }
    CHECK(machine.judged().verdict == Verdict::couldNotTell);
}

TEST_CASE("boot check: a machine without a recorded registry is not known")
{
    FakeHost host(OsFamily::windows);
    const BootSafety safety = BootCheck(host).judged({});
    CHECK(safety.verdict == Verdict::couldNotTell);
    CHECK(safety.findings.size() == 2);   // services and classes
}

TEST_CASE("boot check: names end at the first NUL, as for Windows, and empty ones are none")
{
    Machine machine;
    machine.host.addTexts(keyboard, "UpperFilters", {"", std::string("klkbdflt\0tail", 13), "kbdclass"});
    machine.driver("klkbdflt", onDemand, normal);
    machine.file("klkbdflt");
    CHECK(machine.judged().verdict == Verdict::safe);
}

TEST_CASE("boot check: a file that Windows waits to replace or delete is not called safe")
{
    Machine machine;
    machine.driver("klif", atBoot, critical);
    machine.file("klif");
    const std::string manager = R"(HKLM\SYSTEM\CurrentControlSet\Control\Session Manager)";
    SECTION("it is on the list")
    {
        machine.host.addTexts(manager, "PendingFileRenameOperations", {R"(\??\C:\Windows\System32\drivers\KLIF.sys)"});
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootDriverPending});
    }
    SECTION("the list may not be read")
    {
        machine.host.denyKey(manager);
        CHECK(codes(machine.judged()) == Codes{ReasonCode::bootPlaceUnread});
    }
    CHECK(machine.judged().verdict == Verdict::couldNotTell);
}

TEST_CASE("boot check: a network filter needs its driver, unless it says that Windows does without it")
{
    Machine machine;
    machine.host.addText(klim, "ComponentId", "kl_klim6");
    machine.host.addText(klim + R"(\Ndi)", "Service", "klim6");
    const std::string linkage =
        R"(HKLM\SYSTEM\CurrentControlSet\Control\Class\{4d36e972-e325-11ce-bfc1-08002be10318}\0007\Linkage)";
    SECTION("the driver is gone, and an adapter names the filter")
    {
        machine.host.addTexts(linkage, "FilterList",
                              {"{11111111-2222-3333-4444-555555555555}-{9a1d6a5b-1b4c-4c4a-9c0e-6c5d0b2f7e11}-0000"});
        const BootSafety safety = machine.judged();
        CHECK(safety.verdict == Verdict::notSafe);
        REQUIRE(codes(safety) == Codes{ReasonCode::bootNetworkGone, ReasonCode::bootNetworkBound});
        CHECK(safety.findings[0].arguments
              == std::vector<ReasonArgument>{klim, std::string("klim6"), services + "klim6"});
    }
    SECTION("the driver is gone, and the filter is optional")
    {
        machine.host.addNumber(klim + R"(\Ndi)", "FilterRunType", 2);
        const BootSafety safety = machine.judged();
        CHECK(safety.verdict == Verdict::safe);
        CHECK(codes(safety) == Codes{ReasonCode::bootNetworkGoneNoMatter});
    }
    SECTION("the driver is there")
    {
        machine.driver("klim6", 1, normal);
        machine.file("klim6");
        CHECK(machine.judged().verdict == Verdict::safe);
    }
    SECTION("what it needs may not be read")
    {
        machine.host.denyKey(klim + R"(\Ndi)");
        const BootSafety safety = machine.judged();
        CHECK(safety.verdict == Verdict::couldNotTell);
        CHECK(codes(safety) == Codes{ReasonCode::bootPlaceUnread, ReasonCode::bootNetworkUnread});
    }
}

TEST_CASE("boot check: what is missing stands first, and nothing is said twice")
{
    Machine machine;
    machine.driver("klelam", atBoot, normal);
    machine.host.addTexts(keyboard, "UpperFilters", {"klkbdflt", "klkbdflt"});
    machine.host.denyKey(R"(HKLM\SYSTEM\CurrentControlSet\Control\Network)");
    const BootSafety safety = machine.judged();
    CHECK(codes(safety)
          == Codes{ReasonCode::bootFilterNoEntry, ReasonCode::bootPlaceUnread, ReasonCode::bootDriverGoneNoMatter});
}

TEST_CASE("boot check: on Linux a service only stops the start where a target requires it")
{
    FakeHost host(OsFamily::linux);
    host.addFile("/etc/systemd/system/kesl.service", "[Service]\nExecStart=/opt/kaspersky/kesl/bin/kesl\n");
    Evidence kesl;
    kesl.kind = EvidenceKind::systemdUnit;
    kesl.id = "kesl.service";
    SECTION("only wanted")
    {
        const BootSafety safety = BootCheck(host).judged({kesl});
        CHECK(safety.verdict == Verdict::notApplicable);
        CHECK(codes(safety) == Codes{ReasonCode::bootUnitsOnlyWanted});
        CHECK_FALSE(warnsOfRestart(safety));
    }
    SECTION("required and there")
    {
        host.fakeFiles().addLink("/etc/systemd/system/sysinit.target.requires/kesl.service");
        CHECK(BootCheck(host).judged({kesl}).verdict == Verdict::safe);
    }
    SECTION("required and gone")
    {
        kesl.id = "klnagent64.service";
        host.fakeFiles().addLink("/etc/systemd/system/sysinit.target.requires/klnagent64.service");
        const BootCheck check(host);
        const auto named = check.named().reports.at(0).evidence;
        CHECK(std::any_of(named.begin(), named.end(), [&](const Evidence& unit) { return unit.id == kesl.id; }));
        const BootSafety safety = check.judged({kesl});
        CHECK(safety.verdict == Verdict::notSafe);
        REQUIRE(codes(safety) == Codes{ReasonCode::bootUnitRequired});
        CHECK(safety.findings[0].arguments
              == std::vector<ReasonArgument>{std::string("/etc/systemd/system/sysinit.target.requires"),
                                             std::string("klnagent64.service")});
    }
    SECTION("a folder of units may not be read")
    {
        host.deny("/usr/lib/systemd/system");
        CHECK(BootCheck(host).judged({kesl}).verdict == Verdict::couldNotTell);
    }
}

TEST_CASE("boot check: a system nobody wrote a check for is not known")
{
    FakeHost host(OsFamily::macos);
    const BootSafety safety = BootCheck(host).judged({});
    CHECK(safety.verdict == Verdict::couldNotTell);
    CHECK(codes(safety) == Codes{ReasonCode::bootOtherSystem});
}
