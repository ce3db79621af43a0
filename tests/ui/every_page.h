// Every page of the window in every scripted state, for tests that hold for all of them.
#pragma once

#include "bridge/session_bridge.h"
#include "scripted_results.h"
#include "scripted_session.h"
#include "shell/main_window.h"
#include "shell/page_registry.h"

#include <QApplication>
#include <functional>
#include <string>

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
        window.resize(size);
        session.show(state);
        window.attach(bridge);
        window.show();
        settle();
    }

    ScriptedSession session{scriptedCatalog()};
    SessionBridge bridge;
    AppSettings settings{Memory::forgets};
    MainWindow window;
};

// `look` sees each page while it is shown; `where` says which one ("affected, timeline").
inline void onEveryPage(QSize size, const std::function<void(MainWindow& window, const std::string& where)>& look)
{
    for (const NamedState& each : allScriptedStates()) {
        ScriptedWindow shown(each.state, size);
        for (const PageEntry& page : allPages()) {
            shown.window.showPage(page.id);
            settle();
            look(shown.window, each.name + ", " + page.word);
        }
    }
}

}   // namespace offramp::ui
