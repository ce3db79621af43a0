// Desktop Notifications Specification 1.2, over the session bus.
#pragma once

#include "reminder/notifier.h"

#include <QDBusMessage>

namespace offramp::ui {

class FreedesktopNotifier final : public Notifier {
    Q_OBJECT

public:
    [[nodiscard]] bool isThere() override;
    [[nodiscard]] bool holdsBack() override;
    [[nodiscard]] bool show(const Notice& notice) override;

private slots:
    void onAction(uint id, const QString& action);
    void onClosed(uint id, uint reason);

private:
    [[nodiscard]] QStringList capabilities();
    // Only whoever shows something waits for answers: at the start of the program it costs a dozen messages.
    void listen();

    uint m_shown = 0;   // its number; 0 for none
    bool m_listens = false;
};

}   // namespace offramp::ui
