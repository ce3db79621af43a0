#include "catalog/open_catalog.h"

#include "catalog/built_in_catalog.h"

#include <utility>

namespace offramp {

namespace {

Result<OpenedCatalog> openFile(const std::filesystem::path& file, CatalogOrigin origin)
{
    auto catalog = openCatalog(file);
    if (!catalog) {
        return tl::unexpected<Error>(catalog.error());
    }
    return OpenedCatalog{std::move(*catalog), origin, std::nullopt};
}

Result<OpenedCatalog> openShipped(const CatalogPlaces& places)
{
    const auto file = findCatalog({}, places.programFolder);
    if (file) {
        return openFile(*file, CatalogOrigin::cameWithProgram);
    }
    auto inside = places.builtIn.empty() ? Result<Catalog>(tl::unexpected<Error>(file.error()))
                                         : openBuiltInCatalog(places.builtIn);
    if (!inside) {
        return tl::unexpected<Error>(inside.error());
    }
    return OpenedCatalog{std::move(*inside), CatalogOrigin::cameWithProgram, std::nullopt};
}

// A catalog of the vault, if it is whole and this program understands it.
std::optional<OpenedCatalog> openDownloaded(const CatalogVault& vault, std::int64_t serial)
{
    auto proven = vault.prove(serial);
    auto opened = proven ? openFile(proven->file, CatalogOrigin::downloaded)
                         : Result<OpenedCatalog>(fail(ErrorCode::malformed, "not proven"));
    if (!opened || opened->catalog.info.serial != serial) {
        return std::nullopt;
    }
    opened->proof = std::move(proven->proof);
    return std::move(*opened);
}

}   // namespace

std::string_view toString(CatalogOrigin origin)
{
    switch (origin) {
    case CatalogOrigin::cameWithProgram: return "cameWithProgram";
    case CatalogOrigin::downloaded: return "downloaded";
    case CatalogOrigin::named: break;
    }
    return "named";
}

std::optional<CatalogInfo> shippedCatalog(const CatalogPlaces& places)
{
    const auto file = findCatalog({}, places.programFolder);
    const auto info = file ? readCatalogInfo(*file) : readBuiltInCatalogInfo(places.builtIn);
    return info ? std::optional(*info) : std::nullopt;
}

Result<OpenedCatalog> openBestCatalog(const CatalogPlaces& places, const std::vector<TrustedKey>& keys)
{
    if (!places.named.empty()) {
        const auto file = findCatalog(places.named, places.programFolder);
        return file ? openFile(*file, CatalogOrigin::named) : Result<OpenedCatalog>(tl::unexpected(file.error()));
    }
    const CatalogVault vault(places.vaultFolder, keys);
    const VaultState state = vault.state();
    if (!state.current) {
        // Nothing was downloaded, or the person went back. Only if the own catalog
        // fails is another one better.
        auto shipped = openShipped(places);
        if (shipped || !state.previous) {
            return shipped;
        }
    }
    const auto shippedInfo = shippedCatalog(places);
    std::vector<Reason> notices;
    for (const auto& serial : {state.current, state.previous}) {
        if (!serial || (shippedInfo && *serial <= shippedInfo->serial)) {
            continue;   // a newer program brought a newer catalog along
        }
        if (auto opened = openDownloaded(vault, *serial)) {
            opened->catalog.info.notices = std::move(notices);
            return std::move(*opened);
        }
        notices.push_back(Reason{ReasonCode::catalogFellBack, {std::to_string(*serial)}, {}});
    }
    auto shipped = openShipped(places);
    if (shipped) {
        shipped->catalog.info.notices = std::move(notices);
    }
    return shipped;
}

}   // namespace offramp
