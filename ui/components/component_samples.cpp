#include "components/component_samples.h"

#include "style/theme.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/choice.h"
#include "widgets/compare_tray.h"
#include "widgets/coverage_mark.h"
#include "widgets/disclosure_card.h"
#include "widgets/foldable_group.h"
#include "widgets/gap_bar.h"
#include "widgets/how_sure.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"
#include "widgets/letter_tile.h"
#include "widgets/painting.h"
#include "widgets/pick_list.h"
#include "widgets/progress_line.h"
#include "widgets/row.h"
#include "widgets/segments.h"
#include "widgets/source_note.h"
#include "widgets/status_pill.h"
#include "widgets/stepper.h"
#include "widgets/time_axis.h"
#include "widgets/toggle.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace offramp::ui {

namespace {

QString words(const char* text)
{
    return QString::fromUtf8(text);
}

// Shows what the keyboard's ring looks like there, without having the keyboard.
class Ringed final : public QWidget {
public:
    explicit Ringed(QWidget* sample)
    {
        auto* box = new QVBoxLayout(this);
        box->setContentsMargins(reach, reach, reach, reach);
        box->addWidget(sample);
        setSizePolicy(sample->sizePolicy());
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintRounded(painter, rect(), focus::radius, Qt::transparent, Theme::instance().color(Color::focus),
                     Border::solid, focus::width);
    }

private:
    static constexpr int reach = focus::width + focus::gap;
};

// The same where the ring lies inside, in rows and segments.
class RingedInside final : public QWidget {
public:
    explicit RingedInside(QWidget* over) : QWidget(over)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        over->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize) {
            resize(parentWidget()->size());
        }
        return QWidget::eventFilter(watched, event);
    }
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const int inset = focus::insetInRows - 1;
        paintRounded(painter, rect().adjusted(inset, inset, -inset, -inset), radius::base - inset, Qt::transparent,
                     Theme::instance().color(Color::focus), Border::solid, focus::width);
    }
};

enum class Look { rest, hover, pressed, disabled };

template <class Control> Control* as(Control* control, Look look)
{
    control->setAttribute(Qt::WA_UnderMouse, look == Look::hover);
    control->setDown(look == Look::pressed);
    control->setEnabled(look != Look::disabled);
    return control;
}

ComponentLine buttonLine(const char* name, ButtonKind kind, const char* text)
{
    const auto make = [&](Look look) { return as(new Button(words(text), kind), look); };
    auto* icon = new Button(words(text), kind);
    icon->setLeadingIcon(Icon::rights);
    auto* menu = new Button(words(text), kind);
    menu->setTrailingIcon(Icon::chevronDown);
    auto* small = new Button(words(text), kind, nullptr, ButtonSize::small);
    return {words(name),
            {make(Look::rest), make(Look::hover), make(Look::pressed), new Ringed(make(Look::rest)),
             make(Look::disabled), icon, menu, small}};
}

ComponentGroup buttons()
{
    return {words("Buttons: rest, hover, pressed, focus, disabled, icon, menu, small"),
            {buttonLine("Primary", ButtonKind::primary, "Continue"),
             buttonLine("Secondary", ButtonKind::secondary, "Back"), buttonLine("Quiet", ButtonKind::quiet, "Details"),
             buttonLine("Danger", ButtonKind::danger, "Delete\u2026")}};
}

enum class On { no, yes };

Toggle* makeToggle(On on)
{
    auto* toggle = new Toggle(words("Watch for its return"));
    toggle->setChecked(on == On::yes);
    return toggle;
}

template <class Choice> QList<QWidget*> choices()
{
    const auto make = [](On on, Look look) {
        auto* choice = new Choice(on == On::yes ? words("On") : words("Off"));
        choice->setAutoExclusive(false);
        choice->setChecked(on == On::yes);
        return as(choice, look);
    };
    return {make(On::no, Look::rest),     make(On::yes, Look::rest),
            make(On::no, Look::hover),    new Ringed(make(On::yes, Look::rest)),
            make(On::no, Look::disabled), make(On::yes, Look::disabled)};
}

ComponentGroup controls()
{
    auto* locked = makeToggle(On::yes);
    locked->lock(words("Always part of it"));
    auto* segments = new Segments(words("Yearly price"));
    for (const char* each : {"Any price", "Free", "To $80"}) {
        segments->addSegment(words(each));
    }
    segments->setCurrent(0);
    new RingedInside(segments->findChildren<Segment*>().last());
    return {words("Controls"),
            {{words("Toggle: off, on, focus, disabled, locked"),
              {makeToggle(On::no), makeToggle(On::yes), new Ringed(makeToggle(On::yes)),
               as(makeToggle(On::no), Look::disabled), as(makeToggle(On::yes), Look::disabled), locked}},
             {words("Tick: off, on, hover, focus, disabled"), choices<TickBox>()},
             {words("Choice: off, on, hover, focus, disabled"), choices<RadioChoice>()},
             {words("Segments: picked, rest, focus"), {segments}}}};
}

ComponentGroup statuses()
{
    ComponentLine pills{words("Pills"), {}};
    const std::pair<Tone, const char*> tones[] = {{Tone::affected, "Updates ended"},
                                                  {Tone::attention, "Likely covered"},
                                                  {Tone::fine, "Removed"},
                                                  {Tone::unknown, "Not certain"},
                                                  {Tone::off, "Off"},
                                                  {Tone::exempt, "Exempt"},
                                                  {Tone::working, "Running"}};
    for (const auto& [tone, word] : tones) {
        pills.samples.append(new StatusPill(tone, words(word)));
    }
    pills.samples.append(new StatusPill(words("Already here")));
    ComponentLine shapes{words("Shapes"), {}};
    for (const auto& [tone, word] : tones) {
        shapes.samples.append(new IconView(lookOf(tone).icon, size::iconRow, lookOf(tone).mark));
    }
    return {words("Status: shape, word, color"), {pills, shapes}};
}

ComponentGroup marks()
{
    return {words("Marks for evidence"),
            {{words("Coverage"),
              {new CoverageMark(FeatureCover::confirmed, words("Firewall"), words("confirmed")),
               new CoverageMark(FeatureCover::stated, words("VPN"), words("not confirmed")),
               new CoverageMark(FeatureCover::unknown, words("Web"), words("unknown")),
               new CoverageMark(FeatureCover::notIncluded, words("Passwords"), words("not included"))}},
             {words("How sure"),
              {new HowSure(Confidence::certain, words("Certain")), new HowSure(Confidence::likely, words("Likely")),
               new HowSure(Confidence::notSure, words("Not sure"))}},
             {words("Source: read, read in quotations, not confirmed"),
              {new SourceNote({Icon::verifiedFull, Color::fine, words("89 FR 52434 \u00B7 read at the source"),
                               words("https://www.federalregister.gov/"), true}),
               new SourceNote({Icon::verifiedPart, Color::attention, words("15 CFR 7.109 \u00B7 read in quotations"),
                               words("https://example.org/rule"), false}),
               new SourceNote({Icon::verifiedNone, Color::unknown, words("A report \u00B7 not confirmed yet"),
                               QString(), false})}},
             {words("Letter tiles"),
              {new LetterTile(words("Norton 360 Deluxe")), new LetterTile(words("ESET HOME")),
               new LetterTile(words("Microsoft Defender"))}}}};
}

GapBarData gapBar(bool past)
{
    GapBarData bar;
    bar.startLabel = words("March 14, 2023");
    bar.tickLabel = words("September 29, 2024");
    bar.segments = {{GapBarData::Fill::covered, 565, QString()},
                    {GapBarData::Fill::gap, 785, past ? words("4 minutes") : words("785 days without updates")}};
    if (past) {
        bar.segments.append({GapBarData::Fill::covered, 500, QString()});
    }
    bar.endLabel = past ? words("Today") : words("now");
    bar.sentence = past ? words("A gap of 4 minutes, now closed") : words("785 days without updates, until now");
    return bar;
}

ProgressLine* makeProgress(int value, int total)
{
    auto* line = new ProgressLine(words("Progress"));
    line->setRange(0, total);
    line->setValue(value);
    return line;
}

TimeAxis* makeAxis()
{
    TimeAxisData axis;
    const auto event = [&](const char* id, QDate day, TimeAxisData::Mark mark, const char* label, const char* date,
                           bool affected) {
        axis.events.append({words(id), day, mark, words(label), words(date), 1, affected});
    };
    event("ban", QDate(2024, 6, 20), TimeAxisData::Mark::rule, "Ban announced", "June 20, 2024", false);
    event("told", QDate(2024, 9, 5), TimeAxisData::Mark::company, "Customers told", "September 5, 2024", false);
    event("end", QDate(2024, 9, 29), TimeAxisData::Mark::rule, "Updates end", "September 29, 2024", true);
    axis.today = QDate(2026, 11, 23);
    axis.todayLabel = words("Today");
    axis.bandFrom = QDate(2024, 9, 29);
    axis.bar = TimeAxisData::Bar{QDate(2023, 3, 14),
                                 QDate(),
                                 QDate(2024, 9, 29),
                                 words("Installed March 14, 2023"),
                                 QDate(2024, 9, 28),
                                 words("Last update September 28, 2024"),
                                 words("785 days without updates")};
    auto* picture = new TimeAxis(axis);
    picture->setPicked(words("end"));
    return picture;
}

ComponentGroup progress()
{
    GapBarData outdated;
    outdated.startLabel = words("10:42");
    outdated.tickLabel = words("10:57");
    outdated.segments = {{GapBarData::Fill::notUpdated, 15, QString()}, {GapBarData::Fill::gap, 10, QString()}};
    outdated.endLabel = words("now");
    outdated.sentence = words("4 minutes without active antivirus, until now");
    auto* stopped = makeProgress(3, 7);
    stopped->setStopped(true);
    const auto names = QStringList{words("Before you start"),
                                   words("Choose protection"),
                                   words("Review the plan"),
                                   words("Remove"),
                                   words("Restart"),
                                   words("Check"),
                                   words("Done")};
    auto* steps = new Stepper(words("Steps"), names);
    steps->setCurrent(3);
    auto* finished = new Stepper(words("Steps"), names);
    finished->setCurrent(7);
    return {words("Progress, gap bar, stepper, time axis"),
            {{words("Known"), {makeProgress(3, 7)}},
             {words("Waiting"), {makeProgress(0, 0)}},
             {words("Stopped"), {stopped}},
             {words("Gap, open"), {new GapBar(gapBar(false))}},
             {words("Gap, past"), {new GapBar(gapBar(true))}},
             {words("Active but not updated, then a gap"), {new GapBar(outdated)}},
             {words("Stepper"), {steps}},
             {words("Stepper, all done"), {finished}},
             {words("Time axis"), {makeAxis()}}}};
}

ComponentGroup rows()
{
    const auto make = [](const char* name, Look look) {
        RowContent content;
        content.icon = Icon::products;
        content.title = words(name);
        content.caption = words("Version 21.16.6.467");
        return as(new RowButton(content, new StatusPill(Tone::affected, words("Updates ended"))), look);
    };
    auto* card = new Card;
    card->addRow(make("Rest", Look::rest));
    card->addRow(make("Hover", Look::hover));
    card->addRow(make("Pressed", Look::pressed));
    RowButton* selected = make("Selected", Look::rest);
    selected->setSelected(true);
    card->addRow(selected);
    card->addRow(make("Disabled", Look::disabled));
    RowContent dense;
    dense.icon = Icon::service;
    dense.title = words("Dense");
    dense.caption = words("all that are registered");
    dense.dense = true;
    card->addRow(new Row(dense, new IconView(Icon::check, 16, Color::fine)));
    auto* open = new FoldableGroup(words("Still load with Windows"), QString(), 1, FoldableGroup::Start::open);
    RowContent part;
    part.icon = Icon::network;
    part.title = words("Network filter");
    part.caption = words("klim6.sys");
    open->addRow(new Row(part, new HowSure(Confidence::likely, words("Likely"))));
    card->addRow(open);
    card->addRow(new FoldableGroup(words("Harmless"), words("a data folder"), 1, FoldableGroup::Start::folded));
    const auto ringed = [](CardRing ring, const char* text) {
        auto* other = new Card;
        other->setHeader(words(text));
        other->setRing(ring);
        return other;
    };
    return {words("Rows and cards"),
            {{words("Rows of a card"), {card}},
             {words("Rings"),
              {ringed(CardRing::none, "Plain"), ringed(CardRing::picked, "Picked"),
               ringed(CardRing::inTheWay, "In the way")}}}};
}

ComponentGroup lists()
{
    auto* list = new PickList(
        words("Events"),
        {{words("one"), PickMark::diamond, true, words("Updates end"), words("September 29, 2024"), QString()},
         {words("two"), PickMark::circle, false, words("Moved to UltraAV"), words("September 2024"), QString()}});
    list->setPicked(words("one"));
    const auto disclosure = [](const char* name, bool open) {
        DisclosureContent content;
        content.title = words(name);
        content.caption = words("Updates ended 785 days ago");
        content.tone = Tone::affected;
        content.status = words("Updates ended");
        content.asks = true;
        auto* card =
            new DisclosureCard(content, [] { return new Label(words("What is inside"), Type::body, Color::text2); });
        card->setOpen(open);
        return card;
    };
    return {words("Lists and cards that open"),
            {{words("Pick list"), {list}},
             {words("Closed"), {disclosure("Kaspersky Plus", false)}},
             {words("Open"), {disclosure("Kaspersky VPN", true)}}}};
}

ComponentGroup banners()
{
    const auto make = [](Tone tone, const char* title, const char* text, Button* button) {
        return new Banner(tone, words(title), words(text), button, false);
    };
    auto* tray = new CompareTray(3);
    tray->setItems({{words("norton"), words("Norton 360 Deluxe")}, {words("fsecure"), words("F-Secure Total")}});
    return {
        words("Banners and the compare tray"),
        {{words("Attention"),
          {make(Tone::attention, "1 thing is in the way", "Export your passwords first.", nullptr)}},
         {words("Unknown"),
          {make(Tone::unknown, "Not checked", "Reading it needs administrator rights.",
                new Button(words("Look there\u2026"), ButtonKind::secondary))}},
         {words("Fine"), {make(Tone::fine, "Password Manager stays", "Your export was counted and checked.", nullptr)}},
         {words("Affected"), {make(Tone::affected, "No antivirus is active", "Since 10:57.", nullptr)}},
         {words("Accent"), {make(Tone::note, "Good to know", "Nothing is downloaded or sent.", nullptr)}},
         {words("Compare tray"), {tray}}}};
}

}   // namespace

QList<ComponentGroup> componentSamples()
{
    return {buttons(), controls(), statuses(), marks(), progress(), rows(), lists(), banners()};
}

}   // namespace offramp::ui
