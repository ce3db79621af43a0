#include "widgets/card.h"

#include "widgets/accessible.h"
#include "widgets/aside_layout.h"
#include "widgets/label.h"
#include "widgets/painting.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

class Line final : public QWidget {
public:
    explicit Line(QWidget* parent) : QWidget(parent)
    {
        setFixedHeight(1);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), Theme::instance().color(Color::line)); }
};

}   // namespace

Card::Card(QWidget* parent) : QFrame(parent), m_layout(new QVBoxLayout(this))
{
    // One pixel for the frame, so that rows never paint over it.
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(0);
    setAccessibleRole(*this, QAccessible::Grouping);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Card::setHeader(const QString& title, QWidget* trailing)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* box = nullptr;
    QWidget* header = makeBox(Qt::Horizontal, 0, box);
    const int side = theme.space(space::m);
    box->setContentsMargins(side, theme.space(space::half), side, theme.space(space::half));
    header->setMinimumHeight(theme.largeText() ? theme.lineHeight(Type::bodyStrong) + theme.space(space::l)
                                               : theme.dp(size::cardHeader));
    auto* label = new Label(title, Type::bodyStrong, Color::text);
    label->setHeading();
    if (trailing == nullptr) {
        box->addWidget(label, 1);
    } else {
        label->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
        auto* aside = new AsideLayout(theme.space(space::inner), 0);
        box->addLayout(aside, 1);
        aside->addWidget(label);
        aside->addWidget(trailing);
    }
    m_layout->addWidget(header);
    setAccessibleName(title);
}

void Card::addRow(QWidget* row)
{
    if (m_layout->count() > 0) {
        m_layout->addWidget(new Line(this));
    }
    m_layout->addWidget(row);
}

void Card::addPlain(QWidget* row)
{
    m_layout->addWidget(row);
}

void Card::setRing(CardRing ring)
{
    m_ring = ring;
    update();
}

void Card::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const Color line = m_ring == CardRing::picked     ? Color::accentMark
                       : m_ring == CardRing::inTheWay ? Color::attention
                                                      : Color::line;
    QPainter painter(this);
    paintRounded(painter, rect(), radius::base, theme.color(Color::surface), theme.color(line));
}

void fillInsideCard(QPainter& painter, const QWidget& widget, const QColor& color)
{
    const QWidget* card = widget.parentWidget();
    while (card != nullptr && qobject_cast<const Card*>(card) == nullptr) {
        card = card->parentWidget();
    }
    if (card == nullptr) {
        painter.fillRect(widget.rect(), color);
        return;
    }
    constexpr int inside = radius::base - 1;
    const QRectF frame = QRectF(card->rect()).adjusted(1, 1, -1, -1).translated(-widget.mapTo(card, QPoint(0, 0)));
    QPainterPath corners;
    corners.addRoundedRect(frame, inside, inside);
    QPainterPath own;
    own.addRect(widget.rect());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(own.intersected(corners), color);
    painter.restore();
}

QWidget* makeBox(Qt::Orientation orientation, int gap, QBoxLayout*& layout)
{
    auto* box = new QWidget;
    layout = new QBoxLayout(orientation == Qt::Horizontal ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    box->setSizePolicy(policy);
    return box;
}

}   // namespace offramp::ui
