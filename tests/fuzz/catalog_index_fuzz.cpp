// What only a stolen key or a hostile server could send. The first byte says what the rest is: an index page, a packed
// file, a delta (its first half is the old database), the head of an answer, or a vault's state.
#include "catalog/catalog_delta.h"
#include "catalog/catalog_index.h"
#include "catalog/gzip.h"
#include "catalog/http_reply.h"
#include "catalog/vault_state.h"

#include "base/text.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace offramp;

namespace {

void index(std::string_view bytes)
{
    const auto read = parseIndex(bytes);
    if (!read) {
        return;
    }
    const bool sane = read->serial >= 1 && read->file.name == catalogFileName(read->serial)
                      && read->file.size <= largestCompressed && read->databaseSize <= largestDatabase
                      && read->expiresAt > read->issuedAt && isSha256(read->databaseSha256);
    for (const auto& delta : read->deltas) {
        if (delta.from >= read->serial || delta.file.name.find('/') != std::string::npos) {
            std::abort();
        }
    }
    if (!sane) {
        std::abort();
    }
}

void packed(std::string_view bytes)
{
    constexpr std::size_t limit = 100'000;
    if (const auto unpacked = gunzip(bytes, limit); unpacked && unpacked->size() > limit) {
        std::abort();
    }
}

void delta(std::string_view bytes)
{
    constexpr std::size_t size = 64;
    const auto half = bytes.size() / 2;
    if (const auto made = applyDelta(bytes.substr(0, half), bytes.substr(half), size); made && made->size() != size) {
        std::abort();
    }
}

void head(std::string_view bytes)
{
    HttpHead read;
    for (const auto line : text::split(bytes, '\n')) {
        if (!read.addLine(line)) {
            return;
        }
    }
    FetchRequest request;
    request.types = {"application/octet-stream"};
    request.largest = 1000;
    request.exactly = 1000;
    for (const std::size_t resumeAt : {std::size_t{0}, std::size_t{100}}) {
        request.resumeAt = resumeAt;
        for (const long status : {200L, 206L, 304L, 302L, 404L}) {
            const auto verdict = judgeHead(request, status, read, "host");
            if (verdict && verdict->position != 0 && verdict->position != resumeAt) {
                std::abort();
            }
        }
    }
}

// What was understood once is understood again after it was written.
void state(std::string_view bytes)
{
    const auto read = parseState(bytes);
    if (!read) {
        return;
    }
    const auto again = parseState(writeState(*read));
    if (!again || again->current != read->current || again->previous != read->previous
        || again->highest != read->highest || again->schedule.automatic != read->schedule.automatic) {
        std::abort();
    }
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 5) {
    case 0: index(bytes); break;
    case 1: packed(bytes); break;
    case 2: delta(bytes); break;
    case 3: head(bytes); break;
    default: state(bytes); break;
    }
    return 0;
}
