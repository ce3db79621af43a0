// Any text as a registered uninstall command to carry out: what it names is always one whole path to a program.
#include "removal/runners/uninstall_command.h"

#include "base/text.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace offramp;
    const std::string_view command(reinterpret_cast<const char*>(data), size);
    std::size_t before = 0;
    for (const ProgramNamed& program : programsNamedBy(command)) {
        const std::string& path = program.path;
        const bool whole = path.size() >= 7 && path[1] == ':' && path[2] == '\\' && text::fold(path).ends_with(".exe")
                           && path.find("..\\") == std::string::npos && path.find('"') == std::string::npos
                           && path.find('/') == std::string::npos && command.find(path) != std::string_view::npos;
        if (!whole || path.size() <= before) {
            std::abort();
        }
        before = path.size();
    }
    return 0;
}
