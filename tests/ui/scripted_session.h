// ScriptedSession: a Session that says what a test wants, and remembers what it was asked for.
#pragma once

#include "session/session.h"

namespace offramp::ui {

class ScriptedSession final : public Session {
public:
    explicit ScriptedSession(Catalog catalog) : m_catalog(std::move(catalog)) {}

    void show(SessionState state)
    {
        m_state = std::move(state);
        if (m_changed) {
            m_changed();
        }
    }
    void finish(CheckResult result)
    {
        SessionState state;
        state.phase = CheckPhase::done;
        state.result = std::make_shared<const CheckResult>(std::move(result));
        show(std::move(state));
    }

    void startCheck() override { ++checksStarted; }
    void cancelCheck() override { ++checksCancelled; }
    void setPerson(Person person) override
    {
        m_person = person;
        if (m_changed) {
            m_changed();
        }
    }
    [[nodiscard]] Person person() const override { return m_person; }
    [[nodiscard]] SessionState state() const override { return m_state; }
    [[nodiscard]] const Catalog& catalog() const override { return m_catalog; }
    [[nodiscard]] Subscription subscribe(std::function<void()> changed) override
    {
        m_changed = std::move(changed);
        return Subscription([this] { m_changed = nullptr; });
    }

    int checksStarted = 0;
    int checksCancelled = 0;

private:
    Catalog m_catalog;
    SessionState m_state;
    Person m_person = Person::us;
    std::function<void()> m_changed;
};

}   // namespace offramp::ui
