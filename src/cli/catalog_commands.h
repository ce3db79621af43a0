// offramp-cli catalog …: which catalog is in use, and how another one comes into use.
#pragma once

#include "cli/audit_command.h"
#include "cli/options.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace offramp::cli {

struct CatalogOptions {
    std::vector<std::string> mirrors;   // instead of the servers of this build
    std::string file;                   // to import
    std::string automatic;              // "on" or "off"
    bool ifDue = false;
    AuditOptions audit;
};

// The commands below `catalog`, with their options; run() is what to call when one of them was given.
struct CatalogCommands {
    CLI::App* status = nullptr;
    CLI::App* update = nullptr;
    CLI::App* import = nullptr;
    CLI::App* verify = nullptr;
    CLI::App* rollback = nullptr;
    CLI::App* automatic = nullptr;
    CLI::App* audit = nullptr;
};
[[nodiscard]] CatalogCommands addCatalogCommands(CLI::App& catalog, CommonOptions& common, CatalogOptions& options);
[[nodiscard]] ExitCode runCatalog(const CatalogCommands& commands, const CommonOptions& common,
                                  const CatalogOptions& options);

}   // namespace offramp::cli
