// What is known of each computer of a fleet while its rows come in, in any order and from several threads.
//
// Of a computer is kept which tables were read and how completely, and the few rows a rule may match. What it holds
// does not grow with the rows that cannot match.
#pragma once

#include "domain/evidence.h"
#include "fleet/row_evidence.h"
#include "fleet/row_sieve.h"
#include "fleet/table.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace offramp::fleet {

// When something was recorded: by its own time if it has one, then by its place in the input.
struct Moment {
    std::int64_t time = 0;
    std::uint64_t place = 0;

    friend bool operator<(const Moment& left, const Moment& right)
    {
        return std::tie(left.time, left.place) < std::tie(right.time, right.place);
    }
};

enum class Action { added, removed };

// How much of a table a record tells.
enum class Extent {
    whole,     // all of it, or its first result
    changes,   // only what changed since an earlier result that may not be here
};

// The query a row came from. Queries are told apart by a hash of their name.
struct Origin {
    std::uint64_t query = 0;
    std::uint64_t epoch = 0;   // a higher one begins the table anew
    Moment when;
};

struct TableState {
    std::uint32_t rows = 0;
    bool seen = false;
    bool whole = false;
};

class HostRows {
public:
    std::string name;
    std::optional<OsFamily> system;   // when the engine says it; else the tables tell
    bool damaged = false;             // a record about it could not be read

    void sawTable(Table table, Extent extent);
    // A record by this query came in, whether its rows are kept or not.
    void note(const Origin& origin) { static_cast<void>(query(origin)); }
    // The table was sent anew as a whole: what came earlier by this query counts no more.
    void beginSnapshot(const Origin& origin);
    void keep(Action action, const Origin& origin, Evidence evidence);
    // A row was seen, whether it is kept or not.
    void count(Table table) { ++m_tables[static_cast<std::size_t>(table)].rows; }

    // Joins what another thread learned of the same computer.
    void join(HostRows&& other);

    [[nodiscard]] const TableState& table(Table table) const { return m_tables[static_cast<std::size_t>(table)]; }
    // Rows seen of all tables, kept or not.
    [[nodiscard]] std::uint64_t rows() const;
    // All of it as bytes, behind what is there; read() makes the same of them. For this program alone, while it runs.
    void write(std::string& to) const;
    [[nodiscard]] static std::optional<HostRows> read(std::string_view bytes);

    // What is there at the end: removed rows undo added ones, and a later snapshot an earlier one.
    [[nodiscard]] std::vector<Evidence> settle();

private:
    struct Kept {
        Origin origin;
        Action action = Action::added;
        Evidence evidence;
    };
    struct Query {
        std::uint64_t query = 0;
        std::uint64_t epoch = 0;
        std::optional<Moment> snapshot;
    };
    Query& query(const Origin& origin);
    // The members write() and read() speak of.
    template <class Archive, class Value> friend void members(Archive& with, Value& value);

    std::array<TableState, tableCount> m_tables{};
    std::vector<Query> m_queries;
    std::vector<Kept> m_kept;
};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// The computers one thread has met.
class FleetRows {
public:
    // `sieve` may be null, then every row is kept; it must outlive this.
    explicit FleetRows(const RowSieve* sieve);

    [[nodiscard]] HostRows& host(std::string_view name);
    // Takes a row of the table: counted, and kept when a rule may match it.
    enum class Taken {
        nothing,   // it says nothing of this table
        counted,
        kept,
    };
    Taken take(HostRows& host, Table table, Action action, const Origin& origin, const Row& row);

    void join(FleetRows&& other);
    // In the order of their names.
    [[nodiscard]] std::vector<HostRows*> hosts();
    [[nodiscard]] std::size_t size() const { return m_hosts.size(); }
    // Forgets the computers, not what is known of their texts.
    void clear()
    {
        m_hosts.clear();
        m_last = nullptr;
    }

private:
    const RowSieve* m_sieve;
    std::unique_ptr<RowSieve::Memory> m_memory;   // with a sieve
    std::unordered_map<std::string, HostRows, TextHash, std::equal_to<>> m_hosts;
    HostRows* m_last = nullptr;   // rows of one computer mostly stand together
    std::string m_scratch;
};

}   // namespace offramp::fleet
