// A registered uninstall command, taken apart to be carried out: which programs it may mean, and what each is told.
// Pure; whether such a program is there, and whether it may run, is decided by who runs it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

struct ProgramNamed {
    std::string path;                     // absolute, on a drive, ends in .exe
    std::vector<std::string> arguments;   // as CommandLineToArgvW splits them

    friend bool operator==(const ProgramNamed&, const ProgramNamed&) = default;
};

// With quotes there is one at most. Without them a blank may belong to the path or end it, so every reading that ends
// in ".exe" counts, the shortest first; Windows would take the first that is there, whoever put it there. Nothing else
// is a reading: no bare name, no relative path, no variable, no script.
[[nodiscard]] std::vector<ProgramNamed> programsNamedBy(std::string_view command);

}   // namespace offramp
