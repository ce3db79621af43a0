#include "platform/machine_watch.h"

#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"
#include "support/watch_ear.h"
#include "unit/platform/windows/test_places.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace offramp;
using namespace std::chrono_literals;
using test::Ear;
using test::OwnKey;
using test::systemNow;

namespace {

// As placesThatChange() writes it.
std::string placeOf(const std::wstring& below)
{
    return "HKCU\\" + toUtf8(below);
}

// As an installer does.
void add(const OwnKey& list, const std::wstring& name)
{
    static_cast<void>(list.child(name));
}

void remove(const std::wstring& below)
{
    ::RegDeleteTreeW(HKEY_CURRENT_USER, below.c_str());
}

}   // namespace

TEST_CASE("programs that come and go in the registry are told, many in a row once", "[watch]")
{
    const std::wstring name = L"Software\\" + test::ownName();
    const OwnKey list(HKEY_CURRENT_USER, name);
    Ear ear;
    auto watch = watchMachine({{placeOf(name), "", true}}, {100ms, 10s}, {[&] { ear.hear(); }, [] {}});
    REQUIRE(watch);
    CHECK((*watch)->watched() == 1);
    for (int i = 0; i < 20; ++i) {
        add(list, L"program" + std::to_wstring(i));
    }
    CHECK(ear.hears(1, 10s));
    CHECK_FALSE(ear.hears(2, 500ms));
    const UniqueKey entry = list.child(L"program3");
    CHECK_FALSE(ear.hears(2, 500ms));   // opened, not changed
    constexpr wchar_t version[] = L"2";
    ::RegSetValueExW(entry.get(), L"DisplayVersion", 0, REG_SZ, reinterpret_cast<const BYTE*>(version), sizeof version);
    CHECK(ear.hears(2, 10s));
    ::RegDeleteKeyW(list.get(), L"program5");
    CHECK(ear.hears(3, 10s));
}

TEST_CASE("where only names matter, what happens further below is not told", "[watch]")
{
    const std::wstring name = L"Software\\" + test::ownName();
    const OwnKey services(HKEY_CURRENT_USER, name);
    const UniqueKey service = services.child(L"service");
    Ear ear;
    auto watch = watchMachine({{placeOf(name), "", false}}, {100ms, 10s}, {[&] { ear.hear(); }, [] {}});
    REQUIRE(watch);
    ::RegSetValueExW(service.get(), L"Start", 0, REG_SZ, nullptr, 0);
    CHECK_FALSE(ear.hears(1, 500ms));
    add(services, L"another");
    CHECK(ear.hears(1, 10s));
}

TEST_CASE("a list of programs that is made later is heard of, also after it was taken away", "[watch]")
{
    const std::wstring parent = L"Software\\" + test::ownName();
    const std::wstring name = parent + L"\\between\\Uninstall";
    const OwnKey mother(HKEY_CURRENT_USER, parent);
    Ear ear;
    auto watch = watchMachine({{placeOf(name), "", true}}, {100ms, 10s}, {[&] { ear.hear(); }, [] {}});
    REQUIRE(watch);
    CHECK((*watch)->watched() == 1);
    add(mother, L"of no interest");
    CHECK_FALSE(ear.hears(1, 500ms));
    for (int times = 0; times < 3; ++times) {
        const int before = ear.count();
        {
            const OwnKey list(HKEY_CURRENT_USER, name);
            CHECK(ear.hears(before + 1, 10s));
            const int made = ear.count();
            add(list, L"program");
            CHECK(ear.hears(made + 1, 10s));
        }
        const int gone = ear.count();
        remove(parent + L"\\between");
        ear.hears(gone + 1, 2s);   // one or two, as fast as it goes
        CHECK_FALSE(ear.hears(ear.count() + 1, 500ms));
    }
}

TEST_CASE("the alarm rings when its moment has come, and not when it was taken back", "[watch]")
{
    Ear ear;
    auto watch = watchMachine({}, {}, {[] {}, [&] { ear.hear(); }});
    REQUIRE(watch);
    (*watch)->setAlarm(systemNow() + 1h);
    CHECK_FALSE(ear.hears(1, 100ms));
    (*watch)->setAlarm(systemNow() - 1h);   // passed while asleep
    CHECK(ear.hears(1, 10s));
    (*watch)->setAlarm(systemNow() + 1s);
    (*watch)->setAlarm(std::nullopt);
    CHECK_FALSE(ear.hears(2, 1500ms));
}

TEST_CASE("a watch ends at once, whatever it waits for", "[watch]")
{
    const std::wstring name = L"Software\\" + test::ownName();
    const OwnKey key(HKEY_CURRENT_USER, name);
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i) {
        auto watch = watchMachine({{placeOf(name), "", true}}, {1h, 1h}, {[] {}, [] {}});
        REQUIRE(watch);
        (*watch)->setAlarm(systemNow() + 1h);
        add(key, L"program" + std::to_wstring(i));
    }
    CHECK(std::chrono::steady_clock::now() - start < 10min);   // it waits for an hour from now
}

TEST_CASE("all places of this system can be watched", "[watch]")
{
    const auto places = placesThatChange();
    auto watch = watchMachine(places, {}, {[] {}, [] {}});
    REQUIRE(watch);
    CHECK((*watch)->watched() == places.size());
}
