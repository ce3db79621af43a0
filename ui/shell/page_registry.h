// The pages of the window, one line each.
#pragma once

#include "shell/page.h"
#include "style/icon.h"
#include "widgets/nav_rail.h"

#include <QString>
#include <optional>
#include <vector>

namespace offramp::ui {

struct RailEntry {
    Icon icon;
    const char* name;   // to be translated with railName()
    NavRail::Place place = NavRail::Place::top;
};

struct PageEntry {
    PageId id;
    const char* word;                  // for --page
    std::optional<RailEntry> inRail;   // empty: its rail item is `belongsTo`, and it has a way back there
    PageId belongsTo;
    Page* (*make)(const PageContext& context);
};

// In the order of the rail.
[[nodiscard]] const std::vector<PageEntry>& allPages();
[[nodiscard]] const PageEntry& pageEntry(PageId id);
[[nodiscard]] std::optional<PageId> pageFromWord(const QString& word);
// "overview, products, …", for the help text.
[[nodiscard]] QString pageWords();
[[nodiscard]] QString railName(const RailEntry& entry);

}   // namespace offramp::ui
