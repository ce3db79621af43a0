#include "catalog/bundle_signature.h"

#include "catalog/trust_anchors.h"
#include "unit/catalog/signed_catalog.h"

#include <catch2/catch.hpp>

using namespace offramp;
using test::Signer;

namespace {

const std::string indexComment = "offramp-index serial:42 expires:2027-11-23 file:index.json";

ReasonCode refusalOf(std::string_view file, const std::string& signature, const std::vector<TrustedKey>& keys)
{
    const auto parsed = parseSignature(signature);
    if (!parsed) {
        return parsed.error().code;
    }
    const auto proof = verifyFile(file, *parsed, keys);
    return proof ? ReasonCode::updateInstalled : proof.error().code;
}

std::string replaced(std::string text, const std::string& what, const std::string& with)
{
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

}   // namespace

TEST_CASE("a signature made by minisign 0.11 is understood, and its older kind is refused by name")
{
    const std::string publicKey = "untrusted comment: minisign public key 764B79822CB4B11A\n"
                                  "RWQasbQsgnlLduivZ6AUBh2CG+ibryCz96LTzwNfaaAOgwLZsJr95JjU\n";
    const std::string prehashed =
        "untrusted comment: signature of a test\n"
        "RUQasbQsgnlLdpq9YkGXaSPSBkao4rIm5fRtxoangLNcIs2Z1wIgbWydhzOI7oAJc7k5qnwLoQXWD4zTa9hmlXrDd3agpjoDbQs=\n"
        "trusted comment: offramp-index serial:42 expires:2027-11-23 file:index.json\n"
        "1HcXzFpYrE/7TBAQEbcxpYXd7gqi6BEnQVoqSaNjPm7yP9kMsXKQJCTlHM4ALhTZ3QwG9TdWTa0zIb8iBrbyDg==\n";
    const std::string legacy =
        "untrusted comment: signature from minisign secret key\n"
        "RWQasbQsgnlLdqv89bYPkn91d5iamIGWjk/1lqMilX3Kq8ZY9oWUp4C5ohdGccOeA7jA3DG9/0uBe5+Q1ZLXocpDuUFodSpMzQY=\n"
        "trusted comment: offramp-index serial:42 expires:2027-11-23 file:index.json\n"
        "TOSMlG7iC4uLWqUhPwOxP5PsIsSpIQUgJdb9L7YjcrFb+oD37WXj3/gs6EIt/FY0epl5nFdosxTW1rQzpDSbCA==\n";
    const auto key = parsePublicKey(publicKey, "fixture");
    REQUIRE(key.has_value());
    const auto signature = parseSignature(prehashed);
    REQUIRE(signature.has_value());
    const auto proof = verifyFile("hello catalog", *signature, {*key});
    REQUIRE(proof.has_value());
    CHECK(proof->facts.serial == 42);
    CHECK(proof->facts.kind == SignedKind::index);
    CHECK(proof->keyId == "764B79822CB4B11A");
    CHECK(refusalOf("hello catalogs", prehashed, {*key}) == ReasonCode::updateBytesChanged);
    CHECK(refusalOf("hello catalog", legacy, {*key}) == ReasonCode::updateOldSignature);
}

TEST_CASE("only a trusted key counts, and only for exactly the bytes and the comment it signed")
{
    const Signer ours(1);
    const Signer other(2);
    const std::string file = "the file";
    const std::string signature = ours.sign(file, indexComment);
    CHECK(refusalOf(file, signature, {ours.key()}) == ReasonCode::updateInstalled);
    CHECK(refusalOf(file, signature, {other.key(), ours.key()}) == ReasonCode::updateInstalled);
    CHECK(refusalOf(file, signature, {other.key()}) == ReasonCode::updateUnknownKey);
    CHECK(refusalOf(file, signature, {}) == ReasonCode::updateUnknownKey);
    CHECK(refusalOf("the File", signature, {ours.key()}) == ReasonCode::updateBytesChanged);
    CHECK(refusalOf(file, replaced(signature, "serial:42", "serial:43"), {ours.key()})
          == ReasonCode::updateBytesChanged);
    // A key that claims the id of ours.
    TrustedKey pretender = other.key();
    pretender.id = ours.key().id;
    CHECK(refusalOf(file, signature, {pretender}) == ReasonCode::updateBytesChanged);
}

TEST_CASE("the comment alone proves a catalog's database, and not a byte of it may be changed")
{
    const Signer ours(1);
    const std::string database = "a database";
    const std::string signature = ours.sign("packed", test::catalogComment(7, database));
    const auto parsed = parseSignature(signature);
    REQUIRE(parsed.has_value());
    const auto proof = verifyComment(*parsed, {ours.key()});
    REQUIRE(proof.has_value());
    CHECK(proof->facts.databaseSha256 == sha256Of(database));
    const auto forged = parseSignature(replaced(signature, sha256Of(database), sha256Of("another one")));
    REQUIRE(forged.has_value());
    CHECK(verifyComment(*forged, {ours.key()}).error().code == ReasonCode::updateBytesChanged);
}

TEST_CASE("a comment that does not say exactly what belongs to the file is refused")
{
    const Signer ours(1);
    const std::string sum = sha256Of("x");
    for (const std::string& comment :
         {std::string(), std::string("timestamp:1700000000\tfile:index.json"), std::string("offramp-index"),
          indexComment + " ", indexComment + " serial:42", indexComment + " extra:1",
          std::string("offramp-index serial:042 expires:2027-11-23 file:index.json"),
          std::string("offramp-index serial:0 expires:2027-11-23 file:index.json"),
          std::string("offramp-index serial:-1 expires:2027-11-23 file:index.json"),
          std::string("offramp-index serial:99999999999 expires:2027-11-23 file:index.json"),
          std::string("offramp-index serial:42 expires:2027-02-29 file:index.json"),
          std::string("offramp-index serial:42 expires:2027-11-23 file:catalog-42.db.gz"),
          "offramp-catalog serial:42 expires:2027-11-23 file:catalog-41.db.gz database:" + sum,
          "offramp-catalog serial:42 expires:2027-11-23 file:../catalog-42.db.gz database:" + sum,
          std::string("offramp-catalog serial:42 expires:2027-11-23 file:catalog-42.db.gz"),
          std::string("offramp-catalog serial:42 expires:2027-11-23 file:catalog-42.db.gz database:abc"),
          "offramp-program serial:42 expires:2027-11-23 file:catalog-42.db.gz database:" + sum}) {
        INFO(comment);
        CHECK(refusalOf("x", ours.sign("x", comment), {ours.key()}) == ReasonCode::updateForeignSignature);
    }
}

TEST_CASE("what is not a signature file is said to be none")
{
    const Signer ours(1);
    const std::string good = ours.sign("x", indexComment);
    for (const std::string& text :
         {std::string(), std::string("\n\n\n\n"), std::string("<html>sign in</html>"), good + good,
          good.substr(0, good.size() - 9), replaced(good, "trusted comment: offramp", "comment: offramp"),
          good + std::string(largestSignature, '\n')}) {
        CHECK(refusalOf("x", text, {ours.key()}) == ReasonCode::updateNoSignature);
    }
    std::string windowsLines;
    for (const char c : good) {
        windowsLines += c == '\n' ? std::string("\r\n") : std::string(1, c);
    }
    CHECK(refusalOf("x", windowsLines, {ours.key()}) == ReasonCode::updateInstalled);
}

TEST_CASE("a public key file is read whole or not at all")
{
    const Signer ours(1);
    const auto key = parsePublicKey(ours.publicKeyFile(), "ours");
    REQUIRE(key.has_value());
    CHECK(key->key == ours.key().key);
    CHECK(key->idText() == "0101010101010101");
    CHECK_FALSE(parsePublicKey("", "none").has_value());
    CHECK_FALSE(parsePublicKey(ours.publicKeyFile().substr(0, 60), "short").has_value());
    CHECK_FALSE(parsePublicKey(ours.sign("x", indexComment), "a signature").has_value());
}

TEST_CASE("this build trusts two different keys, one in use and one to come")
{
    REQUIRE(compiledKeys().size() == 2);
    CHECK(compiledKeys()[0].name == "catalog");
    CHECK(compiledKeys()[1].name == "catalog-next");
    CHECK(compiledKeys()[0].id != compiledKeys()[1].id);
    CHECK(compiledKeys()[0].key != compiledKeys()[1].key);
}
