#include "removal/broker_runner.h"

#include "base/secret.h"
#include "removal/plan_codec.h"
#include "removal/result_codes.h"

#include <algorithm>
#include <utility>

namespace offramp {

namespace {

// Steps may be silent for as long as they need; the broker asks when they are. This is only how often we look up.
constexpr std::chrono::milliseconds lookUp{60000};

StepOutcome outcomeOf(Error error)
{
    StepOutcome outcome;
    outcome.kind = error.code == ErrorCode::cancelled      ? StepOutcome::Kind::declined
                   : error.code == ErrorCode::accessDenied ? StepOutcome::Kind::refused
                   : error.code == ErrorCode::unsupported  ? StepOutcome::Kind::refused
                   : error.code == ErrorCode::notFound     ? StepOutcome::Kind::refused
                   : error.code == ErrorCode::malformed    ? StepOutcome::Kind::refused
                                                           : StepOutcome::Kind::failed;
    const auto fromQuestion = knownResults(ResultTool::pkexec);
    const bool nobodyAllowedIt = error.code == ErrorCode::cancelled || error.code == ErrorCode::accessDenied;
    if (nobodyAllowedIt && std::find(fromQuestion.begin(), fromQuestion.end(), error.osCode) != fromQuestion.end()) {
        outcome.code = error.osCode;
    }
    outcome.detail = std::move(error);
    return outcome;
}

}   // namespace

BrokerRunner::BrokerRunner(const RemovalPlan& plan, RunnerFor local, Start start)
    : m_plan(encodePlan(plan)), m_local(std::move(local)), m_start(std::move(start))
{}

StepTruth BrokerRunner::check(const Step& step)
{
    StepRunner* const local = m_local(step);
    return local == nullptr ? StepTruth::cannotTell : local->check(step);
}

Error BrokerRunner::lost()
{
    Error why = m_broker->whyEnded();
    m_broker.reset();
    m_reader = MessageReader{};
    return why;
}

Result<void> BrokerRunner::say(const BrokerRequest& request)
{
    std::string message = encodeRequest(request);
    const auto written = m_broker->write(message);
    overwrite(message);
    return written ? written : tl::unexpected(lost());
}

Result<BrokerReply> BrokerRunner::hear()
{
    for (;;) {
        const Result<std::optional<std::string>> message = m_reader.next();
        Result<BrokerReply> reply = !message   ? tl::unexpected(message.error())
                                    : *message ? decodeReply(**message)
                                               : fail(ErrorCode::timeout, {});
        if (reply && std::holds_alternative<BrokerRefuses>(*reply)) {
            m_broker.reset();
            m_reader = MessageReader{};
            return tl::unexpected(std::get<BrokerRefuses>(*reply).why);
        }
        if (reply || reply.error().code != ErrorCode::timeout) {
            return reply;
        }
        const Result<std::string> bytes = m_broker->read(lookUp);
        if (bytes && !bytes->empty()) {
            m_reader.add(*bytes);
        } else if (bytes || bytes.error().code != ErrorCode::timeout) {
            return tl::unexpected(lost());
        }
    }
}

Result<void> BrokerRunner::connect()
{
    // It ends by itself when nothing is asked of it for a while.
    if (m_broker) {
        const Result<std::string> alive = m_broker->read(std::chrono::milliseconds{0});
        if (!alive && alive.error().code == ErrorCode::timeout) {
            return {};
        }
        m_broker.reset();
        m_reader = MessageReader{};
    }
    Result<std::unique_ptr<BrokerConnection>> started = m_start();
    if (!started) {
        return tl::unexpected(started.error());
    }
    m_broker = std::move(*started);
    if (const auto said = say(OpenPlan{brokerProtocol, planDigest(m_plan), m_plan}); !said) {
        return said;
    }
    const Result<BrokerReply> reply = hear();
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    if (!std::holds_alternative<PlanOpened>(*reply)) {
        return fail(ErrorCode::malformed, "the broker answered something else");
    }
    return {};
}

StepOutcome BrokerRunner::run(const Step& step, const StepWatch& watch, std::stop_token /*stop*/)
{
    auto ready = connect();
    if (ready) {
        ready = say(RunStep{step.id});
    }
    if (!ready) {
        return outcomeOf(ready.error());
    }
    for (;;) {
        Result<BrokerReply> reply = hear();
        if (!reply) {
            return outcomeOf(reply.error());
        }
        Result<void> answered;
        if (const auto* ended = std::get_if<StepEnded>(&*reply)) {
            return StepOutcome{ended->kind, ended->code, ended->detail, ended->undo};
        }
        if (const auto* fraction = std::get_if<StepFraction>(&*reply)) {
            watch.fraction(fraction->value);
        } else if (const auto* silent = std::get_if<StillSilent>(&*reply)) {
            answered = say(BrokerAnswer{watch.silent(std::chrono::seconds{silent->seconds})});
        } else if (const auto* window = std::get_if<StepWindow>(&*reply)) {
            watch.window(window->number);
        } else if (std::holds_alternative<AskPassword>(*reply)) {
            BrokerRequest given = GivePassword{watch.password()};
            std::string& password = std::get<GivePassword>(given).password;
            if (password.size() > brokerPasswordLimit) {
                overwrite(password);
                password.clear();   // none is that long
            }
            answered = say(given);
            overwrite(password);
        } else if (const auto* remember = std::get_if<RememberUndo>(&*reply)) {
            answered = say(BrokerAnswer{watch.remember(remember->undo).has_value()});
        } else {
            return outcomeOf(Error{ErrorCode::malformed, "the broker answered something else", 0});
        }
        if (!answered) {
            return outcomeOf(answered.error());
        }
    }
}

Result<void> BrokerRunner::undo(const Step& step, const std::string& undo)
{
    auto ready = connect();
    if (ready) {
        ready = say(UndoStep{step.id, undo});
    }
    if (!ready) {
        return ready;
    }
    const Result<BrokerReply> reply = hear();
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    const auto* ended = std::get_if<UndoEnded>(&*reply);
    if (ended == nullptr) {
        return fail(ErrorCode::malformed, "the broker answered something else");
    }
    return ended->fault ? Result<void>(tl::unexpected(*ended->fault)) : Result<void>{};
}

}   // namespace offramp
