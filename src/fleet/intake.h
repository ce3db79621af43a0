// Intake: every file of an assessment, and the answers about the computers in them.
#pragma once

#include "fleet/faults.h"
#include "fleet/format.h"
#include "fleet/host_rows.h"
#include "fleet/host_store.h"
#include "fleet/judge.h"
#include "fleet/osquery_log.h"
#include "platform/host.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace offramp::fleet {

struct IntakeOptions {
    std::optional<Format> format;   // empty: recognised for each file
    unsigned threads = 0;           // 0: as many as the computer has
    // Opens the recording of a machine in a folder.
    std::function<Result<std::unique_ptr<Host>>(const std::filesystem::path&)> openRecording;
    ByteProgress progress;
};

class Intake {
public:
    // Fails when the catalog cannot be read. It must outlive this.
    [[nodiscard]] static Result<std::unique_ptr<Intake>> make(const Catalog& catalog, IntakeOptions options);

    // A file, a recorded machine, or a folder of either. What cannot be read is a fault, and the rest is still read.
    void add(const std::filesystem::path& place, const std::string& name);
    // `place`: the file it is, empty for standard input.
    void add(Input input, const std::filesystem::path& place = {});

    // Calls `take` with every computer in the order of their names. Ends at the first error, which only a damaged
    // catalog makes.
    [[nodiscard]] Result<void> answer(const Question& question, const std::function<void(const HostAnswer&)>& take);

    [[nodiscard]] const Faults& faults() const { return m_faults; }
    [[nodiscard]] std::size_t inputsRead() const { return m_inputs; }
    // Why every computer is kept in memory: English, empty when not.
    [[nodiscard]] std::string_view whyInMemory() const { return m_store.whyInMemory(); }
    [[nodiscard]] const ReadCounts& counts() const { return m_counts; }

private:
    Intake(IntakeOptions options, std::unique_ptr<RowSieve> sieve);
    void addFolder(const std::filesystem::path& folder, const std::string& name);
    void addSaved(Input& input);
    void addRecording(const std::filesystem::path& folder, const std::string& name);
    void take(Format format, Input& input);

    IntakeOptions m_options;
    std::unique_ptr<RowSieve> m_sieve;
    FleetRows m_rows;
    HostStore m_store;
    std::vector<HostSnapshot> m_snapshots;   // of recorded machines and registry exports
    Faults m_faults;
    ReadCounts m_counts;
    std::size_t m_inputs = 0;
};

}   // namespace offramp::fleet
