// offramp-cli remove, resume, verify, undo and report: the guided removal for technicians.
#pragma once

#include "cli/options.h"
#include "cli/plan_command.h"

#include <cstdint>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace offramp::cli {

struct RemovalOptions {
    PlanOptions plan;
    std::string approve;               // digest; empty: only show
    std::vector<std::string> settle;   // guards the person gives their word for
    std::string vaultExport;           // UTF-8
    std::string passwordFile;          // UTF-8; "-" is standard input
    bool leftovers = false;            // what is left instead of what is there
    std::vector<std::string> choose;   // leftovers; empty: those that are certain
    int patience = 30;                 // minutes without a sign of life
    std::string skip;                  // resume without this step
    bool abandon = false;              // resume: end it instead
    std::string undoStep;              // empty: everything
    std::int64_t removal = 0;          // 0: the newest
    std::string reportFormat = "html";
    bool noRedaction = false;
    std::string verifyFile;   // UTF-8
};

struct RemovalCommands {
    CLI::App* remove = nullptr;
    CLI::App* resume = nullptr;
    CLI::App* verify = nullptr;
    CLI::App* undo = nullptr;
    CLI::App* report = nullptr;

    [[nodiscard]] bool any() const;   // one of them was given
};
[[nodiscard]] RemovalCommands addRemovalCommands(CLI::App& app, CommonOptions& common, RemovalOptions& options);
[[nodiscard]] ExitCode runRemovalCommand(const RemovalCommands& commands, const CommonOptions& common,
                                         const RemovalOptions& options);

}   // namespace offramp::cli
