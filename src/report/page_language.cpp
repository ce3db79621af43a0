#include "report/page_language.h"

#include "report/phrases.h"

namespace offramp {

PageLanguage::PageLanguage()
    : tag("en"), say([](const char*, std::string_view english) { return std::string(english); }),
      sentence([](const Reason& reason) { return inEnglish(reason); }),
      day([](const Day& date) { return inEnglish(date); }), moment([](Instant instant) { return toString(instant); })
{}

const std::vector<std::string_view>& reportPhrases()
{
    static const std::vector<std::string_view> phrases{
        "Computer",
        "System",
        "Checked",
        "Rules for",
        "Facts as of",
        "Catalog",
        "This is information, not legal advice. Nothing was sent anywhere.",
        "What was found",
        "State",
        "Where it stands",
        "How sure",
        "Kind",
        "What",
        "Where",
        "Who protects this computer",
        "Product",
        "Definitions",
        "on",
        "off",
        "not known",
        "up to date",
        "out of date",
        "Where was looked",
        "Place",
        "Read",
        "completely",
        "in part",
        "not at all",
    };
    return phrases;
}

}   // namespace offramp
