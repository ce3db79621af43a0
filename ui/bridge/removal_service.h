// RemovalService: the guided removal of this program: none until somebody opens it, then the real one or a rehearsal.
#pragma once

#include "bridge/removal_bridge.h"

#include <functional>
#include <memory>
#include <optional>

namespace offramp::ui {

enum class RemovalMode {
    real,
    rehearsal,   // nothing real is touched
};

// A session with all that it works with; that outlives it.
class OpenRemoval {
public:
    virtual ~OpenRemoval() = default;
    [[nodiscard]] virtual RemovalSession& session() = 0;
};

class RemovalService final : public QObject {
    Q_OBJECT

public:
    using Opener = std::function<Result<std::unique_ptr<OpenRemoval>>(RemovalMode)>;
    enum class Offers { both, rehearsalOnly };   // a recorded computer can only be rehearsed
    // What earlier removals are read from for a list; empty where there are none.
    using Records = std::function<Result<std::vector<MigrationRecord>>()>;
    RemovalService(Opener opener, Records records, Offers offers, QObject* parent = nullptr);
    ~RemovalService() override;

    [[nodiscard]] Offers offers() const { return m_offers; }
    // The mode that is open, or would be opened first.
    [[nodiscard]] RemovalMode mode() const { return m_mode; }

    // Opens it if it is not open in that mode yet. False when it cannot be: problem() says why.
    bool open(RemovalMode mode);
    // What was approved stays in its journal. Waits for a step that runs.
    void close();
    [[nodiscard]] RemovalBridge* bridge() { return m_bridge.get(); }   // null: nothing is open
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

    // Steps are being carried out at this moment.
    [[nodiscard]] bool isWorking() const;
    // It looks what there is to do.
    [[nodiscard]] bool isPreparing() const;
    // An approved removal waits to go on.
    [[nodiscard]] bool isUnfinished() const;

    // Newest first.
    [[nodiscard]] Result<std::vector<MigrationRecord>> records() const;

signals:
    void changed();

private:
    Opener m_opener;
    Records m_records;
    Offers m_offers;
    RemovalMode m_mode;
    std::optional<Error> m_problem;
    std::unique_ptr<OpenRemoval> m_work;
    std::unique_ptr<RemovalBridge> m_bridge;   // after what it is a bridge to
};

}   // namespace offramp::ui
