// offramp-cli: the main job in a terminal.
#include "cli/catalog_commands.h"
#include "cli/options.h"
#include "platform/platform.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace offramp::cli;

constexpr const char* exitCodes =
    "Exit codes:\n"
    "  0   nothing to act on: no Kaspersky found, or only what the rules leave out\n"
    "  10  something to act on: affected, moved to UltraAV, or not certain\n"
    "  11  only traces are left\n"
    "  20  could not tell: an important place could not be read\n"
    "  64  the command was not understood\n"
    "  65  the machine folder or the catalog could not be used\n"
    "  69  no server could deliver a newer catalog, or it could not be stored\n"
    "  74  the answer could not be written completely\n"
    "\n"
    "Nothing is changed on the computer and nothing is sent from it. Only \"catalog update\"\n"
    "asks a server, and only \"catalog\" commands store anything, in your own folder.";

void addHost(CLI::App& command, CommonOptions& options)
{
    command
        .add_option("--host", options.hostFolder, "Look at a machine recorded in this folder instead of this computer")
        ->type_name("DIR");
    command.add_flag("--json", options.json, "Print JSON instead of text");
}

void addJudgement(CLI::App& command, CommonOptions& options)
{
    command
        .add_option("--as-of", options.asOf, "Answer for this date (2024-09-29) or moment (2024-09-28T23:59:59-04:00)")
        ->type_name("DATE")
        ->check([](const std::string& text) {
            const auto asOf = parseAsOf(text);
            return asOf ? std::string() : asOf.error().context;
        });
    command
        .add_option("--person", options.person, "Whose rules count: us, federal, contractor, other-government, other")
        ->type_name("WHO")
        ->check(CLI::IsMember({"us", "federal", "contractor", "other-government", "other"}))
        ->capture_default_str();
}

void addCatalog(CLI::App& command, CommonOptions& options)
{
    command
        .add_option("--catalog", options.catalogFile, "Use this catalog file instead of the one Offramp would choose")
        ->type_name("FILE");
}

}   // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Offramp finds Kaspersky products on a computer, says where each one stands under the U.S. rules and\n"
                 "why, and suggests what fits instead."};
    app.name("offramp-cli");
    app.set_version_flag("--version", "offramp-cli " OFFRAMP_VERSION);
    app.footer(exitCodes);
    app.require_subcommand(1);

    CommonOptions options;
    RecommendOptions wishes;
    bool verbose = false;

    auto* check = app.add_subcommand("check", "Say what is here, where it stands and why (the main job)");
    addHost(*check, options);
    addJudgement(*check, options);
    addCatalog(*check, options);
    check->add_flag("--evidence", verbose, "Show every piece of evidence and where it was read");

    auto* inventory = app.add_subcommand("inventory", "List everything that was read, without judging it");
    addHost(*inventory, options);

    auto* recommend = app.add_subcommand("recommend", "List replacements that fit, best first, with the reasons");
    addHost(*recommend, options);
    addJudgement(*recommend, options);
    addCatalog(*recommend, options);
    recommend->add_option("--keep", wishes.keep, "Features to keep instead of those the found product had")
        ->delimiter(',')
        ->type_name("FEATURE,…");
    recommend->add_flag("--free", wishes.freeOnly, "Only what costs nothing");
    recommend->add_option("--segment", wishes.segment, "home, smallBusiness or enterprise")
        ->check(CLI::IsMember({"home", "smallBusiness", "enterprise"}));
    recommend
        ->add_option("--without-country", wishes.withoutCountries, "Leave out vendors from these countries (ISO codes)")
        ->delimiter(',')
        ->type_name("CC,…");
    recommend->add_option("--without-owner", wishes.withoutOwners, "Leave out products of these owners")
        ->delimiter(',')
        ->type_name("OWNER,…");

    auto* catalog = app.add_subcommand("catalog", "About the catalog of products, rules and replacements");
    catalog->require_subcommand(1);
    CatalogOptions catalogOptions;
    const CatalogCommands catalogCommands = addCatalogCommands(*catalog, options, catalogOptions);

    const offramp::TerminalSettings terminal;
    std::vector<std::string> arguments = offramp::programArguments(argc, argv);
    std::reverse(arguments.begin(), arguments.end());   // as CLI11 takes them
    if (!arguments.empty()) {
        arguments.pop_back();   // the program's name
    }
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::usage);
    }
    try {
        const ExitCode code = *check       ? runCheck(options, verbose)
                              : *inventory ? runInventory(options)
                              : *recommend ? runRecommend(options, wishes)
                                           : runCatalog(catalogCommands, options, catalogOptions);
        return static_cast<int>(code);
    } catch (const std::exception& error) {
        // Only what nobody can plan for ends here, such as running out of memory.
        return static_cast<int>(reportBadInput({offramp::ErrorCode::io, error.what(), 0}));
    }
}
