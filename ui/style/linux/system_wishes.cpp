#include "style/system_wishes.h"

#include "style/linux/portal_settings.h"

#include <QFileInfo>

namespace offramp::ui {

namespace {

// Without an address the D-Bus library would start a bus of its own to find that nobody is on it.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
           || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

}   // namespace

class SystemWatch::Source {
public:
    Source() : portal(QDBusConnection::sessionBus()) {}

    PortalSettings portal;
};

SystemWatch::SystemWatch(QObject* parent) : QObject(parent)
{
    if (!hasSessionBus() || !QDBusConnection::sessionBus().isConnected()) {
        return;   // then the palette is all there is
    }
    m_source = std::make_unique<Source>();
    connect(&m_source->portal, &PortalSettings::changed, this, [this] { set(m_source->portal.wishes()); });
    m_source->portal.ask();
}

SystemWatch::~SystemWatch() = default;

}   // namespace offramp::ui
