#include "cli/machine_commands.h"

#include "base/utf8_path.h"
#include "cli/answer.h"
#include "cli/terminal.h"
#include "platform/platform.h"
#include "report/json.h"

#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace offramp::cli {

namespace {

// Both faces of one answer: lines for a person, members and issues for a program.
class Answer {
public:
    explicit Answer(std::string_view format) : m_json{{"format", std::string(format)}} {}

    void add(std::string_view member, json::Value value) { m_json[std::string(member)] = std::move(value); }
    void add(std::string_view member, std::string_view title, json::Value value, std::string_view words)
    {
        add(member, std::move(value));
        line(title, words);
    }
    // `about` names what could not be told; its member is null.
    void addIssue(std::string_view about, std::string_view title, const Error& error)
    {
        m_issues.push_back({{"about", std::string(about)},
                            {"code", std::string(toString(error.code))},
                            {"context", error.context},
                            {"systemCode", error.osCode == 0 ? json::Value(nullptr) : json::Value(error.osCode)}});
        line(title, "could not be told. " + describe(error));
    }
    // Names of files are not broken and keep their blanks.
    void lineOf(std::string_view title, std::string_view file)
    {
        m_text += fmt::format("{:<{}}{}\n", title, width, plain(file));
    }
    void line(std::string_view title, std::string_view words)
    {
        const std::string text = wrapped(words, width);
        m_text += fmt::format("{:<{}}{}\n", title, width, std::string_view(text).substr(width));
    }

    [[nodiscard]] ExitCode print(Format format, ExitCode code) &&
    {
        if (format == Format::text) {
            return cli::print(m_text, code);
        }
        m_json["issues"] = std::move(m_issues);
        return cli::print(json::dump(m_json) + "\n", code);
    }

private:
    static constexpr std::size_t width = 20;   // of the titles

    json::Value m_json;
    json::Value m_issues = json::Value::array();
    std::string m_text;
};

template <class T, class Show>
void addAsked(Answer& answer, std::string_view member, std::string_view title, const Result<T>& asked, Show show)
{
    if (!asked) {
        answer.add(member, nullptr);
        answer.addIssue(member, title, asked.error());
        return;
    }
    const std::pair<json::Value, std::string> shown = show(*asked);
    answer.add(member, title, shown.first, shown.second);
}

std::string listed(const std::vector<std::string>& words)
{
    std::string all;
    for (const std::string& word : words) {
        all += (all.empty() ? "" : ", ") + word;
    }
    return all;
}

std::pair<json::Value, std::string> shownRestart(const PendingRestart& restart)
{
    std::string words = restart.pending ? "waits for a restart" : "none pending";
    if (!restart.reasons.empty()) {
        words += ", asked for by: " + listed(restart.reasons);
    }
    return {{{"pending", restart.pending}, {"reasons", restart.reasons}}, words};
}

std::pair<json::Value, std::string> shownPower(const Power& power)
{
    std::string words = !power.onMains   ? "not known whether it is plugged in"
                        : *power.onMains ? "plugged in"
                                         : "on battery";
    words += power.batteryPercent ? fmt::format(", battery at {} %", *power.batteryPercent) : ", no battery";
    return {{{"onMains", power.onMains ? json::Value(*power.onMains) : json::Value(nullptr)},
             {"batteryPercent", power.batteryPercent ? json::Value(*power.batteryPercent) : json::Value(nullptr)}},
            words};
}

std::string_view inWords(NotificationState state)
{
    switch (state) {
    case NotificationState::welcome: return "welcome now";
    case NotificationState::fullScreen: return "not now: a program has the whole screen";
    case NotificationState::presentation: return "not now: a presentation is shown";
    case NotificationState::quietTime: return "not now: quiet hours";
    case NotificationState::locked: return "not now: the screen is locked or saved";
    }
    return "";
}

template <class T>
void addCount(Answer& answer, json::Value& counts, std::string_view member, std::string_view title,
              const Result<std::vector<T>>& asked)
{
    counts[std::string(member)] = asked ? json::Value(asked->size()) : json::Value(nullptr);
    if (asked) {
        answer.line(title, std::to_string(asked->size()));
    } else {
        answer.addIssue(member, title, asked.error());
    }
}

void addManagers(Answer& answer, const Host& host)
{
    // A recording holds what they keep on the disk and in the registry, never what they answer.
    if (host.machine().os != OsFamily::windows || host.machine().recorded) {
        answer.add("managers", nullptr);
        return;
    }
    json::Value counts = json::Value::object();
    addCount(answer, counts, "services", "Services", host.windowsManagers().services());
    addCount(answer, counts, "installerProducts", "Installer products", host.windowsManagers().installerProducts());
    addCount(answer, counts, "scheduledTasks", "Scheduled tasks", host.windowsManagers().scheduledTasks());
    answer.add("managers", std::move(counts));
}

std::string orDash(const std::string& text)
{
    return text.empty() ? "not known" : text;
}

std::string rightsInWords(const MachineInfo& machine)
{
    const std::string who = machine.os == OsFamily::windows ? "an administrator" : "root";
    return (machine.elevated ? "live, with the rights of " : "live, without the rights of ") + who;
}

std::string managedInWords(const MachineInfo& machine)
{
    if (!machine.managedByOrganisation) {
        return "not known";
    }
    return *machine.managedByOrganisation ? "by an organization" : "by nobody";
}

void addMachine(Answer& answer, const MachineInfo& machine)
{
    json::Value value = json::of(machine);
    value["managed"] =
        machine.managedByOrganisation ? json::Value(*machine.managedByOrganisation) : json::Value(nullptr);
    answer.add("machine", std::move(value));
    answer.line("Name", orDash(machine.name));
    answer.line("System", orDash(machine.osVersion) + (machine.server ? ", a server" : ""));
    answer.line("Language", orDash(machine.locale));
    answer.line("Managed", managedInWords(machine));
    answer.line("Looked at", machine.recorded ? "as a recording" : rightsInWords(machine));
}

void addVersion(Answer& answer, const Result<VersionResource>& version)
{
    if (!version) {
        answer.add("version", nullptr);
        answer.addIssue("version", "Version", version.error());
        return;
    }
    const std::pair<std::string_view, const std::string*> parts[] = {{"company", &version->company},
                                                                     {"product", &version->product},
                                                                     {"description", &version->description},
                                                                     {"version", &version->version}};
    json::Value value = json::Value::object();
    bool silent = true;
    for (const auto& [name, text] : parts) {
        value[std::string(name)] = text->empty() ? json::Value(nullptr) : json::Value(*text);
        silent = silent && text->empty();
    }
    answer.add("version", std::move(value));
    if (silent) {
        answer.line("Version", "the file says nothing of itself");
        return;
    }
    answer.line("Says it is", orDash(version->description));
    answer.line("Product", orDash(version->product));
    answer.line("Company", orDash(version->company));
    answer.line("Version", orDash(version->version));
}

struct TrustWords {
    ExitCode code;
    std::string_view word;   // in JSON
    std::string_view sentence;
};

TrustWords wordsFor(ProgramSignature::Trust trust)
{
    switch (trust) {
    case ProgramSignature::Trust::trusted:
        return {ExitCode::clean, "trusted", "valid, and this computer trusts the signer"};
    case ProgramSignature::Trust::untrusted: return {ExitCode::actNeeded, "untrusted", "not to be trusted"};
    case ProgramSignature::Trust::none: break;
    }
    return {ExitCode::actNeeded, "none", "the file is not signed"};
}

ExitCode addSignature(Answer& answer, const Result<ProgramSignature>& signature)
{
    if (!signature) {
        answer.add("signature", nullptr);
        answer.addIssue("signature", "Signature", signature.error());
        return ExitCode::couldNotTell;
    }
    const auto orNull = [](const std::string& text) { return text.empty() ? json::Value(nullptr) : json::Value(text); };
    const TrustWords words = wordsFor(signature->trust);
    answer.add("signature", {{"trust", std::string(words.word)},
                             {"signer", orNull(signature->signer)},
                             {"detail", orNull(signature->detail)}});
    answer.line("Signature", std::string(words.sentence) + (signature->detail.empty() ? "" : ": " + signature->detail));
    if (!signature->signer.empty()) {
        const bool believed = signature->trust == ProgramSignature::Trust::trusted;
        answer.line(believed ? "Signed by" : "Claims to be by", signature->signer);
    }
    return words.code;
}

std::string wholePath(const std::string& file)
{
    // A place of Windows that is no drive's (\\server\share). The standard library would put it onto the current drive.
    if (file.starts_with(R"(\\)")) {
        return file;
    }
    std::error_code fault;
    const std::filesystem::path path = std::filesystem::absolute(pathFromUtf8(file), fault);
    return fault ? file : pathToUtf8(path);
}

}   // namespace

ExitCode runMachine(const CommonOptions& options)
{
    const auto opened = openHost(options);
    if (!opened) {
        return reportBadInput(opened.error());
    }
    const Host& host = **opened;
    const Conditions& conditions = host.conditions();
    Answer answer("offramp.machine/1");
    addMachine(answer, host.machine());
    addAsked(answer, "bootId", "Started as", conditions.bootId(),
             [](const std::string& id) { return std::pair<json::Value, std::string>(id, id); });
    addAsked(answer, "pendingRestart", "Restart", conditions.pendingRestart(), shownRestart);
    addAsked(answer, "power", "Power", conditions.power(), shownPower);
    addAsked(answer, "notifications", "Notifications", conditions.notifications(), [](NotificationState state) {
        return std::pair<json::Value, std::string>(std::string(toString(state)), std::string(inWords(state)));
    });
    addManagers(answer, host);
    return std::move(answer).print(options.format(), ExitCode::clean);
}

ExitCode runSignature(const CommonOptions& options, const std::string& file)
{
    const std::string shown = wholePath(file);
    const auto host = makeLiveHost();
    const auto status = host->files().status(shown);
    if (!status) {
        return reportBadInput(status.error());
    }
    if (status->directory) {
        fmt::print(stderr, "offramp-cli: {}: a folder, and not a file\n", plain(shown));
        return ExitCode::badInput;
    }
    Answer answer("offramp.signature/1");
    answer.add("file", shown);
    answer.lineOf("File", shown);
    addVersion(answer, host->programFiles().version(shown));
    const ExitCode code = addSignature(answer, host->programFiles().signature(shown));
    return std::move(answer).print(options.format(), code);
}

}   // namespace offramp::cli
