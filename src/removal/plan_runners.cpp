#include "removal/plan_runners.h"

#include <utility>

namespace offramp {

PlanRunners::PlanRunners(const Host& host, Actions& actions, const RemovalPlan& plan, BrokerRunner::Start start)
    : m_elevated(host.machine().elevated), m_live(host, actions), m_broker(plan, m_live.asFunction(), std::move(start))
{}

RunnerFor PlanRunners::asFunction()
{
    return [this](const Step& step) -> StepRunner* {
        StepRunner* const live = m_live.runnerFor(step);
        return live != nullptr && step.rights == Rights::administrator && !m_elevated ? &m_broker : live;
    };
}

}   // namespace offramp
