#include "app_parts.h"

#include "app_start.h"
#include "catalog/open_catalog.h"
#include "catalog/trust_anchors.h"
#include "platform/person_settings.h"
#include "reminder/reminders.h"

#include <optional>
#include <utility>

namespace offramp::ui {

AppMemory::AppMemory(const LaunchOptions& options)
{
    if (!isEverydayStart(options) && !options.tray) {
        return;
    }
    auto opened = openPersonState();
    if (opened) {
        state = std::move(*opened);
    }
    if (!isEverydayStart(options)) {
        return;
    }
    history =
        std::make_unique<HistoryService>(state.get(), opened ? std::nullopt : std::optional<Error>(opened.error()));
    UpdateSettings settings;
    settings.keys = compiledKeys();
    settings.mirrors = compiledMirrors();
    settings.network.proxyFor = systemProxyFor;
    catalog = std::make_unique<CatalogService>(makeCatalogWork(placesOfFacts(options), std::move(settings)));
}

}   // namespace offramp::ui
