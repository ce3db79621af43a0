// What was picked, side by side.
#include "pages/replacements/replacement_cards.h"
#include "style/theme.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/coverage_mark.h"
#include "widgets/label.h"
#include "widgets/letter_tile.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

struct Replacements {
    Q_DECLARE_TR_FUNCTIONS(Replacements)
};

QWidget* makeName(const ReplacementCard& product, const std::function<void(const QString& id)>& remove)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, theme.space(space::half), column);
    column->addWidget(new LetterTile(product.name), 0, Qt::AlignLeading);
    auto* name = new Label(product.name, Type::bodyStrong, Color::text);
    name->setHeading();
    column->addWidget(name);
    auto* out = new Button(Replacements::tr("Take out"), ButtonKind::quiet, nullptr, ButtonSize::small);
    out->setFlush();
    out->setLeadingIcon(Icon::close);
    out->setObjectName(QStringLiteral("takeout-") + product.id);
    out->setAccessibleName(Replacements::tr("Take %1 out of the comparison").arg(product.name));
    QObject::connect(out, &QPushButton::clicked, out, [id = product.id, remove] { remove(id); });
    column->addWidget(out, 0, Qt::AlignLeading);
    column->addStretch(1);
    return box;
}

QWidget* makeAnswer(const CompareRow& row, qsizetype product, const QString& name)
{
    if (!row.covers.isEmpty() && row.covers[product]) {
        auto* mark = new CoverageMark(*row.covers[product], row.answers[product], QString());
        mark->setAccessibleName(name + QStringLiteral(", ") + row.title + QStringLiteral(": ") + row.answers[product]);
        return mark;
    }
    auto* label = new Label(row.answers[product], Type::small, row.weak[product] ? Color::text3 : Color::text2);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    label->setAccessibleName(name + QStringLiteral(", ") + row.title + QStringLiteral(": ") + row.answers[product]);
    return label;
}

// One product below the other: its questions and answers as a list.
QWidget* makeStacked(const ReplacementsModel& model, const std::function<void(const QString& id)>& remove)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, theme.space(space::m), column);
    const int side = theme.space(space::m);
    for (qsizetype product = 0; product < model.compared.size(); ++product) {
        auto* card = new Card;
        card->setAccessibleName(model.compared[product].name);
        const auto add = [&](QWidget* content) {
            QBoxLayout* inner = nullptr;
            QWidget* row = makeBox(Qt::Vertical, 0, inner);
            inner->setContentsMargins(side, theme.space(space::s), side, theme.space(space::s));
            inner->addWidget(content);
            card->addRow(row);
            return inner;
        };
        add(makeName(model.compared[product], remove));
        for (const CompareRow& question : model.comparison) {
            QBoxLayout* inner = add(new Label(question.title, Type::caption, Color::text3));
            inner->addWidget(makeAnswer(question, product, model.compared[product].name));
        }
        add(makeWaysToGet(model.compared[product]));
        column->addWidget(card);
    }
    return box;
}

}   // namespace

QWidget* makeComparison(const ReplacementsModel& model, PageWidth width,
                        const std::function<void(const QString& id)>& remove)
{
    if (width == PageWidth::narrow) {
        return makeStacked(model, remove);
    }
    const Theme& theme = Theme::instance();
    auto* card = new Card;
    card->setAccessibleName(Replacements::tr("Side by side"));
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    const int side = theme.space(space::m);
    grid->setContentsMargins(side, side, side, side);
    grid->setHorizontalSpacing(theme.space(space::m));
    grid->setVerticalSpacing(theme.space(space::inner));
    grid->setColumnMinimumWidth(0, theme.dp(96));
    // Every product has the same width, whatever there is to say about it, and the questions somewhat less.
    constexpr int questionShare = 2;
    constexpr int productShare = 3;
    grid->setColumnStretch(0, questionShare);
    const auto add = [grid](QWidget* widget, int line, int column, Qt::Alignment alignment) {
        QSizePolicy policy = widget->sizePolicy();
        policy.setHorizontalPolicy(QSizePolicy::Ignored);
        widget->setSizePolicy(policy);
        grid->addWidget(widget, line, column, alignment);
    };
    const auto products = static_cast<int>(model.compared.size());
    for (int product = 0; product < products; ++product) {
        add(makeName(model.compared[product], remove), 0, product + 1, Qt::Alignment());
        grid->setColumnStretch(product + 1, productShare);
        grid->setColumnMinimumWidth(product + 1, theme.dp(120));
    }
    int line = 1;
    for (const CompareRow& question : model.comparison) {
        auto* title = new Label(question.title, Type::small, Color::text3);
        title->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        add(title, line, 0, Qt::Alignment());
        for (int product = 0; product < products; ++product) {
            QWidget* answer = makeAnswer(question, product, model.compared[product].name);
            if (question.covers.isEmpty()) {
                add(answer, line, product + 1, Qt::Alignment());
            } else {
                // To one side, or the mark's own width would be the most the column may have.
                grid->addWidget(answer, line, product + 1, Qt::AlignLeading | Qt::AlignTop);
            }
        }
        ++line;
    }
    for (int product = 0; product < products; ++product) {
        add(makeWaysToGet(model.compared[product]), line, product + 1, Qt::Alignment());
    }
    card->addPlain(content);
    return card;
}

}   // namespace offramp::ui
