#include "cli/answer.h"

#include "base/utf8_path.h"
#include "platform/platform.h"

#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <vector>

namespace offramp::cli {

ExitCode print(const std::string& text, ExitCode whenWritten)
{
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (!written) {
        fmt::print(stderr, "offramp-cli: the answer could not be written completely\n");
        return ExitCode::outputFailed;
    }
    return whenWritten;
}

Result<std::string> readWhole(const std::string& file, std::size_t limit)
{
    std::ifstream stream;
    if (file == "-") {
        useBinaryInput();
    } else {
        stream.open(pathFromUtf8(file), std::ios::binary);
        if (!stream) {
            return fail(ErrorCode::notFound, file);
        }
    }
    std::istream& in = file == "-" ? std::cin : stream;
    std::string bytes;
    std::vector<char> block(64 * 1024);
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
        bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > limit) {
            return fail(ErrorCode::tooLarge, file);
        }
    }
    return bytes;
}

}   // namespace offramp::cli
