#include "platform/windows/windows_conditions.h"
#include "platform/windows/windows_managers.h"
#include "platform/windows/windows_registry.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace offramp;

TEST_CASE("the numbers of power and notifications are told as they are meant", "[windows]")
{
    CHECK(powerFrom(1, 128, 255).onMains == true);
    CHECK_FALSE(powerFrom(1, 128, 255).batteryPercent);
    CHECK_FALSE(powerFrom(255, 255, 255).onMains);
    CHECK(powerFrom(0, 1, 81).onMains == false);
    CHECK(powerFrom(0, 1, 81).batteryPercent == 81);
    CHECK(notificationStateFrom(5) == NotificationState::welcome);
    CHECK(notificationStateFrom(1) == NotificationState::locked);
    CHECK(notificationStateFrom(6) == NotificationState::quietTime);
    CHECK_FALSE(notificationStateFrom(99));
}

TEST_CASE("the boot identifier stays the same while the system runs", "[windows]")
{
    const WindowsRegistry registry(SignedOutPeople::areLeftOut);
    const WindowsConditions conditions(registry);
    const auto first = conditions.bootId();
    REQUIRE(first);
    CHECK(first->size() > 10);
    CHECK(conditions.bootId() == *first);
    CHECK(conditions.pendingRestart());
    CHECK(conditions.power());
}

TEST_CASE("the service manager names its services, running or not", "[windows]")
{
    const LiveWindowsManagers managers;
    const auto services = managers.services();
    REQUIRE(services);
    const auto installer = std::find_if(services->begin(), services->end(),
                                        [](const ServiceStatus& each) { return each.name == "MSIServer"; });
    REQUIRE(installer != services->end());
    CHECK_FALSE(installer->driver);
    CHECK(managers.serviceImage("MSIServer").value_or("").find("msiexec") != std::string::npos);
    CHECK(managers.serviceImage("no such service").error().code == ErrorCode::notFound);
    const auto running = [](const ServiceStatus& each) { return each.running; };
    CHECK(std::any_of(services->begin(), services->end(), running));
}
