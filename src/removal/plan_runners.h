// The runners of an approved plan: what needs rights goes through the broker, unless this process has them; the rest is
// carried out here.
#pragma once

#include "removal/broker_runner.h"
#include "removal/runners/live_runners.h"

namespace offramp {

class PlanRunners {
public:
    // `host` and `actions` must outlive it. Nobody is asked for rights before the first step that needs them is run.
    PlanRunners(const Host& host, Actions& actions, const RemovalPlan& plan, BrokerRunner::Start start = startBroker);
    PlanRunners(const PlanRunners&) = delete;
    PlanRunners& operator=(const PlanRunners&) = delete;

    // For the executor; valid as long as this object. None for a step this system has no way to carry out.
    [[nodiscard]] RunnerFor asFunction();

private:
    bool m_elevated;
    LiveRunners m_live;
    BrokerRunner m_broker;
};

}   // namespace offramp
