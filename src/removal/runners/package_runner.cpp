#include "removal/runners/package_runner.h"

#include "base/text.h"
#include "removal/runners/outcomes.h"

#include <condition_variable>
#include <mutex>

namespace offramp {

struct PackageRunner::Wanted {
    PackageManager manager = PackageManager::dpkg;
    std::string package;
    bool purgeOnly = false;
};

namespace {

constexpr std::size_t linesTold = 6;

// The last lines of what a program printed: where package managers say what went wrong.
std::string lastLines(std::string_view output)
{
    std::vector<std::string_view> lines;
    for (const std::string_view line : text::split(output, '\n')) {
        if (!text::trim(line).empty()) {
            lines.push_back(line);
        }
    }
    const std::size_t first = lines.size() > linesTold ? lines.size() - linesTold : 0;
    std::string told;
    for (std::size_t at = first; at < lines.size(); ++at) {
        told.append(told.empty() ? "" : "\n").append(lines[at]);
    }
    return told;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) {
        text.append(text.empty() ? "" : ", ").append(name);
    }
    return text;
}

// False when somebody asked to stop meanwhile.
bool waited(const std::stop_token& stop, std::chrono::milliseconds time)
{
    std::mutex mutex;
    std::condition_variable_any bell;
    std::unique_lock lock(mutex);
    bell.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

bool neverSilent(std::chrono::seconds /*time*/)
{
    return true;   // a question that is not answered within minutes will not be
}

}   // namespace

Result<PackageTruth> PackageRunner::truthOf(const Wanted& wanted) const
{
    const auto answer = m_programs.run(packageQuestion(wanted.manager, wanted.package), neverSilent);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    return packageTruth(wanted.manager, wanted.package, *answer);
}

bool PackageRunner::restartWanted() const
{
    const auto restart = m_host.conditions().pendingRestart();
    return restart && restart->pending;
}

Result<std::optional<std::string>> PackageRunner::protectedBy(const Wanted& wanted) const
{
    constexpr std::size_t listLimit = std::size_t{1} << 20;
    for (const std::string_view folder : protectedFolders(wanted.manager)) {
        const auto entries = m_host.files().list(folder);
        if (!entries && entries.error().code != ErrorCode::notFound) {
            return tl::unexpected(entries.error());
        }
        for (const DirectoryEntry& entry : entries.value_or(std::vector<DirectoryEntry>{})) {
            if (entry.directory || !entry.name.ends_with(".conf")) {
                continue;
            }
            std::string path = std::string(folder) + "/" + entry.name;
            const auto content = m_host.files().read(path, listLimit);
            if (!content && content.error().code != ErrorCode::notFound) {
                return tl::unexpected(content.error());
            }
            if (content && protects(*content, wanted.package)) {
                return std::optional(std::move(path));
            }
        }
    }
    return std::optional<std::string>{};
}

namespace {

template <class Wanted> std::optional<Wanted> wantedBy(const Step& step)
{
    Wanted wanted;
    if (const auto* remove = std::get_if<RemovePackage>(&step.action)) {
        wanted = Wanted{remove->manager, remove->package, false};
    } else if (const auto* purge = std::get_if<PurgePackage>(&step.action)) {
        wanted = Wanted{purge->manager, purge->package, true};
    }
    return isPackageName(wanted.package) ? std::optional(wanted) : std::nullopt;
}

}   // namespace

StepTruth PackageRunner::check(const Step& step)
{
    const auto wanted = wantedBy<Wanted>(step);
    if (!wanted) {
        return StepTruth::cannotTell;
    }
    const Result<PackageTruth> truth = truthOf(*wanted);
    if (!truth || *truth == PackageTruth::unknown) {
        return StepTruth::cannotTell;
    }
    return *truth == PackageTruth::absent ? StepTruth::holds : StepTruth::doesNotHold;
}

Result<ProgramEnd> PackageRunner::removeWhenFree(const Wanted& wanted, PackageTruth truth, const StepWatch& watch,
                                                 const std::stop_token& stop) const
{
    std::chrono::milliseconds waitedFor{0};
    std::chrono::milliseconds askAt = ProgramRun{}.silence;
    for (;;) {
        Result<ProgramEnd> end = m_programs.run(packageRemoval(wanted.manager, wanted.package, truth), watch.silent);
        const bool busy = end && end->exitCode != 0 && saysBusy(wanted.manager, end->output);
        if (!busy || waitedFor >= m_patience.whole || !waited(stop, m_patience.pause)) {
            return end;
        }
        waitedFor += m_patience.pause;
        if (waitedFor >= askAt) {
            askAt += ProgramRun{}.silence;
            if (watch.silent(std::chrono::duration_cast<std::chrono::seconds>(waitedFor))) {
                return end;
            }
        }
    }
}

StepOutcome PackageRunner::run(const Step& step, const StepWatch& watch, std::stop_token stop)
{
    const auto wanted = wantedBy<Wanted>(step);
    if (!wanted) {
        return refusedBecause("not a package: " + step.id);
    }
    const Result<PackageTruth> truth = truthOf(*wanted);
    if (!truth) {
        return failedWith(truth.error());
    }
    if (*truth == PackageTruth::absent) {
        return doneBy();
    }
    if (*truth == PackageTruth::unknown) {
        return failedWith(
            Error{ErrorCode::io, wanted->package + ": the package manager could not say what is installed", 0});
    }
    if (*truth == PackageTruth::held) {
        return refusedBecause(wanted->package + ": an administrator told the package manager to hold it");
    }
    if (wanted->purgeOnly && *truth != PackageTruth::configuration) {
        return refusedBecause(wanted->package + ": it is installed, not only its configuration left");
    }
    const auto protection = protectedBy(*wanted);
    if (!protection) {
        return failedWith(protection.error());
    }
    if (*protection) {
        return refusedBecause(wanted->package + ": an administrator protects it in " + **protection);
    }
    const auto rehearsal = m_programs.run(packageRehearsal(wanted->manager, wanted->package), neverSilent);
    if (!rehearsal) {
        return failedWith(rehearsal.error());
    }
    const auto inTheWay = packagesInTheWay(wanted->manager, wanted->package, rehearsal->output);
    if (!inTheWay.empty()) {
        return refusedBecause(wanted->package + ": other packages need it: " + joined(inTheWay));
    }

    const bool restartBefore = restartWanted();
    const Result<ProgramEnd> end = removeWhenFree(*wanted, *truth, watch, stop);
    if (!end) {
        return failedWith(end.error());
    }
    StepOutcome outcome = doneBy();
    outcome.code = end->exitCode;
    if (end->stillRunning) {
        outcome.kind = StepOutcome::Kind::failed;
        outcome.code.reset();
        outcome.detail = Error{ErrorCode::timeout, wanted->package + ": still being removed", 0};
    } else if (end->exitCode != 0) {
        const bool busy = saysBusy(wanted->manager, end->output);
        outcome.kind = busy ? StepOutcome::Kind::busy : StepOutcome::Kind::failed;
        outcome.detail = Error{ErrorCode::io, wanted->package + ": " + lastLines(end->output), 0};
    } else if (!restartBefore && restartWanted()) {
        outcome.kind = StepOutcome::Kind::restartNeeded;
    }
    return outcome;
}

Result<void> PackageRunner::undo(const Step& step, const std::string& /*undo*/)
{
    return fail(ErrorCode::unsupported, step.id + ": a package is not installed again");
}

}   // namespace offramp
