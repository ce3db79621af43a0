#include "removal/journal.h"

#include "platform/person_settings.h"
#include "removal/plan_codec.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <limits>

namespace offramp {

namespace {

// Times: `at` seconds since 1970 UTC, `boot` the system's name of its run, `since_boot` seconds or NULL.
constexpr std::string_view tables = R"(
    CREATE TABLE migration (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan TEXT NOT NULL,             -- offramp.plan/1
        digest TEXT NOT NULL,           -- what the person approved
        at INTEGER NOT NULL, boot TEXT NOT NULL, since_boot INTEGER,
        catalog_serial INTEGER NOT NULL,
        before TEXT NOT NULL            -- offramp.check/1
    ) STRICT;
    CREATE TABLE transition (
        id INTEGER PRIMARY KEY AUTOINCREMENT,   -- the order in which things happened
        migration INTEGER NOT NULL REFERENCES migration(id),
        step TEXT NOT NULL,
        state TEXT NOT NULL,
        at INTEGER NOT NULL, boot TEXT NOT NULL, since_boot INTEGER,
        code INTEGER,
        detail TEXT NOT NULL
    ) STRICT;
    CREATE TABLE undo (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        migration INTEGER NOT NULL REFERENCES migration(id),
        step TEXT NOT NULL,
        at INTEGER NOT NULL, boot TEXT NOT NULL, since_boot INTEGER,
        data TEXT NOT NULL              -- of the step's runner
    ) STRICT;
    CREATE TABLE answer (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        migration INTEGER NOT NULL REFERENCES migration(id),
        question TEXT NOT NULL,
        answer TEXT NOT NULL,
        at INTEGER NOT NULL, boot TEXT NOT NULL, since_boot INTEGER
    ) STRICT;
    CREATE TABLE protection (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        migration INTEGER NOT NULL REFERENCES migration(id),
        protection TEXT NOT NULL,
        at INTEGER NOT NULL, boot TEXT NOT NULL, since_boot INTEGER
    ) STRICT;
    CREATE TABLE after (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        migration INTEGER NOT NULL REFERENCES migration(id),
        at INTEGER NOT NULL, boot TEXT NOT NULL, since_boot INTEGER,
        report TEXT NOT NULL            -- offramp.check/1
    ) STRICT;
    CREATE TABLE ending (
        migration INTEGER PRIMARY KEY REFERENCES migration(id),
        ending TEXT NOT NULL,
        at INTEGER NOT NULL, boot TEXT NOT NULL, since_boot INTEGER
    ) STRICT;
    CREATE INDEX transition_of ON transition (migration);
    CREATE INDEX undo_of ON undo (migration);
    CREATE INDEX protection_of ON protection (migration);
)";

// What was written stays as it was written.
const std::string& keepers()
{
    static const std::string sql = [] {
        std::string made;
        for (const char* table : {"migration", "transition", "undo", "answer", "protection", "after", "ending"}) {
            for (const char* act : {"UPDATE", "DELETE"}) {
                made += fmt::format("CREATE TRIGGER {0}_{1} BEFORE {1} ON {0} BEGIN"
                                    " SELECT RAISE(ABORT, 'the journal is append-only'); END;\n",
                                    table, act);
            }
        }
        return made;
    }();
    return sql;
}

// Leaves this file as an Error.
struct Fault {
    ErrorCode code = ErrorCode::malformed;
    std::string what;
};

void bind(SQLite::Statement& statement, int first, const Moment& moment)
{
    statement.bind(first, static_cast<std::int64_t>(moment.at.time_since_epoch().count()));
    statement.bind(first + 1, moment.boot);
    if (moment.sinceBoot && moment.sinceBoot->count() >= 0) {
        statement.bind(first + 2, static_cast<std::int64_t>(moment.sinceBoot->count()));
    }
}

void insertAnswer(SQLite::Database& database, std::int64_t migration, const Answer& answer)
{
    SQLite::Statement row(database, "INSERT INTO answer (migration, question, answer, at, boot, since_boot)"
                                    " VALUES (?, ?, ?, ?, ?, ?)");
    row.bind(1, migration);
    row.bind(2, answer.question);
    row.bind(3, answer.answer);
    bind(row, 4, answer.moment);
    row.exec();
}

Moment momentFrom(SQLite::Statement& row, int first)
{
    // Within what every clock and calendar of ours can count.
    constexpr std::int64_t mostSeconds = 1LL << 40;
    const std::int64_t at = row.getColumn(first).getInt64();
    if (at < -mostSeconds || at > mostSeconds) {
        throw Fault{ErrorCode::malformed, "a time is not one"};
    }
    Moment moment{Instant{std::chrono::seconds{at}}, row.getColumn(first + 1).getString(), std::nullopt};
    if (!row.isColumnNull(first + 2)) {
        const std::int64_t since = row.getColumn(first + 2).getInt64();
        if (since < 0 || since > mostSeconds) {
            throw Fault{ErrorCode::malformed, "a time since boot is not one"};
        }
        moment.sinceBoot = std::chrono::seconds{since};
    }
    return moment;
}

template <class FromString> auto word(SQLite::Statement& row, int column, FromString fromString)
{
    const std::string text = row.getColumn(column).getString();
    const auto value = fromString(text);
    if (!value) {
        throw Fault{ErrorCode::malformed, "\"" + text + "\" is not a word this program knows"};
    }
    return *value;
}

SQLite::Statement rowsOf(SQLite::Database& database, const std::string& sql, std::int64_t migration)
{
    SQLite::Statement statement(database, sql);
    statement.bind(1, migration);
    return statement;
}

MigrationRecord recordFrom(SQLite::Database& database, std::int64_t id)
{
    MigrationRecord record;
    record.id = id;
    auto row = rowsOf(database, "SELECT plan, digest, at, boot, since_boot, before FROM migration WHERE id = ?", id);
    if (!row.executeStep()) {
        throw Fault{ErrorCode::notFound, fmt::format("there is no removal {}", id)};
    }
    const std::string bytes = row.getColumn(0).getString();
    auto plan = decodePlan(bytes);
    if (!plan) {
        throw Fault{ErrorCode::malformed, plan.error().context};
    }
    record.plan = std::move(*plan);
    record.digest = row.getColumn(1).getString();
    if (record.digest != planDigest(bytes)) {
        throw Fault{ErrorCode::malformed, "the plan is not the one that was approved"};
    }
    record.approved = momentFrom(row, 2);
    record.before = row.getColumn(5).getString();

    auto transitions = rowsOf(database,
                              "SELECT step, state, at, boot, since_boot, code, detail FROM transition"
                              " WHERE migration = ? ORDER BY id",
                              id);
    while (transitions.executeStep()) {
        Transition transition{transitions.getColumn(0).getString(), word(transitions, 1, stepStateFromString),
                              momentFrom(transitions, 2), std::nullopt, transitions.getColumn(6).getString()};
        if (!transitions.isColumnNull(5)) {
            const std::int64_t code = transitions.getColumn(5).getInt64();
            if (code < std::numeric_limits<int>::min() || code > std::numeric_limits<int>::max()) {
                throw Fault{ErrorCode::malformed, "a result code is not one"};
            }
            transition.code = static_cast<int>(code);
        }
        if (stepOf(record.plan, transition.step) == nullptr) {
            throw Fault{ErrorCode::malformed, "\"" + transition.step + "\" is not a step of its plan"};
        }
        record.transitions.push_back(std::move(transition));
    }
    auto undo =
        rowsOf(database, "SELECT step, at, boot, since_boot, data FROM undo WHERE migration = ? ORDER BY id", id);
    while (undo.executeStep()) {
        record.undo.push_back({undo.getColumn(0).getString(), momentFrom(undo, 1), undo.getColumn(4).getString()});
    }
    auto answers = rowsOf(
        database, "SELECT question, answer, at, boot, since_boot FROM answer WHERE migration = ? ORDER BY id", id);
    while (answers.executeStep()) {
        record.answers.push_back(
            {answers.getColumn(0).getString(), answers.getColumn(1).getString(), momentFrom(answers, 2)});
    }
    auto protection =
        rowsOf(database, "SELECT protection, at, boot, since_boot FROM protection WHERE migration = ? ORDER BY id", id);
    while (protection.executeStep()) {
        record.protection.push_back({word(protection, 0, protectionFromString), momentFrom(protection, 1)});
    }
    auto after = rowsOf(database, "SELECT report FROM after WHERE migration = ? ORDER BY id DESC LIMIT 1", id);
    if (after.executeStep()) {
        record.after = after.getColumn(0).getString();
    }
    auto ending = rowsOf(database, "SELECT ending FROM ending WHERE migration = ?", id);
    if (ending.executeStep()) {
        record.ending = word(ending, 0, endingFromString);
    }
    return record;
}

std::optional<std::int64_t> unfinishedIn(SQLite::Database& database)
{
    SQLite::Statement row(database, "SELECT id FROM migration WHERE id NOT IN (SELECT migration FROM ending)"
                                    " ORDER BY id DESC LIMIT 1");
    return row.executeStep() ? std::optional(row.getColumn(0).getInt64()) : std::nullopt;
}

}   // namespace

const std::vector<std::string_view>& journalMigrations()
{
    static const std::vector<std::string_view> all{tables, keepers()};
    return all;
}

Result<MigrationRecord> readMigration(SQLite::Database& database, std::int64_t migration)
{
    try {
        return recordFrom(database, migration);
    } catch (const Fault& fault) {
        return fail(fault.code, "journal of removals: " + fault.what);
    }
}

Result<std::unique_ptr<Journal>> Journal::open(const std::filesystem::path& file)
{
    auto database = StateDatabase::open(file, journalMigrations(), journalApplicationId);
    if (!database) {
        return tl::unexpected(database.error());
    }
    return std::unique_ptr<Journal>(new Journal(std::move(*database)));
}

Result<FileLock> Journal::lockForWork() const
{
    std::filesystem::path lock = m_database->file();
    lock += ".work";
    return lockFile(lock);
}

Result<void> Journal::insert(const std::function<void(SQLite::Database&)>& work)
{
    return m_database->change(work);
}

Result<std::int64_t> Journal::begin(const NewMigration& migration)
{
    const std::string bytes = encodePlan(migration.plan);
    if (planDigest(bytes) != migration.approvedDigest) {
        return fail(ErrorCode::malformed, "the plan is not the one that was approved");
    }
    if (const auto readable = decodePlan(bytes); !readable) {
        return tl::unexpected(readable.error());
    }
    std::int64_t id = 0;
    bool another = false;
    const auto done = insert([&](SQLite::Database& database) {
        another = unfinishedIn(database).has_value();
        if (another) {
            return;
        }
        SQLite::Statement row(database,
                              "INSERT INTO migration (plan, digest, at, boot, since_boot, catalog_serial, before)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?)");
        row.bind(1, bytes);
        row.bind(2, migration.approvedDigest);
        bind(row, 3, migration.approved);
        row.bind(6, static_cast<std::int64_t>(migration.plan.catalogSerial));
        row.bind(7, migration.before);
        row.exec();
        id = database.getLastInsertRowid();
        for (const Answer& answer : migration.answers) {
            insertAnswer(database, id, answer);
        }
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    if (another) {
        return fail(ErrorCode::unsupported, "another removal was begun and is not ended");
    }
    return id;
}

Result<void> Journal::note(std::int64_t migration, const Transition& transition)
{
    return insert([&](SQLite::Database& database) {
        SQLite::Statement row(database,
                              "INSERT INTO transition (migration, step, state, at, boot, since_boot, code, detail)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        row.bind(1, migration);
        row.bind(2, transition.step);
        row.bind(3, std::string(toString(transition.state)));
        bind(row, 4, transition.moment);
        if (transition.code) {
            row.bind(7, *transition.code);
        }
        row.bind(8, transition.detail);
        row.exec();
    });
}

Result<void> Journal::remember(std::int64_t migration, const UndoData& undo)
{
    return insert([&](SQLite::Database& database) {
        SQLite::Statement row(
            database, "INSERT INTO undo (migration, step, at, boot, since_boot, data) VALUES (?, ?, ?, ?, ?, ?)");
        row.bind(1, migration);
        row.bind(2, undo.step);
        bind(row, 3, undo.moment);
        row.bind(6, undo.data);
        row.exec();
    });
}

Result<void> Journal::note(std::int64_t migration, const Answer& answer)
{
    return insert([&](SQLite::Database& database) { insertAnswer(database, migration, answer); });
}

Result<void> Journal::note(std::int64_t migration, const ProtectionReading& reading, Keep keep)
{
    return insert([&](SQLite::Database& database) {
        if (keep == Keep::changes) {
            auto newest = rowsOf(
                database, "SELECT protection FROM protection WHERE migration = ? ORDER BY id DESC LIMIT 1", migration);
            if (newest.executeStep() && newest.getColumn(0).getString() == toString(reading.protection)) {
                return;
            }
        }
        SQLite::Statement row(
            database, "INSERT INTO protection (migration, protection, at, boot, since_boot) VALUES (?, ?, ?, ?, ?)");
        row.bind(1, migration);
        row.bind(2, std::string(toString(reading.protection)));
        bind(row, 3, reading.moment);
        row.exec();
    });
}

Result<void> Journal::noteAfter(std::int64_t migration, const Moment& moment, const std::string& report)
{
    return insert([&](SQLite::Database& database) {
        SQLite::Statement row(database,
                              "INSERT INTO after (migration, at, boot, since_boot, report) VALUES (?, ?, ?, ?, ?)");
        row.bind(1, migration);
        bind(row, 2, moment);
        row.bind(5, report);
        row.exec();
    });
}

Result<void> Journal::end(std::int64_t migration, const Moment& moment, Ending ending)
{
    return insert([&](SQLite::Database& database) {
        SQLite::Statement row(database, "INSERT OR IGNORE INTO ending (migration, ending, at, boot, since_boot)"
                                        " VALUES (?, ?, ?, ?, ?)");
        row.bind(1, migration);
        row.bind(2, std::string(toString(ending)));
        bind(row, 3, moment);
        row.exec();
    });
}

Result<MigrationRecord> Journal::read(std::int64_t migration) const
{
    auto record = m_database->read([&](SQLite::Database& database) { return readMigration(database, migration); });
    if (!record) {
        return tl::unexpected(record.error());
    }
    return std::move(*record);
}

Result<std::vector<std::int64_t>> Journal::all() const
{
    return m_database->read([](SQLite::Database& database) {
        std::vector<std::int64_t> ids;
        SQLite::Statement rows(database, "SELECT id FROM migration ORDER BY id DESC");
        while (rows.executeStep()) {
            ids.push_back(rows.getColumn(0).getInt64());
        }
        return ids;
    });
}

Result<std::optional<std::int64_t>> Journal::unfinished() const
{
    return m_database->read([](SQLite::Database& database) { return unfinishedIn(database); });
}

Result<std::filesystem::path> personJournalFile()
{
    auto folder = personDataFolder();
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    return *folder / "removals.db";
}

}   // namespace offramp
