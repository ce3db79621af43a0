#include "platform/machine_watch.h"

#include "support/watch_ear.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace offramp;
using namespace std::chrono_literals;
using test::Ear;
using test::systemNow;

namespace {

class Folder {
public:
    Folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "offramp-watch-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_path = name;
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string path() const { return m_path.string(); }
    void write(const std::string& name) const { std::ofstream(m_path / name) << "text"; }

private:
    std::filesystem::path m_path;
};

}   // namespace

TEST_CASE("many changes in a row are told once", "[watch]")
{
    const Folder folder;
    Ear ear;
    auto watch = watchMachine({{folder.path(), "", false}}, {50ms, 10s}, {[&] { ear.hear(); }, [] {}});
    REQUIRE(watch);
    CHECK((*watch)->watched() == 1);
    for (int i = 0; i < 20; ++i) {
        folder.write("file" + std::to_string(i));
    }
    CHECK(ear.hears(1, 10s));
    CHECK_FALSE(ear.hears(2, 200ms));
    folder.write("later");
    CHECK(ear.hears(2, 10s));
}

TEST_CASE("changes that go on are told before they end", "[watch]")
{
    const Folder folder;
    Ear ear;
    auto watch = watchMachine({{folder.path(), "", false}}, {10s, 1ms}, {[&] { ear.hear(); }, [] {}});
    REQUIRE(watch);
    folder.write("file");
    CHECK(ear.hears(1, 5s));
}

TEST_CASE("only the file that matters is told of, and a missing folder does no harm", "[watch]")
{
    const Folder folder;
    Ear ear;
    auto watch = watchMachine({{folder.path(), "status", false}, {folder.path() + "/missing", "", false}}, {20ms, 1s},
                              {[&] { ear.hear(); }, [] {}});
    REQUIRE(watch);
    CHECK((*watch)->watched() == 1);
    folder.write("lock");
    CHECK_FALSE(ear.hears(1, 200ms));
    folder.write("status");
    CHECK(ear.hears(1, 10s));
}

TEST_CASE("the alarm rings when its moment has come, and not when it was taken back", "[watch]")
{
    Ear ear;
    auto watch = watchMachine({}, {}, {[] {}, [&] { ear.hear(); }});
    REQUIRE(watch);
    (*watch)->setAlarm(systemNow() + 1h);
    CHECK_FALSE(ear.hears(1, 50ms));
    (*watch)->setAlarm(systemNow() - 1h);   // passed while asleep
    CHECK(ear.hears(1, 10s));
    (*watch)->setAlarm(systemNow() + 1s);
    (*watch)->setAlarm(std::nullopt);
    CHECK_FALSE(ear.hears(2, 1200ms));
}

TEST_CASE("a watch ends at once, whatever it waits for", "[watch]")
{
    const Folder folder;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i) {
        auto watch = watchMachine({{folder.path(), "", false}}, {1h, 1h}, {[] {}, [] {}});
        REQUIRE(watch);
        (*watch)->setAlarm(systemNow() + 1h);
        folder.write("file");
    }
    CHECK(std::chrono::steady_clock::now() - start < 10min);   // it waits for an hour from now
}

TEST_CASE("the places of this system are ones that exist or could", "[watch]")
{
    const auto places = placesThatChange();
    CHECK(places.size() > 3);
    CHECK(std::all_of(places.begin(), places.end(), [](const WatchedPlace& each) { return each.path[0] == '/'; }));
}
