// PortalSettings: the settings that org.freedesktop.portal.Settings tells every program on a Linux desktop.
#pragma once

#include "style/system_wishes.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QMap>
#include <QObject>
#include <QVariantMap>

namespace offramp::ui {

// Namespace, then key.
using PortalValues = QMap<QString, QVariantMap>;

// Desktops answer with the keys they have: the common ones, or GNOME's and KDE's own.
[[nodiscard]] SystemWishes wishesFrom(const PortalValues& values);

class PortalSettings final : public QObject {
    Q_OBJECT

public:
    explicit PortalSettings(const QDBusConnection& bus, QObject* parent = nullptr);

    // A portal that runs already is asked now, for a few milliseconds at most; otherwise the answer comes later.
    void ask();
    [[nodiscard]] SystemWishes wishes() const { return wishesFrom(m_values); }

signals:
    void changed();

private slots:
    void onSettingChanged(const QDBusMessage& news);

private:
    void take(const QDBusMessage& answer);

    QDBusConnection m_bus;
    PortalValues m_values;
};

}   // namespace offramp::ui
