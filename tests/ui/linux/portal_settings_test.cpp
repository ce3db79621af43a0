// What a Linux desktop says over D-Bus, on a bus of the test's own with a portal of the test's own.
#include "style/linux/portal_settings.h"

#include "style/theme.h"

#include <QCoreApplication>
#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QDeadlineTimer>
#include <QProcess>
#include <QTimer>
#include <catch2/catch.hpp>

using namespace offramp::ui;

namespace {

PortalValues one(const char* area, const char* key, const QVariant& value)
{
    return {{QString::fromLatin1(area), {{QString::fromLatin1(key), value}}}};
}

const char* const common = "org.freedesktop.appearance";

template <class Condition> bool eventually(Condition condition)
{
    const QDeadlineTimer deadline(20'000);
    QTimer tick;   // wakes the loop, so that a wish that never comes true ends
    tick.start(20);
    while (!condition() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
    return condition();
}

// A session bus that ends with the test.
class Bus {
public:
    Bus()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        REQUIRE(m_daemon.waitForReadyRead(20'000));
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        REQUIRE_FALSE(m_address.isEmpty());
    }
    ~Bus()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
        QDBusConnection::disconnectFromBus(QStringLiteral("program"));
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }
    Bus(const Bus&) = delete;
    Bus& operator=(const Bus&) = delete;

    QDBusConnection connect(const char* name) const
    {
        return QDBusConnection::connectToBus(m_address, QString::fromLatin1(name));
    }

private:
    QProcess m_daemon;
    QString m_address;
};

void tell(QDBusConnection bus, const char* area, const char* key, const QVariant& value)
{
    QDBusMessage signal =
        QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"),
                                   QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("SettingChanged"));
    signal << QString::fromLatin1(area) << QString::fromLatin1(key) << QVariant::fromValue(QDBusVariant(value));
    bus.send(signal);
}

}   // namespace

TEST_CASE("a desktop's settings become wishes, whoever's keys they are")
{
    CHECK(wishesFrom({}) == SystemWishes{});
    CHECK(wishesFrom(one(common, "color-scheme", 1U)).brightness == BrightnessWish::dark);
    CHECK(wishesFrom(one(common, "color-scheme", 2U)).brightness == BrightnessWish::light);
    CHECK(wishesFrom(one(common, "color-scheme", 0U)).brightness == BrightnessWish::unsaid);
    CHECK(wishesFrom(one(common, "color-scheme", 7U)).brightness == BrightnessWish::unsaid);
    CHECK(wishesFrom(one(common, "contrast", 1U)).contrast == ContrastWish::high);
    CHECK(wishesFrom(one("org.gnome.desktop.a11y.interface", "high-contrast", true)).contrast == ContrastWish::high);
    CHECK(wishesFrom(one(common, "reduced-motion", 1U)).reducedMotion);
    CHECK(wishesFrom(one("org.gnome.desktop.interface", "enable-animations", false)).reducedMotion);
    CHECK_FALSE(wishesFrom(one("org.gnome.desktop.interface", "enable-animations", true)).reducedMotion);
    const char* const kde = "org.kde.kdeglobals.KDE";
    CHECK(wishesFrom(one(kde, "AnimationDurationFactor", QStringLiteral("0"))).reducedMotion);
    CHECK_FALSE(wishesFrom(one(kde, "AnimationDurationFactor", QStringLiteral("0.5"))).reducedMotion);
    CHECK_FALSE(wishesFrom(one(kde, "AnimationDurationFactor", QStringLiteral("none"))).reducedMotion);
}

TEST_CASE("the theme follows what the portal tells while the window is open")
{
    const Bus bus;
    QDBusConnection portal = bus.connect("portal");
    REQUIRE(portal.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    PortalSettings settings(bus.connect("program"));
    settings.ask();   // this portal has no answer to give, only news
    Theme& theme = Theme::instance();
    theme.setMode(ThemeMode::system);
    int changes = 0;
    const auto counting = QObject::connect(&theme, &Theme::changed, &theme, [&] { ++changes; });
    QObject::connect(&settings, &PortalSettings::changed, &theme,
                     [&] { Theme::instance().setSystemWishes(settings.wishes()); });

    tell(portal, common, "color-scheme", 1U);
    CHECK(eventually([&] { return theme.scheme() == Scheme::dark; }));
    tell(portal, "org.example.other", "color-scheme", 2U);
    tell(portal, common, "contrast", 1U);
    CHECK(eventually([&] { return theme.scheme() == Scheme::highContrast; }));
    CHECK(theme.color(Color::accent) == tokenColor(Color::accent, Scheme::highContrast));
    tell(portal, common, "contrast", 0U);
    tell(portal, "org.gnome.desktop.interface", "enable-animations", false);
    CHECK(eventually([&] { return theme.reducedMotion(); }));
    CHECK(theme.scheme() == Scheme::dark);
    tell(portal, common, "color-scheme", 2U);
    CHECK(eventually([&] { return theme.scheme() == Scheme::light; }));
    CHECK(changes == 5);

    QObject::disconnect(counting);
    theme.setSystemWishes({.reducedMotion = true});
    theme.setMode(ThemeMode::light);
}

namespace {

// As much of the portal as answers a question.
class Answering final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    PortalValues values;

public slots:
    QMap<QString, QVariantMap> ReadAll(const QStringList& areas)
    {
        asked = areas;
        return values;
    }

public:
    QStringList asked;
};

}   // namespace

TEST_CASE("what a portal answers is taken over, also when it answers late")
{
    const Bus bus;
    PortalSettings settings(bus.connect("program"));
    QDBusConnection portal = bus.connect("portal");
    Answering answering;
    answering.values = one(common, "color-scheme", 1U);
    REQUIRE(portal.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &answering,
                                  QDBusConnection::ExportAllSlots));
    REQUIRE(portal.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    // The portal answers from this very thread, so the short question goes unanswered and the patient one follows.
    settings.ask();
    CHECK(settings.wishes().brightness == BrightnessWish::unsaid);
    CHECK(eventually([&] { return settings.wishes().brightness == BrightnessWish::dark; }));
    CHECK(answering.asked.contains(QString::fromLatin1(common)));
}

#include "portal_settings_test.moc"
