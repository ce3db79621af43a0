#include "reminder/linux/freedesktop_notifier.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusReply>
#include <QDBusVariant>
#include <QVariantMap>
#include <utility>

namespace offramp::ui {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString actAction = QStringLiteral("act");
const QString laterAction = QStringLiteral("later");
const QString openAction = QStringLiteral("default");
constexpr int patience = 3000;   // ms; who shows notifications may have to be started for it

QDBusMessage ask(const QString& method, const QVariantList& arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, service, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message, QDBus::Block, patience);
}

bool isOn(const QString& interface, const QString& property)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        service, path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    message.setArguments({interface, property});
    const QDBusReply<QDBusVariant> reply = QDBusConnection::sessionBus().call(message, QDBus::Block, patience);
    return reply.isValid() && reply.value().variant().toBool();
}

}   // namespace

void FreedesktopNotifier::listen()
{
    if (std::exchange(m_listens, true)) {
        return;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(onAction(uint, QString)));
    bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
}

QStringList FreedesktopNotifier::capabilities()
{
    const QDBusReply<QStringList> reply = ask(QStringLiteral("GetCapabilities"));
    return reply.isValid() ? reply.value() : QStringList();
}

bool FreedesktopNotifier::isThere()
{
    return !capabilities().isEmpty();
}

bool FreedesktopNotifier::holdsBack()
{
    // Part of no specification: Plasma's word for it, and dunst's. Others hold back by themselves.
    return isOn(service, QStringLiteral("Inhibited"))
           || isOn(QStringLiteral("org.dunstproject.cmd0"), QStringLiteral("paused"));
}

bool FreedesktopNotifier::show(const Notice& notice)
{
    const QStringList can = capabilities();
    if (can.isEmpty()) {
        return false;
    }
    listen();
    QStringList actions;
    if (can.contains(QStringLiteral("actions"))) {
        actions = {openAction, QStringLiteral("Offramp"), actAction, notice.act};
        if (!notice.later.isEmpty()) {
            actions << laterAction << notice.later;
        }
    }
    const bool markup = can.contains(QStringLiteral("body-markup"));
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("offramp")},
                            {QStringLiteral("urgency"), QVariant::fromValue<uchar>(1)}};
    constexpr int asLongAsTheDesktopLikes = -1;
    const QDBusReply<uint> reply =
        ask(QStringLiteral("Notify"),
            {QStringLiteral("Offramp"), m_shown, QStringLiteral("offramp"), notice.title,
             markup ? notice.text.toHtmlEscaped() : notice.text, actions, hints, asLongAsTheDesktopLikes});
    m_shown = reply.isValid() ? reply.value() : 0;
    return m_shown != 0;
}

void FreedesktopNotifier::onAction(uint id, const QString& action)
{
    if (id != m_shown || m_shown == 0) {
        return;   // another program's
    }
    m_shown = 0;   // its closing says nothing new
    QDBusMessage close = QDBusMessage::createMethodCall(service, path, service, QStringLiteral("CloseNotification"));
    close.setArguments({id});
    QDBusConnection::sessionBus().send(close);   // not every desktop puts away what was answered
    emit answered(action == actAction     ? NoticeAnswer::act
                  : action == laterAction ? NoticeAnswer::later
                                          : NoticeAnswer::open);
}

void FreedesktopNotifier::onClosed(uint id, uint)
{
    if (id == m_shown && m_shown != 0) {
        m_shown = 0;
        emit answered(NoticeAnswer::closed);
    }
}

std::unique_ptr<Notifier> makeNotifier(QSystemTrayIcon*)
{
    return std::make_unique<FreedesktopNotifier>();
}

std::unique_ptr<QCoreApplication> makeNotifierApplication(int& argc, char** argv)
{
    return std::make_unique<QCoreApplication>(argc, argv);
}

}   // namespace offramp::ui
