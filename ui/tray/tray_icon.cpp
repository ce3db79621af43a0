#include "tray/tray_icon.h"

#include "style/style_sheet.h"
#include "style/theme.h"

#include <QPainter>
#include <utility>

namespace offramp::ui {

namespace {

struct Badge {
    Icon cut;
    Icon shape;
    Icon smallShape;   // without the mark inside
    Color color;
};

Badge badgeOf(TrayShape shape)
{
    switch (shape) {
    case TrayShape::affected:
        return {Icon::trayCutAffected, Icon::trayBadgeAffected, Icon::trayBadgeAffected16, Color::affected};
    case TrayShape::attention:
        return {Icon::trayCutAttention, Icon::trayBadgeAttention, Icon::trayBadgeAttention16, Color::attention};
    case TrayShape::fine: return {Icon::trayCutFine, Icon::trayBadgeFine, Icon::trayBadgeFine16, Color::fine};
    case TrayShape::working:
        return {Icon::trayCutWorking, Icon::trayBadgeWorking, Icon::trayBadgeWorking16, Color::accentMark};
    case TrayShape::paused: return {Icon::trayCutPaused, Icon::trayBadgePaused, Icon::trayBadgePaused16, Color::text2};
    case TrayShape::unknown: break;
    }
    return {Icon::trayCutUnknown, Icon::trayBadgeUnknown, Icon::trayBadgeUnknown16, Color::unknown};
}

Scheme schemeOn(PanelShade shade)
{
    return shade == PanelShade::dark ? Scheme::dark : Scheme::light;
}

}   // namespace

QColor trayRampColor(PanelShade shade)
{
    return shade == PanelShade::unknown ? tokenColor(Color::lineStrong, Scheme::light)
                                        : tokenColor(Color::text, schemeOn(shade));
}

QColor trayBadgeColor(TrayShape shape, PanelShade shade)
{
    // Two of the light colours are too dark for a dark bar.
    const bool grey = shape == TrayShape::unknown || shape == TrayShape::paused;
    if (shade == PanelShade::unknown && grey) {
        return trayRampColor(shade);
    }
    if (shade == PanelShade::unknown && shape == TrayShape::working) {
        return tokenColor(Color::accent, Scheme::dark);
    }
    return tokenColor(badgeOf(shape).color, schemeOn(shade));
}

QPixmap trayPixmap(TrayShape shape, int pixels, PanelShade shade)
{
    const Badge badge = badgeOf(shape);
    const QColor onStatus = tokenColor(Color::onStatus, schemeOn(shade));
    const auto picture = [&](Icon icon, const QColor& color) { return drawIcon(icon, pixels, color, onStatus); };
    QPixmap result(pixels, pixels);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    painter.drawPixmap(0, 0, picture(Icon::trayRamp, trayRampColor(shade)));
    painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
    painter.drawPixmap(0, 0, picture(badge.cut, Qt::black));
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    constexpr int markShowsFrom = 20;
    painter.drawPixmap(0, 0,
                       picture(pixels < markShowsFrom ? badge.smallShape : badge.shape, trayBadgeColor(shape, shade)));
    return result;
}

QIcon trayPicture(TrayShape shape, PanelShade shade)
{
    QIcon icon;
    for (const int pixels : {16, 20, 22, 24, 32, 40, 44, 48, 64}) {
        icon.addPixmap(trayPixmap(shape, pixels, shade));
    }
    return icon;
}

TrayIcon::TrayIcon(QObject* parent) : QObject(parent)
{
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
            emit chosen(TrayAction::open);
        }
    });
    connect(&Theme::instance(), &Theme::changed, this, &TrayIcon::show);
    // What it says may have been written yesterday.
    connect(&m_menu, &QMenu::aboutToShow, this, &TrayIcon::aboutToOpen);
    m_icon.setContextMenu(&m_menu);
}

TrayIcon::~TrayIcon()
{
    m_icon.hide();
}

void TrayIcon::setModel(const TrayModel& model)
{
    if (m_model != model) {
        m_model = model;   // a running check changes its state more often than its words
        show();
    }
}

void TrayIcon::show()
{
    m_icon.setIcon(trayPicture(m_model.shape, panelShade()));
    m_icon.setToolTip(m_model.tooltip);
    m_menu.clear();
    const int beforeIcon = Theme::instance().space(8);
    m_menu.setStyleSheet(menuStyleSheet() + QStringLiteral("QMenu::icon { padding-left: %1px; }").arg(beforeIcon));
    for (QMenu* submenu : std::as_const(m_submenus)) {
        submenu->deleteLater();
    }
    m_submenus.clear();
    fill(m_menu, m_model.entries);
    // A tray that comes later, with a desktop that is just starting, is waited for.
    m_icon.show();
}

void TrayIcon::fill(QMenu& menu, const QList<TrayEntry>& entries)
{
    const Theme& theme = Theme::instance();
    for (const TrayEntry& entry : entries) {
        QString text = entry.text;
        text.replace(u'&', QStringLiteral("&&"));
        QAction* action = nullptr;
        if (entry.more.isEmpty()) {
            action = menu.addAction(text);
            connect(action, &QAction::triggered, this, [this, what = entry.action] { emit chosen(what); });
        } else {
            auto* submenu = new QMenu(text, &menu);
            submenu->setStyleSheet(menu.styleSheet());
            m_submenus.append(submenu);
            fill(*submenu, entry.more);
            action = menu.addMenu(submenu);
        }
        if (entry.icon) {
            action->setIcon(
                iconPixmap(*entry.icon, theme.icon(16), theme.color(entry.iconColor), menu.devicePixelRatioF()));
        }
        action->setFont(theme.font(entry.emphasized ? Type::bodyStrong : Type::body));
        action->setEnabled(entry.enabled);
        if (entry.endsGroup) {
            menu.addSeparator();
        }
    }
}

}   // namespace offramp::ui
