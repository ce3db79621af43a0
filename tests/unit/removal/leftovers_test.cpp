#include "removal/leftovers.h"

#include "base/text.h"
#include "catalog/catalog_store.h"
#include "platform/platform.h"
#include "session/session.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

using namespace offramp;

namespace {

SourceLink readSomewhere()
{
    return {"https://example.com", "A page", "", Verification::read};
}

LeftoverRule rule(std::vector<EvidenceKind> kinds, LeftoverVerb verb, std::vector<std::string> ids,
                  std::vector<std::string> paths = {})
{
    LeftoverRule made;
    made.kinds = std::move(kinds);
    made.verb = verb;
    made.ids = std::move(ids);
    made.paths = std::move(paths);
    made.confidence = Confidence::certain;
    made.shared = SharedBy::vendor;
    made.because = ReasonCode::leftSettings;
    made.source = readSomewhere();
    return made;
}

Recipe recipeOf(const std::string& product, std::vector<std::string> kindOf, std::vector<LeftoverRule> rules)
{
    Recipe recipe;
    recipe.product = product;
    recipe.kindOf = std::move(kindOf);
    recipe.leftovers = std::move(rules);
    return recipe;
}

// A maker with an antivirus and a password manager.
RecipeBook makersBook()
{
    auto certificate = rule({EvidenceKind::rootCertificate}, LeftoverVerb::removeCertificate, {"aa*bb"});
    certificate.shared = SharedBy::antivirus;
    auto own = rule({EvidenceKind::folder}, LeftoverVerb::move, {}, {"*/maker/antivirus #"});
    own.shared = SharedBy::nobody;
    auto service = rule({EvidenceKind::service}, LeftoverVerb::removeService, {"makeravp"});
    service.shared = SharedBy::nobody;
    auto guess = rule({EvidenceKind::folder}, LeftoverVerb::move, {}, {"*/maker temp"});
    guess.source.verification = Verification::inferred;
    auto vault = rule({EvidenceKind::folder}, LeftoverVerb::explain, {}, {"*/maker/passwords*"});
    vault.shared = SharedBy::nobody;
    return RecipeBook(
        {recipeOf("maker", {},
                  {rule({EvidenceKind::folder}, LeftoverVerb::move, {}, {"*/maker"}),
                   rule({EvidenceKind::registryKey}, LeftoverVerb::removeKey, {"hklm/software/maker*"}),
                   rule({EvidenceKind::driver, EvidenceKind::classFilter}, LeftoverVerb::explain, {"makerdrv*"}),
                   rule({EvidenceKind::package}, LeftoverVerb::purgePackage, {"maker"}), std::move(certificate),
                   std::move(guess)}),
         recipeOf("antivirus", {"maker"}, {std::move(own), std::move(service)}),
         recipeOf("passwords", {"maker"}, {std::move(vault)})},
        {});
}

Evidence folderAt(const std::string& path)
{
    Evidence evidence;
    evidence.kind = EvidenceKind::folder;
    evidence.source = SourceKind::knownFolders;
    evidence.location = path;
    evidence.readFrom = path;
    evidence.presence = Presence::present;
    return evidence;
}

Evidence named(EvidenceKind kind, const std::string& id, const std::string& readFrom)
{
    Evidence evidence;
    evidence.kind = kind;
    evidence.source = SourceKind::windowsServices;
    evidence.id = id;
    evidence.readFrom = readFrom;
    return evidence;
}

struct Machine {
    HostSnapshot snapshot;
    std::vector<Installation> installations;

    Machine()
    {
        snapshot.machine.os = OsFamily::windows;
        SourceReport services;
        services.source = SourceKind::windowsServices;
        services.weight = Weight::essential;
        services.coverage = Coverage::complete;
        snapshot.reports.push_back(services);
        SourceReport programs;
        programs.source = SourceKind::windowsPrograms;
        programs.weight = Weight::essential;
        programs.coverage = Coverage::complete;
        snapshot.reports.push_back(programs);
    }

    Installation& add(const std::string& product, InstallationState state, ProductRole role)
    {
        Installation installation;
        installation.productId = product;
        installation.vendorId = "maker";
        installation.name = product;
        installation.state = state;
        installation.role = role;
        installations.push_back(installation);
        return installations.back();
    }

    void find(Installation& by, const Evidence& evidence, Confidence strength = Confidence::certain)
    {
        snapshot.reports.front().evidence.push_back(evidence);
        by.evidence.push_back({evidence, Shows::trace, strength, {ReasonCode::matchedPath, {}, {}}});
    }

    [[nodiscard]] std::vector<Leftover> leftovers() const
    {
        return findLeftovers(snapshot, installations, makersBook());
    }
};

const Leftover* at(const std::vector<Leftover>& all, const std::string& place)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Leftover& leftover) { return leftover.place == place; });
    return found == all.end() ? nullptr : &*found;
}

bool says(const Leftover& leftover, ReasonCode code)
{
    return std::any_of(leftover.reasons.begin(), leftover.reasons.end(),
                       [&](const Reason& reason) { return reason.code == code; });
}

}   // namespace

TEST_CASE("what is certain is ticked, what follows from a name is not, and deeper things go first")
{
    Machine machine;
    auto& gone = machine.add("maker", InstallationState::leftover, ProductRole::component);
    machine.find(gone, folderAt(R"(C:\ProgramData\Maker)"));
    machine.find(gone, folderAt(R"(C:\ProgramData\Maker\Antivirus 21.3)"));
    machine.find(gone, folderAt(R"(C:\Maker Temp)"));
    machine.find(gone, named(EvidenceKind::registryKey, "hklm/software/maker", R"(HKLM\SOFTWARE\Maker)"));
    machine.find(gone, named(EvidenceKind::registryKey, "hklm/software/maker/a", R"(HKLM\SOFTWARE\Maker\A)"));
    const auto all = machine.leftovers();
    REQUIRE(all.size() == 5);
    CHECK(all[0].place == R"(HKLM\SOFTWARE\Maker\A)");
    CHECK(all[1].place == R"(HKLM\SOFTWARE\Maker)");
    CHECK(all[2].place == R"(C:\ProgramData\Maker\Antivirus 21.3)");
    CHECK(all[2].product == "antivirus");
    REQUIRE(all[2].step);
    CHECK(std::get<MovePath>(all[2].step->action) == MovePath{R"(C:\ProgramData\Maker\Antivirus 21.3)", true});
    CHECK(all[2].step->undo == Undo::possible);
    CHECK(all[2].step->rights == Rights::administrator);
    CHECK(all[2].preselected);
    const auto* guess = at(all, R"(C:\Maker Temp)");
    REQUIRE(guess != nullptr);
    CHECK(guess->step);
    CHECK(guess->confidence == Confidence::likely);
    CHECK_FALSE(guess->preselected);
    CHECK(says(*guess, ReasonCode::leftoverNotConfirmed));
}

TEST_CASE("nothing is ticked when the check could not look everywhere that matters")
{
    Machine machine;
    machine.snapshot.reports.front().coverage = Coverage::denied;
    auto& gone = machine.add("maker", InstallationState::leftover, ProductRole::component);
    machine.find(gone, folderAt(R"(C:\ProgramData\Maker)"));
    const auto all = machine.leftovers();
    REQUIRE(all.size() == 1);
    CHECK(all[0].step);
    CHECK_FALSE(all[0].preselected);
}

TEST_CASE("what products share stays while one of them is there, and says so once something else is gone")
{
    Machine machine;
    auto& kept = machine.add("passwords", InstallationState::installed, ProductRole::passwordManager);
    machine.find(kept, folderAt(R"(C:\ProgramData\Maker)"));
    machine.find(kept, named(EvidenceKind::rootCertificate, "AA11BB", R"(HKLM\…\ROOT\AA11BB)"));
    machine.find(kept, folderAt(R"(C:\ProgramData\Maker\Antivirus 21.3)"));
    machine.find(kept, folderAt(R"(C:\ProgramData\Maker\Passwords 9)"));
    const auto all = machine.leftovers();
    const auto* shared = at(all, R"(C:\ProgramData\Maker)");
    REQUIRE(shared != nullptr);
    CHECK_FALSE(shared->step);
    CHECK(says(*shared, ReasonCode::leftoverStaysFor));
    // No antivirus is left that would need the certificate, and the antivirus's own folder is nobody else's.
    CHECK(at(all, R"(HKLM\…\ROOT\AA11BB)")->preselected);
    CHECK(at(all, R"(C:\ProgramData\Maker\Antivirus 21.3)")->preselected);
    CHECK(at(all, R"(C:\ProgramData\Maker\Passwords 9)") == nullptr);   // its own, not left behind
}

TEST_CASE("a machine whose products are all there has nothing left behind")
{
    Machine machine;
    auto& there = machine.add("antivirus", InstallationState::installed, ProductRole::antivirus);
    machine.find(there, folderAt(R"(C:\ProgramData\Maker)"));
    machine.find(there, folderAt(R"(C:\ProgramData\Maker\Antivirus 21.3)"));
    machine.find(there, named(EvidenceKind::rootCertificate, "AA11BB", R"(HKLM\…\ROOT\AA11BB)"));
    CHECK(machine.leftovers().empty());
}

TEST_CASE("a service is offered only when its program is known to be gone")
{
    Machine machine;
    auto& gone = machine.add("antivirus", InstallationState::leftover, ProductRole::antivirus);
    auto service = named(EvidenceKind::service, "MakerAvp", R"(HKLM\SYSTEM\CurrentControlSet\Services\MakerAvp)");
    for (const auto presence : {Presence::absent, Presence::present, Presence::unknown}) {
        gone.evidence.clear();
        service.presence = presence;
        machine.find(gone, service);
        const auto all = machine.leftovers();
        REQUIRE(all.size() == 1);
        CHECK(all[0].step.has_value() == (presence == Presence::absent));
        CHECK(says(all[0], ReasonCode::leftoverProgramThere) == (presence == Presence::present));
        CHECK(says(all[0], ReasonCode::leftoverProgramUnknown) == (presence == Presence::unknown));
    }
}

TEST_CASE("drivers and filters are judged and never offered")
{
    Machine machine;
    auto& gone = machine.add("maker", InstallationState::leftover, ProductRole::component);
    auto driver = named(EvidenceKind::driver, "makerdrv", R"(HKLM\SYSTEM\CurrentControlSet\Services\makerdrv)");
    const auto filter = named(EvidenceKind::classFilter, "makerdrv", R"(HKLM\…\Class\{4d36e96b}\UpperFilters)");
    struct Case {
        std::optional<Presence> driverFile;   // none: no such driver at all
        ReasonCode verdict;
    };
    for (const auto& [driverFile, verdict] : {Case{Presence::present, ReasonCode::leftoverFilterWhole},
                                              Case{Presence::absent, ReasonCode::leftoverFilterBroken},
                                              Case{Presence::unknown, ReasonCode::leftoverFilterUnknown},
                                              Case{std::nullopt, ReasonCode::leftoverFilterBroken}}) {
        Machine one = machine;
        auto& by = one.installations.front();
        if (driverFile) {
            driver.presence = *driverFile;
            one.find(by, driver);
        }
        one.find(by, filter);
        const auto all = one.leftovers();
        const auto* judged = at(all, filter.readFrom);
        REQUIRE(judged != nullptr);
        CHECK(says(*judged, verdict));
        for (const Leftover& leftover : all) {
            CHECK_FALSE(leftover.step);
            CHECK_FALSE(leftover.preselected);
        }
    }
    // Without a complete list of drivers a missing entry proves nothing.
    Machine refused = machine;
    refused.snapshot.reports.front().coverage = Coverage::partial;
    refused.find(refused.installations.front(), filter);
    CHECK(says(refused.leftovers().front(), ReasonCode::leftoverFilterUnknown));
    static_cast<void>(gone);
}

TEST_CASE("a folder that holds a driver's file or a vault is left where it is")
{
    Machine machine;
    auto& gone = machine.add("maker", InstallationState::leftover, ProductRole::component);
    machine.find(gone, folderAt(R"(C:\ProgramData\Maker)"));
    machine.find(gone, folderAt(R"(C:\ProgramData\Maker\Antivirus 21.3)"));
    machine.find(gone, folderAt(R"(C:\Users\ana\AppData\Maker)"));
    machine.find(gone, folderAt(R"(C:\Users\ana\AppData\Maker\Passwords 9)"));
    auto driver = named(EvidenceKind::driver, "otherdrv", "HKLM");
    driver.location = R"(\??\C:\ProgramData\Maker\Antivirus 21.3\Bases\otherdrv.sys)";
    driver.presence = Presence::present;
    machine.snapshot.reports.front().evidence.push_back(driver);
    auto all = machine.leftovers();
    for (const auto* place : {R"(C:\ProgramData\Maker)", R"(C:\ProgramData\Maker\Antivirus 21.3)",
                              R"(C:\Users\ana\AppData\Maker)", R"(C:\Users\ana\AppData\Maker\Passwords 9)"}) {
        const auto* held = at(all, place);
        REQUIRE(held != nullptr);
        CHECK_FALSE(held->step);
    }
    CHECK(says(*at(all, R"(C:\ProgramData\Maker)"), ReasonCode::leftoverHolds));
    CHECK(says(*at(all, R"(C:\Users\ana\AppData\Maker)"), ReasonCode::leftoverHolds));
    // A driver whose file is gone holds nothing back.
    machine.snapshot.reports.front().evidence.back().presence = Presence::absent;
    all = machine.leftovers();
    CHECK(at(all, R"(C:\ProgramData\Maker\Antivirus 21.3)")->step);
}

TEST_CASE("only places of this computer that are written plainly are ever moved")
{
    for (const auto* path : {R"(\\server\share\Maker)", R"(Maker)", R"(C:Maker)", R"(%ProgramData%\Maker)",
                             R"(C:\Program Files\..\Maker)", "//server/Maker", R"(C:\*\Maker)"}) {
        INFO(path);
        Machine machine;
        auto& gone = machine.add("maker", InstallationState::leftover, ProductRole::component);
        machine.find(gone, folderAt(path));
        for (const Leftover& leftover : machine.leftovers()) {
            CHECK_FALSE(leftover.step);
        }
    }
}

TEST_CASE("settings of a removed package are purged, an installed package is not left behind")
{
    Machine machine;
    auto& gone = machine.add("maker", InstallationState::leftover, ProductRole::component);
    auto package = named(EvidenceKind::package, "maker", "/var/lib/dpkg/status");
    package.source = SourceKind::dpkg;
    package.packageState = PackageState::configFiles;
    machine.find(gone, package);
    auto all = machine.leftovers();
    REQUIRE(all.size() == 1);
    CHECK(std::get<PurgePackage>(all[0].step->action).package == "maker");
    CHECK(all[0].step->undo == Undo::impossible);
    CHECK_FALSE(says(all[0], ReasonCode::leftoverMoved));
    gone.evidence.front().evidence.packageState = PackageState::installed;
    CHECK(machine.leftovers().empty());
}

TEST_CASE("the plan holds what was chosen, in its order, and refuses what is only shown")
{
    Machine machine;
    auto& gone = machine.add("maker", InstallationState::leftover, ProductRole::component);
    machine.find(gone, folderAt(R"(C:\ProgramData\Maker)"));
    machine.find(gone, folderAt(R"(C:\ProgramData\Maker\Antivirus 21.3)"));
    machine.find(gone, named(EvidenceKind::driver, "makerdrv", "HKLM"));
    const auto all = machine.leftovers();
    REQUIRE(all.size() == 3);
    const auto plan = leftoversPlan(all, {all[1].id, all[0].id}, machine.snapshot.machine, 7);
    REQUIRE(plan);
    CHECK(plan->kind == RemovalPlan::Kind::leftovers);
    CHECK(plan->catalogSerial == 7);
    REQUIRE(plan->steps.size() == 2);
    CHECK(plan->steps[0] == *all[0].step);
    CHECK(plan->steps[1] == *all[1].step);
    CHECK(leftoversPlan(all, {all[2].id}, {}, 7).error().code == ErrorCode::unsupported);
    CHECK(leftoversPlan(all, {"leftover:move:c:/windows"}, {}, 7).error().code == ErrorCode::notFound);
    CHECK(leftoversPlan(all, {}, {}, 7)->steps.empty());
}

// --- every recorded machine

namespace {

struct Recorded {
    std::string name;
    CheckResult result;
    std::vector<Leftover> leftovers;
};

const std::vector<Recorded>& everyMachine()
{
    static const std::vector<Recorded> machines = [] {
        std::vector<Recorded> all;
        const auto catalog = loadCatalog(OFFRAMP_CATALOG_DB);
        REQUIRE(catalog);
        for (const auto& entry : std::filesystem::directory_iterator(OFFRAMP_MACHINES_DIR)) {
            auto host = openRecordedHost(entry.path());
            REQUIRE(host);
            auto result = check(**host, *catalog, {}, {}, {});
            REQUIRE(result);
            const RecipeBook book(catalog->recipes, result->products);
            auto leftovers = findLeftovers(result->snapshot, result->installations, book);
            all.push_back({entry.path().filename().string(), std::move(*result), std::move(leftovers)});
        }
        return all;
    }();
    return machines;
}

// Where the map may lead: folders and keys that bear the maker's or the product's name, and single things of its.
bool isTheirs(const std::string& place)
{
    const auto folded = text::foldPath(place);
    for (const auto* word : {"kaspersky", "ultraav", "auappfirewall", "aufirewall", "ahkjpbeeocnddjkakilopmfdlnjdpcdm",
                             "ddoleachckhhdmhpbkddgechjfhnphpe", "mcobjbefejmnadahpjbfibgkgchhmjke"}) {
        if (folded.find(word) != std::string::npos) {
            return true;
        }
    }
    return false;
}

}   // namespace

TEST_CASE("no recorded machine without these products is told that something was left behind")
{
    std::size_t clean = 0;
    for (const auto& [name, result, leftovers] : everyMachine()) {
        INFO(name);
        if (result.installations.empty()) {
            ++clean;
            CHECK(leftovers.empty());
        }
    }
    CHECK(clean > 20);
}

TEST_CASE("whatever is offered on a recorded machine lies in the makers' own places")
{
    std::size_t offered = 0;
    std::size_t machines = 0;
    for (const auto& [name, result, leftovers] : everyMachine()) {
        machines += leftovers.empty() ? 0 : 1;
        std::set<std::string> ids;
        for (const Leftover& leftover : leftovers) {
            INFO(name << ": " << leftover.id);
            CHECK(ids.insert(leftover.id).second);
            CHECK_FALSE(leftover.reasons.empty());
            if (!leftover.step) {
                CHECK_FALSE(leftover.preselected);
                continue;
            }
            ++offered;
            const auto& action = leftover.step->action;
            CHECK(leftover.kind != EvidenceKind::driver);
            CHECK(leftover.kind != EvidenceKind::classFilter);
            if (const auto* move = std::get_if<MovePath>(&action)) {
                CHECK(isTheirs(move->path));
            } else if (const auto* key = std::get_if<RemoveRegistryKey>(&action)) {
                CHECK(isTheirs(key->key));
            } else if (const auto* certificate = std::get_if<RemoveCertificate>(&action)) {
                CHECK(text::fold(leftover.subject).find("kaspersky") != std::string::npos);
                CHECK(certificate->thumbprint.size() == 40);
            }
            if (leftover.preselected) {
                CHECK(mayDecide(leftover.source.verification));
                CHECK(result.snapshot.isConclusive());
            }
        }
    }
    CHECK(machines > 20);
    CHECK(offered > 30);
}

TEST_CASE("a recorded machine on which everything is installed is told of nothing left behind")
{
    std::size_t installed = 0;
    for (const auto& [name, result, leftovers] : everyMachine()) {
        const bool allThere = !result.installations.empty()
                              && std::all_of(result.installations.begin(), result.installations.end(),
                                             [](const Installation& one) { return mayStillWork(one); });
        if (!allThere || result.installations.size() > 1) {
            continue;
        }
        INFO(name);
        ++installed;
        for (const Leftover& leftover : leftovers) {
            // Another product of the maker may have been here before; its own things are not this one's.
            CHECK(leftover.product != result.installations.front().productId);
        }
    }
    CHECK(installed > 20);
}

TEST_CASE("a machine with seven things left behind is told what to do with each")
{
    const auto& machines = everyMachine();
    const auto found = std::find_if(machines.begin(), machines.end(),
                                    [](const Recorded& machine) { return machine.name == "traces-seven-things"; });
    REQUIRE(found != machines.end());
    const auto& all = found->leftovers;
    const auto* certificate =
        at(all,
           R"(HKLM\SOFTWARE\Microsoft\SystemCertificates\ROOT\Certificates\186A6AF4C08EED5C8C2A7FB54B90973593426640)");
    REQUIRE(certificate != nullptr);
    CHECK(certificate->preselected);
    const auto* extension =
        at(all,
           R"(C:\Users\ana\AppData\Local\Google\Chrome\User Data\Default\Extensions\ahkjpbeeocnddjkakilopmfdlnjdpcdm)");
    REQUIRE(extension != nullptr);
    CHECK(extension->preselected);
    // A driver of a folder beside it is registered and its file is there.
    const auto* data = at(all, R"(C:\ProgramData\Kaspersky Lab\AVP21.3)");
    REQUIRE(data != nullptr);
    CHECK_FALSE(data->step);
    CHECK(says(*data, ReasonCode::leftoverHolds));
}
