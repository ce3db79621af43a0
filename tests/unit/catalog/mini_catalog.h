// A small catalog that is in order, for tests that break one thing at a time.
#pragma once

#include "catalog/compiler/catalog_check.h"
#include "catalog/compiler/catalog_source.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace offramp::test {

namespace fs = std::filesystem;

// A folder that is gone after the test.
class ScratchFolder {
public:
    ScratchFolder()
    {
        static int made = 0;
        const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
        m_path = fs::temp_directory_path() / ("offramp-test-" + std::to_string(now) + "-" + std::to_string(++made));
        fs::create_directories(m_path);
    }
    ~ScratchFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] fs::path operator/(const std::string& name) const { return m_path / name; }
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

inline std::string readBytes(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline void writeBytes(const fs::path& file, const std::string& bytes)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

// name → content of the small catalog's files.
inline std::map<std::string, std::string> miniFiles()
{
    return {
        {"catalog.json", R"json({
          "$schema": "schema/catalog.schema.json", "schemaVersion": 1, "serial": 7,
          "issued": "2026-11-23T00:00:00Z", "expires": "2027-11-23T00:00:00Z", "factsAsOf": "2026-11-23"
        })json"},
        {"vendors.json", R"json({
          "$schema": "schema/vendors.schema.json",
          "vendors": [
            {"id": "kaspersky", "name": "Kaspersky", "publishers": ["*kaspersky*", "*касперск*"],
             "pathRoots": ["*/kaspersky lab/*"]},
            {"id": "pointwild", "name": "Point Wild", "publishers": ["pango*"], "pathRoots": []}
          ]
        })json"},
        {"products/home.json", R"json({
          "$schema": "../schema/product.schema.json", "family": "home", "vendor": "kaspersky",
          "products": [
            {"id": "kaspersky", "name": "Kaspersky product", "role": "antivirus", "segment": "home",
             "platforms": ["windows"],
             "us": {"status": "prohibited", "basis": "classNamed",
                    "source": {"url": "https://example.gov/rule", "title": "The rule", "citation": "89 FR 52434",
                               "verification": "read"}},
             "source": {"url": "", "title": "Seen on computers", "verification": "read"},
             "signatures": [
               {"kinds": ["program", "msiProduct"], "names": ["kaspersky*"], "publisher": "vendor",
                "shows": "product", "strength": "likely", "versionHint": false,
                "source": {"url": "", "title": "Seen on computers", "verification": "read"}}]},
            {"id": "kaspersky-internet-security", "parent": "kaspersky", "name": "Kaspersky Internet Security",
             "about": "A suite for Windows.", "role": "antivirus", "segment": "home",
             "platforms": ["windows", "macos"], "holdsPasswords": true, "holdsVaults": true,
             "features": ["realtime_av", "vpn"],
             "us": {"status": "prohibited", "basis": "classNamed",
                    "source": {"url": "https://example.gov/rule", "title": "The rule", "citation": "89 FR 52434",
                               "verification": "read"}},
             "source": {"url": "https://example.com/kis", "title": "Product page", "verification": "claimed"},
             "signatures": [
               {"kinds": ["program"], "names": ["kaspersky internet security*"], "shows": "product",
                "strength": "certain",
                "source": {"url": "https://example.com/kis", "title": "Product page", "verification": "claimed"}},
               {"kinds": ["service"], "ids": ["avp#"], "paths": ["*/kaspersky lab/*avp.exe*"], "publisher": "any",
                "shows": "component", "strength": "notSure",
                "source": {"url": "", "title": "not checked", "verification": "memory"}}]}
          ]
        })json"},
        {"products/other.json", R"json({
          "$schema": "../schema/product.schema.json", "family": "other", "vendor": "pointwild",
          "products": [
            {"id": "ultraav", "name": "UltraAV", "role": "antivirus", "segment": "home", "platforms": ["windows"],
             "us": {"status": "notCovered", "basis": "notKaspersky",
                    "source": {"url": "https://example.com/maker", "title": "Who makes it", "verification": "quoted"}},
             "source": {"url": "https://example.com/ultraav", "title": "Product page", "verification": "read"},
             "signatures": [
               {"kinds": ["program"], "names": ["ultraav*"], "shows": "product", "strength": "likely",
                "source": {"url": "", "title": "not checked", "verification": "inferred"}}]}
          ]
        })json"},
        {"timeline.json", R"json({
          "$schema": "schema/timeline.schema.json",
          "events": [
            {"id": "later-event", "jurisdiction": "DE", "effectiveAt": "2025-03-01T00:00:00+01:00", "zone": "fixed",
             "precision": "month", "kind": "company", "issuer": "Someone", "title": "Something happened",
             "summary": "It did.", "covers": [], "prohibits": [], "exempts": [], "unverified": ["The day."],
             "effect": "none", "binds": [],
             "source": {"url": "https://example.com/news", "title": "News", "verification": "quoted"},
             "alsoSeen": [{"url": "https://example.org/news", "title": "More news", "verification": "quoted"}]},
            {"id": "updates-end", "jurisdiction": "US", "effectiveAt": "2024-09-29T00:00:00-04:00",
             "zone": "us-eastern", "precision": "minute", "kind": "rule", "issuer": "Commerce",
             "title": "No more updates", "summary": "Updates end.", "covers": ["Antivirus software"],
             "prohibits": ["Updates", "Cloud look-ups"], "exempts": ["Training"], "unverified": [],
             "effect": "updatesEnd", "binds": ["us", "contractor"],
             "source": {"url": "https://example.gov/rule", "title": "The rule", "citation": "89 FR 52434",
                        "verification": "read"},
             "alsoSeen": []}
          ]
        })json"},
        {"features.json", R"json({
          "$schema": "schema/features.schema.json",
          "features": [
            {"id": "vpn", "name": "VPN", "shortName": "VPN", "kaspersky": "Secure Connection", "parity": "full",
             "advice": "Use another one.", "beforeRemoval": "Cancel the subscription.",
             "alternatives": ["Proton VPN"],
             "source": {"url": "https://example.com/vpn", "title": "Product page", "verification": "claimed"}},
            {"id": "realtime_av", "name": "Protection", "shortName": "AV", "kaspersky": "File Anti-Virus",
             "parity": "partial", "advice": "Windows has one.", "alternatives": [],
             "source": {"url": "", "title": "not checked", "verification": "memory"}}
          ],
          "productNeeds": [
            {"productId": "kaspersky-internet-security", "edition": "Plus", "features": ["realtime_av", "vpn"],
             "freeOnly": false,
             "source": {"url": "https://example.com/kis", "title": "Product page", "verification": "claimed"}},
            {"productId": "kaspersky", "features": ["realtime_av"], "freeOnly": true,
             "source": {"url": "", "title": "not checked", "verification": "memory"}}
          ]
        })json"},
        {"replacements/good-av.json", R"json({
          "$schema": "../schema/replacement.schema.json",
          "id": "good-av", "name": "Good AV", "vendor": "Good", "ownershipGroup": "good", "owner": "Good Holding",
          "countries": ["FI"], "countryVerification": "quoted", "segment": "home",
          "platforms": ["windows", "android"], "builtIn": false, "free": false,
          "price": {"band": "$40 a year", "firstYear": 39.99, "renewal": null, "devices": 5, "asOf": "August 2026",
                    "source": {"url": "https://example.com/price", "title": "Price list", "verification": "weak"}},
          "about": "An antivirus.", "homeUrl": "https://www.example.com/av",
          "supportUrl": "https://help.example.com/", "soldInUs": null, "soldInUsVerification": "memory",
          "excluded": false,
          "features": {
            "realtime_av": {"included": true, "source": {"url": "https://example.com/av", "title": "Product page",
                                                         "verification": "claimed"}},
            "vpn": {"included": null, "source": {"url": "", "title": "not checked", "verification": "memory"}}},
          "labs": [
            {"lab": "AV-TEST", "test": "Windows home", "platform": "windows", "from": "2026-05", "until": "2026-06", "outcome": "18 of 18",
             "rankable": true, "award": true,
             "source": {"url": "https://example.org/lab?id=4", "title": "Test report", "verification": "read"}}],
          "packages": [
            {"manager": "winget", "id": "Good.AV", "seenVersion": "1.2", "seenOn": "2026-08-22", "oneClick": true,
             "stale": false}],
          "source": {"url": "https://example.com/av", "title": "Product page", "verification": "claimed"}
        })json"},
        {"replacements/built-in.json", R"json({
          "$schema": "../schema/replacement.schema.json",
          "id": "built-in", "name": "Built in", "vendor": "Maker", "ownershipGroup": "maker", "owner": "Maker",
          "countries": ["US"], "countryVerification": "read", "segment": "home", "platforms": ["windows"],
          "builtIn": true, "free": true,
          "price": {"band": "free", "firstYear": null, "renewal": null, "devices": null, "asOf": "",
                    "source": {"url": "", "title": "not checked", "verification": "memory"}},
          "about": "Comes with the system.", "soldInUs": true, "soldInUsVerification": "read", "excluded": true,
          "excludedBecause": "An example of an excluded one.", "features": {}, "labs": [], "packages": [],
          "source": {"url": "https://example.com/os", "title": "Product page", "verification": "read"}
        })json"},
    };
}

// The schemas of the real catalog.
inline std::map<std::string, nlohmann::json> readSchemas(const fs::path& folder)
{
    std::map<std::string, nlohmann::json> schemas;
    for (const auto& entry : fs::directory_iterator(folder)) {
        schemas.emplace(entry.path().filename().string(), nlohmann::json::parse(readBytes(entry.path())));
    }
    return schemas;
}

inline compiler::CatalogSource miniSource(const fs::path& schemaFolder)
{
    compiler::CatalogSource source;
    source.schemas = readSchemas(schemaFolder);
    for (const auto& [name, content] : miniFiles()) {
        source.files.emplace(name, nlohmann::json::parse(content));
    }
    return source;
}

// How two of its products are removed, as the content of a recipe file.
inline std::string miniRecipes()
{
    return R"json({
  "$schema": "../schema/recipe.schema.json", "family": "home",
  "recipes": [
    {"product": "kaspersky", "ways": ["registeredUninstaller"], "keep": "personDecides",
     "leftovers": [
       {"kinds": ["folder"], "paths": ["*/kaspersky lab"], "verb": "move", "confidence": "certain",
        "shared": "vendor", "because": "leftDataFolder",
        "source": {"url": "", "title": "Seen on computers", "verification": "read"}},
       {"kinds": ["driver", "classFilter"], "ids": ["klif*"], "verb": "explain", "confidence": "likely",
        "shared": "antivirus", "source": {"url": "", "title": "Seen on computers", "verification": "inferred"}}],
     "source": {"url": "", "title": "Seen on computers", "verification": "inferred"}},
    {"product": "kaspersky-internet-security", "order": "companion",
     "ways": ["windowsInstaller", "registeredUninstaller"], "signers": ["kaspersky lab*"],
     "password": "loginAndPassword", "keep": "keepUntilConfirmed", "restart": "yes",
     "toKnow": ["knowPasswordsFirst"],
     "source": {"url": "https://example.com/remove", "title": "How to remove it", "verification": "read"}}
  ]
})json";
}

inline compiler::CatalogSource withRecipes(compiler::CatalogSource source, const std::string& recipes)
{
    source.files.emplace("recipes/home.json", nlohmann::json::parse(recipes));
    return source;
}

#ifdef OFFRAMP_CATALOG_SOURCE
inline compiler::CatalogSource miniSource()
{
    return miniSource(fs::path(OFFRAMP_CATALOG_SOURCE) / "schema");
}
#endif

// Every problem as one line, without the catalog's folder.
inline std::vector<std::string> linesOf(const compiler::Problems& problems)
{
    std::vector<std::string> lines;
    for (const auto& problem : problems.sorted()) {
        lines.push_back(compiler::describe(problem, ""));
    }
    return lines;
}

}   // namespace offramp::test
