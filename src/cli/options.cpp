#include "cli/options.h"

#include "base/utf8_path.h"
#include "catalog/built_in_catalog.h"
#include "cli/update_settings.h"
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
    return openRecordedHost(pathFromUtf8(options.hostFolder));
}

CatalogPlaces catalogPlaces(const CommonOptions& options)
{
    return {pathFromUtf8(options.catalogFile), programFolder(), personVaultFolder(), builtInCatalog()};
}

Result<Catalog> openCatalog(const CommonOptions& options)
{
    auto opened = openBestCatalog(catalogPlaces(options), updateSettings().keys);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    return std::move(opened->catalog);
}

ExitCode reportBadInput(const Error& error)
{
    fmt::print(stderr, "offramp-cli: {}\n", describe(error));
    return ExitCode::badInput;
}

}   // namespace offramp::cli
