// catalog-compiler: checks resources/catalog and writes catalog.db. Used by the build; not installed.
#include "catalog/compiler/catalog_check.h"
#include "catalog/compiler/catalog_source.h"
#include "catalog/compiler/catalog_writer.h"
#include "catalog/compiler/problems.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <fmt/format.h>
#include <string>

namespace {

using namespace offramp;
using namespace offramp::compiler;

int run(const std::string& folder, const std::string& output)
{
    Problems problems;
    const auto source = readCatalogSource(folder, problems);
    checkCatalog(source, problems);
    if (!problems.empty()) {
        const auto sorted = problems.sorted();
        for (const auto& problem : sorted) {
            fmt::print(stderr, "{}\n", describe(problem, folder));
        }
        fmt::print(stderr, "{} problem{} in the catalog\n", sorted.size(), sorted.size() == 1 ? "" : "s");
        return 1;
    }
    if (output.empty()) {
        fmt::print("the catalog is in order\n");
        return 0;
    }
    const auto counts = writeCatalog(source, output);
    if (!counts) {
        fmt::print(stderr, "{}\n", describe(counts.error()));
        return 1;
    }
    fmt::print("{}: {} products, {} signatures, {} events, {} features, {} replacements, {} sources\n", output,
               counts->products, counts->signatures, counts->events, counts->features, counts->replacements,
               counts->sources);
    return 0;
}

}   // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Checks the catalog's source and compiles it into a database."};
    std::string folder;
    std::string output;
    bool checkOnly = false;
    app.add_option("folder", folder, "Folder of the catalog's JSON files")->required()->check(CLI::ExistingDirectory);
    auto* outputOption = app.add_option("--output", output, "Database to write");
    auto* checkOption = app.add_flag("--check", checkOnly, "Only check, write nothing");
    outputOption->excludes(checkOption);
    try {
        app.parse(argc, argv);
        if (output.empty() && !checkOnly) {
            throw CLI::RequiredError("--output or --check");
        }
        return run(folder, output);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    } catch (const std::exception& error) {
        fmt::print(stderr, "catalog-compiler: {}\n", error.what());
        return 1;
    }
}
