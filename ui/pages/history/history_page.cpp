#include "pages/history/history_page.h"

#include "base/utf8_path.h"
#include "bridge/history_service.h"
#include "bridge/removal_service.h"
#include "report/html.h"
#include "shell/page_head.h"
#include "shell/save_file.h"
#include "style/theme.h"
#include "text/report_text.h"
#include "text/words.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/flow_layout.h"
#include "widgets/label.h"
#include "widgets/row.h"
#include "widgets/status_pill.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace offramp::ui {

HistoryPage::HistoryPage(const PageContext& context, QWidget* parent)
    : Page(parent), m_history(context.history), m_removal(context.removal)
{
    if (m_history != nullptr) {
        connect(m_history, &HistoryService::changed, this, &HistoryPage::takeState);
    }
}

QString HistoryPage::title() const
{
    return tr("History");
}

void HistoryPage::takeState()
{
    m_model = {};
    if (m_history != nullptr) {
        m_model = historyModel(m_history->all());
        if (m_history->problem()) {
            m_model.problem = problemWithPlace(*m_history->problem());
        }
        if (const auto aside = m_history->setAside()) {
            m_model.setAside =
                tr("What was remembered before was damaged. It was kept in this file, and a new one begun: %1")
                    .arg(QString::fromStdString(pathToUtf8(*aside)));
        }
    } else {
        m_model.problem = tr("Checks of recorded computers, of other days or with other facts are not remembered.");
    }
    if (m_removal != nullptr) {
        const auto records = m_removal->records();
        if (records) {
            m_model.removals = removalEntries(*records);
        } else {
            m_model.removalsProblem = problemWithPlace(records.error());
        }
    }
    rebuild();
}

void HistoryPage::askWhere(std::int64_t id, ReportFormat format)
{
    const bool html = format == ReportFormat::html;
    const QString name = html ? QStringLiteral("offramp-report.html") : QStringLiteral("offramp-report.json");
    const QString file = askWhereToSave(this, tr("Save the report"), name, html ? FileKind::html : FileKind::json);
    if (!file.isEmpty()) {
        saveReport(id, format, file);
    }
}

void HistoryPage::saveReport(std::int64_t id, ReportFormat format, const QString& file)
{
    const auto stored = m_history != nullptr ? m_history->report(id) : Result<std::string>();
    if (m_history == nullptr || !stored) {
        m_said = tr("The report of this check is not there any more.");
        rebuild();
        return;
    }
    std::string bytes = *stored + "\n";
    if (format == ReportFormat::html) {
        bytes = htmlReport(json::Value::parse(*stored, nullptr, false), pageLanguage());
    }
    m_said = savedWords(file, saveFile(file, QByteArray::fromStdString(bytes)));
    rebuild();
}

QWidget* HistoryPage::makeEntry(const HistoryEntry& entry)
{
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setAccessibleName(entry.when + QStringLiteral(", ") + entry.verdict);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    const int side = theme.space(space::m) - 1;
    column->setContentsMargins(side, theme.space(space::inner), side, theme.space(space::inner));
    column->setSpacing(theme.space(space::half));
    auto* head = new QWidget;
    auto* flow = new FlowLayout(theme.space(space::inner), theme.space(space::half));
    head->setLayout(flow);
    auto* when = new Label(entry.when, Type::bodyStrong, Color::text);
    when->setHeading();
    flow->addWidget(when);
    flow->addWidget(new StatusPill(entry.tone, entry.verdict));
    column->addWidget(head);
    column->addWidget(new Label(entry.found, Type::body, Color::text));
    if (!entry.seen.isEmpty()) {
        column->addWidget(new Label(entry.seen, Type::small, Color::text2));
    }
    if (entry.first) {
        column->addWidget(new Label(tr("The first check that is remembered."), Type::small, Color::text2));
    } else if (!entry.changes.isEmpty()) {
        column->addWidget(new Label(tr("What changed:"), Type::small, Color::text2));
        for (const QString& change : entry.changes) {
            column->addWidget(new Label(QStringLiteral("\u2022 ") + change, Type::small, Color::text));
        }
    }
    column->addWidget(new Label(entry.basis, Type::caption, Color::text3));
    auto* actions = new QWidget;
    auto* buttons = new FlowLayout(theme.space(space::m), 0);
    actions->setLayout(buttons);
    const auto addButton = [&](const QString& text, const QString& spoken, ReportFormat format) {
        auto* button = new Button(text, ButtonKind::quiet, nullptr, ButtonSize::small);
        button->setFlush();
        button->setLeadingIcon(Icon::save);
        button->setObjectName((format == ReportFormat::html ? QStringLiteral("html-") : QStringLiteral("json-"))
                              + QString::number(entry.id));
        button->setAccessibleName(spoken.arg(entry.when));
        connect(button, &QPushButton::clicked, this, [this, id = entry.id, format] { askWhere(id, format); });
        buttons->addWidget(button);
    };
    addButton(tr("Save the report"), tr("Save the report of %1"), ReportFormat::html);
    addButton(tr("Save as JSON"), tr("Save the check of %1 as JSON"), ReportFormat::json);
    column->addWidget(actions);
    card->addPlain(content);
    return card;
}

// Report and undo of a removal are on its last page.
QWidget* HistoryPage::makeRemovals()
{
    auto* card = new Card;
    card->setObjectName(QStringLiteral("removals"));
    card->setHeader(tr("Removals"));
    for (const RemovalEntry& entry : m_model.removals) {
        RowContent content;
        content.icon = lookOf(entry.tone).icon;
        content.iconColor = lookOf(entry.tone).mark;
        content.title = entry.what;
        content.caption = entry.when + QStringLiteral(" \u00B7 ") + entry.state;
        auto* open = new Button(tr("Report and undo"), ButtonKind::quiet, nullptr, ButtonSize::small);
        open->setObjectName(QStringLiteral("removal-") + QString::number(entry.id));
        open->setAccessibleName(tr("Report and undo: %1, %2").arg(entry.what, entry.when));
        connect(open, &QPushButton::clicked, this, [this, id = entry.id] {
            emit pageRequested(PageId::switchSafely, QStringLiteral("removal-") + QString::number(id));
        });
        card->addRow(new Row(content, open));
    }
    return card;
}

QWidget* HistoryPage::makeFoot()
{
    if (!m_asksToClear) {
        auto* clear = new Button(tr("Clear the history\u2026"), ButtonKind::danger, nullptr, ButtonSize::small);
        clear->setObjectName(QStringLiteral("clear"));
        connect(clear, &QPushButton::clicked, this, [this] {
            m_asksToClear = true;
            rebuild();
            focusOn(QStringLiteral("keep"));
        });
        QBoxLayout* row = nullptr;
        QWidget* box = makeBox(Qt::Horizontal, 0, row);
        row->addWidget(clear, 0, Qt::AlignLeading);
        row->addStretch(1);
        return box;
    }
    auto* card = new Card;
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    const int side = Theme::instance().space(space::m);
    column->setContentsMargins(side, side, side, side);
    column->addWidget(new Label(tr("Forget all checks? Reports you saved stay where they are. This cannot be undone."),
                                Type::body, Color::text));
    auto* buttons = new QWidget;
    auto* flow = new FlowLayout(Theme::instance().space(space::s), Theme::instance().space(space::s));
    buttons->setLayout(flow);
    auto* keep = new Button(tr("Keep them"), ButtonKind::secondary, nullptr, ButtonSize::small);
    keep->setObjectName(QStringLiteral("keep"));
    auto* forget = new Button(tr("Forget all checks"), ButtonKind::danger, nullptr, ButtonSize::small);
    forget->setObjectName(QStringLiteral("forget"));
    connect(keep, &QPushButton::clicked, this, [this] {
        m_asksToClear = false;
        rebuild();
        focusOn(QStringLiteral("clear"));
    });
    connect(forget, &QPushButton::clicked, this, [this] {
        m_asksToClear = false;
        m_said.clear();
        m_history->clear();
    });
    flow->addWidget(keep);
    flow->addWidget(forget);
    column->addWidget(buttons);
    card->addPlain(content);
    return card;
}

void HistoryPage::rebuild()
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* content = makeBox(Qt::Vertical, theme.space(space::m), column);
    column->addLayout(makePageHead(
        title(), tr("Every check on this computer that said something new. The history is on this computer only.")));
    if (!m_model.problem.isEmpty()) {
        column->addWidget(
            new Banner(Tone::unknown, tr("Checks are not remembered now"), m_model.problem, nullptr, false));
    }
    if (!m_model.setAside.isEmpty()) {
        column->addWidget(new Banner(Tone::attention, QString(), m_model.setAside, nullptr, false));
    }
    if (!m_said.isEmpty()) {
        column->addWidget(new Label(m_said, Type::small, Color::text2));
    }
    if (!m_model.removalsProblem.isEmpty()) {
        column->addWidget(
            new Banner(Tone::unknown, tr("Removals cannot be listed now"), m_model.removalsProblem, nullptr, false));
    }
    if (!m_model.removals.isEmpty()) {
        column->addWidget(makeRemovals());
    }
    for (const HistoryEntry& entry : m_model.entries) {
        column->addWidget(makeEntry(entry));
    }
    if (m_model.entries.isEmpty() && m_model.problem.isEmpty()) {
        column->addWidget(new Label(tr("No check is remembered yet."), Type::body, Color::text2));
    }
    if (!m_model.entries.isEmpty()) {
        column->addWidget(makeFoot());
    }
    column->addStretch(1);
    setContent(content);
}

}   // namespace offramp::ui
