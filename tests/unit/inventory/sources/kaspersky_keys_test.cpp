#include "inventory/sources/kaspersky_values.h"
#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace offramp;

namespace {

RegistryValue written(std::string_view spelled)
{
    return {"", RegistryValue::Type::string, std::string(spelled), {}, 0, {}};
}

RegistryValue number(std::uint64_t value)
{
    return {"", RegistryValue::Type::qword, {}, {}, value, {}};
}

std::string timeOf(const RegistryValue& value)
{
    const std::optional<Instant> instant = sources::decodeVendorTime(value);
    return instant ? toString(*instant) : "";
}

const Evidence* find(const SourceReport& report, std::string_view id)
{
    const auto found = std::find_if(report.evidence.begin(), report.evidence.end(),
                                    [&](const Evidence& seen) { return seen.id == id; });
    return found == report.evidence.end() ? nullptr : &*found;
}

}   // namespace

TEST_CASE("times are read in every form the vendor used, and implausible ones are left out")
{
    const std::string expected = "2024-09-24T18:45:23Z";
    CHECK(timeOf(written("1727203523")) == expected);
    CHECK(timeOf(written("66f308c3")) == expected);
    CHECK(timeOf(written("0x66F308C3")) == expected);
    CHECK(timeOf(number(1727203523)) == expected);
    CHECK(timeOf(number(133716771230000000)) == expected);
    CHECK(timeOf({"", RegistryValue::Type::binary, {}, {}, 0, "\xC3\x08\xF3\x66"}) == expected);
    for (const std::string_view bad : {"", "yesterday", "0", "20241005", "99999999999999999999999", "-5", "0x"}) {
        CHECK(timeOf(written(bad)).empty());
    }
    CHECK(timeOf({"", RegistryValue::Type::binary, {}, {}, 0, "\x01\x02\x03"}).empty());
    CHECK(timeOf(number(~std::uint64_t{0})).empty());
}

TEST_CASE("licence days are hexadecimal and may be negative")
{
    CHECK(sources::decodeDaysLeft(written("16")) == 22);
    CHECK(sources::decodeDaysLeft(written("0x1e")) == 30);
    CHECK(sources::decodeDaysLeft(written("fffffffe")) == -2);
    CHECK(sources::decodeDaysLeft(written("-a")) == -10);
    CHECK(sources::decodeDaysLeft(number(5)) == 5);
    CHECK_FALSE(sources::decodeDaysLeft(written("7fffffff")));
    CHECK_FALSE(sources::decodeDaysLeft(written("soon")));
    CHECK_FALSE(sources::decodeDaysLeft(written("-ffffffffffffffff")));
}

TEST_CASE("an edition counts only as a word of its own")
{
    CHECK(sources::editionIn("Kaspersky Plus") == "Plus");
    CHECK(sources::editionIn("PREMIUM") == "Premium");
    CHECK(sources::editionIn("Kaspersky Surplus").empty());
    CHECK(sources::editionIn("").empty());
}

TEST_CASE("a consumer product tells its name, version, folder, uninstaller and state")
{
    FakeHost host(OsFamily::windows);
    const std::string product = R"(HKLM\SOFTWARE\WOW6432Node\KasperskyLab\AVP21.3)";
    host.addText(product + R"(\environment)", "ProductName", "Kaspersky Plus");
    host.addText(product + R"(\environment)", "Ins_ProductVersion", "21.3.10.391");
    host.addText(product + R"(\environment)", "ProductRoot", R"(C:\Program Files (x86)\Kaspersky Lab\Kaspersky 21.3\)");
    host.addText(product + R"(\environment)", "ProductCode", "{7911e943-32cc-45d0-a29c-56e6ef762275}");
    host.addText(product + R"(\Data)", "LicDaysTillExpiration", "16");
    host.addText(product + R"(\Data\UpdateState)", "LastUpdate", "66f308c3");
    host.addText(product + R"(\Settings\PasswordProtectionSettings)", "OPEP", "SECRET-HASH");
    host.addNumber(product + R"(\settings)", "EnableSelfProtection", 1);
    const SourceReport report = sources::readKasperskyKeys(host, {});
    CHECK(find(report, "hklm/software/kasperskylab") != nullptr);
    const Evidence* key = find(report, "hklm/software/kasperskylab/avp21.3");
    const Evidence* environment = find(report, "hklm/software/kasperskylab/avp21.3/environment");
    REQUIRE(key != nullptr);
    REQUIRE(environment != nullptr);
    CHECK(environment->name == "Kaspersky Plus");
    CHECK(environment->version == "21.3.10.391");
    CHECK(environment->presence == Presence::absent);
    CHECK(environment->uninstall->value == "{7911E943-32CC-45D0-A29C-56E6EF762275}");
    REQUIRE(environment->vendor);
    CHECK(environment->vendor->edition == "Plus");
    CHECK(environment->vendor->licenceDaysLeft == 22);
    CHECK(toString(environment->vendor->databasesUpdatedAt.value()) == "2024-09-24T18:45:23Z");
    CHECK(environment->vendor->passwordProtected == true);
    CHECK(environment->vendor->selfDefence == true);
    CHECK_FALSE(environment->vendor->managed);
    CHECK(key->vendor == environment->vendor);
    CHECK(report.coverage == Coverage::complete);
}

TEST_CASE("a stored password is never copied anywhere")
{
    FakeHost host(OsFamily::windows);
    const std::string product = R"(HKLM\SOFTWARE\KasperskyLab\protected\KES)";
    host.addText(product + R"(\settings)", "OPEP", "SECRET-HASH");
    host.addNumber(product + R"(\settings)", "EnablePswrdProtect", 0);
    const SourceReport report = sources::readKasperskyKeys(host, {});
    const Evidence* key = find(report, "hklm/software/kasperskylab/protected/kes");
    REQUIRE(key != nullptr);
    CHECK(key->vendor->passwordProtected == true);
    for (const Evidence& seen : report.evidence) {
        for (const std::string& field :
             {seen.id, seen.name, seen.version, seen.publisher, seen.location, seen.readFrom}) {
            CHECK(field.find("SECRET") == std::string::npos);
        }
    }
}

TEST_CASE("an empty password store is no password, and no store says nothing")
{
    FakeHost host(OsFamily::windows);
    host.addText(R"(HKLM\SOFTWARE\KasperskyLab\AVP21.3\Settings)", "OPEP", "");
    host.addKey(R"(HKLM\SOFTWARE\KasperskyLab\AVP20.0\Settings)");
    const SourceReport report = sources::readKasperskyKeys(host, {});
    CHECK(find(report, "hklm/software/kasperskylab/avp21.3")->vendor->passwordProtected == false);
    CHECK_FALSE(find(report, "hklm/software/kasperskylab/avp20.0")->vendor);
}

TEST_CASE("Network Agent makes the products on its machine managed")
{
    FakeHost host(OsFamily::windows);
    const std::string root = R"(HKLM\SOFTWARE\WOW6432Node\KasperskyLab)";
    host.addKey(root + R"(\Components\34\1103\1.0.0.0\Statistics)");
    host.addKey(root + R"(\Components\34\Connectors\KES\11.0.0.0)");
    host.addText(root + R"(\protected\KES\environment)", "ProductName", "Kaspersky Endpoint Security for Windows");
    const SourceReport report = sources::readKasperskyKeys(host, {});
    CHECK(find(report, "hklm/software/kasperskylab/components/34/1103")->vendor->managed == true);
    CHECK(find(report, "hklm/software/kasperskylab/components/34/connectors/kes") != nullptr);
    CHECK(find(report, "hklm/software/kasperskylab/protected/kes/environment")->vendor->managed == true);
}

TEST_CASE("what is left in a person's tree and the keys of UltraAV are found")
{
    FakeHost host(OsFamily::windows);
    host.addUser("S-1-5-21-1", "ana");
    host.addKey(R"(HKU\S-1-5-21-1\Software\KasperskyLab\AVP21.25)");
    host.addText(R"(HKLM\SOFTWARE\WOW6432Node\UltraAV)", "AppFolder", R"(C:\Program Files\UltraAV)");
    const SourceReport report = sources::readKasperskyKeys(host, {});
    const Evidence* mine = find(report, "hkcu/software/kasperskylab/avp21.25");
    REQUIRE(mine != nullptr);
    CHECK(mine->account == "S-1-5-21-1");
    REQUIRE(find(report, "hklm/software/ultraav") != nullptr);
    CHECK(find(report, "hklm/software/ultraav")->location == R"(C:\Program Files\UltraAV)");
}

TEST_CASE("no tree is a complete answer, a closed one is not")
{
    FakeHost none(OsFamily::windows);
    CHECK(sources::readKasperskyKeys(none, {}).coverage == Coverage::complete);
    FakeHost closed(OsFamily::windows);
    closed.addKey(R"(HKLM\SOFTWARE\KasperskyLab\AVP21.3\environment)");
    closed.denyKey(R"(HKLM\SOFTWARE\KasperskyLab\AVP21.3\environment)");
    CHECK(sources::readKasperskyKeys(closed, {}).coverage == Coverage::partial);
}
