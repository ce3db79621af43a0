#include "removal/runners/package_commands.h"

#include "base/text.h"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::size_t longestName = 128;

ProgramRun command(std::string program, std::vector<std::string> arguments)
{
    ProgramRun run;
    run.executable = std::move(program);
    run.arguments = std::move(arguments);
    // Maintainer scripts must not ask anybody: nobody could answer.
    run.environment = {"DEBIAN_FRONTEND=noninteractive", "DEBCONF_NONINTERACTIVE_SEEN=true"};
    return run;
}

void addOnce(std::vector<std::string>& names, std::string_view name)
{
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
        names.emplace_back(name);
    }
}

// "kesl\tinstalled\tok\tinstall" per line.
PackageTruth dpkgTruth(const std::string& package, const ProgramEnd& answer)
{
    constexpr std::size_t columns = 4;
    std::size_t lines = 0;
    PackageTruth truth = PackageTruth::absent;
    for (const std::string_view line : text::split(answer.output, '\n')) {
        const auto words = text::split(line, '\t');
        if (words.size() != columns) {
            continue;
        }
        ++lines;
        if (words[0] != package || words[1] == "not-installed") {
            continue;
        }
        if (words[2] == "reinstreq") {
            return PackageTruth::broken;
        }
        if (words[1] != "config-files") {
            return words[3] == "hold" ? PackageTruth::held : PackageTruth::present;
        }
        truth = PackageTruth::configuration;   // of one architecture; another may be installed
    }
    return answer.exitCode == 0 && lines > 0 ? truth : PackageTruth::unknown;
}

PackageTruth rpmTruth(const std::string& package, const ProgramEnd& answer)
{
    const auto lines = text::split(answer.output, '\n');
    if (answer.exitCode == 0) {
        return std::find(lines.begin(), lines.end(), package) != lines.end() ? PackageTruth::present
                                                                             : PackageTruth::unknown;
    }
    const std::string gone = "package " + package + " is not installed";
    // A database that cannot be opened holds no package either, and says so only in a second line.
    const bool fault = answer.output.find("error:") != std::string::npos;
    return !fault && std::find(lines.begin(), lines.end(), gone) != lines.end() ? PackageTruth::absent
                                                                                : PackageTruth::unknown;
}

PackageTruth pacmanTruth(const std::string& package, const ProgramEnd& answer)
{
    if (answer.exitCode == 0 && answer.output.starts_with(package + " ")) {
        return PackageTruth::present;
    }
    const std::string gone = "error: package '" + package + "' was not found";
    return answer.exitCode == 1 && text::trim(answer.output) == gone ? PackageTruth::absent : PackageTruth::unknown;
}

// " kesl-gui depends on kesl."
void readDpkgLine(std::string_view line, std::vector<std::string>& names)
{
    for (const std::string_view verb : {" depends on ", " pre-depends on "}) {
        const std::size_t at = line.find(verb);
        if (line.starts_with(' ') && at != std::string_view::npos) {
            addOnce(names, text::trim(line.substr(0, at)));
        }
    }
}

// "\tkesl is needed by (installed) kesl-gui-11.3.0-7441.x86_64"
void readRpmLine(std::string_view line, std::vector<std::string>& names)
{
    constexpr std::string_view verb = " is needed by (installed) ";
    if (const std::size_t at = line.find(verb); at != std::string_view::npos) {
        addOnce(names, text::trim(line.substr(at + verb.size())));
    }
}

// ":: removing kesl breaks dependency 'kesl' required by kesl-gui"
void readPacmanLine(std::string_view line, std::vector<std::string>& names)
{
    constexpr std::string_view verb = " required by ";
    const std::size_t at = line.rfind(verb);
    if (line.find(" breaks dependency ") != std::string_view::npos && at != std::string_view::npos) {
        addOnce(names, text::trim(line.substr(at + verb.size())));
    }
}

}   // namespace

bool isPackageName(std::string_view name)
{
    const auto isLetterOrDigit = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    const auto allowed = [&](char c) { return isLetterOrDigit(c) || c == '.' || c == '+' || c == '-' || c == '_'; };
    return !name.empty() && name.size() <= longestName && isLetterOrDigit(name.front())
           && std::all_of(name.begin(), name.end(), allowed);
}

ProgramRun packageQuestion(PackageManager manager, const std::string& package)
{
    switch (manager) {
    case PackageManager::dpkg:
        // All of them: a name that is not in the list is then known to be gone, and an empty list to be a fault.
        return command(
            "dpkg-query",
            {"--show", "--showformat=${Package}\\t${db:Status-Status}\\t${db:Status-Eflag}\\t${db:Status-Want}\\n"});
    case PackageManager::rpm: return command("rpm", {"-q", "--queryformat", "%{NAME}\\n", package});
    case PackageManager::pacman: break;
    }
    return command("pacman", {"-Q", package});
}

PackageTruth packageTruth(PackageManager manager, const std::string& package, const ProgramEnd& answer)
{
    if (answer.stillRunning) {
        return PackageTruth::unknown;
    }
    switch (manager) {
    case PackageManager::dpkg: return dpkgTruth(package, answer);
    case PackageManager::rpm: return rpmTruth(package, answer);
    case PackageManager::pacman: break;
    }
    return pacmanTruth(package, answer);
}

std::vector<std::string_view> protectedFolders(PackageManager manager)
{
    return manager == PackageManager::rpm
               ? std::vector<std::string_view>{"/etc/dnf/protected.d", "/etc/yum/protected.d"}
               : std::vector<std::string_view>{};
}

bool protects(std::string_view file, std::string_view package)
{
    constexpr std::string_view blanks = " \t\r,";
    for (std::string_view line : text::split(file, '\n')) {
        line = text::trim(line);
        if (line.starts_with('#')) {
            continue;
        }
        while (!line.empty()) {
            const std::size_t length = std::min(line.find_first_of(blanks), line.size());
            if (line.substr(0, length) == package) {
                return true;
            }
            line.remove_prefix(length);
            line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
        }
    }
    return false;
}

ProgramRun packageRehearsal(PackageManager manager, const std::string& package)
{
    switch (manager) {
    case PackageManager::dpkg: return command("dpkg", {"--no-act", "--purge", package});
    case PackageManager::rpm: return command("rpm", {"-e", "--test", "--allmatches", package});
    case PackageManager::pacman: break;
    }
    return command("pacman", {"-Rn", "--print", "--noconfirm", package});
}

std::vector<std::string> packagesInTheWay(PackageManager manager, const std::string& package, std::string_view output)
{
    std::vector<std::string> names;
    for (const std::string_view line : text::split(output, '\n')) {
        switch (manager) {
        case PackageManager::dpkg: readDpkgLine(line, names); break;
        case PackageManager::rpm: readRpmLine(line, names); break;
        case PackageManager::pacman: readPacmanLine(line, names); break;
        }
    }
    names.erase(std::remove(names.begin(), names.end(), package), names.end());
    return names;
}

ProgramRun packageRemoval(PackageManager manager, const std::string& package, PackageTruth truth)
{
    switch (manager) {
    case PackageManager::dpkg:
        if (truth == PackageTruth::broken) {
            // The alternative dpkg offers is to install the product once more.
            return command("dpkg", {"--force-remove-reinstreq", "--purge", package});
        }
        return command("dpkg", {"--purge", package});
    case PackageManager::rpm: return command("rpm", {"-e", "--allmatches", package});
    case PackageManager::pacman: break;
    }
    return command("pacman", {"-Rn", "--noconfirm", "--noprogressbar", package});
}

bool saysBusy(PackageManager manager, std::string_view output)
{
    const auto says = [&](std::string_view words) { return output.find(words) != std::string_view::npos; };
    switch (manager) {
    case PackageManager::dpkg: return says("is locked by another process") || says("was locked by another process");
    case PackageManager::rpm: return says("can't create transaction lock") && !says("Permission denied");
    case PackageManager::pacman: break;
    }
    return says("unable to lock database");
}

}   // namespace offramp
