// A folder for one test's recording, gone when the test ends.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace offramp {

class RecordingFolder {
public:
    explicit RecordingFolder(std::string_view machineJson)
    {
        static std::atomic<int> count{0};
        const auto tick = std::chrono::steady_clock::now().time_since_epoch().count();
        m_path = std::filesystem::temp_directory_path()
                 / ("offramp-recording-" + std::to_string(tick) + "-" + std::to_string(++count));
        std::filesystem::create_directories(m_path);
        write("machine.json", machineJson);
    }
    ~RecordingFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    RecordingFolder(const RecordingFolder&) = delete;
    RecordingFolder& operator=(const RecordingFolder&) = delete;

    void write(const std::filesystem::path& file, std::string_view content) const
    {
        std::filesystem::create_directories((m_path / file).parent_path());
        std::ofstream(m_path / file, std::ios::binary) << content;
    }
    // A registry export in UTF-8 with the header of format 5.00.
    void writeReg(const std::string& name, std::string_view body) const
    {
        write("registry/" + name, std::string("Windows Registry Editor Version 5.00\r\n\r\n").append(body));
    }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

}   // namespace offramp
