#include "inventory/scanner.h"
#include "inventory/source.h"
#include "tests/support/fake_host.h"

#include <catch2/catch.hpp>

#include <set>
#include <stdexcept>
#include <utility>

using namespace offramp;

namespace {

constexpr std::string_view keslStatus = "Package: kesl\nStatus: install ok installed\nVersion: 11.3.0-7441\n\n";

const SourceReport* reportOf(const HostSnapshot& snapshot, SourceKind kind)
{
    for (const SourceReport& report : snapshot.reports) {
        if (report.source == kind) {
            return &report;
        }
    }
    return nullptr;
}

// A host whose ports break their promise.
class ThrowingHost final : public Host {
public:
    explicit ThrowingHost(const FakeHost& host) : m_host(host) {}

    [[nodiscard]] const MachineInfo& machine() const override { return m_host.machine(); }
    [[nodiscard]] const Files& files() const override { throw std::runtime_error("the port broke its promise"); }
    [[nodiscard]] const Registry& registry() const override { return m_host.registry(); }
    [[nodiscard]] const Processes& processes() const override { return m_host.processes(); }
    [[nodiscard]] const SecurityStatus& securityStatus() const override { return m_host.securityStatus(); }
    [[nodiscard]] const Clock& clock() const override { return m_host.clock(); }
    [[nodiscard]] Result<std::vector<std::string>> homeFolders() const override { return m_host.homeFolders(); }

private:
    const FakeHost& m_host;
};

}   // namespace

TEST_CASE("every kind of source is read on some system, once per system, and every system has essential ones")
{
    std::set<SourceKind> kinds;
    std::set<std::pair<OsFamily, SourceKind>> rows;
    std::set<OsFamily> systemsWithEssential;
    for (const Source& source : allSources()) {
        CHECK(source.read != nullptr);
        CHECK(rows.emplace(source.os, source.kind).second);
        kinds.insert(source.kind);
        if (source.weight == Weight::essential) {
            systemsWithEssential.insert(source.os);
        }
    }
    CHECK(kinds.size() == static_cast<std::size_t>(SourceKind::macExtensions) + 1);
    CHECK(systemsWithEssential.size() == 3);
}

TEST_CASE("a scan reads the sources of its system in order and keeps their weight")
{
    FakeHost host(OsFamily::linux);
    host.addFile("/var/lib/dpkg/status", std::string(keslStatus));
    std::vector<Progress> seen;
    const auto snapshot = scan(host, [&](const Progress& progress) { seen.push_back(progress); }, {});
    REQUIRE(snapshot);
    std::size_t index = 0;
    for (const Source& source : allSources()) {
        if (source.os != OsFamily::linux) {
            continue;
        }
        REQUIRE(index < snapshot->reports.size());
        CHECK(snapshot->reports[index].source == source.kind);
        CHECK(snapshot->reports[index].weight == source.weight);
        CHECK(seen[index].item == toString(source.kind));
        CHECK(seen[index].done == index);
        CHECK(seen[index].total == snapshot->reports.size());
        ++index;
    }
    CHECK(index == snapshot->reports.size());
    CHECK(seen.size() == index);
    CHECK(snapshot->machine.name == "fake");
    CHECK(snapshot->takenAt == host.clock().now());
    const SourceReport* const dpkg = reportOf(*snapshot, SourceKind::dpkg);
    REQUIRE(dpkg != nullptr);
    CHECK(dpkg->evidence.size() == 1);
    CHECK(snapshot->isConclusive());
}

TEST_CASE("a scan nobody watches works the same")
{
    CHECK(scan(FakeHost(OsFamily::macos), {}, {}));
    CHECK(scan(FakeHost(OsFamily::windows), {}, {}));
}

TEST_CASE("a stopped scan is cancelled, before it starts or on the way")
{
    FakeHost host(OsFamily::linux);
    std::stop_source before;
    before.request_stop();
    const auto never = scan(host, {}, before.get_token());
    REQUIRE_FALSE(never);
    CHECK(never.error().code == ErrorCode::cancelled);

    std::stop_source during;
    int steps = 0;
    const auto stopAtThird = [&](const Progress&) {
        if (++steps == 3) {
            during.request_stop();
        }
    };
    const auto partly = scan(host, stopAtThird, during.get_token());
    REQUIRE_FALSE(partly);
    CHECK(partly.error().code == ErrorCode::cancelled);
    CHECK(steps == 3);
}

TEST_CASE("a source that throws is a place that could not be read, and the scan is not conclusive")
{
    const FakeHost fake(OsFamily::linux);
    const ThrowingHost host(fake);
    const auto snapshot = scan(host, {}, {});
    REQUIRE(snapshot);
    const SourceReport* const dpkg = reportOf(*snapshot, SourceKind::dpkg);
    REQUIRE(dpkg != nullptr);
    CHECK(dpkg->coverage == Coverage::denied);
    CHECK(dpkg->weight == Weight::essential);
    CHECK_FALSE(dpkg->machinePartComplete);
    REQUIRE(dpkg->issues.size() == 1);
    CHECK(dpkg->issues.front().context == "the port broke its promise");
    CHECK_FALSE(snapshot->isConclusive());
}

TEST_CASE("a refused package database makes a Linux scan inconclusive")
{
    FakeHost host(OsFamily::linux);
    host.addFile("/var/lib/dpkg/status", std::string(keslStatus));
    host.deny("/var/lib/dpkg");
    const auto snapshot = scan(host, {}, {});
    REQUIRE(snapshot);
    CHECK_FALSE(snapshot->isConclusive());
}
