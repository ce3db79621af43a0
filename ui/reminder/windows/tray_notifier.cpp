#include "reminder/notifier.h"
#include "style/icon.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QTimer>

namespace offramp::ui {

namespace {

// Windows shows the balloon of a tray icon as a notification of its own. It has no buttons: pressing it is the answer.
class TrayNotifier final : public Notifier {
public:
    explicit TrayNotifier(QSystemTrayIcon* icon) : m_icon(icon)
    {
        if (m_icon == nullptr) {
            m_icon = &m_own;
            m_own.setIcon(appIcon());
            m_own.setToolTip(QStringLiteral("Offramp"));
        }
        connect(m_icon, &QSystemTrayIcon::messageClicked, this, [this] { answer(NoticeAnswer::act); });
        connect(&m_own, &QSystemTrayIcon::activated, this, [this] { answer(NoticeAnswer::open); });
        m_patience.setSingleShot(true);
        connect(&m_patience, &QTimer::timeout, this, [this] { answer(NoticeAnswer::closed); });
    }

    bool isThere() override { return QSystemTrayIcon::isSystemTrayAvailable(); }
    bool holdsBack() override { return false; }   // Windows holds back by itself and does not say so

    bool show(const Notice& notice) override
    {
        if (!isThere()) {
            return false;
        }
        m_icon->show();
        m_icon->showMessage(notice.title, notice.text, appIcon());
        constexpr int longest = 60000;   // ms; nobody tells when it is put away
        m_patience.start(longest);
        return true;
    }

private:
    void answer(NoticeAnswer what)
    {
        if (m_patience.isActive() || what == NoticeAnswer::closed) {
            m_patience.stop();
            m_own.hide();
            emit answered(what);
        }
    }

    QSystemTrayIcon m_own;
    QSystemTrayIcon* m_icon;
    QTimer m_patience;
};

}   // namespace

std::unique_ptr<Notifier> makeNotifier(QSystemTrayIcon* icon)
{
    return std::make_unique<TrayNotifier>(icon);
}

std::unique_ptr<QCoreApplication> makeNotifierApplication(int& argc, char** argv)
{
    return std::make_unique<QApplication>(argc, argv);
}

}   // namespace offramp::ui
