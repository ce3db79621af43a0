// offramp-cli: the main job in a terminal.
#include "cli/assess_command.h"
#include "cli/catalog_commands.h"
#include "cli/machine_commands.h"
#include "cli/options.h"
#include "cli/plan_command.h"
#include "cli/policy_command.h"
#include "cli/removal_commands.h"
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
    "  10  something to act on: affected, moved to UltraAV, or not certain; a signature not to be trusted\n"
    "  11  only traces are left\n"
    "  12  the catalog contradicts itself (catalog audit --strict)\n"
    "  20  could not tell: an important place could not be read, or a signature not checked\n"
    "  64  the command was not understood\n"
    "  65  the machine folder, the catalog or the file could not be used\n"
    "  69  no server could deliver a newer catalog, or it could not be stored\n"
    "  74  the answer could not be written completely\n"
    "\n"
    "\"remove\", \"resume\", \"verify\" and \"undo\" have more; their --help lists them.\n"
    "\n"
    "Only \"remove\", \"resume\" and \"undo\" change the computer, and only as an approved plan says.\n"
    "Nothing is sent from it; only \"catalog update\" asks a server. What is remembered (catalogs,\n"
    "removals) stays in your own folder; a report or a check is written to the file you name.";

constexpr const char* aboutMachine =
    "Prints the name and version of the system, who manages it and with which rights Offramp looks;\n"
    "an identifier that differs after every restart; whether a restart is pending and who asks for it;\n"
    "power and battery; and whether a notification would be welcome now. On Windows also how many\n"
    "services and drivers, products of Windows Installer and scheduled tasks the system lists for\n"
    "this account. What cannot be told is named with the reason.\n"
    "\n"
    "A recorded machine (--host) knows of a pending restart what its registry says, and nothing of the\n"
    "other conditions.\n"
    "\n"
    "Exit codes:\n"
    "  0   the answer was printed, whatever it says\n"
    "  65  the machine folder could not be used\n"
    "  74  the answer could not be written completely\n"
    "\n"
    "Example: offramp-cli machine --json | jq .pendingRestart";

constexpr const char* aboutSignature =
    "Prints what the file says of itself (company, product, description, version) and whether its\n"
    "Authenticode signature is valid: the file unchanged, and the signer's certificate leading to a\n"
    "root this computer trusts. A file without a signature of its own counts as signed when a catalog\n"
    "of Windows names it. Nothing is run and no network is used, so nobody is asked whether a\n"
    "certificate was revoked. What a file says of itself proves nothing; anybody can write it.\n"
    "\n"
    "The file has to be on a drive of this computer. Signatures can be checked on Windows only;\n"
    "elsewhere the answer says so, with exit code 20.\n"
    "\n"
    "Exit codes:\n"
    "  0   signed, unchanged, and trusted by this computer\n"
    "  10  not signed, or the signature is not to be trusted; the reason is printed\n"
    "  20  could not tell: this system cannot check signatures, or looking failed\n"
    "  65  the file is not there or may not be read\n"
    "  74  the answer could not be written completely\n"
    "\n"
    "Example: offramp-cli signature setup.exe && echo \"signed and trusted\"";

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
    CheckWishes checkWishes;

    auto* check = app.add_subcommand("check", "Say what is here, where it stands and why (the main job)");
    addHost(*check, options);
    addJudgement(*check, options);
    addCatalog(*check, options);
    check->add_flag("--evidence", checkWishes.evidence, "Show every piece of evidence and where it was read");
    check
        ->add_option("--html", checkWishes.page,
                     "Also write the report to this file, as a web page to print or to send; a file that is there "
                     "already is left as it is")
        ->type_name("FILE");

    std::vector<std::string> saveFolder;
    auto* save = check
                     ->add_option("--save", saveFolder,
                                  "Also save the check in this folder, or in offramp-checks beside the program, for "
                                  "\"assess\" to judge with those of other computers")
                     ->type_name("[DIR]")
                     ->expected(0, 1);

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

    auto* assess = app.add_subcommand("assess", "Judge many computers by what fleet engines collected");
    AssessOptions assessOptions;
    assess->add_option("FILE", assessOptions.files, "Files, folders or recorded machines; - is standard input")
        ->required();
    assess
        ->add_option("--format", assessOptions.format,
                     "osquery, fleet, glpi, wazuh, intune, reg or saved; recognized otherwise")
        ->type_name("NAME")
        ->check(CLI::IsMember({"osquery", "fleet", "glpi", "wazuh", "intune", "reg", "saved"}));
    auto* assessJson = assess->add_flag("--json", options.json, "Print one JSON line for each computer");
    assess->add_flag("--csv", assessOptions.csv, "Print a table for a spreadsheet")->excludes(assessJson);
    assess->add_option("--html", assessOptions.html, "Also write a report a browser shows")->type_name("FILE");
    addJudgement(*assess, options);
    addCatalog(*assess, options);
    assess->footer(aboutAssess);

    auto* plan = app.add_subcommand("plan", "Show how what is here would be removed, step by step; nothing is changed");
    PlanOptions planOptions;
    addHost(*plan, options);
    addCatalog(*plan, options);
    plan->add_option("--keep", planOptions.keep, "Products that stay")->delimiter(',')->type_name("PRODUCT,…");
    plan->add_option("--also-remove", planOptions.alsoRemove, "Products to remove that would stay otherwise")
        ->delimiter(',')
        ->type_name("PRODUCT,…");
    plan->add_flag("--no-restore-point", planOptions.noRestorePoint, "Without a restore point of Windows");
    plan->add_flag("--exact", planOptions.exact, "Print the plan's own bytes instead of text")
        ->excludes(plan->get_option("--json"));
    plan->footer(aboutPlan);

    RemovalOptions removalOptions;
    const RemovalCommands removalCommands = addRemovalCommands(app, options, removalOptions);

    auto* machine = app.add_subcommand("machine", "Say which computer this is, and what holds for it right now");
    addHost(*machine, options);
    machine->footer(aboutMachine);

    auto* signature = app.add_subcommand("signature", "Say what a program file says of itself, and who signed it");
    std::string file;
    signature->add_option("FILE", file, "The file to look at; it is not run")->required();
    signature->add_flag("--json", options.json, "Print JSON instead of text");
    signature->footer(aboutSignature);

    auto* catalog = app.add_subcommand("catalog", "About the catalog of products, rules and replacements");
    catalog->require_subcommand(1);
    CatalogOptions catalogOptions;
    const CatalogCommands catalogCommands = addCatalogCommands(*catalog, options, catalogOptions);

    auto* policy = app.add_subcommand("policy", "Show what an organization asks of this computer, or check a policy");
    PolicyOptions policyOptions;
    const PolicyCommands policyCommands = addPolicyCommands(*policy, options, policyOptions);

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
    if (*save) {
        checkWishes.save = saveFolder.empty() ? std::string() : saveFolder.front();
    }
    try {
        const ExitCode code = *check                  ? runCheck(options, checkWishes)
                              : *inventory            ? runInventory(options)
                              : *recommend            ? runRecommend(options, wishes)
                              : *assess               ? runAssess(options, assessOptions)
                              : *plan                 ? runPlan(options, planOptions)
                              : removalCommands.any() ? runRemovalCommand(removalCommands, options, removalOptions)
                              : *machine              ? runMachine(options)
                              : *signature            ? runSignature(options, file)
                              : *policy               ? runPolicy(policyCommands, options, policyOptions)
                                                      : runCatalog(catalogCommands, options, catalogOptions);
        return static_cast<int>(code);
    } catch (const std::exception& error) {
        // Only what nobody can plan for ends here, such as running out of memory.
        return static_cast<int>(reportBadInput({offramp::ErrorCode::io, error.what(), 0}));
    }
}
