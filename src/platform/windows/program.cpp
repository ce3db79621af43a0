#include "platform/platform.h"

#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"

#include <fcntl.h>
#include <io.h>
#include <shellapi.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace offramp {

namespace {

constexpr DWORD colourSequences = 0x0004;   // ENABLE_VIRTUAL_TERMINAL_PROCESSING
constexpr std::array<DWORD, 2> outputs{STD_OUTPUT_HANDLE, STD_ERROR_HANDLE};

}   // namespace

std::filesystem::path programFolder()
{
    std::wstring file(MAX_PATH, L'\0');
    for (;;) {
        const DWORD length = ::GetModuleFileNameW(nullptr, file.data(), static_cast<DWORD>(file.size()));
        if (length < file.size()) {
            file.resize(length);
            return std::filesystem::path(file).parent_path();
        }
        file.resize(file.size() * 2);
    }
}

// A console from before Windows 10 1511 would show the sequences as letters; it counts as no terminal.
bool isTerminal(Stream stream)
{
    DWORD mode = 0;
    if (stream == Stream::input) {
        return ::GetConsoleMode(::GetStdHandle(STD_INPUT_HANDLE), &mode) != 0;
    }
    const HANDLE console = ::GetStdHandle(stream == Stream::output ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
    return ::GetConsoleMode(console, &mode) != 0 && (mode & colourSequences) != 0;
}

std::string readHiddenLine(std::size_t limit)
{
    const HANDLE console = ::GetStdHandle(STD_INPUT_HANDLE);
    DWORD before = 0;
    if (::GetConsoleMode(console, &before) == 0 || ::SetConsoleMode(console, before & ~DWORD{ENABLE_ECHO_INPUT}) == 0) {
        return {};
    }
    std::wstring typed(limit, L'\0');
    DWORD count = 0;
    const bool read = ::ReadConsoleW(console, typed.data(), static_cast<DWORD>(typed.size()), &count, nullptr) != 0;
    ::SetConsoleMode(console, before);
    std::string line = read ? toUtf8(std::wstring_view(typed).substr(0, count)) : std::string();
    ::SecureZeroMemory(typed.data(), typed.size() * sizeof(wchar_t));
    line.resize(std::min(line.find_first_of("\r\n"), line.size()));
    return line;
}

void useBinaryInput()
{
    static_cast<void>(::_setmode(::_fileno(stdin), _O_BINARY));
}

void useBinaryOutput()
{
    std::fflush(stdout);
    static_cast<void>(::_setmode(::_fileno(stdout), _O_BINARY));
}

struct TerminalSettings::Before {
    struct Console {
        HANDLE handle = nullptr;   // null: no console
        DWORD mode = 0;
    };
    std::array<Console, outputs.size()> consoles;
    UINT codePage = 0;   // 0: there is no console at all
};

TerminalSettings::TerminalSettings() : m_before(std::make_unique<Before>())
{
    for (std::size_t at = 0; at < outputs.size(); ++at) {
        Before::Console& console = m_before->consoles[at];
        const HANDLE handle = ::GetStdHandle(outputs[at]);
        if (::GetConsoleMode(handle, &console.mode) != 0) {
            console.handle = handle;
            ::SetConsoleMode(handle, console.mode | colourSequences);
        }
    }
    // The C library would hand the bytes of a letter to a console one by one, each as a letter of its own.
    constexpr std::size_t size = 65536;
    std::setvbuf(stdout, nullptr, _IOFBF, size);
    m_before->codePage = ::GetConsoleOutputCP();
    if (m_before->codePage != 0) {
        ::SetConsoleOutputCP(CP_UTF8);
    }
}

TerminalSettings::~TerminalSettings()
{
    // What the program wrote and the C library still holds must reach the console before it changes back.
    std::fflush(stdout);
    std::fflush(stderr);
    for (const Before::Console& console : m_before->consoles) {
        if (console.handle != nullptr) {
            ::SetConsoleMode(console.handle, console.mode);
        }
    }
    if (m_before->codePage != 0) {
        ::SetConsoleOutputCP(m_before->codePage);
    }
}

// main()'s own arguments are in the ANSI code page, with letters it lacks already lost.
std::vector<std::string> programArguments(int argc, char** argv)
{
    int count = 0;
    const LocalMemory<LPWSTR> arguments(::CommandLineToArgvW(::GetCommandLineW(), &count));
    if (!arguments) {
        return {argv, argv + argc};
    }
    std::vector<std::string> result;
    for (int at = 0; at < count; ++at) {
        result.push_back(toUtf8(arguments.get()[at]));
    }
    return result;
}

}   // namespace offramp
