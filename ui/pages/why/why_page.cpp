#include "pages/why/why_page.h"

#include "style/theme.h"
#include "text/words.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

// An address to select and copy. Not opened from here: it is evidence, and may lead anywhere.
QLabel* makeAddress(const QString& address)
{
    const Theme& theme = Theme::instance();
    QString breakable = address;
    breakable.replace(u'/', QStringLiteral("/\u200B"));  // a line may end after each part
    auto* label = new QLabel(breakable);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme.font(Type::caption));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(address);
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, theme.color(Color::text3));
    label->setPalette(palette);
    return label;
}

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
    if (!reason.address.isEmpty() && reason.official) {
        auto* open = new Button(WhyPage::tr("Open the official page"), ButtonKind::quiet, nullptr, ButtonSize::small);
        open->setFlush();
        open->setTrailingIcon(Icon::external);
        open->setToolTip(reason.address);
        QObject::connect(open, &QPushButton::clicked, open,
                         [address = reason.address] { QDesktopServices::openUrl(QUrl(address, QUrl::StrictMode)); });
        if (sourceRow != nullptr) {
            sourceRow->addWidget(open);
        } else {
            column->addWidget(open, 0, Qt::AlignLeading);
        }
    } else if (!reason.address.isEmpty()) {
        column->addWidget(makeAddress(reason.address));
    }
    return box;
}

}  // namespace

WhyPage::WhyPage(QWidget* parent) : ScrollPage(parent) {}

void WhyPage::setModel(const WhyModel& model)
{
    m_model = model;
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
    connect(back, &QPushButton::clicked, this, &WhyPage::backRequested);
    column->addWidget(back, 0, Qt::AlignLeading);
    auto* head = new QVBoxLayout;
    head->setSpacing(theme.space(space::half));
    auto* title = new Label(tr("Why we say this"), Type::title, Color::text);
    title->setHeading();
    head->addWidget(title);
    head->addWidget(new Label(tr("Each reason, where it was read, and how well it is verified. This is information, not "
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
            auto* below = new Label(section.detail, Type::caption, Color::text2);
            below->setContentsMargins(0, 0, 0, 0);
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

}  // namespace offramp::ui
