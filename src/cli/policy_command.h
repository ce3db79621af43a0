// offramp-cli policy …: what an organization asks of this computer, and whether a policy is written and signed right.
#pragma once

#include "cli/options.h"

#include <string>

namespace CLI {
class App;
}

namespace offramp::cli {

struct PolicyOptions {
    std::string file;
    std::string key;
    std::string signature;   // empty: FILE.minisig
};

struct PolicyCommands {
    CLI::App* show = nullptr;
    CLI::App* verify = nullptr;
    CLI::App* comment = nullptr;
};
[[nodiscard]] PolicyCommands addPolicyCommands(CLI::App& policy, CommonOptions& common, PolicyOptions& options);
[[nodiscard]] ExitCode runPolicy(const PolicyCommands& commands, const CommonOptions& common,
                                 const PolicyOptions& options);

}   // namespace offramp::cli
