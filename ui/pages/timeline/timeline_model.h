// TimelineModel: what was decided about Kaspersky and what happened to this computer, as one list and as a drawn axis,
// for the person who asks. Without widgets.
#pragma once

#include "session/session.h"
#include "widgets/pick_list.h"
#include "widgets/source_note.h"
#include "widgets/status.h"
#include "widgets/time_axis.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace offramp::ui {

struct TimelinePill {
    Tone tone = Tone::off;
    QString word;   // "Applies to you"
};

struct TimelineLine {
    QString name;    // "Not covered"
    QString value;   // "Threat intelligence, training"
};

struct TimelineDetail {
    QString title;
    QString date;
    std::optional<TimelinePill> pill;
    QString text;
    QList<TimelineLine> lines;
    QString citedAs;                           // to be copied; may be empty
    std::optional<SourceNoteContent> readIn;   // empty for what was seen on this computer
    QList<SourceNoteContent> alsoIn;
    QString howSure;            // "Read at the source"
    QStringList notConfirmed;   // details of the entry nobody confirmed
};

struct TimelineEntry {
    PickContent row;
    TimelineDetail detail;
};

struct PersonChoice {
    Person person = Person::us;
    QString name;
};

struct TimelineModel {
    QList<PersonChoice> people;
    Person person = Person::us;
    QList<TimelineEntry> entries;   // oldest first
    TimeAxisData axis;
    QString start;   // id of the entry to begin with
    QString note;    // in place of the list when there is nothing to show
};

// `catalog` is null before the facts are there; `today` is the day of the check, or the clock's before the first one.
[[nodiscard]] TimelineModel timelineModel(const SessionState& state, const Catalog* catalog, Person person,
                                          Instant now);

// Whether the event belongs on this person's timeline: it binds them, or it says what became of Kaspersky where it can
// concern them.
[[nodiscard]] bool concerns(const TimelineEvent& event, Person person);

}   // namespace offramp::ui
