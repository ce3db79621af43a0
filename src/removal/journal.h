// Journal: what was approved and what happened to each step, in a file of its own beside state.db. Append-only: the
// file itself refuses changes and deletions. Format: docs/data-formats.md, "Journal of removals"; why:
// docs/decisions/0013.
//
// Every call that writes is one transaction that is on the disk when it returns. May be used from several threads.
// Errors: as StateDatabase; `malformed` also for a row that is not what this program would have written.
#pragma once

#include "platform/durable_file.h"
#include "removal/migration.h"
#include "state/state_database.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace offramp {

struct NewMigration {
    RemovalPlan plan;
    std::string approvedDigest;   // what the person approved
    Moment approved;
    std::string before;   // the check the plan was made from
    std::vector<Answer> answers;
};

class Journal {
public:
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const std::filesystem::path& file);

    // Where a damaged journal went; empty when there was none.
    [[nodiscard]] const std::optional<std::filesystem::path>& setAside() const { return m_database->setAside(); }
    // Held by whoever carries out steps; `timeout` while another program does.
    [[nodiscard]] Result<FileLock> lockForWork() const;

    // `malformed` when the digest is not that of the plan, `unsupported` while another one is not ended.
    [[nodiscard]] Result<std::int64_t> begin(const NewMigration& migration);
    [[nodiscard]] Result<void> note(std::int64_t migration, const Transition& transition);
    [[nodiscard]] Result<void> remember(std::int64_t migration, const UndoData& undo);
    [[nodiscard]] Result<void> note(std::int64_t migration, const Answer& answer);
    // A reading that says the same as the newest one is left out, unless `keep` says otherwise.
    enum class Keep { changes, always };
    [[nodiscard]] Result<void> note(std::int64_t migration, const ProtectionReading& reading, Keep keep);
    [[nodiscard]] Result<void> noteAfter(std::int64_t migration, const Moment& moment, const std::string& report);
    // Nothing when it is ended already.
    [[nodiscard]] Result<void> end(std::int64_t migration, const Moment& moment, Ending ending);

    // notFound: there is no such removal.
    [[nodiscard]] Result<MigrationRecord> read(std::int64_t migration) const;
    // Newest first.
    [[nodiscard]] Result<std::vector<std::int64_t>> all() const;
    // The one that is not ended.
    [[nodiscard]] Result<std::optional<std::int64_t>> unfinished() const;

private:
    explicit Journal(std::unique_ptr<StateDatabase> database) : m_database(std::move(database)) {}
    [[nodiscard]] Result<void> insert(const std::function<void(SQLite::Database&)>& work);

    std::unique_ptr<StateDatabase> m_database;
};

// The tables of the journal, as the steps that made them; and its application_id ("OFRJ").
[[nodiscard]] const std::vector<std::string_view>& journalMigrations();
inline constexpr std::int32_t journalApplicationId = 0x4F46524A;

// removals.db in the person's data folder; notFound when the system names no place.
[[nodiscard]] Result<std::filesystem::path> personJournalFile();

// A whole record from an open database; `malformed` with the place. Also for fuzzing.
[[nodiscard]] Result<MigrationRecord> readMigration(SQLite::Database& database, std::int64_t migration);

}   // namespace offramp
