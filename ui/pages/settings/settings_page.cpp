#include "pages/settings/settings_page.h"

#include "base/utf8_path.h"
#include "bridge/history_service.h"
#include "platform/person_settings.h"
#include "reminder/reminder_section.h"
#include "shell/app_settings.h"
#include "style/theme.h"
#include "text/format.h"
#include "text/language.h"
#include "text/words.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/choice.h"
#include "widgets/flow_layout.h"
#include "widgets/label.h"
#include "widgets/progress_line.h"
#include "widgets/segments.h"
#include "widgets/toggle.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <iterator>

namespace offramp::ui {

namespace {

QVBoxLayout* addPart(Card* card)
{
    const Theme& theme = Theme::instance();
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    const int side = theme.space(space::m) - 1;
    column->setContentsMargins(side, theme.space(space::inner), side, theme.space(space::inner));
    column->setSpacing(theme.space(space::s));
    card->addRow(content);
    return column;
}

// Words at the start, the control at the end; below each other where there is no room.
void addChoice(QVBoxLayout* column, const QString& words, QWidget* control, PageWidth width)
{
    auto* row = new QBoxLayout(width == PageWidth::narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    row->setSpacing(Theme::instance().space(space::s));
    row->addWidget(new Label(words, Type::body, Color::text), 1);
    row->addWidget(control, width == PageWidth::narrow ? 0 : 2);
    column->addLayout(row);
}

Segments* makeSegments(const QString& spoken, const QString& name, const QStringList& choices, int current)
{
    auto* segments = new Segments(spoken);
    for (const QString& choice : choices) {
        segments->addSegment(choice);
    }
    segments->setObjectName(name);
    for (Segment* each : segments->findChildren<Segment*>()) {
        each->setObjectName(name + u'-' + each->objectName());
    }
    segments->setCurrent(current);
    return segments;
}

Button* makeQuiet(const QString& text, Icon icon, const char* name)
{
    auto* button = new Button(text, ButtonKind::secondary, nullptr, ButtonSize::small);
    button->setLeadingIcon(icon);
    button->setObjectName(QLatin1String(name));
    return button;
}

constexpr double textScales[] = {1.0, 1.25, 1.5, 2.0};

}   // namespace

SettingsPage::SettingsPage(const PageContext& context, QWidget* parent) : Page(parent), m_context(context)
{
    if (m_context.catalog != nullptr) {
        connect(m_context.catalog, &CatalogService::changed, this, &SettingsPage::factsChanged);
        m_context.catalog->look();
    }
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

void SettingsPage::takeState()
{
    m_facts =
        factsModel(m_context.catalog != nullptr ? &m_context.catalog->state() : nullptr, toLocal(state().now).date());
    rebuild();
}

void SettingsPage::factsChanged()
{
    const bool wasRunning = m_facts.running.has_value();
    m_facts = factsModel(&m_context.catalog->state(), toLocal(state().now).date());
    if (wasRunning && m_facts.running && m_progress != nullptr) {
        m_progress->setRange(0, m_facts.running->total);
        m_progress->setValue(m_facts.running->done);
        m_progressText->setText(m_facts.running->text);
        return;
    }
    rebuild();
}

QWidget* SettingsPage::makePerson()
{
    auto* card = new Card;
    card->setHeader(tr("Who you are"));
    QVBoxLayout* column = addPart(card);
    column->addWidget(
        new Label(tr("Which rules count depends on it. It is kept on this computer only."), Type::small, Color::text2));
    auto* group = new QButtonGroup(card);
    for (const Person person :
         {Person::us, Person::federal, Person::contractor, Person::otherGovernment, Person::other}) {
        auto* choice = new RadioChoice(personName(person));
        choice->setAccessibleName(personName(person));
        choice->setObjectName(QStringLiteral("person-%1").arg(static_cast<int>(person)));
        choice->setChecked(person == state().person);
        group->addButton(choice);
        connect(choice, &QRadioButton::clicked, this, [this, person] { emit personChosen(person); });
        column->addWidget(choice);
    }
    return card;
}

QWidget* SettingsPage::makeLook()
{
    AppSettings& settings = m_context.settings;
    auto* card = new Card;
    card->setHeader(tr("Language and look"));
    QVBoxLayout* column = addPart(card);
    // The names of languages are written as their speakers do.
    QStringList codes{QString()};
    QStringList names{tr("System")};
    for (const ShippedLanguage& shipped : shippedLanguages()) {
        codes.append(shipped.code);
        names.append(shipped.ownName);
    }
    auto* language = makeSegments(tr("Language"), QStringLiteral("language"), names,
                                  static_cast<int>(std::max<qsizetype>(0, codes.indexOf(settings.language()))));
    connect(language, &Segments::chosen, this, [&settings, codes](int chosen) { settings.setLanguage(codes[chosen]); });
    addChoice(column, tr("Language"), language, pageWidth());
    auto* theme =
        makeSegments(tr("Colors"), QStringLiteral("theme"),
                     {tr("System"), tr("Light"), tr("Dark"), tr("High contrast")}, static_cast<int>(settings.theme()));
    connect(theme, &Segments::chosen, this,
            [&settings](int chosen) { settings.setTheme(static_cast<ThemeMode>(chosen)); });
    addChoice(column, tr("Colors"), theme, pageWidth());
    QStringList sizes;
    int size = 0;
    for (std::size_t i = 0; i < std::size(textScales); ++i) {
        sizes.append(tr("%1 %").arg(number(qRound(textScales[i] * 100))));
        size = settings.textScale() >= textScales[i] ? static_cast<int>(i) : size;
    }
    auto* text = makeSegments(tr("Text size"), QStringLiteral("textSize"), sizes, size);
    connect(text, &Segments::chosen, this, [&settings](int chosen) { settings.setTextScale(textScales[chosen]); });
    addChoice(column, tr("Text size, beside the system's"), text, pageWidth());
    //: How much things move in the window.
    auto* motion = makeSegments(tr("Motion"), QStringLiteral("motion"), {tr("System"), tr("Reduced"), tr("Full")},
                                static_cast<int>(settings.motion()));
    connect(motion, &Segments::chosen, this,
            [&settings](int chosen) { settings.setMotion(static_cast<MotionWish>(chosen)); });
    addChoice(column, tr("Motion"), motion, pageWidth());
    return card;
}

QWidget* SettingsPage::makeFactsButtons()
{
    const Theme& theme = Theme::instance();
    auto* box = new QWidget;
    auto* flow = new FlowLayout(theme.space(space::s), theme.space(space::s));
    box->setLayout(flow);
    CatalogService* service = m_context.catalog;
    if (m_facts.canUpdate) {
        Button* update = makeQuiet(tr("Update now"), Icon::refresh, "updateNow");
        connect(update, &QPushButton::clicked, service, &CatalogService::update);
        flow->addWidget(update);
    }
    Button* import = makeQuiet(tr("Import a file\u2026"), Icon::folder, "import");
    connect(import, &QPushButton::clicked, this, &SettingsPage::chooseFile);
    flow->addWidget(import);
    Button* verify = makeQuiet(tr("Check the facts in use"), Icon::check, "verify");
    connect(verify, &QPushButton::clicked, service, &CatalogService::verify);
    flow->addWidget(verify);
    if (m_facts.canRollBack) {
        Button* back = makeQuiet(m_facts.rollBackText, Icon::rollback, "rollBack");
        connect(back, &QPushButton::clicked, service, &CatalogService::rollBack);
        flow->addWidget(back);
    }
    if (m_facts.canDelete) {
        auto* remove =
            new Button(tr("Delete the downloaded facts\u2026"), ButtonKind::danger, nullptr, ButtonSize::small);
        remove->setObjectName(QStringLiteral("deleteFacts"));
        connect(remove, &QPushButton::clicked, this, [this] {
            m_asksToDelete = true;
            rebuild();
            focusOn(QStringLiteral("keepFacts"));
        });
        flow->addWidget(remove);
    }
    return box;
}

QWidget* SettingsPage::makeDeleteQuestion()
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, theme.space(space::s), column);
    column->addWidget(new Label(tr("Delete all downloaded and imported facts? Those that came with Offramp are used "
                                   "from then on."),
                                Type::body, Color::text));
    auto* buttons = new QWidget;
    auto* flow = new FlowLayout(theme.space(space::s), theme.space(space::s));
    buttons->setLayout(flow);
    Button* keep = makeQuiet(tr("Keep the facts"), Icon::check, "keepFacts");
    connect(keep, &QPushButton::clicked, this, [this] {
        m_asksToDelete = false;
        rebuild();
        focusOn(QStringLiteral("deleteFacts"));
    });
    auto* remove = new Button(tr("Delete the downloaded facts"), ButtonKind::danger, nullptr, ButtonSize::small);
    remove->setObjectName(QStringLiteral("deleteFactsNow"));
    connect(remove, &QPushButton::clicked, this, [this] {
        m_asksToDelete = false;
        m_context.catalog->deleteDownloaded();
    });
    flow->addWidget(keep);
    flow->addWidget(remove);
    column->addWidget(buttons);
    return box;
}

QWidget* SettingsPage::makeFacts()
{
    auto* card = new Card;
    card->setHeader(tr("Facts about products and rules"));
    QVBoxLayout* column = addPart(card);
    for (const QString& line : m_facts.lines) {
        column->addWidget(new Label(line, Type::body, Color::text2));
    }
    if (m_context.catalog == nullptr) {
        return card;
    }
    if (!m_facts.servers.isEmpty()) {
        column->addWidget(new Label(m_facts.servers, Type::body, Color::text2));
    }
    if (m_facts.running) {
        m_progressText = new Label(m_facts.running->text, Type::body, Color::text);
        column->addWidget(m_progressText);
        m_progress = new ProgressLine(tr("Progress"));
        m_progress->setRange(0, m_facts.running->total);
        m_progress->setValue(m_facts.running->done);
        column->addWidget(m_progress);
        if (m_facts.running->canCancel) {
            Button* cancel = makeQuiet(tr("Cancel"), Icon::stop, "cancelUpdate");
            connect(cancel, &QPushButton::clicked, m_context.catalog, &CatalogService::cancel);
            column->addWidget(cancel, 0, Qt::AlignLeading);
        }
    } else {
        if (!m_facts.outcome.isEmpty()) {
            column->addWidget(new Banner(m_facts.outcomeIsBad ? Tone::attention : Tone::fine, m_facts.outcome,
                                         m_facts.outcomeDetail, nullptr, false));
        }
        column->addWidget(m_asksToDelete && m_facts.canDelete ? makeDeleteQuestion() : makeFactsButtons());
    }
    QVBoxLayout* automatic = addPart(card);
    auto* row = new QHBoxLayout;
    row->addWidget(new Label(tr("Look for newer facts once a week"), Type::body, Color::text), 1);
    auto* toggle = new Toggle(tr("Look for newer facts once a week"));
    toggle->setObjectName(QStringLiteral("automatic"));
    toggle->setChecked(m_facts.automatic);
    toggle->setEnabled(!m_facts.running);
    connect(toggle, &QCheckBox::toggled, this,
            [this](bool on) { m_context.catalog->setAutomatic(on ? Automatic::weekly : Automatic::off); });
    row->addWidget(toggle, 0, Qt::AlignVCenter);
    automatic->addLayout(row);
    automatic->addWidget(new Label(m_facts.automaticText, Type::small, Color::text2));
    automatic->addWidget(
        new Label(tr("A server learns your address on the network and which facts you have, nothing else."),
                  Type::small, Color::text2));
    return card;
}

QWidget* SettingsPage::makeKept()
{
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setHeader(tr("What is kept on this computer"));
    QVBoxLayout* column = addPart(card);
    const QString file = m_context.settings.file();
    column->addWidget(new Label(file.isEmpty() ? tr("This window keeps nothing.")
                                               : tr("Settings: %1").arg(QDir::toNativeSeparators(file)),
                                Type::small, Color::text2));
    if (const auto folder = personDataFolder(); folder && m_context.history != nullptr) {
        column->addWidget(new Label(tr("History and downloaded facts: %1")
                                        .arg(QDir::toNativeSeparators(QString::fromStdString(pathToUtf8(*folder)))),
                                    Type::small, Color::text2));
    }
    auto* buttons = new QWidget;
    auto* flow = new FlowLayout(theme.space(space::s), theme.space(space::s));
    buttons->setLayout(flow);
    if (m_asksToForget) {
        column->addWidget(
            new Label(tr("Set everything back as at the first start? The history stays."), Type::body, Color::text));
        Button* keep = makeQuiet(tr("Keep my settings"), Icon::check, "keepSettings");
        auto* forget = new Button(tr("Delete my settings"), ButtonKind::danger, nullptr, ButtonSize::small);
        forget->setObjectName(QStringLiteral("deleteSettings"));
        connect(keep, &QPushButton::clicked, this, [this] {
            m_asksToForget = false;
            rebuild();
            focusOn(QStringLiteral("forgetSettings"));
        });
        connect(forget, &QPushButton::clicked, this, [this] {
            m_asksToForget = false;
            m_context.settings.forgetAll();
            rebuild();
        });
        flow->addWidget(keep);
        flow->addWidget(forget);
    } else {
        auto* forget = new Button(tr("Delete the settings\u2026"), ButtonKind::danger, nullptr, ButtonSize::small);
        forget->setObjectName(QStringLiteral("forgetSettings"));
        connect(forget, &QPushButton::clicked, this, [this] {
            m_asksToForget = true;
            rebuild();
            focusOn(QStringLiteral("keepSettings"));
        });
        flow->addWidget(forget);
        if (m_context.history != nullptr) {
            Button* history = makeQuiet(tr("Clear the history in History"), Icon::history, "toHistory");
            connect(history, &QPushButton::clicked, this, [this] { emit pageRequested(PageId::history, QString()); });
            flow->addWidget(history);
        }
    }
    column->addWidget(buttons);
    return card;
}

void SettingsPage::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Import facts"), QString(),
                                                      tr("Published facts (catalog-*.db.gz);;All files (*)"));
    if (!file.isEmpty()) {
        m_context.catalog->importFile(file);
    }
}

void SettingsPage::rebuild()
{
    const Theme& theme = Theme::instance();
    m_progress = nullptr;
    m_progressText = nullptr;
    QBoxLayout* column = nullptr;
    QWidget* content = makeBox(Qt::Vertical, theme.space(space::m), column);
    auto* heading = new Label(title(), Type::title, Color::text);
    heading->setHeading();
    column->addWidget(heading);
    column->addWidget(makePerson());
    column->addWidget(makeLook());
    if (m_context.history != nullptr) {   // an everyday start
        column->addWidget(new ReminderSection(m_context.reminders, pageWidth()));
    }
    column->addWidget(makeFacts());
    column->addWidget(makeKept());
    Button* about = makeQuiet(tr("About Offramp"), Icon::info, "about");
    connect(about, &QPushButton::clicked, this, [this] { emit pageRequested(PageId::about, QString()); });
    column->addWidget(about, 0, Qt::AlignLeading);
    column->addStretch(1);
    setContent(content);
}

}   // namespace offramp::ui
