// StateDatabase: what Offramp itself has to remember for this person, in one SQLite file. Format: docs/data-formats.md,
// "What Offramp remembers"; why it is kept this way: docs/decisions/0010.
//
// Several programs may have it open at once; each change is one transaction that is on the disk when the call returns.
// One object may be used from several threads. Errors: malformed (another program's file, or damaged while in use),
// unsupported (written by a newer Offramp), accessDenied, timeout (another program is writing), io (disk full).
#pragma once

#include "base/result.h"

#include <SQLiteCpp/Database.h>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace offramp {

// "OFST": the application_id in the header of every state.db.
inline constexpr std::int32_t stateApplicationId = 0x4F465354;

class StateDatabase {
public:
    // Makes the file, with its folder, when it is missing. A damaged one is set aside, never deleted or overwritten,
    // and a new one begun. `migrations` and `applicationId` say which file it is: state.db, or the journal of removals.
    [[nodiscard]] static Result<std::unique_ptr<StateDatabase>> open(const std::filesystem::path& file,
                                                                     const std::vector<std::string_view>& migrations,
                                                                     std::int32_t applicationId = stateApplicationId);

    // Where the damaged file went; empty when there was none.
    [[nodiscard]] const std::optional<std::filesystem::path>& setAside() const { return m_setAside; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

    // Runs `work` as one transaction: all of it or nothing. What SQLite throws comes back as an Error. `work` may run
    // any statement but the ones that begin or end a transaction.
    [[nodiscard]] Result<void> change(const std::function<void(SQLite::Database&)>& work);

    // The same for reading: everything `work` reads is of one moment.
    template <class Work> [[nodiscard]] auto read(Work work) -> Result<std::invoke_result_t<Work, SQLite::Database&>>
    {
        std::optional<std::invoke_result_t<Work, SQLite::Database&>> value;
        const auto done = run("BEGIN", [&](SQLite::Database& database) { value.emplace(work(database)); });
        if (!done) {
            return tl::unexpected(done.error());
        }
        return std::move(*value);
    }

private:
    StateDatabase(std::filesystem::path file, std::unique_ptr<SQLite::Database> database);
    [[nodiscard]] Result<void> run(const char* begin, const std::function<void(SQLite::Database&)>& work);

    std::filesystem::path m_file;
    std::optional<std::filesystem::path> m_setAside;
    std::mutex m_mutex;
    std::unique_ptr<SQLite::Database> m_database;
};

// How long a program waits while another one writes.
inline constexpr std::chrono::milliseconds statePatience{3000};

// state.db in the person's data folder; notFound when the system names no place.
[[nodiscard]] Result<std::filesystem::path> personStateFile();

}   // namespace offramp
