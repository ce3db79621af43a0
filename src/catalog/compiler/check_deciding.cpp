// What decides a verdict may not rest on memory.
//
// Decides: a rule with an effect, the event that put a successor on computers, and "exempt" or "not covered". Products
// that count as prohibited need no rule here: where nobody read why, the assessment says "probably" (assessment.cpp).
// Signatures nobody read never go beyond "not sure" (signature_index.cpp); they must not claim to.
#include "catalog/compiler/check_context.h"

#include "base/reason.h"

#include <fmt/format.h>

namespace offramp::compiler {

namespace {

void mustBeRead(CheckContext& context, const Node& source, std::string_view because)
{
    const auto word = source["verification"];
    const auto verification = verificationFromString(word.text());
    if (verification && !mayDecide(*verification)) {
        context.complain(word, fmt::format("\"{}\" is not enough: {}; give the page it was read on, as \"read\" or "
                                           "\"quoted\"",
                                           word.text(), because));
    }
}

void checkSignature(CheckContext& context, const Node& signature)
{
    const auto strength = signature["strength"];
    const bool claims = strength.text() == "certain" || strength.text() == "likely";
    if (claims && signature["source"]["verification"].text() == "memory") {
        context.complain(strength, fmt::format("\"{}\" may not rest on memory: what nobody read never decides; write "
                                               "\"notSure\", or give the page it was read on",
                                               strength.text()));
    }
}

}   // namespace

void checkDeciding(CheckContext& context)
{
    std::set<std::string> arrivals;
    for (const auto& family : context.filesIn("products/")) {
        for (const auto& product : family["products"].items()) {
            const auto status = product["us"]["status"].text();
            if (status == "exempt" || status == "notCovered") {
                mustBeRead(context, product["us"]["source"], fmt::format("the status {} decides verdicts", status));
            }
            if (product["arrivedBy"].isText()) {
                arrivals.insert(product["arrivedBy"].text());
            }
            for (const auto& signature : product["signatures"].items()) {
                checkSignature(context, signature);
            }
        }
    }
    for (const auto& event : context.file("timeline.json")["events"].items()) {
        const auto effect = event["effect"].text();
        if (!effect.empty() && effect != "none") {
            mustBeRead(context, event["source"], fmt::format("a rule with the effect {} decides verdicts", effect));
        } else if (arrivals.contains(event["id"].text())) {
            mustBeRead(context, event["source"], "an event that brought a successor decides verdicts");
        }
    }
    for (const auto& replacement : context.filesIn("replacements/")) {
        for (const auto& lab : replacement["labs"].items()) {
            if (lab["rankable"].isTrue()) {
                mustBeRead(context, lab["source"], "a rankable result decides the order");
            }
        }
    }
}

}   // namespace offramp::compiler
