#include "base/reason.h"
#include "domain/assessment.h"
#include "report/phrases.h"

#include <catch2/catch.hpp>
#include <set>

using namespace offramp;

TEST_CASE("every reason has a sentence, a word of its own and well-formed placeholders")
{
    std::set<std::string_view> words;
    for (const ReasonCode code : allReasonCodes()) {
        const std::string_view sentence = phraseTemplate(code);
        INFO(toString(code));
        CHECK_FALSE(sentence.empty());
        CHECK(words.insert(toString(code)).second);
        CHECK((sentence.find("(s)") == std::string_view::npos || sentence.find("%n") != std::string_view::npos));
    }
    CHECK(words.size() > 50);
}

TEST_CASE("numbers, plurals and dates are put into American English")
{
    const Day day = parseDay("2024-09-29").value();
    CHECK(inEnglish(Reason{ReasonCode::updatesEndedFor, {std::int64_t{785}, day}, {}})
          == "U.S. updates ended 785 days ago (September 29, 2024).");
    CHECK(inEnglish(Reason{ReasonCode::updatesEndedFor, {std::int64_t{1}, day}, {}})
          == "U.S. updates ended 1 day ago (September 29, 2024).");
    CHECK(inEnglish(Reason{ReasonCode::matchedName, {std::string("service"), std::string("Kaspersky %1")}, {}})
          == "The service is named \"Kaspersky %1\"");
}

TEST_CASE("only what was read somewhere may decide a verdict")
{
    CHECK(mayDecide(Verification::read));
    CHECK(mayDecide(Verification::quoted));
    for (const Verification weak :
         {Verification::claimed, Verification::weak, Verification::inferred, Verification::memory}) {
        CHECK_FALSE(mayDecide(weak));
        CHECK(markOf(weak) == VerificationMark::notConfirmed);
        CHECK(verificationFromString(toString(weak)) == weak);
    }
    CHECK_FALSE(verificationFromString("certain").has_value());
}

TEST_CASE("an error says what was tried and why it failed")
{
    CHECK(describe(Error{ErrorCode::accessDenied, "reading /x", 13}) == "reading /x: access denied (system code 13)");
    CHECK(describe(Error{ErrorCode::notFound, "file a", 0}) == "file a: not found");
}
