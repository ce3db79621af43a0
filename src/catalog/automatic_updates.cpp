#include "catalog/automatic_updates.h"

#include <memory>
#include <utility>

namespace offramp {

AutomaticUpdates::AutomaticUpdates(UpdateIfDue updateIfDue, Tried tried, Pauses pauses)
    : m_updateIfDue(std::move(updateIfDue)), m_tried(std::move(tried)), m_pauses(pauses),
      m_thread([this](const std::stop_token& stop) { run(stop); })
{}

AutomaticUpdates::AutomaticUpdates(const CatalogPlaces& places, const UpdateSettings& settings, const Clock& clock,
                                   Tried tried)
    : AutomaticUpdates([updater = std::make_shared<CatalogUpdater>(places, settings, clock)](
                           std::stop_token stop) { return updater->updateIfDue({}, std::move(stop)); },
                       std::move(tried), Pauses{})
{}

AutomaticUpdates::~AutomaticUpdates() = default;

void AutomaticUpdates::run(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    auto pause = m_pauses.first;
    while (!stop.stop_requested()) {
        // Wakes up early only to end.
        if (m_stopped.wait_for(lock, stop, pause, [&] { return stop.stop_requested(); })) {
            return;
        }
        const UpdateOutcome outcome = m_updateIfDue(stop);
        if (outcome.result != UpdateResult::notDue && outcome.result != UpdateResult::cancelled && m_tried) {
            m_tried(outcome);
        }
        pause = m_pauses.between;
    }
}

}   // namespace offramp
