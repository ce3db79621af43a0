// Keys, signatures and packed catalogs for tests, made as `minisign` and `gzip` make them. The keys live as long as the
// test program.
#pragma once

#include "catalog/bundle_signature.h"
#include "catalog/compiler/catalog_writer.h"
#include "unit/catalog/mini_catalog.h"

#include <array>
#include <fmt/format.h>
#include <sodium.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <zlib.h>

namespace offramp::test {

// A minisign key pair from a number.
class Signer {
public:
    explicit Signer(unsigned char number)
    {
        std::array<unsigned char, crypto_sign_SEEDBYTES> seed{};
        seed.fill(number);
        if (sodium_init() < 0 || crypto_sign_seed_keypair(m_public.data(), m_secret.data(), seed.data()) != 0) {
            throw std::runtime_error("no keys");
        }
        m_id.fill(number);
    }

    [[nodiscard]] TrustedKey key() const
    {
        TrustedKey made;
        made.name = "test";
        made.id = m_id;
        made.key = m_public;
        return made;
    }
    [[nodiscard]] std::string publicKeyFile() const
    {
        return "untrusted comment: a key of the tests\n" + base64("Ed" + bytes(m_id) + bytes(m_public)) + "\n";
    }
    // "ED" signs the BLAKE2b-512 of the file, "Ed" the file.
    [[nodiscard]] std::string sign(std::string_view file, const std::string& comment,
                                   std::string_view kind = "ED") const
    {
        std::array<unsigned char, 64> digest{};
        crypto_generichash(digest.data(), digest.size(), raw(file), file.size(), nullptr, 0);
        const std::string signature = detached(kind == "ED" ? bytes(digest) : std::string(file));
        return "untrusted comment: signature of the tests\n" + base64(std::string(kind) + bytes(m_id) + signature)
               + "\ntrusted comment: " + comment + "\n" + base64(detached(signature + comment)) + "\n";
    }

private:
    static const unsigned char* raw(std::string_view text)
    {
        return reinterpret_cast<const unsigned char*>(text.data());
    }
    template <class Array> static std::string bytes(const Array& array) { return {array.begin(), array.end()}; }
    static std::string base64(const std::string& text)
    {
        std::string out(sodium_base64_encoded_len(text.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
        sodium_bin2base64(out.data(), out.size(), raw(text), text.size(), sodium_base64_VARIANT_ORIGINAL);
        out.resize(out.find('\0'));
        return out;
    }
    [[nodiscard]] std::string detached(const std::string& message) const
    {
        std::array<unsigned char, crypto_sign_BYTES> signature{};
        crypto_sign_detached(signature.data(), nullptr, raw(message), message.size(), m_secret.data());
        return bytes(signature);
    }

    std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> m_public{};
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> m_secret{};
    std::array<std::uint8_t, 8> m_id{};
};

inline std::string gzip(std::string_view bytes)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("no zlib");
    }
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

// The small catalog with this serial, as a database.
inline std::string databaseOf(int serial, const std::string& expires = "2027-11-23T00:00:00Z")
{
    const ScratchFolder folder;
    auto source = miniSource();
    source.files.at("catalog.json")["serial"] = serial;
    source.files.at("catalog.json")["expires"] = expires;
    if (!compiler::writeCatalog(source, folder / "catalog.db")) {
        throw std::runtime_error("the small catalog does not compile");
    }
    return readBytes(folder / "catalog.db");
}

inline std::string catalogComment(std::int64_t serial, const std::string& database,
                                  const std::string& expires = "2027-11-23")
{
    return fmt::format("offramp-catalog serial:{} expires:{} file:{} database:{}", serial, expires,
                       catalogFileName(serial), sha256Of(database));
}

}   // namespace offramp::test
