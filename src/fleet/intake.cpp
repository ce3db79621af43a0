#include "fleet/intake.h"

#include "base/text.h"
#include "base/utf8_path.h"
#include "catalog/product_library.h"
#include "fleet/json_text.h"
#include "fleet/readers.h"
#include "inventory/scanner.h"
#include "report/snapshot_record.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace offramp::fleet {

namespace {

namespace fs = std::filesystem;

// An inventory of one computer or an interface's answer; osquery logs are read in pieces and may have any size.
constexpr std::size_t largestText = std::size_t{2} << 30U;
constexpr std::string_view manifest = "machine.json";

// Whether the file holds records over several lines, or a list of them, instead of one in each line.
bool spansLines(std::string_view beginning)
{
    const std::size_t first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == std::string_view::npos || (beginning[first] != '{' && beginning[first] != '[')) {
        return false;
    }
    simdjson::dom::parser parser;
    std::string_view rest = beginning.substr(first);
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        std::string_view line = rest.substr(0, end);
        while (!line.empty() && (line.back() == '\r' || line.back() == ',' || line.back() == ' ')) {
            line.remove_suffix(1);
        }
        simdjson::dom::element value;
        if (parser.parse(line.data(), line.size(), true).get(value) == simdjson::SUCCESS && value.is_object()) {
            return false;
        }
        rest.remove_prefix(end + 1);
    }
    // The beginning of one line longer than what was looked at is no sign of anything.
    return rest.size() != beginning.size() - first || beginning[first] == '[';
}

}   // namespace

Intake::Intake(IntakeOptions options, std::unique_ptr<RowSieve> sieve)
    : m_options(std::move(options)), m_sieve(std::move(sieve)), m_rows(m_sieve.get())
{}

Result<std::unique_ptr<Intake>> Intake::make(const Catalog& catalog, IntakeOptions options)
{
    std::unique_ptr<RowSieve> sieve;
    if (catalog.library) {
        auto anchors = catalog.library->anchors();
        if (!anchors) {
            return tl::unexpected(anchors.error());
        }
        sieve = std::make_unique<RowSieve>(std::move(*anchors));
    }
    return std::unique_ptr<Intake>(new Intake(std::move(options), std::move(sieve)));
}

void Intake::add(const fs::path& place, const std::string& name)
{
    std::error_code error;
    if (fs::is_directory(place, error)) {
        addFolder(place, name);
        return;
    }
    auto input = Input::open(place, name);
    if (!input) {
        m_faults.add(name, 0, describe(input.error()));
        return;
    }
    add(std::move(*input), place);
}

void Intake::addFolder(const fs::path& folder, const std::string& name)
{
    std::error_code error;
    if (fs::exists(folder / manifest, error)) {
        addRecording(folder, name);
        return;
    }
    std::vector<fs::path> entries;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        entries.push_back(entry->path());
    }
    if (error) {
        m_faults.add(name, 0, "the folder cannot be listed: " + error.message());
    }
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) {
        const std::string entryName = name + "/" + pathToUtf8(entry.filename());
        const bool hidden = pathToUtf8(entry.filename()).starts_with('.');
        if (!fs::is_directory(entry, error)) {
            if (!hidden) {
                add(entry, entryName);
            }
        } else if (fs::exists(entry / manifest, error)) {
            addRecording(entry, entryName);
        } else if (!hidden) {
            m_faults.add(entryName, 0, "a folder that holds no recorded machine");
        }
    }
}

void Intake::addRecording(const fs::path& folder, const std::string& name)
{
    auto host = m_options.openRecording(folder);
    auto snapshot = host ? scan(**host, {}, {}) : tl::unexpected(host.error());
    if (!snapshot) {
        m_faults.add(name, 0, describe(snapshot.error()));
        return;
    }
    if (snapshot->machine.name.empty()) {
        std::error_code error;
        const bool isFile = fs::is_regular_file(folder, error);
        snapshot->machine.name =
            isFile ? nameFromFile(name)
                   : pathToUtf8(folder.filename().empty() ? folder.parent_path().filename() : folder.filename());
    }
    m_snapshots.push_back(std::move(*snapshot));
    ++m_inputs;
}

void Intake::addSaved(Input& input)
{
    const auto bytes = input.readAll(largestSnapshotRecord);
    auto record = bytes ? decodeSnapshotRecord(*bytes) : tl::unexpected(bytes.error());
    if (!record) {
        m_faults.add(input.name(), 0, describe(record.error()));
        return;
    }
    std::string& name = record->snapshot.machine.name;
    if (name.empty()) {
        name = nameFromFile(input.name());
    }
    const auto known = [&] {
        return std::any_of(m_snapshots.begin(), m_snapshots.end(),
                           [&](const HostSnapshot& other) { return other.machine.name == name; });
    };
    if (known()) {   // another computer of this name
        name += " (" + (record->computer.empty() ? nameFromFile(input.name()) : record->computer) + ")";
    }
    m_snapshots.push_back(std::move(record->snapshot));
    ++m_inputs;
}

void Intake::add(Input input, const fs::path& place)
{
    const auto format = m_options.format ? m_options.format : recognise(input.peek(beginningLength));
    if (!format) {
        m_faults.add(input.name(), 0, "not recognized; name the format with --format: " + allFormats());
        return;
    }
    if (*format == Format::saved) {
        addSaved(input);
    } else if (*format != Format::registry) {
        take(*format, input);
        m_store.relieve(m_rows);
        ++m_inputs;
    } else if (!place.empty()) {
        addRecording(place, input.name());
    } else {
        m_faults.add(input.name(), 0, "a registry export is read from a file, not from standard input");
    }
}

void Intake::take(Format format, Input& input)
{
    LogOptions log;
    log.threads = m_options.threads;
    log.store = &m_store;
    log.firstPlace = static_cast<std::uint64_t>(m_inputs) << 48U;
    const auto add = [&](const ReadCounts& counts) {
        m_counts.bytes += counts.bytes;
        m_counts.records += counts.records;
    };
    if (format == Format::osquery && !spansLines(input.peek(beginningLength))) {
        add(readOsqueryLog(input, m_sieve.get(), log, m_rows, m_faults, m_options.progress));
        return;
    }
    auto bytes = input.readAll(largestText);
    if (!bytes) {
        m_faults.add(input.name(), 0, describe(bytes.error()));
        return;
    }
    const std::string text = asUtf8Text(std::move(*bytes));
    const ReadTarget target{m_rows, m_faults, input.name(), {m_inputs, 0, {0, log.firstPlace}}};
    switch (format) {
    case Format::osquery: add(readOsqueryText(text, input.name(), log, m_rows, m_faults)); break;
    case Format::fleet: add(readFleetSoftware(text, target)); break;
    case Format::glpi:
        add(text::trim(text).starts_with('<') ? readInventoryXml(text, target) : readInventoryJson(text, target));
        break;
    case Format::wazuh: add(readWazuh(text, target)); break;
    case Format::intune: add(readIntuneCsv(text, target)); break;
    case Format::registry:
    case Format::saved: break;   // are read as machines
    }
}

Result<void> Intake::answer(const Question& question, const std::function<void(const HostAnswer&)>& take)
{
    std::sort(m_snapshots.begin(), m_snapshots.end(), [](const HostSnapshot& left, const HostSnapshot& right) {
        return left.machine.name < right.machine.name;
    });
    Judge judge(question);
    auto recorded = m_snapshots.begin();
    const auto give = [&](const Result<HostAnswer>& answer) {
        if (answer) {
            take(*answer);
        }
        return answer.has_value();
    };
    const auto giveRecorded = [&](const std::string* before) -> Result<void> {
        for (; recorded != m_snapshots.end() && (before == nullptr || recorded->machine.name < *before); ++recorded) {
            const auto answer = judge.judge(*recorded);
            if (!give(answer)) {
                return tl::unexpected(answer.error());
            }
        }
        return {};
    };
    const auto giveHost = [&](HostRows& host) -> Result<void> {
        if (auto done = giveRecorded(&host.name); !done) {
            return done;
        }
        const auto answer = judge.judge(host);
        return give(answer) ? Result<void>{} : tl::unexpected(answer.error());
    };
    if (auto done = m_store.forEach(m_rows, giveHost); !done) {
        return done;
    }
    return giveRecorded(nullptr);
}

}   // namespace offramp::fleet
