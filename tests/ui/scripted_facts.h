// ScriptedFacts: an updater that waits until the test lets it go on, and remembers what it was asked for.
#pragma once

#include "bridge/catalog_service.h"
#include "scripted_results.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace offramp::ui {

class ScriptedFacts final : public CatalogWork {
public:
    ScriptedFacts()
    {
        shown.info.serial = 41;
        shown.info.factsAsOf = *parseDay("2026-11-23");
        shown.info.expiresAt = scriptedNow() + std::chrono::hours{24 * 365};
        shown.hasServers = true;
        shown.goesBackTo = 0;
        shown.origin = CatalogOrigin::downloaded;
    }
    Result<CatalogSummary> summary() override
    {
        const std::lock_guard lock(m_mutex);
        return shown;
    }
    UpdateOutcome update(const ProgressSink& progress, std::stop_token stop) override
    {
        progress({"catalogDownload", 40'000, 80'000});
        std::unique_lock lock(m_mutex);
        m_free.wait(lock, stop, [this] { return m_released; });
        if (stop.stop_requested()) {
            return {UpdateResult::cancelled, Reason{ReasonCode::updateCancelled, {}, {}}, {}, 0, 0, {}};
        }
        shown.info.serial = 42;
        return {
            UpdateResult::installed, Reason{ReasonCode::updateInstalled, {std::string("42")}, {}}, {}, 42, 80'000, {}};
    }
    UpdateOutcome updateIfDue(const ProgressSink&, std::stop_token) override
    {
        ++dueAsked;
        return {UpdateResult::notDue, Reason{ReasonCode::updateNotDue, {}, {}}, {}, 0, 0, {}};
    }
    UpdateOutcome importFile(const std::filesystem::path&) override
    {
        return {UpdateResult::refused,
                Reason{ReasonCode::updateWrongContent, {std::string("43")}, {}},
                "not signed",
                0,
                0,
                {}};
    }
    UpdateOutcome rollBack() override { return verify(); }
    UpdateOutcome deleteDownloaded() override
    {
        const std::lock_guard lock(m_mutex);
        shown.origin = CatalogOrigin::cameWithProgram;
        shown.info.serial = 7;
        shown.goesBackTo.reset();
        return {UpdateResult::installed, Reason{ReasonCode::updateInstalled, {std::string("7")}, {}}, {}, 7, 0, {}};
    }
    UpdateOutcome verify() override
    {
        return {UpdateResult::upToDate, Reason{ReasonCode::updateUpToDate, {std::string("41")}, {}}, {}, 0, 0, {}};
    }
    UpdateOutcome setAutomatic(Automatic automatic) override
    {
        const std::lock_guard lock(m_mutex);
        shown.schedule.automatic = automatic;
        return verify();
    }
    void release()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_released = true;
        }
        m_free.notify_all();
    }

    CatalogSummary shown;
    std::atomic<int> dueAsked = 0;

private:
    std::mutex m_mutex;
    std::condition_variable_any m_free;
    bool m_released = false;
};

}   // namespace offramp::ui
