// The broker's side of the conversation: one plan, one step at a time, and only steps it would propose itself.
#pragma once

#include "platform/byte_channel.h"
#include "removal/broker_protocol.h"

#include <chrono>
#include <functional>

namespace offramp {

struct BrokerDuties {
    // The plan as this machine and a catalog the broker trusts give it now. `approved` is foreign: only what it is for
    // (its kind, its products) may be taken from it.
    std::function<Result<RemovalPlan>(const RemovalPlan& approved)> makeAnew;
    RunnerFor runnerFor;
    std::chrono::milliseconds idle = std::chrono::minutes{2};   // between two requests
    // How long an answer to a question is waited for while a step runs. Without one, nobody is stopped and nothing new
    // is begun.
    std::chrono::milliseconds answer = std::chrono::minutes{2};
};

// Serves until the other side closes, nothing comes for a while, or something is refused. The error says which of the
// last two it was; a closed channel is none.
[[nodiscard]] Result<void> serveBroker(ByteChannel& channel, const BrokerDuties& duties);

}   // namespace offramp
