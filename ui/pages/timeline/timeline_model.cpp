#include "pages/timeline/timeline_model.h"

#include "text/catalog_text.h"
#include "text/format.h"
#include "text/reason_text.h"
#include "text/words.h"

#include <QCoreApplication>
#include <algorithm>

namespace offramp::ui {

namespace {

struct Timeline {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

bool binds(const TimelineEvent& event, Person person)
{
    return std::find(event.binds.begin(), event.binds.end(), person) != event.binds.end();
}

// Which of these rules holds depends on the place, which is not asked for.
bool dependsOnPlace(const TimelineEvent& event)
{
    return event.jurisdiction != "US" && event.jurisdiction != "US-federal" && event.jurisdiction != "worldwide";
}

bool isFromCompany(const TimelineEvent& event)
{
    return event.kind == EventKind::company || event.kind == EventKind::research;
}

QString dateOf(const TimelineEvent& event)
{
    const QDate day = toQDate(event.day());
    return event.precision == Precision::month ? monthAndYear(day) : longDate(day);
}

QString listed(const std::vector<std::string>& parts)
{
    QStringList texts;
    for (const std::string& part : parts) {
        texts.append(catalogText(part));
    }
    return texts.join(QStringLiteral("; "));
}

std::optional<TimelinePill> pillOf(const TimelineEvent& event, Person person, Instant asOf)
{
    if (event.effect == RuleEffect::none) {
        return std::nullopt;
    }
    if (!binds(event, person)) {
        return TimelinePill{Tone::off, Timeline::tr("Does not bind you")};
    }
    if (event.effectiveAt > asOf) {
        return TimelinePill{Tone::attention, Timeline::tr("Not in force yet")};
    }
    if (dependsOnPlace(event)) {
        return TimelinePill{Tone::unknown, Timeline::tr("Depends on where you are")};
    }
    if (event.effect == RuleEffect::useDiscouraged) {
        return TimelinePill{Tone::attention, Timeline::tr("Advice for you")};
    }
    return TimelinePill{Tone::affected, Timeline::tr("Applies to you")};
}

QString howSureText(VerificationMark mark)
{
    switch (mark) {
    case VerificationMark::readAtSource: return Timeline::tr("Read at the source");
    case VerificationMark::readInQuotations:
        return Timeline::tr("Read in reports that quote it, not at the source itself");
    case VerificationMark::notConfirmed: return Timeline::tr("Not confirmed yet");
    }
    return {};
}

TimelineDetail detailOf(const TimelineEvent& event, Person person, Instant asOf)
{
    TimelineDetail detail;
    detail.title = catalogText(event.title);
    detail.date = dateOf(event);
    detail.pill = pillOf(event, person, asOf);
    detail.text = catalogText(event.summary);
    const auto add = [&](const QString& name, const QString& value) {
        if (!value.isEmpty()) {
            detail.lines.append({name, value});
        }
    };
    add(Timeline::tr("Issued by"), catalogText(event.issuer));
    add(event.effect == RuleEffect::none ? Timeline::tr("Concerns") : Timeline::tr("Binds"), listed(event.covers));
    add(event.effect == RuleEffect::useDiscouraged ? Timeline::tr("Advises against") : Timeline::tr("Ends or forbids"),
        listed(event.prohibits));
    add(Timeline::tr("Not covered"), listed(event.exempts));
    detail.citedAs = QString::fromStdString(event.source.citation);
    const auto note = [](const SourceLink& source) {
        SourceLink titled = source;
        titled.citation.clear();   // it stands in a line of its own, and so does how sure it is
        SourceNoteContent content = sourceNote(titled);
        content.text = QString::fromStdString(source.title);
        return content;
    };
    detail.readIn = note(event.source);
    for (const SourceLink& other : event.alsoSeen) {
        detail.alsoIn.append(note(other));
    }
    detail.howSure = howSureText(markOf(event.source.verification));
    for (const std::string& open : event.unverified) {
        detail.notConfirmed.append(catalogText(open));
    }
    return detail;
}

// How soon an event gets its words on the axis.
int weightOf(const TimelineEvent& event, Person person)
{
    int weight = isFromCompany(event) ? 1 : event.kind == EventKind::rule ? 2 : 0;
    switch (event.effect) {
    case RuleEffect::none: break;
    case RuleEffect::useDiscouraged: weight = 3; break;
    case RuleEffect::salesEnd: weight = 5; break;
    case RuleEffect::useProhibited: weight = 6; break;
    case RuleEffect::updatesEnd: weight = 7; break;
    }
    return weight + (binds(event, person) ? 10 : 0);
}

TimelineEntry entryOf(const TimelineEvent& event, Person person, Instant asOf, bool affected)
{
    TimelineEntry entry;
    entry.detail = detailOf(event, person, asOf);
    entry.row.id = QString::fromStdString(event.id);
    entry.row.mark = isFromCompany(event) ? PickMark::circle : PickMark::diamond;
    entry.row.affected = affected;
    entry.row.title = entry.detail.title;
    entry.row.caption = entry.detail.date;
    QStringList spoken{entry.detail.date, entry.detail.title};
    if (entry.detail.pill) {
        spoken.append(entry.detail.pill->word);
    }
    entry.row.accessibleName = spoken.join(QStringLiteral(", "));
    return entry;
}

// The product this computer's own marks are about: the one that lost its updates, else what leads the answer.
struct OwnProduct {
    const Installation* installation = nullptr;
    const Assessment* assessment = nullptr;
};

OwnProduct ownProduct(const CheckResult& result)
{
    OwnProduct own;
    const auto take = [&](const Assessment& assessment) {
        own.installation = &result.installations[assessment.installation];
        own.assessment = &assessment;
    };
    for (const Assessment& assessment : result.assessment.assessments) {
        const Installation& installation = result.installations[assessment.installation];
        if (isThere(installation) && installation.role == ProductRole::antivirus
            && installation.vendorId == "kaspersky") {
            take(assessment);
            return own;
        }
    }
    const auto leading = leadingInstallation(result.assessment, result.installations);
    if (leading && isThere(result.installations[*leading])) {
        take(result.assessment.assessments[*leading]);
    }
    return own;
}

QDate lastUpdateDay(const Installation& installation)
{
    const auto& updated = installation.facts.databasesUpdatedAt;
    return updated ? toQDate(dayIn(easternZone(), *updated)) : QDate();
}

TimelineEntry ownEntry(const QString& id, bool affected, const QString& title, const QString& date, const QString& text)
{
    TimelineEntry entry;
    entry.row.id = id;
    entry.row.mark = PickMark::bar;
    entry.row.affected = affected;
    entry.row.title = title;
    entry.row.caption = date;
    entry.row.accessibleName = date + QStringLiteral(", ") + title;
    entry.detail.title = title;
    entry.detail.date = date;
    entry.detail.text = text;
    return entry;
}

struct DatedEntry {
    QDate day;
    int order = 0;   // among those of one day
    TimelineEntry entry;
};

std::optional<TimeAxisData::Bar> barOf(const OwnProduct& own, const QDate& today)
{
    const Installation& installation = *own.installation;
    TimeAxisData::Bar bar;
    const bool ended = own.assessment->status == Status::updatesEnded && own.assessment->since
                       && own.assessment->daysSince.value_or(0) > 0;
    const bool endedHere = ended && !own.assessment->gotUpdatesAfterwards.value_or(false);
    const QDate since = ended ? toQDate(*own.assessment->since) : QDate();
    const QDate update = lastUpdateDay(installation);
    if (installation.installedOn) {
        bar.from = toQDate(*installation.installedOn);
        bar.startLabel = Timeline::tr("Installed %1").arg(longDate(bar.from));
    } else if (endedHere) {
        bar.from = since;   // all that is known is that it has been here without updates
        bar.startLabel = update.isValid() ? QString() : Timeline::tr("Installation day not known");
    } else if (update.isValid()) {
        bar.from = update;
    }
    if (!bar.from.isValid() || bar.from >= today) {
        return std::nullopt;
    }
    if (update.isValid()) {
        bar.tickDay = std::clamp(update, bar.from, today);
        bar.tickLabel = Timeline::tr("Last update %1").arg(longDate(update));
    }
    if (endedHere) {
        bar.gapFrom = std::max(since, bar.from);
        bar.gapLabel = Timeline::tr("%n day(s) without updates", nullptr, static_cast<int>(*own.assessment->daysSince));
        constexpr int worthShowing = 30;   // days it ran without the updates it could still have had
        if (update.isValid() && bar.tickDay.daysTo(bar.gapFrom) > worthShowing) {
            bar.notUpdatedFrom = bar.tickDay;
        }
    } else if (update.isValid() && bar.tickDay < today) {
        bar.notUpdatedFrom = bar.tickDay;   // what came after it is not known
    }
    return bar;
}

void addOwnMarks(TimelineModel& model, QList<DatedEntry>& entries, const CheckResult& result, const QDate& today,
                 bool judgedToday)
{
    const QString computer = Timeline::tr("This computer");
    const OwnProduct own = ownProduct(result);
    const QString todayWords = judgedToday ? Timeline::tr("Today, %1").arg(longDate(today)) : longDate(today);
    if (own.installation == nullptr) {
        const Reason headline = headlineOf(result.assessment, result.installations, result.asOf);
        entries.append(
            {today, 2,
             ownEntry(QStringLiteral("today"), false, computer, todayWords,
                      reasonText(headline) + (reasonText(headline).endsWith(u'.') ? QString() : QStringLiteral(".")))});
        return;
    }
    const Installation& installation = *own.installation;
    const QString name = QString::fromStdString(titleOf(installation));
    const bool affected = statusWords(own.assessment->status).tone == Tone::affected;
    if (installation.installedOn) {
        const QDate day = toQDate(*installation.installedOn);
        entries.append({day, 1,
                        ownEntry(QStringLiteral("installed"), false, Timeline::tr("Installed here"), longDate(day),
                                 Timeline::tr("%1 was installed on this computer, by its own record.").arg(name))});
    }
    if (const QDate day = lastUpdateDay(installation); day.isValid()) {
        entries.append({day, 1,
                        ownEntry(QStringLiteral("updated"), false, Timeline::tr("Last update here"), longDate(day),
                                 Timeline::tr("%1 last updated its databases on this computer.").arg(name))});
    }
    QStringList sentences;
    for (const Reason& reason : own.assessment->reasons) {
        sentences.append(reasonText(reason));
    }
    TimelineEntry still = ownEntry(QStringLiteral("today"), affected, Timeline::tr("Still on this computer"),
                                   todayWords, sentences.mid(0, 3).join(u' '));
    const StatusWords words = statusWords(own.assessment->status);
    still.detail.title = name;
    still.detail.pill = TimelinePill{words.tone, words.word};
    entries.append({today, 2, still});
    model.axis.bar = barOf(own, today);
}

}   // namespace

bool concerns(const TimelineEvent& event, Person person)
{
    if (binds(event, person) || !dependsOnPlace(event)) {
        const bool federal = person == Person::federal || person == Person::contractor;
        return binds(event, person) || event.jurisdiction != "US-federal" || federal;
    }
    // What other places decided, without binding anybody by itself, matters to those who may be there.
    return event.effect == RuleEffect::none && (person == Person::otherGovernment || person == Person::other);
}

TimelineModel timelineModel(const SessionState& state, const Catalog* catalog, Person person, Instant now)
{
    TimelineModel model;
    model.person = person;
    for (const Person each :
         {Person::us, Person::federal, Person::contractor, Person::otherGovernment, Person::other}) {
        model.people.append({each, personShortName(each)});
    }
    if (catalog == nullptr || catalog->timeline.events.empty()) {
        model.note = Timeline::tr("The facts about what was decided could not be read. The Overview says why.");
        return model;
    }
    const Instant asOf = state.result ? state.result->asOf : now;
    const bool judgedToday = std::chrono::abs(asOf - now) < std::chrono::hours{24};
    const QDate today = toQDate(dayIn(easternZone(), asOf));
    model.axis.today = today;
    model.axis.todayLabel = judgedToday ? Timeline::tr("Today") : longDate(today);

    QList<DatedEntry> entries;
    for (const TimelineEvent& event : catalog->timeline.events) {
        if (!concerns(event, person)) {
            continue;
        }
        const bool decides = binds(event, person) && event.effectiveAt <= asOf && !dependsOnPlace(event)
                             && (event.effect == RuleEffect::updatesEnd || event.effect == RuleEffect::useProhibited);
        const TimelineEntry entry = entryOf(event, person, asOf, decides);
        const QDate day = toQDate(event.day());
        entries.append({day, 0, entry});
        TimeAxisData::Event mark;
        mark.id = entry.row.id;
        mark.day = day;
        mark.mark = isFromCompany(event) ? TimeAxisData::Mark::company : TimeAxisData::Mark::rule;
        mark.label = entry.detail.title;
        mark.date = entry.detail.date;
        mark.weight = weightOf(event, person);
        mark.affected = decides;
        model.axis.events.append(mark);
        if (decides && event.effect == RuleEffect::updatesEnd) {
            model.axis.bandFrom = day;
            model.start = entry.row.id;
        }
    }
    if (state.result) {
        addOwnMarks(model, entries, *state.result, today, judgedToday);
        const auto leading = leadingInstallation(state.result->assessment, state.result->installations);
        if (leading && state.result->assessment.assessments[*leading].eventId) {
            model.start = QString::fromStdString(*state.result->assessment.assessments[*leading].eventId);
        }
    }
    std::stable_sort(entries.begin(), entries.end(), [](const DatedEntry& one, const DatedEntry& other) {
        return one.day != other.day ? one.day < other.day : one.order < other.order;
    });
    bool startThere = false;
    for (const DatedEntry& dated : entries) {
        model.entries.append(dated.entry);
        startThere = startThere || dated.entry.row.id == model.start;
    }
    if (!startThere) {
        // Without a rule that decides, the last thing that happened is the one to begin with.
        const auto last =
            std::find_if(entries.rbegin(), entries.rend(), [&](const DatedEntry& each) { return each.day <= today; });
        model.start = last == entries.rend() ? model.entries.first().row.id : last->entry.row.id;
    }
    return model;
}

}   // namespace offramp::ui
