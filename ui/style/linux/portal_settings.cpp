#include "style/linux/portal_settings.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

namespace offramp::ui {

namespace {

const QString& service()
{
    static const QString name = QStringLiteral("org.freedesktop.portal.Desktop");
    return name;
}

const QString& path()
{
    static const QString name = QStringLiteral("/org/freedesktop/portal/desktop");
    return name;
}

const QString& interface()
{
    static const QString name = QStringLiteral("org.freedesktop.portal.Settings");
    return name;
}

const QString& common()
{
    static const QString name = QStringLiteral("org.freedesktop.appearance");
    return name;
}

const QString& gnome()
{
    static const QString name = QStringLiteral("org.gnome.desktop.interface");
    return name;
}

const QString& gnomeAccess()
{
    static const QString name = QStringLiteral("org.gnome.desktop.a11y.interface");
    return name;
}

const QString& kde()
{
    static const QString name = QStringLiteral("org.kde.kdeglobals.KDE");
    return name;
}

QDBusMessage question()
{
    QDBusMessage call = QDBusMessage::createMethodCall(service(), path(), interface(), QStringLiteral("ReadAll"));
    call << QStringList{common(), gnome(), gnomeAccess(), kde()};
    return call;
}

QVariant at(const PortalValues& values, const QString& area, const char* key)
{
    return values.value(area).value(QString::fromLatin1(key));
}

}   // namespace

SystemWishes wishesFrom(const PortalValues& values)
{
    SystemWishes wishes;
    // 1: prefers dark, 2: prefers light, anything else: says nothing.
    const uint scheme = at(values, common(), "color-scheme").toUInt();
    wishes.brightness = scheme == 1   ? BrightnessWish::dark
                        : scheme == 2 ? BrightnessWish::light
                                      : BrightnessWish::unsaid;
    const bool high =
        at(values, common(), "contrast").toUInt() == 1 || at(values, gnomeAccess(), "high-contrast").toBool();
    wishes.contrast = high ? ContrastWish::high : ContrastWish::usual;
    const QVariant animations = at(values, gnome(), "enable-animations");
    const QVariant factor = at(values, kde(), "AnimationDurationFactor");   // a number as text
    bool isNumber = false;
    const bool still = factor.isValid() && factor.toDouble(&isNumber) <= 0 && isNumber;
    wishes.reducedMotion =
        at(values, common(), "reduced-motion").toUInt() == 1 || (animations.isValid() && !animations.toBool()) || still;
    return wishes;
}

PortalSettings::PortalSettings(const QDBusConnection& bus, QObject* parent) : QObject(parent), m_bus(bus)
{
    qDBusRegisterMetaType<PortalValues>();
    m_bus.connect(service(), path(), interface(), QStringLiteral("SettingChanged"), this,
                  SLOT(onSettingChanged(QDBusMessage)));
}

void PortalSettings::ask()
{
    constexpr int longest = 50;   // milliseconds a window may come later for this
    QDBusMessage now = question();
    now.setAutoStartService(false);
    const QDBusMessage answer = m_bus.call(now, QDBus::Block, longest);
    if (answer.type() == QDBusMessage::ReplyMessage) {
        take(answer);
        return;
    }
    // Not there yet, or slow: it may start, and answer when it likes.
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question()), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        if (!done->isError()) {
            take(done->reply());
        }
        done->deleteLater();
    });
}

void PortalSettings::take(const QDBusMessage& answer)
{
    const QVariant first = answer.arguments().value(0);
    if (first.userType() != qMetaTypeId<QDBusArgument>()) {
        return;
    }
    m_values = qdbus_cast<PortalValues>(first);
    emit changed();
}

void PortalSettings::onSettingChanged(const QDBusMessage& news)
{
    const QVariantList said = news.arguments();
    const QString area = said.value(0).toString();
    if (said.size() == 3 && (area == common() || area == gnome() || area == gnomeAccess() || area == kde())) {
        m_values[area][said[1].toString()] = qvariant_cast<QDBusVariant>(said[2]).variant();
        emit changed();
    }
}

}   // namespace offramp::ui
