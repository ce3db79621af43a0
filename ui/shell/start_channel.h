// How a start reaches the one that was first: a socket (Linux) or a named pipe (Windows) that only this person may
// open. CMake picks the implementation. On Linux it does without Qt's network library, which would bring Kerberos and
// ten more libraries into every start (docs/benchmarks.md).
#pragma once

#include <QByteArray>
#include <QString>
#include <chrono>
#include <functional>
#include <memory>

namespace offramp::ui {

// The message: one line of UTF-8 JSON, {"offramp":1,"arguments":["--page","products"]}, ended by a line feed.
constexpr qsizetype longestStartMessage = 4096;
// What the first one answers when it took the message.
constexpr QByteArrayView startTaken("taken\n");
// More at once are sent away, and so is whoever takes longer.
constexpr int mostStartVisitors = 8;
constexpr std::chrono::milliseconds slowestStartVisitor{2000};

enum class Hearing {
    goOn,       // there has to come more
    sendAway,   // not one of ours
    taken       // is answered with startTaken
};
// Given everything one visitor has said so far, a little more than the longest message at most before it must decide.
using HearStart = std::function<Hearing(const QByteArray& received)>;

// Listens in the event loop of the thread that made it, until it is destroyed. Visitors are strangers to it.
class StartListener {
public:
    virtual ~StartListener() = default;
};
// Takes the endpoint over from whoever left it behind: only for who holds the lock. Null when nobody can listen there.
[[nodiscard]] std::unique_ptr<StartListener> listenForStarts(const QString& endpoint, HearStart hear);

enum class Handover { taken, unanswered, nobodyThere };
// Waits until `deadline` for the answer, not for somebody to appear. `met` is called before anything is said.
[[nodiscard]] Handover tellFirstStart(const QString& endpoint, const QByteArray& message,
                                      std::chrono::steady_clock::time_point deadline, const std::function<void()>& met);
// What is left until then, never less than nothing.
[[nodiscard]] inline int millisecondsUntil(std::chrono::steady_clock::time_point deadline)
{
    using std::chrono::milliseconds;
    const auto left = std::chrono::duration_cast<milliseconds>(deadline - std::chrono::steady_clock::now());
    return left.count() > 0 ? static_cast<int>(left.count()) : 0;
}

}   // namespace offramp::ui
