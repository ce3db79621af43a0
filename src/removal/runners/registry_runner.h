// RemoveRegistryKey, RemoveService, RemoveCertificate and RemoveBrowserPolicy: something in the registry, copied and
// then taken away.
#pragma once

#include "platform/actions.h"
#include "platform/host.h"
#include "removal/step_runner.h"

#include <optional>
#include <string>
#include <string_view>

namespace offramp {

class RegistryRunner final : public StepRunner {
public:
    RegistryRunner(const Host& host, Actions& actions) : m_host(host), m_actions(actions) {}

    [[nodiscard]] StepTruth check(const Step& step) override;
    // Refused: a key that does not belong to one program; a service that runs, is a driver, or whose program is there
    // or cannot be looked for.
    [[nodiscard]] StepOutcome run(const Step& step, const StepWatch& watch, std::stop_token stop) override;
    [[nodiscard]] Result<void> undo(const Step& step, const std::string& undo) override;

private:
    // What the step means on this machine; notFound when it is gone, unsupported with why it may not be touched.
    [[nodiscard]] Result<RegistryThing> thingOf(const StepAction& action) const;
    [[nodiscard]] Result<RegistryThing> policyValue(const RemoveBrowserPolicy& policy) const;
    [[nodiscard]] std::string whyNot(const RegistryThing& thing) const;

    const Host& m_host;
    Actions& m_actions;
};

// Empty when the key may be removed with all below it; else why not, in plain English. Pure. Keys of the system, keys
// that several programs share, and whole parts of the registry never may, whatever a plan says.
[[nodiscard]] std::string whyKeyStays(const RegistryKey& key);

}   // namespace offramp
