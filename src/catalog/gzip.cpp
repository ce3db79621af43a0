#include "catalog/gzip.h"

#include <algorithm>
#include <array>
#include <limits>
#include <zlib.h>

namespace offramp {

namespace {

class Inflater {
public:
    Inflater() { m_ready = inflateInit2(&m_stream, MAX_WBITS + 16) == Z_OK; }   // + 16: gzip and nothing else
    ~Inflater()
    {
        if (m_ready) {
            inflateEnd(&m_stream);
        }
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] z_stream& stream() { return m_stream; }

private:
    z_stream m_stream{};
    bool m_ready = false;
};

}   // namespace

Result<std::string> gunzip(std::string_view bytes, std::size_t limit)
{
    Inflater inflater;
    if (!inflater.ready() || bytes.size() > std::numeric_limits<uInt>::max()) {
        return fail(ErrorCode::tooLarge, "there is no room to unpack it");
    }
    z_stream& stream = inflater.stream();
    // zlib only reads from here; its interface is older than const.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    std::array<char, 64 * 1024> piece{};
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        const std::size_t made = piece.size() - stream.avail_out;
        if (made > limit - out.size()) {
            return fail(ErrorCode::tooLarge, "it unpacks to more than it may");
        }
        out.append(piece.data(), made);
    }
    if (state != Z_STREAM_END) {
        return fail(ErrorCode::malformed, "it is cut off or damaged");
    }
    if (stream.avail_in != 0) {
        return fail(ErrorCode::malformed, "something follows after its end");
    }
    return out;
}

}   // namespace offramp
