#include "removal/result_codes.h"

#include "base/vocabulary.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace offramp {

namespace {

using Kind = StepOutcome::Kind;

constexpr Words<ResultTool, 5> toolWords{{
    {ResultTool::windowsInstaller, "windowsInstaller"},
    {ResultTool::uninstaller, "uninstaller"},
    {ResultTool::dpkg, "dpkg"},
    {ResultTool::rpm, "rpm"},
    {ResultTool::pkexec, "pkexec"},
}};

struct Line {
    std::int64_t code;
    Kind kind;
    ReasonCode says;
};

constexpr std::array windowsInstallerLines{
    Line{0, Kind::done, ReasonCode::resultDone},
    Line{5, Kind::failed, ReasonCode::resultNoRights},
    Line{1223, Kind::declined, ReasonCode::resultPromptDismissed},   // the question for administrator rights
    Line{1601, Kind::failed, ReasonCode::resultServiceMissing},
    Line{1602, Kind::declined, ReasonCode::resultCancelled},
    Line{1603, Kind::failed, ReasonCode::resultFailed},
    Line{1604, Kind::restartNeeded, ReasonCode::resultRestart},   // suspended until the next start
    Line{1605, Kind::done, ReasonCode::resultAlreadyGone},
    Line{1610, Kind::failed, ReasonCode::resultFilesMissing},
    Line{1612, Kind::failed, ReasonCode::resultFilesMissing},
    Line{1613, Kind::failed, ReasonCode::resultPackageDamaged},
    Line{1614, Kind::done, ReasonCode::resultAlreadyGone},
    Line{1618, Kind::busy, ReasonCode::resultOtherInstall},
    Line{1619, Kind::failed, ReasonCode::resultFilesMissing},
    Line{1620, Kind::failed, ReasonCode::resultPackageDamaged},
    Line{1625, Kind::refused, ReasonCode::resultForbidden},
    Line{1633, Kind::failed, ReasonCode::resultPackageDamaged},
    Line{1641, Kind::restartNeeded, ReasonCode::resultRestart},   // has already begun to restart
    Line{1643, Kind::refused, ReasonCode::resultForbidden},
    Line{1644, Kind::refused, ReasonCode::resultForbidden},
    Line{1730, Kind::failed, ReasonCode::resultNoRights},
    Line{3010, Kind::restartNeeded, ReasonCode::resultRestart},
};

// Only what cannot be mistaken: small numbers mean something else in every program.
constexpr std::array uninstallerLines{
    Line{0, Kind::done, ReasonCode::resultDone},
    Line{1223, Kind::declined, ReasonCode::resultPromptDismissed},
    Line{1602, Kind::declined, ReasonCode::resultCancelled},
    Line{1603, Kind::failed, ReasonCode::resultFailed},
    Line{1605, Kind::done, ReasonCode::resultAlreadyGone},
    Line{1614, Kind::done, ReasonCode::resultAlreadyGone},
    Line{1618, Kind::busy, ReasonCode::resultOtherInstall},
    Line{1641, Kind::restartNeeded, ReasonCode::resultRestart},
    Line{3010, Kind::restartNeeded, ReasonCode::resultRestart},
};

// dpkg ends with 2 when another one holds the lock, and also when its database or the disk lets it down. Only its
// message tells them apart (saysBusy).
constexpr std::array dpkgLines{
    Line{0, Kind::done, ReasonCode::resultDone},
    Line{1, Kind::failed, ReasonCode::resultPackagesBroken},
    Line{2, Kind::failed, ReasonCode::resultPackagesBroken},
};

constexpr std::array rpmLines{
    Line{0, Kind::done, ReasonCode::resultDone},
    Line{1, Kind::failed, ReasonCode::resultPackagesBroken},
};

constexpr std::array pkexecLines{
    Line{126, Kind::declined, ReasonCode::resultPromptDismissed},
    Line{127, Kind::refused, ReasonCode::resultNotAllowed},
};

std::span<const Line> linesOf(ResultTool tool)
{
    switch (tool) {
    case ResultTool::windowsInstaller: return windowsInstallerLines;
    case ResultTool::uninstaller: return uninstallerLines;
    case ResultTool::dpkg: return dpkgLines;
    case ResultTool::rpm: return rpmLines;
    case ResultTool::pkexec: return pkexecLines;
    }
    return {};
}

// 0x8007xxxx, read as signed or unsigned, is the Windows code xxxx.
std::int64_t unwrapped(std::int64_t code)
{
    const auto bits = static_cast<std::uint64_t>(code) & 0xFFFFFFFFu;
    return (bits & 0xFFFF0000u) == 0x80070000u ? static_cast<std::int64_t>(bits & 0xFFFFu) : code;
}

// 128 + n is how platform/actions.h tells the end by the signal n.
std::optional<std::int64_t> signalIn(std::int64_t code)
{
    constexpr std::int64_t offset = 128;
    constexpr std::int64_t highest = 64;
    return code > offset && code <= offset + highest ? std::optional(code - offset) : std::nullopt;
}

// A code is a name: no thousands separator belongs into it.
std::vector<ReasonArgument> named(std::int64_t code)
{
    return {std::to_string(code)};
}

}   // namespace

std::string_view toString(ResultTool tool)
{
    return wordFor(toolWords, tool);
}

ResultMeaning resultOf(ResultTool tool, std::int64_t code)
{
    const bool ofWindows = tool == ResultTool::windowsInstaller || tool == ResultTool::uninstaller;
    const auto plain = ofWindows ? unwrapped(code) : code;
    for (const Line& line : linesOf(tool)) {
        if (line.code == plain) {
            const bool needsNumber = line.says != ReasonCode::resultDone;
            return {line.kind, {line.says, needsNumber ? named(plain) : std::vector<ReasonArgument>{}, {}}};
        }
    }
    if (const auto signal = ofWindows ? std::nullopt : signalIn(plain)) {
        return {Kind::failed, {ReasonCode::resultEndedBySignal, named(*signal), {}}};
    }
    return {Kind::failed, {ReasonCode::resultNotInTable, named(plain), {}}};
}

std::vector<std::int64_t> knownResults(ResultTool tool)
{
    std::vector<std::int64_t> codes;
    for (const Line& line : linesOf(tool)) {
        codes.push_back(line.code);
    }
    return codes;
}

}   // namespace offramp
