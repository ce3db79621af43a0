#include "inventory/sources/browser_extensions.h"

#include "inventory/sources/sources.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace offramp;

namespace {

const std::string id = "ahkjpbeeocnddjkakilopmfdlnjdpcdm";

std::size_t count(const SourceReport& report, std::string_view wanted)
{
    return static_cast<std::size_t>(std::count_if(report.evidence.begin(), report.evidence.end(),
                                                  [&](const Evidence& seen) { return seen.id == wanted; }));
}

}   // namespace

TEST_CASE("a manifest gives name and version, anything else gives nothing")
{
    using sources::ExtensionManifest;
    CHECK(sources::decodeExtensionManifest(R"({"name":"Kaspersky Protection","version":"1.2"})")
          == ExtensionManifest{"Kaspersky Protection", "1.2"});
    CHECK(sources::decodeExtensionManifest("\xEF\xBB\xBF{\"name\":\"__MSG_appName__\",\"version\":3}")
          == ExtensionManifest{});
    CHECK(sources::decodeExtensionManifest("") == ExtensionManifest{});
    CHECK(sources::decodeExtensionManifest("[1,2") == ExtensionManifest{});
}

TEST_CASE("Firefox add-ons are read, themes are not, and damage is told")
{
    const auto decoded = sources::decodeFirefoxAddons(R"({"addons":[
        {"id":"a@kaspersky.com","version":"1","type":"extension","defaultLocale":{"name":"A"}},
        {"id":"t","type":"theme"},{"id":7},5,null]})");
    CHECK(decoded.intact);
    REQUIRE(decoded.addons.size() == 1);
    CHECK(decoded.addons[0].name == "A");
    for (const std::string_view bad : {"", "{}", "[]", "{\"addons\":3}", "{\"addons\":["}) {
        CHECK_FALSE(sources::decodeFirefoxAddons(bad).intact);
    }
}

TEST_CASE("versions are compared by number")
{
    CHECK(sources::isNewerVersion("1.10", "1.9"));
    CHECK_FALSE(sources::isNewerVersion("1.9", "1.10"));
    CHECK(sources::isNewerVersion("1.0_1", "1.0_0"));
    CHECK(sources::isNewerVersion("1.0.1", "1.0"));
    CHECK_FALSE(sources::isNewerVersion("", ""));
}

TEST_CASE("profiles on each system are read")
{
    const auto readOn = [](OsFamily os, const std::string& home, const std::string& extension,
                           const std::string& addons) {
        FakeHost host(os);
        host.homes = std::vector<std::string>{home};
        host.addFile(home + extension, R"({"name":"Kaspersky Protection","version":"31.0"})");
        host.addFile(home + addons, R"({"addons":[{"id":"light@kaspersky.com","version":"6"}]})");
        return sources::readBrowserExtensions(host, {});
    };
    for (const SourceReport& report :
         {readOn(OsFamily::windows, R"(C:\Users\ana)",
                 R"(\AppData\Local\Google\Chrome\User Data\Profile 1\Extensions\)" + id + R"(\31.0_0\manifest.json)",
                 R"(\AppData\Roaming\Mozilla\Firefox\Profiles\x.default\extensions.json)"),
          readOn(OsFamily::linux, "/home/ana", "/.config/chromium/Default/Extensions/" + id + "/31.0_0/manifest.json",
                 "/.mozilla/firefox/x.default/extensions.json"),
          readOn(OsFamily::macos, "/Users/ana",
                 "/Library/Application Support/Microsoft Edge/Default/Extensions/" + id + "/31.0_0/manifest.json",
                 "/Library/Application Support/Firefox/Profiles/x/extensions.json")}) {
        REQUIRE(report.evidence.size() == 2);
        CHECK(report.evidence[0].id == id);
        CHECK(report.evidence[0].version == "31.0");
        CHECK(report.evidence[0].account == "ana");
        CHECK(report.evidence[1].id == "light@kaspersky.com");
        CHECK(report.coverage == Coverage::complete);
    }
}

TEST_CASE("the newest of several versions counts, and a missing manifest does not hide the extension")
{
    FakeHost host(OsFamily::linux);
    host.homes = std::vector<std::string>{"/home/ana"};
    const std::string folder = "/home/ana/.config/google-chrome/Default/Extensions/" + id;
    host.addFile(folder + "/9.0_0/manifest.json", R"({"version":"9.0"})");
    host.addFile(folder + "/10.0_0/manifest.json", R"({"version":"10.0"})");
    host.addFolder("/home/ana/.config/google-chrome/Default/Extensions/bare/1_0");
    const SourceReport report = sources::readBrowserExtensions(host, {});
    REQUIRE(report.evidence.size() == 2);
    CHECK(report.evidence[0].version == "10.0");
    CHECK(report.evidence[1].id == "bare");
}

TEST_CASE("the registry names extensions, forced extensions and messaging hosts")
{
    FakeHost host(OsFamily::windows);
    host.addUser("S-1-5-21-1", "ana");
    host.addText(R"(HKLM\SOFTWARE\WOW6432Node\Google\Chrome\Extensions\)" + id, "update_url", "https://x");
    host.addText(R"(HKLM\SOFTWARE\Policies\Microsoft\Edge\ExtensionInstallForcelist)", "1", id + ";https://x");
    host.addText(R"(HKU\S-1-5-21-1\Software\Mozilla\NativeMessagingHosts\com.kaspersky.host)", "", R"(C:\x\m.json)");
    host.addText(R"(HKLM\SOFTWARE\Mozilla\Firefox\Extensions)", "light@kaspersky.com", R"(C:\x)");
    const SourceReport report = sources::readBrowserExtensions(host, {});
    CHECK(count(report, id) == 2);
    CHECK(count(report, "com.kaspersky.host") == 1);
    CHECK(count(report, "light@kaspersky.com") == 1);
    CHECK(report.coverage == Coverage::complete);
}

TEST_CASE("a closed home makes the report partial or denied, never complete")
{
    FakeHost host(OsFamily::linux);
    host.homes = std::vector<std::string>{"/home/ana", "/home/ben"};
    host.addFolder("/home/ana/.config/chromium");
    host.deny("/home/ben");
    CHECK(sources::readBrowserExtensions(host, {}).coverage == Coverage::partial);
    host.homes = fail(ErrorCode::accessDenied, "/home");
    CHECK(sources::readBrowserExtensions(host, {}).coverage == Coverage::denied);
}
