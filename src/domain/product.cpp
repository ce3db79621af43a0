#include "domain/product.h"

#include "base/vocabulary.h"

namespace offramp {

namespace {

constexpr Words<ProductRole, 11> productRoleWords{{
    {ProductRole::antivirus, "antivirus"},
    {ProductRole::vpn, "vpn"},
    {ProductRole::passwordManager, "passwordManager"},
    {ProductRole::parentalControl, "parentalControl"},
    {ProductRole::managementAgent, "managementAgent"},
    {ProductRole::managementServer, "managementServer"},
    {ProductRole::tool, "tool"},
    {ProductRole::component, "component"},
    {ProductRole::whiteLabel, "whiteLabel"},
    {ProductRole::intelligence, "intelligence"},
    {ProductRole::other, "other"},
}};

constexpr Words<UsStatus, 4> usStatusWords{{
    {UsStatus::prohibited, "prohibited"},
    {UsStatus::exempt, "exempt"},
    {UsStatus::unclear, "unclear"},
    {UsStatus::notCovered, "notCovered"},
}};

constexpr Words<UsBasis, 6> usBasisWords{{
    {UsBasis::classNamed, "classNamed"},
    {UsBasis::generalClause, "generalClause"},
    {UsBasis::integration, "integration"},
    {UsBasis::expresslyExempt, "expresslyExempt"},
    {UsBasis::notNamed, "notNamed"},
    {UsBasis::notKaspersky, "notKaspersky"},
}};

constexpr Words<Shows, 4> showsWords{{
    {Shows::product, "product"},
    {Shows::component, "component"},
    {Shows::trace, "trace"},
    {Shows::portable, "portable"},
}};

constexpr Words<Confidence, 3> confidenceWords{{
    {Confidence::notSure, "notSure"},
    {Confidence::likely, "likely"},
    {Confidence::certain, "certain"},
}};

constexpr Words<PublisherRule, 3> publisherRuleWords{{
    {PublisherRule::vendor, "vendor"},
    {PublisherRule::vendorOrUnknown, "vendorOrUnknown"},
    {PublisherRule::any, "any"},
}};

}   // namespace

std::string_view toString(ProductRole value)
{
    return wordFor(productRoleWords, value);
}

std::optional<ProductRole> productRoleFromString(std::string_view word)
{
    return valueFor(productRoleWords, word);
}

std::string_view toString(UsStatus value)
{
    return wordFor(usStatusWords, value);
}

std::optional<UsStatus> usStatusFromString(std::string_view word)
{
    return valueFor(usStatusWords, word);
}

std::string_view toString(UsBasis value)
{
    return wordFor(usBasisWords, value);
}

std::optional<UsBasis> usBasisFromString(std::string_view word)
{
    return valueFor(usBasisWords, word);
}

std::string_view toString(Shows value)
{
    return wordFor(showsWords, value);
}

std::optional<Shows> showsFromString(std::string_view word)
{
    return valueFor(showsWords, word);
}

std::string_view toString(Confidence value)
{
    return wordFor(confidenceWords, value);
}

std::optional<Confidence> confidenceFromString(std::string_view word)
{
    return valueFor(confidenceWords, word);
}

std::string_view toString(PublisherRule value)
{
    return wordFor(publisherRuleWords, value);
}

std::optional<PublisherRule> publisherRuleFromString(std::string_view word)
{
    return valueFor(publisherRuleWords, word);
}

}   // namespace offramp
