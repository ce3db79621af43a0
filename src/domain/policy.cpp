#include "domain/policy.h"

#include "base/vocabulary.h"

namespace offramp {

namespace {

constexpr Words<PolicyFault, 8> faultWords{{
    {PolicyFault::malformed, "malformed"},
    {PolicyFault::noSignature, "noSignature"},
    {PolicyFault::noKey, "noKey"},
    {PolicyFault::foreignKey, "foreignKey"},
    {PolicyFault::changed, "changed"},
    {PolicyFault::expired, "expired"},
    {PolicyFault::unreadable, "unreadable"},
    {PolicyFault::openToOthers, "openToOthers"},
}};

}   // namespace

std::string_view toString(OrganizationPolicy::Mode mode)
{
    return mode == OrganizationPolicy::Mode::authorize ? "authorize" : "audit";
}

std::string_view toString(PolicyFault fault)
{
    return wordFor(faultWords, fault);
}

}   // namespace offramp
