#include "catalog/compiler/catalog_writer.h"

#include "base/utf8_path.h"
#include "catalog/catalog_store.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <system_error>

namespace offramp::compiler {

namespace {

namespace fs = std::filesystem;

// Removes a half-written file unless it was renamed.
class TemporaryFile {
public:
    explicit TemporaryFile(fs::path path) : m_path(std::move(path)) { remove(); }
    ~TemporaryFile() { remove(); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    void remove() const
    {
        std::error_code ignored;
        fs::remove(m_path, ignored);
    }

    fs::path m_path;
};

// Empty when the database is sound, else SQLite's first complaint.
std::string complaintOf(const SQLite::Database& database)
{
    SQLite::Statement keys(database, "PRAGMA foreign_key_check");
    if (keys.executeStep()) {
        return fmt::format("a row of {} points at nothing in {}", keys.getColumn(0).getText(),
                           keys.getColumn(2).getText());
    }
    SQLite::Statement integrity(database, "PRAGMA integrity_check");
    const std::string answer = integrity.executeStep() ? integrity.getColumn(0).getText() : "no answer";
    return answer == "ok" ? std::string{} : answer;
}

}   // namespace

Result<CatalogCounts> writeCatalog(const CatalogSource& source, const fs::path& output)
{
    const auto place = pathToUtf8(output);
    try {
        auto beside = output;
        beside += ".new";
        const TemporaryFile temporary(beside);
        CatalogCounts counts;
        {
            SQLite::Database database(pathToUtf8(temporary.path()), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            counts = fillCatalog(source, database);
            database.exec("VACUUM");
            if (const auto complaint = complaintOf(database); !complaint.empty()) {
                return fail(ErrorCode::malformed, fmt::format("cannot write {}: {}", place, complaint));
            }
        }
        if (const auto loaded = loadCatalog(temporary.path()); !loaded) {
            return fail(loaded.error().code, fmt::format("cannot load what was written: {}", loaded.error().context));
        }
        std::error_code error;
        fs::rename(temporary.path(), output, error);
        if (error) {
            return fail(ErrorCode::io, fmt::format("cannot write {}: {}", place, error.message()), error.value());
        }
        return counts;
    } catch (const std::exception& exception) {
        return fail(ErrorCode::io, fmt::format("cannot write {}: {}", place, exception.what()));
    }
}

}   // namespace offramp::compiler
