// Bytes as one of the files of a recorded machine, the first byte says which: it is refused or looked at, and what was
// read of it is text.
#include "base/text.h"
#include "inventory/scanner.h"
#include "platform/platform.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using namespace offramp;

class Recording {
public:
    Recording() : m_folder(fs::temp_directory_path() / ("offramp-fuzz-" + std::to_string(::getpid())))
    {
        fs::create_directories(m_folder / "registry");
        fs::create_directories(m_folder / "files/var/lib/dpkg");
    }
    ~Recording()
    {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;

    [[nodiscard]] const fs::path& folder() const { return m_folder; }

    void put(std::string_view name, std::string_view content) const
    {
        std::ofstream file(m_folder / name, std::ios::binary | std::ios::trunc);
        file.write(content.data(), static_cast<std::streamsize>(content.size()));
    }

private:
    fs::path m_folder;
};

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    struct Part {
        const char* name;
        const char* usual;
    };
    static constexpr std::array<Part, 6> parts{{
        {"machine.json", R"({"os": "windows", "name": "pc"})"},
        {"processes.json", "[]"},
        {"commands.json", "{}"},
        {"security_center.json", R"({"products": []})"},
        {"registry/machine.reg", "Windows Registry Editor Version 5.00\n"},
        {"files/var/lib/dpkg/status", ""},
    }};
    static const Recording recording;
    if (size == 0) {
        return 0;
    }
    const std::size_t which = data[0] % parts.size();
    const std::string_view content(reinterpret_cast<const char*>(data) + 1, size - 1);
    for (std::size_t index = 0; index < parts.size(); ++index) {
        recording.put(parts[index].name, index == which ? content : std::string_view(parts[index].usual));
    }
    if (which == 5) {
        recording.put("machine.json", R"({"os": "linux", "name": "pc"})");
    }
    const auto host = openRecordedHost(recording.folder());
    if (!host) {
        return 0;
    }
    const auto snapshot = scan(**host, {}, {});
    if (!snapshot) {
        return 0;
    }
    for (const SourceReport& report : snapshot->reports) {
        for (const Evidence& evidence : report.evidence) {
            for (const std::string* text : {&evidence.id, &evidence.name, &evidence.publisher, &evidence.location}) {
                if (!text::isUtf8(*text)) {
                    std::abort();
                }
            }
        }
    }
    return 0;
}
