// Input: a file or standard input, read from its beginning in large pieces.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace offramp::fleet {

class Input {
public:
    [[nodiscard]] static Result<Input> open(const std::filesystem::path& file, std::string name);
    // Takes over nothing: the stream stays open.
    [[nodiscard]] static Input from(std::FILE* stream, std::string name);

    // What people call it, for messages.
    [[nodiscard]] const std::string& name() const { return m_name; }
    // Empty when it is not known.
    [[nodiscard]] std::uint64_t size() const { return m_size; }

    // The beginning, at most `most` bytes, without taking them.
    [[nodiscard]] std::string_view peek(std::size_t most);
    // Fewer than asked only at the end or after a fault.
    [[nodiscard]] std::size_t read(char* into, std::size_t most);
    // Everything that is left, tooLarge beyond the limit.
    [[nodiscard]] Result<std::string> readAll(std::size_t limit);
    // Whether reading ended before the end of the file.
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    Input() = default;
    [[nodiscard]] std::size_t readMore(char* into, std::size_t most);

    std::string m_name;
    std::uint64_t m_size = 0;
    std::ifstream m_file;
    std::FILE* m_stream = nullptr;
    std::string m_ahead;   // peeked, not taken
    bool m_failed = false;
};

}   // namespace offramp::fleet
