#include "state/state_database.h"

#include "base/utf8_path.h"
#include "platform/durable_file.h"
#include "platform/person_settings.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <functional>
#include <sqlite3.h>
#include <system_error>
#include <thread>

namespace offramp {

namespace {

// The file is not what it should be; what to do about it depends on why.
struct Unusable {
    enum class Why { damaged, notOurs, newer };
    Why why = Why::damaged;
    std::string detail;
};

int primaryCode(const SQLite::Exception& exception)
{
    return exception.getErrorCode() & 0xFF;
}

bool isDamage(const SQLite::Exception& exception)
{
    return primaryCode(exception) == SQLITE_NOTADB || primaryCode(exception) == SQLITE_CORRUPT;
}

Error errorFrom(const SQLite::Exception& exception, const std::filesystem::path& file)
{
    const std::string name = pathToUtf8(file);
    switch (primaryCode(exception)) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorCode::timeout, name + " is in use by another program", 0};
    case SQLITE_FULL: return {ErrorCode::io, name + " could not grow: the disk is full", 0};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY: return {ErrorCode::accessDenied, name + " cannot be opened or written", 0};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return {ErrorCode::malformed, fmt::format("{} is damaged ({})", name, exception.what()), 0};
    default: return {ErrorCode::io, fmt::format("{} failed: {}", name, exception.what()), 0};
    }
}

std::int64_t number(SQLite::Database& database, const std::string& sql)
{
    return database.execAndGet(sql).getInt64();
}

// Whether the file is ours and has had all steps; a file nobody wrote to yet has had none. Asked inside a transaction,
// since another program may be making it at this moment. Throws Unusable and SQLite::Exception.
bool isCurrent(SQLite::Database& database, std::int64_t newest, std::int32_t applicationId)
{
    const auto id = number(database, "PRAGMA application_id");
    const auto version = number(database, "PRAGMA user_version");
    if (id != applicationId && (id != 0 || number(database, "SELECT count(*) FROM sqlite_schema") != 0)) {
        throw Unusable{Unusable::Why::notOurs, "it belongs to another program"};
    }
    if (version > newest) {
        throw Unusable{Unusable::Why::newer, fmt::format("version {}, this Offramp knows {}", version, newest)};
    }
    return id == applicationId && version == newest;
}

// Throws Unusable and SQLite::Exception.
void makeCurrent(SQLite::Database& database, const std::vector<std::string_view>& migrations,
                 std::int32_t applicationId)
{
    const auto newest = static_cast<std::int64_t>(migrations.size());
    const auto inTransaction = [&](const char* begin, const std::function<void()>& work) {
        database.exec(begin);
        try {
            work();
            database.exec("COMMIT");
        } catch (...) {
            if (sqlite3_get_autocommit(database.getHandle()) == 0) {
                database.tryExec("ROLLBACK");
            }
            throw;
        }
    };
    bool current = false;
    inTransaction("BEGIN", [&] { current = isCurrent(database, newest, applicationId); });
    if (current) {
        return;
    }
    // Who gets the lock second finds it done.
    inTransaction("BEGIN IMMEDIATE", [&] {
        if (!isCurrent(database, newest, applicationId)) {
            for (auto step = number(database, "PRAGMA user_version"); step < newest; ++step) {
                database.exec(std::string(migrations[static_cast<std::size_t>(step)]));
            }
            database.exec(fmt::format("PRAGMA application_id = {}", applicationId));
            database.exec(fmt::format("PRAGMA user_version = {}", newest));
        }
    });
}

// Throws Unusable and SQLite::Exception.
std::unique_ptr<SQLite::Database> openFile(const std::filesystem::path& file,
                                           const std::vector<std::string_view>& migrations, std::int32_t applicationId)
{
    std::unique_ptr<SQLite::Database> database;
    try {
        database = std::make_unique<SQLite::Database>(
            pathToUtf8(file), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
            static_cast<int>(statePatience.count()));
        // Nobody else's business. SQLite gives its journal the same rights; on Windows the folder's rights count.
        std::error_code ignored;
        std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
                                     ignored);
        // A plain journal, because a person's folder may be on a network drive, where the shared memory of WAL does not
        // work, and because then the state at rest is one file. EXTRA also forces the folder after the journal is gone.
        database->exec("PRAGMA journal_mode = DELETE");
        database->exec("PRAGMA synchronous = EXTRA");
        database->exec("PRAGMA foreign_keys = ON");
        database->exec("PRAGMA trusted_schema = OFF");
        // Its own words for the report are of no use to the person, only whether all pages are whole.
        if (const std::string whole = database->execAndGet("PRAGMA quick_check(1)").getString(); whole != "ok") {
            throw Unusable{Unusable::Why::damaged, whole};
        }
        makeCurrent(*database, migrations, applicationId);
    } catch (const SQLite::Exception& exception) {
        if (isDamage(exception)) {
            throw Unusable{Unusable::Why::damaged, exception.what()};
        }
        throw;
    }
    return database;
}

std::filesystem::path beside(const std::filesystem::path& file, std::string_view ending)
{
    std::filesystem::path other = file;
    other += std::filesystem::path(ending);
    return other;
}

// Waits as long as for the database itself.
Result<FileLock> waitForLock(const std::filesystem::path& file)
{
    constexpr std::chrono::milliseconds step{50};
    auto lock = lockFile(file);
    for (auto waited = step; !lock && lock.error().code == ErrorCode::timeout && waited < statePatience;
         waited += step) {
        std::this_thread::sleep_for(step);
        lock = lockFile(file);
    }
    return lock;
}

// A name nothing has, so that an earlier one set aside stays.
std::filesystem::path freeName(const std::filesystem::path& file)
{
    for (int count = 1;; ++count) {
        const auto name = file.parent_path()
                          / pathFromUtf8(fmt::format("{}.damaged-{}{}", pathToUtf8(file.stem()), count,
                                                     pathToUtf8(file.extension())));
        std::error_code ignored;
        if (!std::filesystem::exists(name, ignored)) {
            return name;
        }
    }
}

// On Windows a file has its name for as long as anybody has it open, and whoever met the damage later than us may.
void renamePatiently(const std::filesystem::path& from, const std::filesystem::path& to, std::error_code& error)
{
    constexpr std::chrono::milliseconds step{20};
    constexpr std::chrono::milliseconds longest{1000};
    std::filesystem::rename(from, to, error);
    for (auto waited = step; error && waited < longest; waited += step) {
        std::this_thread::sleep_for(step);
        std::filesystem::rename(from, to, error);
    }
}

Result<std::filesystem::path> setAside(const std::filesystem::path& file)
{
    const auto name = freeName(file);
    std::error_code error;
    // The journal first: alone it is of no use, but beside the next state.db it would be taken for that one's.
    const auto journal = beside(file, "-journal");
    if (std::filesystem::exists(journal, error)) {
        renamePatiently(journal, beside(name, "-journal"), error);
    }
    if (!error) {
        renamePatiently(file, name, error);
    }
    if (error) {
        return fail(ErrorCode::io, pathToUtf8(file) + " is damaged and could not be set aside", error.value());
    }
    return name;
}

Error errorFrom(const Unusable& unusable, const std::filesystem::path& file)
{
    const auto code = unusable.why == Unusable::Why::newer ? ErrorCode::unsupported : ErrorCode::malformed;
    const auto what = unusable.why == Unusable::Why::newer     ? "was written by a newer Offramp"
                      : unusable.why == Unusable::Why::notOurs ? "is not Offramp's"
                                                               : "is damaged";
    return {code, fmt::format("{} {} ({})", pathToUtf8(file), what, unusable.detail), 0};
}

}   // namespace

StateDatabase::StateDatabase(std::filesystem::path file, std::unique_ptr<SQLite::Database> database)
    : m_file(std::move(file)), m_database(std::move(database))
{}

Result<std::unique_ptr<StateDatabase>> StateDatabase::open(const std::filesystem::path& file,
                                                           const std::vector<std::string_view>& migrations,
                                                           std::int32_t applicationId)
{
    if (auto folder = makePrivateFolder(file.parent_path()); !folder) {
        return tl::unexpected(folder.error());
    }
    // One program opens at a time. One that still held a damaged file while another already made the new one would take
    // the new one's journal for its own, which goes by name, and play it back and delete it.
    const auto lock = waitForLock(beside(file, ".lock"));
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    bool damaged = false;
    const auto attempt = [&]() -> Result<std::unique_ptr<StateDatabase>> {
        damaged = false;
        try {
            return std::unique_ptr<StateDatabase>(new StateDatabase(file, openFile(file, migrations, applicationId)));
        } catch (const Unusable& unusable) {
            damaged = unusable.why == Unusable::Why::damaged;
            return tl::unexpected(errorFrom(unusable, file));
        } catch (const SQLite::Exception& exception) {
            return tl::unexpected(errorFrom(exception, file));
        } catch (const std::exception& exception) {
            return fail(ErrorCode::io, pathToUtf8(file) + ": " + exception.what());
        }
    };
    auto opened = attempt();
    if (opened || !damaged) {
        return opened;
    }
    auto aside = offramp::setAside(file);
    if (!aside) {
        return tl::unexpected(aside.error());
    }
    opened = attempt();
    if (opened) {
        (*opened)->m_setAside = std::move(*aside);
    }
    return opened;
}

Result<void> StateDatabase::change(const std::function<void(SQLite::Database&)>& work)
{
    // At once, so that nobody else writes between what `work` reads and what it then writes.
    return run("BEGIN IMMEDIATE", work);
}

Result<void> StateDatabase::run(const char* begin, const std::function<void(SQLite::Database&)>& work)
{
    const std::lock_guard lock(m_mutex);
    const auto undo = [&] {
        if (sqlite3_get_autocommit(m_database->getHandle()) == 0) {
            m_database->tryExec("ROLLBACK");
        }
    };
    try {
        m_database->exec(begin);
        work(*m_database);
        m_database->exec("COMMIT");
        return {};
    } catch (const SQLite::Exception& exception) {
        const Error error = errorFrom(exception, m_file);
        undo();
        return tl::unexpected(error);
    } catch (const std::exception& exception) {
        undo();
        return fail(ErrorCode::malformed, pathToUtf8(m_file) + ": " + exception.what());
    }
}

Result<std::filesystem::path> personStateFile()
{
    auto folder = personDataFolder();
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    return *folder / "state.db";
}

}   // namespace offramp
