#include "platform/desktop.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

using namespace offramp;

namespace {

// KiB of this process, of each kind the kernel tells of.
long memoryOf(const std::vector<std::string>& kinds)
{
    std::ifstream file("/proc/self/smaps_rollup");
    long sum = 0;
    for (std::string line; std::getline(file, line);) {
        const auto end = line.find(':');
        if (end != std::string::npos && std::count(kinds.begin(), kinds.end(), line.substr(0, end)) > 0) {
            sum += std::stol(line.substr(end + 1));
        }
    }
    return sum;
}

}   // namespace

TEST_CASE("memory that is given back is not the program's any more, and the program goes on", "[memory]")
{
    constexpr std::size_t blocks = 16384;
    constexpr std::size_t size = 4000;
    std::vector<std::unique_ptr<std::string>> memory;
    for (std::size_t i = 0; i < blocks; ++i) {
        memory.push_back(std::make_unique<std::string>(size, 'x'));
    }
    for (std::size_t i = 0; i + 1 < blocks; ++i) {   // the last one lies above all others
        memory[i].reset();
    }
    const long written = memoryOf({"Private_Dirty"});
    const long code = memoryOf({"Private_Clean", "Shared_Clean"});
    giveBackMemory();
    CHECK(memoryOf({"Private_Clean", "Shared_Clean"}) < code);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)   // they have allocators of their own
    constexpr long most = blocks * size / 1024;
    CHECK(written - memoryOf({"Private_Dirty"}) > most / 2);
#else
    static_cast<void>(written);
#endif
    CHECK(*memory.back() == std::string(size, 'x'));
    CHECK(fmt::format("{:05.1f}", 2.25) == "002.2");
    giveBackMemory();
    giveBackMemory();
    CHECK_THROWS_AS(std::stoi("no number"), std::invalid_argument);   // unwinding reads tables that were let go of
}
