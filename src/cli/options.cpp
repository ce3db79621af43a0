#include "cli/options.h"

#include "platform/platform.h"

#include <fmt/format.h>

namespace offramp::cli {

Result<Instant> parseAsOf(const std::string& text)
{
    if (const auto instant = parseInstant(text)) {
        return instant->instant;
    }
    const auto day = parseDay(text);
    if (!day) {
        return tl::unexpected(day.error());
    }
    return startOfDay(easternZone(), *day) + std::chrono::hours{12};
}

Result<std::unique_ptr<Host>> openHost(const CommonOptions& options)
{
    if (options.hostFolder.empty()) {
        return makeLiveHost();
    }
    return openRecordedHost(options.hostFolder);
}

Result<Catalog> openCatalog(const CommonOptions& options)
{
    const auto file = findCatalog(options.catalogFile, programFolder());
    if (!file) {
        return tl::unexpected(file.error());
    }
    return loadCatalog(*file);
}

ExitCode reportBadInput(const Error& error)
{
    fmt::print(stderr, "offramp-cli: {}\n", describe(error));
    return ExitCode::badInput;
}

}   // namespace offramp::cli
