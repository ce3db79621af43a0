#include "bridge/history_service.h"

#include "session/check_record.h"

namespace offramp::ui {

HistoryService::HistoryService(StateDatabase* state, std::optional<Error> problem, QObject* parent)
    : QObject(parent), m_state(state), m_problem(std::move(problem))
{
    if (m_state != nullptr) {
        m_history = std::make_unique<CheckHistory>(*m_state);
    }
}

HistoryService::~HistoryService() = default;

void HistoryService::remember(const CheckResult& result, const std::vector<Replacement>& replacements)
{
    if (m_history != nullptr) {
        note(m_history->remember(outcomeOf(result), result.snapshot.takenAt,
                                 json::dump(checkJson(result, replacements))));
    }
}

void HistoryService::clear()
{
    if (m_history != nullptr) {
        note(m_history->clear());
    }
}

std::vector<RememberedCheck> HistoryService::all()
{
    if (m_history == nullptr) {
        return {};
    }
    auto checks = m_history->all();
    if (!checks) {
        m_problem = checks.error();
        return {};
    }
    return std::move(*checks);
}

Result<std::string> HistoryService::report(std::int64_t id) const
{
    if (m_history == nullptr) {
        return fail(ErrorCode::notFound, "there is no history");
    }
    return m_history->report(id);
}

std::optional<std::filesystem::path> HistoryService::setAside() const
{
    return m_state != nullptr ? m_state->setAside() : std::nullopt;
}

void HistoryService::note(const Result<void>& done)
{
    m_problem = done ? std::nullopt : std::optional<Error>(done.error());
    emit changed();
}

}   // namespace offramp::ui
