// Notifier: shows a reminder the way this desktop shows notifications, and brings the answer. CMake picks the one of
// the system: freedesktop.org's over D-Bus, or the balloon of a tray icon.
#pragma once

#include <QObject>
#include <QString>
#include <memory>

class QCoreApplication;
class QSystemTrayIcon;

namespace offramp::ui {

struct Notice {
    QString title;
    QString text;
    QString act;     // the first button: "Switch safely…"
    QString later;   // the second one: "Next week"; may be empty; desktops without buttons show neither
};

enum class NoticeAnswer {
    open,     // the notification itself was pressed
    act,      // its first button
    later,    // its second
    closed,   // put away, or nobody answered for a while
};

class Notifier : public QObject {
    Q_OBJECT

public:
    // Somebody is there who shows notifications.
    [[nodiscard]] virtual bool isThere() = 0;
    // The person told the desktop to hold notifications back.
    [[nodiscard]] virtual bool holdsBack() = 0;
    // False when it could not be shown; then no answer comes. A later notice takes the place of an earlier one.
    [[nodiscard]] virtual bool show(const Notice& notice) = 0;

signals:
    void answered(offramp::ui::NoticeAnswer answer);
};

// `icon` is the tray's, if it is shown already; may be null, and must outlive the notifier.
[[nodiscard]] std::unique_ptr<Notifier> makeNotifier(QSystemTrayIcon* icon);

// An application that is just enough for the notifier: on Linux one that needs no display.
[[nodiscard]] std::unique_ptr<QCoreApplication> makeNotifierApplication(int& argc, char** argv);

}   // namespace offramp::ui
