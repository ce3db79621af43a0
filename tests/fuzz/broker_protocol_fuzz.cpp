// Any bytes as a conversation with the broker: it must end, and carry out nothing that no plan of its own names.
#include "removal/broker_service.h"
#include "removal/plan_codec.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace offramp;

class Bytes final : public ByteChannel {
public:
    explicit Bytes(std::string_view bytes) : m_bytes(bytes) {}
    [[nodiscard]] Result<void> write(std::string_view bytes) override
    {
        m_written += bytes.size();
        return {};
    }
    [[nodiscard]] Result<std::string> read(std::chrono::milliseconds /*patience*/) override
    {
        const std::size_t count = std::min<std::size_t>(m_bytes.size(), 7);
        std::string part(m_bytes.substr(0, count));
        m_bytes.remove_prefix(count);
        return part;
    }

private:
    std::string_view m_bytes;
    std::size_t m_written = 0;
};

class NoRunner final : public StepRunner {
public:
    [[nodiscard]] StepTruth check(const Step& /*step*/) override { return StepTruth::cannotTell; }
    [[nodiscard]] StepOutcome run(const Step& /*step*/, const StepWatch& /*watch*/, std::stop_token /*stop*/) override
    {
        std::abort();   // the plan made anew is empty
    }
    [[nodiscard]] Result<void> undo(const Step& step, const std::string& /*undo*/) override
    {
        if (step.undo != Undo::possible) {
            std::abort();
        }
        return {};
    }
};

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    NoRunner runner;
    Bytes channel(bytes);
    const BrokerDuties duties{[](const RemovalPlan&) { return Result<RemovalPlan>(RemovalPlan{}); },
                              [&](const Step&) { return &runner; }};
    (void)serveBroker(channel, duties);
    // A message read is the message that was written.
    if (const auto request = decodeRequest(bytes)) {
        MessageReader reader;
        reader.add(encodeRequest(*request));
        const auto again = reader.next();
        if (!again || !*again || decodeRequest(**again) != request) {
            std::abort();
        }
    }
    if (const auto reply = decodeReply(bytes)) {
        MessageReader reader;
        reader.add(encodeReply(*reply));
        const auto again = reader.next();
        if (!again || !*again || decodeReply(**again) != reply) {
            std::abort();
        }
    }
    return 0;
}
