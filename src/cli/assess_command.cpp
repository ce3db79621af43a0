#include "cli/assess_command.h"

#include "base/utf8_path.h"
#include "cli/answer.h"
#include "cli/assess_text.h"
#include "cli/terminal.h"
#include "fleet/answer_text.h"
#include "fleet/intake.h"
#include "platform/platform.h"
#include "report/fleet_html.h"

#include <chrono>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <utility>

namespace offramp::cli {

const char* const aboutAssess =
    "Reads what fleet engines already collect and judges every computer in it, with the same rules\n"
    "as \"check\". FILE is a file, a folder of files, a recorded machine, or - for standard input.\n"
    "\n"
    "Formats: osquery (result logs), fleet (Fleet's host software), glpi (GLPI and OCS inventories, XML\n"
    "or JSON), wazuh (syscollector), intune (discovered apps, CSV), reg (a registry export). They are\n"
    "recognized; --format names one for everything.\n"
    "\n"
    "What cannot be read is counted, told with its file and line, and skipped. A computer is never called\n"
    "clean when a list it needs (on Windows programs, services and drivers) was not collected.\n"
    "\n"
    "A row of a computer may come at any place of any file. Where the rows of each stand together, what is known\n"
    "of it is put aside in a temporary file, and memory grows by some 50 bytes for each computer; where the rows\n"
    "of many alternate, by some 4 kB. The summary and --html keep a line about each that is not clean.\n"
    "\n"
    "Exit codes:\n"
    "  0   every computer is clean, or holds only what the rules leave out\n"
    "  10  at least one to act on: affected, moved or unclear\n"
    "  11  at least one with traces, none to act on\n"
    "  20  at least one could not be told, or something was skipped; nothing was found\n"
    "  65  nothing that was given could be read\n"
    "  74  the answer could not be written completely\n"
    "\n"
    "Example: offramp-cli assess osqueryd.results.log --json | jq -r 'select(.verdict==\"affected\").host'";

namespace {

ExitCode exitCodeOf(const FleetSummary& summary, const fleet::Faults& faults)
{
    const auto any = [&](Verdict verdict) { return summary.count(verdict) > 0; };
    if (any(Verdict::affected) || any(Verdict::moved) || any(Verdict::unclear)) {
        return ExitCode::actNeeded;
    }
    if (any(Verdict::traces)) {
        return ExitCode::tracesOnly;
    }
    return any(Verdict::couldNotTell) || faults.count() > 0 ? ExitCode::couldNotTell : ExitCode::clean;
}

// Writes as the answers come, so a million computers need no more memory than one.
class Writer {
public:
    void write(std::string_view text)
    {
        m_failed = m_failed || std::fwrite(text.data(), 1, text.size(), stdout) != text.size();
    }
    [[nodiscard]] bool finish() { return std::fflush(stdout) == 0 && !m_failed; }

private:
    bool m_failed = false;
};

bool writeFile(const std::string& name, const std::string& content)
{
    std::ofstream file(pathFromUtf8(name), std::ios::binary | std::ios::trunc);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.close();
    return !file.fail();
}

}   // namespace

ExitCode runAssess(const CommonOptions& options, const AssessOptions& wanted)
{
    auto catalog = openCatalog(options);
    if (!catalog) {
        return reportBadInput(catalog.error());
    }
    fleet::Question question{*catalog, personFromString(options.person).value_or(Person::us), {}, {}};
    question.today = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    question.asOf = question.today;
    if (!options.asOf.empty()) {
        const auto asOf = parseAsOf(options.asOf);
        if (!asOf) {
            return reportBadInput(asOf.error());
        }
        question.asOf = *asOf;
    }
    ProgressLine line;
    fleet::IntakeOptions reading;
    if (!wanted.format.empty()) {
        reading.format = fleet::formatFromString(wanted.format);
    }
    reading.openRecording = openRecordedHost;
    reading.progress = [&line](std::uint64_t bytes) { line.show(fmt::format("Read {} MB", bytes >> 20U)); };
    auto intake = fleet::Intake::make(*catalog, std::move(reading));
    if (!intake) {
        return reportBadInput(intake.error());
    }
    for (const std::string& file : wanted.files) {
        if (file == "-") {
            useBinaryInput();
            (*intake)->add(fleet::Input::from(stdin, "-"));
        } else {
            (*intake)->add(pathFromUtf8(file), file);
        }
    }
    line.clear();

    Writer out;
    const bool lines = options.format() == Format::json;
    const bool summarized = (!lines && !wanted.csv) || !wanted.html.empty();
    FleetSummary summary(question.asOf, summarized ? FleetSummary::Detail::computers : FleetSummary::Detail::counts);
    if (wanted.csv) {
        out.write(fleet::csvHeader());
    }
    const auto answered = (*intake)->answer(question, [&](const fleet::HostAnswer& answer) {
        if (lines) {
            out.write(fleet::jsonLineOf(answer) + "\n");
        } else if (wanted.csv) {
            out.write(fleet::csvOf(answer));
        }
        summary.add(answer);
    });
    const fleet::Faults& faults = (*intake)->faults();
    if (lines || wanted.csv || (*intake)->inputsRead() == 0) {
        fmt::print(stderr, "{}", renderFaults(faults));
    }
    if (const std::string_view why = (*intake)->whyInMemory(); !why.empty()) {
        fmt::print(stderr, "offramp-cli: {}, so memory grew by some 4 kB for each computer\n", why);
    }
    if (!answered) {
        return reportBadInput(answered.error());
    }
    if ((*intake)->inputsRead() == 0) {
        return ExitCode::badInput;
    }
    if (!lines && !wanted.csv) {
        out.write(renderSummary(summary, faults));
    }
    const bool reportWritten =
        wanted.html.empty() || writeFile(wanted.html, fleetHtmlReport(summaryJson(summary, faults, *catalog)));
    if (!reportWritten) {
        fmt::print(stderr, "offramp-cli: {} could not be written\n", wanted.html);
    }
    if (!out.finish() || !reportWritten) {
        return ExitCode::outputFailed;
    }
    return exitCodeOf(summary, faults);
}

}   // namespace offramp::cli
