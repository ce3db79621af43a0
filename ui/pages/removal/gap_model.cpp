// The gap in protection, as words and as a bar.
#include "pages/removal/progress_model.h"
#include "text/format.h"

#include <QCoreApplication>
#include <algorithm>

namespace offramp::ui {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

// Begun minutes count: whoever was without protection for 20 seconds was not without for none.
int minutesOf(std::chrono::seconds time)
{
    return static_cast<int>(std::max<std::int64_t>(1, (time.count() + 59) / 60));
}

GapBarData barOf(const ProtectionGap& gap)
{
    using Fill = GapBarData::Fill;
    GapBarData bar;
    const bool open = gap.state == ProtectionGap::State::open;
    bar.segments = {{Fill::notUpdated, 3, QString()}, {Fill::gap, 2, QString()}};
    if (gap.since) {
        bar.tickLabel = clockTime(*gap.since);
    }
    if (open) {
        bar.endLabel = Removal::tr("now");
    } else {
        bar.segments.append({Fill::covered, 2, QString()});
    }
    bar.sentence = open ? Removal::tr("No antivirus has been on for %1.").arg(gapLength(gap))
                        : Removal::tr("No antivirus was on for %1.").arg(gapLength(gap));
    return bar;
}

ProtectionGap grown(ProtectionGap gap, std::chrono::seconds age)
{
    if (gap.state == ProtectionGap::State::open) {
        gap.least += age;
        gap.most += age;
    }
    return gap;
}

}   // namespace

QString gapLength(const ProtectionGap& gap)
{
    const int least = minutesOf(gap.least);
    const int most = minutesOf(gap.most);
    return most > least ? Removal::tr("%1 to %n minute(s)", nullptr, most).arg(number(least))
                        : Removal::tr("%n minute(s)", nullptr, least);
}

GapCard gapCard(const ProtectionGap& reading, std::chrono::seconds age)
{
    const ProtectionGap gap = grown(reading, age);
    GapCard card;
    switch (gap.state) {
    case ProtectionGap::State::none:
        card.tone = Tone::fine;
        card.word = Removal::tr("None");
        card.text = Removal::tr("An antivirus was on at every look so far.");
        return card;
    case ProtectionGap::State::notKnown:
        card.word = Removal::tr("Not known");
        card.text = Removal::tr("This system does not say whether an antivirus is on.");
        return card;
    case ProtectionGap::State::open:
        card.tone = Tone::attention;
        card.word = Removal::tr("Open");
        card.ticks = true;
        card.text = Removal::tr("No antivirus is on at this moment. Until one is, leave mail and unknown sites "
                                "closed.");
        break;
    case ProtectionGap::State::closed:
        card.tone = Tone::fine;
        card.word = Removal::tr("Closed");
        card.text = Removal::tr("An antivirus is on again.");
        break;
    }
    const int minutes = minutesOf(gap.least);
    card.minutes = number(minutes);
    card.unit = Removal::tr("minute(s)", "after a large number", minutes);
    card.bar = barOf(gap);
    if (gap.partlyUnknown) {
        card.text += u' ' + Removal::tr("Part of the time could not be told.");
    }
    return card;
}

}   // namespace offramp::ui
