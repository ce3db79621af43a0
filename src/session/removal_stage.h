// RemovalStage: where a removal takes place, the computer itself or a rehearsal. Private to the session and its tests.
#pragma once

#include "removal/guards.h"
#include "removal/migration.h"
#include "removal/step_runner.h"
#include "session/removal_session.h"
#include "session/session.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <stop_token>

namespace offramp {

// Carries out the steps of one plan while it lives.
class StageHands {
public:
    virtual ~StageHands() = default;
    // Valid as long as this object.
    [[nodiscard]] virtual RunnerFor runnerFor() = 0;
};

class RemovalStage {
public:
    virtual ~RemovalStage() = default;
    [[nodiscard]] virtual bool isRehearsal() const = 0;
    // The machine as it is now: guards, protection and what waits for a restart are asked of it.
    [[nodiscard]] virtual const Host& host() const = 0;
    [[nodiscard]] virtual Moment now() const = 0;
    [[nodiscard]] virtual Result<CheckResult> look(std::stop_token stop) = 0;
    [[nodiscard]] virtual std::unique_ptr<StageHands> handsFor(const RemovalPlan& plan) = 0;
    // How long an antivirus is waited for before the person is asked.
    [[nodiscard]] virtual std::chrono::seconds patience() const { return std::chrono::minutes{5}; }
    [[nodiscard]] virtual Result<void> restart() = 0;
    // Counts the exported passwords in a file of this computer; also in a rehearsal.
    [[nodiscard]] virtual tl::expected<VaultCount, Reason> countVault(const std::filesystem::path& file) const = 0;
    enum class ComeBack { atSignIn, never };
    // Whether Offramp goes on with the removal when the person signs in again.
    [[nodiscard]] virtual Result<void> comeBack(ComeBack when) = 0;
};

// `stage` is used by the session's own thread, but for now(), which any thread may ask.
[[nodiscard]] std::unique_ptr<RemovalSession> makeRemovalSession(std::unique_ptr<RemovalStage> stage,
                                                                 const Catalog& catalog, std::filesystem::path journal);

}   // namespace offramp
