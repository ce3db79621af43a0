// The drawn axis: where days stand, which events get their words, and that nothing drawn touches anything else.
#include "style/theme.h"
#include "widgets/time_axis.h"
#include "widgets/time_scale.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <algorithm>
#include <catch2/catch.hpp>

using namespace offramp::ui;

namespace {

TimeAxisData::Event event(const char* id, const QDate& day, int weight, const char* label = "Something is decided")
{
    TimeAxisData::Event result;
    result.id = QString::fromLatin1(id);
    result.day = day;
    result.label = QString::fromLatin1(label);
    result.date = QStringLiteral("September 29, 2024");
    result.weight = weight;
    return result;
}

TimeAxisData crowded()
{
    TimeAxisData data;
    data.today = QDate(2026, 11, 23);
    data.todayLabel = QStringLiteral("Today");
    data.events = {event("one", QDate(2024, 6, 20), 2),   event("two", QDate(2024, 6, 24), 2),
                   event("three", QDate(2024, 7, 15), 1), event("sales", QDate(2024, 7, 20), 5),
                   event("four", QDate(2024, 9, 5), 1),   event("five", QDate(2024, 9, 17), 1),
                   event("end", QDate(2024, 9, 29), 7),   event("late", QDate(2026, 11, 20), 1)};
    data.bandFrom = QDate(2024, 9, 29);
    TimeAxisData::Bar bar;
    bar.from = QDate(2023, 3, 14);
    bar.gapFrom = QDate(2024, 9, 29);
    bar.tickDay = QDate(2024, 9, 28);
    bar.startLabel = QStringLiteral("Installed March 14, 2023");
    bar.tickLabel = QStringLiteral("Last update September 28, 2024");
    bar.gapLabel = QStringLiteral("785 days without updates");
    data.bar = bar;
    return data;
}

bool hasLabel(const TimeAxisData& data, const TimeAxisLayout& layout, const char* id)
{
    return std::any_of(layout.labels.begin(), layout.labels.end(), [&](const TimeAxisLayout::Label& label) {
        return data.events[label.event].id == QLatin1String(id);
    });
}

}   // namespace

TEST_CASE("days of a busy stretch stand in proportion, and a quiet stretch takes a tenth of its length")
{
    const TimeScale scale({QDate(2022, 1, 1), QDate(2024, 6, 1), QDate(2024, 7, 1), QDate(2024, 9, 1)}, 1000);
    const double month = scale.at(QDate(2024, 7, 1)) - scale.at(QDate(2024, 6, 1));
    CHECK(month == Approx(30 * scale.pixelsPerDay()));
    CHECK(scale.at(QDate(2024, 9, 1)) - scale.at(QDate(2024, 7, 1)) == Approx(62 * scale.pixelsPerDay()));
    CHECK(scale.at(QDate(2024, 6, 1)) == Approx(882 * scale.pixelsPerDay() / 10));
    REQUIRE(scale.breaks().size() == 1);
    CHECK(scale.breaks().front() == Approx(scale.at(QDate(2024, 6, 1)) / 2));
    CHECK(scale.isShortened(QDate(2023, 1, 1)));
    CHECK_FALSE(scale.isShortened(QDate(2024, 6, 15)));
}

TEST_CASE("six months are not quiet yet, and the scale ends where its marks end")
{
    CHECK(TimeScale({QDate(2024, 1, 1), QDate(2024, 7, 1)}, 500).breaks().isEmpty());
    CHECK(TimeScale({QDate(2024, 1, 1), QDate(2024, 7, 2)}, 500).breaks().size() == 1);
    const TimeScale scale({QDate(2024, 3, 1), QDate(), QDate(2024, 1, 1)}, 500);
    CHECK(scale.first() == QDate(2024, 1, 1));
    CHECK(scale.at(QDate(2020, 1, 1)) == 0);
    CHECK(scale.at(QDate(2030, 1, 1)) == Approx(500));
    CHECK(TimeScale({}, 500).at(QDate(2024, 1, 1)) == 0);
}

TEST_CASE("the later of two days never stands before the earlier")
{
    const TimeAxisData data = crowded();
    const TimeAxis axis(data);
    const TimeAxisLayout layout = axis.layoutFor(660);
    CHECK(std::is_sorted(layout.marks.begin(), layout.marks.end()));
    CHECK(layout.marks.back() <= layout.today);
}

TEST_CASE("labels touch neither each other nor a stem, today's words nor the edge, at any width and text size")
{
    for (const double scale : {1.0, 2.0}) {
        Theme::instance().setTextScale(scale);
        for (const int width : {240, 400, 560, 656, 900}) {
            const TimeAxisData data = crowded();
            TimeAxis axis(data);
            axis.setPicked(QStringLiteral("end"));
            const TimeAxisLayout layout = axis.layoutFor(width);
            INFO(width << " x" << scale);
            for (const TimeAxisLayout::Label& label : layout.labels) {
                CHECK(label.box.left() >= 0);
                CHECK(label.box.right() <= width);
                CHECK(label.box.bottom() < layout.axis);
                CHECK_FALSE(label.box.intersects(layout.todayBox));
                for (const TimeAxisLayout::Label& other : layout.labels) {
                    if (other.event == label.event) {
                        continue;
                    }
                    CHECK_FALSE(label.box.intersects(other.box));
                    const double stem = layout.marks[other.event];
                    const bool crossed =
                        stem > label.box.left() && stem < label.box.right() && label.box.bottom() > other.box.top();
                    CHECK_FALSE(crossed);
                }
            }
            for (qsizetype i = 0; i < layout.barLabels.size(); ++i) {
                CHECK(layout.barLabels[i].box.bottom() <= layout.height);
                for (qsizetype j = 0; j < i; ++j) {
                    CHECK_FALSE(layout.barLabels[i].box.intersects(layout.barLabels[j].box));
                }
            }
            CHECK(axis.heightForWidth(width) >= layout.height);
        }
    }
    Theme::instance().setTextScale(1);
}

TEST_CASE("where there is no room for all words, the rule that decides has them and the rest are plain marks")
{
    const TimeAxisData data = crowded();
    const TimeAxis axis(data);
    const TimeAxisLayout layout = axis.layoutFor(560);
    CHECK(hasLabel(data, layout, "end"));
    CHECK(hasLabel(data, layout, "sales"));
    CHECK(layout.labels.size() < data.events.size());
}

TEST_CASE("the picked event has its words, however light it is")
{
    const TimeAxisData data = crowded();
    TimeAxis axis(data);
    CHECK_FALSE(hasLabel(data, axis.layoutFor(560), "three"));
    axis.setPicked(QStringLiteral("three"));
    CHECK(hasLabel(data, axis.layoutFor(560), "three"));
}

TEST_CASE("tick labels do not touch, and every shortened stretch has its break mark")
{
    const TimeAxisData data = crowded();
    const TimeAxis axis(data);
    const TimeAxisLayout layout = axis.layoutFor(660);
    CHECK(layout.breaks.size() == 2);   // until the first event, and before the last
    QList<double> places;
    for (const TimeAxisLayout::Tick& tick : layout.ticks) {
        places.append(tick.x);
        for (const double middle : layout.breaks) {
            CHECK(std::abs(tick.x - middle) >= 9);
        }
    }
    std::sort(places.begin(), places.end());
    for (qsizetype i = 1; i < places.size(); ++i) {
        CHECK(places[i] - places[i - 1] > 20);
    }
    CHECK(layout.ticks.front().text == QStringLiteral("2023"));
}

TEST_CASE("a press near a mark picks it, also when the axis runs from right to left")
{
    const TimeAxisData data = crowded();
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        TimeAxis axis(data);
        axis.setLayoutDirection(direction);
        axis.resize(656, axis.heightForWidth(656));
        const TimeAxisLayout layout = axis.layoutFor(656);
        QString chosen;
        QObject::connect(&axis, &TimeAxis::eventChosen, &axis, [&](const QString& id) { chosen = id; });
        const double x = direction == Qt::RightToLeft ? 656 - layout.marks[6] : layout.marks[6];
        const QPointF place(x + 3, layout.axis - 4);
        QMouseEvent press(QEvent::MouseButtonPress, place, axis.mapToGlobal(place), Qt::LeftButton, Qt::LeftButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&axis, &press);
        CHECK(chosen == QStringLiteral("end"));
        CHECK(axis.eventAt(QPointF(x, layout.axis + 40)).isEmpty());
    }
}
