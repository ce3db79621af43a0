// ReminderSection: the card of Settings about reminders: on or off, how they live, how often, when not. What it shows
// is what is stored and what the system was really told.
#pragma once

#include "shell/page.h"

#include <QWidget>

class QMenu;

namespace offramp::ui {

class Button;
class Card;
class ReminderService;

class ReminderSection final : public QWidget {
    Q_OBJECT

public:
    // Follows the service by itself. `service` may be null, where nothing can be stored: then the card says so.
    ReminderSection(ReminderService* service, PageWidth width, QWidget* parent = nullptr);

private:
    void rebuild();
    void addOff(Card& card);
    void addChoices(Card& card);
    void addQuietHours(Card& card);
    [[nodiscard]] QWidget* makeToggleRow(const QString& title, const QString& caption, const QString& name, bool on,
                                         const std::function<void(bool)>& change);

    ReminderService* m_service;
    PageWidth m_width;
    QWidget* m_content = nullptr;
};

// The sentence about what comes next: "The next reminder is due on November 30, 2026."
[[nodiscard]] QString reminderOutlook(const ReminderService& service);

}   // namespace offramp::ui
