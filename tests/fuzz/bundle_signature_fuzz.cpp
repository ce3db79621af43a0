// Bytes as a .minisig and as a .pub. What is taken for a signature must not verify: the fuzzer has no key.
#include "catalog/bundle_signature.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace offramp;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto signature = parseSignature(text)) {
        const bool catalog = signature->facts.kind == SignedKind::catalog;
        const bool index = signature->facts.kind == SignedKind::index;
        if (signature->facts.serial < 1 || index != (signature->facts.file == "index.json")
            || (catalog && !isSha256(signature->facts.databaseSha256))) {
            std::abort();
        }
        TrustedKey key;
        key.id = signature->keyId;
        key.key.fill(7);
        if (verifyFile(text, *signature, {key}) || verifyComment(*signature, {key})) {
            std::abort();
        }
    }
    if (const auto key = parsePublicKey(text, "fuzz"); key && key->idText().size() != 16) {
        std::abort();
    }
    return 0;
}
