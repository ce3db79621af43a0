// What the codes mean with which installers and package managers end. One table for all of them.
//
// A code never decides whether a product is gone; the check afterwards does. It decides what is said, and whether
// trying again makes sense. Sources: https://learn.microsoft.com/windows/win32/msi/error-codes, the manuals of dpkg(1)
// rpm(8) and pkexec(1). apt and dnf are never run: they would take other packages along (runners/package_commands.h).
#pragma once

#include "base/reason.h"
#include "removal/step_runner.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace offramp {

enum class ResultTool {
    windowsInstaller,
    uninstaller,   // a program of the product's maker; most hand on what Windows Installer said
    dpkg,
    rpm,
    pkexec,   // asks for permission before any of them; a step it let nobody carry out has its code
};
[[nodiscard]] std::string_view toString(ResultTool tool);

struct ResultMeaning {
    StepOutcome::Kind kind = StepOutcome::Kind::failed;
    Reason says;
};

// `code` as the system gave it; an HRESULT that wraps a Windows code counts as that code, and 128 + n of a program on
// Linux as the end by the POSIX signal n.
[[nodiscard]] ResultMeaning resultOf(ResultTool tool, std::int64_t code);

// Every line of the table of a tool, for documentation and tests.
[[nodiscard]] std::vector<std::int64_t> knownResults(ResultTool tool);

}   // namespace offramp
