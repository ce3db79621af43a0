// How each package manager is asked and told, as argument vectors, and what its answers mean. Pure.
//
// The low-level tool of each family is used (dpkg, rpm, pacman), not the one that resolves (apt, dnf): it takes away
// what it is told and nothing else, and names what still needs it instead of taking that too.
#pragma once

#include "domain/plan.h"
#include "platform/actions.h"

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

enum class PackageTruth {
    absent,
    configuration,   // removed, its configuration is still there
    present,
    broken,   // half-installed so badly that dpkg wants it installed again before it takes it away
    held,     // present, and the administrator told the package manager to leave it alone
    unknown,
};

// A name of a package and nothing that could be an option, a pattern or an architecture.
[[nodiscard]] bool isPackageName(std::string_view name);

[[nodiscard]] ProgramRun packageQuestion(PackageManager manager, const std::string& package);
[[nodiscard]] PackageTruth packageTruth(PackageManager manager, const std::string& package, const ProgramEnd& answer);

// Folders of "*.conf" in which an administrator told the tool above the manager, which is not run, to leave packages
// alone. rpm itself knows nothing of them. Source: dnf.conf(5), protected_packages.
[[nodiscard]] std::vector<std::string_view> protectedFolders(PackageManager manager);
// Whether such a file names it.
[[nodiscard]] bool protects(std::string_view file, std::string_view package);

// The removal as it would be; nothing is changed.
[[nodiscard]] ProgramRun packageRehearsal(PackageManager manager, const std::string& package);
// Packages that still need it, in the order they were named.
[[nodiscard]] std::vector<std::string> packagesInTheWay(PackageManager manager, const std::string& package,
                                                        std::string_view output);

// Takes it away with its configuration.
[[nodiscard]] ProgramRun packageRemoval(PackageManager manager, const std::string& package, PackageTruth truth);
// Another installation holds the lock. The lock itself is never touched.
[[nodiscard]] bool saysBusy(PackageManager manager, std::string_view output);

}   // namespace offramp
