#include "widgets/disclosure_card.h"

#include "style/theme.h"
#include "widgets/accessible.h"
#include "widgets/button.h"
#include "widgets/focus_ring.h"
#include "widgets/fold_box.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"
#include "widgets/letter_tile.h"
#include "widgets/painting.h"
#include "widgets/status_pill.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>
#include <utility>

namespace offramp::ui {

namespace {

constexpr int headHeight = 58;
constexpr int chevronSize = 16;

class BodyLine final : public QWidget {
public:
    explicit BodyLine(QWidget* parent) : QWidget(parent) { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), Theme::instance().color(Color::line)); }
};

}   // namespace

DisclosureHead::DisclosureHead(const DisclosureContent& content, QWidget* parent) : QAbstractButton(parent)
{
    setAccessibleRole(*this, QAccessible::Button);
    const Theme& theme = Theme::instance();
    setText(content.title);
    setAccessibleName(content.accessibleName);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setFocusInset(*this);
    setAttribute(Qt::WA_Hover);
    setMinimumHeight(theme.dp(headHeight));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    const auto passive = [](QWidget* widget) {
        widget->setAttribute(Qt::WA_TransparentForMouseEvents);
        return widget;
    };
    auto* row = new QHBoxLayout(this);
    const int side = theme.space(space::m) - 1;
    const int top = theme.space(9);
    row->setContentsMargins(side, top, side, top);
    row->setSpacing(theme.space(space::inner));
    const auto vertical = theme.largeText() ? Qt::AlignTop : Qt::AlignVCenter;
    row->addWidget(passive(new LetterTile(content.title)), 0, vertical);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    auto* title = new Label(content.title, Type::bodyStrong, Color::text);
    title->setHeading();
    words->addWidget(passive(title));
    if (!content.caption.isEmpty()) {
        words->addWidget(passive(new Label(content.caption, Type::caption, Color::text2)));
    }
    auto* pill = content.status.isEmpty() ? nullptr : passive(new StatusPill(content.tone, content.status));
    Button* why = nullptr;
    if (content.asks) {
        why = new Button(tr("Why?"), ButtonKind::quiet, nullptr, ButtonSize::small);
        why->setFlush();
        m_why = why;
        why->setAccessibleName(tr("Why? %1: %2").arg(content.title, content.status));
        connect(why, &QPushButton::clicked, this, [this] { setChecked(true); });
    }
    if (theme.largeText()) {
        words->addSpacing(theme.space(space::half));
        for (QWidget* below : {pill, static_cast<QWidget*>(why)}) {
            if (below != nullptr) {
                words->addWidget(below, 0, Qt::AlignLeading);
            }
        }
    }
    words->addStretch(1);
    row->addLayout(words, 1);
    if (!theme.largeText()) {
        for (QWidget* after : {pill, static_cast<QWidget*>(why)}) {
            if (after != nullptr) {
                row->addWidget(after, 0, Qt::AlignVCenter);
            }
        }
    }
    auto* chevron = new IconView(Icon::chevronDown, chevronSize, Color::text2);
    row->addWidget(passive(chevron), 0, vertical);
    connect(this, &QAbstractButton::toggled, chevron, [this, chevron](bool open) {
        chevron->setIcon(open ? Icon::chevronUp : Icon::chevronDown, Color::text2);
        say();
    });
    say();
}

void DisclosureHead::say()
{
    setAccessibleDescription(isChecked() ? tr("open") : tr("folded"));
}

void DisclosureHead::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void DisclosureHead::paintEvent(QPaintEvent*)
{
    if (!isDown() && !underMouse()) {
        return;
    }
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath card;
    const QRectF whole = QRectF(parentWidget()->rect()).translated(-pos()).adjusted(1, 1, -1, -1);
    card.addRoundedRect(whole, radius::base - 1, radius::base - 1);
    painter.setClipPath(card);
    painter.fillRect(rect(), theme.color(isDown() ? Color::pressed : Color::hover));
}

DisclosureCard::DisclosureCard(const DisclosureContent& content, Maker makeBody, QWidget* parent)
    : QFrame(parent), m_head(new DisclosureHead(content, this)), m_makeBody(std::move(makeBody))
{
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleName(content.title);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_head);
    connect(m_head, &QAbstractButton::toggled, this, [this](bool open) {
        showBody(open);
        emit openChanged(open);
    });
}

void DisclosureCard::setKey(const QString& key)
{
    m_head->setObjectName(QStringLiteral("head-") + key);
    if (m_head->why() != nullptr) {
        m_head->why()->setObjectName(QStringLiteral("why-") + key);
    }
}

void DisclosureCard::setOpen(bool open)
{
    m_head->setChecked(open);
}

void DisclosureCard::showBody(bool open)
{
    if (open && m_body == nullptr) {
        auto* inside = new QWidget;
        auto* column = new QVBoxLayout(inside);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(new BodyLine(inside));
        column->addWidget(m_makeBody());
        m_body = new FoldBox(inside, FoldBox::Start::folded, this);
        layout()->addWidget(m_body);
    }
    if (m_body != nullptr) {
        m_body->setOpen(open);
    }
}

void DisclosureCard::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    paintRounded(painter, rect(), radius::base, theme.color(Color::surface), theme.color(Color::line));
}

}   // namespace offramp::ui
