#include "removal/result_codes.h"

#include <catch2/catch.hpp>

#include <limits>
#include <set>

using namespace offramp;
using Kind = StepOutcome::Kind;

namespace {

struct Expected {
    ResultTool tool;
    std::int64_t code;
    Kind kind;
    ReasonCode says;
};

const std::vector<Expected>& table()
{
    using enum ResultTool;
    static const std::vector<Expected> all{
        {windowsInstaller, 0, Kind::done, ReasonCode::resultDone},
        {windowsInstaller, 5, Kind::failed, ReasonCode::resultNoRights},
        {windowsInstaller, 1223, Kind::declined, ReasonCode::resultPromptDismissed},
        {windowsInstaller, 1601, Kind::failed, ReasonCode::resultServiceMissing},
        {windowsInstaller, 1602, Kind::declined, ReasonCode::resultCancelled},
        {windowsInstaller, 1603, Kind::failed, ReasonCode::resultFailed},
        {windowsInstaller, 1604, Kind::restartNeeded, ReasonCode::resultRestart},
        {windowsInstaller, 1605, Kind::done, ReasonCode::resultAlreadyGone},
        {windowsInstaller, 1610, Kind::failed, ReasonCode::resultFilesMissing},
        {windowsInstaller, 1612, Kind::failed, ReasonCode::resultFilesMissing},
        {windowsInstaller, 1613, Kind::failed, ReasonCode::resultPackageDamaged},
        {windowsInstaller, 1614, Kind::done, ReasonCode::resultAlreadyGone},
        {windowsInstaller, 1618, Kind::busy, ReasonCode::resultOtherInstall},
        {windowsInstaller, 1619, Kind::failed, ReasonCode::resultFilesMissing},
        {windowsInstaller, 1620, Kind::failed, ReasonCode::resultPackageDamaged},
        {windowsInstaller, 1625, Kind::refused, ReasonCode::resultForbidden},
        {windowsInstaller, 1633, Kind::failed, ReasonCode::resultPackageDamaged},
        {windowsInstaller, 1641, Kind::restartNeeded, ReasonCode::resultRestart},
        {windowsInstaller, 1643, Kind::refused, ReasonCode::resultForbidden},
        {windowsInstaller, 1644, Kind::refused, ReasonCode::resultForbidden},
        {windowsInstaller, 1730, Kind::failed, ReasonCode::resultNoRights},
        {windowsInstaller, 3010, Kind::restartNeeded, ReasonCode::resultRestart},
        {uninstaller, 0, Kind::done, ReasonCode::resultDone},
        {uninstaller, 1223, Kind::declined, ReasonCode::resultPromptDismissed},
        {uninstaller, 1602, Kind::declined, ReasonCode::resultCancelled},
        {uninstaller, 1603, Kind::failed, ReasonCode::resultFailed},
        {uninstaller, 1605, Kind::done, ReasonCode::resultAlreadyGone},
        {uninstaller, 1614, Kind::done, ReasonCode::resultAlreadyGone},
        {uninstaller, 1618, Kind::busy, ReasonCode::resultOtherInstall},
        {uninstaller, 1641, Kind::restartNeeded, ReasonCode::resultRestart},
        {uninstaller, 3010, Kind::restartNeeded, ReasonCode::resultRestart},
        {dpkg, 0, Kind::done, ReasonCode::resultDone},
        {dpkg, 1, Kind::failed, ReasonCode::resultPackagesBroken},
        {dpkg, 2, Kind::failed, ReasonCode::resultPackagesBroken},
        {rpm, 0, Kind::done, ReasonCode::resultDone},
        {rpm, 1, Kind::failed, ReasonCode::resultPackagesBroken},
        {pkexec, 126, Kind::declined, ReasonCode::resultPromptDismissed},
        {pkexec, 127, Kind::refused, ReasonCode::resultNotAllowed},
    };
    return all;
}

constexpr ResultTool everyTool[] = {ResultTool::windowsInstaller, ResultTool::uninstaller, ResultTool::dpkg,
                                    ResultTool::rpm, ResultTool::pkexec};

}   // namespace

TEST_CASE("every result code has its kind and its words")
{
    for (const auto& [tool, code, kind, says] : table()) {
        INFO(toString(tool) << " " << code);
        const auto meaning = resultOf(tool, code);
        CHECK(meaning.kind == kind);
        CHECK(meaning.says.code == says);
        if (code == 0) {
            CHECK(meaning.says.arguments.empty());
        } else {
            CHECK(meaning.says.arguments == std::vector<ReasonArgument>{std::to_string(code)});
        }
    }
}

TEST_CASE("no line of the tables is without a test")
{
    for (const auto tool : everyTool) {
        std::set<std::int64_t> tested;
        for (const auto& expected : table()) {
            if (expected.tool == tool) {
                tested.insert(expected.code);
            }
        }
        const auto known = knownResults(tool);
        CHECK(std::set<std::int64_t>(known.begin(), known.end()) == tested);
        CHECK(known.size() == tested.size());
    }
}

TEST_CASE("a code nobody knows is a failure that says its number, never a success")
{
    for (const auto tool : everyTool) {
        for (const std::int64_t code :
             {std::int64_t{-1}, std::int64_t{77}, std::int64_t{4711}, std::numeric_limits<std::int64_t>::min()}) {
            const auto meaning = resultOf(tool, code);
            CHECK(meaning.kind == Kind::failed);
            CHECK(meaning.says.code == ReasonCode::resultNotInTable);
            CHECK(meaning.says.arguments == std::vector<ReasonArgument>{std::to_string(code)});
        }
    }
    // A vendor's uninstaller may mean anything by 1 and 2.
    CHECK(resultOf(ResultTool::uninstaller, 1).kind == Kind::failed);
    CHECK(resultOf(ResultTool::uninstaller, 2).says.code == ReasonCode::resultNotInTable);
}

TEST_CASE("a Windows code inside an HRESULT is that code, signed or not")
{
    for (const std::int64_t code : {std::int64_t{0x80070642}, std::int64_t{-2147023294}}) {
        const auto meaning = resultOf(ResultTool::windowsInstaller, code);
        CHECK(meaning.kind == Kind::declined);
        CHECK(meaning.says.arguments == std::vector<ReasonArgument>{std::string("1602")});
    }
    CHECK(resultOf(ResultTool::dpkg, 0x80070642).says.code == ReasonCode::resultNotInTable);
}

TEST_CASE("a program that was ended from outside did not succeed")
{
    for (const auto tool : {ResultTool::dpkg, ResultTool::rpm}) {
        const auto killed = resultOf(tool, 128 + 9);
        CHECK(killed.kind == Kind::failed);
        CHECK(killed.says.code == ReasonCode::resultEndedBySignal);
        CHECK(killed.says.arguments == std::vector<ReasonArgument>{std::string("9")});
        CHECK(resultOf(tool, 128).says.code == ReasonCode::resultNotInTable);
        CHECK(resultOf(tool, 128 + 65).says.code == ReasonCode::resultNotInTable);
    }
    CHECK(resultOf(ResultTool::uninstaller, 128 + 9).says.code == ReasonCode::resultNotInTable);
}
