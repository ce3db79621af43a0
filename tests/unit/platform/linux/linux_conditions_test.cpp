#include "platform/linux/linux_conditions.h"

#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

TEST_CASE("the kernel's own identifier tells one start from another")
{
    FakeHost host(OsFamily::linux);
    const LinuxConditions conditions(host.files());
    CHECK(conditions.bootId().error().code == ErrorCode::notFound);
    host.addFile("/proc/sys/kernel/random/boot_id", "7f3c\n");
    CHECK(conditions.bootId() == std::string("7f3c"));
}

TEST_CASE("a wanted restart names its packages, and without dpkg nothing is claimed")
{
    FakeHost host(OsFamily::linux);
    const LinuxConditions conditions(host.files());
    CHECK(conditions.pendingRestart().error().code == ErrorCode::unsupported);
    host.addFile("/var/lib/dpkg/status");
    CHECK_FALSE(conditions.pendingRestart()->pending);
    host.addFile("/run/reboot-required", "*** System restart required ***\n");
    host.addFile("/run/reboot-required.pkgs", "linux-base\nlibc6\nlinux-base\n");
    CHECK(conditions.pendingRestart()->pending);
    CHECK(conditions.pendingRestart()->reasons == std::vector<std::string>{"linux-base", "libc6"});
}

TEST_CASE("power is told by the supplies of the machine and not by those of a mouse")
{
    FakeHost host(OsFamily::linux);
    const LinuxConditions conditions(host.files());
    CHECK_FALSE(conditions.power());
    const std::string supplies = "/sys/class/power_supply/";
    host.addFile(supplies + "mouse/type", "Battery\n");
    host.addFile(supplies + "mouse/scope", "Device\n");
    host.addFile(supplies + "mouse/capacity", "3\n");
    CHECK_FALSE(conditions.power()->batteryPercent);
    CHECK_FALSE(conditions.power()->onMains);
    host.addFile(supplies + "AC/type", "Mains\n");
    host.addFile(supplies + "AC/online", "0\n");
    host.addFile(supplies + "BAT0/type", "Battery\n");
    host.addFile(supplies + "BAT0/capacity", "81\n");
    CHECK(conditions.power()->onMains == false);
    CHECK(conditions.power()->batteryPercent == 81);
}

TEST_CASE("how much space is free on the disk of the system is known")
{
    const FakeHost host(OsFamily::linux);
    const auto free = LinuxConditions(host.files()).freeSystemSpace();
    REQUIRE(free);
    CHECK(*free > 0);
}
