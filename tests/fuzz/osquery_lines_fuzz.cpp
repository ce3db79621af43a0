// Any bytes as a log of osquery, a record a line: wherever the pieces of it end, whether lines that repeat others are
// decoded or not, and whether computers are put aside, the same rows are counted, the same is there at the end, and the
// same lines are told as broken.
#include "fleet/osquery_log.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using namespace offramp;

using Counted = std::vector<std::tuple<std::string, bool, std::array<std::uint32_t, fleet::tableCount>>>;

struct Answer {
    Counted hosts;
    std::vector<std::pair<std::uint64_t, std::string>> faults;
    std::uint64_t faultCount = 0;
    std::uint64_t records = 0;
    std::vector<std::vector<Evidence>> there;   // on each computer; only where every row is kept

    friend bool operator==(const Answer&, const Answer&) = default;
};

constexpr std::size_t plenty = 100000;

Answer read(const std::uint8_t* data, std::size_t size, const fleet::RowSieve* sieve, std::size_t block,
            std::size_t inMemory)
{
    Answer answer;
    std::FILE* const stream = ::fmemopen(const_cast<std::uint8_t*>(data), size, "rb");
    if (stream == nullptr) {
        std::abort();
    }
    fleet::Input input = fleet::Input::from(stream, "log");
    fleet::FleetRows rows(sieve);
    fleet::Faults faults;
    fleet::LogOptions options;
    options.threads = 1;
    options.block = block;
    fleet::HostStore store(inMemory, 0);
    options.store = &store;
    const fleet::ReadCounts counts = fleet::readOsqueryLog(input, sieve, options, rows, faults, {});
    static_cast<void>(std::fclose(stream));
    if (counts.bytes != size) {
        std::abort();
    }
    answer.records = counts.records;
    answer.faultCount = faults.count();
    for (const auto& fault : faults.located()) {
        answer.faults.emplace_back(fault.line, fault.what);
    }
    const auto taken = store.forEach(rows, [&](fleet::HostRows& host) -> Result<void> {
        std::array<std::uint32_t, fleet::tableCount> counted{};
        for (std::size_t table = 0; table < fleet::tableCount; ++table) {
            counted[table] = host.table(static_cast<fleet::Table>(table)).rows;
        }
        answer.hosts.emplace_back(host.name, host.damaged, counted);
        auto there = host.settle();
        if (sieve == nullptr) {
            answer.there.push_back(std::move(there));
        }
        return {};
    });
    if (!taken) {
        std::abort();
    }
    return answer;
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    // One that lets nothing pass: every row is counted only, so that lines that repeat others are not decoded.
    static const fleet::RowSieve nothing{AnchorTable{}};
    constexpr std::size_t block = std::size_t{1} << 20U;
    const Answer counted = read(data, size, &nothing, block, plenty);
    if (read(data, size, &nothing, 61, plenty) != counted || read(data, size, &nothing, 61, 1) != counted) {
        std::abort();
    }
    Answer whole = read(data, size, nullptr, block, plenty);
    if (read(data, size, nullptr, 61, 1) != whole) {
        std::abort();
    }
    whole.there.clear();
    if (whole != counted) {
        std::abort();
    }
    return 0;
}
