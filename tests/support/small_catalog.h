// A catalog small enough to read beside the tests that use it.
#pragma once

#include "catalog/catalog_store.h"

namespace offramp::test {

inline SourceLink readLink(Verification verification = Verification::read)
{
    return {"https://example.org/source", "a source", "", verification};
}

inline Product product(std::string id, std::string parent, std::string name, ProductRole role,
                       UsStatus status = UsStatus::prohibited, UsBasis basis = UsBasis::classNamed,
                       Verification verification = Verification::quoted)
{
    Product made;
    made.id = std::move(id);
    made.parent = std::move(parent);
    made.vendor = "kaspersky";
    made.family = "kaspersky";
    made.name = std::move(name);
    made.role = role;
    made.segment = "home";
    made.usStatus = status;
    made.usBasis = basis;
    made.usSource = readLink(verification);
    made.source = readLink();
    return made;
}

inline Signature signature(std::vector<EvidenceKind> kinds, Shows shows, Confidence strength)
{
    Signature made;
    made.kinds = std::move(kinds);
    made.shows = shows;
    made.strength = strength;
    made.source = readLink();
    return made;
}

inline Signature byName(std::vector<EvidenceKind> kinds, std::vector<std::string> names, Shows shows,
                        Confidence strength = Confidence::certain)
{
    Signature made = signature(std::move(kinds), shows, strength);
    made.names = std::move(names);
    return made;
}

inline Signature byId(std::vector<EvidenceKind> kinds, std::vector<std::string> ids, Shows shows,
                      Confidence strength = Confidence::certain)
{
    Signature made = signature(std::move(kinds), shows, strength);
    made.ids = std::move(ids);
    return made;
}

inline Signature byPath(std::vector<EvidenceKind> kinds, std::vector<std::string> paths, Shows shows,
                        Confidence strength = Confidence::likely)
{
    Signature made = signature(std::move(kinds), shows, strength);
    made.paths = std::move(paths);
    return made;
}

inline TimelineEvent event(std::string id, const char* effectiveAt, RuleEffect effect, std::vector<Person> binds)
{
    TimelineEvent made;
    made.id = std::move(id);
    made.jurisdiction = "US";
    made.effectiveAt = parseInstant(effectiveAt)->instant;
    made.zone = easternZone();
    made.effect = effect;
    made.binds = std::move(binds);
    made.source = readLink(Verification::quoted);
    return made;
}

// kaspersky › consumer line › Internet Security and the 2022 product; a VPN and a password manager beside them.
inline Catalog smallCatalog()
{
    using enum EvidenceKind;
    Catalog catalog;
    catalog.info.schemaVersion = catalogSchemaVersion;
    catalog.info.issuedAt = parseInstant("2026-11-23T00:00:00Z")->instant;
    catalog.info.expiresAt = parseInstant("2027-11-23T00:00:00Z")->instant;
    catalog.info.factsAsOf = parseDay("2026-11-23").value();
    catalog.vendors = {{"kaspersky", "Kaspersky", {"*kaspersky*", "*касперск*"}, {"*/kaspersky lab/*"}},
                       {"pointwild", "Point Wild", {"*pango*", "*point wild*"}, {}}};

    Product root = product("kaspersky", "", "A Kaspersky product", ProductRole::component);
    root.signatures = {byId({driver}, {"klif", "klif.k4w-#"}, Shows::component),
                       byName({program, msiProduct}, {"*kaspersky*"}, Shows::product)};
    root.signatures[1].publisher = PublisherRule::vendor;
    Product line = product("kaspersky-consumer", "kaspersky", "Kaspersky for home users", ProductRole::antivirus);
    line.signatures = {byId({service}, {"avp#"}, Shows::component),
                       byId({registryKey}, {"hklm/software/kasperskylab/avp#"}, Shows::trace, Confidence::likely)};
    Product suite = product("kaspersky-internet-security", "kaspersky-consumer", "Kaspersky Internet Security",
                            ProductRole::antivirus);
    suite.signatures = {
        byName({program, msiProduct, securityProduct}, {"kaspersky internet security*"}, Shows::product),
        byPath({folder, service}, {"*/kaspersky lab/kaspersky internet security #*"}, Shows::component)};
    Product modern = product("kaspersky-2022", "kaspersky-consumer", "Kaspersky", ProductRole::antivirus);
    modern.signatures = {
        byName({program, msiProduct, securityProduct}, {"kaspersky", "kaspersky plus"}, Shows::product)};
    Product vpn = product("kaspersky-vpn", "kaspersky", "Kaspersky VPN", ProductRole::vpn, UsStatus::prohibited,
                          UsBasis::generalClause, Verification::memory);
    vpn.signatures = {byName({program}, {"kaspersky vpn*"}, Shows::product),
                      byId({service}, {"ksde#"}, Shows::component)};
    Product passwords =
        product("kaspersky-password-manager", "kaspersky", "Kaspersky Password Manager", ProductRole::passwordManager,
                UsStatus::unclear, UsBasis::notNamed, Verification::memory);
    passwords.holdsPasswords = true;
    passwords.signatures = {byName({program}, {"kaspersky password manager"}, Shows::product)};
    Product intelligence = product("kaspersky-threat-intelligence", "kaspersky", "Kaspersky Threat Intelligence",
                                   ProductRole::intelligence, UsStatus::exempt, UsBasis::expresslyExempt);
    intelligence.signatures = {byName({program}, {"kaspersky threat intelligence*"}, Shows::product)};
    Product tool = product("kvrt", "kaspersky", "Kaspersky Virus Removal Tool", ProductRole::tool);
    tool.signatures = {byPath({file}, {"*/kvrt.exe"}, Shows::portable, Confidence::certain)};
    Product ultraav =
        product("ultraav", "", "UltraAV", ProductRole::antivirus, UsStatus::notCovered, UsBasis::notKaspersky);
    ultraav.vendor = "pointwild";
    ultraav.arrivedBy = "switch";
    ultraav.signatures = {byName({program}, {"ultraav"}, Shows::product, Confidence::certain)};
    ultraav.signatures[0].source.verification = Verification::claimed;
    Product rumour = product("rumour", "", "A product nobody confirmed", ProductRole::antivirus);
    rumour.signatures = {byName({program}, {"rumoured antivirus"}, Shows::product)};
    rumour.signatures[0].source.verification = Verification::memory;
    for (const Product& each : {root, line, suite, modern, vpn, passwords, intelligence, tool, ultraav, rumour}) {
        catalog.products.emplace(each.id, each);
    }

    const std::vector bound{Person::us, Person::federal, Person::contractor};
    catalog.timeline.events = {
        event("federal-ban", "2018-10-01T00:00:00-04:00", RuleEffect::useProhibited, {Person::federal}),
        event("state-ban", "2022-12-06T00:00:00-05:00", RuleEffect::useProhibited, {Person::otherGovernment}),
        event("sales-end", "2024-07-20T00:00:00-04:00", RuleEffect::salesEnd, bound),
        event("switch", "2024-09-17T00:00:00-04:00", RuleEffect::none, {}),
        event("updates-end", "2024-09-29T00:00:00-04:00", RuleEffect::updatesEnd, bound),
    };
    return catalog;
}

}   // namespace offramp::test
