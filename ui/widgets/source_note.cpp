#include "widgets/source_note.h"

#include "style/theme.h"
#include "widgets/button.h"
#include "widgets/elided_path.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

namespace offramp::ui {

SourceNote::SourceNote(const SourceNoteContent& content, QWidget* parent) : QWidget(parent)
{
    const Theme& theme = Theme::instance();
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.space(space::s));
    row->addWidget(new IconView(content.mark, 16, content.markColor), 0,
                   theme.largeText() ? Qt::AlignTop : Qt::AlignVCenter);
    row->addWidget(new Label(content.text, Type::caption, Color::text2), 1);
    column->addLayout(row);
    if (content.address.isEmpty()) {
        return;
    }
    auto* button = new Button(content.official ? tr("Open the official page") : tr("Copy the address"),
                              ButtonKind::quiet, nullptr, ButtonSize::small);
    button->setFlush();
    button->setTrailingIcon(content.official ? Icon::external : Icon::copy);
    button->setToolTip(content.address);
    button->setObjectName(QStringLiteral("source"));
    button->setAccessibleDescription(content.text);
    connect(button, &QPushButton::clicked, button, [address = content.address, official = content.official] {
        if (official) {
            QDesktopServices::openUrl(QUrl(address, QUrl::StrictMode));
        } else {
            QGuiApplication::clipboard()->setText(address);
        }
    });
    if (!content.official) {
        column->addWidget(new ElidedPath(content.address, Type::caption, Color::text3));
    }
    if (theme.largeText()) {
        column->addWidget(button, 0, Qt::AlignLeading);
    } else {
        row->addWidget(button);
    }
}

}   // namespace offramp::ui
