#include "cli/removal_commands.h"

#include <CLI/CLI.hpp>

namespace offramp::cli {

namespace {

constexpr const char* exitCodes = "Exit codes:\n"
                                  "  0   done, and nothing of it is here any more; or there is nothing to do\n"
                                  "  10  there is a plan, or after a removal a product is still here\n"
                                  "  11  only things left behind are here\n"
                                  "  20  an important place could not be read, so nobody can tell\n"
                                  "  30  the computer has to be restarted; then: offramp-cli resume\n"
                                  "  31  it waits for you: to decide about a step, to go on, or to restart although\n"
                                  "      nobody can promise that the computer starts as before\n"
                                  "  32  nothing was begun: another digest, or something is not settled\n"
                                  "  64  the command line is wrong\n"
                                  "  65  something could not be read, or the removal could not be carried on\n"
                                  "  74  the answer could not be written completely\n";

constexpr const char* aboutRemove =
    "Shows how what is here would be removed and what has to be settled before, and changes nothing. With\n"
    "--approve and the digest it printed, that very plan is carried out; a plan that is another one by then\n"
    "is refused. What needs rights is done by offramp-broker, for which the system asks an administrator.\n"
    "\n"
    "What only you can know is settled by naming it: --settle subscription,nextProtection. A step that\n"
    "needs you asks in a terminal, and without one the removal halts with exit code 31.\n"
    "\n"
    "With --host, a recorded machine is removed from in a rehearsal: nothing real is touched.\n"
    "\n";

constexpr const char* aboutResume =
    "Goes on with the removal that is not finished: after a restart, after it was stopped or cut off, or with\n"
    "a step that needs you, which is tried again. --skip leaves that step out; --abandon ends the removal\n"
    "as it stands.\n"
    "\n";

constexpr const char* aboutVerify =
    "Looks at the computer again and says of each product of the newest removal whether it is gone, with\n"
    "what was said before. Nothing is changed.\n"
    "\n";

constexpr const char* aboutUndo =
    "Puts back what the newest removal, or the one with that number, took away and can be put back: files,\n"
    "folders, keys and units. A product that was uninstalled is not installed again.\n"
    "\n";

constexpr const char* aboutReport =
    "Writes the report of the newest removal, or of the one with that number: before and after, every step,\n"
    "how long nothing protected, what stays and why. Names, SIDs and serial numbers are taken out. It is\n"
    "sealed with a key made on this computer: --verify says whether a report was changed since it was\n"
    "written. It cannot say who wrote it.\n"
    "\n"
    "Exit codes of --verify: 0 unchanged, 10 changed or no report of Offramp, 20 its data is unchanged but the\n"
    "page around it is in another language, which is not compared, 65 it could not be read.\n"
    "\n";

void addCommon(CLI::App& command, CommonOptions& common)
{
    command.add_flag("--json", common.json, "Print JSON instead of text");
    command
        .add_option("--catalog", common.catalogFile, "Use this catalog file instead of the one Offramp would choose")
        ->type_name("FILE");
}

void addWalk(CLI::App& command, RemovalOptions& options)
{
    command
        .add_option("--password-file", options.passwordFile,
                    "Where the product's uninstall password is, if it asks; - is standard input. Without it, a "
                    "terminal asks and shows nothing")
        ->type_name("FILE");
    command
        .add_option("--patience", options.patience,
                    "Minutes without a sign of life after which a step is not waited for any more; it is not stopped")
        ->type_name("MINUTES")
        ->check(CLI::Range(1, 24 * 60))
        ->capture_default_str();
}

}   // namespace

bool RemovalCommands::any() const
{
    return *remove || *resume || *verify || *undo || *report;
}

RemovalCommands addRemovalCommands(CLI::App& app, CommonOptions& common, RemovalOptions& options)
{
    RemovalCommands made;
    made.remove =
        app.add_subcommand("remove", "Remove what is here by an approved plan; without approval only show it");
    auto& remove = *made.remove;
    addCommon(remove, common);
    remove.add_option("--host", common.hostFolder, "Rehearse on a machine recorded in this folder")->type_name("DIR");
    remove.add_option("--approve", options.approve, "Carry out the plan with this digest")->type_name("DIGEST");
    remove.add_option("--settle", options.settle, "What you give your word for, by the names that are shown")
        ->delimiter(',')
        ->type_name("NAME,…");
    remove.add_option("--vault-export", options.vaultExport, "Text export of the passwords, whose entries are counted")
        ->type_name("FILE");
    remove.add_option("--keep", options.plan.keep, "Products that stay")->delimiter(',')->type_name("PRODUCT,…");
    remove.add_option("--also-remove", options.plan.alsoRemove, "Products to remove that would stay otherwise")
        ->delimiter(',')
        ->type_name("PRODUCT,…");
    remove.add_flag("--no-restore-point", options.plan.noRestorePoint, "Without a restore point of Windows");
    auto* leftovers = remove.add_flag("--leftovers", options.leftovers, "What was left behind instead of products");
    remove
        .add_option("--choose", options.choose,
                    "Which leftovers, by the ids that are shown; without it, those that are certain")
        ->needs(leftovers)
        ->type_name("ID");
    addWalk(remove, options);
    remove.footer(std::string(aboutRemove) + exitCodes
                  + "\nExample: offramp-cli remove --approve \"$(offramp-cli remove --json | jq -r .plan.digest)\"");

    made.resume = app.add_subcommand("resume", "Go on with the removal that is not finished");
    addCommon(*made.resume, common);
    auto* skip = made.resume->add_option("--skip", options.skip, "Go on without this step")->type_name("STEP");
    made.resume->add_flag("--abandon", options.abandon, "End the removal as it stands")->excludes(skip);
    addWalk(*made.resume, options);
    made.resume->footer(std::string(aboutResume) + exitCodes);

    made.verify = app.add_subcommand("verify", "Say whether what was removed is gone");
    addCommon(*made.verify, common);
    made.verify->add_option("ID", options.removal, "Number of the removal; the newest otherwise");
    made.verify->footer(std::string(aboutVerify) + exitCodes);

    made.undo = app.add_subcommand("undo", "Put back what a removal took away, where that is possible");
    addCommon(*made.undo, common);
    made.undo->add_option("ID", options.removal, "Number of the removal; the newest otherwise");
    made.undo->add_option("--step", options.undoStep, "Only what this step took away, by the id it has in --json")
        ->type_name("STEP");
    made.undo->footer(std::string(aboutUndo) + exitCodes);

    made.report = app.add_subcommand("report", "Write the report of a removal, or verify one");
    auto* id = made.report->add_option("ID", options.removal, "Number of the removal; the newest otherwise");
    made.report->add_option("--format", options.reportFormat, "html or json")
        ->check(CLI::IsMember({"html", "json"}))
        ->capture_default_str();
    made.report->add_flag("--no-redaction", options.noRedaction, "With names and numbers, as they were seen");
    made.report->add_option("--verify", options.verifyFile, "Say whether this report was changed; - is standard input")
        ->type_name("FILE")
        ->excludes(id);
    made.report->footer(std::string(aboutReport) + exitCodes
                        + "\nExample: offramp-cli report > removal.html && offramp-cli report --verify removal.html");
    return made;
}

}   // namespace offramp::cli
