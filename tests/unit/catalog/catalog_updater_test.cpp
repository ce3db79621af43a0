#include "catalog/catalog_updater.h"

#include "catalog/catalog_index.h"
#include "unit/catalog/signed_catalog.h"

#include <catch2/catch.hpp>

using namespace offramp;
using test::Signer;

namespace {

class FixedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(const char* text) { m_now = parseInstant(text)->instant; }

private:
    Instant m_now = parseInstant("2026-12-01T00:00:00Z")->instant;
};

// A person's computer: a program that came with catalog 7, and an empty vault.
struct Computer {
    test::ScratchFolder folder;
    Signer ours{1};
    FixedClock clock;
    CatalogPlaces places{{}, folder / "program", folder / "vault"};

    Computer() { test::writeBytes(folder / "program" / "catalog.db", test::databaseOf(7)); }

    [[nodiscard]] CatalogUpdater updater() const
    {
        UpdateSettings settings;
        settings.keys = {ours.key()};
        return {places, settings, clock};
    }
    // A published catalog on a memory stick.
    [[nodiscard]] test::fs::path stick(const std::string& packed, const std::string& signature) const
    {
        const auto file = folder / "stick" / "some name.gz";
        test::writeBytes(file, packed);
        test::writeBytes(file.string() + ".minisig", signature);
        return file;
    }
    [[nodiscard]] test::fs::path good(int serial) const
    {
        const std::string database = test::databaseOf(serial);
        const std::string packed = test::gzip(database);
        return stick(packed, ours.sign(packed, test::catalogComment(serial, database)));
    }
    [[nodiscard]] long inUse() const
    {
        const auto opened = openBestCatalog(places, {ours.key()});
        return opened ? opened->catalog.info.serial : 0;
    }
    [[nodiscard]] std::vector<Reason> notices() const
    {
        return openBestCatalog(places, {ours.key()})->catalog.info.notices;
    }
    [[nodiscard]] test::fs::path vaultFile(const std::string& name) const { return folder / "vault" / name; }
};

}   // namespace

TEST_CASE("an imported catalog comes into use, the one before is kept, and going back can be undone")
{
    const Computer pc;
    CHECK(pc.inUse() == 7);
    CHECK(pc.updater().rollBack().reason.code == ReasonCode::updateNothingBefore);
    REQUIRE(pc.updater().importFile(pc.good(8)).result == UpdateResult::installed);
    CHECK(pc.inUse() == 8);
    REQUIRE(pc.updater().importFile(pc.good(9)).result == UpdateResult::installed);
    CHECK(pc.inUse() == 9);
    const auto status = pc.updater().status();
    REQUIRE(status.has_value());
    CHECK(status->inUse.origin == CatalogOrigin::downloaded);
    REQUIRE(status->inUse.proof.has_value());
    CHECK(status->inUse.proof->keyName == "test");
    CHECK(status->goesBackTo == 8);
    CHECK(pc.updater().rollBack().serial == 8);
    CHECK(pc.inUse() == 8);
    CHECK(pc.updater().rollBack().serial == 9);
    CHECK(pc.inUse() == 9);
    CHECK(pc.updater().verify().reason.code == ReasonCode::catalogIsWhole);
    CHECK_FALSE(test::fs::exists(pc.vaultFile("catalog-7.db")));
}

TEST_CASE("after the first update, going back leads to the catalog that came with the program")
{
    const Computer pc;
    REQUIRE(pc.updater().importFile(pc.good(8)).result == UpdateResult::installed);
    CHECK(pc.updater().status()->goesBackTo == 0);
    CHECK(pc.updater().rollBack().serial == 7);
    CHECK(pc.inUse() == 7);
    // The one gone back from does not come again by itself.
    CHECK(pc.updater().importFile(pc.good(8)).reason.code == ReasonCode::updateNotNewer);
    CHECK(pc.updater().rollBack().serial == 8);
}

TEST_CASE(
    "deleting what was downloaded leaves the catalog that came with the program, and the choice of automatic updates")
{
    const Computer pc;
    REQUIRE(pc.updater().importFile(pc.good(8)).result == UpdateResult::installed);
    REQUIRE(pc.updater().importFile(pc.good(9)).result == UpdateResult::installed);
    static_cast<void>(pc.updater().setAutomatic(Automatic::weekly));
    const UpdateOutcome deleted = pc.updater().deleteDownloaded();
    CHECK(deleted.result == UpdateResult::installed);
    CHECK(deleted.serial == 7);
    CHECK(pc.inUse() == 7);
    CHECK_FALSE(test::fs::exists(pc.vaultFile("catalog-8.db")));
    CHECK_FALSE(test::fs::exists(pc.vaultFile("catalog-9.db")));
    CHECK_FALSE(test::fs::exists(pc.vaultFile("catalog-9.db.minisig")));
    const auto status = pc.updater().status();
    REQUIRE(status.has_value());
    CHECK_FALSE(status->goesBackTo.has_value());
    CHECK(status->schedule.automatic == Automatic::weekly);
    // A person may take the same one again.
    CHECK(pc.updater().importFile(pc.good(8)).result == UpdateResult::installed);
    // And deleting nothing is no fault.
    REQUIRE(pc.updater().deleteDownloaded().result == UpdateResult::installed);
    CHECK(pc.updater().deleteDownloaded().serial == 7);
}

TEST_CASE("what must be refused is refused with a reason of its own, and changes nothing")
{
    Computer pc;
    REQUIRE(pc.updater().importFile(pc.good(8)).result == UpdateResult::installed);
    const std::string database = test::databaseOf(9);
    const std::string packed = test::gzip(database);
    const std::string comment = test::catalogComment(9, database);
    const Signer stranger(2);
    std::string flipped = packed;
    flipped[packed.size() / 2] = static_cast<char>(flipped[packed.size() / 2] ^ 1);
    const std::string bomb = test::gzip(std::string(largestDatabase + 1, '\0'));
    std::string torn = database;
    torn.resize(torn.size() - 4096);
    std::string newer = database;
    newer[63] = 9;   // user_version, the schema
    const std::string expired = test::databaseOf(9, "2026-11-30T00:00:00Z");
    const auto offer = [&](const std::string& bytes, const std::string& saying) {
        return pc.stick(bytes, pc.ours.sign(bytes, saying));
    };
    const auto offerDatabase = [&](const std::string& bytes) {
        const std::string zipped = test::gzip(bytes);
        return offer(zipped, test::catalogComment(9, bytes));
    };
    const auto before = test::readBytes(pc.vaultFile("state.json"));
    const auto refusal = [&](const test::fs::path& file) {
        const auto outcome = pc.updater().importFile(file);
        CHECK(outcome.result == UpdateResult::refused);
        CHECK(pc.inUse() == 8);
        CHECK(test::readBytes(pc.vaultFile("state.json")) == before);
        return outcome.reason.code;
    };
    CHECK(refusal(pc.stick(packed, stranger.sign(packed, comment))) == ReasonCode::updateUnknownKey);
    CHECK(refusal(pc.stick(flipped, pc.ours.sign(packed, comment))) == ReasonCode::updateBytesChanged);
    CHECK(refusal(pc.stick(packed.substr(0, packed.size() - 1), pc.ours.sign(packed, comment)))
          == ReasonCode::updateBytesChanged);
    CHECK(refusal(pc.stick(packed, pc.ours.sign(packed, comment, "Ed"))) == ReasonCode::updateOldSignature);
    CHECK(refusal(pc.stick(packed, "no signature")) == ReasonCode::updateNoSignature);
    CHECK(refusal(pc.folder / "nothing there.gz") == ReasonCode::updateFileUnreadable);
    CHECK(refusal(offer(packed, "offramp-index serial:9 expires:2027-11-23 file:index.json"))
          == ReasonCode::updateForeignSignature);
    CHECK(refusal(pc.good(8)) == ReasonCode::updateNotNewer);
    CHECK(refusal(pc.good(7)) == ReasonCode::updateNotNewer);
    CHECK(refusal(offer(packed, test::catalogComment(9, "another database"))) == ReasonCode::updateWrongContent);
    CHECK(refusal(offer(packed, test::catalogComment(10, database))) == ReasonCode::updateWrongContent);
    CHECK(refusal(offer(packed, test::catalogComment(9, database, "2029-01-01"))) == ReasonCode::updateWrongContent);
    CHECK(refusal(offer(test::gzip(expired), test::catalogComment(9, expired, "2026-11-30")))
          == ReasonCode::updateExpired);
    CHECK(refusal(offerDatabase(newer)) == ReasonCode::updateNeedsNewerProgram);
    CHECK(refusal(offerDatabase(torn)) == ReasonCode::updateDamaged);
    CHECK(refusal(offerDatabase("not a database")) == ReasonCode::updateDamaged);
    CHECK(refusal(offer(bomb, comment)) == ReasonCode::updateBomb);
    CHECK(refusal(offer(packed.substr(0, packed.size() - 1), comment)) == ReasonCode::updateTruncated);
    CHECK(refusal(offer(std::string(largestCompressed + 1, 'x'), comment)) == ReasonCode::updateTooLarge);
    // And the same catalog, unchanged, is taken.
    CHECK(pc.updater().importFile(pc.stick(packed, pc.ours.sign(packed, comment))).result == UpdateResult::installed);
    CHECK(pc.inUse() == 9);
}

TEST_CASE("a damaged catalog falls back to the one before, says so, and can be fetched again")
{
    const Computer pc;
    REQUIRE(pc.updater().importFile(pc.good(8)).result == UpdateResult::installed);
    REQUIRE(pc.updater().importFile(pc.good(9)).result == UpdateResult::installed);
    std::string bytes = test::readBytes(pc.vaultFile("catalog-9.db"));
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    test::writeBytes(pc.vaultFile("catalog-9.db"), bytes);
    CHECK(pc.inUse() == 8);
    REQUIRE(pc.notices().size() == 1);
    CHECK(pc.notices()[0].code == ReasonCode::catalogFellBack);
    CHECK(pc.updater().verify().result == UpdateResult::refused);
    test::fs::remove(pc.vaultFile("catalog-8.db.minisig"));
    CHECK(pc.inUse() == 7);
    CHECK(pc.notices().size() == 2);
    REQUIRE(pc.updater().importFile(pc.good(9)).result == UpdateResult::installed);
    CHECK(pc.inUse() == 9);
    CHECK(pc.notices().empty());
}

TEST_CASE("a catalog put into the vault by somebody else is not used")
{
    const Computer pc;
    const Signer stranger(2);
    const std::string database = test::databaseOf(50);
    test::writeBytes(pc.vaultFile("catalog-50.db"), database);
    test::writeBytes(pc.vaultFile("catalog-50.db.minisig"),
                     stranger.sign(test::gzip(database), test::catalogComment(50, database)));
    test::writeBytes(pc.vaultFile("state.json"),
                     "{\"format\": \"offramp.catalogVault/1\", \"current\": 50, \"previous\": null, \"highest\": 50, "
                     "\"automatic\": false}");
    CHECK(pc.inUse() == 7);
    test::fs::remove(pc.vaultFile("state.json"));
    CHECK(pc.inUse() == 7);
}

TEST_CASE("a lost or damaged state is rebuilt from the catalogs that are proven")
{
    const Computer pc;
    REQUIRE(pc.updater().importFile(pc.good(8)).result == UpdateResult::installed);
    REQUIRE(pc.updater().importFile(pc.good(9)).result == UpdateResult::installed);
    test::fs::remove(pc.vaultFile("state.json"));
    CHECK(pc.inUse() == 9);
    CHECK(pc.updater().status()->goesBackTo == 8);
    test::writeBytes(pc.vaultFile("state.json"), "{\"format\": \"offramp.catalogV");
    CHECK(pc.inUse() == 9);
    CHECK(pc.updater().importFile(pc.good(9)).reason.code == ReasonCode::updateNotNewer);
    CHECK(pc.updater().importFile(pc.good(10)).result == UpdateResult::installed);
}

TEST_CASE("a newer program wins over what was downloaded with an older one")
{
    const Computer pc;
    REQUIRE(pc.updater().importFile(pc.good(8)).result == UpdateResult::installed);
    test::writeBytes(pc.folder / "program" / "catalog.db", test::databaseOf(20));
    CHECK(pc.inUse() == 20);
    CHECK(pc.updater().importFile(pc.good(19)).reason.code == ReasonCode::updateNotNewer);
    CHECK(pc.updater().rollBack().result == UpdateResult::refused);
    CHECK(pc.inUse() == 20);
}

TEST_CASE("two programs do not write at once")
{
    const Computer pc;
    REQUIRE(pc.updater().importFile(pc.good(8)).result == UpdateResult::installed);
    const CatalogVault vault(pc.places.vaultFolder, {pc.ours.key()});
    auto holder = VaultWriter::open(vault);
    REQUIRE(holder.has_value());
    const auto outcome = pc.updater().importFile(pc.good(9));
    CHECK(outcome.result == UpdateResult::failed);
    CHECK(outcome.reason.code == ReasonCode::updateBusy);
    CHECK(pc.inUse() == 8);
}

TEST_CASE("automatic updating stays off until it is switched on, and asks nobody before it is due")
{
    Computer pc;
    CHECK(pc.updater().updateIfDue({}, {}).reason.code == ReasonCode::updateNotAllowed);
    CHECK(pc.updater().setAutomatic(Automatic::weekly).reason.code == ReasonCode::updateAutomaticOn);
    const auto next = pc.updater().status()->schedule.nextTry;
    REQUIRE(next.has_value());
    CHECK(*next >= pc.clock.now());
    CHECK(pc.updater().setAutomatic(Automatic::weekly).result == UpdateResult::upToDate);
    CHECK(pc.updater().status()->schedule.nextTry == next);
    pc.clock.set("2026-12-09T00:00:00Z");
    CHECK(pc.updater().updateIfDue({}, {}).reason.code == ReasonCode::updateNoServer);
    CHECK(pc.updater().setAutomatic(Automatic::off).reason.code == ReasonCode::updateNotAllowed);
    CHECK(pc.updater().status()->schedule.automatic == Automatic::off);
}

TEST_CASE("a build that knows no server says so, and an address without https is not asked")
{
    const Computer pc;
    CHECK(pc.updater().update({}, {}).reason.code == ReasonCode::updateNoServer);
    UpdateSettings settings;
    settings.keys = {pc.ours.key()};
    settings.mirrors = {"http://127.0.0.1:1/"};
    CatalogUpdater updater(pc.places, settings, pc.clock);
    const auto outcome = updater.update({}, {});
    CHECK(outcome.reason.code == ReasonCode::updateNotHttps);
    REQUIRE(outcome.attempts.size() == 1);
    CHECK(updater.status()->lastTry->reason.code == ReasonCode::updateNotHttps);
}

TEST_CASE("an update that was stopped before it began asks nobody")
{
    const Computer pc;
    UpdateSettings settings;
    settings.keys = {pc.ours.key()};
    settings.mirrors = {"https://127.0.0.1:1/"};
    std::stop_source stop;
    stop.request_stop();
    CatalogUpdater updater(pc.places, settings, pc.clock);
    CHECK(updater.update({}, stop.get_token()).result == UpdateResult::cancelled);
    CHECK(pc.inUse() == 7);
}
