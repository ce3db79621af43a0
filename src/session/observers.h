// Who wants to hear that a state changed. Shared by the sessions; private to this folder.
#pragma once

#include "session/session.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

namespace offramp {

// Observers outlive neither the session nor their subscription: both sides hold the list weakly.
class Observers {
public:
    [[nodiscard]] static Subscription subscribe(const std::shared_ptr<Observers>& list, std::function<void()> changed)
    {
        const int id = list->add(std::move(changed));
        return Subscription([observers = std::weak_ptr(list), id] {
            if (const auto alive = observers.lock()) {
                alive->remove(id);
            }
        });
    }
    // Held while calling, so that a subscription that has ended is never called again.
    void notify()
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [id, changed] : m_observers) {
            changed();
        }
    }

private:
    int add(std::function<void()> changed)
    {
        const std::lock_guard lock(m_mutex);
        m_observers.emplace(++m_last, std::move(changed));
        return m_last;
    }
    void remove(int id)
    {
        const std::lock_guard lock(m_mutex);
        m_observers.erase(id);
    }

    std::recursive_mutex m_mutex;
    std::map<int, std::function<void()>> m_observers;
    int m_last = 0;
};

}   // namespace offramp
