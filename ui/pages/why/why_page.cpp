#include "pages/why/why_page.h"

#include "style/theme.h"
#include "text/words.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

QWidget* makeReason(const WhyReason& reason)
{
    const Theme& theme = Theme::instance();
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(theme.space(space::m), theme.space(10), theme.space(space::m), theme.space(10));
    column->setSpacing(theme.space(space::half));
    column->addWidget(new Label(reason.text, Type::body, Color::text));
    QHBoxLayout* sourceRow = nullptr;
    if (!reason.source.isEmpty()) {
        auto* row = new QHBoxLayout;
        row->setSpacing(theme.space(space::s));
        row->addWidget(new IconView(verificationIcon(*reason.mark), 16, Color::text2), 0, Qt::AlignVCenter);
        row->addWidget(new Label(reason.source, Type::caption, Color::text2), 1);
        column->addLayout(row);
        sourceRow = theme.largeText() ? nullptr : row;
    }
    if (!reason.address.isEmpty()) {
        // Evidence may lead anywhere, so it is shown to be copied; only official pages are opened from here.
        auto* button =
            new Button(reason.official ? WhyPage::tr("Open the official page") : WhyPage::tr("Copy the address"),
                       ButtonKind::quiet, nullptr, ButtonSize::small);
        button->setFlush();
        button->setTrailingIcon(reason.official ? Icon::external : Icon::copy);
        button->setToolTip(reason.address);
        QObject::connect(button, &QPushButton::clicked, button, [address = reason.address, official = reason.official] {
            if (official) {
                QDesktopServices::openUrl(QUrl(address, QUrl::StrictMode));
            } else {
                QGuiApplication::clipboard()->setText(address);
            }
        });
        if (sourceRow != nullptr) {
            sourceRow->addWidget(button);
        }
        if (!reason.official) {
            column->addWidget(new Label(reason.address, Type::caption, Color::text3));
        }
        if (sourceRow == nullptr) {
            column->addWidget(button, 0, Qt::AlignLeading);
        }
    }
    return box;
}

}   // namespace

WhyPage::WhyPage(QWidget* parent) : Page(parent) {}

QString WhyPage::title() const
{
    return tr("Why we say this");
}

void WhyPage::takeState()
{
    m_model = state().result() != nullptr ? whyModel(*state().result()) : WhyModel();
    rebuild();
}

void WhyPage::rebuild()
{
    const Theme& theme = Theme::instance();
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.space(space::m));
    auto* back = new Button(tr("Overview"), ButtonKind::quiet, nullptr, ButtonSize::small);
    back->setFlush();
    back->setLeadingIcon(Icon::arrowLeft);
    back->setObjectName(QStringLiteral("back"));
    back->setAccessibleName(tr("Back to the Overview"));
    connect(back, &QPushButton::clicked, this, [this] { emit pageRequested(PageId::overview, QString()); });
    column->addWidget(back, 0, Qt::AlignLeading);
    auto* head = new QVBoxLayout;
    head->setSpacing(theme.space(space::half));
    auto* heading = new Label(title(), Type::title, Color::text);
    heading->setHeading();
    head->addWidget(heading);
    head->addWidget(
        new Label(tr("Each reason, where it was read, and how well it is verified. This is information, not "
                     "legal advice."),
                  Type::body, Color::text2));
    column->addLayout(head);
    for (const WhySection& section : m_model.sections) {
        auto* card = new Card;
        auto* detail = section.detail.isEmpty() || theme.largeText()
                           ? nullptr
                           : new Label(section.detail, Type::caption, Color::text2, nullptr, Wrap::none);
        card->setHeader(section.title, detail);
        if (theme.largeText() && !section.detail.isEmpty()) {
            QBoxLayout* line = nullptr;
            QWidget* below = makeBox(Qt::Horizontal, 0, line);
            line->setContentsMargins(theme.space(space::m), 0, theme.space(space::m), theme.space(space::s));
            line->addWidget(new Label(section.detail, Type::caption, Color::text2), 1);
            card->addPlain(below);
        }
        for (const WhyReason& reason : section.reasons) {
            card->addRow(makeReason(reason));
        }
        column->addWidget(card);
    }
    column->addStretch(1);
    setContent(content);
}

}   // namespace offramp::ui
