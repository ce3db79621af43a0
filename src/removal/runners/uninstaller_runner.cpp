#include "removal/runners/uninstaller_runner.h"

#include "base/pattern.h"
#include "base/text.h"
#include "removal/result_codes.h"
#include "removal/runners/outcomes.h"
#include "removal/runners/registry_place.h"
#include "removal/runners/uninstall_command.h"

#include <algorithm>
#include <memory>
#include <tl/expected.hpp>
#include <utility>

namespace offramp {

namespace {

// The program is held until it runs; then it holds itself.
struct Ready {
    std::shared_ptr<HeldProgram> program;
    std::vector<std::string> arguments;
};

const std::string* registeredIn(const std::vector<RegistryValue>& values)
{
    const std::string* quiet = nullptr;
    for (const RegistryValue& value : values) {
        if (text::equalsFolded(value.name, "UninstallString") && !value.text.empty()) {
            return &value.text;
        }
        if (text::equalsFolded(value.name, "QuietUninstallString")) {
            quiet = &value.text;
        }
    }
    return quiet;
}

bool isBelow(std::string_view path, std::string_view folder)
{
    return text::foldPath(path).starts_with(text::foldPath(folder) + "/");
}

bool isSignedBy(const ProgramSignature& signature, const std::vector<std::string>& signers)
{
    const std::string name = text::foldName(signature.signer);
    return signature.trust == ProgramSignature::Trust::trusted && !name.empty()
           && std::any_of(signers.begin(), signers.end(),
                          [&](const std::string& signer) { return Pattern(signer).match(name).has_value(); });
}

using Refusal = StepOutcome;

// The one program the command names. With a second reading that is a file too, nobody knows which one was meant.
tl::expected<Ready, Refusal> findProgram(const WindowsActions& windows, const std::string& command)
{
    Ready ready;
    Error fault{ErrorCode::unsupported, command + ": names no program with its whole path", 0};
    for (const ProgramNamed& named : programsNamedBy(command)) {
        auto held = windows.holdProgram(named.path);
        if (!held) {
            // Only what is not there may be passed over.
            if (held.error().code != ErrorCode::notFound) {
                return tl::unexpected(failedWith(held.error()));
            }
            fault = held.error();
            continue;
        }
        if (ready.program) {
            return tl::unexpected(refusedBecause(command + ": two programs can be meant"));
        }
        ready = {std::move(*held), named.arguments};
    }
    return ready.program ? tl::expected<Ready, Refusal>(std::move(ready))
                         : tl::unexpected(failedWith(std::move(fault)));
}

}   // namespace

StepTruth UninstallerRunner::check(const Step& step)
{
    const auto* uninstaller = std::get_if<RunUninstaller>(&step.action);
    const auto key = uninstaller == nullptr ? std::nullopt : keyNamed(uninstaller->entry);
    if (!key) {
        return StepTruth::cannotTell;
    }
    const auto values = m_host.registry().values(*key);
    if (values) {
        return StepTruth::doesNotHold;
    }
    return values.error().code == ErrorCode::notFound ? StepTruth::holds : StepTruth::cannotTell;
}

StepOutcome UninstallerRunner::run(const Step& step, const StepWatch& watch, std::stop_token stop)
{
    const auto* wanted = std::get_if<RunUninstaller>(&step.action);
    const auto key = wanted == nullptr ? std::nullopt : keyNamed(wanted->entry);
    if (!key) {
        return refusedBecause("not an uninstaller: " + step.id);
    }
    const bool personal = wanted->userWritable || key->hive == Hive::users;
    if (personal && m_host.machine().elevated) {
        return refusedBecause(wanted->entry
                              + ": registered where a person can write, so it is not run with administrator rights");
    }
    if (wanted->signers.empty() && !personal) {
        return refusedBecause(wanted->entry + ": nobody is known who may have signed it");
    }
    const auto values = m_host.registry().values(*key);
    if (!values) {
        return values.error().code == ErrorCode::notFound ? doneBy() : failedWith(values.error());
    }
    const std::string* const registered = registeredIn(*values);
    if (registered == nullptr || *registered != wanted->registered) {
        return refusedBecause(wanted->entry + ": the registered command is not the one that was approved");
    }
    auto ready = findProgram(m_actions.windows(), *registered);
    if (!ready) {
        return ready.error();
    }
    const std::string path = ready->program->path();
    const auto folders = m_actions.windows().programFolders();
    if (!personal && std::none_of(folders.begin(), folders.end(), [&](const auto& in) { return isBelow(path, in); })) {
        return refusedBecause(path + ": not in a folder of programs");
    }
    if (!wanted->signers.empty()) {
        const auto signature = ready->program->signature();
        if (!signature) {
            return failedWith(signature.error());
        }
        if (!isSignedBy(*signature, wanted->signers)) {
            return refusedBecause(path + ": not signed by its maker"
                                  + (signature->signer.empty() ? std::string{} : " but by " + signature->signer)
                                  + (signature->detail.empty() ? std::string{} : ": " + signature->detail));
        }
    }
    if (stop.stop_requested()) {
        return failedWith(Error{ErrorCode::cancelled, path, 0});
    }
    ProgramRun run;
    run.executable = path;
    run.arguments = ready->arguments;
    run.silence = m_silence;
    run.waitFor = ProgramRun::WaitFor::everythingItStarted;
    // An uninstaller takes itself away in the end, which it could not while we hold it.
    run.started = [&ready] { ready->program.reset(); };
    run.window = watch.window;
    const auto end = m_actions.programs().run(run, watch.silent);
    if (!end) {
        return failedWith(end.error());
    }
    if (end->stillRunning) {
        return failedWith(Error{ErrorCode::timeout, path + ": still running", 0});
    }
    const ResultMeaning meaning = resultOf(ResultTool::uninstaller, end->exitCode);
    StepOutcome outcome{meaning.kind, end->exitCode, Error{}, {}};
    if (meaning.kind != StepOutcome::Kind::done && meaning.kind != StepOutcome::Kind::restartNeeded) {
        outcome.detail = Error{ErrorCode::io, path + " ended with " + std::to_string(end->exitCode), end->exitCode};
    }
    return outcome;
}

Result<void> UninstallerRunner::undo(const Step& step, const std::string& /*undo*/)
{
    return fail(ErrorCode::unsupported, step.id + ": a product is not installed again");
}

}   // namespace offramp
