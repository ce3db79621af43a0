// What a removal has to remember, whatever happens to the file and the clock.
#include "removal/journal.h"

#include "removal/plan_codec.h"
#include "unit/catalog/mini_catalog.h"
#include "unit/removal/sample_plan.h"

#include <SQLiteCpp/Statement.h>
#include <catch2/catch.hpp>
#include <fstream>

using namespace offramp;
using namespace std::chrono_literals;
using test::ScratchFolder;

namespace {

Moment momentAt(std::int64_t seconds, const std::string& boot = "boot-1")
{
    return {Instant{std::chrono::seconds{1'795'000'000 + seconds}}, boot, std::chrono::seconds{100 + seconds}};
}

NewMigration newMigration()
{
    NewMigration made;
    made.plan = test::planOfEveryKind();
    made.approvedDigest = planDigest(made.plan);
    made.approved = momentAt(0);
    made.before = R"({"format":"offramp.check/1"})";
    made.answers = {{"passwordsExported", "waived", momentAt(0)}};
    return made;
}

std::unique_ptr<Journal> open(const std::filesystem::path& file)
{
    auto journal = Journal::open(file);
    INFO((journal ? std::string() : describe(journal.error())));
    REQUIRE(journal);
    return std::move(*journal);
}

// Another program's hand in the file.
void tamper(const std::filesystem::path& file, const std::string& sql)
{
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec(sql);
}

}   // namespace

TEST_CASE("everything that was written is read back by the next program", "[journal]")
{
    const ScratchFolder folder;
    std::int64_t id = 0;
    {
        const auto journal = open(folder / "removals.db");
        id = *journal->begin(newMigration());
        REQUIRE(journal->note(id, Transition{"a", StepState::running, momentAt(1), std::nullopt, ""}));
        REQUIRE(journal->remember(id, UndoData{"d", momentAt(2), R"({"place":"/q/1"})"}));
        REQUIRE(journal->note(id, Transition{"a", StepState::failed, momentAt(3), 1603, "failed: see log"}));
        REQUIRE(journal->note(id, Answer{"step a", "again", momentAt(4)}));
        REQUIRE(journal->noteAfter(id, momentAt(5), "first"));
        REQUIRE(journal->noteAfter(id, momentAt(6), "second"));
        REQUIRE(journal->note(id, ProtectionReading{Protection::on, momentAt(7)}, Journal::Keep::changes));
        REQUIRE(journal->note(id, ProtectionReading{Protection::on, momentAt(8)}, Journal::Keep::changes));
        REQUIRE(journal->note(id, ProtectionReading{Protection::on, momentAt(9)}, Journal::Keep::always));
        REQUIRE(journal->note(id, ProtectionReading{Protection::off, momentAt(10)}, Journal::Keep::changes));
    }
    const auto journal = open(folder / "removals.db");
    CHECK_FALSE(journal->setAside());
    CHECK(*journal->unfinished() == id);
    const auto record = journal->read(id);
    REQUIRE(record);
    CHECK(record->plan == test::planOfEveryKind());
    CHECK(record->digest == planDigest(record->plan));
    CHECK(record->approved == momentAt(0));
    CHECK(record->before == R"({"format":"offramp.check/1"})");
    REQUIRE(record->transitions.size() == 2);
    CHECK(record->transitions[1] == Transition{"a", StepState::failed, momentAt(3), 1603, "failed: see log"});
    CHECK(stateOf(*record, "a") == StepState::failed);
    CHECK(stateOf(*record, "b") == StepState::waiting);
    CHECK(undoOf(*record, "d") == std::vector<UndoData>{{"d", momentAt(2), R"({"place":"/q/1"})"}});
    CHECK(record->answers.size() == 2);
    CHECK(record->after == "second");
    CHECK(record->protection.size() == 3);
    CHECK_FALSE(record->ending);
    CHECK(journal->read(id + 1).error().code == ErrorCode::notFound);
}

TEST_CASE("nothing begins that was not approved, and only one removal at a time", "[journal]")
{
    const ScratchFolder folder;
    const auto journal = open(folder / "removals.db");
    auto swapped = newMigration();
    std::get<RemovePackage>(swapped.plan.steps[3].action).package = "openssh-server";
    CHECK(journal->begin(swapped).error().code == ErrorCode::malformed);
    CHECK_FALSE(*journal->unfinished());

    const auto first = journal->begin(newMigration());
    REQUIRE(first);
    CHECK(journal->begin(newMigration()).error().code == ErrorCode::unsupported);
    REQUIRE(journal->end(*first, momentAt(9), Ending::abandoned));
    REQUIRE(journal->end(*first, momentAt(9), Ending::finished));
    CHECK(journal->read(*first)->ending == Ending::abandoned);
    const auto second = journal->begin(newMigration());
    REQUIRE(second);
    CHECK(*journal->all() == std::vector<std::int64_t>{*second, *first});
}

TEST_CASE("what was written cannot be changed or deleted, by whatever program", "[journal]")
{
    const ScratchFolder folder;
    const auto file = folder / "removals.db";
    {
        const auto journal = open(file);
        const auto id = *journal->begin(newMigration());
        REQUIRE(journal->note(id, Transition{"a", StepState::running, momentAt(1), std::nullopt, ""}));
        REQUIRE(journal->end(id, momentAt(9), Ending::finished));
    }
    for (const char* sql : {"UPDATE transition SET state = 'done'", "DELETE FROM transition",
                            "UPDATE migration SET digest = ''", "DELETE FROM ending"}) {
        CHECK_THROWS_WITH(tamper(file, sql), Catch::Contains("append-only"));
    }
}

TEST_CASE("steps are in the order they happened when the clock goes backwards", "[journal]")
{
    const ScratchFolder folder;
    const auto journal = open(folder / "removals.db");
    const auto id = *journal->begin(newMigration());
    REQUIRE(journal->note(id, Transition{"a", StepState::running, momentAt(100), std::nullopt, ""}));
    auto aYearBack = momentAt(-86400 * 365);
    aYearBack.sinceBoot = std::chrono::seconds{101};
    REQUIRE(journal->note(id, Transition{"a", StepState::done, aYearBack, std::nullopt, ""}));
    CHECK(stateOf(*journal->read(id), "a") == StepState::done);
}

TEST_CASE("a record that somebody rewrote is refused and not carried out", "[journal]")
{
    const ScratchFolder folder;
    const auto file = folder / "removals.db";
    std::int64_t id = 0;
    {
        const auto journal = open(file);
        id = *journal->begin(newMigration());
        REQUIRE(journal->note(id, Transition{"a", StepState::running, momentAt(1), std::nullopt, ""}));
    }
    const auto after = [&](const std::string& sql) {
        // Not overwritten: for libstdc++ on Windows every file is the same one, so it would refuse.
        std::filesystem::remove(folder / "copy.db");
        std::filesystem::copy_file(file, folder / "copy.db");
        tamper(folder / "copy.db", "DROP TRIGGER migration_UPDATE; DROP TRIGGER transition_UPDATE; " + sql);
        const auto record = open(folder / "copy.db")->read(id);
        return record ? std::string("taken") : record.error().context;
    };
    CHECK(after("UPDATE migration SET plan = replace(plan, 'kesl', 'sshd')")
          == "journal of removals: the plan is not the one that was approved");
    CHECK(after("UPDATE migration SET plan = 'x'").find("removal plan") != std::string::npos);
    CHECK(after("UPDATE transition SET state = 'perhaps'").find("perhaps") != std::string::npos);
    CHECK(after("UPDATE transition SET step = 'z'").find("not a step of its plan") != std::string::npos);
    CHECK(after("UPDATE transition SET at = 9223372036854775807").find("time") != std::string::npos);
    CHECK(after("UPDATE transition SET code = 5000000000").find("code") != std::string::npos);
    CHECK(after("SELECT 1") == "taken");
}

TEST_CASE("a newer journal, a foreign file and a damaged one are each met as they should be", "[journal]")
{
    const ScratchFolder folder;
    const auto file = folder / "removals.db";
    (void)open(file);
    tamper(file, "PRAGMA user_version = 99");
    CHECK(Journal::open(file).error().code == ErrorCode::unsupported);
    CHECK(std::filesystem::exists(file));

    const auto state = StateDatabase::open(folder / "state.db", {"CREATE TABLE note (id INTEGER) STRICT"});
    REQUIRE(state);
    CHECK(Journal::open(folder / "state.db").error().code == ErrorCode::malformed);

    std::ofstream(folder / "broken.db", std::ios::binary) << std::string(8192, 'x');
    const auto journal = open(folder / "broken.db");
    REQUIRE(journal->setAside());
    CHECK(std::filesystem::file_size(*journal->setAside()) == 8192);
    CHECK(journal->begin(newMigration()));
}

TEST_CASE("while another program writes the journal says so, and goes on afterwards", "[journal]")
{
    const ScratchFolder folder;
    const auto file = folder / "removals.db";
    const auto journal = open(file);
    const auto id = *journal->begin(newMigration());
    SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    CHECK(journal->note(id, Transition{"a", StepState::running, momentAt(1), std::nullopt, ""}).error().code
          == ErrorCode::timeout);
    other.exec("ROLLBACK");
    CHECK(journal->note(id, Transition{"a", StepState::running, momentAt(2), std::nullopt, ""}));
    CHECK(journal->read(id)->transitions.size() == 1);
}

TEST_CASE("only one program carries out steps at a time", "[journal]")
{
    const ScratchFolder folder;
    const auto one = open(folder / "removals.db");
    const auto other = open(folder / "removals.db");
    auto held = one->lockForWork();
    REQUIRE(held);
    CHECK(other->lockForWork().error().code == ErrorCode::timeout);
    held->reset();
    CHECK(other->lockForWork());
}
