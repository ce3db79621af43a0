#include "pages/why/reason_block.h"

#include "style/theme.h"
#include "widgets/card.h"
#include "widgets/label.h"
#include "widgets/source_note.h"

#include <QBoxLayout>

namespace offramp::ui {

QWidget* makeReasonBlock(const WhyReason& reason, ReasonSource source)
{
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, Theme::instance().space(space::half), column);
    column->addWidget(new Label(reason.text, Type::body, Color::text));
    if (reason.source && source == ReasonSource::shown) {
        column->addWidget(new SourceNote(*reason.source));
    }
    return box;
}

}   // namespace offramp::ui
