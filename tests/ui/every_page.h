// Every page of the window in every scripted state, for tests that hold for all of them.
#pragma once

#include "bridge/session_bridge.h"
#include "everyday.h"
#include "scenes.h"
#include "scripted_results.h"
#include "scripted_session.h"
#include "shell/main_window.h"
#include "shell/page_registry.h"

#include <QApplication>
#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace offramp::ui {

inline void settle()
{
    for (int i = 0; i < 6; ++i) {
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QApplication::processEvents();
    }
}

// A window over a scripted session.
struct ScriptedWindow {
    explicit ScriptedWindow(const SessionState& state, QSize size = QSize(960, 680))
        : bridge(session), window(PageContext{settings})
    {
        begin(state, size);
    }
    ScriptedWindow(const Scene& scene, const SessionState& state, Everyday& everyday, QSize size = QSize(960, 680))
        : bridge(session), window(contextFor(scene, everyday))
    {
        everyday.setRemoval(scene.removal);
        everyday.setPolicy(scene.policy);
        begin(withPolicy(state, scene.policy), size);
        show(scene, window);
        settle();
    }
    ScriptedSession session{scriptedCatalog()};
    SessionBridge bridge;
    AppSettings settings{Memory::forgets};
    MainWindow window;

private:
    PageContext contextFor(const Scene& scene, Everyday& everyday)
    {
        if (scene.started == StartedAs::first) {
            settings.askForPerson();
        }
        return everyday.context(settings);
    }
    void begin(const SessionState& state, QSize size)
    {
        window.resize(size);
        session.show(state);
        window.attach(bridge);
        window.show();
        settle();
    }
};

inline const SessionState& scriptedState(const std::vector<NamedState>& all, const std::string& name)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const NamedState& each) { return each.name == name; });
    return found->state;
}

// `look` sees each page while it is shown, and each scene; `where` says which one ("affected, timeline").
inline void onEveryPage(QSize size, const std::function<void(MainWindow& window, const std::string& where)>& look)
{
    const std::vector<NamedState> states = allScriptedStates();
    for (const NamedState& each : states) {
        ScriptedWindow shown(each.state, size);
        for (const PageEntry& page : allPages()) {
            shown.window.showPage(page.id);
            settle();
            look(shown.window, each.name + ", " + page.word);
        }
    }
    Everyday everyday;
    for (const Scene& scene : allScenes()) {
        ScriptedWindow shown(scene, scriptedState(states, scene.state), everyday, size);
        look(shown.window, scene.name);
    }
}

}   // namespace offramp::ui
