#include "platform/windows/machine_facts.h"

#include "platform/platform.h"
#include "platform/windows/windows_files.h"
#include "platform/windows/windows_registry.h"
#include "unit/platform/windows/test_places.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace offramp;

TEST_CASE("the version of Windows is told as people know it", "[windows]")
{
    CHECK(versionInWords({"Windows 10 Pro", "23H2", "", 22631, false}) == "Windows 11 Pro 23H2 (build 22631)");
    CHECK(versionInWords({"Windows 10 Home", "22H2", "", 19045, false}) == "Windows 10 Home 22H2 (build 19045)");
    CHECK(versionInWords({"Windows 10 Enterprise LTSC 2019", "1809", "", 17763, false})
          == "Windows 10 Enterprise LTSC 2019 1809 (build 17763)");
    CHECK(versionInWords({"Windows Server 2022 Standard", "21H2", "", 20348, true})
          == "Windows Server 2022 Standard 21H2 (build 20348)");
    CHECK(versionInWords({"Windows Server 2025 Datacenter", "24H2", "", 26100, true})
          == "Windows Server 2025 Datacenter 24H2 (build 26100)");
    CHECK(versionInWords({"Microsoft Windows 7", "", "Service Pack 1", 7601, false})
          == "Windows 7 Service Pack 1 (build 7601)");
    CHECK(versionInWords({"", "", "", 0, false}) == "Windows");
}

TEST_CASE("the live machine says who it is", "[windows]")
{
    const WindowsRegistry registry(SignedOutPeople::areLeftOut);
    const MachineInfo machine = readMachineInfo(registry);
    CHECK(machine.os == OsFamily::windows);
    CHECK_FALSE(machine.recorded);
    CHECK_FALSE(machine.name.empty());
    CHECK(machine.osVersion.starts_with("Windows "));
    CHECK(machine.osVersion.find("(build ") != std::string::npos);
    CHECK(machine.elevated == isElevated());
    CHECK(machine.locale.find('_') == std::string::npos);
    CHECK(machine.locale.size() >= 2);
}

TEST_CASE("a machine that device management enrolled is managed", "[windows]")
{
    const WindowsRegistry registry(SignedOutPeople::areLeftOut);
    if (readMachineInfo(registry).managedByOrganisation.value_or(false)) {
        WARN("this machine is managed already; not proven here");
        return;
    }
    const std::wstring enrollments = L"SOFTWARE\\Microsoft\\Enrollments\\" + test::ownName();
    {
        const test::OwnKey builtIn(HKEY_LOCAL_MACHINE, enrollments);
        builtIn.set(L"EnrollmentState", REG_DWORD, std::string("\1\0\0\0", 4));
        CHECK_FALSE(readMachineInfo(registry).managedByOrganisation.value_or(false));
        builtIn.setText(L"DiscoveryServiceFullURL", L"https://management.example/discovery.svc");
        CHECK(readMachineInfo(registry).managedByOrganisation == true);
    }
    const test::OwnKey joined(HKEY_LOCAL_MACHINE,
                              L"SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\JoinInfo\\" + test::ownName());
    CHECK(readMachineInfo(registry).managedByOrganisation == true);
}

TEST_CASE("the live host has people's homes, with those that are there only", "[windows]")
{
    const test::OwnFolder home;
    // An account may be gone and its home still there.
    const test::OwnFolder left(LR"(C:\Users)");
    const std::wstring list = L"SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\";
    const test::OwnKey there(HKEY_LOCAL_MACHINE, list + L"S-1-5-21-9-9-9-9010");
    const test::OwnKey gone(HKEY_LOCAL_MACHINE, list + L"S-1-5-21-9-9-9-9011");
    const test::OwnKey service(HKEY_LOCAL_MACHINE, list + L"S-1-5-80-9-9-9-9012");
    there.setText(L"ProfileImagePath", home.path().native());
    gone.setText(L"ProfileImagePath", L"C:\\Users\\nobody here");
    service.setText(L"ProfileImagePath", L"C:\\");
    const auto host = makeLiveHost();
    const auto homes = host->homeFolders().value();
    const auto has = [&](const std::string& folder) { return std::count(homes.begin(), homes.end(), folder) == 1; };
    CHECK(has(toUtf8(home.path().native())));
    CHECK_FALSE(has("C:\\Users\\nobody here"));
    CHECK_FALSE(has("C:\\"));
    CHECK(has(toUtf8(left.path().native())));
    CHECK(homes.size() >= 2);   // whoever runs this
    for (const std::string& folder : homes) {
        CHECK(host->files().status(folder).value().directory);
    }
}
