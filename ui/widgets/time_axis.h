// TimeAxis: events on a drawn axis, and this computer's own bar below it. Diamonds are rules, circles are companies; an
// event without room for its words is a hollow mark. A list beside it says the same and is what screen readers read and
// the keyboard moves in, so the picture itself has no name and takes no focus.
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QWidget>
#include <optional>

namespace offramp::ui {

class TimeScale;

struct TimeAxisData {
    enum class Mark { rule, company };
    struct Event {
        QString id;
        QDate day;
        Mark mark = Mark::rule;
        QString label;
        QString date;            // as words
        int weight = 0;          // the heavier, the sooner it gets its words
        bool affected = false;   // a rule that decides for this computer
    };
    // Solid from `from`, grey from `notUpdatedFrom`, hatched from `gapFrom`; the bar ends today.
    struct Bar {
        QDate from;
        QDate notUpdatedFrom;   // invalid when there is no such stretch
        QDate gapFrom;          // invalid when there is no gap
        QString startLabel;     // under the left end; may be empty
        QDate tickDay;          // where `tickLabel` belongs
        QString tickLabel;      // "Last update September 28, 2024"; may be empty
        QString gapLabel;       // bold, under the hatched part
    };
    QList<Event> events;   // in order of their days
    QDate today;
    QString todayLabel;
    QDate bandFrom;   // the axis is tinted from here to today; invalid for no band
    std::optional<Bar> bar;
};

// Where everything stands, computed apart from painting so that it can be tested.
struct TimeAxisLayout {
    struct Label {
        int event = 0;   // position in the data
        int row = 0;     // 0 above 1
        QRectF box;
        bool atLeft = false;   // of its stem
    };
    struct Tick {
        double x = 0;
        double width = 0;   // of the text
        QString text;
    };
    struct BarLabel {
        QRectF box;
        QString text;
        bool strong = false;
    };
    QList<double> marks;   // of the events
    QList<Label> labels;
    QList<Tick> ticks;
    QList<double> breaks;
    QList<BarLabel> barLabels;
    QRectF todayBox;
    double today = 0;
    double axis = 0;   // heights
    double bar = 0;
    double height = 0;
};

class TimeAxis final : public QWidget {
    Q_OBJECT

public:
    explicit TimeAxis(const TimeAxisData& axis, QWidget* parent = nullptr);
    void setPicked(const QString& id);
    [[nodiscard]] QString picked() const { return m_picked; }

    // Left to right, also where reading goes the other way: painting mirrors.
    [[nodiscard]] TimeAxisLayout layoutFor(int width) const;
    // The event at that place of the widget; empty when there is none.
    [[nodiscard]] QString eventAt(const QPointF& place) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void eventChosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] TimeScale scaleFor(int width) const;
    void placeLabels(TimeAxisLayout& layout, int width) const;
    void placeTicks(TimeAxisLayout& layout, const TimeScale& scale, int width) const;
    void placeBarLabels(TimeAxisLayout& layout, const TimeScale& scale, int width) const;
    void paintBar(QPainter& painter, const TimeAxisLayout& layout, const TimeScale& scale) const;
    void paintMark(QPainter& painter, const TimeAxisLayout& layout, int event, bool labelled) const;

    TimeAxisData m_data;
    QString m_picked;
    QString m_hovered;
};

}   // namespace offramp::ui
