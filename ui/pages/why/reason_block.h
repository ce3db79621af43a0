// One reason with its source, as the Why page and the product cards show it.
#pragma once

#include "pages/why/why_model.h"

class QWidget;

namespace offramp::ui {

enum class ReasonSource { shown, saidBelow };   // reasons of one source, one after the other, share its line

[[nodiscard]] QWidget* makeReasonBlock(const WhyReason& reason, ReasonSource source = ReasonSource::shown);

}   // namespace offramp::ui
