#include "fleet/osquery_log.h"

#include "base/text.h"
#include "fleet/json_documents.h"
#include "fleet/json_text.h"
#include "fleet/osquery_record.h"
#include "fleet/repetition.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace offramp::fleet {

namespace {

constexpr std::size_t longestLine = std::size_t{1} << 28;

// Buffers must be readable behind their end (simdjson), whatever stands there.
class Buffer {
public:
    explicit Buffer(std::size_t capacity) { grow(capacity); }
    void grow(std::size_t capacity) { m_bytes.resize(capacity + simdjson::SIMDJSON_PADDING); }
    [[nodiscard]] char* data() { return m_bytes.data(); }
    [[nodiscard]] std::size_t capacity() const { return m_bytes.size() - simdjson::SIMDJSON_PADDING; }

private:
    std::vector<char> m_bytes;
};

std::string_view trimmed(std::string_view line)
{
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t' || line.back() == ',')) {
        line.remove_suffix(1);
    }
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) {
        line.remove_prefix(1);
    }
    return line;
}

// Of a line that cannot be decoded: whose it is, if it still says so.
std::string_view hostNamedIn(std::string_view line)
{
    for (const std::string_view key :
         {std::string_view("\"hostIdentifier\""), std::string_view("\"host_identifier\"")}) {
        const std::size_t at = line.find(key);
        if (at == std::string_view::npos) {
            continue;
        }
        std::string_view rest = trimmed(line.substr(at + key.size()));
        if (!rest.starts_with(':')) {
            continue;
        }
        rest = trimmed(rest.substr(1));
        const std::size_t end = rest.find('"', 1);
        if (rest.starts_with('"') && end != std::string_view::npos && end > 1
            && rest.substr(1, end - 1).find('\\') == std::string_view::npos) {
            return rest.substr(1, end - 1);
        }
    }
    return {};
}

// One thread's part: its rows, and the faults by the line within a block.
class Reader {
public:
    explicit Reader(const RowSieve* sieve) : m_rows(sieve), m_records(m_rows) {}

    struct Fault {
        std::uint64_t block = 0;
        std::uint64_t line = 0;
        std::string what;
    };

    // Returns the number of lines.
    std::uint64_t readBlock(const char* data, std::size_t size, std::uint64_t block, std::uint64_t firstPlace)
    {
        std::uint64_t lines = 0;
        for (std::size_t at = 0; at < size; ++lines) {
            const void* newline = std::memchr(data + at, '\n', size - at);
            const std::size_t end =
                newline == nullptr ? size : static_cast<std::size_t>(static_cast<const char*>(newline) - data);
            readLine({data + at, end - at}, block, lines, firstPlace);
            at = end + 1;
        }
        return lines;
    }

    // Between two blocks.
    void relieve(HostStore& store)
    {
        if (store.relieve(m_rows)) {
            m_repetition.forgetHosts();
        }
    }

    FleetRows& rows() { return m_rows; }
    std::vector<Fault>& faults() { return m_faults; }
    [[nodiscard]] std::uint64_t faultCount() const { return m_faultCount; }
    [[nodiscard]] std::uint64_t records() const { return m_recordCount; }

private:
    void readLine(std::string_view line, std::uint64_t block, std::uint64_t number, std::uint64_t firstPlace)
    {
        line = trimmed(line);
        if (block == 0 && number == 0 && line.starts_with("\xEF\xBB\xBF")) {
            line = trimmed(line.substr(3));
        }
        // A list of records may have one in each line.
        if (line.empty() || line == "[" || line == "]") {
            return;
        }
        // A logger may put the time and the program's name before the record.
        const std::size_t begin = line.front() == '[' ? 0 : line.find('{');
        const std::string_view json = line.substr(begin == std::string_view::npos ? 0 : begin);
        if (m_repetition.take(json)) {
            ++m_recordCount;
            return;
        }
        simdjson::dom::element value;
        if (const auto error = m_parser.parse(json.data(), json.size(), false).get(value); error) {
            skip(line, block, number, simdjson::error_message(error));
            return;
        }
        const std::uint64_t place = firstPlace + (block << 24U) + number;
        if (const auto list = listOf(value)) {
            for (const simdjson::dom::element each : *list) {
                take(each, line, block, number, place);
            }
        } else {
            take(value, line, block, number, place);
            m_repetition.learn(json, m_records.singleRow());
        }
    }

    void take(const simdjson::dom::element& value, std::string_view line, std::uint64_t block, std::uint64_t number,
              std::uint64_t place)
    {
        if (m_records.take(value, place) == Outcome::notARecord) {
            skip(line, block, number, "it is JSON, but no result of a query");
        } else {
            ++m_recordCount;
        }
    }

    void skip(std::string_view line, std::uint64_t block, std::uint64_t number, std::string what)
    {
        ++m_faultCount;
        if (m_faults.size() < Faults::most) {
            m_faults.push_back({block, number, std::move(what)});
        }
        if (const std::string_view host = hostNamedIn(line); !host.empty() && text::isUtf8(host)) {
            m_rows.host(host).damaged = true;
        }
    }

    FleetRows m_rows;
    OsqueryRecords m_records;
    Repetition m_repetition;
    simdjson::dom::parser m_parser;
    std::vector<Fault> m_faults;
    std::uint64_t m_faultCount = 0;
    std::uint64_t m_recordCount = 0;
};

// Hands out blocks of whole lines, to one thread at a time.
class Blocks {
public:
    Blocks(Input& input, std::size_t size, const ByteProgress& progress)
        : m_input(input), m_size(size), m_progress(progress)
    {}

    struct Block {
        std::size_t size = 0;
        std::uint64_t number = 0;
    };

    // False at the end.
    bool next(Buffer& buffer, Block& block)
    {
        const std::lock_guard lock(m_mutex);
        if (buffer.capacity() < m_rest.size() + m_size) {
            buffer.grow(m_rest.size() + m_size);
        }
        std::size_t have = m_rest.size();
        std::copy(m_rest.begin(), m_rest.end(), buffer.data());
        m_rest.clear();
        while (!m_ended) {
            const std::size_t got = m_input.read(buffer.data() + have, m_size);
            m_bytes += got;
            m_ended = got < m_size;
            const std::size_t before = have;
            have += got;
            std::size_t cut = have;
            while (cut > before && buffer.data()[cut - 1] != '\n') {
                --cut;
            }
            if (m_ended || cut > before) {
                const std::size_t end = m_ended ? have : cut;
                m_rest.assign(buffer.data() + end, buffer.data() + have);
                have = end;
                break;
            }
            if (have > longestLine) {
                break;   // cut where it stands: what is in two parts is malformed and told
            }
            buffer.grow(have + m_size);
        }
        if (m_progress) {
            m_progress(m_bytes);
        }
        block = {have, m_lines.size()};
        if (have > 0) {
            m_lines.push_back(0);
        }
        return have > 0;
    }

    void done(const Block& block, std::uint64_t lines)
    {
        const std::lock_guard lock(m_mutex);
        m_lines[block.number] = lines;
    }

    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }
    [[nodiscard]] const std::vector<std::uint64_t>& lines() const { return m_lines; }

private:
    Input& m_input;
    std::size_t m_size;
    const ByteProgress& m_progress;
    std::mutex m_mutex;
    std::vector<char> m_rest;   // the beginning of a line
    std::vector<std::uint64_t> m_lines;
    std::uint64_t m_bytes = 0;
    bool m_ended = false;
};

}   // namespace

ReadCounts readOsqueryLog(Input& input, const RowSieve* sieve, const LogOptions& options, FleetRows& rows,
                          Faults& faults, const ByteProgress& progress)
{
    Blocks blocks(input, options.block, progress);
    const unsigned count = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::unique_ptr<Reader>> readers;
    for (unsigned index = 0; index < count; ++index) {
        readers.push_back(std::make_unique<Reader>(sieve));
    }
    const auto work = [&blocks, &options](Reader& reader) {
        Buffer buffer(options.block);
        Blocks::Block block;
        while (blocks.next(buffer, block)) {
            blocks.done(block, reader.readBlock(buffer.data(), block.size, block.number, options.firstPlace));
            if (options.store != nullptr) {
                reader.relieve(*options.store);
            }
        }
    };
    std::vector<std::thread> threads;
    for (unsigned index = 1; index < count; ++index) {
        threads.emplace_back([&work, &readers, index] { work(*readers[index]); });
    }
    work(*readers.front());
    for (std::thread& thread : threads) {
        thread.join();
    }

    std::vector<std::uint64_t> before(blocks.lines().size() + 1, 0);
    for (std::size_t index = 0; index < blocks.lines().size(); ++index) {
        before[index + 1] = before[index] + blocks.lines()[index];
    }
    ReadCounts counts{blocks.bytes(), 0};
    for (const auto& reader : readers) {
        rows.join(std::move(reader->rows()));
        counts.records += reader->records();
        Faults located;
        for (Reader::Fault& fault : reader->faults()) {
            located.add(input.name(), before[fault.block] + fault.line + 1, std::move(fault.what));
        }
        located.addUnlocated(reader->faultCount() - reader->faults().size());
        faults.join(std::move(located));
    }
    if (input.failed()) {
        faults.add(input.name(), 0, "reading ended before the end of the file");
    }
    return counts;
}

ReadCounts readOsqueryText(std::string_view text, const std::string& name, const LogOptions& options, FleetRows& rows,
                           Faults& faults)
{
    OsqueryRecords records(rows);
    ReadCounts counts{text.size(), 0};
    std::uint64_t place = options.firstPlace;
    forEachDocument(text, name, faults, [&](const simdjson::dom::element& document, std::uint64_t line) {
        const auto take = [&](const simdjson::dom::element& record) {
            if (records.take(record, place++) == Outcome::notARecord) {
                faults.add(name, line, "it is JSON, but no result of a query");
            } else {
                ++counts.records;
            }
        };
        if (const auto list = listOf(document)) {
            for (const simdjson::dom::element record : *list) {
                take(record);
            }
        } else {
            take(document);
        }
    });
    return counts;
}

}   // namespace offramp::fleet
