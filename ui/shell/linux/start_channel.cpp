#include "shell/start_channel.h"

#include "platform/linux/file_descriptor.h"

#include <QFile>
#include <QObject>
#include <QPointer>
#include <QSocketNotifier>
#include <QTimer>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace offramp::ui {

namespace {

FileDescriptor makeSocket()
{
    return FileDescriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

std::optional<sockaddr_un> addressOf(const QString& endpoint)
{
    const QByteArray path = QFile::encodeName(endpoint);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.isEmpty() || static_cast<std::size_t>(path.size()) >= sizeof address.sun_path) {
        return std::nullopt;
    }
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    return address;
}

const sockaddr* plain(const sockaddr_un& address)
{
    return reinterpret_cast<const sockaddr*>(&address);   // how the interface of sockets is made
}

bool isOurs(int socket)
{
    ucred visitor{};
    socklen_t size = sizeof visitor;
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &visitor, &size) == 0 && visitor.uid == ::geteuid();
}

// Deletes itself once it is sent away or goes.
class Visitor final : public QObject {
public:
    Visitor(FileDescriptor socket, const HearStart& hear, QObject* parent)
        : QObject(parent), m_hear(hear), m_socket(std::move(socket)), m_notifier(m_socket.get(), QSocketNotifier::Read)
    {
        connect(&m_notifier, &QSocketNotifier::activated, this, [this] { read(); });
        QTimer::singleShot(slowestStartVisitor, this, [this] { leave(); });
    }

private:
    void read()
    {
        std::array<char, longestStartMessage + 1> buffer{};
        const ssize_t count = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0);
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) {
            return;
        }
        if (count <= 0) {
            leave();
            return;
        }
        if (m_answered) {
            return;   // it has only to go
        }
        m_received.append(buffer.data(), count);
        const QPointer<Visitor> here(this);
        const Hearing heard = m_hear(m_received);
        if (here.isNull() || heard == Hearing::goOn) {
            return;
        }
        m_answered = heard == Hearing::taken && answer();
        if (!m_answered) {
            leave();
        }
    }

    // The visitor closes when it has read this.
    [[nodiscard]] bool answer() const
    {
        return ::send(m_socket.get(), startTaken.data(), static_cast<std::size_t>(startTaken.size()), MSG_NOSIGNAL)
               == startTaken.size();
    }

    void leave()
    {
        m_notifier.setEnabled(false);
        m_socket.close();
        setParent(nullptr);   // no longer counts as a visitor
        deleteLater();
    }

    const HearStart& m_hear;
    FileDescriptor m_socket;
    QSocketNotifier m_notifier;   // ends before the socket does
    QByteArray m_received;
    bool m_answered = false;
};

class SocketListener final : public StartListener {
public:
    SocketListener(FileDescriptor socket, QString endpoint, HearStart hear)
        : m_endpoint(std::move(endpoint)), m_hear(std::move(hear)), m_socket(std::move(socket)),
          m_notifier(m_socket.get(), QSocketNotifier::Read)
    {
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { receive(); });
    }
    ~SocketListener() override { QFile::remove(m_endpoint); }

private:
    void receive()
    {
        for (;;) {
            FileDescriptor visitor(::accept4(m_socket.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
            if (!visitor.valid()) {
                // Whoever waits and cannot be let in, for want of memory or of files, would wake us without end. Later
                // starts then get no answer and open a window of their own.
                m_notifier.setEnabled(errno == EAGAIN || errno == EINTR || errno == ECONNABORTED);
                return;
            }
            if (isOurs(visitor.get()) && m_visitors.children().size() < mostStartVisitors) {
                new Visitor(std::move(visitor), m_hear, &m_visitors);
            }
        }
    }

    QString m_endpoint;
    HearStart m_hear;
    FileDescriptor m_socket;
    QSocketNotifier m_notifier;
    QObject m_visitors;
};

enum class Wish { toWrite, toRead };

// False when the deadline came first.
bool waitFor(int socket, Wish wish, std::chrono::steady_clock::time_point deadline)
{
    pollfd waiting{socket, static_cast<short>(wish == Wish::toWrite ? POLLOUT : POLLIN), 0};
    int ready = 0;
    do {
        ready = ::poll(&waiting, 1, millisecondsUntil(deadline));
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

bool isForLater(ssize_t count)
{
    return count < 0 && (errno == EAGAIN || errno == EINTR);
}

bool say(int socket, QByteArrayView message, std::chrono::steady_clock::time_point deadline)
{
    while (!message.isEmpty() && waitFor(socket, Wish::toWrite, deadline)) {
        const ssize_t count = ::send(socket, message.data(), static_cast<std::size_t>(message.size()), MSG_NOSIGNAL);
        if (count < 0 && !isForLater(count)) {
            return false;
        }
        message = message.sliced(std::max<ssize_t>(count, 0));
    }
    return message.isEmpty();
}

QByteArray hear(int socket, std::chrono::steady_clock::time_point deadline)
{
    QByteArray heard;
    std::array<char, 64> buffer{};
    while (heard.size() < startTaken.size() && waitFor(socket, Wish::toRead, deadline)) {
        const ssize_t count = ::recv(socket, buffer.data(), buffer.size(), 0);
        if (isForLater(count)) {
            continue;
        }
        if (count <= 0) {
            break;
        }
        heard.append(buffer.data(), count);
    }
    return heard;
}

}   // namespace

std::unique_ptr<StartListener> listenForStarts(const QString& endpoint, HearStart hear)
{
    const auto address = addressOf(endpoint);
    FileDescriptor socket = makeSocket();
    if (!address || !socket.valid()) {
        return nullptr;
    }
    QFile::remove(endpoint);
    constexpr mode_t onlyThisPerson = 0600;
    constexpr int mostWaiting = 50;
    // Before it has a name, so that it never has one with other permissions.
    const bool listens = ::fchmod(socket.get(), onlyThisPerson) == 0
                         && ::bind(socket.get(), plain(*address), sizeof *address) == 0
                         && ::listen(socket.get(), mostWaiting) == 0;
    return listens ? std::make_unique<SocketListener>(std::move(socket), endpoint, std::move(hear)) : nullptr;
}

Handover tellFirstStart(const QString& endpoint, const QByteArray& message,
                        std::chrono::steady_clock::time_point deadline, const std::function<void()>& met)
{
    const auto address = addressOf(endpoint);
    const FileDescriptor socket = makeSocket();
    if (!address || !socket.valid()) {
        return Handover::nobodyThere;
    }
    if (::connect(socket.get(), plain(*address), sizeof *address) != 0) {
        return errno == EAGAIN ? Handover::unanswered : Handover::nobodyThere;   // too many wait there already
    }
    met();
    const bool answered = say(socket.get(), message, deadline) && hear(socket.get(), deadline) == startTaken;
    return answered ? Handover::taken : Handover::unanswered;
}

}   // namespace offramp::ui
