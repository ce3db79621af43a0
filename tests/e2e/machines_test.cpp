// Every recorded machine in tests/machines is checked from its bytes to the verdict and compared with expected.json,
// which says what a careful person would say of it. Folders are discovered, so a new machine needs no line here.
#include "base/calendar.h"
#include "catalog/catalog_store.h"
#include "platform/platform.h"
#include "session/boot_safety.h"
#include "session/session.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

namespace {

using namespace offramp;
using nlohmann::json;
namespace fs = std::filesystem;

const Catalog& usable(const Result<Catalog>& catalog)
{
    if (!catalog) {
        throw std::runtime_error(describe(catalog.error()));
    }
    return *catalog;
}

// As the programs use it: products are looked up when evidence asks for them.
const Catalog& catalog()
{
    static const Result<Catalog> opened = openCatalog(OFFRAMP_CATALOG_DB);
    return usable(opened);
}

// Every product in memory.
const Catalog& wholeCatalog()
{
    static const Result<Catalog> loaded = loadCatalog(OFFRAMP_CATALOG_DB);
    return usable(loaded);
}

// Folders below tests/machines, in the order of their names.
std::vector<fs::path> machineFolders()
{
    std::vector<fs::path> folders;
    for (const fs::directory_entry& entry : fs::directory_iterator(OFFRAMP_MACHINES_DIR)) {
        if (entry.is_directory()) {
            folders.push_back(entry.path());
        }
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

json readJson(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        throw std::runtime_error("cannot open " + file.string());
    }
    return json::parse(stream);
}

// A day stands for noon in Washington, far from every midnight.
Instant noonInWashington(const std::string& text)
{
    const Result<Day> day = parseDay(text);
    if (!day) {
        throw std::runtime_error("asOf is not a day: " + text);
    }
    return startOfDay(easternZone(), *day) + std::chrono::hours(12);
}

Result<CheckResult> checkFolder(const fs::path& folder, const json& expected, const Catalog& with = catalog())
{
    const Result<std::unique_ptr<Host>> host = openRecordedHost(folder);
    if (!host) {
        return tl::unexpected(host.error());
    }
    CheckOptions options;
    const std::optional<Person> person = personFromString(expected.value("person", "us"));
    if (!person) {
        throw std::runtime_error("person is not one we know");
    }
    options.person = *person;
    options.asOf = noonInWashington(expected.value("asOf", "2026-11-23"));
    return check(**host, with, options, {}, {});
}

std::string asWord(const std::optional<bool>& answer)
{
    return answer ? (*answer ? "true" : "false") : "";
}

// What was found, by the words expected.json uses.
std::map<std::string, std::string> wordsOf(const CheckResult& result, std::size_t index)
{
    const Installation& installation = result.installations[index];
    const VendorFacts& facts = installation.facts;
    std::map<std::string, std::string> words{
        {"state", std::string(toString(installation.state))},
        {"version", installation.version},
        {"edition", installation.edition},
        {"confidence", std::string(toString(installation.confidence))},
        {"installedOn", installation.installedOn ? toString(*installation.installedOn) : ""},
        {"passwordProtected", asWord(facts.passwordProtected)},
        {"selfDefence", asWord(facts.selfDefence)},
        {"licenceDaysLeft", facts.licenceDaysLeft ? std::to_string(*facts.licenceDaysLeft) : ""},
        {"databasesUpdatedOn",
         facts.databasesUpdatedAt ? toString(dayIn(easternZone(), *facts.databasesUpdatedAt)) : ""},
    };
    for (const Assessment& assessment : result.assessment.assessments) {
        if (assessment.installation == index) {
            words["status"] = toString(assessment.status);
            words["daysSince"] = assessment.daysSince ? std::to_string(*assessment.daysSince) : "";
            words["gotUpdatesAfterwards"] = asWord(assessment.gotUpdatesAfterwards);
        }
    }
    return words;
}

// Everything found, for the reader of a failure and for comparing two runs.
std::string summary(const CheckResult& result)
{
    std::ostringstream text;
    text << "found: " << toString(result.assessment.verdict) << (result.assessment.managed ? ", managed" : "") << '\n';
    for (std::size_t index = 0; index < result.installations.size(); ++index) {
        const Installation& installation = result.installations[index];
        text << "  " << installation.productId << " \"" << installation.name << '"';
        for (const auto& [field, word] : wordsOf(result, index)) {
            text << (word.empty() ? "" : " " + field + '=' + word);
        }
        text << '\n';
        for (const MatchedEvidence& matched : installation.evidence) {
            text << "      " << toString(matched.shows) << ' ' << toString(matched.strength) << ' '
                 << toString(matched.evidence.kind) << " id=" << matched.evidence.id
                 << " name=" << matched.evidence.name << " at=" << matched.evidence.location
                 << " presence=" << toString(matched.evidence.presence) << '\n';
        }
    }
    for (const SourceReport& report : result.snapshot.reports) {
        text << "  " << toString(report.source) << ": " << toString(report.coverage)
             << (report.weight == Weight::essential ? " (essential)" : "") << ", " << report.examined << " examined";
        if (!report.issues.empty()) {
            text << ", first issue: " << describe(report.issues.front());
        }
        text << '\n';
    }
    return text.str();
}

struct Score {
    std::size_t right = 0;      // found and expected
    std::size_t invented = 0;   // found, not expected
    std::size_t missed = 0;     // expected, not found
};

std::string asWord(const json& value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

void compareFields(const json& wanted, const std::map<std::string, std::string>& found, std::vector<std::string>& lines)
{
    for (const auto& [field, value] : wanted.items()) {
        if (field == "product") {
            continue;
        }
        const auto word = found.find(field);
        if (word == found.end()) {
            lines.push_back(wanted.at("product").get<std::string>() + ": \"" + field
                            + "\" is no field of an installation");
        } else if (word->second != asWord(value)) {
            lines.push_back(wanted.at("product").get<std::string>() + ": " + field + " should be " + asWord(value)
                            + ", is " + (word->second.empty() ? "empty" : word->second));
        }
    }
}

// Differences between what was found and what a careful person would say; empty when there is none.
std::vector<std::string> differences(const CheckResult& result, const json& expected, Score& score)
{
    std::vector<std::string> lines;
    const auto compare = [&](const std::string& what, const std::string& wanted, std::string_view found) {
        if (wanted != found) {
            lines.push_back(what + " should be " + wanted + ", is " + std::string(found));
        }
    };
    compare("verdict", expected.at("verdict"), toString(result.assessment.verdict));
    if (expected.contains("managed")) {
        compare("managed", expected.at("managed").get<bool>() ? "yes" : "no", result.assessment.managed ? "yes" : "no");
    }

    std::vector<bool> used(result.installations.size(), false);
    for (const json& wanted : expected.at("installations")) {
        const std::string product = wanted.at("product");
        std::size_t index = 0;
        while (index < used.size() && (used[index] || result.installations[index].productId != product)) {
            ++index;
        }
        if (index == used.size()) {
            lines.push_back("missed: " + product);
            ++score.missed;
            continue;
        }
        used[index] = true;
        ++score.right;
        compareFields(wanted, wordsOf(result, index), lines);
    }
    for (std::size_t index = 0; index < used.size(); ++index) {
        if (!used[index]) {
            lines.push_back("not there: " + result.installations[index].productId);
            ++score.invented;
        }
    }

    const json coverages = expected.value("coverage", json::object());
    for (const auto& [source, coverage] : coverages.items()) {
        const auto report = std::find_if(
            result.snapshot.reports.begin(), result.snapshot.reports.end(),
            [&name = source](const SourceReport& candidate) { return toString(candidate.source) == name; });
        const bool read = report != result.snapshot.reports.end();
        compare("coverage of " + source, coverage, read ? toString(report->coverage) : "no report");
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) {
        text += "  " + line + '\n';
    }
    return text;
}

// A copy of a recording that is gone when the test ends.
class Copy {
public:
    explicit Copy(const fs::path& folder)
        : m_folder(fs::temp_directory_path() / ("offramp-machine-" + folder.filename().string()))
    {
        fs::remove_all(m_folder);
        fs::copy(folder, m_folder, fs::copy_options::recursive);
    }
    ~Copy()
    {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;

    void deny(const std::vector<std::string>& places) const
    {
        json machine = readJson(m_folder / "machine.json");
        machine["denied"] = places;
        std::ofstream(m_folder / "machine.json") << machine.dump();
    }
    [[nodiscard]] const fs::path& folder() const { return m_folder; }

private:
    fs::path m_folder;
};

// The places without which nothing can be said of a system; each entry is refused as a whole.
std::vector<std::vector<std::string>> essentialPlaces(const fs::path& folder)
{
    const std::string os = readJson(folder / "machine.json").at("os");
    if (os == "windows") {
        return {{R"(HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall)"},
                {R"(HKLM\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall)"},
                {R"(HKLM\SYSTEM\CurrentControlSet\Services)"}};
    }
    if (os == "macos") {
        return {{"/Applications"}, {"/Library/LaunchDaemons"}};
    }
    std::vector<std::vector<std::string>> places{{"/opt"}, {"/etc/systemd", "/lib/systemd", "/usr/lib/systemd"}};
    if (fs::exists(folder / "files/var/lib/dpkg/status")) {
        places.push_back({"/var/lib/dpkg/status"});
    }
    return places;
}

}   // namespace

TEST_CASE("every recorded machine is judged as a careful person would judge it")
{
    for (const fs::path& folder : machineFolders()) {
        DYNAMIC_SECTION(folder.filename().string())
        {
            const json expected = readJson(folder / "expected.json");
            REQUIRE_FALSE(expected.at("why").get<std::string>().empty());
            const Result<CheckResult> result = checkFolder(folder, expected);
            if (!result) {
                FAIL(folder.filename().string() << ": " << describe(result.error()));
            }
            Score score;
            const std::vector<std::string> lines = differences(*result, expected, score);
            if (!lines.empty()) {
                FAIL_CHECK(folder.filename().string() << ": " << expected.at("why").get<std::string>() << '\n'
                                                      << joined(lines) << summary(*result));
            }
        }
    }
}

TEST_CASE("over all recorded machines nothing is invented and nothing is missed")
{
    Score score;
    const std::vector<fs::path> folders = machineFolders();
    REQUIRE(folders.size() >= 60);
    std::string where;
    for (const fs::path& folder : folders) {
        const json expected = readJson(folder / "expected.json");
        const Result<CheckResult> result = checkFolder(folder, expected);
        if (!result) {
            score.missed += expected.at("installations").size();
            where += ' ' + folder.filename().string();
            continue;
        }
        const Score before = score;
        static_cast<void>(differences(*result, expected, score));
        if (score.invented != before.invented || score.missed != before.missed) {
            where += ' ' + folder.filename().string();
        }
    }
    const auto share = [&score](std::size_t wrong) {
        const std::size_t all = score.right + wrong;
        return all == 0 ? 0.0 : static_cast<double>(score.right) / static_cast<double>(all);
    };
    std::cout << "machines " << folders.size() << ", installations: " << score.right << " right, " << score.invented
              << " invented, " << score.missed << " missed; precision " << share(score.invented) << ", recall "
              << share(score.missed) << '\n';
    INFO("machines with a difference:" << where);
    CHECK(score.invented == 0);
    CHECK(score.missed == 0);
    CHECK(score.right > 0);
}

TEST_CASE("a machine with an essential place refused is never called clean")
{
    std::size_t tried = 0;
    for (const fs::path& folder : machineFolders()) {
        const json expected = readJson(folder / "expected.json");
        if (expected.at("verdict") != "clean") {
            continue;
        }
        const Copy copy(folder);
        for (const std::vector<std::string>& places : essentialPlaces(folder)) {
            copy.deny(places);
            const Result<CheckResult> result = checkFolder(copy.folder(), expected);
            REQUIRE(result.has_value());
            INFO(folder.filename().string() << " with " << places.front() << " refused\n" << summary(*result));
            CHECK(result->assessment.verdict == Verdict::couldNotTell);
            ++tried;
        }
    }
    CHECK(tried >= 10);
}

TEST_CASE(
    "whether a recorded machine may be restarted is told where somebody looked, and never safe when it was refused")
{
    std::size_t told = 0;
    for (const fs::path& folder : machineFolders()) {
        const json expected = readJson(folder / "expected.json");
        if (!expected.contains("restart")) {
            continue;
        }
        ++told;
        const auto host = openRecordedHost(folder);
        REQUIRE(host);
        const BootSafety safety = bootSafetyOf(**host, catalog());
        INFO(folder.filename().string() << "\n" << inEnglish(safety));
        CHECK(toString(safety.verdict) == expected.at("restart").get<std::string>());

        const Copy copy(folder);
        for (const char* const place : {R"(HKLM\SYSTEM\CurrentControlSet\Services)",
                                        R"(HKLM\SYSTEM\CurrentControlSet\Control\Class)", R"(HKLM\SYSTEM)"}) {
            copy.deny({place});
            const auto refused = openRecordedHost(copy.folder());
            REQUIRE(refused);
            INFO(place << " refused\n" << inEnglish(bootSafetyOf(**refused, catalog())));
            CHECK(warnsOfRestart(bootSafetyOf(**refused, catalog())));
        }
    }
    CHECK(told >= 3);
}

TEST_CASE("reading the same recording twice gives the same result")
{
    for (const fs::path& folder : machineFolders()) {
        const json expected = readJson(folder / "expected.json");
        const Result<CheckResult> first = checkFolder(folder, expected);
        const Result<CheckResult> second = checkFolder(folder, expected);
        INFO(folder.filename().string());
        REQUIRE(first.has_value());
        REQUIRE(second.has_value());
        CHECK(summary(*first) == summary(*second));
        REQUIRE(first->snapshot.reports.size() == second->snapshot.reports.size());
        for (std::size_t index = 0; index < first->snapshot.reports.size(); ++index) {
            const bool same = first->snapshot.reports[index].evidence == second->snapshot.reports[index].evidence;
            CHECK(same);
        }
    }
}

TEST_CASE("looking products up finds what knowing every product finds")
{
    REQUIRE(productCount(catalog()) == wholeCatalog().products.size());
    for (const fs::path& folder : machineFolders()) {
        const json expected = readJson(folder / "expected.json");
        const Result<CheckResult> lookedUp = checkFolder(folder, expected);
        const Result<CheckResult> known = checkFolder(folder, expected, wholeCatalog());
        INFO(folder.filename().string());
        REQUIRE(lookedUp.has_value());
        REQUIRE(known.has_value());
        CHECK(summary(*lookedUp) == summary(*known));
        CHECK(lookedUp->needs.features == known->needs.features);
        CHECK(lookedUp->recommendations.size() == known->recommendations.size());
    }
}
