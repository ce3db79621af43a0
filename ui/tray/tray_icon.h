// TrayIcon: shows a TrayModel in the desktop's tray while the app runs. Where there is no tray nothing is shown, and
// nothing else changes.
#pragma once

#include "platform/desktop.h"
#include "tray/tray_model.h"

#include <QIcon>
#include <QMenu>
#include <QObject>
#include <QPixmap>
#include <QSystemTrayIcon>

namespace offramp::ui {

class TrayIcon final : public QObject {
    Q_OBJECT

public:
    explicit TrayIcon(QObject* parent = nullptr);
    ~TrayIcon() override;

    void setModel(const TrayModel& model);
    // For whoever shows a message beside it.
    [[nodiscard]] QSystemTrayIcon* systemIcon() { return &m_icon; }

signals:
    void chosen(offramp::ui::TrayAction action);
    void aboutToOpen();   // the menu

private:
    void show();
    void fill(QMenu& menu, const QList<TrayEntry>& entries);

    TrayModel m_model;
    QMenu m_menu;
    QList<QMenu*> m_submenus;
    QSystemTrayIcon m_icon;
};

// The ramp in the panel's text colour with the state's shape in its corner. `pixels` is the side of the picture.
[[nodiscard]] QPixmap trayPixmap(TrayShape shape, int pixels, PanelShade shade);
// All the sizes panels ask for.
[[nodiscard]] QIcon trayPicture(TrayShape shape, PanelShade shade);
// Colours on a bar of that shade; one colour for both where the shade is not known.
[[nodiscard]] QColor trayRampColor(PanelShade shade);
[[nodiscard]] QColor trayBadgeColor(TrayShape shape, PanelShade shade);

}   // namespace offramp::ui
