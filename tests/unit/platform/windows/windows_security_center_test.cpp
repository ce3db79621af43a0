#include "platform/windows/windows_security_center.h"

#include "platform/windows/machine_facts.h"

#include <catch2/catch.hpp>

using namespace offramp;

TEST_CASE("the numbers of Security Center say whether a program is on and its definitions are current", "[windows]")
{
    using Role = SecurityState::Role;
    CHECK(securityStateFrom(Role::antivirus, 0, 1) == SecurityState{Role::antivirus, true, true});
    CHECK(securityStateFrom(Role::antivirus, 1, 0) == SecurityState{Role::antivirus, false, false});
    CHECK(securityStateFrom(Role::antivirus, 2, 1) == SecurityState{Role::antivirus, false, true});
    CHECK(securityStateFrom(Role::antivirus, 3, 0) == SecurityState{Role::antivirus, false, false});
    CHECK(securityStateFrom(Role::antivirus, 4, 2) == SecurityState{Role::antivirus, {}, {}});
    CHECK(securityStateFrom(Role::antivirus, -1, -1) == SecurityState{Role::antivirus, {}, {}});
    CHECK(securityStateFrom(Role::firewall, 0, 1) == SecurityState{Role::firewall, true, {}});
}

TEST_CASE("Security Center answers with programs, or that this system has none", "[windows]")
{
    const auto products = WindowsSecurityCenter{}.products();
    if (!products) {
        WARN("no Security Center here (" << describe(products.error()) << "); what it says is not proven here");
        CHECK(products.error().code == ErrorCode::unsupported);
        return;
    }
    CHECK_FALSE(isServer());
    for (const SecurityProduct& product : *products) {
        INFO(product.id);
        CHECK_FALSE(product.name.empty());
    }
}
