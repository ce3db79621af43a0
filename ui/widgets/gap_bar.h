// GapBar: time from left to right. Solid = kept up to date, grey = active but not updated, hatched = the gap the title
// names, a dark tick where it changed. Labels stand below. The sentence that says the same is its accessible name.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace offramp::ui {

struct GapBarData {
    enum class Fill { covered, notUpdated, gap };
    struct Segment {
        Fill fill = Fill::covered;
        double days = 0;   // drawn in proportion, but no piece is narrower than its label needs
        QString label;     // under the middle of the piece; bold; may be empty
    };
    QString startLabel;   // under the left end; empty when the start is not known
    QString tickLabel;    // under the tick before the first gap
    QString endLabel;     // under the right end
    QList<Segment> segments;
    QString sentence;   // for screen readers

    friend bool operator==(const GapBarData& one, const GapBarData& other) { return one.sentence == other.sentence; }
};

class GapBar final : public QWidget {
    Q_OBJECT

public:
    explicit GapBar(const GapBarData& bar, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct PlacedLabel {
        QString text;
        double left = 0;   // from the start side
        int line = 0;
        bool strong = false;
    };
    [[nodiscard]] QList<double> edges(int width) const;   // of the segments, first is 0
    [[nodiscard]] QList<PlacedLabel> placeLabels(int width) const;
    [[nodiscard]] int firstGap() const;

    GapBarData m_data;
};

}   // namespace offramp::ui
