// What the invented computer is judged by.
#include "scripted_results.h"
#include "scripted_rule.h"

#include <tuple>

namespace offramp::ui {

namespace {

TimelineEvent event(std::string id, Day day, EventKind kind, std::string title, RuleEffect effect = RuleEffect::none,
                    std::vector<Person> binds = {})
{
    TimelineEvent result;
    result.id = std::move(id);
    result.jurisdiction = "US";
    result.zone = easternZone();
    result.effectiveAt = startOfDay(result.zone, day);
    result.kind = kind;
    result.issuer = kind == EventKind::company ? "Kaspersky" : "U.S. Department of Commerce (BIS)";
    result.title = std::move(title);
    result.summary = "What was decided or what happened on that day, in two or three plain sentences. They say what it "
                     "means for somebody who has the program.";
    result.source =
        SourceLink{"https://example.org/report", "Law firm on the decision",
                   effect == RuleEffect::none ? "" : "89 FR 52434, issued under 15 CFR 7.109", Verification::quoted};
    result.effect = effect;
    result.binds = std::move(binds);
    return result;
}

Timeline timeline()
{
    const std::vector<Person> commerce{Person::us, Person::federal, Person::contractor};
    Timeline result;
    TimelineEvent directive =
        event("us-dhs-bod-17-01", day(2017, 9, 13), EventKind::rule, "Federal agencies told to remove Kaspersky",
              RuleEffect::useProhibited, {Person::federal});
    directive.jurisdiction = "US-federal";
    TimelineEvent maryland =
        event("us-md-2022", day(2022, 12, 6), EventKind::rule, "Maryland bans Kaspersky from state systems",
              RuleEffect::useProhibited, {Person::otherGovernment});
    maryland.jurisdiction = "US-MD";
    TimelineEvent germany = event("de-2022", day(2022, 3, 15), EventKind::advice, "Germany warns against Kaspersky",
                                  RuleEffect::useDiscouraged, {Person::otherGovernment, Person::other});
    germany.jurisdiction = "DE";
    TimelineEvent end = event("us-bis-updates-ksn-ban", updatesEnded, EventKind::rule, "U.S.: updates end",
                              RuleEffect::updatesEnd, commerce);
    end.covers = {"The Kaspersky group, with successors and assignees"};
    end.prohibits = {"Updates of virus definitions", "Updates of the programs"};
    end.exempts = {"Threat intelligence", "Security training"};
    end.unverified = {"EDT or EST: the press release says EDT"};
    end.alsoSeen = {rule(), SourceLink{"https://example.org/other", "Another report", "", Verification::quoted}};
    result.events = {
        directive,
        germany,
        maryland,
        event("us-announced", day(2024, 6, 20), EventKind::rule, "U.S. announces the Kaspersky ban"),
        event("us-entity-list", day(2024, 6, 24), EventKind::rule, "Three Kaspersky companies go on the Entity List"),
        event("kl-exit", day(2024, 7, 15), EventKind::company, "Kaspersky announces its exit from the United States"),
        event("us-sales", day(2024, 7, 20), EventKind::rule, "U.S.: sales end", RuleEffect::salesEnd, commerce),
        event("kl-ultraav-notice", day(2024, 9, 5), EventKind::company,
              "U.S. customers learn they will move to UltraAV"),
        event("kl-ultraav", day(2024, 9, 17), EventKind::company, "Kaspersky replaces itself with UltraAV"),
        end,
        event("us-study", day(2024, 12, 15), EventKind::research, "Study: still common in the United States"),
    };
    result.events.back().precision = Precision::month;
    return result;
}

}   // namespace

Catalog scriptedCatalog()
{
    Catalog catalog;
    catalog.info.factsAsOf = day(2026, 11, 23);
    for (const auto& [id, name, shortName] :
         {std::tuple{"realtime_av", "Antivirus", "Antivirus"}, std::tuple{"web_protection", "Web protection", "Web"},
          std::tuple{"firewall", "Firewall", "Firewall"}, std::tuple{"vpn_unlimited", "VPN without a limit", "VPN"},
          std::tuple{"password_manager", "Password manager", "Passwords"}}) {
        Feature feature;
        feature.id = id;
        feature.name = name;
        feature.shortName = shortName;
        catalog.features.push_back(feature);
    }
    Replacement norton;
    norton.id = "norton-360-deluxe";
    norton.name = "Norton 360 Deluxe";
    norton.owner = "Gen Digital";
    norton.countries = {"US", "CZ"};
    norton.countryVerification = Verification::read;
    norton.priceBand = "$80\u2013150 a year";
    norton.priceAsOf = "about 2023";
    norton.homeUrl = "https://us.norton.com/";
    Replacement defender;
    defender.id = "ms-defender-av";
    defender.name = "Microsoft Defender";
    defender.owner = "Microsoft";
    defender.countries = {"US"};
    defender.countryVerification = Verification::read;
    defender.builtIn = true;
    defender.free = true;
    defender.priceBand = "free, part of Windows";
    catalog.replacements = {norton, defender};
    catalog.timeline = timeline();
    return catalog;
}

}   // namespace offramp::ui
