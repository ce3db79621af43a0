#include "cli/removal_commands.h"

#include "base/utf8_path.h"
#include "cli/answer.h"
#include "cli/removal_talk.h"
#include "cli/removal_text.h"
#include "cli/terminal.h"
#include "platform/actions.h"
#include "platform/platform.h"
#include "removal/journal.h"
#include "removal/machine_moment.h"
#include "removal/plan_codec.h"
#include "report/phrases.h"
#include "session/boot_safety.h"
#include "session/removal.h"
#include "session/removal_report.h"
#include "session/removal_session.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace offramp::cli {

namespace {

// What every one of the commands needs, made once.
struct Ground {
    Catalog catalog;
    std::unique_ptr<Host> host;
    std::unique_ptr<Actions> actions;
    std::filesystem::path journal;
    std::unique_ptr<RemovalSession> session;
    bool rehearsal = false;
};

std::filesystem::path desktopApp()
{
    std::error_code fault;
    for (const char* name : {"offramp", "offramp.exe"}) {
        const auto file = programFolder() / name;
        if (std::filesystem::is_regular_file(file, fault)) {
            return file;
        }
    }
    return {};
}

Result<std::unique_ptr<Ground>> groundFor(const CommonOptions& options)
{
    auto ground = std::make_unique<Ground>();
    auto catalog = openCatalog(options);
    if (!catalog) {
        return tl::unexpected(catalog.error());
    }
    ground->catalog = std::move(*catalog);
    auto host = openHost(options);
    if (!host) {
        return tl::unexpected(host.error());
    }
    ground->host = std::move(*host);
    ground->rehearsal = !options.hostFolder.empty();
    if (ground->rehearsal) {
        ground->session = makeRehearsal(*ground->host, ground->catalog, Person::us, std::chrono::milliseconds{200});
        return ground;
    }
    auto journal = personJournalFile();
    if (!journal) {
        return tl::unexpected(journal.error());
    }
    ground->journal = std::move(*journal);
    ground->actions = makeLiveActions();
    ground->session = makeRemovalSession(
        RemovalParts{*ground->host, *ground->actions, ground->catalog, ground->journal, desktopApp()}, Person::us);
    return ground;
}

RemovalTalk::Manners mannersOf(const CommonOptions& common, const RemovalOptions& options)
{
    RemovalTalk::Manners manners;
    manners.narrates = common.format() == Format::text;
    manners.asks =
        manners.narrates && isTerminal(Stream::input) && isTerminal(Stream::error) && options.passwordFile != "-";
    manners.patience = std::chrono::minutes{options.patience};
    manners.passwordFile = options.passwordFile;
    return manners;
}

ExitCode tell(const CommonOptions& common, const Ground& ground, const RemovalState& state, ExitCode code)
{
    return print(common.format() == Format::json ? removalJsonText(state, momentNow(*ground.host)) : outcomeText(state),
                 code);
}

ExitCode misused(const std::string& what)
{
    fmt::print(stderr, "offramp-cli: {}\n", what);
    return ExitCode::usage;
}

// A rehearsal plays its restarts as well.
RemovalState walkToTheEnd(Ground& ground, RemovalTalk& talk)
{
    for (;;) {
        RemovalState state = talk.walked();
        const bool restarts = ground.rehearsal && state.phase == RemovalState::Phase::halted && state.halt
                              && state.halt->why == Halt::Why::restart;
        if (!restarts) {
            return state;
        }
        if (state.bootSafety && warnsOfRestart(*state.bootSafety)) {
            fmt::print(stderr, "{}", bootSafetyText(*state.bootSafety));
        }
        fmt::print(stderr, "The computer would be restarted now.\n");
        ground.session->requestRestart(RestartWish::knowingTheWarning);   // it is only played
        while (ground.session->state().halt->why == Halt::Why::restart) {
            static_cast<void>(talk.rested());
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
        ground.session->goOn();
    }
}

ExitCode refused(const CommonOptions& common, const Ground& ground, const RemovalState& state, const std::string& why)
{
    fmt::print(stderr, "offramp-cli: {}\n", why);
    return common.format() == Format::json ? tell(common, ground, state, ExitCode::notApproved) : ExitCode::notApproved;
}

ExitCode runLeftovers(const CommonOptions& common, const RemovalOptions& options, Ground& ground, RemovalTalk& talk,
                      const RemovalState& ready)
{
    std::set<std::string> chosen(options.choose.begin(), options.choose.end());
    if (chosen.empty()) {
        for (const Leftover& leftover : ready.leftovers) {
            if (leftover.step && leftover.preselected) {
                chosen.insert(leftover.id);
            }
        }
    }
    std::string digest;
    if (!chosen.empty()) {
        const auto plan = planForLeftovers(ready.leftovers, chosen, *ready.before);
        if (!plan) {
            return misused(plan.error().context);
        }
        digest = planDigest(*plan);
    }
    if (options.approve.empty()) {
        const auto code = !ready.leftovers.empty()              ? ExitCode::tracesOnly
                          : ready.before->assessment.conclusive ? ExitCode::clean
                                                                : ExitCode::couldNotTell;
        if (common.format() == Format::json) {
            auto value = json::Value::parse(removalJsonText(ready, momentNow(*ground.host)));
            value["leftoversDigest"] = digest.empty() ? json::Value(nullptr) : json::Value(digest);
            return print(json::dump(value) + "\n", code);
        }
        return print(leftoversText(ready.leftovers) + (digest.empty() ? std::string() : "\nDigest " + digest + "\n")
                         + "Nothing was changed.\n",
                     code);
    }
    if (digest.empty() || options.approve != digest) {
        return refused(common, ground, ready, "this is not the plan that was approved; nothing was changed");
    }
    ground.session->approveLeftovers(chosen);
    const RemovalState done = walkToTheEnd(ground, talk);
    return tell(common, ground, done, outcomeExitCode(done));
}

ExitCode runRemove(const CommonOptions& common, const RemovalOptions& options)
{
    auto made = groundFor(common);
    if (!made) {
        return reportBadInput(made.error());
    }
    Ground& ground = **made;
    RemovalTalk talk(*ground.session, mannersOf(common, options));
    if (const RemovalState found = talk.rested(); found.phase == RemovalState::Phase::halted) {
        fmt::print(stderr, "offramp-cli: a removal is not finished; see \"offramp-cli resume\"\n");
        return tell(common, ground, found, ExitCode::personNeeded);
    }
    auto result = [&] {
        ProgressLine line;
        return check(*ground.host, ground.catalog, {}, [&](const Progress& progress) { line.show(progress); }, {});
    }();
    if (!result) {
        return reportBadInput(result.error());
    }
    const auto wishes = wishesFrom(options.plan, *result);
    if (!wishes) {
        return ExitCode::usage;
    }
    std::vector<GuardId> settled;
    for (const std::string& name : options.settle) {
        const auto guard = guardIdFromString(name);
        if (!guard) {
            return misused(fmt::format("there is nothing called \"{}\" to settle", name));
        }
        settled.push_back(*guard);
    }
    RemovalSession& session = *ground.session;
    session.setWishes(*wishes);
    for (const GuardId guard : settled) {
        session.settle(guard, true);
    }
    session.prepare(std::make_shared<const CheckResult>(std::move(*result)));
    static_cast<void>(talk.rested());
    if (!options.vaultExport.empty()) {
        session.readVaultExport(pathFromUtf8(options.vaultExport));
        session.prepare(session.state().before);   // answered after the file was read
    }
    const RemovalState ready = talk.rested();
    if (ready.phase != RemovalState::Phase::proposed) {
        return reportBadInput(ready.error.value_or(Error{ErrorCode::io, "no plan could be made", 0}));
    }
    if (ready.vaultFault) {
        fmt::print(stderr, "offramp-cli: {}\n", plain(inEnglish(*ready.vaultFault)));
        return ExitCode::badInput;
    }
    if (options.leftovers) {
        return runLeftovers(common, options, ground, talk, ready);
    }
    if (options.approve.empty()) {
        const auto code = planExitCode(ready.proposal, *ready.before);
        return common.format() == Format::json
                   ? print(removalJsonText(ready, momentNow(*ground.host)), code)
                   : print((ready.proposal.plan ? guardsText(ready.guards) + "\n" : std::string())
                               + planText(ready.proposal, *ready.before)
                               + (ready.bootSafety ? "\n" + bootSafetyText(*ready.bootSafety) : std::string()),
                           code);
    }
    if (!ready.proposal.plan) {
        fmt::print(stderr, "offramp-cli: there is no plan; nothing was changed\n");
        return tell(common, ground, ready, planExitCode(ready.proposal, *ready.before));
    }
    session.approve(options.approve);
    const RemovalState begun = walkToTheEnd(ground, talk);
    if (!begun.record) {
        if (common.format() == Format::text) {
            fmt::print(stderr, "{}", guardsText(begun.guards));
        }
        return refused(common, ground, begun,
                       (begun.error ? begun.error->context : std::string("not approved")) + "; nothing was changed");
    }
    return tell(common, ground, begun, outcomeExitCode(begun));
}

ExitCode runResume(const CommonOptions& common, const RemovalOptions& options)
{
    auto made = groundFor(common);
    if (!made) {
        return reportBadInput(made.error());
    }
    Ground& ground = **made;
    RemovalTalk talk(*ground.session, mannersOf(common, options));
    const RemovalState found = talk.rested();
    if (found.phase == RemovalState::Phase::failed) {
        return reportBadInput(found.error.value_or(Error{ErrorCode::io, "the journal of removals", 0}));
    }
    if (found.phase != RemovalState::Phase::halted) {
        fmt::print(stderr, "offramp-cli: every removal is finished\n");
        return tell(common, ground, found, ExitCode::clean);
    }
    if (options.abandon) {
        ground.session->abandon();
        const RemovalState ended = talk.rested();
        return tell(common, ground, ended, ended.error ? ExitCode::badInput : ExitCode::clean);
    }
    if (!options.skip.empty()) {
        ground.session->skip(options.skip);
    } else if (found.halt->state == StepState::waitingForPerson) {
        ground.session->reviewed(found.halt->step);
    } else {
        ground.session->goOn();
    }
    const RemovalState done = walkToTheEnd(ground, talk);
    return tell(common, ground, done, outcomeExitCode(done));
}

// The number that was named, or the newest.
Result<std::int64_t> chosenRemoval(const Journal& journal, std::int64_t wanted)
{
    const auto ids = journal.all();
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    if (wanted == 0 && !ids->empty()) {
        return ids->front();
    }
    if (std::find(ids->begin(), ids->end(), wanted) == ids->end()) {
        return fail(ErrorCode::notFound, wanted == 0 ? "nothing was removed yet" : fmt::format("removal {}", wanted));
    }
    return wanted;
}

Result<std::unique_ptr<Journal>> existingJournal(const std::filesystem::path& file)
{
    std::error_code fault;
    if (!std::filesystem::exists(file, fault)) {
        return fail(ErrorCode::notFound, "nothing was removed yet");
    }
    return Journal::open(file);
}

ExitCode runVerify(const CommonOptions& common, const RemovalOptions& options)
{
    auto made = groundFor(common);
    if (!made) {
        return reportBadInput(made.error());
    }
    Ground& ground = **made;
    const auto journal = existingJournal(ground.journal);
    const auto id = journal ? chosenRemoval(**journal, options.removal) : tl::unexpected(journal.error());
    const auto record = id ? (*journal)->read(*id) : tl::unexpected(id.error());
    if (!record) {
        return reportBadInput(record.error());
    }
    auto result = [&] {
        ProgressLine line;
        return check(*ground.host, ground.catalog, {}, [&](const Progress& progress) { line.show(progress); }, {});
    }();
    if (!result) {
        return reportBadInput(result.error());
    }
    RemovalState state;
    state.phase = record->ending ? RemovalState::Phase::ended : RemovalState::Phase::halted;
    state.record = *record;
    state.verification = verify(record->plan, *result);
    state.leftovers = leftoversFor(*result, ground.catalog).value_or(std::vector<Leftover>{});
    state.bootSafety = bootSafetyOf(*ground.host, ground.catalog);
    const ExitCode code = verificationExitCode(state.verification->result);
    if (common.format() == Format::json) {
        return print(removalJsonText(state, momentNow(*ground.host)), code);
    }
    std::string before = "not known";
    if (const auto kept = json::Value::parse(record->before, nullptr, false);
        kept.is_object() && kept.contains("headline") && kept["headline"].is_string()) {
        before = kept["headline"].get<std::string>();
    }
    return print(fmt::format("{} {}: {}\n{}\n{}", styled(Style::strong, "Before removal"), record->id, plain(before),
                             styled(Style::strong, "Now"), verificationText(*state.verification))
                     + (state.leftovers.empty() ? std::string() : "\n" + leftoversText(state.leftovers)) + "\n"
                     + bootSafetyText(*state.bootSafety),
                 code);
}

ExitCode runUndo(const CommonOptions& common, const RemovalOptions& options)
{
    auto made = groundFor(common);
    if (!made) {
        return reportBadInput(made.error());
    }
    Ground& ground = **made;
    RemovalTalk talk(*ground.session, mannersOf(common, options));
    static_cast<void>(talk.rested());
    const auto journal = existingJournal(ground.journal);
    const auto id = journal ? chosenRemoval(**journal, options.removal) : tl::unexpected(journal.error());
    if (!id) {
        return reportBadInput(id.error());
    }
    ground.session->open(*id);
    if (const auto opened = talk.rested(); !opened.record || opened.record->id != *id) {
        return reportBadInput(opened.error.value_or(Error{ErrorCode::io, "the journal of removals", 0}));
    }
    ground.session->undo(options.undoStep);
    const RemovalState done = talk.rested();
    return tell(common, ground, done, outcomeExitCode(done));
}

ExitCode runReport(const RemovalOptions& options)
{
    if (!options.verifyFile.empty()) {
        const auto bytes = readWhole(options.verifyFile, 2 * reportBytesLimit);
        if (!bytes) {
            return reportBadInput(bytes.error());
        }
        const auto checked = verifyRemovalReport(*bytes);
        if (!checked) {
            return print(fmt::format("Not to be trusted: {}.\n", checked.error().context), ExitCode::actNeeded);
        }
        if (!checked->pageCompared) {
            return print(
                fmt::format("The data in it is unchanged since it was written, and sealed with the key {}.\n"
                            "The page shows it in another language, which cannot be compared: a word on it may "
                            "have been changed.\nThe report as JSON or in English can be verified whole.\n",
                            checked->key),
                ExitCode::couldNotTell);
        }
        return print(fmt::format("Unchanged since it was written.\nSealed with the key {}.\nWho wrote it is not shown "
                                 "by that: the key was made on the computer that wrote it.\n",
                                 checked->key),
                     ExitCode::clean);
    }
    const auto file = personJournalFile();
    if (!file) {
        return reportBadInput(file.error());
    }
    const auto journal = existingJournal(*file);
    const auto id = journal ? chosenRemoval(**journal, options.removal) : tl::unexpected(journal.error());
    if (!id) {
        return reportBadInput(id.error());
    }
    RemovalReportWishes wishes;
    wishes.format = options.reportFormat == "json" ? RemovalReportFormat::json : RemovalReportFormat::html;
    wishes.redaction = options.noRedaction ? Redaction::off : Redaction::on;
    wishes.keyFile = reportKeyFile(*file);
    const auto report = writeRemovalReport(**journal, *id, momentNow(*makeLiveHost()), wishes);
    if (!report) {
        return reportBadInput(report.error());
    }
    useBinaryOutput();   // it is sealed as it is
    return print(*report, ExitCode::clean);
}

}   // namespace

ExitCode runRemovalCommand(const RemovalCommands& commands, const CommonOptions& common, const RemovalOptions& options)
{
    return *commands.remove   ? runRemove(common, options)
           : *commands.resume ? runResume(common, options)
           : *commands.verify ? runVerify(common, options)
           : *commands.undo   ? runUndo(common, options)
                              : runReport(options);
}

}   // namespace offramp::cli
