#include "shell/single_instance.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>
#include <algorithm>

namespace offramp::ui {

namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

constexpr int messageVersion = 1;
constexpr qsizetype mostArguments = 32;
constexpr int mostVisitors = 8;
constexpr milliseconds slowestVisitor{2000};
constexpr QByteArrayView taken("taken\n");

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

int until(SteadyClock::time_point deadline)
{
    const auto left = std::chrono::duration_cast<milliseconds>(deadline - SteadyClock::now());
    return static_cast<int>(std::max<milliseconds::rep>(left.count(), 0));
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
    delete m_server;
    m_server = nullptr;
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
    while (until(deadline) > 0) {
        const Answer answer = handOver(message, deadline);
        if (answer == Answer::taken) {
            return Start::handedOver;
        }
        somebodyThere = somebodyThere || answer == Answer::unanswered;
        // The first one may be about to listen, or about to end.
        constexpr int pause = 40;
        if (m_lock.tryLock(std::min(pause, until(deadline)))) {
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

SingleInstance::Answer SingleInstance::handOver(const QByteArray& message, SteadyClock::time_point deadline) const
{
    QLocalSocket socket;
    socket.connectToServer(m_endpoint);
    if (!socket.waitForConnected(until(deadline))) {
        return Answer::nobodyThere;
    }
    if (const qint64 process = holder(); process != 0) {
        allowForeground(process);
    }
    socket.write(message);
    QByteArray answer;
    while (answer.size() < taken.size() && socket.state() == QLocalSocket::ConnectedState && until(deadline) > 0) {
        if (socket.bytesToWrite() > 0 && !socket.waitForBytesWritten(until(deadline))) {
            break;
        }
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(until(deadline))) {
            break;
        }
        answer += socket.readAll();
    }
    answer += socket.readAll();
    return answer == taken ? Answer::taken : Answer::unanswered;
}

void SingleInstance::listen()
{
    // The lock is ours, so what is left at the endpoint belongs to a program that crashed.
    QLocalServer::removeServer(m_endpoint);
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(mostVisitors);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* visitor = m_server->nextPendingConnection()) {
            if (m_server->findChildren<QLocalSocket*>(Qt::FindDirectChildrenOnly).size() > mostVisitors) {
                delete visitor;
                continue;
            }
            serve(*visitor);
        }
    });
    // Without a server later starts get no answer and open a window of their own; nothing else is lost.
    static_cast<void>(m_server->listen(m_endpoint));
}

void SingleInstance::serve(QLocalSocket& visitor)
{
    visitor.setReadBufferSize(longestStartMessage + 1);
    connect(&visitor, &QLocalSocket::disconnected, &visitor, &QObject::deleteLater);
    QTimer::singleShot(slowestVisitor, &visitor, [&visitor] { visitor.abort(); });
    const auto read = [this, &visitor, received = QByteArray()]() mutable {
        received += visitor.read(longestStartMessage + 1 - received.size());
        const ReceivedStart start = decodeStart(received);
        switch (start.state) {
        case ReceivedStart::State::incomplete: return;
        case ReceivedStart::State::malformed:
            visitor.abort();
            visitor.deleteLater();
            return;
        case ReceivedStart::State::complete: break;
        }
        visitor.disconnect(this);
        emit startRequested(start.options);
        // The visitor closes when it has read this: a pipe that is closed on this side may lose what is still in it.
        visitor.write(taken.data(), taken.size());
    };
    connect(&visitor, &QLocalSocket::readyRead, this, read);
    if (visitor.bytesAvailable() > 0) {
        emit visitor.readyRead();
    }
}

}   // namespace offramp::ui
