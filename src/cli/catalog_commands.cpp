#include "cli/catalog_commands.h"

#include "base/utf8_path.h"
#include "catalog/trust_anchors.h"
#include "cli/answer.h"
#include "cli/terminal.h"
#include "cli/update_settings.h"
#include "platform/person_settings.h"
#include "platform/platform.h"
#include "report/json.h"
#include "report/phrases.h"
#include "session/check_record.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace offramp::cli {

namespace {

ExitCode exitCodeOf(UpdateResult result)
{
    switch (result) {
    case UpdateResult::installed:
    case UpdateResult::upToDate:
    case UpdateResult::notDue: return ExitCode::clean;
    case UpdateResult::refused: return ExitCode::badInput;
    case UpdateResult::failed:
    case UpdateResult::cancelled: break;
    }
    return ExitCode::unavailable;
}

std::string_view inEnglish(CatalogOrigin origin)
{
    switch (origin) {
    case CatalogOrigin::cameWithProgram: return "It came with this Offramp.";
    case CatalogOrigin::downloaded: return "It was downloaded.";
    case CatalogOrigin::named: break;
    }
    return "You named this file.";
}

// What was done, as an answer on standard output, or what went wrong on
// standard error.
ExitCode report(const CommonOptions& options, const UpdateOutcome& outcome)
{
    const ExitCode code = exitCodeOf(outcome.result);
    if (options.format() == Format::json) {
        json::Value attempts = json::Value::array();
        for (const UpdateAttempt& attempt : outcome.attempts) {
            attempts.push_back({{"mirror", attempt.mirror},
                                {"outcome", std::string(toString(attempt.result))},
                                {"reason", json::of(attempt.reason)},
                                {"detail", attempt.detail}});
        }
        return print(json::dump({{"format", "offramp.catalogUpdate/1"},
                                 {"outcome", std::string(toString(outcome.result))},
                                 {"reason", json::of(outcome.reason)},
                                 {"detail", outcome.detail},
                                 {"serial", outcome.serial == 0 ? json::Value() : json::Value(outcome.serial)},
                                 {"received", outcome.received},
                                 {"attempts", std::move(attempts)}})
                         + "\n",
                     code);
    }
    if (code == ExitCode::clean) {
        return print(wrapped(offramp::inEnglish(outcome.reason), 0) + "\n", code);
    }
    for (const UpdateAttempt& attempt : outcome.attempts) {
        if (outcome.attempts.size() > 1) {
            fmt::print(stderr, "{}\n", wrapped(attempt.mirror + ": " + offramp::inEnglish(attempt.reason), 0));
        }
    }
    fmt::print(stderr, "{}\n", wrapped("offramp-cli: " + offramp::inEnglish(outcome.reason), 0));
    if (!outcome.detail.empty()) {
        fmt::print(stderr, "{}\n", wrapped("(" + outcome.detail + ")", 0));
    }
    fmt::print(stderr, "The catalog in use did not change.\n");
    return code;
}

json::Value lastTryJson(const std::optional<LastTry>& last)
{
    if (!last) {
        return nullptr;
    }
    return {{"at", toString(last->at)},
            {"outcome", std::string(toString(last->result))},
            {"reason", json::of(last->reason)},
            {"mirror", last->mirror}};
}

json::Value statusJson(const CatalogStatus& status, Instant now)
{
    const Catalog& catalog = status.inUse.catalog;
    json::Value value = catalogJson(catalog.info);
    value["format"] = "offramp.catalogStatus/1";
    value["file"] = pathToUtf8(catalog.info.file);
    value["expired"] = now > catalog.info.expiresAt;
    value["ageDays"] = daysBetween(catalog.info.factsAsOf, dayIn(easternZone(), now));
    value["products"] = productCount(catalog);
    value["events"] = catalog.timeline.events.size();
    value["replacements"] = catalog.replacements.size();
    value["origin"] = std::string(toString(status.inUse.origin));
    value["signedBy"] = nullptr;
    if (status.inUse.proof) {
        value["signedBy"] = {{"name", status.inUse.proof->keyName}, {"id", status.inUse.proof->keyId}};
    }
    value["notices"] = json::Value::array();
    for (const Reason& notice : catalog.info.notices) {
        value["notices"].push_back(json::of(notice));
    }
    value["goesBackTo"] = nullptr;
    if (status.goesBackTo) {
        value["goesBackTo"] =
            *status.goesBackTo == 0 ? json::Value("cameWithProgram") : json::Value(*status.goesBackTo);
    }
    value["automatic"] = status.schedule.automatic == Automatic::weekly;
    value["nextTry"] = status.schedule.nextTry ? json::Value(toString(*status.schedule.nextTry)) : json::Value();
    value["lastTry"] = lastTryJson(status.lastTry);
    return value;
}

std::string daysAgo(const Day& day, const Day& today)
{
    const auto days = daysBetween(day, today);
    return days == 0 ? "today" : fmt::format("{} day{} ago", days, days == 1 ? "" : "s");
}

std::string statusText(const CatalogStatus& status, Instant now)
{
    const Catalog& catalog = status.inUse.catalog;
    const CatalogInfo& info = catalog.info;
    std::string out = fmt::format(
        "Catalog {} of {}, facts as of {} ({})\n{} products, {} "
        "timeline events, {} replacements\n"
        "{} {}\nFile: {}\n",
        info.serial, offramp::inEnglish(dayIn(easternZone(), info.issuedAt)), offramp::inEnglish(info.factsAsOf),
        daysAgo(info.factsAsOf, dayIn(easternZone(), now)), productCount(catalog), catalog.timeline.events.size(),
        catalog.replacements.size(), now > info.expiresAt ? "Expired on" : "Good until",
        offramp::inEnglish(dayIn(easternZone(), info.expiresAt)),
        info.file.empty() ? "inside the program" : plain(pathToUtf8(info.file)));
    out += inEnglish(status.inUse.origin);
    if (status.inUse.proof) {
        out += fmt::format(" Signed with the key \"{}\" ({}).", status.inUse.proof->keyName, status.inUse.proof->keyId);
    }
    out += "\n";
    for (const Reason& notice : info.notices) {
        out += styled(Style::attention, wrapped(offramp::inEnglish(notice), 0)) + "\n";
    }
    if (status.goesBackTo) {
        out += *status.goesBackTo == 0 ? "\"catalog rollback\" goes back to the one that came with "
                                         "this Offramp.\n"
                                       : fmt::format("\"catalog rollback\" goes back to {}.\n", *status.goesBackTo);
    }
    if (status.lastTry) {
        out +=
            wrapped(fmt::format("Last update on {}: {}", offramp::inEnglish(dayIn(easternZone(), status.lastTry->at)),
                                offramp::inEnglish(status.lastTry->reason)),
                    0)
            + "\n";
    } else {
        out += "No server was ever asked for a newer one.\n";
    }
    out += status.schedule.automatic == Automatic::weekly
               ? fmt::format("Automatic updates: on, the next one not before {}.\n",
                             offramp::inEnglish(dayIn(easternZone(), status.schedule.nextTry.value_or(now))))
               : std::string("Automatic updates: off.\n");
    return out;
}

ExitCode runStatus(const CommonOptions& options, const CatalogUpdater& updater)
{
    const auto status = updater.status();
    if (!status) {
        return reportBadInput(status.error());
    }
    const Instant now = SystemClock().now();
    return print(options.format() == Format::json ? json::dump(statusJson(*status, now)) + "\n"
                                                  : statusText(*status, now),
                 ExitCode::clean);
}

// Bytes on one line of standard error, if a person is looking.
class UpdateProgress {
public:
    UpdateProgress() : m_visible(isTerminal(Stream::error)) {}
    ~UpdateProgress()
    {
        if (m_visible) {
            fmt::print(stderr, "\r\x1b[K");
        }
    }
    UpdateProgress(const UpdateProgress&) = delete;
    UpdateProgress& operator=(const UpdateProgress&) = delete;

    void show(const Progress& progress) const
    {
        if (!m_visible) {
            return;
        }
        if (progress.item == "catalogDownload") {
            fmt::print(stderr, "\r\x1b[KDownloading the catalog: {} of {} KB", progress.done / 1000,
                       progress.total / 1000);
        } else {
            fmt::print(stderr, "\r\x1b[K{}",
                       progress.item == "catalogIndex" ? "Asking for the newest catalog" : "Checking the catalog");
        }
        std::fflush(stderr);
    }

private:
    bool m_visible;
};

}   // namespace

CatalogCommands addCatalogCommands(CLI::App& catalog, CommonOptions& common, CatalogOptions& options)
{
    const auto json = [&](CLI::App* command) {
        command->add_flag("--json", common.json, "Print JSON instead of text");
        return command;
    };
    CatalogCommands commands;
    commands.status = json(catalog.add_subcommand("status", "Say which catalog is in use and how old its facts are"));
    commands.status
        ->add_option("--catalog", common.catalogFile, "Use this catalog file instead of the one Offramp would choose")
        ->type_name("FILE");
    commands.update = json(catalog.add_subcommand("update", "Ask a server for a newer catalog and install it. The only "
                                                            "command that opens a connection"));
    commands.update
        ->add_option("--mirror", options.mirrors, "Ask this server instead; the address of a folder, https only")
        ->type_name("URL");
    commands.update->add_flag("--if-due", options.ifDue,
                              "Only if automatic updates are on and a week has "
                              "passed; for a scheduler");
    commands.import = json(catalog.add_subcommand("import", "Install a catalog from a file, without any network"));
    commands.import->add_option("FILE", options.file, "catalog-….db.gz, with its .minisig beside it")->required();
    commands.verify = json(catalog.add_subcommand("verify", "Check the catalog in use, from signature to last page"));
    commands.rollback = json(catalog.add_subcommand("rollback", "Use the catalog from before the last update again"));
    commands.automatic =
        json(catalog.add_subcommand("automatic", "Allow or forbid looking for a newer catalog once a week"));
    commands.automatic->add_option("WHETHER", options.automatic, "on or off")
        ->required()
        ->check(CLI::IsMember({"on", "off"}));
    commands.audit = json(catalog.add_subcommand(
        "audit", "Say how good the facts are: how each is known, how old it is, what contradicts itself"));
    commands.audit->add_option("--catalog", common.catalogFile, "Audit this catalog file instead of the one in use")
        ->type_name("FILE");
    commands.audit
        ->add_option("--older-than", options.audit.oldAfterMonths,
                     "List facts whose own date is further back than this")
        ->type_name("MONTHS")
        ->check(CLI::Range(0L, 1200L))
        ->capture_default_str();
    commands.audit->add_option("--as-of", common.asOf, "Count ages up to this date (2026-11-23)")
        ->type_name("DATE")
        ->check([](const std::string& text) {
            const auto asOf = parseAsOf(text);
            return asOf ? std::string() : asOf.error().context;
        });
    commands.audit->add_flag("--strict", options.audit.strict, "End with 12 if there is a fault");
    return commands;
}

ExitCode runCatalog(const CatalogCommands& commands, const CommonOptions& common, const CatalogOptions& options)
{
    if (*commands.audit) {
        return runAudit(common, options.audit);
    }
    UpdateSettings settings = updateSettings();
    if (!options.mirrors.empty()) {
        settings.mirrors = options.mirrors;
    }
    const SystemClock clock;
    CatalogUpdater updater(catalogPlaces(common), std::move(settings), clock);
    if (*commands.status) {
        return runStatus(common, updater);
    }
    if (*commands.verify) {
        return report(common, updater.verify());
    }
    if (*commands.rollback) {
        return report(common, updater.rollBack());
    }
    if (*commands.import) {
        return report(common, updater.importFile(pathFromUtf8(options.file)));
    }
    if (*commands.automatic) {
        return report(common, updater.setAutomatic(options.automatic == "on" ? Automatic::weekly : Automatic::off));
    }
    UpdateOutcome outcome;
    {
        const UpdateProgress line;
        const ProgressSink progress = [&](const Progress& step) { line.show(step); };
        outcome = options.ifDue ? updater.updateIfDue(progress, {}) : updater.update(progress, {});
    }
    return report(common, outcome);
}

}   // namespace offramp::cli
