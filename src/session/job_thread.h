// JobThread: one thing after the other, on a thread of its own. What has not begun when it is destroyed never does.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

namespace offramp {

class JobThread {
public:
    JobThread() : m_thread([this](std::stop_token stop) { work(std::move(stop)); }) {}
    JobThread(const JobThread&) = delete;
    JobThread& operator=(const JobThread&) = delete;
    ~JobThread() { end(); }

    void push(std::function<void()> job)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_jobs.push_back(std::move(job));
        }
        m_bell.notify_all();
    }
    // Waits for the job that runs.
    void end()
    {
        m_thread.request_stop();
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }

private:
    void work(std::stop_token stop)
    {
        while (true) {
            std::unique_lock lock(m_mutex);
            if (!m_bell.wait(lock, stop, [this] { return !m_jobs.empty(); }) || stop.stop_requested()) {
                return;
            }
            const auto job = std::move(m_jobs.front());
            m_jobs.pop_front();
            lock.unlock();
            job();
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_bell;
    std::deque<std::function<void()>> m_jobs;
    std::jthread m_thread;   // last: ends before what it uses is destroyed
};

}   // namespace offramp
