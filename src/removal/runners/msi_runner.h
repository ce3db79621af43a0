// RemoveMsiProduct: a product taken away by Windows Installer, in this process.
#pragma once

#include "platform/actions.h"
#include "platform/host.h"
#include "removal/step_runner.h"

#include <string>
#include <string_view>

namespace offramp {

class MsiRunner final : public StepRunner {
public:
    MsiRunner(const Host& host, Actions& actions) : m_host(host), m_actions(actions) {}

    [[nodiscard]] StepTruth check(const Step& step) override;
    // `busy` while another installation runs. `needsPassword` when the product may ask for one, none was given, and
    // Windows Installer failed.
    [[nodiscard]] StepOutcome run(const Step& step, const StepWatch& watch, std::stop_token stop) override;
    [[nodiscard]] Result<void> undo(const Step& step, const std::string& undo) override;

private:
    const Host& m_host;
    Actions& m_actions;
};

// The property line that hands a password over; empty without one. Holds the password: overwrite it.
[[nodiscard]] std::string passwordProperties(PasswordPass pass, std::string_view password);

}   // namespace offramp
