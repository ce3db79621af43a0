// Any bytes as a registry export: values must come back whole, issues stay bounded.
#include "platform/recorded/reg_file.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const offramp::RegFile file = offramp::decodeRegFile(bytes);
    if (file.issues.size() > offramp::RegFile::issueLimit) {
        std::abort();
    }
    for (const offramp::RegFileKey& key : file.keys) {
        if (key.path.empty()) {
            std::abort();
        }
    }
    return 0;
}
