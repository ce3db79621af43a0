// What is inside an opened card of the Products page.
#pragma once

#include "pages/products/products_model.h"
#include "shell/page.h"

class QWidget;

namespace offramp::ui {

[[nodiscard]] QWidget* makeProductBody(const ProductCard& card, const QList<ProductPlace>& places, PageWidth width);
// "Where we looked": a tick for each place that was read, a broken ring for the others.
[[nodiscard]] QWidget* makePlaces(const QList<ProductPlace>& places);

}   // namespace offramp::ui
