// Any bytes as a certificate of the registry, with and without the list of properties around it.
#include "base/text.h"
#include "inventory/sources/certificate_blob.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const auto& names :
         {offramp::sources::decodeCertificateBlob(bytes), offramp::sources::decodeCertificate(bytes)}) {
        const bool readable = offramp::text::isUtf8(names.subject) && offramp::text::isUtf8(names.organisation)
                              && offramp::text::isUtf8(names.issuer);
        if (!readable || (!names.intact && !names.subject.empty())) {
            std::abort();
        }
    }
    return 0;
}
