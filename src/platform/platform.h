// The machine this program runs on, and a machine recorded in a folder. CMake picks the implementation.
#pragma once

#include "platform/actions.h"
#include "platform/host.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace offramp {

[[nodiscard]] std::unique_ptr<Host> makeLiveHost();
// What changes it. Without administrator rights only what this person may change.
[[nodiscard]] std::unique_ptr<Actions> makeLiveActions();

// docs/data-formats.md, "Recorded machines". Fails when the folder is not one, with what is wrong and where. One file
// is taken for a registry export of a Windows machine, and nothing else of it is known.
[[nodiscard]] Result<std::unique_ptr<Host>> openRecordedHost(const std::filesystem::path& folder);

// The folder this program was started from; empty when the system does not say.
[[nodiscard]] std::filesystem::path programFolder();

enum class Stream { output, error, input };
// True when a person reads the stream in a terminal, so colour and progress lines make sense; for `input`, when a
// person can type an answer.
[[nodiscard]] bool isTerminal(Stream stream);

// A line somebody types into the terminal of standard input, which shows nothing of it. Empty when they give up or are
// cut off; longer lines are cut at `limit` bytes. Ask isTerminal(Stream::input) first. No copy of it is kept.
[[nodiscard]] std::string readHiddenLine(std::size_t limit);

// Standard input gives every byte as it is. Only Windows would change line ends, and stop at a Ctrl-Z.
void useBinaryInput();
// Standard output takes every byte as it is.
void useBinaryOutput();

// While it lives, terminals show UTF-8 and understand colour sequences; afterwards they are as they were. Make one
// before isTerminal() is asked. Only Windows needs it.
class TerminalSettings {
public:
    TerminalSettings();
    ~TerminalSettings();
    TerminalSettings(const TerminalSettings&) = delete;
    TerminalSettings& operator=(const TerminalSettings&) = delete;

private:
    struct Before;
    std::unique_ptr<Before> m_before;
};

// What main() was given, in UTF-8, the program's name first.
[[nodiscard]] std::vector<std::string> programArguments(int argc, char** argv);

}   // namespace offramp
