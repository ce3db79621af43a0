#include "platform/windows/windows_quarantine.h"

#include "platform/windows/nt_folder.h"
#include "unit/platform/windows/test_places.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace offramp;
namespace fs = std::filesystem;

// Wine gives every new file to the person, so these are the quarantine of a person without rights.
namespace {

struct Bench {
    test::OwnFolder folder;
    WindowsQuarantine quarantine{folder.at("kept"), Keeper::person};

    void write(const std::string& name, const std::string& content) const
    {
        const fs::path path = folder.path() / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << content;
    }
    [[nodiscard]] std::string read(const std::string& name) const
    {
        std::ifstream file(folder.path() / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    [[nodiscard]] bool exists(const std::string& name) const { return fs::exists(folder.path() / name); }
    Result<std::string> takeAway(const std::string& name)
    {
        auto place = quarantine.prepare(folder.at(name), "group");
        if (!place) {
            return place;
        }
        const auto taken = quarantine.take(*place);
        return taken ? place : Result<std::string>(tl::unexpected(taken.error()));
    }
};

// Wine 8 says that it made one and makes nothing.
bool makeLink(const std::string& link, const std::string& target)
{
    return ::CreateSymbolicLinkW(toWide(link).c_str(), toWide(target).c_str(), SYMBOLIC_LINK_FLAG_DIRECTORY) != 0
           && ::GetFileAttributesW(toWide(link).c_str()) != INVALID_FILE_ATTRIBUTES;
}

// Wine renames whatever has the name by then; there the exchange is found out afterwards, which a race can spoil.
bool renamesWhatIsOpen(const Bench& bench)
{
    bench.write("probe", "open");
    const auto spot = spotOf(bench.folder.at("probe"));
    const auto probe = openWithin(spot->folder.get(), spot->name, DELETE, NtOpen::existing, "probe");
    fs::rename(bench.folder.path() / "probe", bench.folder.path() / "moved");
    bench.write("probe", "other");
    REQUIRE(renameInto(probe->get(), spot->folder.get(), L"result", "probe"));
    const bool open = bench.read("result") == "open";
    for (const char* const name : {"probe", "moved", "result"}) {
        fs::remove(bench.folder.path() / name);
    }
    return open;
}

}   // namespace

TEST_CASE("a folder comes back from the quarantine as it was, and nothing of it stays there", "[windows]")
{
    Bench bench;
    bench.write(R"(vendor\product\a\file)", "content");
    const auto before = bench.quarantine.look(bench.folder.at(R"(vendor\product)"));
    REQUIRE(before);
    CHECK(before->kind == PathFacts::Kind::folder);
    const auto place = bench.takeAway(R"(vendor\product)");
    REQUIRE(place);
    CHECK_FALSE(bench.exists(R"(vendor\product)"));
    CHECK(bench.quarantine.look(bench.folder.at(R"(vendor\product)")).error().code == ErrorCode::notFound);
    CHECK(bench.quarantine.places("group").value() == std::vector<std::string>{*place});
    CHECK(bench.quarantine.places("other").value().empty());
    REQUIRE(bench.quarantine.putBack(*place));
    const auto after = bench.quarantine.look(bench.folder.at(R"(vendor\product)"));
    REQUIRE(after);
    CHECK(after->id == before->id);
    CHECK(bench.read(R"(vendor\product\a\file)") == "content");
    CHECK(fs::is_empty(bench.folder.path() / "kept"));
}

TEST_CASE("folders above that went meanwhile are made again by Windows' quarantine", "[windows]")
{
    Bench bench;
    bench.write(R"(vendor\product\file)", "x");
    const auto place = bench.takeAway(R"(vendor\product\file)");
    REQUIRE(place);
    fs::remove_all(bench.folder.path() / "vendor");
    REQUIRE(bench.quarantine.putBack(*place));
    CHECK(bench.read(R"(vendor\product\file)") == "x");
}

TEST_CASE("something new in the place stays, and so does what Windows' quarantine keeps", "[windows]")
{
    Bench bench;
    bench.write(R"(thing\file)", "old");
    const auto place = bench.takeAway("thing");
    REQUIRE(place);
    fs::create_directory(bench.folder.path() / "thing");
    const auto back = bench.quarantine.putBack(*place);
    REQUIRE_FALSE(back);
    CHECK(back.error().osCode == 17);
    CHECK(fs::is_empty(bench.folder.path() / "thing"));
    fs::remove(bench.folder.path() / "thing");
    REQUIRE(bench.quarantine.putBack(*place));
    CHECK(bench.read(R"(thing\file)") == "old");
    // A second time there is no such place any more.
    CHECK(bench.quarantine.putBack(*place).error().code == ErrorCode::notFound);
}

TEST_CASE("what stands there instead of the thing that was looked at is not taken", "[windows]")
{
    Bench bench;
    bench.write("thing", "old");
    const auto place = bench.quarantine.prepare(bench.folder.at("thing"), "group");
    REQUIRE(place);
    fs::rename(bench.folder.path() / "thing", bench.folder.path() / "elsewhere");
    bench.write("thing", "new");
    const auto taken = bench.quarantine.take(*place);
    REQUIRE_FALSE(taken);
    CHECK(taken.error().code == ErrorCode::unsupported);
    CHECK(bench.read("thing") == "new");
    CHECK(fs::is_empty(bench.folder.path() / "kept"));
}

TEST_CASE("a place that was put back before it could be cleared is only cleared", "[windows]")
{
    Bench bench;
    bench.write("thing", "x");
    const auto place = bench.takeAway("thing");
    REQUIRE(place);
    const fs::path kept = fs::path(toWide(*place)) / "thing";
    fs::rename(kept, bench.folder.path() / "thing");   // as a run that was ended right after the move
    REQUIRE(bench.quarantine.putBack(*place));
    CHECK(bench.read("thing") == "x");
    CHECK(fs::is_empty(bench.folder.path() / "kept"));
}

TEST_CASE("links, files with other names, drives and paths with a way around are never taken", "[windows]")
{
    Bench bench;
    bench.write(R"(real\file)", "x");
    CHECK(bench.quarantine.look(R"(C:\)").error().code == ErrorCode::unsupported);
    CHECK(bench.quarantine.look(R"(\\server\share\x)").error().code == ErrorCode::unsupported);
    CHECK(bench.quarantine.look("file").error().code == ErrorCode::unsupported);
    CHECK(bench.quarantine.look(bench.folder.at(R"(real\..\real\file)")).error().code == ErrorCode::unsupported);
    CHECK_FALSE(bench.quarantine.prepare(bench.folder.at("nothing"), "group"));
    CHECK_FALSE(bench.quarantine.prepare(bench.folder.at(R"(real\file)"), "../x"));
    if (::CreateHardLinkW(bench.folder.native(L"twin").c_str(), bench.folder.native(LR"(real\file)").c_str(), nullptr)
        != 0) {
        CHECK(bench.quarantine.prepare(bench.folder.at("twin"), "group").error().code == ErrorCode::unsupported);
        CHECK(::DeleteFileW(bench.folder.native(L"twin").c_str()) != 0);
    }
    if (makeLink(bench.folder.at("link"), bench.folder.at("real"))) {
        CHECK(bench.quarantine.look(bench.folder.at("link"))->kind == PathFacts::Kind::link);
        CHECK(bench.quarantine.look(bench.folder.at(R"(link\file)")).error().code == ErrorCode::unsupported);
    } else {
        WARN("this system makes no links");
    }
}

TEST_CASE("putting back believes only a record in a place of this quarantine that nobody else can reach", "[windows]")
{
    Bench bench;
    bench.write("thing", "x");
    const auto place = bench.takeAway("thing");
    REQUIRE(place);
    // The same place under another shelf.
    WindowsQuarantine other(bench.folder.at("other"), Keeper::person);
    CHECK(other.putBack(*place).error().code == ErrorCode::accessDenied);
    CHECK(bench.quarantine.putBack(bench.folder.at("kept")).error().code == ErrorCode::accessDenied);
    // A folder that this person made the ordinary way is open to whoever its parent lets in.
    fs::create_directories(bench.folder.path() / "open" / "group-1");
    std::ofstream(bench.folder.path() / "open" / "group-1" / "record.json") << "{}";
    WindowsQuarantine open(bench.folder.at("open"), Keeper::person);
    CHECK(open.putBack(bench.folder.at(R"(open\group-1)")).error().code == ErrorCode::accessDenied);
    // With rights, what the person could have made is not believed.
    WindowsQuarantine rights(bench.folder.at("kept"), Keeper::administrators);
    CHECK(rights.putBack(*place).error().code == ErrorCode::accessDenied);
    CHECK_FALSE(bench.exists("thing"));
    // A damaged record.
    std::ofstream(fs::path(toWide(*place)) / "record.json", std::ios::trunc) << R"({"format":"offramp.quarantine/1"})";
    CHECK(bench.quarantine.putBack(*place).error().code == ErrorCode::malformed);
}

TEST_CASE("whoever gives the name to something else meanwhile never has that taken away", "[windows]")
{
    Bench bench;
    if (!renamesWhatIsOpen(bench)) {
        WARN("this system renames by name; not proven here");
        return;
    }
    bench.write("thing", "wanted");
    bench.write("other", "precious");
    std::atomic<bool> stop{false};
    const std::wstring thing = bench.folder.native(L"thing");
    const std::wstring other = bench.folder.native(L"other");
    const std::wstring aside = bench.folder.native(L"aside");
    int taken = 0;
    for (int round = 0; round < 60; ++round) {
        const auto place = bench.quarantine.prepare(bench.folder.at("thing"), "group");
        REQUIRE(place);
        stop = false;
        std::thread exchanger([&] {
            for (; !stop; ::Sleep(1)) {
                if (::MoveFileW(thing.c_str(), aside.c_str()) != 0) {
                    ::MoveFileW(other.c_str(), thing.c_str());
                    ::MoveFileW(thing.c_str(), other.c_str());
                    ::MoveFileW(aside.c_str(), thing.c_str());
                }
            }
        });
        const auto moved = bench.quarantine.take(*place);
        stop = true;
        exchanger.join();
        if (moved) {
            ++taken;
            std::ifstream kept(fs::path(toWide(*place)) / "thing");
            REQUIRE(std::string{std::istreambuf_iterator<char>(kept), {}} == "wanted");
        }
        // Whatever names they have after the exchanges: both are there, and the precious one is not kept.
        for (const char* const name : {"thing", "other", "aside"}) {
            const std::string content = bench.read(name);
            if (!content.empty()) {
                fs::rename(bench.folder.path() / name, bench.folder.path() / content);
            }
        }
        REQUIRE(bench.exists("precious"));
        fs::rename(bench.folder.path() / "precious", bench.folder.path() / "other");
        if (moved) {
            REQUIRE(bench.quarantine.putBack(*place));
        } else {
            REQUIRE(bench.exists("wanted"));
            fs::rename(bench.folder.path() / "wanted", bench.folder.path() / "thing");
        }
    }
    CHECK(taken > 0);
}
