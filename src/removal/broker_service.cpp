#include "removal/broker_service.h"

#include "base/secret.h"
#include "removal/plan_codec.h"

#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace offramp {

namespace {

constexpr std::chrono::minutes timeToType{15};   // somebody may have to look the password up

// Messages out of a channel, and into it from whichever thread.
class Conversation {
public:
    explicit Conversation(ByteChannel& channel) : m_channel(channel) {}

    // None when the other side closed.
    [[nodiscard]] Result<std::optional<BrokerRequest>> next(std::chrono::milliseconds patience)
    {
        const auto deadline = std::chrono::steady_clock::now() + patience;
        for (;;) {
            Result<std::optional<std::string>> message = m_reader.next();
            if (!message) {
                return tl::unexpected(message.error());
            }
            if (*message) {
                Result<BrokerRequest> request = decodeRequest(**message);
                overwrite(**message);
                if (!request) {
                    return tl::unexpected(request.error());
                }
                return std::optional<BrokerRequest>(std::move(*request));
            }
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
            if (left.count() <= 0) {
                return fail(ErrorCode::timeout, "broker");
            }
            Result<std::string> bytes = m_channel.read(left);
            if (!bytes) {
                return tl::unexpected(bytes.error());
            }
            if (bytes->empty()) {
                return std::optional<BrokerRequest>{};
            }
            m_reader.add(*bytes);
            overwrite(*bytes);
        }
    }
    [[nodiscard]] Result<void> say(const BrokerReply& reply)
    {
        const std::lock_guard lock(m_writing);
        return m_channel.write(encodeReply(reply));
    }
    // A question, and the answer to it. A step that runs can be asked to stop by what comes instead of an answer.
    [[nodiscard]] bool ask(const BrokerReply& question, std::chrono::milliseconds patience, std::stop_source& stop)
    {
        const std::lock_guard asking(m_asking);
        if (!say(question)) {
            return false;
        }
        for (;;) {
            const auto request = next(patience);
            if (!request || !*request) {
                stop.request_stop();   // nobody is there any more: nothing new is begun
                return false;
            }
            if (const auto* answer = std::get_if<BrokerAnswer>(&**request)) {
                return answer->yes;
            }
            stop.request_stop();
            if (!std::holds_alternative<StopStep>(**request)) {
                return false;   // not what was asked for
            }
        }
    }

    // Empty when none came.
    [[nodiscard]] std::string askPassword(std::chrono::milliseconds patience, std::stop_source& stop)
    {
        const std::lock_guard asking(m_asking);
        if (!say(AskPassword{})) {
            return {};
        }
        for (;;) {
            auto request = next(patience);
            if (!request || !*request) {
                stop.request_stop();   // nobody is there any more: nothing new is begun
                return {};
            }
            if (auto* given = std::get_if<GivePassword>(&**request)) {
                return std::move(given->password);
            }
            stop.request_stop();
            if (!std::holds_alternative<StopStep>(**request)) {
                return {};   // not what was asked for
            }
        }
    }

private:
    ByteChannel& m_channel;
    MessageReader m_reader;
    std::mutex m_writing;
    std::mutex m_asking;
};

Error refused(std::string context)
{
    return Error{ErrorCode::accessDenied, std::move(context), 0};
}

struct OpenedPlan {
    RemovalPlan approved;
    RemovalPlan anew;
};

Result<OpenedPlan> open(const OpenPlan& request, const BrokerDuties& duties)
{
    if (request.protocol != brokerProtocol) {
        return tl::unexpected(refused("another version of Offramp asks"));
    }
    // Decoding takes the very spelling of a plan only, so these are the bytes the digest is of.
    Result<RemovalPlan> approved = decodePlan(request.plan);
    if (!approved) {
        return tl::unexpected(approved.error());
    }
    if (planDigest(request.plan) != request.digest) {
        return tl::unexpected(refused("the plan is not the one whose digest was approved"));
    }
    Result<RemovalPlan> anew = duties.makeAnew(*approved);
    if (!anew) {
        return tl::unexpected(anew.error());
    }
    return OpenedPlan{std::move(*approved), std::move(*anew)};
}

StepEnded ended(const StepOutcome& outcome)
{
    return StepEnded{outcome.kind, outcome.code, outcome.detail, outcome.undo};
}

StepEnded refusal(Error why)
{
    return StepEnded{StepOutcome::Kind::refused, std::nullopt, std::move(why), {}};
}

StepEnded run(const OpenedPlan& plan, const std::string& id, const BrokerDuties& duties, Conversation& talk)
{
    const Result<Step> step = confirmedStep(plan.approved, plan.anew, id);
    if (!step) {
        return refusal(step.error());
    }
    if (step->rights != Rights::administrator) {
        return refusal(refused(id + ": this step needs no rights, so it gets none"));
    }
    StepRunner* const runner = duties.runnerFor(*step);
    if (runner == nullptr) {
        return refusal(Error{ErrorCode::unsupported, id, 0});
    }
    std::stop_source stop;
    StepWatch watch;
    watch.fraction = [&](double value) { (void)talk.say(StepFraction{value}); };
    watch.silent = [&](std::chrono::seconds time) {
        return talk.ask(StillSilent{static_cast<long>(time.count())}, duties.answer, stop);
    };
    watch.window = [&](std::int32_t number) { (void)talk.say(StepWindow{number}); };
    watch.remember = [&](const std::string& undo) -> Result<void> {
        if (!talk.ask(RememberUndo{undo}, duties.answer, stop)) {
            return fail(ErrorCode::io, "the undo data could not be written down");
        }
        return {};
    };
    watch.password = [&] { return talk.askPassword(timeToType, stop); };
    return ended(runner->run(*step, watch, stop.get_token()));
}

// What was taken away is gone from any plan made now. Putting back needs none: the quarantine believes only records
// that this account made itself.
UndoEnded undo(const OpenedPlan& plan, const UndoStep& request, const BrokerDuties& duties)
{
    const Step* const step = stepOf(plan.approved, request.step);
    if (step == nullptr || step->undo != Undo::possible) {
        return UndoEnded{refused(request.step + ": not a step that can be undone")};
    }
    StepRunner* const runner = duties.runnerFor(*step);
    if (runner == nullptr) {
        return UndoEnded{Error{ErrorCode::unsupported, request.step, 0}};
    }
    const Result<void> back = runner->undo(*step, request.undo);
    return UndoEnded{back ? std::optional<Error>{} : back.error()};
}

}   // namespace

Result<void> serveBroker(ByteChannel& channel, const BrokerDuties& duties)
{
    Conversation talk(channel);
    std::optional<OpenedPlan> plan;
    const auto refuse = [&](Error why) -> Result<void> {
        (void)talk.say(BrokerRefuses{why});
        return tl::unexpected(std::move(why));
    };
    for (;;) {
        const auto request = talk.next(duties.idle);
        if (!request && request.error().code == ErrorCode::timeout) {
            return tl::unexpected(request.error());   // whoever needs a broker again starts one
        }
        if (!request) {
            return refuse(request.error());
        }
        if (!*request) {
            return {};
        }
        Result<void> said;
        if (const auto* wanted = std::get_if<OpenPlan>(&**request)) {
            if (plan) {
                return refuse(refused("a second plan"));
            }
            Result<OpenedPlan> opened = open(*wanted, duties);
            if (!opened) {
                return refuse(opened.error());
            }
            plan = std::move(*opened);
            said = talk.say(PlanOpened{});
        } else if (std::holds_alternative<StopStep>(**request)) {
            continue;   // the step it was meant for has ended meanwhile
        } else if (!plan || std::holds_alternative<BrokerAnswer>(**request)
                   || std::holds_alternative<GivePassword>(**request)) {
            return refuse(refused("a message out of turn"));
        } else if (const auto* step = std::get_if<RunStep>(&**request)) {
            said = talk.say(run(*plan, step->step, duties, talk));
        } else if (const auto* back = std::get_if<UndoStep>(&**request)) {
            said = talk.say(undo(*plan, *back, duties));
        }
        if (!said) {
            return said;
        }
    }
}

}   // namespace offramp
