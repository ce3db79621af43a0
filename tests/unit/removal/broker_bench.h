// A broker and a person's program with a pipe in memory between them, and steps that do what the test says.
#pragma once

#include "removal/broker_runner.h"
#include "removal/broker_service.h"
#include "removal/plan_codec.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <variant>
#include <vector>

namespace offramp::test {

// Two ends of a pipe in memory.
struct Pipe {
    std::mutex mutex;
    std::condition_variable bell;
    std::string bytes;
    bool closed = false;

    void write(std::string_view more)
    {
        const std::lock_guard lock(mutex);
        bytes.append(more);
        bell.notify_all();
    }
    void close()
    {
        const std::lock_guard lock(mutex);
        closed = true;
        bell.notify_all();
    }
    [[nodiscard]] Result<std::string> read(std::chrono::milliseconds patience)
    {
        std::unique_lock lock(mutex);
        if (!bell.wait_for(lock, patience, [&] { return closed || !bytes.empty(); })) {
            return fail(ErrorCode::timeout, "test");
        }
        // One byte at a time: a message may be cut anywhere.
        std::string first = bytes.substr(0, 1);
        bytes.erase(0, first.size());
        return first;
    }
};

struct Wire {
    Pipe there;
    Pipe back;
};

class BrokerEnd final : public ByteChannel {
public:
    explicit BrokerEnd(Wire& wire) : m_wire(wire) {}
    [[nodiscard]] Result<void> write(std::string_view bytes) override
    {
        m_wire.back.write(bytes);
        return {};
    }
    [[nodiscard]] Result<std::string> read(std::chrono::milliseconds patience) override
    {
        return m_wire.there.read(patience);
    }

private:
    Wire& m_wire;
};

class PersonEnd final : public BrokerConnection {
public:
    PersonEnd(std::shared_ptr<Wire> wire, std::thread broker, Error ended)
        : m_wire(std::move(wire)), m_broker(std::move(broker)), m_ended(std::move(ended))
    {}
    ~PersonEnd() override
    {
        m_wire->there.close();
        if (m_broker.joinable()) {
            m_broker.join();
        }
    }
    PersonEnd(const PersonEnd&) = delete;
    PersonEnd& operator=(const PersonEnd&) = delete;
    [[nodiscard]] Result<void> write(std::string_view bytes) override
    {
        m_wire->there.write(bytes);
        return {};
    }
    [[nodiscard]] Result<std::string> read(std::chrono::milliseconds patience) override
    {
        return m_wire->back.read(patience);
    }
    [[nodiscard]] Error whyEnded() override { return m_ended; }

private:
    std::shared_ptr<Wire> m_wire;
    std::thread m_broker;
    Error m_ended;
};

class ScriptedRunner final : public StepRunner {
public:
    std::function<StepOutcome(const StepWatch&, const std::stop_token&)> script =
        [](const StepWatch&, const std::stop_token&) { return StepOutcome{}; };
    std::vector<std::string> ran;
    std::vector<std::string> undone;

    [[nodiscard]] StepTruth check(const Step& /*step*/) override { return StepTruth::doesNotHold; }
    [[nodiscard]] StepOutcome run(const Step& step, const StepWatch& watch, std::stop_token stop) override
    {
        ran.push_back(step.id);
        return script(watch, stop);
    }
    [[nodiscard]] Result<void> undo(const Step& step, const std::string& undo) override
    {
        undone.push_back(step.id + " " + undo);
        return undo == "good" ? Result<void>{} : fail(ErrorCode::io, "conflict", 17);
    }
};

inline Step removing(const std::string& package)
{
    Step step;
    step.id = "remove:" + package;
    step.product = package;
    step.subject = package;
    step.action = RemovePackage{PackageManager::dpkg, package};
    step.undo = Undo::impossible;
    step.rights = Rights::administrator;
    return step;
}

inline Step moving(const std::string& path)
{
    Step step;
    step.id = "leftover:" + path;
    step.product = "kesl";
    step.subject = path;
    step.action = MovePath{path, true};
    step.undo = Undo::possible;
    step.rights = Rights::administrator;
    return step;
}

inline RemovalPlan planOf(std::vector<Step> steps)
{
    RemovalPlan plan;
    plan.machine = "test";
    plan.catalogSerial = 1;
    plan.steps = std::move(steps);
    return plan;
}

// A broker on a thread that makes `anew` whenever it is asked.
struct BrokerBench {
    RemovalPlan anew = planOf({removing("kesl-gui"), removing("kesl")});
    ScriptedRunner runner;
    int started = 0;
    Error ended{ErrorCode::io, "offramp-broker ended", 0};
    std::chrono::milliseconds idle = std::chrono::seconds{20};

    [[nodiscard]] RunnerFor runnerFor()
    {
        return [this](const Step&) { return &runner; };
    }
    [[nodiscard]] BrokerDuties duties()
    {
        return BrokerDuties{[this](const RemovalPlan&) { return Result<RemovalPlan>(anew); }, runnerFor(), idle,
                            std::chrono::seconds{20}};
    }
    [[nodiscard]] BrokerRunner::Start start()
    {
        return [this]() -> Result<std::unique_ptr<BrokerConnection>> {
            ++started;
            auto wire = std::make_shared<Wire>();
            std::thread broker([wire, duties = duties()] {
                BrokerEnd end(*wire);
                (void)serveBroker(end, duties);
                wire->back.close();
            });
            return std::unique_ptr<BrokerConnection>(
                std::make_unique<PersonEnd>(std::move(wire), std::move(broker), ended));
        };
    }
};

// What the broker says to these bytes before it ends.
inline std::vector<BrokerReply> answersTo(const std::string& bytes, const BrokerDuties& duties)
{
    Wire wire;
    wire.there.write(bytes);
    wire.there.close();
    BrokerEnd end(wire);
    (void)serveBroker(end, duties);
    MessageReader reader;
    reader.add(wire.back.bytes);
    std::vector<BrokerReply> replies;
    for (auto message = reader.next(); message && *message; message = reader.next()) {
        auto reply = decodeReply(**message);
        REQUIRE(reply);
        replies.push_back(std::move(*reply));
    }
    return replies;
}

inline OpenPlan opening(const RemovalPlan& plan)
{
    return OpenPlan{brokerProtocol, planDigest(plan), encodePlan(plan)};
}

template <class Reply> const Reply* last(const std::vector<BrokerReply>& replies)
{
    return replies.empty() ? nullptr : std::get_if<Reply>(&replies.back());
}

}   // namespace offramp::test
