#include "session/observers.h"
#include "session/session.h"

#include <mutex>
#include <thread>
#include <utility>

namespace offramp {

namespace {

class SessionImpl final : public Session {
public:
    SessionImpl(const Host& host, const Catalog& catalog, CheckOptions options)
        : m_host(host), m_catalog(catalog), m_options(options)
    {}

    ~SessionImpl() override
    {
        m_worker.request_stop();
        if (m_worker.joinable()) {
            m_worker.join();
        }
    }

    void startCheck() override
    {
        m_worker.request_stop();
        CheckOptions options;
        unsigned run = 0;
        {
            const std::lock_guard lock(m_mutex);
            run = ++m_run;
            options = m_options;
            m_state.phase = CheckPhase::running;
            m_state.progress = {};
            m_state.error.reset();
        }
        m_observers->notify();
        // A stopped check may still wait for a program of the system. The new worker waits for it, not the window.
        m_worker = std::jthread([this, run, options, previous = std::move(m_worker)](std::stop_token stop) mutable {
            previous = {};
            work(run, options, std::move(stop));
        });
    }

    void cancelCheck() override { m_worker.request_stop(); }

    void setPerson(Person person) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_options.person = person;
            adoptPerson();
        }
        m_observers->notify();
    }

    Person person() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_options.person;
    }

    SessionState state() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_state;
    }

    const Catalog& catalog() const override { return m_catalog; }

    Subscription subscribe(std::function<void()> changed) override
    {
        return Observers::subscribe(m_observers, std::move(changed));
    }

private:
    // Changes the state for one run; a run that another one has replaced has nothing to say any more.
    template <class Change> void update(unsigned run, Change change)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (run != m_run) {
                return;
            }
            change();
        }
        m_observers->notify();
    }

    void work(unsigned run, const CheckOptions& options, std::stop_token stop)
    {
        const ProgressSink progress = [&](const Progress& step) { update(run, [&] { m_state.progress = step; }); };
        auto result = check(m_host, m_catalog, options, progress, std::move(stop));
        update(run, [&] {
            if (result) {
                m_state.phase = CheckPhase::done;
                m_state.result = std::make_shared<const CheckResult>(std::move(*result));
                adoptPerson();
            } else if (result.error().code == ErrorCode::cancelled) {
                m_state.phase = CheckPhase::cancelled;
            } else {
                m_state.phase = CheckPhase::failed;
                m_state.error = result.error();
            }
        });
    }

    // The person may have changed while the check ran. Called with the mutex held.
    void adoptPerson()
    {
        if (!m_state.result || m_state.result->person == m_options.person) {
            return;
        }
        auto again = std::make_shared<CheckResult>(*m_state.result);
        again->person = m_options.person;
        again->assessment = assessAgain(*again, m_catalog, m_options.person);
        again->needs = needsFrom(*again, m_catalog, m_options.person);
        again->recommendations = recommend(m_catalog.replacements, again->needs);
        m_state.result = std::move(again);
    }

    const Host& m_host;
    const Catalog& m_catalog;
    mutable std::mutex m_mutex;
    CheckOptions m_options;
    SessionState m_state;
    unsigned m_run = 0;   // which check the state belongs to
    std::shared_ptr<Observers> m_observers = std::make_shared<Observers>();
    std::jthread m_worker;   // last: stops before what it uses is destroyed
};

}   // namespace

std::unique_ptr<Session> makeSession(const Host& host, const Catalog& catalog, CheckOptions options)
{
    return std::make_unique<SessionImpl>(host, catalog, options);
}

}   // namespace offramp
