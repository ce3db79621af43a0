#include "reminder/reminder_section.h"

#include "reminder/reminder_service.h"
#include "style/style_sheet.h"
#include "style/theme.h"
#include "text/format.h"
#include "text/reason_text.h"
#include "text/words.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/row.h"
#include "widgets/toggle.h"

#include <QApplication>
#include <QLocale>
#include <QMenu>
#include <QTime>
#include <QVBoxLayout>
#include <functional>

namespace offramp::ui {

namespace {

struct Choice {
    int value;
    QString text;
};

// A button that says what is chosen and opens the other choices.
Button* makeChoice(const QString& name, const QString& what, const QList<Choice>& choices, int current,
                   const std::function<void(int)>& choose)
{
    QString shown;
    for (const Choice& each : choices) {
        if (each.value == current) {
            shown = each.text;
        }
    }
    auto* button = new Button(shown, ButtonKind::secondary, nullptr, ButtonSize::small);
    button->setTrailingIcon(Icon::chevronDown);
    button->setObjectName(name);
    button->setAccessibleName(what + QStringLiteral(": ") + shown);
    QObject::connect(button, &QPushButton::clicked, button, [button, choices, current, choose] {
        QMenu menu;
        menu.setStyleSheet(menuStyleSheet());
        for (const Choice& each : choices) {
            QAction* action = menu.addAction(each.text);
            action->setCheckable(true);
            action->setChecked(each.value == current);
            action->setData(each.value);
        }
        if (const QAction* chosen = menu.exec(button->mapToGlobal(QPoint(0, button->height())))) {
            choose(chosen->data().toInt());
        }
    });
    return button;
}

QString timeText(std::chrono::minutes time)
{
    const auto minutes = static_cast<int>(time.count());
    return QLocale().toString(QTime(minutes / 60 % 24, minutes % 60), QLocale::ShortFormat);
}

}   // namespace

QString reminderOutlook(const ReminderService& service)
{
    return reasonText(service.outlook().why);
}

ReminderSection::ReminderSection(ReminderService* service, PageWidth width, QWidget* parent)
    : QWidget(parent), m_service(service), m_width(width)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    if (m_service != nullptr) {
        // Later, because the button that caused it is still being pressed.
        connect(m_service, &ReminderService::changed, this, &ReminderSection::rebuild, Qt::QueuedConnection);
    }
    rebuild();
}

void ReminderSection::rebuild()
{
    const QWidget* focused = QApplication::focusWidget();
    const QString name = focused != nullptr && isAncestorOf(focused) ? focused->objectName() : QString();
    if (m_content != nullptr) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().space(space::m));
    auto* card = new Card;
    card->setHeader(tr("Reminders"));
    if (m_service == nullptr) {
        card->addRow(new Row({Icon::off,
                              Color::text2,
                              tr("Reminders are not available"),
                              tr("Offramp cannot store anything for this account."),
                              false,
                              {}},
                             nullptr));
    } else if (m_service->isOn()) {
        addChoices(*card);
    } else {
        addOff(*card);
    }
    column->addWidget(card);
    if (m_service != nullptr && m_service->problem()) {
        column->addWidget(new Banner(Tone::attention, tr("A choice could not be kept"),
                                     problemText(*m_service->problem()), nullptr, m_width == PageWidth::narrow));
    }
    layout()->addWidget(m_content);
    if (auto* again = name.isEmpty() ? nullptr : m_content->findChild<QWidget*>(name)) {
        again->setFocus(Qt::OtherFocusReason);
    }
}

QWidget* ReminderSection::makeToggleRow(const QString& title, const QString& caption, const QString& name, bool on,
                                        const std::function<void(bool)>& change)
{
    auto* toggle = new Toggle(title);
    toggle->setObjectName(name);
    toggle->setChecked(on);
    toggle->setAccessibleDescription(caption);
    connect(toggle, &QCheckBox::toggled, this, change);
    return new Row({std::nullopt, Color::text2, title, caption, false, {}}, toggle);
}

void ReminderSection::addOff(Card& card)
{
    const bool never = m_service->record().preferences.never;
    const QString caption =
        never ? reasonText(Reason{ReasonCode::reminderNever, {}, {}})
              : tr("Off. Turned on, Offramp registers with your system to be started now and then, for your account "
                   "only, and reminds you until this computer is clean. It looks at this computer only; nothing is "
                   "sent.");
    card.addRow(makeToggleRow(tr("Remind me"), caption, QStringLiteral("remind"), false, [this](bool) {
        ReminderPreferences preferences = m_service->record().preferences;
        preferences.never = false;
        preferences.mode = preferences.mode == ReminderMode::off ? ReminderMode::scheduled : preferences.mode;
        m_service->setPreferences(preferences);
    }));
}

void ReminderSection::addChoices(Card& card)
{
    const ReminderPreferences& chosen = m_service->record().preferences;
    card.addRow(
        makeToggleRow(tr("Remind me"), reminderOutlook(*m_service), QStringLiteral("remind"), true, [this](bool) {
            ReminderPreferences preferences = m_service->record().preferences;
            preferences.mode = ReminderMode::off;
            m_service->setPreferences(preferences);
        }));
    QString lives = tr("Offramp starts with your session and stays, with an icon that shows how things stand.");
    if (chosen.mode != ReminderMode::resident) {
        lives = m_service->schedule().onlyAtSignIn
                    ? tr("Nothing stays in memory. Your system starts Offramp for a moment when you sign in.")
                    : tr("Nothing stays in memory. Your system starts Offramp for a moment when you sign in and every "
                         "two hours.");
    }
    card.addRow(makeToggleRow(tr("Keep an icon in the tray"), lives, QStringLiteral("resident"),
                              chosen.mode == ReminderMode::resident, [this](bool on) {
                                  ReminderPreferences preferences = m_service->record().preferences;
                                  preferences.mode = on ? ReminderMode::resident : ReminderMode::scheduled;
                                  m_service->setPreferences(preferences);
                              }));
    QList<Choice> cadences{{1, tr("Every day")},
                           {3, tr("Every 3 days")},
                           {7, tr("Every week")},
                           {14, tr("Every 2 weeks")},
                           {30, tr("Every 30 days")}};
    const QString often = tr("How often");
    card.addRow(new Row({std::nullopt,
                         Color::text2,
                         often,
                         tr("Never more than once a day. While nothing up to date protects this computer, reminders "
                            "slowly come closer together, up to twice as often."),
                         false,
                         {}},
                        makeChoice(QStringLiteral("cadence"), often, cadences, chosen.cadenceDays, [this](int days) {
                            ReminderPreferences preferences = m_service->record().preferences;
                            preferences.cadenceDays = days;
                            m_service->setPreferences(preferences);
                        })));
    addQuietHours(card);
    auto* never = new Button(tr("Don\u2019t remind me again"), ButtonKind::secondary, nullptr, ButtonSize::small);
    never->setObjectName(QStringLiteral("never"));
    connect(never, &QPushButton::clicked, this, [this] {
        ReminderPreferences preferences = m_service->record().preferences;
        preferences.never = true;
        m_service->setPreferences(preferences);
    });
    card.addRow(new Row({std::nullopt,
                         Color::text2,
                         tr("Stop for good"),
                         tr("Offramp then says nothing by itself, even if Kaspersky comes back or things get worse, "
                            "and takes its entries out of your system. You can turn it on here again."),
                         false,
                         {}},
                        never));
}

void ReminderSection::addQuietHours(Card& card)
{
    const ReminderPreferences& chosen = m_service->record().preferences;
    QList<Choice> hours;
    constexpr int step = 60;
    for (int minutes = 0; minutes < 24 * 60; minutes += step) {
        hours.append({minutes, timeText(std::chrono::minutes{minutes})});
    }
    const auto set = [this](std::chrono::minutes ReminderPreferences::*which) {
        return [this, which](int minutes) {
            ReminderPreferences preferences = m_service->record().preferences;
            preferences.*which = std::chrono::minutes{minutes};
            m_service->setPreferences(preferences);
        };
    };
    const auto current = [](std::chrono::minutes time) { return static_cast<int>(time.count()); };
    QBoxLayout* row = nullptr;
    QWidget* times = makeBox(Qt::Horizontal, Theme::instance().space(space::s), row);
    row->addWidget(makeChoice(QStringLiteral("quietFrom"), tr("Quiet hours begin"), hours, current(chosen.quietFrom),
                              set(&ReminderPreferences::quietFrom)));
    row->addWidget(makeChoice(QStringLiteral("quietTo"), tr("Quiet hours end"), hours, current(chosen.quietTo),
                              set(&ReminderPreferences::quietTo)));
    const QString caption =
        chosen.quietFrom == chosen.quietTo
            ? tr("None. Choose two different times to have some.")
            : tr("No reminder from %1 to %2.").arg(timeText(chosen.quietFrom), timeText(chosen.quietTo));
    card.addRow(new Row({std::nullopt, Color::text2, tr("Quiet hours"), caption, false, {}}, times));
}

}   // namespace offramp::ui
