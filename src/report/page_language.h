// PageLanguage: the language a report's page is written in. English unless a face hands over its reader's.
#pragma once

#include "base/calendar.h"
#include "base/reason.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

struct PageLanguage {
    PageLanguage();   // English

    std::string tag;   // BCP 47, of the page
    bool rightToLeft = false;
    // An English text in this language. `context` is "Report" for texts of reportPhrases(), and the name of the
    // vocabulary for one of its words, as the window's translations have it: "Status", "EvidenceKind" …
    std::function<std::string(const char* context, std::string_view english)> say;
    std::function<std::string(const Reason&)> sentence;
    std::function<std::string(const Day&)> day;
    std::function<std::string(Instant)> moment;
};

// What a sealed report says of its seal.
inline constexpr std::string_view whatSealProves =
    "The signature shows that this report was not changed since it was written. It does not show who wrote it: the key "
    "was made on the computer that wrote it.";

// Every text of a page that is not a word of a vocabulary and not a reason's sentence.
[[nodiscard]] const std::vector<std::string_view>& reportPhrases();

}   // namespace offramp
