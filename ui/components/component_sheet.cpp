#include "components/component_sheet.h"

#include "components/component_samples.h"
#include "style/theme.h"
#include "widgets/card.h"
#include "widgets/flow_layout.h"
#include "widgets/focus_ring.h"
#include "widgets/label.h"

#include <QPainter>
#include <QVBoxLayout>

namespace offramp::ui {

namespace {

// What belongs together: a name at the left, the samples beside or below it.
QWidget* makeLine(const QString& name, const QList<QWidget*>& samples)
{
    const Theme& theme = Theme::instance();
    QBoxLayout* column = nullptr;
    QWidget* box = makeBox(Qt::Vertical, theme.space(space::half), column);
    column->setContentsMargins(theme.space(space::m), theme.space(space::s), theme.space(space::m),
                               theme.space(space::s));
    column->addWidget(new Label(name, Type::caption, Color::text3));
    auto* flowBox = new QWidget;
    auto* flow = new FlowLayout(theme.space(space::m), theme.space(space::s));
    flowBox->setLayout(flow);
    for (QWidget* sample : samples) {
        // One alone may be as wide as the card.
        if (samples.size() == 1) {
            column->addWidget(sample);
        } else {
            flow->addWidget(sample);
        }
    }
    if (samples.size() == 1) {
        delete flowBox;
    } else {
        column->addWidget(flowBox);
    }
    return box;
}

}   // namespace

ComponentSheet::ComponentSheet(QWidget* parent) : ScrollPage(parent)
{
    setWindowTitle(QStringLiteral("Offramp: components"));
    resize(size::window[0], size::window[1]);
    setMinimumSize(size::windowMin[0], size::windowMin[1]);
    new FocusRing(*this);
    rebuild();
    connect(&Theme::instance(), &Theme::changed, this, &ComponentSheet::rebuild);
}

void ComponentSheet::rebuild()
{
    const Theme& theme = Theme::instance();
    setPalette(theme.palette());
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.space(space::m));
    for (const ComponentGroup& group : componentSamples()) {
        auto* card = new Card;
        card->setHeader(group.title);
        for (const ComponentLine& line : group.lines) {
            card->addPlain(makeLine(line.name, line.samples));
        }
        column->addWidget(card);
    }
    column->addStretch(1);
    setContent(content);
    viewport()->update();
}

int ComponentSheet::wholeHeight() const
{
    const QLayout* layout = widget()->layout();
    return layout->hasHeightForWidth() ? layout->totalHeightForWidth(viewport()->width())
                                       : layout->totalSizeHint().height();
}

void ComponentSheet::paintEvent(QPaintEvent* event)
{
    QPainter(viewport()).fillRect(viewport()->rect(), Theme::instance().color(Color::window));
    ScrollPage::paintEvent(event);
}

}   // namespace offramp::ui
