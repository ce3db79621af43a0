#include "bridge/catalog_service.h"

#include <QMetaObject>
#include <utility>

namespace offramp::ui {

namespace {

class UpdaterWork final : public CatalogWork {
public:
    UpdaterWork(CatalogPlaces places, UpdateSettings settings)
        : m_hasServers(!settings.mirrors.empty()), m_updater(std::move(places), std::move(settings), m_clock)
    {}

    Result<CatalogSummary> summary() override
    {
        const auto status = m_updater.status();
        if (!status) {
            return tl::unexpected(status.error());
        }
        CatalogSummary summary;
        summary.info = status->inUse.catalog.info;
        summary.origin = status->inUse.origin;
        summary.signedBy = status->inUse.proof ? status->inUse.proof->keyName : std::string();
        summary.goesBackTo = status->goesBackTo;
        summary.lastTry = status->lastTry;
        summary.schedule = status->schedule;
        summary.hasServers = m_hasServers;
        return summary;
    }
    UpdateOutcome update(const ProgressSink& progress, std::stop_token stop) override
    {
        return m_updater.update(progress, std::move(stop));
    }
    UpdateOutcome updateIfDue(const ProgressSink& progress, std::stop_token stop) override
    {
        return m_updater.updateIfDue(progress, std::move(stop));
    }
    UpdateOutcome importFile(const std::filesystem::path& file) override { return m_updater.importFile(file); }
    UpdateOutcome rollBack() override { return m_updater.rollBack(); }
    UpdateOutcome deleteDownloaded() override { return m_updater.deleteDownloaded(); }
    UpdateOutcome verify() override { return m_updater.verify(); }
    UpdateOutcome setAutomatic(Automatic automatic) override { return m_updater.setAutomatic(automatic); }

private:
    SystemClock m_clock;
    bool m_hasServers;
    CatalogUpdater m_updater;
};

}   // namespace

std::unique_ptr<CatalogWork> makeCatalogWork(CatalogPlaces places, UpdateSettings settings)
{
    return std::make_unique<UpdaterWork>(std::move(places), std::move(settings));
}

CatalogService::CatalogService(std::unique_ptr<CatalogWork> work, QObject* parent)
    : QObject(parent), m_work(std::move(work))
{}

CatalogService::~CatalogService() = default;

void CatalogService::look()
{
    run(CatalogJob::look, nullptr);
}

void CatalogService::update()
{
    run(CatalogJob::update, [this](const ProgressSink& progress, std::stop_token stop) {
        return m_work->update(progress, std::move(stop));
    });
}

void CatalogService::updateIfDue()
{
    run(CatalogJob::updateIfDue, [this](const ProgressSink& progress, std::stop_token stop) {
        return m_work->updateIfDue(progress, std::move(stop));
    });
}

void CatalogService::importFile(const QString& file)
{
    run(CatalogJob::importFile, [this, path = std::filesystem::path(file.toStdU16String())](
                                    const ProgressSink&, const std::stop_token&) { return m_work->importFile(path); });
}

void CatalogService::rollBack()
{
    run(CatalogJob::rollBack, [this](const ProgressSink&, const std::stop_token&) { return m_work->rollBack(); });
}

void CatalogService::deleteDownloaded()
{
    run(CatalogJob::deleteDownloaded,
        [this](const ProgressSink&, const std::stop_token&) { return m_work->deleteDownloaded(); });
}

void CatalogService::verify()
{
    run(CatalogJob::verify, [this](const ProgressSink&, const std::stop_token&) { return m_work->verify(); });
}

void CatalogService::setAutomatic(Automatic automatic)
{
    run(CatalogJob::setAutomatic,
        [this, automatic](const ProgressSink&, const std::stop_token&) { return m_work->setAutomatic(automatic); });
}

void CatalogService::cancel()
{
    m_worker.request_stop();
}

void CatalogService::run(CatalogJob job, Call call)
{
    if (m_state.running != CatalogJob::none) {
        return;
    }
    m_state.running = job;
    m_state.progress = {};
    emit changed();
    m_worker = std::jthread([this, job, call = std::move(call)](const std::stop_token& stop) {
        const ProgressSink progress = [this](const Progress& step) {
            QMetaObject::invokeMethod(
                this,
                [this, step] {
                    m_state.progress = step;
                    emit changed();
                },
                Qt::QueuedConnection);
        };
        std::optional<UpdateOutcome> outcome;
        if (call) {
            outcome = call(progress, stop);
        }
        auto summary = m_work->summary();
        QMetaObject::invokeMethod(
            this,
            [this, job, outcome = std::move(outcome), summary = std::move(summary)]() mutable {
                finish(job, std::move(outcome), std::move(summary));
            },
            Qt::QueuedConnection);
    });
}

void CatalogService::finish(CatalogJob job, std::optional<UpdateOutcome> outcome, Result<CatalogSummary> summary)
{
    const std::int64_t before = m_state.summary ? m_state.summary->info.serial : 0;
    m_state.running = CatalogJob::none;
    m_state.problem.reset();
    if (summary) {
        m_state.summary = std::move(*summary);
    } else {
        m_state.problem = summary.error();
    }
    // What nobody asked for and nothing came of is not worth a word.
    const bool quiet = job == CatalogJob::look
                       || (job == CatalogJob::updateIfDue && outcome && outcome->result != UpdateResult::installed);
    if (!quiet) {
        m_state.lastJob = job;
        m_state.outcome = std::move(outcome);
    }
    emit changed();
    const bool another = m_state.summary && before != 0 && m_state.summary->info.serial != before;
    if (another) {
        emit catalogChanged();
    }
}

}   // namespace offramp::ui
