// ProductsPage: one card for each real product; an opened one shows why, what is known, and what was seen.
#pragma once

#include "pages/products/products_model.h"
#include "shell/page.h"

#include <QSet>

namespace offramp::ui {

class DisclosureCard;

class ProductsPage final : public Page {
    Q_OBJECT

public:
    explicit ProductsPage(QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override;
    // Opens the card of that key and brings it into sight.
    void showPart(const QString& part) override;

protected:
    void takeState() override;
    void rebuild() override;

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeEmpty() const;
    [[nodiscard]] DisclosureCard* makeCard(const ProductCard& card);
    void saveList();

    ProductsModel m_model;
    QSet<QString> m_open;    // keys of opened cards
    bool m_chosen = false;   // a person opened or closed one; until then what leads is open
    QString m_saveProblem;
};

}   // namespace offramp::ui
