#include "removal/broker_runner.h"
#include "removal/broker_service.h"
#include "removal/plan_codec.h"

#include <catch2/catch.hpp>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

using namespace offramp;

namespace {

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

Step removing(const std::string& package)
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

Step moving(const std::string& path)
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

RemovalPlan planOf(std::vector<Step> steps)
{
    RemovalPlan plan;
    plan.machine = "test";
    plan.catalogSerial = 1;
    plan.steps = std::move(steps);
    return plan;
}

// A broker on a thread that makes `anew` whenever it is asked.
struct Bench {
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
std::vector<BrokerReply> answersTo(const std::string& bytes, const BrokerDuties& duties)
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

OpenPlan opening(const RemovalPlan& plan)
{
    return OpenPlan{brokerProtocol, planDigest(plan), encodePlan(plan)};
}

template <class Reply> const Reply* last(const std::vector<BrokerReply>& replies)
{
    return replies.empty() ? nullptr : std::get_if<Reply>(&replies.back());
}

}   // namespace

TEST_CASE("every message comes back as it was sent")
{
    const Error error{ErrorCode::timeout, "ctx \xc3\xa9 \"quoted\"", -7};
    const std::vector<BrokerRequest> requests{OpenPlan{1, "d", "{\"a\":1}"},
                                              RunStep{"remove:kesl"},
                                              UndoStep{"a", "b"},
                                              BrokerAnswer{true},
                                              BrokerAnswer{false},
                                              StopStep{},
                                              GivePassword{"open \"sesame\" \xc3\xa9"},
                                              GivePassword{}};
    const std::vector<BrokerReply> replies{PlanOpened{},
                                           StepEnded{StepOutcome::Kind::failed, 3, error, "u"},
                                           StepEnded{StepOutcome::Kind::done, std::nullopt, Error{}, ""},
                                           UndoEnded{std::nullopt},
                                           UndoEnded{error},
                                           StepFraction{0.5},
                                           StillSilent{180},
                                           StepWindow{-65536},
                                           RememberUndo{"x"},
                                           AskPassword{},
                                           BrokerRefuses{error}};
    MessageReader reader;
    for (const BrokerRequest& request : requests) {
        reader.add(encodeRequest(request));
        const auto message = reader.next();
        REQUIRE((message && *message));
        CHECK(decodeRequest(**message).value() == request);
        CHECK_FALSE(decodeReply(**message));
    }
    for (const BrokerReply& reply : replies) {
        reader.add(encodeReply(reply));
        const auto message = reader.next();
        REQUIRE((message && *message));
        CHECK(decodeReply(**message).value() == reply);
    }
}

TEST_CASE("bytes that are no message are refused whole")
{
    for (const char* const bytes :
         {"", "{", "[]", "1", "null", "{}", R"({"do":"fly"})", R"({"do":"run"})", R"({"do":"run","step":1})",
          R"({"do":"run","step":"a","more":1})", R"({"do":"answer","yes":"true"})", R"({"do":["run"],"step":"a"})",
          R"({"do":"open","protocol":1.5,"digest":"","plan":""})",
          R"({"do":"open","protocol":99999999999,"digest":"","plan":""})", R"({"do":"stop","x":[[[[[[[[]]]]]]]]})",
          "\xff\xfe"}) {
        INFO(bytes);
        CHECK_FALSE(decodeRequest(bytes));
    }
    MessageReader huge;
    huge.add(std::string("\x7f\xff\xff\xff", 4));
    CHECK(huge.next().error().code == ErrorCode::tooLarge);
    MessageReader none;
    none.add(std::string(4, '\0'));
    CHECK(none.next().error().code == ErrorCode::tooLarge);
    MessageReader part;
    part.add(std::string("\0\0\0\x05{}", 6));
    CHECK_FALSE(part.next().value().has_value());
}

TEST_CASE("the broker carries out a step of the approved plan that it would propose itself")
{
    Bench bench;
    int asked = 0;
    bench.runner.script = [&](const StepWatch& watch, const std::stop_token&) {
        watch.fraction(0.25);
        watch.window(0x2004A);
        watch.window(0);
        CHECK(watch.remember("undo data"));
        CHECK(watch.silent(std::chrono::seconds{180}) == (asked++ == 0));   // only the first watch says yes
        return StepOutcome{StepOutcome::Kind::restartNeeded, 3010, Error{}, "undo data"};
    };
    BrokerRunner person(bench.anew, bench.runnerFor(), bench.start());
    std::vector<std::string> heard;
    StepWatch watch;
    watch.fraction = [&](double value) { heard.push_back(std::to_string(value)); };
    watch.remember = [&](const std::string& undo) {
        heard.push_back(undo);
        return Result<void>{};
    };
    watch.window = [&](std::int32_t window) { heard.push_back("window " + std::to_string(window)); };
    watch.silent = [&](std::chrono::seconds time) {
        heard.push_back(std::to_string(time.count()));
        return true;
    };
    const StepOutcome outcome = person.run(removing("kesl-gui"), watch, {});
    CHECK(outcome.kind == StepOutcome::Kind::restartNeeded);
    CHECK(outcome.code == 3010);
    CHECK(outcome.undo == "undo data");
    CHECK(heard == std::vector<std::string>{"0.250000", "window 131146", "window 0", "undo data", "180"});
    CHECK(person.run(removing("kesl"), {}, {}).code == 3010);
    CHECK(bench.runner.ran == std::vector<std::string>{"remove:kesl-gui", "remove:kesl"});
    CHECK(bench.started == 1);
}

TEST_CASE("a password is asked of the person and reaches the step in memory, and the next one is asked again")
{
    Bench bench;
    std::vector<std::string> given;
    bench.runner.script = [&](const StepWatch& watch, const std::stop_token&) {
        given.push_back(watch.password());
        return StepOutcome{};
    };
    BrokerRunner person(bench.anew, bench.runnerFor(), bench.start());
    StepWatch watch;
    watch.password = [] { return std::string("open \"sesame\" \xC3\xA9"); };
    CHECK(person.run(removing("kesl-gui"), watch, {}).kind == StepOutcome::Kind::done);
    watch.password = [] { return std::string(brokerPasswordLimit + 1, 'x'); };
    CHECK(person.run(removing("kesl"), watch, {}).kind == StepOutcome::Kind::done);
    CHECK(given == std::vector<std::string>{"open \"sesame\" \xC3\xA9", ""});
    CHECK(bench.started == 1);
}

TEST_CASE("a damaged password is no message")
{
    CHECK_FALSE(decodeRequest(R"({"do":"password","hex":"0"})"));
    CHECK_FALSE(decodeRequest(R"({"do":"password","hex":"0G"})"));
    CHECK_FALSE(decodeRequest(R"({"do":"password","hex":")" + std::string(2 * brokerPasswordLimit + 2, '0') + R"("})"));
    CHECK(decodeRequest(R"({"do":"password","hex":""})"));
}

TEST_CASE("undo data that could not be written down stops the step before it changes anything")
{
    Bench bench;
    bench.runner.script = [](const StepWatch& watch, const std::stop_token&) {
        const auto written = watch.remember("x");
        return StepOutcome{written ? StepOutcome::Kind::done : StepOutcome::Kind::failed, {}, {}, {}};
    };
    BrokerRunner person(bench.anew, bench.runnerFor(), bench.start());
    StepWatch watch;
    watch.remember = [](const std::string&) -> Result<void> { return fail(ErrorCode::io, "disk full"); };
    CHECK(person.run(removing("kesl"), watch, {}).kind == StepOutcome::Kind::failed);
}

TEST_CASE("attack: a plan whose digest was not approved is refused")
{
    Bench bench;
    OpenPlan swapped = opening(bench.anew);
    swapped.plan = encodePlan(planOf({removing("bash")}));
    const auto replies = answersTo(encodeRequest(swapped) + encodeRequest(RunStep{"remove:bash"}), bench.duties());
    REQUIRE(last<BrokerRefuses>(replies) != nullptr);
    CHECK(replies.size() == 1);
    CHECK(bench.runner.ran.empty());
}

TEST_CASE("attack: a well-signed plan with a step this machine does not call for is refused")
{
    Bench bench;
    RemovalPlan evil = bench.anew;
    evil.steps.push_back(removing("bash"));
    evil.steps.front().action = RemovePackage{PackageManager::dpkg, "sudo"};   // the same id, another thing
    Step sneaky = removing("kesl");
    sneaky.id = "remove:other";
    evil.steps.push_back(sneaky);
    for (const char* const id : {"remove:bash", "remove:kesl-gui", "remove:other", "remove:nothing", ""}) {
        INFO(id);
        const auto replies = answersTo(encodeRequest(opening(evil)) + encodeRequest(RunStep{id}), bench.duties());
        REQUIRE(last<StepEnded>(replies) != nullptr);
        CHECK(last<StepEnded>(replies)->kind == StepOutcome::Kind::refused);
    }
    CHECK(bench.runner.ran.empty());
    const auto replies =
        answersTo(encodeRequest(opening(evil)) + encodeRequest(RunStep{"remove:kesl"}), bench.duties());
    CHECK(last<StepEnded>(replies)->kind == StepOutcome::Kind::done);
}

TEST_CASE("a removal goes on after its first steps are done and the machine calls for fewer")
{
    Bench bench;
    const RemovalPlan approved = bench.anew;
    bench.anew.steps.erase(bench.anew.steps.begin());
    BrokerRunner person(approved, bench.runnerFor(), bench.start());
    CHECK(person.run(removing("kesl-gui"), {}, {}).kind == StepOutcome::Kind::refused);
    CHECK(person.run(removing("kesl"), {}, {}).kind == StepOutcome::Kind::done);
}

TEST_CASE("messages out of turn, a second plan, another protocol and noise end the conversation")
{
    Bench bench;
    const std::string open = encodeRequest(opening(bench.anew));
    OpenPlan newer = opening(bench.anew);
    newer.protocol = brokerProtocol + 1;
    for (const std::string& bytes :
         {encodeRequest(RunStep{"remove:kesl"}), encodeRequest(UndoStep{"remove:kesl", "good"}), open + open,
          open + encodeRequest(BrokerAnswer{true}), open + encodeRequest(GivePassword{"x"}), encodeRequest(newer),
          std::string("GET / HTTP/1.1\r\n\r\n"), open + std::string("\0\0\0\x02{]", 6)}) {
        const auto replies = answersTo(bytes, bench.duties());
        CHECK(last<BrokerRefuses>(replies) != nullptr);
    }
    CHECK(bench.runner.ran.empty());
    CHECK(bench.runner.undone.empty());
    CHECK(answersTo("", bench.duties()).empty());
}

TEST_CASE("a step that needs no rights gets none")
{
    Bench bench;
    Step personal = removing("kesl");
    personal.rights = Rights::person;
    bench.anew = planOf({personal});
    const auto replies =
        answersTo(encodeRequest(opening(bench.anew)) + encodeRequest(RunStep{personal.id}), bench.duties());
    REQUIRE(last<StepEnded>(replies) != nullptr);
    CHECK(last<StepEnded>(replies)->kind == StepOutcome::Kind::refused);
}

TEST_CASE("what was taken can be put back although no plan made now names it; what cannot be undone is refused")
{
    Bench bench;
    const RemovalPlan approved = planOf({removing("kesl"), moving("/opt/kaspersky")});
    bench.anew = planOf({removing("kesl")});
    BrokerRunner person(approved, bench.runnerFor(), bench.start());
    CHECK(person.undo(moving("/opt/kaspersky"), "good"));
    CHECK(person.undo(moving("/opt/kaspersky"), "bad").error().osCode == 17);
    CHECK(person.undo(removing("kesl"), "good").error().code == ErrorCode::accessDenied);
    CHECK(bench.runner.undone
          == std::vector<std::string>{"leftover:/opt/kaspersky good", "leftover:/opt/kaspersky bad"});
}

TEST_CASE("a person who says no has declined, and where nobody may be asked the step is refused")
{
    struct Case {
        Error ended;
        StepOutcome::Kind kind;
        std::optional<int> code;
    };
    for (const Case& each : {Case{{ErrorCode::cancelled, "pkexec", 126}, StepOutcome::Kind::declined, 126},
                             Case{{ErrorCode::accessDenied, "pkexec", 127}, StepOutcome::Kind::refused, 127},
                             Case{{ErrorCode::accessDenied, "/usr/libexec", 13}, StepOutcome::Kind::refused, {}},
                             Case{{ErrorCode::io, "offramp-broker ended", 1}, StepOutcome::Kind::failed, {}}}) {
        const auto start = [&]() -> Result<std::unique_ptr<BrokerConnection>> {
            auto wire = std::make_shared<Wire>();
            wire->back.close();
            return std::unique_ptr<BrokerConnection>(
                std::make_unique<PersonEnd>(std::move(wire), std::thread{}, each.ended));
        };
        BrokerRunner person(
            planOf({removing("kesl")}), [](const Step&) { return nullptr; }, start);
        const StepOutcome outcome = person.run(removing("kesl"), {}, {});
        CHECK(outcome.kind == each.kind);
        CHECK(outcome.code == each.code);
        CHECK(person.check(removing("kesl")) == StepTruth::cannotTell);
    }
}

TEST_CASE("an idle broker ends, and is started again when it is needed")
{
    Bench bench;
    bench.idle = std::chrono::milliseconds{50};
    BrokerRunner person(bench.anew, bench.runnerFor(), bench.start());
    CHECK(person.run(removing("kesl"), {}, {}).kind == StepOutcome::Kind::done);
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
    CHECK(person.run(removing("kesl-gui"), {}, {}).kind == StepOutcome::Kind::done);
    CHECK(bench.started == 2);
}

TEST_CASE("a person's program that ends while a step runs lets it end, and nothing new begins")
{
    Bench bench;
    bool stopAsked = false;
    bench.runner.script = [&](const StepWatch& watch, const std::stop_token& stop) {
        CHECK_FALSE(watch.remember("x"));
        stopAsked = stop.stop_requested();
        return StepOutcome{};
    };
    const auto replies =
        answersTo(encodeRequest(opening(bench.anew)) + encodeRequest(RunStep{"remove:kesl"}), bench.duties());
    CHECK(stopAsked);
    CHECK(bench.runner.ran.size() == 1);
    CHECK(last<StepEnded>(replies) != nullptr);
}
