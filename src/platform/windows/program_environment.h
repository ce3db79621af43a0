// The environment of programs that act: made by Windows from the registry, never handed on from this process.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace offramp {

// Names of variables, which ignore case.
struct VariableOrder {
    using is_transparent = void;
    [[nodiscard]] bool operator()(const std::wstring& left, const std::wstring& right) const;
};
using Environment = std::map<std::wstring, std::wstring, VariableOrder>;

// With administrator rights only what holds for the computer, because a person can write their own part; without, what
// this person would get after signing in. Where Windows and its temporary folder are comes from the kernel.
[[nodiscard]] Environment freshEnvironment();

// "NAME=value" beside it, in the form CreateProcessW takes.
[[nodiscard]] std::vector<wchar_t> environmentBlock(Environment environment, const std::vector<std::string>& more);

// Makes the environment of this process that one, and nothing else.
void replaceOwnEnvironment(const Environment& environment);

}   // namespace offramp
