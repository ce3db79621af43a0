// CatalogService: looking after the facts from the window: what is in use, and getting others, on a thread of its own.
#pragma once

#include "catalog/catalog_updater.h"

#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace offramp::ui {

// What the window shows of CatalogStatus. Values only.
struct CatalogSummary {
    CatalogInfo info;
    CatalogOrigin origin = CatalogOrigin::cameWithProgram;
    std::string signedBy;   // empty: not signed by itself, it came with the program
    std::optional<std::int64_t> goesBackTo;
    std::optional<LastTry> lastTry;
    UpdateSchedule schedule;
    bool hasServers = false;
};

// What the service can be asked to do; CatalogUpdater behind it, or a script in tests. Called on a worker thread, one
// call at a time.
class CatalogWork {
public:
    virtual ~CatalogWork() = default;
    [[nodiscard]] virtual Result<CatalogSummary> summary() = 0;
    [[nodiscard]] virtual UpdateOutcome update(const ProgressSink& progress, std::stop_token stop) = 0;
    [[nodiscard]] virtual UpdateOutcome updateIfDue(const ProgressSink& progress, std::stop_token stop) = 0;
    [[nodiscard]] virtual UpdateOutcome importFile(const std::filesystem::path& file) = 0;
    [[nodiscard]] virtual UpdateOutcome rollBack() = 0;
    [[nodiscard]] virtual UpdateOutcome deleteDownloaded() = 0;
    [[nodiscard]] virtual UpdateOutcome verify() = 0;
    [[nodiscard]] virtual UpdateOutcome setAutomatic(Automatic automatic) = 0;
};
[[nodiscard]] std::unique_ptr<CatalogWork> makeCatalogWork(CatalogPlaces places, UpdateSettings settings);

enum class CatalogJob { none, look, update, updateIfDue, importFile, rollBack, deleteDownloaded, verify, setAutomatic };

struct CatalogServiceState {
    CatalogJob running = CatalogJob::none;
    Progress progress;   // while running
    std::optional<CatalogSummary> summary;
    std::optional<Error> problem;            // the summary could not be made
    CatalogJob lastJob = CatalogJob::none;   // the last one that had an outcome a person asked for
    std::optional<UpdateOutcome> outcome;    // of lastJob
};

class CatalogService final : public QObject {
    Q_OBJECT

public:
    explicit CatalogService(std::unique_ptr<CatalogWork> work, QObject* parent = nullptr);
    ~CatalogService() override;

    [[nodiscard]] const CatalogServiceState& state() const { return m_state; }

    // Each does nothing while another one runs.
    void look();
    void update();
    void updateIfDue();   // only if the person allowed it and it is time; says nothing unless something came of it
    void importFile(const QString& file);
    void rollBack();
    void deleteDownloaded();
    void verify();
    void setAutomatic(Automatic automatic);
    void cancel();

signals:
    void changed();
    void catalogChanged();   // another catalog is in use from now on

private:
    using Call = std::function<UpdateOutcome(const ProgressSink& progress, std::stop_token stop)>;
    void run(CatalogJob job, Call call);
    void finish(CatalogJob job, std::optional<UpdateOutcome> outcome, Result<CatalogSummary> summary);

    std::unique_ptr<CatalogWork> m_work;
    CatalogServiceState m_state;
    std::jthread m_worker;   // last: stops before what it uses is destroyed
};

}   // namespace offramp::ui
