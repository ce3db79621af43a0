// HistoryService: the remembered checks, for the window. Says why when they cannot be kept.
#pragma once

#include "session/session.h"
#include "state/check_history.h"

#include <QObject>
#include <memory>
#include <optional>

namespace offramp::ui {

class HistoryService final : public QObject {
    Q_OBJECT

public:
    // `state` must outlive it; null with the reason when there is no memory.
    HistoryService(StateDatabase* state, std::optional<Error> problem, QObject* parent = nullptr);
    ~HistoryService() override;

    void remember(const CheckResult& result, const std::vector<Replacement>& replacements);
    void clear();

    // Newest first.
    [[nodiscard]] std::vector<RememberedCheck> all();
    // offramp.check/1.
    [[nodiscard]] Result<std::string> report(std::int64_t id) const;
    // Why checks are not kept; empty when they are.
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }
    // A damaged memory was set aside there when the program started.
    [[nodiscard]] std::optional<std::filesystem::path> setAside() const;

signals:
    void changed();

private:
    void note(const Result<void>& done);

    StateDatabase* m_state;
    std::unique_ptr<CheckHistory> m_history;
    std::optional<Error> m_problem;
};

}   // namespace offramp::ui
