#include "catalog/catalog_index.h"

#include "catalog/catalog_store.h"
#include "unit/catalog/signed_catalog.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace offramp;
using nlohmann::json;
using test::Signer;

namespace {

const std::string sum(64, 'a');
const std::string comment = "offramp-index serial:42 expires:2027-11-23 file:index.json";

json goodIndex()
{
    return {{"format", "offramp.catalogIndex/1"},
            {"serial", 42},
            {"schemaVersion", 1},
            {"issuedAt", "2026-11-23T00:00:00Z"},
            {"expiresAt", "2027-11-23T00:00:00Z"},
            {"file", {{"name", "catalog-42.db.gz"}, {"size", 1000}, {"sha256", sum}}},
            {"database", {{"size", 4096}, {"sha256", sum}}},
            {"deltas", json::array({{{"from", 41},
                                     {"fromSha256", sum},
                                     {"name", "catalog-41-42.delta.gz"},
                                     {"size", 10},
                                     {"sha256", sum}}})}};
}

Instant at(const char* text)
{
    return parseInstant(text)->instant;
}

}   // namespace

TEST_CASE("a signed index is read, and unknown properties are ignored")
{
    const Signer ours(1);
    json page = goodIndex();
    page["news"] = "whatever a later version writes";
    const std::string text = page.dump();
    const auto index = readIndex(text, ours.sign(text, comment), {ours.key()});
    REQUIRE(index.has_value());
    CHECK(index->serial == 42);
    CHECK(index->file.name == "catalog-42.db.gz");
    CHECK(index->databaseSize == 4096);
    REQUIRE(index->deltas.size() == 1);
    CHECK(index->deltas[0].from == 41);
    page.erase("deltas");
    CHECK(parseIndex(page.dump()).has_value());
}

TEST_CASE("an index is believed only if its signature says the same")
{
    const Signer ours(1);
    const std::string text = goodIndex().dump();
    const auto refusal = [&](const std::string& page, const std::string& signature) {
        const auto index = readIndex(page, signature, {ours.key()});
        return index ? ReasonCode::updateInstalled : index.error().code;
    };
    CHECK(refusal(text, ours.sign(text, comment)) == ReasonCode::updateInstalled);
    CHECK(refusal(text + " ", ours.sign(text, comment)) == ReasonCode::updateBytesChanged);
    CHECK(refusal(text, ours.sign(text, "offramp-index serial:43 expires:2027-11-23 file:index.json"))
          == ReasonCode::updateForeignSignature);
    CHECK(refusal(text, ours.sign(text, "offramp-index serial:42 expires:2028-11-23 file:index.json"))
          == ReasonCode::updateForeignSignature);
    CHECK(refusal(text, ours.sign(text, test::catalogComment(42, "x"))) == ReasonCode::updateForeignSignature);
    CHECK(refusal("{", ours.sign("{", comment)) == ReasonCode::updateIndexUnreadable);
}

TEST_CASE("every property of an index has its shape, and a wrong one refuses the page")
{
    const auto broken = [](auto change) {
        json page = goodIndex();
        change(page);
        return !parseIndex(page.dump()).has_value();
    };
    REQUIRE_FALSE(broken([](json&) {}));
    CHECK(broken([](json& page) { page["format"] = "offramp.catalogIndex/2"; }));
    CHECK(broken([](json& page) { page["serial"] = "42"; }));
    CHECK(broken([](json& page) { page["serial"] = 0; }));
    CHECK(broken([](json& page) { page["serial"] = -1; }));
    CHECK(broken([](json& page) { page["serial"] = 4294967297u; }));
    CHECK(broken([](json& page) { page["schemaVersion"] = nullptr; }));
    CHECK(broken([](json& page) { page["expiresAt"] = "2026-11-22T00:00:00Z"; }));
    CHECK(broken([](json& page) { page["issuedAt"] = "yesterday"; }));
    CHECK(broken([](json& page) { page["file"]["name"] = "../../catalog-42.db.gz"; }));
    CHECK(broken([](json& page) { page["file"]["name"] = "catalog-43.db.gz"; }));
    CHECK(broken([](json& page) { page["file"]["size"] = largestCompressed + 1; }));
    CHECK(broken([](json& page) { page["file"]["sha256"] = std::string(64, 'A'); }));
    CHECK(broken([](json& page) { page["file"] = json::array(); }));
    CHECK(broken([](json& page) { page["database"]["size"] = largestDatabase + 1; }));
    CHECK(broken([](json& page) { page["database"]["size"] = 0; }));
    CHECK(broken([](json& page) { page["database"].erase("sha256"); }));
    CHECK(broken([](json& page) { page["deltas"] = "none"; }));
    CHECK(broken([](json& page) { page["deltas"][0]["from"] = 42; }));
    CHECK(broken([](json& page) { page["deltas"][0]["name"] = "catalog-40-42.delta.gz"; }));
    CHECK(broken([](json& page) { page["deltas"] = std::vector<json>(65, page["deltas"][0]); }));
    CHECK(broken([](json& page) { page["padding"] = std::string(largestIndex, ' '); }));
    CHECK_FALSE(parseIndex("").has_value());
    CHECK_FALSE(parseIndex("[]").has_value());
    CHECK_FALSE(parseIndex(std::string(60'000, '[')).has_value());
}

TEST_CASE("an offer takes the place of what is here only if it is newer, in time and understood")
{
    const Instant now = at("2026-12-01T00:00:00Z");
    const Instant later = at("2027-01-01T00:00:00Z");
    const auto refusal = [&](const Offer& offer) {
        const auto allowed = mayReplace(offer, 41, now);
        return allowed ? ReasonCode::updateInstalled : allowed.error().code;
    };
    CHECK(refusal({42, 1, later}) == ReasonCode::updateInstalled);
    CHECK(refusal({41, 1, later}) == ReasonCode::updateNotNewer);
    CHECK(refusal({40, 1, later}) == ReasonCode::updateNotNewer);
    CHECK(refusal({42, 1, now}) == ReasonCode::updateExpired);
    CHECK(refusal({42, catalogSchemaVersion + 1, later}) == ReasonCode::updateNeedsNewerProgram);
}
