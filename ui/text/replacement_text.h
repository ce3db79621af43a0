// Words about replacements that the Overview and the Replacements page share.
#pragma once

#include "catalog/catalog_store.h"
#include "domain/recommendation.h"

#include <QString>

namespace offramp::ui {

// nullptr when the catalog does not have it.
[[nodiscard]] const Replacement* replacementWith(const Catalog& catalog, const std::string& id);
[[nodiscard]] QString featureShortName(const Catalog& catalog, const std::string& featureId);
// "5 of 5, 3 not confirmed"
[[nodiscard]] QString coverageText(const Recommendation& recommendation);
// "Gen Digital, United States and Czechia"; says when the country is not confirmed.
[[nodiscard]] QString ownerText(const Replacement& replacement);
// "$80–150 a year, March 2026"; says when it was not checked.
[[nodiscard]] QString priceText(const Replacement& replacement);

}   // namespace offramp::ui
