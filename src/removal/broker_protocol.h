// What the program a person started and the broker say to each other (docs/data-formats.md, "Broker protocol").
//
// Each message is a length (four bytes, big-endian) and that many bytes of JSON. Both sides treat the other's bytes as
// foreign: whatever is not exactly one of these messages ends the conversation.
#pragma once

#include "removal/step_runner.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace offramp {

// Twice a plan's own limit: its quotes are escaped on the way.
inline constexpr std::size_t brokerMessageLimit = 9u << 20;
inline constexpr int brokerProtocol = 3;
inline constexpr std::size_t brokerPasswordLimit = 1024;   // bytes

// --- from the person's program

struct OpenPlan {
    int protocol = brokerProtocol;
    std::string digest;   // the person approved
    std::string plan;     // its bytes
    friend bool operator==(const OpenPlan&, const OpenPlan&) = default;
};
struct RunStep {
    std::string step;
    friend bool operator==(const RunStep&, const RunStep&) = default;
};
struct UndoStep {
    std::string step;
    std::string undo;
    friend bool operator==(const UndoStep&, const UndoStep&) = default;
};
// To StillSilent: stop waiting. To RememberUndo: it is on the disk.
struct BrokerAnswer {
    bool yes = false;
    friend bool operator==(const BrokerAnswer&, const BrokerAnswer&) = default;
};
// Between two steps' transitions: nothing is begun after it.
struct StopStep {
    friend bool operator==(const StopStep&, const StopStep&) = default;
};
// To AskPassword. Empty: none. Never in a plan, a journal or a log, and not longer than brokerPasswordLimit.
struct GivePassword {
    std::string password;
    friend bool operator==(const GivePassword&, const GivePassword&) = default;
};
using BrokerRequest = std::variant<OpenPlan, RunStep, UndoStep, BrokerAnswer, StopStep, GivePassword>;

// --- from the broker

struct PlanOpened {
    friend bool operator==(const PlanOpened&, const PlanOpened&) = default;
};
struct StepEnded {
    StepOutcome::Kind kind = StepOutcome::Kind::done;
    std::optional<int> code;
    Error detail;
    std::string undo;
    friend bool operator==(const StepEnded&, const StepEnded&) = default;
};
struct UndoEnded {
    std::optional<Error> fault;
    friend bool operator==(const UndoEnded&, const UndoEnded&) = default;
};
struct StepFraction {
    double value = 0;
    friend bool operator==(const StepFraction&, const StepFraction&) = default;
};
struct StillSilent {
    long seconds = 0;
    friend bool operator==(const StillSilent&, const StillSilent&) = default;
};
// As StepWatch::window; it is not answered.
struct StepWindow {
    std::int32_t number = 0;
    friend bool operator==(const StepWindow&, const StepWindow&) = default;
};
struct RememberUndo {
    std::string undo;
    friend bool operator==(const RememberUndo&, const RememberUndo&) = default;
};
// The product that the step removes wants its uninstall password.
struct AskPassword {
    friend bool operator==(const AskPassword&, const AskPassword&) = default;
};
// The whole conversation is refused; the broker ends after it.
struct BrokerRefuses {
    Error why;
    friend bool operator==(const BrokerRefuses&, const BrokerRefuses&) = default;
};
using BrokerReply = std::variant<PlanOpened, StepEnded, UndoEnded, StepFraction, StillSilent, StepWindow, RememberUndo,
                                 AskPassword, BrokerRefuses>;

// With the length in front.
[[nodiscard]] std::string encodeRequest(const BrokerRequest& request);
[[nodiscard]] std::string encodeReply(const BrokerReply& reply);
// The bytes of one message, without the length. Foreign: malformed.
[[nodiscard]] Result<BrokerRequest> decodeRequest(std::string_view bytes);
[[nodiscard]] Result<BrokerReply> decodeReply(std::string_view bytes);

// Cuts a stream into messages. What was handed on is overwritten.
class MessageReader {
public:
    void add(std::string_view bytes) { m_bytes.append(bytes); }
    // None when more bytes are needed; `tooLarge` when a length is over the limit or zero, once and for all.
    [[nodiscard]] Result<std::optional<std::string>> next();

private:
    std::string m_bytes;
};

}   // namespace offramp
