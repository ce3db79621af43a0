#include "platform/registry_data.h"
#include "platform/windows/machine_facts.h"
#include "platform/windows/windows_registry.h"
#include "unit/platform/windows/test_places.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

using namespace offramp;
using test::OwnFolder;
using test::OwnKey;

namespace {

const std::wstring profiles = toWide(profileListPath) + L'\\';

std::optional<UserHive> hiveOf(const Registry& registry, std::string_view sid)
{
    const auto hives = registry.userHives().value();
    const auto found = std::find_if(hives.begin(), hives.end(), [&](const UserHive& hive) { return hive.sid == sid; });
    return found == hives.end() ? std::nullopt : std::optional(*found);
}

bool mountsSomething()
{
    const WindowsRegistry registry(SignedOutPeople::areLeftOut);
    const auto trees = registry.subkeys({Hive::users, RegistryView::native64, {}}).value();
    return std::any_of(trees.begin(), trees.end(),
                       [](const std::string& name) { return name.starts_with("Offramp-"); });
}

std::size_t privateFolders()
{
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::temp_directory_path())) {
        count += entry.path().filename().native().starts_with(L"offramp-") ? 1 : 0;
    }
    return count;
}

// Saves a key as a file of the registry; false when this process may not.
bool saveKey(HKEY key, const std::wstring& file)
{
    UniqueHandle token;
    TOKEN_PRIVILEGES wanted{};
    wanted.PrivilegeCount = 1;
    wanted.Privileges[0].Attributes = SE_PRIVILEGE_ENABLED;
    return ::OpenProcessToken(::GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY, token.put()) != 0
           && ::LookupPrivilegeValueW(nullptr, L"SeBackupPrivilege", &wanted.Privileges[0].Luid) != 0
           && ::AdjustTokenPrivileges(token.get(), FALSE, &wanted, 0, nullptr, nullptr) != 0
           && ::RegSaveKeyW(key, file.c_str(), nullptr) == ERROR_SUCCESS;
}

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}   // namespace

TEST_CASE("the person who is signed in has a loaded tree with the name of the profile folder", "[windows]")
{
    const WindowsRegistry registry(SignedOutPeople::areLeftOut);
    const auto mine = hiveOf(registry, test::ownSid());
    REQUIRE(mine);
    CHECK(mine->loaded);
    CHECK_FALSE(mine->userName.empty());
    const auto software = registry.subkeys({Hive::users, RegistryView::native64, mine->sid + "\\Software"});
    CHECK(software.has_value());
}

TEST_CASE("system accounts are no people, and a signed-out person is known by the list of profiles", "[windows]")
{
    const OwnKey systemAccount(HKEY_LOCAL_MACHINE, profiles + L"S-1-5-18-1");
    const OwnKey gone(HKEY_LOCAL_MACHINE, profiles + L"S-1-5-21-9-9-9-9001");
    const OwnKey cloud(HKEY_LOCAL_MACHINE, profiles + L"S-1-12-1-1-2-3-4");
    const OwnKey backup(HKEY_LOCAL_MACHINE, profiles + L"S-1-5-21-9-9-9-9001.bak");
    gone.setText(L"ProfileImagePath", L"%SystemDrive%\\Users\\gone");
    cloud.setText(L"ProfileImagePath", L"C:\\Users\\in the cloud");
    const WindowsRegistry registry(SignedOutPeople::areLeftOut);
    CHECK_FALSE(hiveOf(registry, "S-1-5-18-1"));
    CHECK_FALSE(hiveOf(registry, "S-1-5-21-9-9-9-9001.bak"));
    REQUIRE(hiveOf(registry, "S-1-5-21-9-9-9-9001"));
    CHECK_FALSE(hiveOf(registry, "S-1-5-21-9-9-9-9001")->loaded);
    CHECK(hiveOf(registry, "S-1-5-21-9-9-9-9001")->userName == "gone");
    REQUIRE(hiveOf(registry, "S-1-12-1-1-2-3-4"));
    CHECK(hiveOf(registry, "S-1-12-1-1-2-3-4")->userName == "in the cloud");
}

TEST_CASE("an administrator reads the tree of somebody who is signed out, and leaves nothing behind", "[windows]")
{
    const std::size_t foldersBefore = privateFolders();
    const OwnFolder profile;
    const std::filesystem::path classesFolder = profile.path() / "AppData/Local/Microsoft/Windows";
    std::filesystem::create_directories(classesFolder);
    {
        // What is volatile is not saved.
        const OwnKey person(HKEY_CURRENT_USER, L"Software\\" + test::ownName(), KEY_WOW64_64KEY,
                            REG_OPTION_NON_VOLATILE);
        const OwnKey vendor(person.get(), L"Software\\Vendor", KEY_WOW64_64KEY, REG_OPTION_NON_VOLATILE);
        const OwnKey classes(HKEY_CURRENT_USER, L"Software\\" + test::ownName(), KEY_WOW64_64KEY,
                             REG_OPTION_NON_VOLATILE);
        const OwnKey package(classes.get(), L"Local Settings\\Package", KEY_WOW64_64KEY, REG_OPTION_NON_VOLATILE);
        vendor.setText(L"Name", L"signed out");
        package.setText(L"Name", L"of the classes");
        if (!saveKey(person.get(), (profile.path() / "NTUSER.DAT").native())
            || !saveKey(classes.get(), (classesFolder / "UsrClass.dat").native())) {
            WARN("this process may not save keys as files; not proven here");
            return;
        }
    }
    const std::string before = contentOf(profile.path() / "NTUSER.DAT");
    const std::string sid = "S-1-5-21-9-9-9-9002";
    const OwnKey listed(HKEY_LOCAL_MACHINE, profiles + toWide(sid));
    listed.setText(L"ProfileImagePath", profile.path().native());
    {
        const WindowsRegistry registry(SignedOutPeople::areRead);
        const auto hive = hiveOf(registry, sid);
        REQUIRE(hive);
        REQUIRE(hive->loaded);
        const RegistryKey tree{Hive::users, RegistryView::native64, sid};
        CHECK(registry.values(tree.child("Software\\Vendor")).value().at(0).text == "signed out");
        CHECK(registry.values(tree.child("software\\classes\\Local Settings\\Package")).value().at(0).text
              == "of the classes");
        CHECK(registry.subkeys(tree.child("Software")).value() == std::vector<std::string>{"Vendor"});
        CHECK(registry.subkeys(tree).value() == std::vector<std::string>{"Software"});
        CHECK(registry.values(tree.child("Software\\Absent")).error().code == ErrorCode::notFound);
        CHECK(hiveOf(registry, sid)->loaded);   // asked again, nothing is copied again
        CHECK(privateFolders() <= foldersBefore + 2);
    }
    CHECK_FALSE(mountsSomething());
    CHECK(privateFolders() == foldersBefore);
    CHECK(contentOf(profile.path() / "NTUSER.DAT") == before);
    const auto files = std::distance(std::filesystem::directory_iterator(profile.path()), {});
    CHECK(files == 2);   // the file and AppData: no log of anybody's changes
}

TEST_CASE("a damaged or missing file of somebody's registry counts as not read", "[windows]")
{
    const std::size_t foldersBefore = privateFolders();
    const OwnFolder damaged;
    damaged.write(L"NTUSER.DAT", std::string(8192, 'x'));
    const OwnFolder empty;
    const OwnKey first(HKEY_LOCAL_MACHINE, profiles + L"S-1-5-21-9-9-9-9003");
    const OwnKey second(HKEY_LOCAL_MACHINE, profiles + L"S-1-5-21-9-9-9-9004");
    const OwnKey third(HKEY_LOCAL_MACHINE, profiles + L"S-1-5-21-9-9-9-9005");
    first.setText(L"ProfileImagePath", damaged.path().native());
    second.setText(L"ProfileImagePath", empty.path().native());
    const WindowsRegistry registry(SignedOutPeople::areRead);
    for (const std::string_view sid : {"S-1-5-21-9-9-9-9003", "S-1-5-21-9-9-9-9004", "S-1-5-21-9-9-9-9005"}) {
        INFO(sid);
        REQUIRE(hiveOf(registry, sid));
        CHECK_FALSE(hiveOf(registry, sid)->loaded);
    }
    CHECK_FALSE(mountsSomething());
    CHECK(privateFolders() == foldersBefore);
}
