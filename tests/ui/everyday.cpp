#include "everyday.h"

#include "events.h"
#include "platform/start_schedule.h"
#include "scripted_facts.h"
#include "scripted_results.h"
#include "state/migrations.h"

namespace offramp::ui {

namespace {

// Also where a person's settings would be: the system is told what to start from there.
std::unique_ptr<StateDatabase> openIn(const QTemporaryDir& folder)
{
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"}) {
        qputenv(name, folder.path().toUtf8());
    }
    return std::move(
        StateDatabase::open(std::filesystem::path(folder.filePath(QStringLiteral("state.db")).toStdU16String()),
                            stateMigrations())
            .value());
}

CheckResult at(CheckResult result, std::chrono::hours before)
{
    result.snapshot.takenAt = scriptedNow() - before;
    return result;
}

}   // namespace

Everyday::Everyday()
    : m_state(openIn(m_folder)), m_store(*m_state), m_reminders(m_store, m_time, m_notifier, WindowFallback::forbidden),
      m_history(std::make_unique<HistoryService>(m_state.get(), std::nullopt)),
      m_facts(std::make_unique<CatalogService>(std::make_unique<ScriptedFacts>())),
      m_removalService(scriptedRemovalService(m_removal))
{
    ReminderPreferences preferences;
    preferences.mode = ReminderMode::resident;
    m_reminders.setPreferences(preferences);
    m_reminders.takeCheck(affectedResult());

    const std::vector<Replacement> replacements = scriptedCatalog().replacements;
    CheckResult older = affectedResult();
    older.installations.front().version = "21.15.8.493";
    constexpr std::chrono::hours day{24};
    for (const CheckResult& each :
         {at(older, day * 400), at(affectedResult(), day * 90), at(affectedResult(), day * 60),
          at(tracesResult(), day * 2), at(cleanResult(), std::chrono::hours{1})}) {
        m_history->remember(each, replacements);
    }
    m_facts->look();
    static_cast<void>(waitUntil([this] { return m_facts->state().running == CatalogJob::none; }));
}

void Everyday::setRemoval(const std::string& state)
{
    m_removalService->close();
    m_removal.show(removalState(state));
}

void Everyday::setPolicy(PolicyAnswer (*policy)())
{
    CheckResult result = affectedResult();
    if (policy != nullptr) {
        result.policy = policy();
    }
    m_reminders.takeCheck(result);
}

Everyday::~Everyday()
{
    static_cast<void>(setStartSchedule(ReminderMode::off, runningProgram()));
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"}) {
        qunsetenv(name);
    }
}

}   // namespace offramp::ui
