// One window per person and screen: what a second start hands over, and what happens when the first one cannot answer.
#include "shell/single_instance.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QLockFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QThread>
#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <functional>
#include <future>
#include <memory>
#include <vector>

using namespace offramp;
using namespace offramp::ui;

namespace {

using State = ReceivedStart::State;
using std::chrono::milliseconds;

// Long enough for a busy machine, short where a test waits for it.
const Patience brief{milliseconds{400}, milliseconds{400}, std::chrono::seconds{0}};
const Patience enough{milliseconds{20'000}, milliseconds{20'000}, std::chrono::seconds{10}};

struct Place {
    [[nodiscard]] MeetingPlace get() const
    {
        return {std::filesystem::path(folder.filePath(QStringLiteral("window.lock")).toStdU16String()),
                folder.filePath(QStringLiteral("window.socket")).toStdString()};
    }
    QTemporaryDir folder;
};

// A second start in a thread of its own, as another process would be, while this thread turns the event loop.
Start startBeside(const Place& place, const QStringList& arguments, const Patience& patience)
{
    auto second = std::async(std::launch::async, [&] {
        SingleInstance instance(place.get(), patience);
        return instance.begin(arguments);
    });
    QElapsedTimer timer;
    timer.start();
    while (second.wait_for(milliseconds{5}) != std::future_status::ready && timer.elapsed() < 30'000) {
        QApplication::processEvents();
    }
    return second.get();
}

bool eventually(const std::function<bool()>& condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < 20'000) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    return condition();
}

}   // namespace

TEST_CASE("what a second start asks for arrives as it was asked")
{
    const QStringList arguments{QStringLiteral("--page"), QStringLiteral("timeline"),
                                QStringLiteral("--person=federal"), QStringLiteral("--theme"), QStringLiteral("dark")};
    const QByteArray message = encodeStart(arguments);
    CHECK(message.endsWith('\n'));
    CHECK(message.count('\n') == 1);
    const ReceivedStart start = decodeStart(message);
    REQUIRE(start.state == State::complete);
    CHECK(start.options.page == QLatin1String("timeline"));
    CHECK(start.options.person == Person::federal);
    CHECK(start.options.theme == ThemeMode::dark);
    CHECK_FALSE(start.options.textScale);
    CHECK(decodeStart(encodeStart({})).state == State::complete);
}

TEST_CASE("a message that is not exactly one of ours is ignored")
{
    const auto stateOf = [](const QByteArray& bytes) { return decodeStart(bytes).state; };
    CHECK(stateOf("") == State::incomplete);
    CHECK(stateOf(R"({"offramp":1,"argum)") == State::incomplete);
    CHECK(stateOf("\n") == State::malformed);
    CHECK(stateOf("GET / HTTP/1.1\n") == State::malformed);
    CHECK(stateOf("{}\n") == State::malformed);
    CHECK(stateOf(R"({"offramp":2,"arguments":[]})"
                  "\n")
          == State::malformed);
    CHECK(stateOf(R"({"offramp":"1","arguments":[]})"
                  "\n")
          == State::malformed);
    CHECK(stateOf(R"({"offramp":1,"arguments":[1]})"
                  "\n")
          == State::malformed);
    CHECK(stateOf(R"({"offramp":1,"arguments":"--page"})"
                  "\n")
          == State::malformed);
    CHECK(stateOf(R"({"offramp":1,"arguments":[],"more":1})"
                  "\n")
          == State::malformed);
    CHECK(stateOf(R"({"offramp":1,"arguments":["--unheard-of"]})"
                  "\n")
          == State::malformed);
    CHECK(stateOf(encodeStart({}) + encodeStart({})) == State::malformed);
    CHECK(stateOf("{\"offramp\":1,\"arguments\":[\"--page\",\"\xff\xfe\"]}\n") == State::malformed);
    CHECK(stateOf(QByteArray(longestStartMessage, 'x')) == State::malformed);
    CHECK(stateOf(QByteArray(longestStartMessage - 1, 'x')) == State::incomplete);
    CHECK(stateOf(QByteArray(longestStartMessage - 2, '[') + '\n') == State::malformed);
}

TEST_CASE("nobody can be made to look at another machine, or to write a file, from outside")
{
    for (const auto* option : {"--host", "--catalog", "--screenshot"}) {
        CHECK(decodeStart(encodeStart({QString::fromLatin1(option), QStringLiteral("anything")})).state
              == State::malformed);
    }
    CHECK(decodeStart(encodeStart({QStringLiteral("--first-frame")})).state == State::malformed);
    CHECK(decodeStart(encodeStart({QStringLiteral("--print-page")})).state == State::malformed);
    CHECK(decodeStart(encodeStart({QStringLiteral("--as-of"), QStringLiteral("2024-01-01")})).state
          == State::malformed);
}

TEST_CASE("more than fits is not cut but not sent")
{
    CHECK(encodeStart({QStringLiteral("--page"), QString(longestStartMessage, u'x')}).isEmpty());
    CHECK(encodeStart(QStringList(33, QStringLiteral("x"))).isEmpty());
}

TEST_CASE("the second start hands its wishes to the first")
{
    const Place place;
    SingleInstance first(place.get(), enough);
    std::vector<LaunchOptions> asked;
    QObject::connect(&first, &SingleInstance::startRequested, &first,
                     [&](const LaunchOptions& options) { asked.push_back(options); });
    REQUIRE(first.begin({}) == Start::first);
    CHECK(startBeside(place, {QStringLiteral("--page"), QStringLiteral("products")}, enough) == Start::handedOver);
    CHECK(startBeside(place, {}, enough) == Start::handedOver);
    REQUIRE(asked.size() == 2);
    CHECK(asked[0].page == QLatin1String("products"));
    CHECK(asked[1].page.isEmpty());
}

TEST_CASE("of starts at the same moment exactly one is first")
{
    constexpr int starts = 6;
    for (int round = 0; round < 5; ++round) {
        const Place place;
        std::atomic<int> firsts = 0;
        std::atomic<int> handedOver = 0;
        std::promise<void> over;
        const std::shared_future<void> ended = over.get_future().share();
        std::vector<std::unique_ptr<QThread>> threads;   // Qt's, because only those have sockets that notify
        for (int i = 0; i < starts; ++i) {
            threads.emplace_back(QThread::create([&, ended] {
                // Lives in its thread, whose event loop answers the others.
                SingleInstance instance(place.get(), enough);
                const Start start = instance.begin({});
                firsts += start == Start::first ? 1 : 0;
                handedOver += start == Start::handedOver ? 1 : 0;
                QEventLoop loop;
                while (ended.wait_for(milliseconds{1}) != std::future_status::ready) {
                    loop.processEvents();
                }
            }));
            threads.back()->start();
        }
        CHECK(eventually([&] { return firsts + handedOver == starts; }));
        over.set_value();
        for (const auto& thread : threads) {
            thread->wait();
        }
        CHECK(firsts == 1);
    }
}

TEST_CASE("when the first one has ended, the next start is first")
{
    const Place place;
    {
        SingleInstance first(place.get(), enough);
        REQUIRE(first.begin({}) == Start::first);
    }
    SingleInstance next(place.get(), enough);
    CHECK(next.begin({}) == Start::first);
    next.end();
    SingleInstance afterwards(place.get(), enough);
    CHECK(afterwards.begin({}) == Start::first);
}

TEST_CASE("what a crashed one left behind does not stop the next start")
{
    const Place place;
    QFile lock(QString::fromStdString(place.get().lockFile.string()));
    REQUIRE(lock.open(QIODevice::WriteOnly));
    // No process has this number: it is above what any system gives out.
    lock.write("2147483646\nofframp\n" + QSysInfo::machineHostName().toUtf8() + "\n");
    lock.close();
    QFile socket(QString::fromStdString(place.get().endpoint));
    REQUIRE(socket.open(QIODevice::WriteOnly));
    socket.close();
    SingleInstance next(place.get(), enough);
    std::vector<LaunchOptions> asked;
    QObject::connect(&next, &SingleInstance::startRequested, &next,
                     [&](const LaunchOptions& options) { asked.push_back(options); });
    REQUIRE(next.begin({}) == Start::first);
    CHECK(startBeside(place, {}, enough) == Start::handedOver);
    CHECK(asked.size() == 1);
}

TEST_CASE("a first one that does not answer is not waited for longer than the patience")
{
    const Place place;
    SingleInstance stuck(place.get(), brief);
    REQUIRE(stuck.begin({}) == Start::first);
    QElapsedTimer timer;
    timer.start();
    // Nobody turns the event loop of this thread meanwhile.
    SingleInstance second(place.get(), brief);
    CHECK(second.begin({}) == Start::alone);
    CHECK(timer.elapsed() >= 350);
    CHECK(timer.elapsed() < 5'000);
}

TEST_CASE("a lock of a living process for which nobody listens counts as free")
{
    // After a crash the number in the lock may belong to another program, even to the one that is starting.
    const Place place;
    // Only what is written in the file outlives a crash; Windows would not let go of a file that is still held.
    QFile file(QString::fromStdString(place.get().lockFile.string()));
    QByteArray written;
    {
        QLockFile crashing(file.fileName());
        REQUIRE(crashing.tryLock(0));
        REQUIRE(file.open(QIODevice::ReadOnly));
        written = file.readAll();
        file.close();
    }
    REQUIRE_FALSE(written.isEmpty());
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(written);
    file.close();
    SingleInstance next(place.get(), brief);
    REQUIRE(next.begin({}) == Start::first);
    CHECK(startBeside(place, {}, enough) == Start::handedOver);
}

TEST_CASE("a folder that is not there leads to a window of one's own")
{
    SingleInstance nowhere({"/nonexistent/offramp/window.lock", "/nonexistent/offramp/window.socket"}, brief);
    CHECK(nowhere.begin({}) == Start::alone);
}

TEST_CASE("one that began a moment ago is given the time to start")
{
    const Place place;
    SingleInstance first(place.get(), enough);
    REQUIRE(first.begin({}) == Start::first);
    const Patience impatientButKind{milliseconds{1}, milliseconds{20'000}, std::chrono::seconds{600}};
    CHECK(startBeside(place, {}, impatientButKind) == Start::handedOver);
}

TEST_CASE("visitors that talk nonsense, too much or nothing are sent away, and others still served")
{
    const Place place;
    SingleInstance first(place.get(), enough);
    int asked = 0;
    QObject::connect(&first, &SingleInstance::startRequested, &first, [&] { ++asked; });
    REQUIRE(first.begin({}) == Start::first);
    const QString endpoint = QString::fromStdString(place.get().endpoint);
    const auto visit = [&](const QByteArray& bytes) {
        auto visitor = std::make_unique<QLocalSocket>();
        visitor->connectToServer(endpoint);
        visitor->write(bytes);
        return visitor;
    };
    const auto nonsense = visit("hello\n");
    const auto tooMuch = visit(QByteArray(1'000'000, 'x'));
    const auto silent = visit({});
    CHECK(eventually([&] {
        return nonsense->state() == QLocalSocket::UnconnectedState
               && tooMuch->state() == QLocalSocket::UnconnectedState;
    }));
    CHECK(nonsense->readAll().isEmpty());
    CHECK(startBeside(place, {}, enough) == Start::handedOver);
    CHECK(asked == 1);
    CHECK(eventually([&] { return silent->state() == QLocalSocket::UnconnectedState; }));
}

TEST_CASE("a message in several parts is put together")
{
    const Place place;
    SingleInstance first(place.get(), enough);
    int asked = 0;
    QObject::connect(&first, &SingleInstance::startRequested, &first, [&] { ++asked; });
    REQUIRE(first.begin({}) == Start::first);
    QLocalSocket visitor;
    visitor.connectToServer(QString::fromStdString(place.get().endpoint));
    for (const char each : encodeStart({QStringLiteral("--page"), QStringLiteral("why")})) {
        visitor.write(&each, 1);
        visitor.flush();
        QApplication::processEvents();
    }
    CHECK(eventually([&] { return asked == 1 && visitor.bytesAvailable() >= 6; }));
    CHECK(visitor.readAll() == "taken\n");
}

TEST_CASE("only this person may open the socket, and it goes with whoever listened")
{
    const Place place;
    const QString endpoint = QString::fromStdString(place.get().endpoint);
    {
        SingleInstance first(place.get(), enough);
        REQUIRE(first.begin({}) == Start::first);
        if (const QFileInfo socket(endpoint); socket.exists()) {   // a pipe of Windows is not a file
            const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                                | QFile::WriteOther | QFile::ExeOther;
            CHECK((socket.permissions() & others) == QFile::Permissions());
        }
    }
    CHECK_FALSE(QFileInfo::exists(endpoint));
}

TEST_CASE("when too many visitors stay, who comes is sent away unheard until some have gone")
{
    const Place place;
    SingleInstance first(place.get(), enough);
    int asked = 0;
    QObject::connect(&first, &SingleInstance::startRequested, &first, [&] { ++asked; });
    REQUIRE(first.begin({}) == Start::first);
    const QString endpoint = QString::fromStdString(place.get().endpoint);
    QElapsedTimer timer;
    timer.start();
    std::vector<std::unique_ptr<QLocalSocket>> visitors;
    for (int i = 0; i <= mostStartVisitors; ++i) {
        visitors.push_back(std::make_unique<QLocalSocket>());
        visitors.back()->connectToServer(endpoint);
    }
    visitors.back()->write(encodeStart({}));
    CHECK(eventually([&] { return visitors.back()->state() == QLocalSocket::UnconnectedState; }));
    if (timer.elapsed() < slowestStartVisitor.count()) {   // later the silent ones may have been sent away before it
        CHECK(asked == 0);
    }
    asked = 0;
    visitors.clear();
    CHECK(startBeside(place, {}, enough) == Start::handedOver);
    CHECK(asked == 1);
}
