// HostStore: the computers nobody has said anything about for a while, put aside in a file of its own until all is
// read, so that memory does not grow with them.
//
// A row of a computer may still come later: then there are several parts of it, and they are joined at the end. So it
// does not matter in which order rows come; only where the rows of many computers alternate without end, putting aside
// would write a part for every row, and they are kept in memory instead.
#pragma once

#include "fleet/host_rows.h"
#include "platform/scratch_file.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::fleet {

class HostStore {
public:
    // So many computers of each thread stay in memory. Fewer rows of each than `together`, and they do not stand
    // together.
    explicit HostStore(std::size_t most = 4096, std::uint64_t together = 8) : m_most(most), m_together(together) {}

    // Puts aside every computer of `rows` if these are too many; true when it did, and no reference to one of them is
    // good any more. Where no file can be made or written, they stay where they are.
    bool relieve(FleetRows& rows);

    // Every computer that was put aside or is in `rows`, in the order of their names. Ends at the first error, of
    // `take` or of reading again.
    [[nodiscard]] Result<void> forEach(FleetRows& rows, const std::function<Result<void>(HostRows&)>& take);

    // Parts put aside.
    [[nodiscard]] std::size_t size() const { return m_parts.size(); }
    // Why there are more computers in memory than asked for: English, empty when there are not.
    [[nodiscard]] std::string_view whyInMemory() const { return m_why; }

private:
    struct Part {
        std::uint64_t offset = 0;
        std::uint64_t nameOffset = 0;
        std::uint32_t size = 0;
        std::uint32_t nameSize = 0;
    };
    [[nodiscard]] std::string_view nameOf(const Part& part) const
    {
        return std::string_view(m_names).substr(part.nameOffset, part.nameSize);
    }
    [[nodiscard]] Result<HostRows> read(const Part& part) const;

    std::atomic<std::size_t> m_most;
    std::uint64_t m_together;
    std::mutex m_mutex;
    std::unique_ptr<ScratchFile> m_file;
    std::uint64_t m_end = 0;   // of the file
    std::string_view m_why;
    std::vector<Part> m_parts;
    std::string m_names;   // of all parts, one behind the other
};

}   // namespace offramp::fleet
