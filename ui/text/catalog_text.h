// What the catalog says in words, in the reader's language.
//
// The catalog is written in English. What it held when this program was built was translated with it; what a newer
// catalog adds stays English until the next program. Names, citations and titles of sources are never translated.
#pragma once

#include <QString>
#include <string>

namespace offramp::ui {

// A name of a feature, a title or sentence of the timeline, a price band, what a replacement is.
[[nodiscard]] QString catalogText(const std::string& english);
// "US" -> "United States"
[[nodiscard]] QString countryName(const std::string& isoCode);

}   // namespace offramp::ui
