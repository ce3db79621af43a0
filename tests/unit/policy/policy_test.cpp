#include "policy/policy_file.h"
#include "policy/policy_place.h"
#include "support/fake_host.h"
#include "unit/catalog/signed_catalog.h"

#include <catch2/catch.hpp>

using namespace offramp;
using test::Signer;

namespace {

const std::string asks = R"({
  "format": "offramp.policy/1", "serial": 7, "organization": "Example Ltd", "contact": "IT, ext. 42",
  "mode": "authorize", "expires": "2027-06-30", "deadline": "2026-12-31", "deferrals": 2, "reminderDays": 3
}
)";
const std::string comment = "offramp-policy serial:7 expires:2027-06-30 file:policy.json";

std::string with(const std::string& what, const std::string& instead)
{
    std::string text = asks;
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), instead);
}

const Signer& administrator()
{
    static const Signer signer(3);
    return signer;
}

PolicyTexts signedTexts(const std::string& policy = asks, const std::string& says = comment)
{
    return {policy, administrator().sign(policy, says), administrator().publicKeyFile()};
}

Instant on(int year, unsigned month, unsigned day)
{
    return Instant{std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)}};
}

// Why it does not count; nothing when it does.
std::optional<PolicyFault> refusal(const PolicyTexts& texts, Instant now = on(2026, 11, 23))
{
    const PolicyAnswer answer = provePolicy(texts, now);
    CHECK(answer.policy.has_value() != answer.refused.has_value());
    CHECK((answer.policy || !answer.authorizes()));
    return answer.refused ? std::optional(answer.refused->fault) : std::nullopt;
}

void place(FakeHost& host, const PolicyTexts& texts)
{
    host.addFile("/etc/offramp/policy.json", texts.policy);
    host.addFile("/etc/offramp/policy.json.minisig", texts.signature);
    host.addFile("/etc/offramp/policy.pub", texts.key);
}

}   // namespace

TEST_CASE("a signed policy says what it says")
{
    const PolicyAnswer answer = provePolicy(signedTexts(), on(2026, 11, 23));
    REQUIRE(answer.policy);
    CHECK(answer.authorizes());
    CHECK(answer.policy->organization == "Example Ltd");
    CHECK(answer.policy->contact == "IT, ext. 42");
    CHECK(toString(answer.policy->deadline.value()) == "2026-12-31");
    CHECK(answer.policy->deferrals == 2);
    CHECK(answer.policy->reminderDays == 3);
    CHECK(policyComment(*answer.policy) == comment);
    const std::string audit = with("authorize", "audit");
    CHECK_FALSE(provePolicy(signedTexts(audit), on(2026, 11, 23)).authorizes());
}

TEST_CASE("a policy that is unsigned, foreign, changed or expired counts for nothing and says why")
{
    PolicyTexts texts = signedTexts();
    CHECK(refusal(texts) == std::nullopt);
    texts.key.clear();
    CHECK(refusal(texts) == PolicyFault::noKey);
    texts.key = "no key\n";
    CHECK(refusal(texts) == PolicyFault::noKey);
    texts = signedTexts();
    texts.signature.clear();
    CHECK(refusal(texts) == PolicyFault::noSignature);
    texts = signedTexts();
    texts.signature.resize(texts.signature.size() / 2);
    CHECK(refusal(texts) == PolicyFault::noSignature);
    texts = signedTexts();
    texts.key = Signer(9).publicKeyFile();
    CHECK(refusal(texts) == PolicyFault::foreignKey);
}

TEST_CASE("every byte of a policy that is changed after signing makes it count for nothing")
{
    for (std::size_t at = 0; at < asks.size(); ++at) {
        PolicyTexts texts = signedTexts();
        texts.policy[at] = static_cast<char>(texts.policy[at] ^ 1);
        CHECK(refusal(texts) == PolicyFault::changed);
    }
    for (std::size_t length = 0; length < asks.size(); length += 7) {
        PolicyTexts texts = signedTexts();
        texts.policy.resize(length);
        CHECK(refusal(texts) == PolicyFault::changed);
    }
    // A signature of a catalog or over another serial is none of a policy.
    CHECK(refusal(signedTexts(asks, "offramp-index serial:7 expires:2027-06-30 file:index.json"))
          == PolicyFault::noSignature);
    CHECK(refusal(signedTexts(asks, "offramp-policy serial:8 expires:2027-06-30 file:policy.json"))
          == PolicyFault::changed);
    CHECK(refusal(signedTexts(asks, "offramp-policy serial:7 expires:2028-06-30 file:policy.json"))
          == PolicyFault::changed);
}

TEST_CASE("a policy counts to the end of its last day wherever the computer is")
{
    CHECK(refusal(signedTexts(), on(2027, 6, 30) + std::chrono::hours{35}) == std::nullopt);
    CHECK(refusal(signedTexts(), on(2027, 7, 1) + std::chrono::hours{12}) == PolicyFault::expired);
}

TEST_CASE("a policy with a mistake in it is refused with its place")
{
    const std::vector<std::pair<std::string, std::string>> mistakes{
        {R"("serial": 7)", R"("serial": 0)"},
        {R"("serial": 7)", R"("serial": 99999999999999999999)"},
        {R"("serial": 7)", R"("serial": "7")"},
        {R"("serial": 7)", R"("serial": 7, "serial": 8)"},
        {R"("deadline")", R"("dedaline")"},
        {R"("2026-12-31")", R"("2027-12-31")"},
        {R"("2026-12-31")", R"("31.12.2026")"},
        {R"("deferrals": 2)", R"("deferrals": -1)"},
        {R"("deferrals": 2)", R"("deferrals": 100)"},
        {R"("reminderDays": 3)", R"("reminderDays": 0)"},
        {R"("authorize")", R"("always")"},
        {R"("Example Ltd")", R"("")"},
        {R"("Example Ltd")", R"("two\nlines")"},
        {R"("Example Ltd")", R"({"name": {"deep": 1}})"},
        {R"("offramp.policy/1")", R"("offramp.policy/2")"},
    };
    for (const auto& [what, instead] : mistakes) {
        const auto parsed = parsePolicy(with(what, instead));
        INFO(instead);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().fault == PolicyFault::malformed);
    }
    CHECK_FALSE(parsePolicy(""));
    CHECK_FALSE(parsePolicy("[]"));
    CHECK_FALSE(parsePolicy(std::string(100000, '[')));
    CHECK(parsePolicy(asks));
}

TEST_CASE("a policy of Linux is believed only where nobody else may change it")
{
    FakeHost host(OsFamily::linux);
    CHECK(readPolicy(host, [](std::string_view) { return true; }) == PolicyAnswer{});
    place(host, signedTexts());
    CHECK(readPolicy(host, [](std::string_view) { return true; }).authorizes());
    for (const std::string open : {"/etc/offramp", "/etc/offramp/policy.json", "/etc/offramp/policy.pub"}) {
        for (const std::optional<bool> said : {std::optional(false), std::optional<bool>()}) {
            const auto answer =
                readPolicy(host, [&](std::string_view path) { return path == open ? said : std::optional(true); });
            REQUIRE(answer.refused);
            CHECK(answer.refused->fault == PolicyFault::openToOthers);
            CHECK_FALSE(answer.authorizes());
        }
    }
    host.deny("/etc/offramp/policy.json.minisig");
    const auto answer = readPolicy(host, [](std::string_view) { return true; });
    REQUIRE(answer.refused);
    CHECK(answer.refused->fault == PolicyFault::unreadable);
}

TEST_CASE("a policy of Windows is read as Group Policy writes it")
{
    const std::string key = R"(HKLM\SOFTWARE\Policies\Offramp)";
    const auto lines = [](const std::string& text) {
        std::vector<std::string> all;
        for (const std::string_view line : text::split(text, '\n')) {
            all.emplace_back(line);
        }
        all.pop_back();
        return all;
    };
    const PolicyTexts texts = signedTexts();
    FakeHost host(OsFamily::windows);
    CHECK(readPolicy(host) == PolicyAnswer{});
    host.addTexts(key, "Policy", lines(texts.policy));
    CHECK(readPolicy(host).refused->fault == PolicyFault::noKey);
    host.addTexts(key, "PolicySignature", lines(texts.signature));
    host.addText(key, "PolicyKey", lines(texts.key).at(1));   // without the comment
    CHECK(readPolicy(host).authorizes());

    // A file whose last line had no end, in a text of one line.
    const std::string single =
        R"({"format":"offramp.policy/1","serial":7,"organization":"E","mode":"audit","expires":"2027-06-30"})";
    FakeHost other(OsFamily::windows);
    other.addTexts(key, "Policy", {single});
    other.addTexts(key, "PolicySignature", lines(administrator().sign(single, comment)));
    other.addText(key, "PolicyKey", texts.key);
    CHECK(readPolicy(other).policy.has_value());
    other.addTexts(key, "Ignored", {"x"});
    CHECK(readPolicy(other).policy.has_value());

    FakeHost denied(OsFamily::windows);
    denied.denyKey(key);
    CHECK(readPolicy(denied).refused->fault == PolicyFault::unreadable);
}

TEST_CASE("what a policy asks is said in sentences, with the fault where it does not count")
{
    const auto codes = [](const PolicyAnswer& answer, const std::optional<PolicyDeferrals>& deferrals) {
        std::vector<ReasonCode> said;
        for (const Reason& each : policySentences(answer, deferrals)) {
            said.push_back(each.code);
        }
        return said;
    };
    using Codes = std::vector<ReasonCode>;
    PolicyAnswer answer = provePolicy(signedTexts(), on(2026, 11, 23));
    CHECK(codes(answer, std::nullopt)
          == Codes{ReasonCode::policyAsksBy, ReasonCode::policyAuthorizes, ReasonCode::policyContact});
    CHECK(codes(answer, PolicyDeferrals{7, 1})
          == Codes{ReasonCode::policyAsksBy, ReasonCode::policyAuthorizes, ReasonCode::policyDeferralsLeft,
                   ReasonCode::policyContact});
    CHECK(codes(answer, PolicyDeferrals{7, 2})[2] == ReasonCode::policyNoDeferrals);
    CHECK(codes(answer, PolicyDeferrals{6, 2})[2] == ReasonCode::policyDeferralsLeft);
    answer.policy->deadline.reset();
    CHECK(codes(answer, std::nullopt).front() == ReasonCode::policyAsks);
    answer.policy->mode = OrganizationPolicy::Mode::audit;
    answer.policy->contact.clear();
    CHECK(codes(answer, std::nullopt) == Codes{ReasonCode::policyLooks});
    CHECK(codes({}, std::nullopt).empty());

    const PolicyAnswer expired = provePolicy(signedTexts(), on(2027, 8, 1));
    REQUIRE(codes(expired, std::nullopt) == Codes{ReasonCode::policyExpired});
    CHECK(policySentences(expired, std::nullopt).front().arguments
          == std::vector<ReasonArgument>{*parseDay("2027-06-30")});
    const auto saysOf = [&](PolicyFault fault) {
        return codes({std::nullopt, PolicyRefusal{fault, "what"}}, std::nullopt).front();
    };
    CHECK(saysOf(PolicyFault::malformed) == ReasonCode::policyMalformed);
    CHECK(saysOf(PolicyFault::noSignature) == ReasonCode::policyUnsigned);
    CHECK(saysOf(PolicyFault::noKey) == ReasonCode::policyNoKey);
    CHECK(saysOf(PolicyFault::foreignKey) == ReasonCode::policyForeignKey);
    CHECK(saysOf(PolicyFault::changed) == ReasonCode::policyChanged);
    CHECK(saysOf(PolicyFault::unreadable) == ReasonCode::policyUnreadable);
    CHECK(saysOf(PolicyFault::openToOthers) == ReasonCode::policyOpenToOthers);
}
