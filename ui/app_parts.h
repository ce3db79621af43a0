// What the running app (app.cpp) is made of beside its window, tray and reminders.
#pragma once

#include "bridge/catalog_service.h"
#include "bridge/history_service.h"
#include "bridge/session_bridge.h"
#include "catalog/catalog_store.h"
#include "pages/overview/overview_model.h"
#include "platform/host.h"
#include "session/session.h"
#include "shell/launch_options.h"
#include "state/state_database.h"

#include <memory>

namespace offramp::ui {

// What is stored for the person. The history, and the care for the facts, only an everyday start has.
struct AppMemory {
    explicit AppMemory(const LaunchOptions& options);

    std::unique_ptr<StateDatabase> state;   // null where nothing can be stored, or is to be
    std::unique_ptr<HistoryService> history;
    std::unique_ptr<CatalogService> catalog;
};

// One check after the other may use other facts; each keeps what it was made from.
struct Checking {
    Catalog catalog;
    std::unique_ptr<Host> host;
    std::unique_ptr<Session> session;
    std::unique_ptr<SessionBridge> bridge;
};

// What is left of a check while there is only the icon.
struct Rested {
    OverviewModel overview;
    Instant takenAt{};
};

}   // namespace offramp::ui
