// The guided removal in a window whose session says what the test says.
#pragma once

#include "events.h"
#include "every_page.h"
#include "pages/removal/removal_page.h"

#include <QAbstractButton>
#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <string>

namespace offramp::ui {

struct Wizard {
    explicit Wizard(const std::string& state, PageId page = PageId::switchSafely)
        : bridge(session), service(scriptedRemovalService(removal)),
          window(PageContext{settings, nullptr, nullptr, nullptr, service.get()})
    {
        removal.show(removalState(state));
        SessionState checked;
        checked.phase = CheckPhase::done;
        checked.result = std::make_shared<const CheckResult>(affectedResult());
        session.show(checked);
        window.attach(bridge);
        window.show();
        window.showPage(page);
        settle();
    }
    void press(const char* name)
    {
        QAbstractButton* button = nullptr;
        for (auto* each : window.findChildren<QAbstractButton*>(QString::fromLatin1(name))) {
            button = each->isVisible() ? each : button;
        }
        INFO(name);
        REQUIRE(button != nullptr);
        REQUIRE(button->isEnabled());
        clickMiddle(*button);
        settle();
    }
    [[nodiscard]] bool has(const char* name) const
    {
        for (auto* each : window.findChildren<QWidget*>(QString::fromLatin1(name))) {
            if (each->isVisible()) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] RemovalPage& page() const
    {
        RemovalPage* shown = nullptr;
        for (auto* each : window.findChildren<RemovalPage*>()) {
            shown = each->isVisible() ? each : shown;
        }
        REQUIRE(shown != nullptr);
        return *shown;
    }
    [[nodiscard]] WizardPage at() const { return page().frame().page; }
    [[nodiscard]] bool wasAsked(const std::string& what) const
    {
        return std::find(removal.asked.begin(), removal.asked.end(), what) != removal.asked.end();
    }

    ScriptedSession session{scriptedCatalog()};
    SessionBridge bridge;
    ScriptedRemoval removal;
    std::unique_ptr<RemovalService> service;
    AppSettings settings{Memory::forgets};
    MainWindow window;
};

}   // namespace offramp::ui
