#include "shell/single_instance.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace offramp::ui {

namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

constexpr int messageVersion = 1;
constexpr qsizetype mostArguments = 32;

const QString& versionKey()
{
    static const QString key = QStringLiteral("offramp");
    return key;
}

const QString& argumentsKey()
{
    static const QString key = QStringLiteral("arguments");
    return key;
}

std::optional<QStringList> argumentsOf(const QByteArray& line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    const QJsonObject object = document.object();
    const QJsonValue arguments = object.value(argumentsKey());
    if (object.size() != 2 || object.value(versionKey()) != QJsonValue(messageVersion) || !arguments.isArray()
        || arguments.toArray().size() > mostArguments) {
        return std::nullopt;
    }
    QStringList texts;
    for (const QJsonValue& each : arguments.toArray()) {
        if (!each.isString()) {
            return std::nullopt;
        }
        texts.append(each.toString());
    }
    return texts;
}

}   // namespace

QByteArray encodeStart(const QStringList& arguments)
{
    const QJsonObject object{{versionKey(), messageVersion}, {argumentsKey(), QJsonArray::fromStringList(arguments)}};
    const QByteArray message = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    const bool fits = message.size() <= longestStartMessage && arguments.size() <= mostArguments;
    return fits ? message : QByteArray();
}

ReceivedStart decodeStart(const QByteArray& received)
{
    using State = ReceivedStart::State;
    const qsizetype end = received.indexOf('\n');
    if (received.size() > longestStartMessage || (end >= 0 && end != received.size() - 1)) {
        return {State::malformed, {}};
    }
    if (end < 0) {
        // A message of the full length ends with its line feed.
        return {received.size() < longestStartMessage ? State::incomplete : State::malformed, {}};
    }
    const auto arguments = argumentsOf(received.left(end));
    if (!arguments) {
        return {State::malformed, {}};
    }
    auto options = parseLaunchOptions(*arguments);
    if (!options || !isEverydayStart(*options)) {
        return {State::malformed, {}};
    }
    return {State::complete, std::move(*options)};
}

SingleInstance::SingleInstance(const MeetingPlace& place, Patience patience, QObject* parent)
    : QObject(parent), m_endpoint(QString::fromStdString(place.endpoint)), m_patience(patience),
      m_lock(QString::fromStdU16String(place.lockFile.u16string()))
{
    // Only a dead holder makes a lock stale, never its age: windows stay open for weeks.
    m_lock.setStaleLockTime(0);
}

SingleInstance::~SingleInstance()
{
    end();
}

void SingleInstance::end()
{
    m_listener.reset();
    m_lock.unlock();
}

Start SingleInstance::begin(const QStringList& arguments)
{
    if (m_lock.tryLock(0)) {
        listen();
        return Start::first;
    }
    const QByteArray message = encodeStart(arguments);
    if (m_lock.error() != QLockFile::LockFailedError || message.isEmpty()) {
        return Start::alone;   // the folder cannot be written to, or more was asked than can be told
    }
    const auto deadline = SteadyClock::now() + patienceNow();
    const qint64 heldBy = holder();
    bool somebodyThere = false;
    while (millisecondsUntil(deadline) > 0) {
        const Handover answer = tellFirstStart(m_endpoint, message, deadline, [this] {
            if (const qint64 process = holder(); process != 0) {
                allowForeground(process);
            }
        });
        if (answer == Handover::taken) {
            return Start::handedOver;
        }
        somebodyThere = somebodyThere || answer == Handover::unanswered;
        // The first one may be about to listen, or about to end.
        constexpr int pause = 40;
        if (m_lock.tryLock(std::min(pause, millisecondsUntil(deadline)))) {
            listen();
            return Start::first;
        }
    }
    const bool ownerless = !somebodyThere && holder() == heldBy;
    if (ownerless && QFile::remove(m_lock.fileName()) && m_lock.tryLock(0)) {
        listen();
        return Start::first;
    }
    return Start::alone;
}

qint64 SingleInstance::holder() const
{
    qint64 process = 0;
    QString host;
    QString application;
    return m_lock.getLockInfo(&process, &host, &application) ? process : 0;
}

milliseconds SingleInstance::patienceNow() const
{
    const QDateTime since = QFileInfo(m_lock.fileName()).lastModified();
    const bool starting =
        since.isValid() && since.secsTo(QDateTime::currentDateTime()) < m_patience.countsAsStarting.count();
    return starting ? std::max(m_patience.answer, m_patience.whileStarting) : m_patience.answer;
}

void SingleInstance::listen()
{
    // Without a listener later starts get no answer and open a window of their own; nothing else is lost.
    m_listener = listenForStarts(m_endpoint, [this](const QByteArray& received) {
        const ReceivedStart start = decodeStart(received);
        switch (start.state) {
        case ReceivedStart::State::incomplete: return Hearing::goOn;
        case ReceivedStart::State::malformed: return Hearing::sendAway;
        case ReceivedStart::State::complete: break;
        }
        emit startRequested(start.options);
        return Hearing::taken;
    });
}

}   // namespace offramp::ui
