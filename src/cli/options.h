// What every command understands, and how commands end.
#pragma once

#include "catalog/open_catalog.h"
#include "domain/timeline.h"
#include "platform/host.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace offramp::cli {

// Stable since 0.1.0; documented in README.md and in --help.
enum class ExitCode {
    clean = 0,        // nothing to act on: clean, or only what the rules leave out
    actNeeded = 10,   // affected, moved or unclear
    tracesOnly = 11,
    catalogFault = 12,   // catalog audit --strict found a fault
    couldNotTell = 20,
    restartNeeded = 30,   // a removal goes on once the computer was restarted
    personNeeded = 31,    // a removal waits: for a decision, or to be resumed
    notApproved = 32,     // nothing was begun: another digest, or something is not settled
    usage = 64,           // EX_USAGE
    badInput = 65,        // EX_DATAERR
    unavailable = 69,     // EX_UNAVAILABLE
    outputFailed = 74,    // EX_IOERR
};

enum class Format { text, json };

struct CommonOptions {
    std::string hostFolder;    // UTF-8; empty: this computer
    std::string catalogFile;   // UTF-8; empty: the best one there is
    std::string asOf;
    std::string person = "us";
    bool json = false;

    [[nodiscard]] Format format() const { return json ? Format::json : Format::text; }
};

struct RecommendOptions {
    std::vector<std::string> keep;
    std::vector<std::string> withoutCountries;
    std::vector<std::string> withoutOwners;
    std::string segment;
    bool freeOnly = false;
};

// "2024-09-29" means noon of that day in Washington, so that the day is right in every zone that matters;
// "2024-09-28T23:59:59-04:00" means exactly that.
[[nodiscard]] Result<Instant> parseAsOf(const std::string& text);

[[nodiscard]] Result<std::unique_ptr<Host>> openHost(const CommonOptions& options);
[[nodiscard]] CatalogPlaces catalogPlaces(const CommonOptions& options);
[[nodiscard]] Result<Catalog> openCatalog(const CommonOptions& options);

// Prints the error and what to do to standard error.
ExitCode reportBadInput(const Error& error);

struct CheckWishes {
    bool evidence = false;             // every piece of it, and where it was read
    std::string page;                  // UTF-8; a file to write the report to as a web page; empty: none
    std::optional<std::string> save;   // UTF-8; a folder to save the check in, empty: beside the program
};
ExitCode runCheck(const CommonOptions& options, const CheckWishes& wishes);
ExitCode runInventory(const CommonOptions& options);
ExitCode runRecommend(const CommonOptions& options, const RecommendOptions& wishes);

}   // namespace offramp::cli
