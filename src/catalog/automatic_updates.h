// AutomaticUpdates: keeps a catalog new while a program runs, if the person allowed it.
//
// A thread of its own asks CatalogUpdater::updateIfDue() soon after the start and then every few hours. Whether
// anything is due, and so whether a connection is opened at all, is decided there, anew each time: off unless the
// person switched it on, and then at most weekly (update_schedule.h). A program may always have one of these.
#pragma once

#include "catalog/catalog_updater.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace offramp {

class AutomaticUpdates {
public:
    struct Pauses {
        std::chrono::milliseconds first = std::chrono::minutes{2};   // the start of a computer is busy enough
        std::chrono::milliseconds between = std::chrono::hours{6};
    };
    using UpdateIfDue = std::function<UpdateOutcome(std::stop_token)>;
    // Called on this object's thread after every try that was made (never for "not due"); it must return quickly.
    using Tried = std::function<void(const UpdateOutcome&)>;

    AutomaticUpdates(UpdateIfDue updateIfDue, Tried tried, Pauses pauses);
    // With an updater of its own. `clock` must outlive this object.
    AutomaticUpdates(const CatalogPlaces& places, const UpdateSettings& settings, const Clock& clock, Tried tried);
    // Stops a running update; it goes on where it was the next time.
    ~AutomaticUpdates();
    AutomaticUpdates(const AutomaticUpdates&) = delete;
    AutomaticUpdates& operator=(const AutomaticUpdates&) = delete;

private:
    void run(const std::stop_token& stop);

    UpdateIfDue m_updateIfDue;
    Tried m_tried;
    Pauses m_pauses;
    std::mutex m_mutex;
    std::condition_variable_any m_stopped;
    std::jthread m_thread;   // last: it uses everything above
};

}   // namespace offramp
