#include "session/removal_report.h"

#include "removal/result_codes.h"
#include "report/html_parts.h"
#include "report/phrases.h"
#include "report/redaction.h"
#include "report/removal_html.h"
#include "session/removal.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace offramp {

namespace {

using json::Value;

Value orNull(const std::string& text)
{
    return text.empty() ? Value(nullptr) : Value(text);
}

// Which table says what a step's code means.
std::optional<ResultTool> toolOf(const StepAction& action)
{
    const auto ofManager = [](PackageManager manager) -> std::optional<ResultTool> {
        switch (manager) {
        case PackageManager::dpkg: return ResultTool::dpkg;
        case PackageManager::rpm: return ResultTool::rpm;
        case PackageManager::pacman: break;
        }
        return std::nullopt;
    };
    if (const auto* package = std::get_if<RemovePackage>(&action)) {
        return ofManager(package->manager);
    }
    if (const auto* purge = std::get_if<PurgePackage>(&action)) {
        return ofManager(purge->manager);
    }
    if (std::holds_alternative<RemoveMsiProduct>(action)) {
        return ResultTool::windowsInstaller;
    }
    if (std::holds_alternative<RunUninstaller>(action)) {
        return ResultTool::uninstaller;
    }
    return std::nullopt;
}

Value meaningOf(const StepAction& action, StepState state, std::optional<int> code)
{
    if (!code) {
        return nullptr;
    }
    auto tool = toolOf(action);
    const bool packages = tool == ResultTool::dpkg || tool == ResultTool::rpm;
    const auto fromQuestion = knownResults(ResultTool::pkexec);
    const bool nobodyAllowedIt = state == StepState::declined || state == StepState::refused;
    if (nobodyAllowedIt && std::find(fromQuestion.begin(), fromQuestion.end(), *code) != fromQuestion.end()) {
        tool = ResultTool::pkexec;   // the tool of the step itself was never reached
    } else if (packages && state == StepState::busy) {
        // Its message told, not its code, which others have, too.
        return inEnglish(Reason{ReasonCode::resultPackagesLocked, {std::to_string(*code)}, {}});
    }
    return tool ? Value(inEnglish(resultOf(*tool, *code).says)) : Value(nullptr);
}

Value gapJson(const ProtectionGap& gap)
{
    return {{"state", std::string(toString(gap.state))},
            {"leastSeconds", gap.least.count()},
            {"mostSeconds", gap.most.count()},
            {"partlyUnknown", gap.partlyUnknown},
            {"since", gap.since ? Value(toString(*gap.since)) : Value(nullptr)},
            {"text", inEnglish(gap)}};
}

Value stepJson(const MigrationRecord& record, const Step& step)
{
    Value value = stepJson(step);
    const StepState state = stateOf(record, step.id);
    const Transition* const newest = newestOf(record, step.id);
    const auto first = std::find_if(record.transitions.begin(), record.transitions.end(),
                                    [&](const Transition& each) { return each.step == step.id; });
    std::optional<int> code;
    StepState then = state;
    for (const Transition& each : record.transitions) {
        if (each.step == step.id && each.code) {
            code = each.code;
            then = each.state;
        }
    }
    value["state"] = std::string(toString(state));
    value["stateText"] = std::string(inEnglish(state));
    value["began"] = first == record.transitions.end() ? Value(nullptr) : Value(toString(first->moment.at));
    value["at"] = newest == nullptr ? Value(nullptr) : Value(toString(newest->moment.at));
    value["code"] = code ? Value(*code) : Value(nullptr);
    value["codeMeans"] = meaningOf(step.action, then, code);
    value["detail"] = newest == nullptr ? Value(nullptr) : orNull(newest->detail);
    return value;
}

// What a report tells of a check.
Value summaryOf(const Value& check)
{
    if (!check.is_object()) {
        return nullptr;
    }
    Value summary = Value::object();
    for (const char* member : {"checkedAt", "verdict", "headline", "headlineReason", "conclusive", "protection"}) {
        const auto found = check.find(member);
        summary[member] = found == check.end() ? Value(nullptr) : *found;
    }
    Value products = Value::array();
    if (const auto found = check.find("installations"); found != check.end() && found->is_array()) {
        for (const Value& installation : *found) {
            Value product = Value::object();
            for (const char* member : {"product", "name", "version", "state"}) {
                const auto told = installation.is_object() ? installation.find(member) : installation.end();
                product[member] = told == installation.end() ? Value(nullptr) : *told;
            }
            products.push_back(std::move(product));
        }
    }
    summary["installations"] = std::move(products);
    return summary;
}

// What a check that is kept says of a restart; null when it was written by an Offramp that did not look.
Value bootSafetyIn(const Value& check)
{
    const auto found = check.is_object() ? check.find("bootSafety") : check.end();
    return check.is_object() && found != check.end() ? *found : Value(nullptr);
}

Value parsed(const std::string& text)
{
    Value value = Value::parse(text, nullptr, false);
    return value.is_discarded() ? Value(nullptr) : value;
}

// How the check called the product or replacement of that id; null when it named none.
Value nameIn(const Value& check, const std::string& id)
{
    constexpr std::array<std::pair<const char*, const char*>, 2> lists{
        {{"installations", "product"}, {"recommendations", "id"}}};
    for (const auto& [list, member] : lists) {
        const auto found = check.is_object() ? check.find(list) : check.end();
        if (!check.is_object() || found == check.end() || !found->is_array()) {
            continue;
        }
        for (const Value& each : *found) {
            const bool objects = each.is_object() && each.contains(member) && each.contains("name");
            if (objects && each[member] == id && each["name"].is_string()) {
                return each["name"];
            }
        }
    }
    return nullptr;
}

void addEvents(const MigrationRecord& record, Value& events)
{
    const auto add = [&](const char* what, const Moment& moment, Value more) {
        Value event = {{"removal", record.id}, {"what", what}, {"at", toString(moment.at)}};
        event.update(more);
        events.push_back(std::move(event));
    };
    add("approved", record.approved, {{"digest", record.digest}});
    for (const Answer& answer : record.answers) {
        add("answer", answer.moment, {{"question", answer.question}, {"answer", answer.answer}});
    }
    for (const Transition& each : record.transitions) {
        add("step", each.moment,
            {{"step", each.step},
             {"state", std::string(toString(each.state))},
             {"code", each.code ? Value(*each.code) : Value(nullptr)},
             {"detail", orNull(each.detail)}});
    }
    for (const ProtectionReading& reading : record.protection) {
        add("protection", reading.moment, {{"protection", std::string(toString(reading.protection))}});
    }
}

// The removal a report is about and what followed it, in the order they happened.
Result<std::vector<MigrationRecord>> chapter(const Journal& journal, std::int64_t removal)
{
    auto ids = journal.all();
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    std::sort(ids->begin(), ids->end());
    std::vector<MigrationRecord> told;
    for (const std::int64_t id : *ids) {
        auto record = journal.read(id);
        if (!record) {
            if (id == removal) {
                return tl::unexpected(record.error());
            }
            continue;   // another one that cannot be read takes nothing from this
        }
        if (record->plan.kind == RemovalPlan::Kind::removal) {
            const bool over =
                std::any_of(told.begin(), told.end(), [&](const auto& each) { return each.id == removal; });
            if (over) {
                break;
            }
            told.clear();
        }
        told.push_back(std::move(*record));
    }
    const bool there = std::any_of(told.begin(), told.end(), [&](const auto& each) { return each.id == removal; });
    if (!there) {
        return fail(ErrorCode::notFound, fmt::format("there is no removal {}", removal));
    }
    return told;
}

std::string duration(std::chrono::seconds time)
{
    const auto seconds = time.count();
    if (seconds < 120) {
        return fmt::format("{} second{}", seconds, seconds == 1 ? "" : "s");
    }
    return seconds < 7200 ? fmt::format("{} minutes", seconds / 60) : fmt::format("{} hours", seconds / 3600);
}

}   // namespace

std::string_view inEnglish(StepState state)
{
    switch (state) {
    case StepState::waiting: return "not begun";
    case StepState::running: return "was cut off";
    case StepState::done: return "done";
    case StepState::alreadyDone: return "there was nothing to do";
    case StepState::doneUnchecked: return "done by its own word; it could not be checked";
    case StepState::doneAfterRestart: return "done as soon as the computer restarts";
    case StepState::notNeeded: return "not needed";
    case StepState::skipped: return "left out by the person";
    case StepState::waitingForRestart: return "waits for a restart";
    case StepState::waitingForProtection: return "no antivirus is on yet";
    case StepState::waitingForPerson: return "waits for the person";
    case StepState::interrupted: return "was cut off, and nobody can tell how far it came";
    case StepState::stillThere: return "its program ended well, but it is still there";
    case StepState::busy: return "another installation was running";
    case StepState::refused: return "refused";
    case StepState::declined: return "the person said no";
    case StepState::failed: return "failed";
    case StepState::needsPassword: return "asks for a password";
    case StepState::undone: return "put back";
    }
    return {};
}

std::string inEnglish(const ProtectionGap& gap)
{
    const std::string unknown = gap.partlyUnknown ? " For some of the time nobody could tell." : "";
    const std::string time = gap.least == gap.most
                                 ? duration(gap.most)
                                 : "at least " + duration(gap.least) + " and at most " + duration(gap.most);
    switch (gap.state) {
    case ProtectionGap::State::none: return "An antivirus was on all the time." + unknown;
    case ProtectionGap::State::open: return "No antivirus is on, for " + time + " so far." + unknown;
    case ProtectionGap::State::closed: return "No antivirus was on for " + time + "." + unknown;
    case ProtectionGap::State::notKnown: break;
    }
    return "This system does not say whether an antivirus is on.";
}

json::Value removalJson(const MigrationRecord& record, const Moment& now)
{
    Value steps = Value::array();
    for (const Step& step : record.plan.steps) {
        steps.push_back(stepJson(record, step));
    }
    const Value before = parsed(record.before);
    Value answers = Value::array();
    for (const Answer& answer : record.answers) {
        answers.push_back({{"question", answer.question},
                           {"answer", answer.answer},
                           {"name", nameIn(before, answer.answer)},
                           {"at", toString(answer.moment.at)}});
    }
    return {{"id", record.id},
            {"kind", std::string(toString(record.plan.kind))},
            {"digest", record.digest},
            {"catalogSerial", record.plan.catalogSerial},
            {"approvedAt", toString(record.approved.at)},
            {"ending", record.ending ? Value(std::string(toString(*record.ending))) : Value(nullptr)},
            {"steps", std::move(steps)},
            {"kept", json::of(record.plan.kept)},
            {"answers", std::move(answers)},
            {"protectionGap", gapJson(gapOf(record.protection, now))}};
}

Result<std::string> writeRemovalReport(const Journal& journal, std::int64_t removal, const Moment& now,
                                       const RemovalReportWishes& wishes)
{
    const auto records = chapter(journal, removal);
    if (!records) {
        return tl::unexpected(records.error());
    }
    Redactor redactor;
    Value removals = Value::array();
    Value events = Value::array();
    for (const MigrationRecord& record : *records) {
        const Value before = parsed(record.before);
        const Value after = parsed(record.after);
        redactor.computerIsCalled(record.plan.machine);
        for (const Value* check : {&before, &after}) {
            const auto machine = check->is_object() ? check->find("machine") : check->end();
            if (check->is_object() && machine != check->end() && machine->is_object()) {
                redactor.computerIsCalled(machine->value("name", Value("")).is_string()
                                              ? machine->value("name", std::string())
                                              : std::string());
            }
        }
        redactor.learnFrom(before);
        redactor.learnFrom(after);
        Value told = removalJson(record, now);
        told["before"] = summaryOf(before);
        told["after"] = summaryOf(after);
        const auto verified = after.is_object() ? after.find("verification") : after.end();
        told["verification"] = after.is_object() && verified != after.end() ? *verified : Value(nullptr);
        told["bootSafety"] = {{"before", bootSafetyIn(before)}, {"after", bootSafetyIn(after)}};
        removals.push_back(std::move(told));
        addEvents(record, events);
    }
    Value report = {{"format", "offramp.removalReport/1"},
                    {"writtenAt", toString(now.at)},
                    {"rehearsal", wishes.rehearsal},
                    {"redacted", wishes.redaction == Redaction::on},
                    {"machine", orNull(records->front().plan.machine)},
                    {"removals", std::move(removals)},
                    {"events", std::move(events)}};
    if (wishes.redaction == Redaction::on) {
        redactor.learnFrom(report);
        report = redactor.applied(report);
    }
    report["chain"] = chainEvents(report["events"]);
    const auto finished = sealed(std::move(report), wishes.keyFile);
    if (!finished) {
        return tl::unexpected(finished.error());
    }
    return wishes.format == RemovalReportFormat::html
               ? htmlRemovalReport(*finished, reportBytes(*finished), wishes.language)
               : reportBytes(*finished);
}

Result<SealCheck> verifyRemovalReport(std::string_view bytes)
{
    if (bytes.size() > 2 * reportBytesLimit) {
        return fail(ErrorCode::tooLarge, "the report");
    }
    const auto inside = sealedPartOf(bytes);
    auto checked = checkSeal(inside ? std::string_view(*inside) : bytes);
    if (checked && inside && htmlRemovalReport(checked->report, *inside) != bytes) {
        if (html::pageTag(bytes) != PageLanguage().tag) {
            checked->pageCompared = false;
            return checked;
        }
        return fail(ErrorCode::malformed,
                    "the sealed part of the page is unchanged, but the page around it is not what this version of "
                    "Offramp makes of it");
    }
    return checked;
}

std::filesystem::path reportKeyFile(const std::filesystem::path& journal)
{
    return journal.parent_path() / "report.key";
}

}   // namespace offramp
