#include "removal/verifier.h"

#include "removal/machine_moment.h"
#include "support/fake_host.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

struct Seen {
    std::vector<Installation> installations;
    std::map<std::string, Product> products;
    bool conclusive = true;

    Seen()
    {
        for (const auto& [id, parent] :
             {std::pair{"maker", ""}, {"line", "maker"}, {"plus", "line"}, {"vault", "maker"}}) {
            products[id].id = id;
            products[id].parent = parent;
        }
    }
    void found(const std::string& id, InstallationState state)
    {
        Installation made;
        made.productId = id;
        made.state = state;
        made.evidence.resize(1);
        installations.push_back(std::move(made));
    }
    [[nodiscard]] VerificationResult verify() const
    {
        RemovalPlan plan;
        plan.steps.resize(3);
        plan.steps[0].product = "plus";
        plan.steps[1].product = "plus";
        return offramp::verify(plan, {installations, products, conclusive});
    }
};

}   // namespace

TEST_CASE("removed is said only when every important place was read", "[verifier]")
{
    Seen seen;
    CHECK(seen.verify().result == RemovalResult::removed);
    CHECK(seen.verify().products.size() == 1);
    seen.conclusive = false;
    CHECK(seen.verify().result == RemovalResult::couldNotTell);
}

TEST_CASE("what is still there is found under its line's name, too, and told with its evidence", "[verifier]")
{
    for (const char* id : {"plus", "line", "maker"}) {
        Seen seen;
        seen.conclusive = false;
        seen.found(id, InstallationState::broken);
        CHECK(seen.verify().result == RemovalResult::stillPresent);
        CHECK(seen.verify().products[0].evidence.size() == 1);
    }
}

TEST_CASE("leftovers are leftovers, unless the list of programs was not read", "[verifier]")
{
    Seen seen;
    seen.found("maker", InstallationState::leftover);
    CHECK(seen.verify().result == RemovalResult::leftovers);
    seen.conclusive = false;
    CHECK(seen.verify().result == RemovalResult::couldNotTell);
}

TEST_CASE("what was kept on purpose is not taken for what was removed", "[verifier]")
{
    Seen seen;
    seen.found("vault", InstallationState::installed);
    CHECK(seen.verify().result == RemovalResult::removed);
}

TEST_CASE("a system that says nothing of protection is not taken for an unprotected one", "[verifier]")
{
    FakeHost host(OsFamily::windows);
    CHECK(isProtected(host).error().code == ErrorCode::unsupported);
    const auto with = [&](std::vector<SecurityProduct> products) {
        host.fakeSecurityStatus().answer = std::move(products);
        return isProtected(host);
    };
    using Role = SecurityState::Role;
    const SecurityProduct on{"{1}", "Defender", "windowsdefender://", {Role::antivirus, true, true}};
    const SecurityProduct off{"{2}", "Other", R"(%ProgramFiles%\Other\av.exe)", {Role::antivirus, false, {}}};
    const SecurityProduct silent{"{3}", "Silent", R"(%ProgramFiles%\Silent\av.exe)", {Role::antivirus, {}, {}}};
    const SecurityProduct firewall{"{4}", "Wall", "", {Role::firewall, true, {}}};
    const SecurityProduct stale{"{5}", "Gone", R"(C:\Program Files\Gone\av.exe)", {Role::antivirus, true, true}};
    CHECK(*with({off, on}));
    CHECK_FALSE(*with({off, firewall}));
    CHECK_FALSE(*with({}));
    CHECK_FALSE(*with({stale}));   // an entry nobody cleaned up
    CHECK(with({off, silent}).error().code == ErrorCode::notFound);
    host.addFile(R"(C:\Program Files\Gone\av.exe)", "MZ");
    CHECK(*with({stale}));
}
