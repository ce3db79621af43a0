#include "app_removal.h"

#include "app_start.h"
#include "platform/actions.h"
#include "platform/platform.h"
#include "platform/start_schedule.h"
#include "removal/journal.h"

#include <system_error>
#include <utility>

namespace offramp::ui {

namespace {

class OpenedRemoval final : public OpenRemoval {
public:
    OpenedRemoval(Catalog catalog, std::unique_ptr<Host> host, Person person)
        : m_catalog(std::move(catalog)), m_host(std::move(host)), m_session(makeRehearsal(*m_host, m_catalog, person))
    {}
    OpenedRemoval(Catalog catalog, std::unique_ptr<Host> host, Person person, const std::filesystem::path& journal)
        : m_catalog(std::move(catalog)), m_host(std::move(host)), m_actions(makeLiveActions()),
          m_session(makeRemovalSession({*m_host, *m_actions, m_catalog, journal, runningProgram()}, person))
    {}
    [[nodiscard]] RemovalSession& session() override { return *m_session; }

private:
    Catalog m_catalog;
    std::unique_ptr<Host> m_host;
    std::unique_ptr<Actions> m_actions;   // null in a rehearsal
    std::unique_ptr<RemovalSession> m_session;
};

Result<std::unique_ptr<OpenRemoval>> openRemoval(const LaunchOptions& options, const AppSettings& settings,
                                                 RemovalMode mode)
{
    auto facts = openFacts(options);
    if (!facts) {
        return tl::unexpected(facts.error());
    }
    const Person person = options.person ? *options.person : settings.person().value_or(AppSettings::guessedPerson());
    Result<std::unique_ptr<Host>> host = openMachine(options);
    if (!host) {
        return tl::unexpected(host.error());
    }
    if (mode == RemovalMode::rehearsal) {
        return std::make_unique<OpenedRemoval>(std::move(facts->catalog), std::move(*host), person);
    }
    const auto journal = personJournalFile();
    if (!journal) {
        return tl::unexpected(journal.error());
    }
    return std::make_unique<OpenedRemoval>(std::move(facts->catalog), std::move(*host), person, *journal);
}

Result<std::vector<MigrationRecord>> recordsOfPerson()
{
    std::vector<MigrationRecord> records;
    const auto file = personJournalFile();
    std::error_code fault;
    if (!file || !std::filesystem::exists(*file, fault)) {
        return records;
    }
    const auto journal = Journal::open(*file);
    const auto ids = journal ? (*journal)->all() : tl::unexpected(journal.error());
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    for (const std::int64_t id : *ids) {
        auto record = (*journal)->read(id);
        if (!record) {
            return tl::unexpected(record.error());
        }
        records.push_back(std::move(*record));
    }
    return records;
}

}   // namespace

bool wasEverRemovedFrom()
{
    std::error_code fault;
    const auto file = personJournalFile();
    return file && std::filesystem::exists(*file, fault);
}

std::unique_ptr<RemovalService> makeRemovalService(const LaunchOptions& options, const AppSettings& settings)
{
    const bool real = isEverydayStart(options);
    return std::make_unique<RemovalService>(
        [options, &settings](RemovalMode mode) { return openRemoval(options, settings, mode); },
        real ? RemovalService::Records(recordsOfPerson) : RemovalService::Records(),
        real ? RemovalService::Offers::both : RemovalService::Offers::rehearsalOnly);
}

}   // namespace offramp::ui
