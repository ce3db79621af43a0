// Whether a restart is safe, read through the live registry and disk: a class of devices and drivers of the test's own.
#include "inventory/boot_check.h"

#include "platform/platform.h"
#include "unit/platform/windows/test_places.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace offramp;
using namespace offramp::test;

namespace {

constexpr const wchar_t* ownClass = LR"(SYSTEM\CurrentControlSet\Control\Class\{0ff12a3b-7c4d-4e5f-8a6b-9c0d1e2f3a4b})";

void setNumber(const OwnKey& key, const wchar_t* name, DWORD value)
{
    REQUIRE(::RegSetValueExW(key.get(), name, 0, REG_DWORD, reinterpret_cast<const BYTE*>(&value), sizeof value)
            == ERROR_SUCCESS);
}

void setNames(const OwnKey& key, const wchar_t* name, std::wstring names)
{
    names.append(2, L'\0');
    REQUIRE(::RegSetValueExW(key.get(), name, 0, REG_MULTI_SZ, reinterpret_cast<const BYTE*>(names.c_str()),
                             static_cast<DWORD>(names.size() * sizeof(wchar_t)))
            == ERROR_SUCCESS);
}

// What the check says of the one driver, alone.
std::vector<ReasonCode> findingsFor(const std::wstring& driver)
{
    const auto host = makeLiveHost();
    const BootCheck check(*host);
    std::vector<Evidence> ours;
    for (const SourceReport& report : check.named().reports) {
        for (const Evidence& evidence : report.evidence) {
            if (evidence.id == toUtf8(driver)) {
                ours.push_back(evidence);
            }
        }
    }
    REQUIRE_FALSE(ours.empty());
    std::vector<ReasonCode> codes;
    for (const Reason& reason : check.judged(ours).findings) {
        const bool aboutUs = std::any_of(reason.arguments.begin(), reason.arguments.end(), [&](const auto& argument) {
            const auto* const text = std::get_if<std::string>(&argument);
            return text != nullptr && *text == toUtf8(driver);
        });
        if (aboutUs) {
            codes.push_back(reason.code);
        }
    }
    return codes;
}

using Codes = std::vector<ReasonCode>;

}   // namespace

TEST_CASE("a filter in the live registry is whole only while its driver has an entry and a file", "[windows]")
{
    const std::wstring driver = ownName();
    const OwnKey deviceClass(HKEY_LOCAL_MACHINE, ownClass);
    setNames(deviceClass, L"UpperFilters", driver);
    CHECK(findingsFor(driver) == Codes{ReasonCode::bootFilterNoEntry});

    const OwnFolder folder;
    const OwnKey service(HKEY_LOCAL_MACHINE, LR"(SYSTEM\CurrentControlSet\Services\)" + driver);
    setNumber(service, L"Type", 1);
    setNumber(service, L"Start", 3);
    setNumber(service, L"ErrorControl", 1);
    service.setText(L"ImagePath", LR"(\??\)" + folder.path().native() + LR"(\a driver.sys)");
    CHECK(findingsFor(driver) == Codes{ReasonCode::bootFilterNoFile});
    folder.write(L"a driver.sys", "driver");
    CHECK(findingsFor(driver).empty());
    setNumber(service, L"Start", 4);
    CHECK(findingsFor(driver) == Codes{ReasonCode::bootFilterOff});
}

TEST_CASE("a boot driver in the live registry without a path is looked for among the drivers of Windows", "[windows]")
{
    const std::wstring driver = ownName();
    const OwnKey service(HKEY_LOCAL_MACHINE, LR"(SYSTEM\CurrentControlSet\Services\)" + driver);
    setNumber(service, L"Type", 1);
    setNumber(service, L"Start", 0);
    setNumber(service, L"ErrorControl", 3);
    CHECK(findingsFor(driver) == Codes{ReasonCode::bootDriverGone});
    setNumber(service, L"ErrorControl", 1);
    CHECK(findingsFor(driver) == Codes{ReasonCode::bootDriverGoneNoMatter});
    service.setText(L"ErrorControl", L"no number");
    CHECK(findingsFor(driver) == Codes{ReasonCode::bootDriverGoneUnclear});
}
