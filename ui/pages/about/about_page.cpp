#include "pages/about/about_page.h"

#include "style/theme.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

QVBoxLayout* addPart(Card* card, int gap)
{
    const Theme& theme = Theme::instance();
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    const int side = theme.space(space::m) - 1;
    column->setContentsMargins(side, theme.space(10), side, theme.space(10));
    column->setSpacing(theme.space(gap));
    card->addRow(content);
    return column;
}

}   // namespace

AboutPage::AboutPage(QWidget* parent) : Page(parent) {}

QString AboutPage::title() const
{
    return tr("About Offramp");
}

void AboutPage::takeState()
{
    m_model = aboutModel(state(), QCoreApplication::applicationVersion());
    rebuild();
}

QWidget* AboutPage::makeSoftware(int index)
{
    const Theme& theme = Theme::instance();
    const UsedSoftware& used = m_model.software[index];
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, theme.space(space::half), column);
    const QString name = used.version.isEmpty() ? used.name : used.name + u' ' + used.version;
    column->addWidget(new Label(name, Type::body, Color::text));
    column->addWidget(new Label(used.holder + QStringLiteral(" \u00B7 ") + used.license, Type::caption, Color::text2));
    if (used.texts.isEmpty()) {
        return box;
    }
    const bool open = m_open.contains(index);
    auto* more = new Button(open ? tr("Hide the license") : tr("Read the license"), ButtonKind::quiet, nullptr,
                            ButtonSize::small);
    more->setFlush();
    more->setTrailingIcon(open ? Icon::chevronUp : Icon::chevronDown);
    more->setObjectName(QStringLiteral("license-%1").arg(index));
    more->setAccessibleName(open ? tr("Hide the license of %1").arg(used.name)
                                 : tr("Read the license of %1").arg(used.name));
    connect(more, &QPushButton::clicked, this, [this, index, open] {
        open ? static_cast<void>(m_open.remove(index)) : static_cast<void>(m_open.insert(index));
        rebuild();
    });
    column->addWidget(more, 0, Qt::AlignLeading);
    if (open) {
        for (const QString& text : used.texts) {
            // The texts are English and are not translated.
            auto* label = new Label(licenseText(text), Type::caption, Color::text2);
            label->setLayoutDirection(Qt::LeftToRight);
            column->addWidget(label);
        }
    }
    return box;
}

void AboutPage::rebuild()
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* content = makeBox(Qt::Vertical, theme.space(space::m), column);
    auto* back = new Button(tr("Settings"), ButtonKind::quiet, nullptr, ButtonSize::small);
    back->setFlush();
    back->setLeadingIcon(Icon::arrowLeft);
    back->setObjectName(QStringLiteral("back"));
    back->setAccessibleName(tr("Back to Settings"));
    connect(back, &QPushButton::clicked, this, [this] { emit pageRequested(PageId::settings, QString()); });
    column->addWidget(back, 0, Qt::AlignLeading);
    auto* heading = new Label(title(), Type::title, Color::text);
    heading->setHeading();
    column->addWidget(heading);

    auto* versions = new Card;
    versions->setHeader(m_model.version);
    QVBoxLayout* lines = addPart(versions, space::half);
    for (const QString& fact : m_model.facts) {
        lines->addWidget(new Label(fact, Type::body, Color::text2));
    }
    lines->addWidget(new Label(
        tr("Offramp is free software: you may use, study, share and change it under the GNU General Public License, "
           "version 3 or later. It comes with no warranty. Whoever gave it to you also has to offer you its source."),
        Type::body, Color::text2));
    lines->addWidget(new Label(tr("Offramp is not connected with Kaspersky or with any product it names. What it says "
                                  "is information, not legal advice."),
                               Type::body, Color::text2));
    column->addWidget(versions);

    auto* marks = new Card;
    marks->setHeader(tr("How well a fact is verified"));
    for (const MarkLine& mark : m_model.marks) {
        auto* line = new QHBoxLayout;
        line->setSpacing(theme.space(space::inner));
        line->addWidget(new IconView(mark.icon, size::iconRow, Color::text2), 0, Qt::AlignTop);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(new Label(mark.word, Type::body, Color::text));
        words->addWidget(new Label(mark.meaning, Type::small, Color::text2));
        line->addLayout(words, 1);
        addPart(marks, 0)->addLayout(line);
    }
    column->addWidget(marks);

    auto* software = new Card;
    software->setHeader(tr("What Offramp is made of"));
    for (int i = 0; i < m_model.software.size(); ++i) {
        addPart(software, 0)->addWidget(makeSoftware(i));
    }
    column->addWidget(software);
    column->addStretch(1);
    setContent(content);
}

}   // namespace offramp::ui
