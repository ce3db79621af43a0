// Any bytes as the report of a removal: refused, or exactly a sealed report; and as one that was redacted, text stays
// text.
#include "report/redaction.h"
#include "session/removal_report.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto checked = offramp::verifyRemovalReport(bytes);
    if (checked && (checked->key.size() != 64 || !checked->report.is_object())) {
        std::abort();
    }
    offramp::Redactor redactor;
    redactor.computerIsCalled("PC");
    redactor.learnFrom(offramp::json::Value{{"text", std::string(bytes)}});
    const std::string without = redactor.applied(bytes);
    if (without.find("S-1-5-21-1-2-3-1001") != std::string::npos) {
        std::abort();
    }
    return 0;
}
