#include "platform/windows/registry_quarantine.h"

#include "platform/windows/registry_tree.h"
#include "platform/windows/windows_actions.h"
#include "unit/platform/windows/test_places.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

RegistryThing thingOf(const RegistryKey& key, std::string value = {})
{
    return {value.empty() ? RegistryThing::Kind::key : RegistryThing::Kind::value, key, std::move(value)};
}

// Below a key that is gone with the next start nothing lasting can be made.
test::OwnKey lastingKey()
{
    return {HKEY_CURRENT_USER, L"Software\\" + test::ownName(), KEY_WOW64_64KEY, REG_OPTION_NON_VOLATILE};
}

bool exists(const RegistryKey& key)
{
    return openPlainKey(rootOf(key.hive), toWide(key.path), KEY_READ, "key").has_value();
}

// A copy in memory, to compare with.
struct Content {
    std::vector<RawValue> values;
    std::vector<RawValue> below;
};
Content contentOf(const RegistryKey& key)
{
    const auto top = openPlainKey(rootOf(key.hive), toWide(key.path), KEY_READ, "key");
    const auto below = openPlainKey(rootOf(key.hive), toWide(key.path) + LR"(\below\deeper)", KEY_READ, "key");
    return {rawValues(top->get(), "key").value(), rawValues(below->get(), "key").value()};
}

}   // namespace

TEST_CASE("a key comes back with every value of any type, and nothing of it stays in the quarantine", "[windows]")
{
    const test::OwnKey owner = lastingKey();
    const RegistryKey key = owner.key().child("Vendor");
    {
        const auto made = makeKey(HKEY_USERS, toWide(key.path), "key");
        const auto deeper = makeKey(HKEY_USERS, toWide(key.path) + LR"(\below\deeper)", "key");
        const std::string odd("\x01\x00\x02", 3);
        ::RegSetValueExW(made->get(), nullptr, 0, REG_SZ, reinterpret_cast<const BYTE*>(L"main"), 10);
        ::RegSetValueExW(made->get(), L"odd", 0, 0x1234, reinterpret_cast<const BYTE*>(odd.data()), 3);
        ::RegSetValueExW(deeper->get(), L"list", 0, REG_MULTI_SZ, reinterpret_cast<const BYTE*>(L"a\0b\0"), 10);
        ::RegSetValueExW(deeper->get(), L"empty", 0, REG_BINARY, nullptr, 0);
    }
    const Content before = contentOf(key);
    WindowsRegistryQuarantine quarantine(Keeper::person);
    const auto place = quarantine.prepare(thingOf(key), "group");
    REQUIRE(place);
    CHECK(exists(key));
    CHECK(quarantine.places("group")->empty());
    REQUIRE(quarantine.take(*place));
    CHECK_FALSE(exists(key));
    CHECK(quarantine.places("group").value() == std::vector<std::string>{*place});
    REQUIRE(quarantine.putBack(*place));
    const Content after = contentOf(key);
    CHECK(after.values == before.values);
    CHECK(after.below == before.below);
    CHECK(quarantine.places("group")->empty());
    CHECK(quarantine.putBack(*place).error().code == ErrorCode::notFound);
}

TEST_CASE("a key that changed after it was copied is not taken", "[windows]")
{
    const test::OwnKey owner;
    owner.setText(L"a", L"1");
    WindowsRegistryQuarantine quarantine(Keeper::person);
    const auto place = quarantine.prepare(thingOf(owner.key()), "group");
    REQUIRE(place);
    owner.setText(L"b", L"2");
    CHECK(quarantine.take(*place).error().code == ErrorCode::unsupported);
    CHECK(exists(owner.key()));
    CHECK(quarantine.putBack(*place).error().code == ErrorCode::notFound);
}

TEST_CASE("something different in the place stays, and half of what was taken is made whole", "[windows]")
{
    const test::OwnKey owner = lastingKey();
    const RegistryKey key = owner.key().child("Vendor");
    const auto write = [&](const wchar_t* name, const wchar_t* value) {
        const auto made = makeKey(HKEY_USERS, toWide(key.path), "key");
        ::RegSetValueExW(made->get(), name, 0, REG_SZ, reinterpret_cast<const BYTE*>(value), 4);
    };
    write(L"a", L"1");
    write(L"b", L"2");
    WindowsRegistryQuarantine quarantine(Keeper::person);
    const auto place = quarantine.prepare(thingOf(key), "group");
    REQUIRE(place);
    REQUIRE(quarantine.take(*place));
    write(L"a", L"9");
    CHECK(quarantine.putBack(*place).error().osCode == 17);
    write(L"a", L"1");   // as a run that was ended before it had taken all
    REQUIRE(quarantine.putBack(*place));
    const auto there = openPlainKey(HKEY_USERS, toWide(key.path), KEY_READ, "key");
    CHECK(rawValues(there->get(), "key")->size() == 2);
}

TEST_CASE("one value goes and comes back, the others stay", "[windows]")
{
    const test::OwnKey owner;
    owner.setText(L"1", L"other");
    owner.setText(L"2", L"wanted");
    WindowsRegistryQuarantine quarantine(Keeper::person);
    const auto place = quarantine.prepare(thingOf(owner.key(), "2"), "group");
    REQUIRE(place);
    REQUIRE(quarantine.take(*place));
    CHECK(rawValues(owner.get(), "key")->size() == 1);
    REQUIRE(quarantine.putBack(*place));
    CHECK(rawValues(owner.get(), "key")->size() == 2);
    CHECK_FALSE(quarantine.prepare(thingOf(owner.key(), "3"), "group"));
}

TEST_CASE("only a place of the registry's quarantine is one", "[windows]")
{
    WindowsRegistryQuarantine quarantine(Keeper::person);
    for (const auto* place : {"", "registry:", "registry:group", R"(registry:..\x-1)", "registry:group-1\\x",
                              R"(C:\kept\group-1)", "registry:Group-1"}) {
        CHECK(quarantine.take(place).error().code == ErrorCode::accessDenied);
        CHECK(quarantine.putBack(place).error().code == ErrorCode::accessDenied);
    }
    CHECK(quarantine.putBack("registry:group-1").error().code == ErrorCode::notFound);
    CHECK_FALSE(quarantine.prepare(thingOf({Hive::users, RegistryView::native64, "x"}), R"(..\x)"));
}

TEST_CASE("a service goes through the service manager and comes back through it", "[windows]")
{
    const std::wstring name = test::ownName();
    const UniqueServiceHandle manager(::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_ALL_ACCESS));
    REQUIRE(manager);
    {
        const UniqueServiceHandle made(::CreateServiceW(manager.get(), name.c_str(), L"Shown", SERVICE_ALL_ACCESS,
                                                        SERVICE_WIN32_OWN_PROCESS, SERVICE_DEMAND_START,
                                                        SERVICE_ERROR_NORMAL, LR"("C:\Program Files\gone\gone.exe" -r)",
                                                        nullptr, nullptr, nullptr, nullptr, nullptr));
        REQUIRE(made);
    }
    const auto there = [&] {
        return UniqueServiceHandle(::OpenServiceW(manager.get(), name.c_str(), SERVICE_QUERY_STATUS)).valid();
    };
    const RegistryKey key{Hive::localMachine, RegistryView::native64,
                          R"(SYSTEM\CurrentControlSet\Services\)" + toUtf8(name)};
    WindowsRegistryQuarantine quarantine(Keeper::person);
    const auto place = quarantine.prepare({RegistryThing::Kind::service, key, {}}, "group");
    REQUIRE(place);
    REQUIRE(quarantine.take(*place));
    CHECK_FALSE(there());
    const auto back = quarantine.putBack(*place);
    INFO((back ? std::string{} : describe(back.error())));
    REQUIRE(back);
    CHECK(there());
    const UniqueServiceHandle made(::OpenServiceW(manager.get(), name.c_str(), DELETE));
    CHECK(::DeleteService(made.get()) != 0);
}

TEST_CASE("a system without System Restore says so in words", "[windows]")
{
    const auto point = LiveWindowsActions{Keeper::person}.makeRestorePoint("Test");
    REQUIRE(point);
    CHECK(point->made == point->why.empty());
}
