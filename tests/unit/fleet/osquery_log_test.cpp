#include "fleet/osquery_log.h"

#include "fleet/osquery_record.h"

#include <catch2/catch.hpp>

#include <cstdio>
#include <string>
#include <tuple>

using namespace offramp;
using namespace offramp::fleet;

namespace {

// A log as standard input, read by so many threads in so large pieces.
struct Log {
    explicit Log(const std::string& text, unsigned threads = 1, std::size_t block = 64) : rows(nullptr)
    {
        std::FILE* file = std::tmpfile();
        std::fwrite(text.data(), 1, text.size(), file);
        std::rewind(file);
        Input input = Input::from(file, "log");
        counts = readOsqueryLog(input, nullptr, {threads, block, 0}, rows, faults, {});
        std::fclose(file);
        faults.settle();
    }
    std::vector<Evidence> of(const std::string& host) { return rows.host(host).settle(); }

    FleetRows rows;
    Faults faults;
    ReadCounts counts;
};

std::string added(const std::string& name, const std::string& more = "", const std::string& action = "added")
{
    return R"({"name":"pack/it/programs","hostIdentifier":"pc","action":")" + action + R"(",)" + more
           + R"("columns":{"name":")" + name + R"(","version":"1"}})" + "\n";
}

}   // namespace

TEST_CASE("a removed row undoes the added one, wherever it stands in between")
{
    Log log(added("A") + added("B")
            + R"({"name":"programs","hostIdentifier":"other","action":"added","columns":{"name":"A"}})" + "\n"
            + added("A", "", "removed"));
    const auto there = log.of("pc");
    REQUIRE(there.size() == 1);
    CHECK(there.front().name == "B");
    CHECK(log.of("other").size() == 1);
    CHECK(log.faults.count() == 0);
}

TEST_CASE("what was recorded later counts, even if it stands earlier in the log")
{
    Log log(added("A", R"("unixTime":20,)", "removed") + added("A", R"("unixTime":"10",)"));
    CHECK(log.of("pc").empty());
}

TEST_CASE("a later snapshot replaces an earlier one of the same query only")
{
    const auto snapshot = [](const std::string& query, const std::string& time, const std::string& rows) {
        return R"({"action":"snapshot","name":")" + query + R"(","host_identifier":"pc","unixTime":)" + time
               + R"(,"snapshot":[)" + rows + "]}\n";
    };
    Log log(snapshot("programs", "1", R"({"name":"A"},{"name":"B"})") + snapshot("programs", "2", R"({"name":"B"})")
            + snapshot("services", "1", R"({"name":"S","start_type":"AUTO_START"})"));
    const auto there = log.of("pc");
    REQUIRE(there.size() == 2);
    CHECK(there[0].id + there[0].name + there[1].id + there[1].name == "SB");
    CHECK(log.rows.host("pc").table(Table::programs).whole);
}

TEST_CASE("a batch adds and removes, and numbers may be texts")
{
    Log log(
        R"({"name":"programs","hostname":"pc","unixTime":"5","epoch":"0","counter":"0","diffResults":{"added":[{"name":"A","version":2},{"name":"B"}],"removed":""}})"
        "\n"
        R"({"name":"programs","hostname":"pc","unixTime":"6","epoch":"0","counter":"1","diffResults":{"added":[],"removed":[{"name":"B"}]}})"
        "\n");
    const auto there = log.of("pc");
    REQUIRE(there.size() == 1);
    CHECK(there.front().version == "2");
    CHECK(log.rows.host("pc").table(Table::programs).whole);
}

TEST_CASE("a new epoch begins the table anew")
{
    Log log(added("A", R"("epoch":1,"unixTime":1,)") + added("B", R"("epoch":2,"unixTime":2,)"));
    const auto there = log.of("pc");
    REQUIRE(there.size() == 1);
    CHECK(there.front().name == "B");
}

TEST_CASE("a log that begins after the first result is no complete list")
{
    Log later(added("A", R"("counter":7,)"));
    CHECK(later.rows.host("pc").table(Table::programs).seen);
    CHECK_FALSE(later.rows.host("pc").table(Table::programs).whole);
    Log first(added("A", R"("counter":"0",)"));
    CHECK(first.rows.host("pc").table(Table::programs).whole);
}

TEST_CASE("a broken line is counted, located and skipped, and its computer is known to be incomplete")
{
    const std::string broken = R"({"name":"programs","hostIdentifier":"hurt","action":"added","columns":{"name":"Kas)";
    const std::string text = "\xEF\xBB\xBF" + added("A") + "\r\n" + broken + "\n" + added("B") + "{\"a\":1}\nnoise\n"
                             + R"({"severity":0,"filename":"x.cpp","line":"1","message":"m"})" + "\n";
    for (const unsigned threads : {1U, 3U}) {
        Log log(text, threads);
        CHECK(log.of("pc").size() == 2);
        CHECK(log.rows.host("hurt").damaged);
        CHECK_FALSE(log.rows.host("pc").damaged);
        REQUIRE(log.faults.count() == 3);
        CHECK(log.faults.located()[0].line == 3);
        CHECK(log.faults.located()[1].line == 5);
        CHECK(log.faults.located()[2].line == 6);
        CHECK(log.faults.located()[0].file == "log");
    }
}

TEST_CASE("a line that repeats another in everything but a row is not taken for valid unless its row was read before")
{
    // A sieve that lets nothing pass, so every row is one no rule asks about.
    const RowSieve sieve(AnchorTable{});
    const auto read = [&](const std::string& text) {
        std::FILE* file = std::tmpfile();
        std::fwrite(text.data(), 1, text.size(), file);
        std::rewind(file);
        Input input = Input::from(file, "log");
        FleetRows rows(&sieve);
        Faults faults;
        const ReadCounts counts = readOsqueryLog(input, &sieve, {1, 1U << 16U, 0}, rows, faults, {});
        std::fclose(file);
        return std::tuple(counts.records, faults.count(), rows.host("pc").table(Table::programs).rows);
    };
    const std::string line = added("A");
    std::string broken = line;
    broken.replace(broken.find(R"("version")"), 9, R"("version)");
    CHECK(read(line + line + added("B") + line + added("B")) == std::tuple(5U, 0U, 5U));
    CHECK(read(line + broken + line) == std::tuple(2U, 1U, 2U));
    CHECK(read(broken + line + broken + line) == std::tuple(2U, 2U, 2U));
    // A row of another table is another row.
    const std::string service =
        R"({"name":"services","hostIdentifier":"pc","action":"added","columns":{"name":"A","version":"1"}})"
        "\n";
    CHECK(read(line + service + line + service) == std::tuple(4U, 0U, 2U));
    // A date of installation in digits may be any, but nothing else about it: not a letter, not a missing quote.
    const auto dated = [](const std::string& date) {
        return R"({"name":"programs","hostIdentifier":"pc","action":"added","columns":{"name":"A","install_date":)"
               + date + R"(,"version":"1"}})" + "\n";
    };
    const std::string first = dated(R"("20240131")");
    CHECK(read(first + dated(R"("20251231")") + dated(R"("")") + first) == std::tuple(4U, 0U, 4U));
    CHECK(read(first + dated(R"("20251231)") + dated(R"(20251231")") + first) == std::tuple(2U, 2U, 2U));
    CHECK(read(first + dated(R"("20\x")") + dated(R"("2024"01")") + first) == std::tuple(2U, 2U, 2U));
}

TEST_CASE("a program is found whatever its date of installation, after others of that date")
{
    const auto program = [](const std::string& host, const std::string& name, const std::string& date) {
        return R"({"name":"programs","hostIdentifier":")" + host + R"(","action":"added","columns":{"name":")" + name
               + R"(","install_date":")" + date + R"("}})" + "\n";
    };
    // Only the name "K" may matter.
    AnchorTable table;
    const auto kind = static_cast<std::size_t>(EvidenceKind::program);
    const auto field = static_cast<std::size_t>(AnchorField::name);
    table.shapes[kind][field] = ~AnchorShapes{0};
    forEachAnchor(AnchorField::name, "k", table.shapes[kind][field],
                  [&](std::uint64_t anchor) { table.anchors.push_back(anchor); });
    const RowSieve sieve(table);
    std::string text;
    for (const std::string date : {"20240101", "20250101", ""}) {
        for (const std::string host : {"one", "two"}) {
            text += program(host, "A", date) + program(host, "K", date);
        }
    }
    std::FILE* file = std::tmpfile();
    std::fwrite(text.data(), 1, text.size(), file);
    std::rewind(file);
    Input input = Input::from(file, "log");
    FleetRows rows(&sieve);
    Faults faults;
    static_cast<void>(readOsqueryLog(input, &sieve, {1, 1U << 16U, 0}, rows, faults, {}));
    std::fclose(file);
    for (const std::string host : {"one", "two"}) {
        CHECK(rows.host(host).table(Table::programs).rows == 6);
        const auto kept = rows.host(host).settle();
        REQUIRE(kept.size() == 3);   // of three dates
        CHECK(kept.front().name == "K");
    }
}

TEST_CASE("lines keep their order and number over any split into blocks and threads")
{
    std::string text;
    for (int index = 0; index < 500; ++index) {
        text += added("P" + std::to_string(index));
        text += index % 2 == 0 ? added("P" + std::to_string(index), "", "removed") : "";
    }
    text += "broken\n";
    for (const std::size_t block : {16U, 1000U, 1U << 20U}) {
        for (const unsigned threads : {1U, 4U}) {
            Log log(text, threads, block);
            CHECK(log.of("pc").size() == 250);
            CHECK(log.counts.records == 750);
            REQUIRE(log.faults.count() == 1);
            CHECK(log.faults.located().front().line == 751);
        }
    }
}

TEST_CASE("records over several lines and lists of records are read too")
{
    const std::string pretty =
        "[\n  {\n    \"name\": \"programs\",\n    \"hostIdentifier\": \"pc\",\n    \"action\": \"added\",\n"
        "    \"columns\": {\n      \"name\": \"A\"\n    }\n  },\n  {\"a\": 1}\n]\n";
    FleetRows rows(nullptr);
    Faults faults;
    const ReadCounts counts = readOsqueryText(pretty, "list", {}, rows, faults);
    CHECK(counts.records == 1);
    CHECK(rows.host("pc").settle().size() == 1);
    CHECK(faults.count() == 1);
}

TEST_CASE("the table is known by the query's name, or else by the columns")
{
    CHECK(tableOfQuery("pack/windows-it/programs") == Table::programs);
    CHECK(tableOfQuery("pack_it_deb_packages") == Table::debPackages);
    CHECK(tableOfQuery("installed_programs") == Table::programs);
    CHECK(tableOfQuery("windows_security_products_snapshot") == Table::securityProducts);
    CHECK(tableOfQuery("launchd_overrides") == std::nullopt);
    CHECK(tableOfQuery("webapps") == std::nullopt);
    Log log(
        R"({"name":"q1","hostIdentifier":"pc","action":"added","columns":{"name":"AVP21.3","display_name":"K","start_type":"AUTO_START","path":"C:\\a.exe"}})"
        "\n");
    const auto there = log.of("pc");
    REQUIRE(there.size() == 1);
    CHECK(there.front().kind == EvidenceKind::service);
    CHECK(there.front().id == "AVP21.3");
}
