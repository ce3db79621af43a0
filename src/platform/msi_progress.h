// How far Windows Installer is, from the messages it sends while it works. Pure.
//
// https://learn.microsoft.com/windows/win32/msi/parsing-windows-installer-messages
#pragma once

#include <optional>
#include <string_view>

namespace offramp {

class MsiProgress {
public:
    // The text of one progress message ("1: 2 2: 25 3: 0 4: 1"). 0…1, when it says anything new. Never goes back, also
    // where the installer begins to count anew.
    [[nodiscard]] std::optional<double> told(std::string_view message);
    // An action did one more piece of its work; some actions count that way.
    [[nodiscard]] std::optional<double> actionData();

private:
    [[nodiscard]] std::optional<double> moved(double ticks);

    double m_total = 0;
    double m_done = 0;
    double m_perAction = 0;
    double m_best = 0;
    bool m_backward = false;
};

}   // namespace offramp
