#include "removal/runners/systemd_unit_runner.h"

#include "base/text.h"
#include "removal/runners/kept_places.h"
#include "removal/runners/outcomes.h"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

constexpr std::array<std::string_view, 7> unitFolders{"/etc/systemd/system",
                                                      "/lib/systemd/system",
                                                      "/usr/lib/systemd/system",
                                                      "/usr/local/lib/systemd/system",
                                                      "/etc/systemd/user",
                                                      "/usr/lib/systemd/user",
                                                      "/etc/init.d"};
constexpr std::string_view linksFolder = "/etc/systemd/system";

bool isUnitName(std::string_view name)
{
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-_.@\\";
    return !name.empty() && name.front() != '-' && name.front() != '.'
           && name.find_first_not_of(allowed) == std::string_view::npos;
}

bool dontWait(std::chrono::seconds /*time*/)
{
    return true;
}

ProgramRun program(std::string name, std::vector<std::string> arguments)
{
    ProgramRun run;
    run.executable = std::move(name);
    run.arguments = std::move(arguments);
    return run;
}

}   // namespace

Result<std::vector<std::string>> SystemdUnitRunner::enablingLinks(const std::string& name) const
{
    std::vector<std::string> links;
    const auto folders = m_host.files().list(linksFolder);
    if (!folders) {
        return folders.error().code == ErrorCode::notFound ? Result<std::vector<std::string>>{links}
                                                           : tl::unexpected(folders.error());
    }
    for (const DirectoryEntry& folder : *folders) {
        if (folder.link || !folder.directory
            || !(folder.name.ends_with(".wants") || folder.name.ends_with(".requires"))) {
            continue;
        }
        const std::string path = std::string(linksFolder) + "/" + folder.name;
        const auto entries = m_host.files().list(path);
        if (!entries) {
            return tl::unexpected(entries.error());
        }
        const bool enabled = std::any_of(entries->begin(), entries->end(),
                                         [&](const DirectoryEntry& entry) { return entry.link && entry.name == name; });
        if (enabled) {
            links.push_back(path + "/" + name);
        }
    }
    return links;
}

StepTruth SystemdUnitRunner::check(const Step& step)
{
    const auto* unit = std::get_if<RemoveSystemdUnit>(&step.action);
    const auto links = unit == nullptr ? fail(ErrorCode::unsupported, step.id) : enablingLinks(unit->name);
    if (!links) {
        return StepTruth::cannotTell;
    }
    const auto facts = m_actions.quarantine().look(unit->path);
    if (!facts && facts.error().code != ErrorCode::notFound && facts.error().code != ErrorCode::unsupported) {
        return StepTruth::cannotTell;
    }
    const bool gone = !facts && facts.error().code == ErrorCode::notFound;
    return gone && links->empty() ? StepTruth::holds : StepTruth::doesNotHold;
}

std::string SystemdUnitRunner::whyNot(const RemoveSystemdUnit& unit) const
{
    const std::size_t slash = unit.path.rfind('/');
    const std::string folder = slash == std::string::npos ? std::string{} : unit.path.substr(0, slash);
    const std::string file = slash == std::string::npos ? unit.path : unit.path.substr(slash + 1);
    const bool known = std::find(unitFolders.begin(), unitFolders.end(), folder) != unitFolders.end();
    const bool script = folder == "/etc/init.d" && file + ".service" == unit.name;
    if (!isUnitName(unit.name) || !known || (file != unit.name && !script)) {
        return unit.path + ": not a unit of this name where units are kept";
    }
    const auto state = m_actions.programs().run(program("systemctl", {"is-active", "--", unit.name}), dontWait);
    const std::string word(state ? text::trim(state->output) : std::string_view{});
    if (word == "active" || word == "activating" || word == "reloading" || word == "deactivating") {
        return unit.name + ": it still runs";
    }
    // What a package owns goes with its package, or comes back with its next update.
    constexpr std::array<std::string_view, 2> spellings{"", "/usr"};
    for (const std::string_view top : spellings) {
        const std::string path = std::string(top) + unit.path;
        for (const auto& question : {program("dpkg-query", {"--search", "--", path}), program("rpm", {"-qf", path}),
                                     program("pacman", {"-Qoq", path})}) {
            const auto owner = m_actions.programs().run(question, dontWait);
            if (owner && owner->exitCode == 0 && !owner->stillRunning) {
                return unit.path + ": a package owns it: " + std::string(text::trim(owner->output));
            }
        }
    }
    return {};
}

void SystemdUnitRunner::tellManager() const
{
    // Without systemd there is nobody to tell; with it, it would notice at the next start in any case.
    (void)m_actions.programs().run(program("systemctl", {"daemon-reload"}), dontWait);
}

StepOutcome SystemdUnitRunner::run(const Step& step, const StepWatch& watch, std::stop_token /*stop*/)
{
    const auto* unit = std::get_if<RemoveSystemdUnit>(&step.action);
    if (unit == nullptr) {
        return refusedBecause("not a unit: " + step.id);
    }
    if (std::string why = whyNot(*unit); !why.empty()) {
        return refusedBecause(std::move(why));
    }
    auto paths = enablingLinks(unit->name);
    if (!paths) {
        return failedWith(paths.error());
    }
    Quarantine& quarantine = m_actions.quarantine();
    if (const auto facts = quarantine.look(unit->path); facts) {
        paths->push_back(unit->path);
    } else if (facts.error().code != ErrorCode::notFound) {
        return failedWith(facts.error());
    }
    // A run that was stopped half-way has taken some of it; the whole must come back with one undo.
    auto places = quarantine.places(groupOf(step.id));
    if (!places) {
        return failedWith(places.error());
    }
    std::vector<std::string> fresh;
    for (const std::string& path : *paths) {
        const auto place = quarantine.prepare(path, groupOf(step.id));
        if (!place) {
            return failedWith(place.error());
        }
        fresh.push_back(*place);
        places->push_back(*place);
    }
    const std::string undo = encodeKept(*places);
    if (const auto remembered = watch.remember(undo); !remembered) {
        return failedWith(remembered.error());
    }
    for (const std::string& place : fresh) {
        if (const auto taken = quarantine.take(place); !taken) {
            return failedWith(taken.error(), undo);
        }
    }
    tellManager();
    return doneBy(undo);
}

Result<void> SystemdUnitRunner::undo(const Step& step, const std::string& undo)
{
    auto back = putAllBack(m_actions.quarantine(), undo);
    tellManager();
    // Places are cleared when what they held is back already; what counts is whether it is there.
    const bool placeGone = !back && back.error().code == ErrorCode::notFound;
    return placeGone && check(step) == StepTruth::doesNotHold ? Result<void>{} : back;
}

}   // namespace offramp
