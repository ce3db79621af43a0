// The meaning of timeline.json, features.json and replacements/.
#include "catalog/compiler/check_context.h"

#include "catalog/catalog_words.h"
#include "catalog/compiler/near_miss.h"
#include "domain/product.h"
#include "domain/timeline.h"

#include <fmt/format.h>

namespace offramp::compiler {

namespace {

void checkEvent(CheckContext& context, const Node& event)
{
    context.checkWordOf(event["zone"], zoneWords);
    context.checkWord(event["precision"], precisionFromString);
    context.checkWord(event["kind"], eventKindFromString);
    context.checkWord(event["effect"], ruleEffectFromString);
    for (const auto& person : event["binds"].items()) {
        context.checkWord(person, personFromString);
    }
    context.mustNotRepeat(event["binds"]);
    context.checkSource(event["source"]);
    for (const auto& seen : event["alsoSeen"].items()) {
        context.checkSource(seen);
    }

    const auto written = parseInstant(event["effectiveAt"].text());
    if (!written && event["effectiveAt"].isText()) {
        context.complain(event["effectiveAt"], written.error().context);
    }
    if (written && event["zone"].text() == "us-eastern"
        && written->offset != offsetAt(easternZone(), written->instant)) {
        context.complain(event["effectiveAt"], fmt::format("U.S. Eastern time is {} hours from UTC on that day",
                                                           offsetAt(easternZone(), written->instant).count() / 60));
    }
    const auto effect = event["effect"].text();
    const auto bound = event["binds"].items().size();
    if (effect == "none" && bound > 0) {
        context.complain(event["binds"], "must be empty when the effect is none");
    } else if (effect != "none" && !effect.empty() && bound == 0) {
        context.complain(event["binds"], fmt::format("must name who is bound when the effect is {}", effect));
    }
}

void checkPeopleLink(CheckContext& context, const Node& link)
{
    if (link.isText() && !isPeopleLink(link.text())) {
        context.complain(link, link.text().starts_with("http://")
                                   ? "must begin with https://, not http://"
                                   : "must be an official https page without user name, port, query or fragment");
    }
}

std::optional<Day> monthOf(CheckContext& context, const Node& month)
{
    if (!month.isText()) {
        return std::nullopt;
    }
    const auto day = parseDay(month.text() + "-01");
    if (!day) {
        context.complain(month, fmt::format("\"{}\" is not a month; write it as 2025-01", month.text()));
        return std::nullopt;
    }
    return *day;
}

void checkLab(CheckContext& context, const Node& lab)
{
    context.checkSource(lab["source"]);
    context.checkWordOf(lab["platform"], replacementPlatformWords);
    const auto from = monthOf(context, lab["from"]);
    const auto until = monthOf(context, lab["until"]);
    if (from && until && *from > *until) {
        context.complain(lab["until"], "is earlier than from");
    }
    if (until && context.factsAsOf && *until > *context.factsAsOf) {
        context.complain(lab["until"], "is later than the day the facts were checked");
    }
    if (lab["award"].isTrue() && !lab["rankable"].isTrue()) {
        context.complain(lab["award"], "may only be true for a rankable result");
    }
}

// A day, a month or nothing.
void checkSeenOn(CheckContext& context, const Node& seenOn)
{
    const auto text = seenOn.text();
    const bool isDate = text.empty() || parseDay(text.size() == 7 ? text + "-01" : text);
    if (!isDate) {
        context.complain(seenOn, fmt::format("\"{}\" is not a day or a month", text));
    }
}

void checkReplacement(CheckContext& context, const Node& replacement)
{
    if (const auto id = replacement["id"];
        id.isText() && replacement.file() != fmt::format("replacements/{}.json", id.text())) {
        context.complain(id, "must be the name of the file");
    }
    context.checkWord(replacement["countryVerification"], verificationFromString);
    context.checkWord(replacement["soldInUsVerification"], verificationFromString);
    context.checkWordOf(replacement["segment"], replacementSegmentWords);
    for (const auto& platform : replacement["platforms"].items()) {
        context.checkWordOf(platform, replacementPlatformWords);
    }
    context.mustNotRepeat(replacement["platforms"]);
    context.mustNotRepeat(replacement["countries"]);
    context.checkSource(replacement["source"]);
    context.checkSource(replacement["price"]["source"]);
    for (const char* amount : {"firstYear", "renewal", "devices"}) {
        const auto node = replacement["price"][amount];
        if (node.value().is_number() && node.value().get<double>() > 1e6) {
            context.complain(node, "is not a plausible number");
        }
    }
    checkPeopleLink(context, replacement["homeUrl"]);
    checkPeopleLink(context, replacement["supportUrl"]);
    if (replacement["excluded"].isTrue() && replacement["excludedBecause"].text().empty()) {
        context.complain(replacement, "excludedBecause must say why it is excluded");
    }
    for (const auto& [id, fact] : replacement["features"].members()) {
        if (!context.features.contains(id)) {
            std::vector<std::string> ids;
            for (const auto& [known, place] : context.features) {
                ids.push_back(known);
            }
            context.complain(fact, fmt::format("there is no feature \"{}\"{}", id, didYouMean(id, ids)));
        }
        context.checkSource(fact["source"]);
    }
    for (const auto& lab : replacement["labs"].items()) {
        checkLab(context, lab);
    }
    for (const auto& package : replacement["packages"].items()) {
        context.checkWordOf(package["manager"], packageManagerWords);
        checkSeenOn(context, package["seenOn"]);
    }
}

}   // namespace

void checkTimeline(CheckContext& context)
{
    for (const auto& event : context.file("timeline.json")["events"].items()) {
        checkEvent(context, event);
    }
}

void checkFeatures(CheckContext& context)
{
    const auto file = context.file("features.json");
    for (const auto& feature : file["features"].items()) {
        context.checkWordOf(feature["parity"], parityWords);
        context.checkSource(feature["source"]);
    }
    std::map<std::string, std::string> given;
    for (const auto& needs : file["productNeeds"].items()) {
        context.mustName(needs["productId"], "product", context.products);
        for (const auto& feature : needs["features"].items()) {
            context.mustName(feature, "feature", context.features);
        }
        context.mustNotRepeat(needs["features"]);
        context.checkSource(needs["source"]);
        const auto key = needs["productId"].text() + "\n" + needs["edition"].text();
        if (const auto [first, isNew] = given.emplace(key, needs.path()); !isNew) {
            context.complain(needs,
                             fmt::format("the needs of this product and edition already stand in {}", first->second));
        }
    }
}

void checkReplacements(CheckContext& context)
{
    for (const auto& replacement : context.filesIn("replacements/")) {
        checkReplacement(context, replacement);
    }
}

}   // namespace offramp::compiler
