// What Offramp remembers: kept through power cuts, damage, other programs and newer versions.
#include "state/state_database.h"

#include "base/utf8_path.h"
#include "platform/durable_file.h"
#include "state/migrations.h"
#include "unit/catalog/mini_catalog.h"

#include <SQLiteCpp/Statement.h>
#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

using namespace offramp;
using test::ScratchFolder;

namespace {

const std::vector<std::string_view> notes{"CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"};

std::string bytesOf(const std::filesystem::path& file)
{
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

void write(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
}

Result<void> addNote(StateDatabase& state, const std::string& text)
{
    return state.change([&](SQLite::Database& database) {
        SQLite::Statement insert(database, "INSERT INTO note (text) VALUES (?)");
        insert.bind(1, text);
        insert.exec();
    });
}

std::int64_t countNotes(StateDatabase& state)
{
    const auto count = state.read(
        [](SQLite::Database& database) { return database.execAndGet("SELECT count(*) FROM note").getInt64(); });
    REQUIRE(count);
    return *count;
}

std::unique_ptr<StateDatabase> open(const std::filesystem::path& file)
{
    auto state = StateDatabase::open(file, notes);
    INFO((state ? std::string() : describe(state.error())));
    REQUIRE(state);
    return std::move(*state);
}

}   // namespace

TEST_CASE("the state file is made with its folder, and what was written is there the next time")
{
    const ScratchFolder folder;
    const auto file = folder.path() / "a" / "b" / "state.db";
    REQUIRE(addNote(*open(file), "one"));
    const auto again = open(file);
    CHECK(countNotes(*again) == 1);
    CHECK_FALSE(again->setAside());
#ifndef _WIN32
    using std::filesystem::perms;
    CHECK((std::filesystem::status(file).permissions() & (perms::group_all | perms::others_all)) == perms::none);
#endif
}

TEST_CASE("the tables this program makes are the ones every program of this version makes")
{
    const ScratchFolder folder;
    REQUIRE(StateDatabase::open(folder.path() / "state.db", stateMigrations()));
    REQUIRE(StateDatabase::open(folder.path() / "state.db", stateMigrations()));
}

TEST_CASE("a state file gets the steps it has not had yet, and keeps what it holds")
{
    const ScratchFolder folder;
    const auto file = folder.path() / "state.db";
    REQUIRE(addNote(*open(file), "kept"));
    auto more = notes;
    more.emplace_back("ALTER TABLE note ADD COLUMN color TEXT");
    more.emplace_back("UPDATE note SET color = 'blue'");
    const auto newer = StateDatabase::open(file, more);
    REQUIRE(newer);
    const auto color = (*newer)->read(
        [](SQLite::Database& database) { return database.execAndGet("SELECT color FROM note").getString(); });
    CHECK(color.value_or("") == "blue");
}

TEST_CASE("a step that fails leaves the file as it was")
{
    const ScratchFolder folder;
    const auto file = folder.path() / "state.db";
    REQUIRE(addNote(*open(file), "kept"));
    auto broken = notes;
    broken.emplace_back("CREATE TABLE other (id INTEGER)");
    broken.emplace_back("INSERT INTO nowhere VALUES (1)");
    CHECK_FALSE(StateDatabase::open(file, broken));
    CHECK(countNotes(*open(file)) == 1);
}

TEST_CASE("a state file of a newer Offramp is left alone and says so")
{
    const ScratchFolder folder;
    const auto file = folder.path() / "state.db";
    auto more = notes;
    more.emplace_back("CREATE TABLE later (id INTEGER)");
    REQUIRE(StateDatabase::open(file, more));
    const std::string before = bytesOf(file);
    const auto older = StateDatabase::open(file, notes);
    REQUIRE_FALSE(older);
    CHECK(older.error().code == ErrorCode::unsupported);
    CHECK(bytesOf(file) == before);
}

TEST_CASE("another program's database is not taken for ours and not changed")
{
    const ScratchFolder folder;
    const auto file = folder.path() / "state.db";
    {
        SQLite::Database foreign(pathToUtf8(file), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        foreign.exec("CREATE TABLE bookmark (id INTEGER)");
    }
    const std::string before = bytesOf(file);
    const auto opened = StateDatabase::open(file, notes);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::malformed);
    CHECK(bytesOf(file) == before);
}

TEST_CASE("a damaged state file is set aside whole, and a new one begun")
{
    const ScratchFolder folder;
    const auto file = folder.path() / "state.db";
    {
        const auto state = open(file);
        REQUIRE(state->change([](SQLite::Database& database) {
            for (int i = 0; i < 200; ++i) {
                database.exec("INSERT INTO note (text) VALUES ('" + std::string(300, 'x') + "')");
            }
        }));
    }
    const std::string whole = bytesOf(file);
    std::string damaged;
    SECTION("no database at all")
    {
        damaged = "this is not a database, it is a letter to somebody";
    }
    SECTION("cut off")
    {
        damaged = whole.substr(0, whole.size() / 2);
    }
    SECTION("a page overwritten")
    {
        damaged = std::string(whole).replace(4096 * 3, 4096, 4096, '\x5A');
    }
    SECTION("zeroes at the front")
    {
        damaged = std::string(whole).replace(0, 100, 100, '\0');
    }
    write(file, damaged);
    for (int round = 1; round <= 2; ++round) {
        INFO("round " << round);
        const auto state = open(file);
        REQUIRE(state->setAside());
        CHECK(bytesOf(*state->setAside()) == damaged);
        CHECK(state->setAside()->filename().generic_u8string()
              == pathFromUtf8("state.damaged-" + std::to_string(round) + ".db").generic_u8string());
        CHECK(countNotes(*state) == 0);
        REQUIRE(addNote(*state, "new"));
        write(file, damaged);   // again: the first one set aside must stay
    }
    CHECK(bytesOf(folder.path() / "state.damaged-1.db") == damaged);
}

TEST_CASE("whenever the power goes, the state is as it was before or after a change, never between")
{
    const ScratchFolder folder;
    const auto file = folder.path() / "state.db";
    const auto state = open(file);
    REQUIRE(addNote(*state, std::string(2000, 'a')));
    int cuts = 0;
    const auto done = state->change([&](SQLite::Database& database) {
        // Without a cache, pages reach the file while the change is still going on.
        database.exec("PRAGMA cache_size = 1");
        for (int i = 0; i < 60; ++i) {
            database.exec("INSERT INTO note (text) VALUES ('" + std::string(2000, 'b') + "')");
            database.exec("UPDATE note SET text = text || 'c'");
            const auto cut = folder.path() / ("cut-" + std::to_string(i));
            std::filesystem::create_directory(cut);
            for (const char* name : {"state.db", "state.db-journal"}) {
                if (std::filesystem::exists(folder.path() / name)) {
                    write(cut / name, bytesOf(folder.path() / name));
                }
            }
            cuts += bytesOf(cut / "state.db") != bytesOf(folder.path() / "cut-0" / "state.db") ? 1 : 0;
        }
    });
    REQUIRE(done);
    CHECK(cuts > 5);   // or this would prove nothing
    for (int i = 0; i < 60; ++i) {
        const auto cut = open(folder.path() / ("cut-" + std::to_string(i)) / "state.db");
        CHECK_FALSE(cut->setAside());
        CHECK(countNotes(*cut) == 1);
    }
    CHECK(countNotes(*state) == 61);
}

TEST_CASE("a change that fails halfway changes nothing")
{
    const ScratchFolder folder;
    const auto state = open(folder.path() / "state.db");
    const auto failed = state->change([](SQLite::Database& database) {
        database.exec("INSERT INTO note (text) VALUES ('half')");
        database.exec("INSERT INTO nowhere VALUES (1)");
    });
    CHECK_FALSE(failed);
    CHECK(countNotes(*state) == 0);
    REQUIRE(addNote(*state, "next"));
}

TEST_CASE("a full disk is told, and what was there stays")
{
    const ScratchFolder folder;
    const auto state = open(folder.path() / "state.db");
    REQUIRE(addNote(*state, "kept"));
    const auto full = state->change([](SQLite::Database& database) {
        database.exec("PRAGMA max_page_count = 4");
        for (int i = 0; i < 20; ++i) {
            database.exec("INSERT INTO note (text) VALUES ('" + std::string(4000, 'x') + "')");
        }
    });
    REQUIRE_FALSE(full);
    CHECK(full.error().code == ErrorCode::io);
    CHECK(full.error().context.find("disk is full") != std::string::npos);
    CHECK(countNotes(*state) == 1);
}

TEST_CASE("who meets another program's change waits, and gives up with a word")
{
    const ScratchFolder folder;
    const auto file = folder.path() / "state.db";
    const auto state = open(file);
    const auto other = open(file);
    std::atomic<bool> begun = false;
    std::atomic<bool> mayEnd = false;
    std::thread holder([&] {
        CHECK(other->change([&](SQLite::Database& database) {
            database.exec("INSERT INTO note (text) VALUES ('other')");
            begun = true;
            while (!mayEnd) {
                std::this_thread::yield();
            }
        }));
    });
    while (!begun) {
        std::this_thread::yield();
    }
    const auto refused = addNote(*state, "mine");
    CHECK_FALSE(refused);
    if (!refused) {
        CHECK(refused.error().code == ErrorCode::timeout);
    }
    mayEnd = true;
    holder.join();
    REQUIRE(addNote(*state, "mine"));
    CHECK(countNotes(*state) == 2);
}

TEST_CASE("nobody opens the state file while another program may be setting it aside")
{
    const ScratchFolder folder;
    const auto file = folder.path() / "state.db";
    auto held = lockFile(folder.path() / "state.db.lock");
    REQUIRE(held);
    const auto refused = StateDatabase::open(file, notes);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::timeout);
    CHECK_FALSE(std::filesystem::exists(file));
    held = fail(ErrorCode::timeout, "let go");
    REQUIRE(addNote(*open(file), "mine"));
}

TEST_CASE("programs that start at the same moment agree on one file, also on a damaged one")
{
    for (const bool damaged : {false, true}) {
        const ScratchFolder folder;
        const auto file = folder.path() / "state.db";
        if (damaged) {
            write(file, std::string(5000, '\x5A'));
        }
        std::mutex mutex;
        std::vector<std::string> failures;
        std::atomic<int> aside = 0;
        std::vector<std::thread> programs;
        for (int i = 0; i < 6; ++i) {
            programs.emplace_back([&] {
                auto state = StateDatabase::open(file, notes);
                const Result<void> noted = state ? addNote(**state, "here") : tl::unexpected(state.error());
                if (!noted) {
                    const std::lock_guard lock(mutex);
                    failures.push_back(describe(noted.error()));
                    return;
                }
                aside += (*state)->setAside() ? 1 : 0;
            });
        }
        for (std::thread& program : programs) {
            program.join();
        }
        CHECK(failures == std::vector<std::string>{});
        CHECK(aside == (damaged ? 1 : 0));
        CHECK(countNotes(*open(file)) == 6);
    }
}
