#include "platform/windows/program_environment.h"

#include "platform/windows/handle.h"
#include "platform/windows/machine_facts.h"
#include "platform/windows/wide_text.h"

#include <userenv.h>

#include <cwchar>
#include <string_view>

namespace offramp {

namespace {

// "NAME=value" after the other, a terminator after each and one more at the end. Names may begin with '='.
Environment takenApart(const wchar_t* block)
{
    Environment environment;
    for (; block != nullptr && *block != L'\0'; block += std::wcslen(block) + 1) {
        const std::wstring_view line(block);
        const std::size_t equals = line.find(L'=', 1);
        if (equals != std::wstring_view::npos) {
            environment[std::wstring(line.substr(0, equals))] = line.substr(equals + 1);
        }
    }
    return environment;
}

std::wstring windowsFolder()
{
    std::wstring folder(MAX_PATH, L'\0');
    folder.resize(::GetSystemWindowsDirectoryW(folder.data(), MAX_PATH));
    return folder;
}

}   // namespace

bool VariableOrder::operator()(const std::wstring& left, const std::wstring& right) const
{
    return ::CompareStringOrdinal(left.c_str(), -1, right.c_str(), -1, TRUE) == CSTR_LESS_THAN;
}

Environment freshEnvironment()
{
    const bool elevated = isElevated();
    UniqueHandle token;
    if (!elevated) {
        ::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY | TOKEN_DUPLICATE | TOKEN_IMPERSONATE, token.put());
    }
    void* block = nullptr;
    Environment environment;
    if (::CreateEnvironmentBlock(&block, token.get(), FALSE) != 0) {
        environment = takenApart(static_cast<const wchar_t*>(block));
        ::DestroyEnvironmentBlock(block);
    }
    const std::wstring windows = windowsFolder();
    environment[L"SystemRoot"] = windows;
    environment[L"windir"] = windows;
    environment[L"SystemDrive"] = windows.substr(0, 2);
    if (elevated) {
        environment[L"ComSpec"] = windows + LR"(\System32\cmd.exe)";
        environment[L"PATH"] = windows + LR"(\System32;)" + windows + L';' + windows + LR"(\System32\Wbem)";
        environment[L"TEMP"] = environment[L"TMP"] = windows + LR"(\Temp)";
    }
    return environment;
}

std::vector<wchar_t> environmentBlock(Environment environment, const std::vector<std::string>& more)
{
    for (const std::string& variable : more) {
        const std::wstring wide = toWide(variable);
        const std::size_t equals = wide.find(L'=', 1);
        if (equals != std::wstring::npos) {
            environment[wide.substr(0, equals)] = wide.substr(equals + 1);
        }
    }
    std::vector<wchar_t> block;
    for (const auto& [name, value] : environment) {
        block.insert(block.end(), name.begin(), name.end());
        block.push_back(L'=');
        block.insert(block.end(), value.begin(), value.end());
        block.push_back(L'\0');
    }
    block.push_back(L'\0');
    return block;
}

void replaceOwnEnvironment(const Environment& environment)
{
    wchar_t* const own = ::GetEnvironmentStringsW();
    const Environment before = takenApart(own);
    ::FreeEnvironmentStringsW(own);
    for (const auto& variable : before) {
        ::SetEnvironmentVariableW(variable.first.c_str(), nullptr);
    }
    for (const auto& [name, value] : environment) {
        ::SetEnvironmentVariableW(name.c_str(), value.c_str());
    }
}

}   // namespace offramp
