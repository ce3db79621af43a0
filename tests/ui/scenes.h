// What a page looks like after somebody did something there, or at a start that is not every day's: beside every page
// in every state, what the gallery draws and what the tests look at.
#pragma once

#include "shell/main_window.h"

#include <vector>

namespace offramp::ui {

enum class StartedAs { everyday, first };

struct Scene {
    const char* name;     // "replacements-compared"
    const char* design;   // the design's pictures it is laid beside; may be empty
    const char* state;    // one that is scripted, and in the gallery also recorded
    PageId page;
    StartedAs started;
    void (*prepare)(MainWindow& window);   // with the page shown; null: nothing
    const char* removal = "";              // where the guided removal stands (scripted_removal.h)
    PolicyAnswer (*policy)() = nullptr;    // what the computer's organization asks; null: it has no policy
};

[[nodiscard]] const std::vector<Scene>& allScenes();

// The page with that done.
void show(const Scene& scene, MainWindow& window);

}   // namespace offramp::ui
