// What tests of MachineWatch share.
#pragma once

#include "base/calendar.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace offramp::test {

// Counts what a watch tells, and waits for it.
class Ear {
public:
    void hear()
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
        m_heard.notify_all();
    }
    bool hears(int times, std::chrono::milliseconds within)
    {
        std::unique_lock lock(m_mutex);
        return m_heard.wait_for(lock, within, [&] { return m_count >= times; });
    }
    int count()
    {
        const std::lock_guard lock(m_mutex);
        return m_count;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_heard;
    int m_count = 0;
};

inline Instant systemNow()
{
    return std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
}

}   // namespace offramp::test
