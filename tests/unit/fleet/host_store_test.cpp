#include "fleet/host_store.h"

#include "fleet/osquery_log.h"

#include <catch2/catch.hpp>

#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace offramp;
using namespace offramp::fleet;

namespace {

Evidence fullEvidence()
{
    Evidence evidence;
    evidence.kind = EvidenceKind::securityProduct;
    evidence.source = SourceKind::securityCenter;
    evidence.id = "{A}";
    evidence.name = std::string("zero\0inside", 11);
    evidence.version = "1";
    evidence.fileVersion = "2";
    evidence.publisher = "P";
    evidence.location = "C:\\K";
    evidence.readFrom = "programs";
    evidence.scope = Scope::user;
    evidence.account = "S-1";
    evidence.presence = Presence::absent;
    evidence.packageState = PackageState::held;
    evidence.hidden = true;
    evidence.wraps = "{B}";
    evidence.running = false;
    evidence.installedOn = Day{std::chrono::year{2026} / 11 / 23};
    evidence.uninstall = UninstallReference{UninstallReference::Kind::package, "kesl", true};
    evidence.security = SecurityState{SecurityState::Role::firewall, true, std::nullopt};
    VendorFacts facts;
    facts.databasesUpdatedAt = Instant{std::chrono::seconds{5}};
    facts.licenceDaysLeft = -3;
    facts.passwordProtected = true;
    facts.selfDefence = false;
    facts.managed = true;
    facts.edition = "Plus";
    facts.installedAt = Instant{std::chrono::seconds{7}};
    evidence.vendor = facts;
    return evidence;
}

std::string row(const std::string& host, const std::string& name, const std::string& action = "added")
{
    return R"({"name":"pack/it/programs","hostIdentifier":")" + host + R"(","columns":{"name":")" + name
           + R"("},"action":")" + action + "\"}\n";
}

using Names = std::map<std::string, std::vector<std::string>>;

// What is there on every computer of a log, read by one thread that keeps so few computers in memory.
struct ReadLog {
    explicit ReadLog(const std::string& log, std::size_t most) : store(most)
    {
        std::FILE* const stream = std::tmpfile();
        REQUIRE(stream != nullptr);
        REQUIRE(std::fwrite(log.data(), 1, log.size(), stream) == log.size());
        std::rewind(stream);
        Input input = Input::from(stream, "log");
        LogOptions options;
        options.threads = 1;
        options.block = 4096;
        options.store = &store;
        static_cast<void>(readOsqueryLog(input, nullptr, options, rows, faults, {}));
        static_cast<void>(std::fclose(stream));
        REQUIRE(store.forEach(rows, [&](HostRows& host) -> Result<void> {
            order.push_back(host.name);
            counted[host.name] = host.rows();
            for (const Evidence& evidence : host.settle()) {
                names[host.name].push_back(evidence.name);
            }
            return {};
        }));
    }

    HostStore store;
    FleetRows rows{nullptr};
    Faults faults;
    std::vector<std::string> order;
    std::map<std::string, std::uint64_t> counted;
    Names names;
};

std::string hostName(int number)
{
    return "desk-" + std::to_string(1000 + number);
}

}   // namespace

TEST_CASE("what is known of a computer is the same after it was written and read")
{
    HostRows host;
    host.name = "pc";
    host.system = OsFamily::macos;
    host.damaged = true;
    host.sawTable(Table::programs, Extent::whole);
    host.count(Table::programs);
    host.count(Table::processes);
    host.beginSnapshot({7, 2, {9, 1}});
    host.keep(Action::added, {7, 2, {10, 2}}, fullEvidence());
    std::string bytes;
    host.write(bytes);
    auto again = HostRows::read(bytes);
    REQUIRE(again);
    std::string second;
    again->write(second);
    CHECK(second == bytes);
    CHECK(again->name == "pc");
    CHECK(again->system == OsFamily::macos);
    CHECK(again->damaged);
    CHECK(again->table(Table::programs).whole);
    CHECK(again->rows() == 2);
    CHECK(again->settle() == std::vector<Evidence>{fullEvidence()});
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK_FALSE(HostRows::read(std::string_view(bytes).substr(0, size)));
    }
    CHECK_FALSE(HostRows::read(bytes + "x"));
}

TEST_CASE("computers whose rows stand together are put aside, and the answer is the same")
{
    std::string log;
    for (int host = 0; host < 200; ++host) {
        for (int program = 0; program < 40; ++program) {
            log += row(hostName(host), "program " + std::to_string(program));
        }
    }
    // Rows that come later: one undoes what was put aside, one adds to it.
    log += row(hostName(3), "program 5", "removed") + row(hostName(199), "late");
    const ReadLog aside(log, 4);
    const ReadLog kept(log, 100000);
    CHECK(aside.store.size() > 100);
    CHECK(aside.store.whyInMemory().empty());
    CHECK(kept.store.size() == 0);
    CHECK(aside.names == kept.names);
    CHECK(aside.counted == kept.counted);
    CHECK(aside.order == kept.order);
    CHECK(aside.order.size() == 200);
    CHECK(aside.names.at(hostName(3)).size() == 39);
    CHECK(aside.names.at(hostName(199)).back() == "late");
}

TEST_CASE("computers whose rows alternate stay in memory, and that is told")
{
    std::string log;
    for (int program = 0; program < 12; ++program) {
        for (int host = 0; host < 200; ++host) {
            log += row(hostName(host), "program " + std::to_string(program));
        }
    }
    const ReadLog read(log, 4);
    CHECK(read.store.whyInMemory() == "rows of many computers alternate");
    CHECK(read.store.size() < 100);
    CHECK(read.order.size() == 200);
    CHECK(read.names == ReadLog(log, 100000).names);
}
