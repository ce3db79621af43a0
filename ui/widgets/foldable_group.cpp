#include "widgets/foldable_group.h"

#include "style/icon.h"
#include "style/theme.h"
#include "widgets/card.h"
#include "widgets/focus_ring.h"
#include "widgets/fold_box.h"
#include "widgets/painting.h"
#include "widgets/row_line.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

constexpr int chevronSize = 16;

}   // namespace

GroupHeader::GroupHeader(const QString& title, const QString& hint, int count, QWidget* parent)
    : QAbstractButton(parent), m_title(title), m_hint(hint), m_count(count)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFocusInset(*this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto say = [this] {
        setAccessibleName(m_title + QStringLiteral(", ") + QLocale().toString(m_count));
        setAccessibleDescription(isChecked() ? tr("open") : tr("folded"));
    };
    say();
    connect(this, &QAbstractButton::toggled, this, say);
}

QSize GroupHeader::sizeHint() const
{
    const Theme& theme = Theme::instance();
    QFont bold = theme.font(Type::small);
    bold.setWeight(QFont::DemiBold);
    const int words = QFontMetrics(bold).horizontalAdvance(m_title)
                      + QFontMetrics(theme.font(Type::small)).horizontalAdvance(QLocale().toString(m_count));
    return {words + theme.icon(chevronSize) + 4 * theme.space(space::m),
            std::max(theme.dp(size::groupHeader), theme.lineHeight(Type::small) + theme.space(space::m))};
}

QSize GroupHeader::minimumSizeHint() const
{
    return sizeHint();
}

void GroupHeader::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    const QColor ground = theme.color(isDown() ? Color::pressed : underMouse() ? Color::hover : Color::sunken);
    fillInsideCard(painter, *this, ground);
    const int side = theme.space(space::m);
    const auto place = [&](int left, int wide) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, wide, height()));
    };
    const int chevron = theme.icon(chevronSize);
    const QRect box = place(width() - side - chevron, chevron);
    paintIcon(painter, isChecked() ? Icon::chevronUp : Icon::chevronDown,
              QRectF(box.x(), (height() - chevron) / 2.0, chevron, chevron), Color::text2);

    QFont bold = theme.font(Type::small);
    bold.setWeight(QFont::DemiBold);
    const auto leading = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter);
    const auto trailing =
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter);
    painter.setFont(bold);
    painter.setPen(theme.color(Color::text));
    painter.drawText(place(side, width()), leading | textDirection(m_title), m_title);
    const int titleWidth = QFontMetrics(bold).horizontalAdvance(m_title) + theme.space(space::s);
    painter.setFont(theme.font(Type::small));
    painter.setPen(theme.color(Color::text2));
    const int countRight = width() - side - chevron - theme.space(space::s);
    painter.drawText(place(0, countRight), trailing, QLocale().toString(m_count));
    // The hint repeats what opening shows, so it may stay away when there is no room for all of it.
    const int room = countRight - theme.space(space::l) - side - titleWidth;
    if (!isChecked() && QFontMetrics(painter.font()).horizontalAdvance(m_hint) <= room) {
        painter.drawText(place(side + titleWidth, room), leading | textDirection(m_hint), m_hint);
    }
}

FoldableGroup::FoldableGroup(const QString& title, const QString& hint, int count, Start start, QWidget* parent)
    : QWidget(parent), m_header(new GroupHeader(title, hint, count, this)), m_inside(new QWidget),
      m_rows(new QVBoxLayout(m_inside)),
      m_body(new FoldBox(m_inside, start == Start::open ? FoldBox::Start::open : FoldBox::Start::folded, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_body);
    m_header->setChecked(start == Start::open);
    connect(m_header, &QAbstractButton::toggled, m_body, &FoldBox::setOpen);
}

void FoldableGroup::addRow(QWidget* row)
{
    m_rows->addWidget(new RowLine(m_inside));
    m_rows->addWidget(row);
}

}   // namespace offramp::ui
