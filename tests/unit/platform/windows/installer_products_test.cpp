#include "platform/windows/installer_products.h"

#include "platform/windows/windows_managers.h"
#include "unit/platform/windows/test_places.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace offramp;
using test::OwnKey;

namespace {

// A Windows Installer that answers as a test wants it to.
struct Record {
    UINT status = ERROR_SUCCESS;   // of listing it
    const wchar_t* code = L"{11111111-2222-3333-4444-abcdefabcdef}";
    const wchar_t* account = L"";
    MSIINSTALLCONTEXT context = MSIINSTALLCONTEXT_MACHINE;
    std::map<std::wstring, std::wstring> properties;
    UINT statusOfProperties = ERROR_SUCCESS;   // when it is not, no property is told
};
std::vector<Record> everybodys;
std::vector<Record> own;
UINT statusOfEverybody = ERROR_SUCCESS;
bool askedWithAccountForMachine = false;

UINT give(const std::wstring& text, wchar_t* buffer, DWORD* length)
{
    const DWORD room = *length;
    *length = static_cast<DWORD>(text.size());
    if (buffer == nullptr) {
        return ERROR_SUCCESS;
    }
    if (room <= text.size()) {
        return ERROR_MORE_DATA;
    }
    std::copy_n(text.c_str(), text.size() + 1, buffer);
    return ERROR_SUCCESS;
}

UINT WINAPI products(const wchar_t*, const wchar_t* whose, DWORD, DWORD index, wchar_t* code,
                     MSIINSTALLCONTEXT* context, wchar_t* account, DWORD* length)
{
    if (whose != nullptr && statusOfEverybody != ERROR_SUCCESS) {
        return statusOfEverybody;
    }
    const std::vector<Record>& records = whose != nullptr ? everybodys : own;
    if (index >= records.size()) {
        return ERROR_NO_MORE_ITEMS;
    }
    const Record& record = records[index];
    if (record.status == ERROR_SUCCESS) {
        const std::wstring name = record.code;
        std::copy_n(name.c_str(), name.size() + 1, code);
        *context = record.context;
        return give(record.account, account, length);
    }
    return record.status;
}

UINT WINAPI property(const wchar_t* code, const wchar_t* account, MSIINSTALLCONTEXT context, const wchar_t* name,
                     wchar_t* value, DWORD* length)
{
    askedWithAccountForMachine =
        askedWithAccountForMachine || (context == MSIINSTALLCONTEXT_MACHINE && account != nullptr);
    for (const std::vector<Record>* records : {&everybodys, &own}) {
        for (const Record& record : *records) {
            if (std::wstring_view(record.code) == code && record.context == context) {
                if (record.statusOfProperties != ERROR_SUCCESS) {
                    return record.statusOfProperties;
                }
                const auto found = record.properties.find(name);
                return found == record.properties.end() ? UINT{ERROR_UNKNOWN_PROPERTY}
                                                        : give(found->second, value, length);
            }
        }
    }
    return ERROR_UNKNOWN_PRODUCT;
}

Result<std::vector<InstallerProduct>> ask(std::vector<Record> all, std::vector<Record> mine = {},
                                          UINT everybody = ERROR_SUCCESS)
{
    everybodys = std::move(all);
    own = std::move(mine);
    statusOfEverybody = everybody;
    askedWithAccountForMachine = false;
    return installerProductsFrom({&products, &property});
}

// "{ABCDEF12-3456-…}" as Windows Installer names its keys: every group of digits the other way round.
std::wstring packed(const std::wstring& code)
{
    std::wstring digits;
    std::copy_if(code.begin(), code.end(), std::back_inserter(digits), [](wchar_t c) { return std::iswalnum(c) != 0; });
    std::wstring name;
    std::size_t at = 0;
    for (const std::size_t width : {8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2}) {
        std::wstring group = digits.substr(at, width);
        std::reverse(group.begin(), group.end());
        name += group;
        at += width;
    }
    return name;
}

}   // namespace

TEST_CASE("a product of Windows Installer is told with all it says, its code in capitals", "[windows]")
{
    Record record;
    record.account = L"S-1-5-21-1-2-3-1001";
    record.context = MSIINSTALLCONTEXT_USERMANAGED;
    record.properties = {{L"State", L"5"},
                         {L"InstalledProductName", L"Kaspersky Ω"},
                         {L"ProductName", L"another"},
                         {L"VersionString", L"21.3.10"},
                         {L"Publisher", std::wstring(3000, L'p')},
                         {L"InstallLocation", L"C:\\Program Files\\K"}};
    const auto found = ask({record}).value();
    REQUIRE(found.size() == 1);
    CHECK(found[0].productCode == "{11111111-2222-3333-4444-ABCDEFABCDEF}");
    CHECK(found[0].account == "S-1-5-21-1-2-3-1001");
    CHECK(found[0].name == "Kaspersky \xCE\xA9");
    CHECK(found[0].version == "21.3.10");
    CHECK(found[0].publisher == std::string(3000, 'p'));
    CHECK(found[0].location == "C:\\Program Files\\K");
}

TEST_CASE("what is installed for the computer belongs to nobody", "[windows]")
{
    Record record;
    record.account = L"S-1-5-18";
    record.properties = {{L"State", L"5"}, {L"ProductName", L"announced only"}};
    const auto found = ask({record}).value();
    REQUIRE(found.size() == 1);
    CHECK(found[0].account.empty());
    CHECK(found[0].name == "announced only");
    CHECK(found[0].publisher.empty());
    CHECK_FALSE(askedWithAccountForMachine);
}

TEST_CASE("who may not ask about others is told the own products", "[windows]")
{
    Record mine;
    mine.properties = {{L"State", L"5"}, {L"InstalledProductName", L"mine"}};
    const auto found = ask({}, {mine}, ERROR_ACCESS_DENIED).value();
    REQUIRE(found.size() == 1);
    CHECK(found[0].name == "mine");
    const auto failed = ask({}, {mine}, ERROR_INSTALL_SERVICE_FAILURE);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().osCode == ERROR_INSTALL_SERVICE_FAILURE);
}

TEST_CASE("products that vanish, are damaged, refuse or are listed twice cost no other product", "[windows]")
{
    Record gone;
    gone.code = L"{00000000-0000-0000-0000-000000000001}";
    gone.statusOfProperties = ERROR_UNKNOWN_PRODUCT;
    Record damaged;
    damaged.code = L"{00000000-0000-0000-0000-000000000003}";
    damaged.status = ERROR_BAD_CONFIGURATION;
    Record refused;
    refused.code = L"{00000000-0000-0000-0000-000000000002}";
    refused.statusOfProperties = ERROR_ACCESS_DENIED;
    Record whole;
    whole.properties = {{L"State", L"5"}, {L"InstalledProductName", L"whole"}};
    const auto found = ask({gone, damaged, refused, whole, whole}).value();
    REQUIRE(found.size() == 2);
    CHECK(found[0].productCode == "{00000000-0000-0000-0000-000000000002}");
    CHECK(found[0].name.empty());
    CHECK(found[1].name == "whole");
    CHECK_FALSE(ask(std::vector<Record>(1000, damaged)));
}

TEST_CASE("a Windows without the functions has no answer", "[windows]")
{
    CHECK(installerProductsFrom({}).error().code == ErrorCode::unsupported);
}

TEST_CASE("the live Windows Installer tells products of the computer and of the person", "[windows]")
{
    const std::wstring machineCode = L"{0FF7A390-0000-4000-8000-0000000000A1}";
    const std::wstring personCode = L"{0FF7A390-0000-4000-8000-0000000000A2}";
    const std::wstring data = L"SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\UserData\\";
    const OwnKey announced(HKEY_LOCAL_MACHINE, L"SOFTWARE\\Classes\\Installer\\Products\\" + packed(machineCode));
    const OwnKey described(HKEY_LOCAL_MACHINE,
                           data + L"S-1-5-18\\Products\\" + packed(machineCode) + L"\\InstallProperties");
    const OwnKey personal(HKEY_CURRENT_USER, L"Software\\Microsoft\\Installer\\Products\\" + packed(personCode));
    const OwnKey kept(HKEY_LOCAL_MACHINE,
                      data + toWide(test::ownSid()) + L"\\Products\\" + packed(personCode) + L"\\InstallProperties");
    const DWORD one = 1;
    for (const OwnKey* const key : {&described, &kept}) {
        key->set(L"WindowsInstaller", REG_DWORD, {reinterpret_cast<const char*>(&one), sizeof one});
        key->setText(L"DisplayVersion", L"21.3.10");
        key->setText(L"Publisher", L"AO Kaspersky Lab");
        key->setText(L"InstallLocation", L"C:\\K");
        key->setText(L"LocalPackage", L"C:\\Windows\\Installer\\k.msi");
    }
    described.setText(L"DisplayName", L"for all");
    kept.setText(L"DisplayName", L"for one");
    announced.setText(L"ProductName", L"for all");
    personal.setText(L"ProductName", L"for one");

    const auto found = LiveWindowsManagers{}.installerProducts();
    REQUIRE(found);
    const auto coded = [&](const std::wstring& code) {
        const auto place = std::find_if(found->begin(), found->end(), [&](const InstallerProduct& product) {
            return product.productCode == toUtf8(code);
        });
        INFO(toUtf8(code) << " among " << found->size());
        REQUIRE(place != found->end());
        return *place;
    };
    const InstallerProduct all = coded(machineCode);
    CHECK(all.account.empty());
    CHECK(all.name == "for all");
    CHECK(all.version == "21.3.10");
    CHECK(all.publisher == "AO Kaspersky Lab");
    CHECK(all.location == "C:\\K");
    const InstallerProduct single = coded(personCode);
    CHECK(single.account == test::ownSid());
    CHECK(single.name == "for one");
}
