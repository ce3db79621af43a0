#include "shell/start_channel.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>
#include <QTimer>
#include <utility>

namespace offramp::ui {

namespace {

class PipeListener final : public StartListener {
public:
    explicit PipeListener(HearStart hear) : m_hear(std::move(hear))
    {
        m_server.setSocketOptions(QLocalServer::UserAccessOption);
        m_server.setMaxPendingConnections(mostStartVisitors);
        QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this] { receive(); });
    }

    [[nodiscard]] bool listen(const QString& endpoint)
    {
        QLocalServer::removeServer(endpoint);
        return m_server.listen(endpoint);
    }

private:
    void receive()
    {
        while (QLocalSocket* visitor = m_server.nextPendingConnection()) {
            if (m_server.findChildren<QLocalSocket*>(Qt::FindDirectChildrenOnly).size() > mostStartVisitors) {
                delete visitor;
                continue;
            }
            serve(*visitor);
        }
    }

    void serve(QLocalSocket& visitor)
    {
        visitor.setReadBufferSize(longestStartMessage + 1);
        QObject::connect(&visitor, &QLocalSocket::disconnected, &visitor, &QObject::deleteLater);
        QTimer::singleShot(slowestStartVisitor, &visitor, [&visitor] { visitor.abort(); });
        const auto read = [this, &visitor, received = QByteArray()]() mutable {
            received += visitor.read(longestStartMessage + 1 - received.size());
            const QPointer<QLocalSocket> here(&visitor);
            const Hearing heard = m_hear(received);
            if (here.isNull() || heard == Hearing::goOn) {
                return;
            }
            if (heard == Hearing::sendAway) {
                visitor.abort();
                visitor.deleteLater();
                return;
            }
            // The visitor closes when it has read this: a pipe that is closed on this side may lose what is in it.
            visitor.write(startTaken.data(), startTaken.size());
            visitor.disconnect(&m_server);   // the last, because it ends this function's own life
        };
        QObject::connect(&visitor, &QLocalSocket::readyRead, &m_server, read);
        if (visitor.bytesAvailable() > 0) {
            emit visitor.readyRead();
        }
    }

    HearStart m_hear;
    QLocalServer m_server;
};

}   // namespace

std::unique_ptr<StartListener> listenForStarts(const QString& endpoint, HearStart hear)
{
    auto listener = std::make_unique<PipeListener>(std::move(hear));
    return listener->listen(endpoint) ? std::move(listener) : nullptr;
}

Handover tellFirstStart(const QString& endpoint, const QByteArray& message,
                        std::chrono::steady_clock::time_point deadline, const std::function<void()>& met)
{
    QLocalSocket socket;
    socket.connectToServer(endpoint);
    if (!socket.waitForConnected(millisecondsUntil(deadline))) {
        return Handover::nobodyThere;
    }
    met();
    socket.write(message);
    QByteArray answer;
    while (answer.size() < startTaken.size() && socket.state() == QLocalSocket::ConnectedState
           && millisecondsUntil(deadline) > 0) {
        if (socket.bytesToWrite() > 0 && !socket.waitForBytesWritten(millisecondsUntil(deadline))) {
            break;
        }
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(millisecondsUntil(deadline))) {
            break;
        }
        answer += socket.readAll();
    }
    answer += socket.readAll();
    return answer == startTaken ? Handover::taken : Handover::unanswered;
}

}   // namespace offramp::ui
