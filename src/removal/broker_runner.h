// A runner for steps that need rights: it checks with what this account may see and lets the broker act.
#pragma once

#include "platform/byte_channel.h"
#include "removal/broker_protocol.h"

#include <functional>
#include <memory>

namespace offramp {

class BrokerRunner final : public StepRunner {
public:
    using Start = std::function<Result<std::unique_ptr<BrokerConnection>>()>;

    // `plan` is what was approved. `local` answers check(); `start` asks the system, which asks the person, when the
    // first step is to be carried out, and again after the broker ended.
    BrokerRunner(const RemovalPlan& plan, RunnerFor local, Start start = startBroker);

    [[nodiscard]] StepTruth check(const Step& step) override;
    // `declined` when the person said no; `refused` when the system may not ask or the broker refuses.
    [[nodiscard]] StepOutcome run(const Step& step, const StepWatch& watch, std::stop_token stop) override;
    [[nodiscard]] Result<void> undo(const Step& step, const std::string& undo) override;

private:
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<void> say(const BrokerRequest& request);
    [[nodiscard]] Result<BrokerReply> hear();
    [[nodiscard]] Error lost();

    std::string m_plan;
    RunnerFor m_local;
    Start m_start;
    std::unique_ptr<BrokerConnection> m_broker;
    MessageReader m_reader;
};

}   // namespace offramp
