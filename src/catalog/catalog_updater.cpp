#include "catalog/catalog_updater.h"

#include "base/utf8_path.h"
#include "catalog/catalog_index.h"
#include "catalog/gzip.h"
#include "catalog/mirror_client.h"

#include <algorithm>
#include <random>
#include <utility>

namespace offramp {

namespace {

std::uint64_t anyNumber()
{
    std::random_device device;   // only spreads people over time; nothing secret depends on it
    return static_cast<std::uint64_t>(device()) << 32 | device();
}

UpdateOutcome outcome(UpdateResult result, Reason reason, std::string detail = {})
{
    UpdateOutcome made;
    made.result = result;
    made.reason = std::move(reason);
    made.detail = std::move(detail);
    return made;
}

UpdateOutcome outcome(UpdateResult result, ReasonCode code, std::vector<ReasonArgument> arguments = {})
{
    return outcome(result, Reason{code, std::move(arguments), {}});
}

UpdateOutcome cannotStore(const Error& error)
{
    return error.code == ErrorCode::timeout
               ? outcome(UpdateResult::failed, Reason{ReasonCode::updateBusy, {}, {}}, describe(error))
               : outcome(UpdateResult::failed, Reason{ReasonCode::updateCannotStore, {error.context}, {}},
                         describe(error));
}

// Whether a server offered something that must not be taken, or just did not deliver.
UpdateResult resultOf(ReasonCode code)
{
    switch (code) {
    case ReasonCode::updateCancelled: return UpdateResult::cancelled;
    case ReasonCode::updateUnreachable:
    case ReasonCode::updateServerProblem:
    case ReasonCode::updateTooSlow:
    case ReasonCode::updateBrokeOff:
    case ReasonCode::updateCannotStore: return UpdateResult::failed;
    default: return UpdateResult::refused;
    }
}

// The places updates are about: a file the person names is looked at once and never replaced.
CatalogPlaces withoutNamed(CatalogPlaces places)
{
    places.named.clear();
    return places;
}

// What is in use and what may not be taken again.
struct Present {
    Holding holding;
    std::optional<std::int64_t> inVault;   // serial, when the one in use was downloaded
};

Present present(const CatalogPlaces& places, const std::vector<TrustedKey>& keys, const VaultState& state)
{
    const auto opened = openBestCatalog(withoutNamed(places), keys);
    Present now;
    now.holding.highest = std::max({state.highest, state.current.value_or(0), state.previous.value_or(0)});
    const bool lost =
        state.current == now.holding.highest && !CatalogVault(places.vaultFolder, keys).prove(*state.current);
    if (lost) {
        --now.holding.highest;   // it was damaged here, so exactly that one may come again
    }
    if (const auto shipped = shippedCatalog(places)) {
        now.holding.highest = std::max(now.holding.highest, static_cast<std::int64_t>(shipped->serial));
        if (shipped->file.empty()) {
            now.holding.builtIn = places.builtIn;
        } else {
            now.holding.databases.push_back(shipped->file);
        }
    }
    if (!opened) {
        return now;   // without any catalog an update is all the more welcome
    }
    const CatalogInfo& info = opened->catalog.info;
    now.holding.inUse = info.serial;
    if (info.serial == now.holding.highest) {
        now.holding.newestIssuedAt = info.issuedAt;
    }
    if (opened->origin == CatalogOrigin::downloaded) {
        now.inVault = info.serial;
        now.holding.databases.insert(now.holding.databases.begin(), info.file);
    }
    return now;
}

UpdateOutcome installed(VaultWriter& writer, const FetchedCatalog& fetched, const Present& now)
{
    const auto stored = writer.install(fetched.database, fetched.signature, fetched.proof, now.inVault);
    if (!stored) {
        return cannotStore(stored.error());
    }
    auto made = outcome(UpdateResult::installed, ReasonCode::updateInstalled,
                        {std::to_string(fetched.proof.facts.serial), fetched.proof.facts.expires});
    made.serial = fetched.proof.facts.serial;
    return made;
}

std::filesystem::path besideSignature(std::filesystem::path file)
{
    file += ".minisig";
    return file;
}

// The file and the signature beside it, up to a database that may be installed.
Accepted<FetchedCatalog> readBundle(const std::filesystem::path& file, const std::vector<TrustedKey>& keys,
                                    std::int64_t highest, Instant now)
{
    auto packed = readWhole(file, largestCompressed);
    if (!packed) {
        return packed.error().code == ErrorCode::tooLarge
                   ? refuse(ReasonCode::updateTooLarge, {pathToUtf8(file.filename())})
                   : refuse(ReasonCode::updateFileUnreadable, {pathToUtf8(file)});
    }
    auto text = readWhole(besideSignature(file), largestSignature);
    const auto signature = text ? parseSignature(*text) : refuse(ReasonCode::updateNoSignature);
    if (!signature) {
        return tl::unexpected<Reason>(signature.error());
    }
    auto proof = verifyFile(*packed, *signature, keys);
    if (!proof) {
        return tl::unexpected<Reason>(proof.error());
    }
    if (proof->facts.kind != SignedKind::catalog) {
        return refuse(ReasonCode::updateForeignSignature);
    }
    const std::int64_t serial = proof->facts.serial;
    // The schema is not in the comment; the database says it below.
    const Offer offer{serial, 0, startOfDay(Zone{}, proof->facts.expires)};
    if (auto allowed = mayReplace(offer, highest, now); !allowed) {
        return tl::unexpected<Reason>(allowed.error());
    }
    auto database = gunzip(*packed, largestDatabase);
    if (!database) {
        return refuse(database.error().code == ErrorCode::tooLarge ? ReasonCode::updateBomb
                                                                   : ReasonCode::updateTruncated);
    }
    if (sha256Of(*database) != proof->facts.databaseSha256) {
        return refuse(ReasonCode::updateWrongContent, {std::to_string(serial)});
    }
    const auto info = examineDatabase(*database, serial);
    if (!info) {
        return tl::unexpected<Reason>(info.error());
    }
    if (dayIn(Zone{}, info->expiresAt) != proof->facts.expires) {
        return refuse(ReasonCode::updateWrongContent, {std::to_string(serial)});
    }
    return FetchedCatalog{std::move(*database), std::move(*text), std::move(*proof)};
}

}   // namespace

CatalogUpdater::CatalogUpdater(CatalogPlaces places, UpdateSettings settings, const Clock& clock)
    : m_places(std::move(places)), m_settings(std::move(settings)), m_clock(clock)
{}

Result<CatalogStatus> CatalogUpdater::status() const
{
    auto opened = openBestCatalog(m_places, m_settings.keys);
    if (!opened) {
        return tl::unexpected<Error>(opened.error());
    }
    const CatalogVault vault(m_places.vaultFolder, m_settings.keys);
    VaultState state = vault.state();
    CatalogStatus status;
    status.inUse = std::move(*opened);
    status.lastTry = std::move(state.lastTry);
    status.schedule = state.schedule;
    const auto shipped = shippedCatalog(m_places);
    const auto usable = [&](std::int64_t serial) {
        return (!shipped || serial > shipped->serial) && vault.prove(serial).has_value();
    };
    const std::int64_t inUse = status.inUse.origin == CatalogOrigin::downloaded ? status.inUse.catalog.info.serial : 0;
    if (state.previous && inUse == state.current.value_or(0)) {
        status.goesBackTo = usable(*state.previous) ? state.previous : std::nullopt;
    } else if (inUse != 0 && inUse == state.current && shipped) {
        status.goesBackTo = 0;
    }
    return status;
}

UpdateOutcome CatalogUpdater::update(const ProgressSink& progress, std::stop_token stop)
{
    if (m_settings.mirrors.empty()) {
        return outcome(UpdateResult::failed, ReasonCode::updateNoServer);
    }
    const CatalogVault vault(m_places.vaultFolder, m_settings.keys);
    auto writer = VaultWriter::open(vault);
    if (!writer) {
        return cannotStore(writer.error());
    }
    const Present now = present(m_places, m_settings.keys, writer->state());
    MirrorClient client(m_settings, now.holding, *writer, progress, stop);
    UpdateOutcome made;
    for (const std::string& mirror : m_settings.mirrors) {
        auto fetched = client.newest(mirror, m_clock.now());
        UpdateOutcome attempt;
        if (!fetched) {
            attempt = outcome(resultOf(fetched.error().reason.code), fetched.error().reason, fetched.error().detail);
        } else if (!*fetched) {
            attempt =
                outcome(UpdateResult::upToDate, ReasonCode::updateUpToDate, {std::to_string(now.holding.highest)});
        } else {
            attempt = installed(*writer, **fetched, now);
        }
        made.attempts.push_back({mirror, attempt.result, attempt.reason, attempt.detail});
        // What a server offered wrongly weighs more than that another one did not answer.
        if (made.attempts.size() == 1 || attempt.result != UpdateResult::failed
            || made.result == UpdateResult::failed) {
            made.result = attempt.result;
            made.reason = attempt.reason;
            made.detail = attempt.detail;
            made.serial = attempt.serial;
        }
        const bool more = attempt.result == UpdateResult::failed || attempt.result == UpdateResult::refused;
        if (!more || attempt.reason.code == ReasonCode::updateCannotStore) {
            break;
        }
    }
    made.received = client.received();
    UpdateSchedule schedule = writer->state().schedule;
    if (schedule.automatic == Automatic::weekly) {
        schedule.nextTry = nextTryAfter(m_clock.now(), anyNumber());
    }
    const LastTry last{m_clock.now(), made.result, made.reason, made.attempts.back().mirror};
    if (const auto recorded = writer->recordTry(last, schedule); !recorded && made.detail.empty()) {
        made.detail = describe(recorded.error());   // the update itself stands
    }
    return made;
}

UpdateOutcome CatalogUpdater::updateIfDue(const ProgressSink& progress, std::stop_token stop)
{
    const CatalogVault vault(m_places.vaultFolder, m_settings.keys);
    const UpdateSchedule schedule = vault.state().schedule;
    switch (dueAt(schedule, m_clock.now())) {
    case Due::notAllowed: return outcome(UpdateResult::notDue, ReasonCode::updateNotAllowed);
    case Due::notYet:
        return outcome(UpdateResult::notDue, ReasonCode::updateNotDue, {dayIn(Zone{}, *schedule.nextTry)});
    case Due::now: break;
    }
    return update(progress, std::move(stop));
}

UpdateOutcome CatalogUpdater::importFile(const std::filesystem::path& file)
{
    const CatalogVault vault(m_places.vaultFolder, m_settings.keys);
    auto writer = VaultWriter::open(vault);
    if (!writer) {
        return cannotStore(writer.error());
    }
    const Present now = present(m_places, m_settings.keys, writer->state());
    const auto bundle = readBundle(file, m_settings.keys, now.holding.highest, m_clock.now());
    return bundle ? installed(*writer, *bundle, now) : outcome(UpdateResult::refused, bundle.error());
}

UpdateOutcome CatalogUpdater::rollBack()
{
    const CatalogPlaces own = withoutNamed(m_places);
    const auto found = CatalogUpdater(own, m_settings, m_clock).status();
    if (!found || !found->goesBackTo) {
        return outcome(UpdateResult::refused, ReasonCode::updateNothingBefore);
    }
    const CatalogVault vault(m_places.vaultFolder, m_settings.keys);
    auto writer = VaultWriter::open(vault);
    if (!writer) {
        return cannotStore(writer.error());
    }
    if (const auto swapped = writer->swap(); !swapped) {
        return cannotStore(swapped.error());
    }
    const auto after = openBestCatalog(own, m_settings.keys);
    if (!after) {
        return outcome(UpdateResult::failed, ReasonCode::updateCannotStore, {after.error().context});
    }
    auto made =
        outcome(UpdateResult::installed, ReasonCode::updateWentBack, {std::to_string(after->catalog.info.serial)});
    made.serial = after->catalog.info.serial;
    return made;
}

UpdateOutcome CatalogUpdater::deleteDownloaded()
{
    const CatalogVault vault(m_places.vaultFolder, m_settings.keys);
    auto writer = VaultWriter::open(vault);
    if (!writer) {
        return cannotStore(writer.error());
    }
    if (const auto forgotten = writer->forgetCatalogs(); !forgotten) {
        return cannotStore(forgotten.error());
    }
    const auto after = openBestCatalog(withoutNamed(m_places), m_settings.keys);
    if (!after) {
        return outcome(UpdateResult::failed, ReasonCode::updateCannotStore, {after.error().context});
    }
    auto made =
        outcome(UpdateResult::installed, ReasonCode::updateInstalled, {std::to_string(after->catalog.info.serial)});
    made.serial = after->catalog.info.serial;
    return made;
}

UpdateOutcome CatalogUpdater::verify() const
{
    const auto opened = openBestCatalog(m_places, m_settings.keys);
    if (!opened) {
        return outcome(UpdateResult::refused, Reason{ReasonCode::updateFileUnreadable, {opened.error().context}, {}},
                       describe(opened.error()));
    }
    const CatalogInfo& info = opened->catalog.info;
    const auto bytes =
        info.file.empty() ? Result<std::string>(m_places.builtIn) : readWhole(info.file, largestDatabase);
    const auto examined = bytes ? examineDatabase(*bytes, info.serial)
                                : refuse(ReasonCode::updateFileUnreadable, {pathToUtf8(info.file)});
    if (!examined) {
        return outcome(UpdateResult::refused, examined.error());
    }
    if (!info.notices.empty()) {
        return outcome(UpdateResult::refused, info.notices.front());
    }
    return opened->proof
               ? outcome(UpdateResult::upToDate, ReasonCode::catalogIsWhole,
                         {std::to_string(info.serial), opened->proof->keyName, opened->proof->keyId})
               : outcome(UpdateResult::upToDate, ReasonCode::catalogIsWholeUnsigned, {std::to_string(info.serial)});
}

UpdateOutcome CatalogUpdater::setAutomatic(Automatic automatic)
{
    const CatalogVault vault(m_places.vaultFolder, m_settings.keys);
    auto writer = VaultWriter::open(vault);
    if (!writer) {
        return cannotStore(writer.error());
    }
    UpdateSchedule schedule{automatic, std::nullopt};
    if (automatic == Automatic::weekly) {
        const bool already = writer->state().schedule.automatic == Automatic::weekly;
        schedule.nextTry = already ? writer->state().schedule.nextTry : firstTryAfter(m_clock.now(), anyNumber());
    }
    if (const auto stored = writer->setSchedule(schedule); !stored) {
        return cannotStore(stored.error());
    }
    return automatic == Automatic::weekly ? outcome(UpdateResult::upToDate, ReasonCode::updateAutomaticOn)
                                          : outcome(UpdateResult::upToDate, ReasonCode::updateNotAllowed);
}

}   // namespace offramp
