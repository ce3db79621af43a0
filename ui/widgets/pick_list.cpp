#include "widgets/pick_list.h"

#include "style/theme.h"
#include "widgets/accessible.h"
#include "widgets/focus_ring.h"
#include "widgets/painting.h"
#include "widgets/row_line.h"
#include "widgets/thumb_bar.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QPolygonF>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int markWidth = 14;
constexpr int barWidth = 3;
constexpr int barHeight = 20;

int wrappedHeight(const QFont& font, const QString& text, int width)
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, std::max(1, width), 10000), Qt::TextWordWrap, text).height();
}

}   // namespace

void paintPickMark(QPainter& painter, const QRectF& box, PickMark mark, bool affected)
{
    const Theme& theme = Theme::instance();
    const QPointF centre = box.center();
    const double half = box.width() / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(affected ? Color::affected : mark == PickMark::bar ? Color::fine : Color::text2));
    switch (mark) {
    case PickMark::diamond:
        painter.drawPolygon(QPolygonF{centre + QPointF(0, -half + 1), centre + QPointF(half - 1, 0),
                                      centre + QPointF(0, half - 1), centre + QPointF(-half + 1, 0)});
        break;
    case PickMark::circle: painter.drawEllipse(centre, half - 2, half - 2); break;
    case PickMark::bar:
        painter.drawRoundedRect(QRectF(centre.x() - half, centre.y() - half / 2, 2 * half, half), half / 2, half / 2);
        break;
    }
    painter.restore();
}

PickRow::PickRow(const PickContent& content, PickList* list) : QAbstractButton(list), m_content(content), m_list(*list)
{
    setAccessibleRole(*this, QAccessible::ListItem);
    setText(content.title);
    setAccessibleName(content.accessibleName.isEmpty() ? content.title + QStringLiteral(", ") + content.caption
                                                       : content.accessibleName);
    setCheckable(true);
    setAutoExclusive(true);
    setObjectName(QStringLiteral("pick-") + content.id);
    setFocusPolicy(Qt::ClickFocus);
    setFocusInset(*this);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int PickRow::textLeft() const
{
    const Theme& theme = Theme::instance();
    return theme.space(space::inner) + theme.icon(markWidth) + theme.space(space::s);
}

int PickRow::titleHeight(int width) const
{
    const Theme& theme = Theme::instance();
    const int room = width - textLeft() - theme.space(space::inner);
    return std::max(theme.lineHeight(Type::body), wrappedHeight(theme.font(Type::bodyStrong), text(), room));
}

int PickRow::captionHeight(int width) const
{
    const Theme& theme = Theme::instance();
    const int room = width - textLeft() - theme.space(space::inner);
    return std::max(theme.lineHeight(Type::caption), wrappedHeight(theme.font(Type::caption), m_content.caption, room));
}

int PickRow::heightForWidth(int width) const
{
    const Theme& theme = Theme::instance();
    return std::max(theme.dp(size::row), titleHeight(width) + captionHeight(width) + 2 * theme.space(6));
}

QSize PickRow::sizeHint() const
{
    const int width = Theme::instance().dp(size::sideColumn_timelineList);
    return {width, heightForWidth(width)};
}

QSize PickRow::minimumSizeHint() const
{
    int widest = 0;
    for (const QString& word : text().split(u' ')) {
        widest = std::max(widest, QFontMetrics(Theme::instance().font(Type::bodyStrong)).horizontalAdvance(word));
    }
    return {textLeft() + widest + Theme::instance().space(space::inner), size::touchMin};
}

void PickRow::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End: m_list.moveFrom(this, event->key()); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); return;
    default: QAbstractButton::keyPressEvent(event);
    }
}

void PickRow::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    const Color ground = isChecked()    ? Color::accentSoft
                         : isDown()     ? Color::pressed
                         : underMouse() ? Color::hover
                                        : Color::surface;
    painter.fillRect(rect(), theme.color(ground));
    const auto place = [&](const QRect& box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    if (isChecked()) {
        const int high = theme.icon(barHeight);
        painter.fillRect(place(QRect(0, (height() - high) / 2, barWidth, high)), theme.color(Color::accentMark));
    }
    const int side = theme.icon(markWidth);
    const QRect box = place(QRect(theme.space(space::inner), (height() - side) / 2, side, side));
    paintPickMark(painter, box, m_content.mark, m_content.affected);
    const int left = textLeft();
    const int room = width() - left - theme.space(space::inner);
    const int title = titleHeight(width());
    const int caption = captionHeight(width());
    const int top = (height() - title - caption) / 2;
    const auto flags = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter
                       | Qt::TextWordWrap;
    painter.setFont(theme.font(isChecked() ? Type::bodyStrong : Type::body));
    painter.setPen(theme.color(Color::text));
    painter.drawText(place(QRect(left, top, room, title)), flags | textDirection(text()), text());
    painter.setFont(theme.font(Type::caption));
    painter.setPen(theme.color(Color::text2));
    painter.drawText(place(QRect(left, top + title, room, caption)), flags | textDirection(m_content.caption),
                     m_content.caption);
}

PickList::PickList(const QString& accessibleName, const QList<PickContent>& rows, QWidget* parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setAccessibleRole(*this, QAccessible::List);
    setAccessibleName(accessibleName);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    for (const PickContent& content : rows) {
        if (!m_rows.isEmpty()) {
            m_layout->addWidget(new RowLine(this));
        }
        auto* row = new PickRow(content, this);
        m_rows.append(row);
        m_layout->addWidget(row);
        connect(row, &QAbstractButton::clicked, this, [this, row] {
            setPicked(row->id());
            emit chosen(row->id());
        });
    }
    m_layout->addStretch(1);
    if (!m_rows.isEmpty()) {
        m_rows.first()->setFocusPolicy(Qt::StrongFocus);   // until one is picked
    }
}

PickRow* PickList::row(const QString& id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const PickRow* row) { return row->id() == id; });
    return found == m_rows.end() ? nullptr : *found;
}

void PickList::setPicked(const QString& id)
{
    PickRow* picked = row(id);
    if (picked == nullptr) {
        return;
    }
    picked->setChecked(true);
    emit pickedChanged();
    for (PickRow* each : m_rows) {
        each->setFocusPolicy(each == picked ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

QString PickList::picked() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [](const PickRow* row) { return row->isChecked(); });
    return found == m_rows.end() ? QString() : (*found)->id();
}

void PickList::choose(const QString& id)
{
    if (PickRow* wanted = row(id)) {
        setPicked(id);
        wanted->setFocus(Qt::TabFocusReason);
        emit chosen(id);
    }
}

void PickList::moveFrom(const PickRow* row, int key)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto last = m_rows.size() - 1;
    auto next = m_rows.indexOf(const_cast<PickRow*>(row));
    if (key == Qt::Key_Home) {
        next = 0;
    } else if (key == Qt::Key_End) {
        next = last;
    } else {
        const bool forward = key == Qt::Key_Down || key == (mirrored ? Qt::Key_Left : Qt::Key_Right);
        next = std::clamp<qsizetype>(next + (forward ? 1 : -1), 0, last);
    }
    choose(m_rows[next]->id());
}

PickArea::PickArea(PickList* list, QWidget* parent) : QScrollArea(parent), m_list(list)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBar(new ThumbBar(Color::surface, this));
    setFocusPolicy(Qt::NoFocus);
    setWidget(list);
    viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    list->installEventFilter(this);
    connect(list, &PickList::pickedChanged, this, &PickArea::showPicked);
}

void PickArea::showPicked()
{
    if (const PickRow* row = m_list->row(m_list->picked())) {
        // In the middle, so that what came before and after is seen too.
        ensureWidgetVisible(const_cast<PickRow*>(row), 0, std::max(0, (viewport()->height() - row->height()) / 2));
    }
}

bool PickArea::eventFilter(QObject* watched, QEvent* event)
{
    const bool done = QScrollArea::eventFilter(watched, event);
    if (watched == m_list && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)) {
        QMetaObject::invokeMethod(this, &PickArea::showPicked, Qt::QueuedConnection);   // once the rows have places
    }
    return done;
}

void PickArea::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    showPicked();
}

}   // namespace offramp::ui
