#include "catalog/catalog_reader.h"
#include "catalog/catalog_rows.h"
#include "catalog/catalog_words.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace offramp {

namespace {

using EventsById = std::map<std::string, TimelineEvent>;

TimelineEvent& eventNamed(EventsById& events, const CatalogRows& rows)
{
    const auto found = events.find(rows.text(0));
    if (found == events.end()) {
        rows.damaged(0, "names no event");
    }
    return found->second;
}

void readWords(const SQLite::Database& database, std::string_view table, EventsById& events,
               std::vector<std::string> TimelineEvent::*list)
{
    CatalogRows rows(database, table, fmt::format("SELECT event, words FROM {} ORDER BY event, position", table));
    while (rows.next()) {
        (eventNamed(events, rows).*list).push_back(rows.text(1));
    }
}

EventsById readEventHeads(const SQLite::Database& database, const Sources& sources)
{
    EventsById events;
    CatalogRows rows(database, "event",
                     "SELECT id, jurisdiction, effective_at, zone, time_precision, kind, issuer, title, summary, "
                     "effect, source FROM event ORDER BY id");
    while (rows.next()) {
        TimelineEvent event;
        event.id = rows.text(0);
        event.jurisdiction = rows.text(1);
        const auto written = parseInstant(rows.text(2));
        if (!written) {
            rows.damaged(2, "is not a date and time");
        }
        event.effectiveAt = written->instant;
        event.zone = rows.wordOf(3, zoneWords) == "us-eastern" ? easternZone() : Zone{false, written->offset};
        event.precision = rows.word(4, precisionFromString);
        event.kind = rows.word(5, eventKindFromString);
        event.issuer = rows.text(6);
        event.title = rows.text(7);
        event.summary = rows.text(8);
        event.effect = rows.word(9, ruleEffectFromString);
        event.source = sources[rows.index(10, sources.size())];
        auto id = event.id;
        events.emplace_hint(events.end(), std::move(id), std::move(event));
    }
    return events;
}

}   // namespace

void readTimeline(const SQLite::Database& database, const Sources& sources, Catalog& catalog)
{
    auto events = readEventHeads(database, sources);
    readWords(database, "event_covers", events, &TimelineEvent::covers);
    readWords(database, "event_prohibits", events, &TimelineEvent::prohibits);
    readWords(database, "event_exempts", events, &TimelineEvent::exempts);
    readWords(database, "event_unverified", events, &TimelineEvent::unverified);
    CatalogRows binds(database, "event_binds", "SELECT event, person FROM event_binds ORDER BY event, position");
    while (binds.next()) {
        eventNamed(events, binds).binds.push_back(binds.word(1, personFromString));
    }
    CatalogRows seen(database, "event_also_seen", "SELECT event, source FROM event_also_seen ORDER BY event, position");
    while (seen.next()) {
        eventNamed(events, seen).alsoSeen.push_back(sources[seen.index(1, sources.size())]);
    }

    for (auto& [id, event] : events) {
        if (event.binds.empty() != (event.effect == RuleEffect::none)) {
            throw CatalogDamage(fmt::format("event {}: its effect and whom it binds contradict each other", id));
        }
        catalog.timeline.events.push_back(std::move(event));
    }
    std::sort(catalog.timeline.events.begin(), catalog.timeline.events.end(),
              [](const TimelineEvent& left, const TimelineEvent& right) {
                  return std::tie(left.effectiveAt, left.id) < std::tie(right.effectiveAt, right.id);
              });
}

}   // namespace offramp
