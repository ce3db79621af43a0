#include "policy/policy_file.h"

#include "base/text.h"
#include "domain/reminder.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace offramp {

namespace {

using Json = nlohmann::json;

constexpr std::size_t longestText = 400;
constexpr std::array<std::string_view, 9> members{"format",  "serial",   "organization", "contact",     "mode",
                                                  "expires", "deadline", "deferrals",    "reminderDays"};

tl::unexpected<PolicyRefusal> malformed(std::string what)
{
    return tl::unexpected<PolicyRefusal>(PolicyRefusal{PolicyFault::malformed, std::move(what)});
}

// Shown to people: one line, no control characters, not longer than a paragraph.
std::optional<std::string> textIn(const Json& object, const char* name)
{
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string()) {
        return std::nullopt;
    }
    const auto& text = found->get_ref<const std::string&>();
    const bool control = std::any_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; });
    if (text.size() > longestText || control || !text::isUtf8(text) || text::trim(text).size() != text.size()) {
        return std::nullopt;
    }
    return text;
}

std::optional<std::int64_t> numberIn(const Json& object, const char* name, std::int64_t least, std::int64_t most)
{
    const auto found = object.find(name);
    if (found == object.end() || !found->is_number_integer()) {
        return std::nullopt;
    }
    if (found->is_number_unsigned() && found->get<std::uint64_t>() > static_cast<std::uint64_t>(most)) {
        return std::nullopt;
    }
    const auto number = found->get<std::int64_t>();
    return number >= least && number <= most ? std::optional(number) : std::nullopt;
}

// The parser keeps the last of two members of one name; the first one would be what a person reads.
Json parsedOnce(std::string_view text, bool& twice)
{
    std::vector<std::string> seen;
    const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
        if (event == Json::parse_event_t::key && depth == 1) {
            const auto& name = parsed.get_ref<const std::string&>();
            twice = twice || std::find(seen.begin(), seen.end(), name) != seen.end();
            seen.push_back(name);
        }
        return depth <= 2;
    };
    return Json::parse(text, watch, false);
}

}   // namespace

tl::expected<OrganizationPolicy, PolicyRefusal> parsePolicy(std::string_view text)
{
    if (text.size() > largestPolicy) {
        return malformed("too large");
    }
    bool twice = false;
    const Json object = parsedOnce(text, twice);
    if (object.is_discarded() || !object.is_object()) {
        return malformed("JSON");
    }
    for (const auto& [name, value] : object.items()) {
        if (std::find(members.begin(), members.end(), name) == members.end()) {
            return malformed("unknown member");
        }
    }
    if (twice) {
        return malformed("a member twice");
    }
    if (textIn(object, "format") != "offramp.policy/1") {
        return malformed("format");
    }
    OrganizationPolicy policy;
    const auto serial = numberIn(object, "serial", 1, std::numeric_limits<std::int32_t>::max());
    const auto organization = textIn(object, "organization");
    const auto mode = textIn(object, "mode");
    const auto expires = parseDay(textIn(object, "expires").value_or(std::string{}));
    if (!serial || !organization || organization->empty() || !expires || (mode != "audit" && mode != "authorize")) {
        return malformed(!serial ? "serial" : !expires ? "expires" : mode && organization ? "mode" : "organization");
    }
    policy.serial = *serial;
    policy.organization = *organization;
    policy.mode = mode == "authorize" ? OrganizationPolicy::Mode::authorize : OrganizationPolicy::Mode::audit;
    policy.expires = *expires;
    if (object.contains("contact")) {
        const auto contact = textIn(object, "contact");
        if (!contact) {
            return malformed("contact");
        }
        policy.contact = *contact;
    }
    if (object.contains("deadline")) {
        const auto deadline = parseDay(textIn(object, "deadline").value_or(std::string{}));
        if (!deadline || daysBetween(*deadline, policy.expires) < 0) {
            return malformed("deadline");
        }
        policy.deadline = *deadline;
    }
    if (object.contains("deferrals")) {
        const auto deferrals = numberIn(object, "deferrals", 0, mostDeferrals);
        if (!deferrals) {
            return malformed("deferrals");
        }
        policy.deferrals = static_cast<int>(*deferrals);
    }
    if (object.contains("reminderDays")) {
        const auto days = numberIn(object, "reminderDays", shortestCadence, longestCadence);
        if (!days) {
            return malformed("reminderDays");
        }
        policy.reminderDays = static_cast<int>(*days);
    }
    return policy;
}

std::string policyComment(const OrganizationPolicy& policy)
{
    return fmt::format("offramp-policy serial:{} expires:{} file:policy.json", policy.serial, toString(policy.expires));
}

PolicyAnswer provePolicy(const PolicyTexts& texts, Instant now)
{
    const auto refused = [](PolicyRefusal why) { return PolicyAnswer{std::nullopt, std::move(why)}; };
    const auto because = [&](PolicyFault code) { return refused({code, {}}); };
    if (texts.policy.size() > largestPolicy) {
        return refused(malformed("too large").value());
    }
    if (texts.key.empty()) {
        return because(PolicyFault::noKey);
    }
    const auto key = parsePublicKey(texts.key, "policy");
    if (!key) {
        return because(PolicyFault::noKey);
    }
    const auto signature = parseSignature(texts.signature);
    if (!signature || signature->facts.kind != SignedKind::policy) {
        return because(PolicyFault::noSignature);
    }
    if (signature->keyId != key->id) {
        return because(PolicyFault::foreignKey);
    }
    if (!verifyFile(texts.policy, *signature, {*key})) {
        return because(PolicyFault::changed);
    }
    auto policy = parsePolicy(texts.policy);
    if (!policy) {
        return refused(policy.error());
    }
    if (policy->serial != signature->facts.serial || policy->expires != signature->facts.expires) {
        return because(PolicyFault::changed);
    }
    // A day counts until it is over everywhere.
    if (now >= Instant{std::chrono::sys_days{policy->expires.date}} + std::chrono::hours{36}) {
        return refused({PolicyFault::expired, toString(policy->expires)});
    }
    return {std::move(*policy), std::nullopt};
}

}   // namespace offramp
