#include "platform/windows/windows_registry.h"

#include "platform/registry_data.h"
#include "platform/windows/system_function.h"
#include "platform/windows/windows_api.h"
#include "unit/platform/windows/test_places.h"

#include <catch2/catch.hpp>

#include <aclapi.h>
#include <winternl.h>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace offramp;
using test::OwnFolder;
using test::OwnKey;

namespace {

std::string bytesOf(std::wstring_view text)
{
    return {reinterpret_cast<const char*>(text.data()), text.size() * sizeof(wchar_t)};
}

const RegistryValue* find(const std::vector<RegistryValue>& values, std::string_view name)
{
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const RegistryValue& value) { return value.name == name; });
    return found == values.end() ? nullptr : &*found;
}

bool contains(const std::vector<std::string>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Makes a key whose name a C string cannot hold; empty when this system does not let us.
UniqueKey makeCounted(HKEY parent, std::wstring name)
{
    using NtCreateKey =
        NTSTATUS(NTAPI*)(HANDLE*, ACCESS_MASK, OBJECT_ATTRIBUTES*, ULONG, UNICODE_STRING*, ULONG, ULONG*);
    const auto create = systemFunction<NtCreateKey>(L"ntdll.dll", "NtCreateKey");
    const auto bytes = static_cast<USHORT>(name.size() * sizeof(wchar_t));
    UNICODE_STRING counted{bytes, bytes, name.data()};
    OBJECT_ATTRIBUTES attributes{};
    attributes.Length = sizeof attributes;
    attributes.RootDirectory = parent;
    attributes.ObjectName = &counted;
    attributes.Attributes = OBJ_CASE_INSENSITIVE;
    HANDLE key = nullptr;
    if (create(&key, KEY_ALL_ACCESS, &attributes, 0, nullptr, REG_OPTION_VOLATILE, nullptr) < 0) {
        return {};
    }
    return UniqueKey(static_cast<HKEY>(key));
}

// Deletes the key itself, whatever its name is.
void deleteOpen(const UniqueKey& key)
{
    using NtDeleteKey = NTSTATUS(NTAPI*)(HANDLE);
    systemFunction<NtDeleteKey>(L"ntdll.dll", "NtDeleteKey")(key.get());
}

}   // namespace

TEST_CASE("a live value means what the same bytes mean in a recording", "[windows]")
{
    struct Raw {
        DWORD type;
        std::string bytes;
    };
    const std::vector<Raw> raws{
        {REG_SZ, bytesOf(std::wstring_view(L"Kaspersky\0", 10))},
        {REG_SZ, bytesOf(L"no terminator")},
        {REG_SZ, bytesOf(std::wstring_view(L"two terminators\0\0", 17))},
        {REG_SZ, bytesOf(std::wstring_view(L"in\0side", 7))},
        {REG_SZ, bytesOf(L"odd") + "x"},
        {REG_SZ, std::string("Kaspersky Lab\0", 14)},
        {REG_SZ, std::string("AVP21\0", 6)},
        {REG_SZ, "KSDE5"},
        {REG_SZ, bytesOf(L"\xD800 alone")},
        {REG_SZ, bytesOf(L"\x041A\x0430\x0441\x043F")},
        {REG_SZ, ""},
        {REG_SZ, "\x01"},
        {REG_EXPAND_SZ, bytesOf(std::wstring_view(L"%ProgramFiles%\\X\0", 17))},
        {REG_MULTI_SZ, bytesOf(std::wstring_view(L"a\0b\0\0", 5))},
        {REG_MULTI_SZ, bytesOf(std::wstring_view(L"a\0b", 3))},
        {REG_MULTI_SZ, bytesOf(std::wstring_view(L"\0\0a\0\0\0b\0", 8))},
        {REG_MULTI_SZ, ""},
        {REG_DWORD, std::string("\x78\x56\x34\x12", 4)},
        {REG_DWORD, std::string("\x01\x02", 2)},
        {REG_DWORD, std::string("\x01\0\0\0\xFF\xFF\xFF\xFF", 8)},
        {REG_QWORD, std::string("\x01\0\0\0\0\0\0\x80", 8)},
        {REG_QWORD, std::string("\x01\0\0\0", 4)},
        {REG_BINARY, bytesOf(L"text in bytes")},
        {REG_BINARY, ""},
        {REG_NONE, std::string("\0\1\2", 3)},
        {REG_DWORD_BIG_ENDIAN, std::string("\0\0\0\1", 4)},
        {0xFFFF, "of no known type"},
    };
    const OwnKey key;
    for (std::size_t at = 0; at < raws.size(); ++at) {
        key.set(L"v" + std::to_wstring(at), raws[at].type, raws[at].bytes);
    }
    const auto values = WindowsRegistry(SignedOutPeople::areLeftOut).values(key.key()).value();
    REQUIRE(values.size() == raws.size());
    for (std::size_t at = 0; at < raws.size(); ++at) {
        const std::string name = "v" + std::to_string(at);
        INFO(name);
        const RegistryValue* const live = find(values, name);
        REQUIRE(live != nullptr);
        const RegistryValue recorded = decodeRegistryData(name, raws[at].type, raws[at].bytes, RegistryText::utf16);
        CHECK(live->type == recorded.type);
        CHECK(live->text == recorded.text);
        CHECK(live->texts == recorded.texts);
        CHECK(live->number == recorded.number);
        CHECK(live->bytes == recorded.bytes);
    }
}

TEST_CASE("large values, long names, the default value and many values are read whole", "[windows]")
{
    const OwnKey key;
    const std::wstring longText(32767, L'\x0416');
    const std::string large(1u << 20, '\x7F');
    const std::wstring longName(16383, L'n');
    key.setText(L"", L"default");
    key.setText(L"long", longText);
    key.set(L"large", REG_BINARY, large);
    key.setText(longName, L"here");
    for (int at = 0; at < 300; ++at) {
        key.setText(L"many" + std::to_wstring(at), std::to_wstring(at));
    }
    const auto values = WindowsRegistry(SignedOutPeople::areLeftOut).values(key.key()).value();
    CHECK(values.size() == 304);
    REQUIRE(find(values, "") != nullptr);
    CHECK(find(values, "")->text == "default");
    REQUIRE(find(values, "long") != nullptr);
    CHECK(find(values, "long")->text == toUtf8(longText));
    REQUIRE(find(values, "large") != nullptr);
    CHECK(find(values, "large")->bytes == large);
    REQUIRE(find(values, toUtf8(longName)) != nullptr);
    CHECK(find(values, toUtf8(longName))->text == "here");
    REQUIRE(find(values, "many299") != nullptr);
    CHECK(find(values, "many299")->text == "299");
}

TEST_CASE("a value that grows while it is read is read", "[windows]")
{
    const OwnKey key;
    key.set(L"growing", REG_BINARY, "x");
    key.setText(L"still", L"here");
    std::atomic<bool> done{false};
    std::thread writer([&] {
        for (std::size_t size = 1; !done; size = size * 2 % 200'003) {
            const std::string data(size, 'x');
            ::RegSetValueExW(key.get(), L"growing", 0, REG_BINARY, reinterpret_cast<const BYTE*>(data.data()),
                             static_cast<DWORD>(data.size()));
        }
    });
    const WindowsRegistry registry(SignedOutPeople::areLeftOut);
    int whole = 0;
    for (int round = 0; round < 200; ++round) {
        const auto values = registry.values(key.key());
        const bool both = values && values->size() == 2 && find(*values, "still") != nullptr
                          && find(*values, "growing")->bytes.find_first_not_of('x') == std::string::npos;
        whole += both ? 1 : 0;
    }
    done = true;
    writer.join();
    CHECK(whole == 200);
}

TEST_CASE("no key is lost to its name", "[windows]")
{
    const OwnKey key;
    const std::wstring longest(255, L'k');
    const std::wstring lone = L"lone \xD83D surrogate";
    const std::wstring pair = L"pair \xD83D\xDEE1";
    for (const std::wstring& name :
         {longest, lone, pair, std::wstring(L"dots.and/slashes"), std::wstring(L" blanks ")}) {
        const UniqueKey child = key.child(name);
        REQUIRE(::RegSetValueExW(child.get(), L"who", 0, REG_SZ, reinterpret_cast<const BYTE*>(name.c_str()),
                                 static_cast<DWORD>((name.size() + 1) * 2))
                == ERROR_SUCCESS);
    }
    const WindowsRegistry registry(SignedOutPeople::areLeftOut);
    const auto names = registry.subkeys(key.key()).value();
    REQUIRE(names.size() == 5);
    CHECK(contains(names, toUtf8(longest)));
    CHECK(contains(names, "lone \xEF\xBF\xBD surrogate"));
    for (const std::string& name : names) {
        INFO(name);
        const auto values = registry.values(key.key().child(name));
        REQUIRE(values);
        REQUIRE(values->size() == 1);
        CHECK(values->at(0).text == name);
        CHECK(registry.subkeys(key.key().child(name)).value().empty());
    }
    const auto absent = registry.values(key.key().child("other \xEF\xBF\xBD surrogate"));
    REQUIRE_FALSE(absent);
    CHECK(absent.error().code == ErrorCode::notFound);
}

TEST_CASE("a key that hides behind a NUL in its name is found and read", "[windows]")
{
    const OwnKey key;
    const UniqueKey decoy = key.child(L"hidden");
    const UniqueKey hidden = makeCounted(key.get(), std::wstring(L"hidden\0key", 10));
    if (!hidden) {
        WARN("this system makes no key with a NUL in its name; not proven here");
        return;
    }
    REQUIRE(::RegSetValueExW(hidden.get(), L"v", 0, REG_SZ, reinterpret_cast<const BYTE*>(L"found"), 12)
            == ERROR_SUCCESS);
    const WindowsRegistry registry(SignedOutPeople::areLeftOut);
    const std::string name("hidden\0key", 10);
    CHECK(contains(registry.subkeys(key.key()).value(), name));
    const auto values = registry.values(key.key().child(name));
    deleteOpen(hidden);
    REQUIRE(values);
    REQUIRE(values->size() == 1);
    CHECK(values->at(0).text == "found");
    CHECK(registry.values(key.key().child("hidden")).value().empty());
}

TEST_CASE("keys that come and go while they are listed cost no other key", "[windows]")
{
    const OwnKey key;
    constexpr int staying = 40;
    for (int at = 0; at < staying; ++at) {
        [[maybe_unused]] const UniqueKey child = key.child(L"stays" + std::to_wstring(at));
    }
    std::atomic<bool> done{false};
    std::thread writer([&] {
        while (!done) {
            for (const wchar_t* const name : {L"goes", L"sometimes", L"zzz"}) {
                UniqueKey made;
                ::RegCreateKeyExW(key.get(), name, 0, nullptr, REG_OPTION_VOLATILE, KEY_ALL_ACCESS, nullptr, made.put(),
                                  nullptr);
                made.reset();
                ::RegDeleteKeyW(key.get(), name);
            }
            ::Sleep(5);
        }
    });
    const WindowsRegistry registry(SignedOutPeople::areLeftOut);
    int complete = 0;
    int wrong = 0;
    constexpr int rounds = 100;
    for (int round = 0; round < rounds; ++round) {
        const auto names = registry.subkeys(key.key());
        if (!names) {
            ++wrong;
            continue;
        }
        const auto stays = std::count_if(names->begin(), names->end(),
                                         [](const std::string& name) { return name.starts_with("stays"); });
        complete += stays == staying ? 1 : 0;
        for (const std::string& name : *names) {
            const auto values = registry.values(key.key().child(name));
            wrong += !values && values.error().code != ErrorCode::notFound ? 1 : 0;
        }
    }
    done = true;
    writer.join();
    CHECK(complete == rounds);
    CHECK(wrong == 0);
}

TEST_CASE("a key that was deleted while it is open is not found", "[windows]")
{
    const OwnKey key;
    UniqueKey child = key.child(L"child");
    REQUIRE(::RegDeleteKeyW(key.get(), L"child") == ERROR_SUCCESS);
    KeyReader reader;
    for (const ErrorCode code :
         {reader.values(child.get(), "child").error().code, reader.subkeys(child.get(), "child").error().code}) {
        CHECK(code == ErrorCode::notFound);
    }
}

TEST_CASE("what may not be read is refused, not absent", "[windows]")
{
    const OwnKey key;
    const UniqueKey closed = key.child(L"closed");
    LocalMemory<void> nobody;
    REQUIRE(::ConvertStringSecurityDescriptorToSecurityDescriptorW(L"D:P(D;;GA;;;WD)", SDDL_REVISION_1, nobody.put(),
                                                                   nullptr)
            != 0);
    REQUIRE(::RegSetKeySecurity(closed.get(), DACL_SECURITY_INFORMATION, nobody.get()) == ERROR_SUCCESS);
    const WindowsRegistry registry(SignedOutPeople::areLeftOut);
    const auto values = registry.values(key.key().child("closed"));
    const auto names = registry.subkeys(key.key().child("closed"));
    const bool listed = contains(registry.subkeys(key.key()).value(), "closed");
    LocalMemory<void> everybody;
    ::ConvertStringSecurityDescriptorToSecurityDescriptorW(L"D:P(A;;GA;;;WD)", SDDL_REVISION_1, everybody.put(),
                                                           nullptr);
    ::RegSetKeySecurity(closed.get(), DACL_SECURITY_INFORMATION, everybody.get());
    CHECK(listed);
    if (values) {
        WARN("this system does not keep people out of their keys; not proven here");
        return;
    }
    CHECK(values.error().code == ErrorCode::accessDenied);
    CHECK(values.error().osCode == ERROR_ACCESS_DENIED);
    CHECK(values.error().context == key.key().child("closed").display());
    CHECK(names.error().code == ErrorCode::accessDenied);
}

TEST_CASE("both halves of the machine's registry are read, each where it says it is", "[windows]")
{
    const std::wstring name = L"SOFTWARE\\" + test::ownName();
    const OwnKey native(HKEY_LOCAL_MACHINE, name, KEY_WOW64_64KEY);
    const OwnKey wow(HKEY_LOCAL_MACHINE, name, KEY_WOW64_32KEY);
    native.setText(L"half", L"64");
    wow.setText(L"half", L"32");
    const WindowsRegistry registry(SignedOutPeople::areLeftOut);
    const RegistryKey in64{Hive::localMachine, RegistryView::native64, toUtf8(name)};
    const RegistryKey in32{Hive::localMachine, RegistryView::wow32, toUtf8(name)};
    CHECK(registry.values(in64).value().at(0).text == "64");
    CHECK(registry.values(in32).value().at(0).text == "32");
    CHECK(contains(registry.subkeys({Hive::localMachine, RegistryView::wow32, "SOFTWARE"}).value(),
                   toUtf8(name).substr(9)));
    const RegistryKey shownName{Hive::localMachine, RegistryView::native64, in32.display().substr(5)};
    CHECK(registry.values(shownName).value().at(0).text == "32");
}

TEST_CASE("an absent key is not found, and blank parts of a path are no parts", "[windows]")
{
    const OwnKey key;
    key.setText(L"v", L"1");
    const WindowsRegistry registry(SignedOutPeople::areLeftOut);
    CHECK(registry.values(key.key().child("no")).error().code == ErrorCode::notFound);
    CHECK(registry.subkeys(key.key().child("no\\deeper")).error().code == ErrorCode::notFound);
    RegistryKey blanks = key.key();
    blanks.path = '\\' + blanks.path + "\\\\";
    CHECK(registry.values(blanks).value().size() == 1);
    CHECK(contains(registry.subkeys({Hive::localMachine, RegistryView::native64, {}}).value(), "Software"));
    CHECK(contains(registry.subkeys({Hive::users, RegistryView::native64, {}}).value(), test::ownSid()));
    CHECK(registry.values({Hive::users, RegistryView::native64, "S-1-5-21-1-2-3-4"}).error().code
          == ErrorCode::notFound);
    CHECK(registry.values({Hive::localMachine, RegistryView::native64, std::string(3000, 'x')}).error().code
          != ErrorCode::accessDenied);
}

TEST_CASE("a key that is a link to itself is an error and no endless way", "[windows]")
{
    const OwnKey key;
    UniqueKey link;
    REQUIRE(::RegCreateKeyExW(key.get(), L"loop", 0, nullptr, REG_OPTION_VOLATILE | REG_OPTION_CREATE_LINK,
                              KEY_ALL_ACCESS, nullptr, link.put(), nullptr)
            == ERROR_SUCCESS);
    const std::wstring target = L"\\Registry\\User\\" + toWide(key.key().path) + L"\\loop";
    REQUIRE(::RegSetValueExW(link.get(), L"SymbolicLinkValue", 0, REG_LINK,
                             reinterpret_cast<const BYTE*>(target.c_str()),
                             static_cast<DWORD>(target.size() * sizeof(wchar_t)))
            == ERROR_SUCCESS);
    const WindowsRegistry registry(SignedOutPeople::areLeftOut);
    const bool readable = registry.values(key.key().child("loop")).has_value();
    const bool below = registry.values(key.key().child("loop\\loop\\loop")).has_value();
    deleteOpen(link);
    CHECK_FALSE(readable);
    CHECK_FALSE(below);
}
