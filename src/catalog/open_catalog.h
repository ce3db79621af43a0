// Which catalog the program works with: one rule for the window, the terminal and the updater.
#pragma once

#include "catalog/catalog_store.h"
#include "catalog/catalog_vault.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace offramp {

struct CatalogPlaces {
    std::filesystem::path named;           // the person named this file: that one or an error, never another
    std::filesystem::path programFolder;   // the catalog that came with the program is looked for from here
    std::filesystem::path vaultFolder;     // empty: no downloaded catalogs
    std::string_view builtIn{};            // builtInCatalog(): what came with the program when no file did
};

enum class CatalogOrigin { cameWithProgram, downloaded, named };
[[nodiscard]] std::string_view toString(CatalogOrigin origin);

struct OpenedCatalog {
    Catalog catalog;   // info.notices says what was wrong with a better one
    CatalogOrigin origin = CatalogOrigin::cameWithProgram;
    std::optional<Proof> proof;   // downloaded only
};

// The first that is whole and not older than the one that came with the program: the current one of the vault, the one
// before, the one that came with the program.
[[nodiscard]] Result<OpenedCatalog> openBestCatalog(const CatalogPlaces& places, const std::vector<TrustedKey>& keys);

// The catalog that came with the program, its head only; empty when it is missing or damaged.
[[nodiscard]] std::optional<CatalogInfo> shippedCatalog(const CatalogPlaces& places);

}   // namespace offramp
