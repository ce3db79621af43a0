#include "pages/remind/remind_page.h"

#include "reminder/policy_banner.h"
#include "reminder/reminder_section.h"
#include "reminder/reminder_service.h"
#include "shell/page_head.h"
#include "style/style_sheet.h"
#include "style/theme.h"
#include "text/format.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/flow_layout.h"
#include "widgets/label.h"
#include "widgets/row.h"

#include <QDateEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace offramp::ui {

namespace {

Day fromQDate(const QDate& date)
{
    return Day{std::chrono::year{date.year()} / std::chrono::month{static_cast<unsigned>(date.month())}
               / std::chrono::day{static_cast<unsigned>(date.day())}};
}

}   // namespace

RemindPage::RemindPage(const PageContext& context, QWidget* parent) : Page(parent), m_reminders(context.reminders)
{
    if (m_reminders != nullptr) {
        connect(m_reminders, &ReminderService::changed, this, &RemindPage::takeState, Qt::QueuedConnection);
    }
}

void RemindPage::takeState()
{
    rebuild();
}

void RemindPage::rebuild()
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* content = makeBox(Qt::Vertical, theme.space(space::m), column);
    column->addWidget(makeBackToOverview(*this), 0, Qt::AlignLeading);
    const bool canWait = m_reminders == nullptr || m_reminders->limits().allowsAfter(m_reminders->today());
    column->addLayout(makePageHead(
        title(), canWait ? tr("Not today is fine. Choose a day, and Offramp comes back to it then: quietly, once, "
                              "and never over a full-screen program.")
                         : QString()));
    if (m_reminders != nullptr && canWait) {
        column->addWidget(makeDays());
    }
    if (m_reminders != nullptr && (m_reminders->policy().policy || m_reminders->policy().refused)) {
        column->addWidget(makePolicyBanner(m_reminders->policy(), m_reminders->record().deferrals));
    }
    column->addWidget(new ReminderSection(m_reminders, pageWidth()));
    column->addStretch(1);
    setContent(content);
}

QWidget* RemindPage::makeDays()
{
    const Theme& theme = Theme::instance();
    const QDate today = toQDate(m_reminders->today());
    auto* card = new Card;
    card->setHeader(tr("Remind me"));
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(theme.space(space::m), theme.space(space::inner), theme.space(space::m),
                               theme.space(space::inner));
    column->setSpacing(theme.space(space::inner));
    auto* row = new FlowLayout(theme.space(space::s), theme.space(space::s));
    const auto addButton = [&](const QString& text, const QString& name, const std::function<void()>& choose) {
        auto* button = new Button(text, ButtonKind::secondary);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, choose);
        row->addWidget(button);
        return button;
    };
    addButton(tr("Tomorrow"), QStringLiteral("tomorrow"), [this] { m_reminders->snooze(SnoozeChoice::tomorrow); });
    if (m_reminders->allows(SnoozeChoice::nextWeek)) {
        addButton(tr("Next week"), QStringLiteral("nextWeek"), [this] { m_reminders->snooze(SnoozeChoice::nextWeek); });
    }
    auto* date = new QDateEdit(today.addDays(14));
    date->setObjectName(QStringLiteral("date"));
    date->setAccessibleName(tr("Day of the reminder"));
    const auto latest = m_reminders->limits().latest;
    date->setDateRange(today.addDays(1), latest ? std::min(toQDate(*latest), today.addDays(longestSnooze))
                                                : today.addDays(longestSnooze));
    date->setFont(theme.font(Type::body));
    date->setMinimumHeight(theme.dp(36));
    date->setPalette(theme.palette());
    date->setButtonSymbols(QAbstractSpinBox::NoButtons);   // the arrow keys do the same
    date->setStyleSheet(fieldStyleSheet());
    row->addWidget(date);
    addButton(tr("On this date"), QStringLiteral("onDate"),
              [this, date] { m_reminders->snooze(fromQDate(date->date())); });
    column->addLayout(row);
    const QString what =
        m_reminders->isOn()
            ? reminderOutlook(*m_reminders)
            : tr("Reminders are off. Choosing a day turns them on: Offramp registers with your system, for your "
                 "account only, to be started now and then. You can turn it off below at any time.");
    column->addWidget(new Label(what, Type::small, Color::text2));
    card->addRow(box);
    return card;
}

}   // namespace offramp::ui
