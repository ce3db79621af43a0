// A file for what a program puts aside while it runs: nobody else can open it, and it is gone when the program ends in
// any way. CMake picks the implementation.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace offramp {

class ScratchFile {
public:
    virtual ~ScratchFile() = default;
    // All of it, behind what is there. What an error leaves behind is written over by the next call.
    [[nodiscard]] virtual Result<void> append(std::string_view bytes) = 0;
    // `io` when so much is not there.
    [[nodiscard]] virtual Result<std::string> read(std::uint64_t offset, std::size_t size) const = 0;
};

// In the system's folder for temporary files.
[[nodiscard]] Result<std::unique_ptr<ScratchFile>> makeScratchFile();

}   // namespace offramp
