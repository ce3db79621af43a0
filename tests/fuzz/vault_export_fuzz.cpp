// Any bytes as an exported password vault: counted or refused, and never more entries than lines.
#include "removal/vault_export.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto count = offramp::countVaultExport(bytes);
    const auto lines = static_cast<std::size_t>(
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; }) + 1);
    if (count && (count->entries() == 0 || count->entries() > lines || describe(*count).size() < 3)) {
        std::abort();
    }
    return 0;
}
