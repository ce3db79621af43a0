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
        "Report of a removal",
        "This was a rehearsal on a recorded computer. Nothing was removed from any computer.",
        "Written",
        "Names of people and of the computer, home folders, SIDs and serial numbers were taken out.",
        "Names and numbers were not taken out of this report.",
        "Seal",
        "Key",
        "To verify it",
        "Step",
        "What became of it",
        "When",
        "Code",
        "Whether it is gone",
        "gone: nothing of it was found any more",
        "gone, but something was left behind",
        "still there",
        "not known: an important place could not be read",
        "not looked at again",
        "What the person said",
        "About",
        "Answer",
        "An antivirus was on all the time.",
        "Without an antivirus so far",
        "Without an antivirus",
        "This system does not say whether an antivirus is on.",
        "For some of the time nobody could tell.",
        "Leftovers that were taken away",
        "The removal",
        "Approved",
        "It is finished.",
        "The person ended it before it was finished.",
        "It is not finished.",
        "Before",
        "After",
        "What stays, and why",
        "Digest of the approved plan",
        whatSealProves,
    };
    return phrases;
}

}   // namespace offramp
