#include "removal/planner.h"

#include "removal/plan_codec.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace offramp;

namespace {

constexpr const char* mainCode = "{AAAAAAAA-0000-4000-8000-000000000001}";
constexpr const char* vpnCode = "{AAAAAAAA-0000-4000-8000-000000000002}";

// A machine, the products on it and what is known of removing them.
struct Case {
    std::vector<Installation> installations;
    std::map<std::string, Product> products;
    std::vector<Recipe> recipes;
    MachineInfo machine;
    bool managed = false;
    PlanWishes wishes;

    Case()
    {
        machine.os = OsFamily::windows;
        machine.name = "PC";
        product("maker", "", ProductRole::component);
        product("plus", "maker", ProductRole::antivirus);
        product("vpn", "maker", ProductRole::vpn);
        product("vault", "maker", ProductRole::passwordManager).holdsPasswords = true;
        product("advice", "maker", ProductRole::intelligence).usStatus = UsStatus::exempt;
        product("successor", "", ProductRole::antivirus).usStatus = UsStatus::notCovered;
        product("linux", "maker", ProductRole::antivirus);
        Recipe maker;
        maker.product = "maker";
        maker.ways = {WayIn::windowsInstaller, WayIn::registeredUninstaller};
        maker.signers = {"maker lab"};
        recipes.push_back(maker);
        Recipe vpn = maker;
        vpn.product = "vpn";
        vpn.order = RemovalOrder::companion;
        recipes.push_back(vpn);
        Recipe linux;
        linux.product = "linux";
        linux.ways = {WayIn::package};
        linux.packages = {{"kesl", RemovalOrder::product}, {"kesl-gui", RemovalOrder::userInterface}};
        linux.restart = RestartNeed::no;
        recipes.push_back(linux);
    }

    Product& product(const std::string& id, const std::string& parent, ProductRole role)
    {
        Product& made = products[id];
        made.id = id;
        made.parent = parent;
        made.role = role;
        made.usStatus = UsStatus::prohibited;
        return made;
    }
    Recipe& recipe(const std::string& id)
    {
        return *std::find_if(recipes.begin(), recipes.end(), [&](const Recipe& one) { return one.product == id; });
    }
    Installation& install(const std::string& id)
    {
        Installation made;
        made.productId = id;
        made.name = "The " + id;
        made.confidence = Confidence::certain;
        installations.push_back(std::move(made));
        return installations.back();
    }
    [[nodiscard]] PlannerAnswer answer() const
    {
        const RecipeBook book(recipes, products);
        return planRemoval({installations, products, book, machine, managed, 7, wishes});
    }
    [[nodiscard]] RemovalPlan plan() const
    {
        auto made = answer();
        REQUIRE(made.plan);
        return std::move(*made.plan);
    }
};

Evidence& entry(Installation& installation, UninstallReference::Kind kind, const std::string& value,
                const std::string& readFrom)
{
    MatchedEvidence matched;
    matched.shows = Shows::product;
    matched.evidence.readFrom = readFrom;
    matched.evidence.uninstall = UninstallReference{kind, value, false};
    installation.evidence.push_back(std::move(matched));
    return installation.evidence.back().evidence;
}

Evidence& msi(Installation& installation, const std::string& code)
{
    return entry(installation, UninstallReference::Kind::msiProduct, code, R"(HKLM\SOFTWARE\Uninstall\)" + code);
}

Evidence& command(Installation& installation, const std::string& line, const std::string& key)
{
    return entry(installation, UninstallReference::Kind::registeredCommand, line, key);
}

Evidence& package(Installation& installation, const std::string& name, SourceKind source = SourceKind::dpkg)
{
    Evidence& evidence = entry(installation, UninstallReference::Kind::package, name, "/var/lib/dpkg/status");
    evidence.kind = EvidenceKind::package;
    evidence.source = source;
    evidence.packageState = PackageState::installed;
    return evidence;
}

std::vector<std::string> ids(const RemovalPlan& plan)
{
    std::vector<std::string> all;
    for (const Step& step : plan.steps) {
        all.push_back(step.id);
    }
    return all;
}

bool hasReason(const std::vector<Reason>& reasons, ReasonCode code)
{
    return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& reason) { return reason.code == code; });
}

const std::string removing = "remove:";

}   // namespace

TEST_CASE("on Windows a restore point comes first, then products in order, then what has to be seen", "[planner]")
{
    Case given;
    msi(given.install("vpn"), vpnCode);
    msi(given.install("plus"), mainCode);
    const auto plan = given.plan();
    CHECK(ids(plan)
          == std::vector<std::string>{"restore-point", removing + mainCode, removing + vpnCode, "restart",
                                      "await-protection", "look-again", "review-leftovers"});
    CHECK(std::get<RestartMachine>(plan.steps[3].action).when == RestartMachine::When::ifAsked);
    CHECK(plan.steps[1].undo == Undo::impossible);
    CHECK(plan.steps[1].rights == Rights::administrator);
    CHECK(plan.steps[6].rights == Rights::person);
    CHECK(plan.steps[1].says.front() == Reason{ReasonCode::planRemove, {std::string("The plus")}, {}});
    CHECK(productsRemovedBy(plan) == std::vector<std::string>{"plus", "vpn"});

    given.recipe("maker").restart = RestartNeed::yes;
    CHECK(std::get<RestartMachine>(given.plan().steps[3].action).when == RestartMachine::When::always);
    given.wishes.restorePoint = PlanWishes::RestorePoint::none;
    CHECK(ids(given.plan()).front() == removing + mainCode);
    given.wishes = {};
    given.machine.server = true;
    CHECK(ids(given.plan()).front() == removing + mainCode);
}

TEST_CASE("on Linux the window's package goes before the product's, with the manager that holds them", "[planner]")
{
    Case given;
    given.machine.os = OsFamily::linux;
    auto& kesl = given.install("linux");
    package(kesl, "kesl", SourceKind::rpm);
    package(kesl, "kesl-gui", SourceKind::rpm);
    package(kesl, "openssl", SourceKind::rpm);
    const auto plan = given.plan();
    CHECK(ids(plan)
          == std::vector<std::string>{"remove:kesl-gui", "remove:kesl", "await-protection", "look-again",
                                      "review-leftovers"});
    CHECK(std::get<RemovePackage>(plan.steps[0].action) == RemovePackage{PackageManager::rpm, "kesl-gui"});
}

TEST_CASE("the plan is the same whatever order things were found in", "[planner]")
{
    Case given;
    msi(given.install("vpn"), vpnCode);
    auto& plus = given.install("plus");
    msi(plus, mainCode);
    command(plus, "\"C:\\Program Files\\M\\setup.exe\" /x", R"(HKLM\SOFTWARE\Uninstall\M)");
    given.install("vault");
    const auto digest = planDigest(given.plan());
    std::reverse(given.installations.begin(), given.installations.end());
    for (Installation& installation : given.installations) {
        std::reverse(installation.evidence.begin(), installation.evidence.end());
    }
    CHECK(planDigest(given.plan()) == digest);
}

TEST_CASE("what was registered where the person can write never gets administrator rights", "[planner]")
{
    Case given;
    given.recipe("maker").ways = {WayIn::registeredUninstaller};
    auto& plus = given.install("plus");
    command(plus, "C:\\Users\\ana\\evil.exe", R"(HKU\S-1-5-21\SOFTWARE\Uninstall\M)").uninstall->userWritable = true;
    auto plan = given.plan();
    CHECK(plan.steps[1].rights == Rights::person);
    CHECK(std::get<RunUninstaller>(plan.steps[1].action).userWritable);
    CHECK(hasReason(plan.steps[1].says, ReasonCode::planOnlyYourRights));

    // The machine's own entry is taken before it, however the list begins.
    command(plus, "C:\\Program Files\\M\\setup.exe", R"(HKLM\SOFTWARE\Uninstall\M)");
    plan = given.plan();
    CHECK(plan.steps[1].id == R"(remove:HKLM\SOFTWARE\Uninstall\M)");
    CHECK(plan.steps[1].rights == Rights::administrator);
    CHECK(std::get<RunUninstaller>(plan.steps[1].action).signers == std::vector<std::string>{"maker lab"});
}

TEST_CASE("only what proves the product may name its way out, and only in the shape it has to have", "[planner]")
{
    Case given;
    auto& plus = given.install("plus");
    msi(plus, mainCode);
    plus.evidence.back().shows = Shows::trace;
    msi(plus, "{AAAAAAAA-0000-4000-8000-000000000001} /qn");
    msi(plus, "notepad");
    CHECK(hasReason(given.answer().kept, ReasonCode::keptNoWay));
    CHECK(given.answer().why == std::vector<Reason>{Reason{ReasonCode::planNothingToRemove, {}, {}}});

    msi(plus, "{aaaaaaaa-0000-4000-8000-000000000001}");
    CHECK(std::get<RemoveMsiProduct>(given.plan().steps[1].action).productCode == mainCode);

    plus.evidence.pop_back();
    command(plus, "\xFF\xFE.exe", R"(HKLM\SOFTWARE\Uninstall\M)");
    CHECK_FALSE(given.answer().plan);
}

TEST_CASE("a program that nobody is known to have signed is not the way that is taken", "[planner]")
{
    Case given;
    given.recipe("maker").ways = {WayIn::registeredUninstaller, WayIn::windowsInstaller};
    auto& plus = given.install("plus");
    command(plus, "C:\\Program Files\\M\\setup.exe", R"(HKLM\SOFTWARE\Uninstall\M)");
    msi(plus, mainCode);
    CHECK(kindOf(given.plan().steps[1].action) == "runUninstaller");
    given.recipe("maker").signers.clear();
    CHECK(kindOf(given.plan().steps[1].action) == "removeMsiProduct");
}

TEST_CASE("passwords, exempt products and another maker's stay until the person says otherwise", "[planner]")
{
    Case given;
    Recipe successor = given.recipe("maker");
    successor.product = "successor";
    given.recipes.push_back(successor);
    msi(given.install("plus"), mainCode);
    msi(given.install("vault"), "{AAAAAAAA-0000-4000-8000-000000000003}");
    msi(given.install("advice"), "{AAAAAAAA-0000-4000-8000-000000000004}");
    msi(given.install("successor"), "{AAAAAAAA-0000-4000-8000-000000000005}");
    const auto before = given.plan();
    CHECK(productsRemovedBy(before) == std::vector<std::string>{"plus"});
    CHECK(before.kept.size() == 3);
    CHECK(hasReason(before.kept, ReasonCode::keptUntilConfirmed));
    CHECK(hasReason(before.kept, ReasonCode::keptPersonDecides));

    given.wishes.alsoRemove = {"vault", "successor"};
    CHECK(productsRemovedBy(given.plan()) == std::vector<std::string>{"plus", "successor", "vault"});
    given.wishes.keep = {"vault"};
    CHECK(hasReason(given.plan().kept, ReasonCode::keptByWish));
    CHECK(productsRemovedBy(given.plan()) == std::vector<std::string>{"plus", "successor"});
}

TEST_CASE("a recipe decides what stays, and wishes do not overrule what is not offered", "[planner]")
{
    Case given;
    auto& plus = given.install("plus");
    msi(plus, mainCode);
    given.wishes.alsoRemove = {"plus"};
    const auto why = [&](auto change) {
        Case changed = given;
        change(changed);
        const auto answer = changed.answer();
        REQUIRE_FALSE(answer.plan);
        REQUIRE(answer.kept.size() >= 1);
        return answer.kept.front().code;
    };
    CHECK(why([](Case& c) { c.recipe("maker").keep = KeepRule::notOffered; }) == ReasonCode::keptNotOffered);
    CHECK(why([](Case& c) { c.recipe("maker").ways = {WayIn::byHand}; }) == ReasonCode::keptByHand);
    CHECK(why([](Case& c) { c.recipes.clear(); }) == ReasonCode::keptNoRecipe);
    CHECK(why([](Case& c) { c.installations[0].confidence = Confidence::notSure; }) == ReasonCode::keptNotSure);
    CHECK(why([](Case& c) {
              c.recipe("maker").keep = KeepRule::personDecides;
              c.wishes.alsoRemove.clear();
          })
          == ReasonCode::keptPersonDecides);
}

TEST_CASE("a package the administrator holds keeps the whole product, unless it is asked for", "[planner]")
{
    Case given;
    given.machine.os = OsFamily::linux;
    auto& kesl = given.install("linux");
    package(kesl, "kesl-gui");
    package(kesl, "kesl").packageState = PackageState::held;
    CHECK(given.answer().kept.front().code == ReasonCode::keptHeld);
    given.wishes.alsoRemove = {"linux"};
    CHECK(ids(given.plan())[1] == "remove:kesl");
    CHECK(hasReason(given.plan().steps[1].says, ReasonCode::heldByAdministrator));
}

TEST_CASE("a managed computer gets no plan, only whom to ask", "[planner]")
{
    Case given;
    msi(given.install("plus"), mainCode);
    given.managed = true;
    const auto answer = given.answer();
    CHECK_FALSE(answer.plan);
    CHECK(hasReason(answer.why, ReasonCode::planManaged));
}

TEST_CASE("what is only left behind is never uninstalled", "[planner]")
{
    Case given;
    auto& plus = given.install("plus");
    msi(plus, mainCode);
    plus.state = InstallationState::leftover;
    CHECK(given.answer().why == std::vector<Reason>{Reason{ReasonCode::planOnlyTraces, {}, {}}});
    given.installations.clear();
    CHECK(given.answer().why == std::vector<Reason>{Reason{ReasonCode::planNothingToRemove, {}, {}}});
}

TEST_CASE("a portable copy is moved to where it can be put back from", "[planner]")
{
    Case given;
    auto& tool = given.install("plus");
    tool.state = InstallationState::portable;
    MatchedEvidence file;
    file.shows = Shows::portable;
    file.evidence.kind = EvidenceKind::file;
    file.evidence.location = R"(C:\Users\ana\Downloads\tool.exe)";
    file.evidence.scope = Scope::user;
    tool.evidence = {file, file};
    const auto plan = given.plan();
    CHECK(ids(plan)
          == std::vector<std::string>{R"(remove:C:\Users\ana\Downloads\tool.exe)", "look-again", "review-leftovers"});
    CHECK(plan.steps[0].undo == Undo::possible);
    CHECK(plan.steps[0].rights == Rights::person);
    CHECK(productsRemovedBy(plan) == std::vector<std::string>{"plus"});
}

TEST_CASE("of the leftovers only those that were chosen become a plan", "[planner]")
{
    std::vector<Step> found(2);
    found[0].id = "leftover:a";
    found[0].action = MovePath{"/opt/a", true};
    found[1].id = "leftover:b";
    found[1].action = MovePath{"/opt/b", true};
    MachineInfo machine;
    const auto plan = planLeftovers(found, {"leftover:b", "leftover:c"}, machine, 7);
    REQUIRE(plan);
    CHECK(plan->kind == RemovalPlan::Kind::leftovers);
    CHECK(ids(*plan) == std::vector<std::string>{"leftover:b", "look-again"});
    CHECK_FALSE(planLeftovers(found, {}, machine, 7));
}
