#include "pages/products/products_page.h"

#include "pages/products/product_body.h"
#include "shell/save_file.h"
#include "style/theme.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/disclosure_card.h"
#include "widgets/icon_view.h"
#include "widgets/label.h"

#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace offramp::ui {

ProductsPage::ProductsPage(QWidget* parent) : Page(parent)
{
    rebuild();
}

QString ProductsPage::title() const
{
    return tr("Products");
}

void ProductsPage::takeState()
{
    m_model = productsModel(state().session);
    QSet<QString> keys;
    for (const ProductCard& card : m_model.cards) {
        keys.insert(card.key);
        if (!m_chosen && card.leads) {
            m_open = {card.key};
        }
    }
    if (state().result() != nullptr) {
        m_open.intersect(keys);
    }
    rebuild();
}

void ProductsPage::showPart(const QString& part)
{
    if (part.isEmpty()) {
        return;   // it would name every card
    }
    for (DisclosureCard* card : findChildren<DisclosureCard*>(part)) {
        card->setOpen(true);
        // Once it has its place; what has the focus is brought into sight.
        QTimer::singleShot(0, card, [this, part] { focusOn(QStringLiteral("head-") + part); });
    }
}

void ProductsPage::rebuild()
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* content = makeBox(Qt::Vertical, theme.space(space::m), column);
    column->addWidget(makeHead());
    QStringList notes = m_model.notes;
    if (!m_saveProblem.isEmpty()) {
        notes.prepend(m_saveProblem);
    }
    for (const QString& note : notes) {
        column->addWidget(new Banner(Tone::attention, QString(), note, nullptr, false));
    }
    for (const ProductCard& card : m_model.cards) {
        column->addWidget(makeCard(card));
    }
    if (m_model.empty != ProductsModel::Empty::no) {
        column->addWidget(makeEmpty());
    }
    column->addStretch(1);
    setContent(content);
}

QWidget* ProductsPage::makeHead()
{
    const Theme& theme = Theme::instance();
    QBoxLayout* row = nullptr;
    QWidget* box =
        makeBox(pageWidth() == PageWidth::narrow ? Qt::Vertical : Qt::Horizontal, theme.space(space::m), row);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.space(space::half));
    auto* heading = new Label(title(), Type::title, Color::text);
    heading->setHeading();
    words->addWidget(heading);
    words->addWidget(new Label(tr("One card for each real product, however many entries it left on this computer."),
                               Type::body, Color::text2));
    row->addLayout(words, 1);
    if (state().result() != nullptr) {
        auto* save = new Button(tr("Save list\u2026"), ButtonKind::secondary);
        save->setLeadingIcon(Icon::save);
        save->setObjectName(QStringLiteral("saveList"));
        connect(save, &QPushButton::clicked, this, &ProductsPage::saveList);
        row->addWidget(save, 0, pageWidth() == PageWidth::narrow ? Qt::AlignLeading : Qt::AlignVCenter);
    }
    return box;
}

QWidget* ProductsPage::makeEmpty() const
{
    using Empty = ProductsModel::Empty;
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setAccessibleName(m_model.emptyTitle);
    QBoxLayout* row = nullptr;
    QWidget* box = makeBox(Qt::Horizontal, theme.space(space::m), row);
    const int side = theme.space(space::m) - 1;
    row->setContentsMargins(side, side, side, side);
    const ToneLook look = lookOf(m_model.empty == Empty::nothingFound ? Tone::fine
                                 : m_model.empty == Empty::checking   ? Tone::working
                                                                      : Tone::unknown);
    row->addWidget(new IconView(look.icon, size::iconRow, look.mark), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.space(space::half));
    auto* heading = new Label(m_model.emptyTitle, Type::bodyStrong, Color::text);
    heading->setHeading();
    words->addWidget(heading);
    words->addWidget(new Label(m_model.emptyText, Type::body, Color::text2));
    if (!m_model.places.isEmpty()) {
        words->addSpacing(theme.space(space::s));
        words->addWidget(makePlaces(m_model.places));
    }
    row->addLayout(words, 1);
    card->addPlain(box);
    return card;
}

DisclosureCard* ProductsPage::makeCard(const ProductCard& model)
{
    DisclosureContent content;
    content.title = model.title;
    content.caption = model.caption;
    content.tone = model.tone;
    content.status = model.status;
    content.accessibleName = model.accessibleName;
    content.asks = !model.why.isEmpty();
    auto* card =
        new DisclosureCard(content, [this, model] { return makeProductBody(model, m_model.places, pageWidth()); });
    card->setObjectName(model.key);
    card->setKey(model.key);
    card->setOpen(m_open.contains(model.key));
    connect(card, &DisclosureCard::openChanged, this, [this, key = model.key](bool open) {
        m_chosen = true;
        if (open) {
            m_open.insert(key);
        } else {
            m_open.remove(key);
        }
    });
    return card;
}

void ProductsPage::saveList()
{
    const QString file = askWhereToSave(this, tr("Save the list of products"),
                                        tr("Offramp products") + QStringLiteral(".txt"), FileKind::text);
    if (file.isEmpty()) {
        return;
    }
    const QString problem = saveFile(file, productsText(m_model).toUtf8(), QIODevice::WriteOnly | QIODevice::Text);
    m_saveProblem = problem.isEmpty() ? QString() : notSavedWords(file, problem);
    rebuild();
}

}   // namespace offramp::ui
