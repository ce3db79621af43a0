#include "widgets/compare_tray.h"

#include "style/icon.h"
#include "widgets/accessible.h"
#include "widgets/button.h"
#include "widgets/flow_layout.h"
#include "widgets/label.h"
#include "widgets/painting.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <algorithm>

namespace offramp::ui {

namespace {

constexpr int chipHeight = 36;
constexpr int closeIcon = 16;

QFont chipFont()
{
    QFont font = Theme::instance().font(Type::small);
    font.setWeight(QFont::Medium);
    return font;
}

// The whole chip takes its product out again; that is all it can do.
class Chip final : public QAbstractButton {
public:
    Chip(const QString& name, QWidget* parent) : QAbstractButton(parent)
    {
        setText(name);
        setAccessibleName(CompareTray::tr("Do not compare %1").arg(name));
        setToolTip(accessibleName());
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        QSizePolicy policy(QSizePolicy::Maximum, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    QSize sizeHint() const override
    {
        const int width = QFontMetrics(chipFont()).horizontalAdvance(text()) + 2 + besideText();
        return {width, heightForWidth(width)};
    }

    bool hasHeightForWidth() const override { return true; }

    int heightForWidth(int width) const override
    {
        const Theme& theme = Theme::instance();
        const int room = std::max(1, width - besideText());
        const int words =
            QFontMetrics(chipFont()).boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, text()).height();
        return std::max(theme.dp(chipHeight), words + theme.space(space::m));
    }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        const int key = event->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Delete) {
            click();
            return;
        }
        QAbstractButton::keyPressEvent(event);
    }

    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::instance();
        QPainter painter(this);
        const bool over = isDown() || underMouse();
        paintRounded(painter, rect(), radius::base, theme.color(Color::accentSoft),
                     theme.color(over ? Color::accentMark : Color::accentLine));
        const int icon = theme.icon(closeIcon);
        const int side = theme.space(space::inner);
        const QRect cross = QStyle::visualRect(layoutDirection(), rect(),
                                               QRect(width() - side - icon, (height() - icon) / 2, icon, icon));
        paintIcon(painter, Icon::close, cross, Color::accentText);
        painter.setFont(chipFont());
        painter.setPen(theme.color(Color::accentText));
        const QRect words =
            QStyle::visualRect(layoutDirection(), rect(), QRect(side, 0, width() - besideText(), height()));
        painter.drawText(words,
                         static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter)
                             | Qt::TextWordWrap | textDirection(text()),
                         text());
    }

private:
    static int besideText()
    {
        const Theme& theme = Theme::instance();
        return 2 * theme.space(space::inner) + theme.icon(closeIcon) + theme.space(space::s);
    }
};

class FreePlace final : public QWidget {
public:
    FreePlace(const QString& words, QWidget* parent) : QWidget(parent), m_words(words)
    {
        setAccessibleRole(*this, QAccessible::StaticText);
        setAccessibleName(words);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const Theme& theme = Theme::instance();
        return {QFontMetrics(theme.font(Type::caption)).horizontalAdvance(m_words) + 2 + 2 * theme.space(space::inner),
                theme.dp(chipHeight)};
    }

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::instance();
        QPainter painter(this);
        paintRounded(painter, rect(), radius::base, Qt::transparent, theme.color(Color::lineStrong), Border::dashed);
        painter.setFont(theme.font(Type::caption));
        painter.setPen(theme.color(Color::text2));
        painter.drawText(rect(), Qt::AlignCenter | textDirection(m_words), m_words);
    }

private:
    QString m_words;
};

}   // namespace

CompareTray::CompareTray(int most, QWidget* parent)
    : QFrame(parent), m_most(most), m_compare(new Button(tr("Side by side"), ButtonKind::primary))
{
    const Theme& theme = Theme::instance();
    setAccessibleRole(*this, QAccessible::ToolBar);
    setAccessibleName(tr("Compare"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);   // Fixed would forbid a second row
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto* row = new QBoxLayout(theme.largeText() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this);
    const int side = theme.largeText() ? theme.space(space::m) : theme.space(space::xl);
    row->setContentsMargins(side, theme.space(space::inner), side, theme.space(space::inner));
    row->setSpacing(theme.space(space::inner));
    m_compare->setLeadingIcon(Icon::compare);
    m_compare->setObjectName(QStringLiteral("sideBySide"));
    connect(m_compare, &QPushButton::clicked, this, &CompareTray::compareRequested);
    row->addWidget(m_compare, 0, theme.largeText() ? Qt::Alignment() : Qt::AlignVCenter);
    setMinimumHeight(theme.dp(size::compareTray));
    setVisible(false);
}

void CompareTray::setItems(const QList<Item>& items)
{
    const Theme& theme = Theme::instance();
    if (m_chips != nullptr) {
        m_chips->hide();
        m_chips->deleteLater();
    }
    m_chips = new QWidget(this);
    auto* flow = new FlowLayout(theme.space(space::s), theme.space(space::s));
    m_chips->setLayout(flow);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    m_chips->setSizePolicy(policy);
    flow->addWidget(new Label(tr("Compare"), Type::body, Color::text2, m_chips, Wrap::none));
    const qsizetype shown = std::min<qsizetype>(items.size(), m_most);
    for (const Item& item : items.first(shown)) {
        auto* chip = new Chip(item.name, m_chips);
        chip->setObjectName(QStringLiteral("chip-") + item.id);
        connect(chip, &QAbstractButton::clicked, this, [this, id = item.id] { emit removed(id); });
        flow->addWidget(chip);
    }
    const auto left = static_cast<int>(m_most - shown);
    if (left > 0) {
        flow->addWidget(new FreePlace(left == 1 ? tr("Room for one") : tr("Room for %n", nullptr, left), m_chips));
    }
    m_compare->setEnabled(shown > 1);
    m_compare->setToolTip(shown > 1 ? QString() : tr("Pick one more to compare"));
    static_cast<QBoxLayout*>(layout())->insertWidget(0, m_chips, 1);
    setVisible(!items.isEmpty());
}

void CompareTray::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Color::rail));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(Color::line));
}

}   // namespace offramp::ui
