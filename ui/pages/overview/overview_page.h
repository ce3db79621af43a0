// OverviewPage: shows an OverviewModel and says which button was pressed. Holds no facts of its own.
#pragma once

#include "pages/overview/overview_cards.h"
#include "widgets/scroll_page.h"

namespace offramp::ui {

class OverviewPage final : public ScrollPage {
    Q_OBJECT

public:
    explicit OverviewPage(QWidget* parent = nullptr);

    void setModel(const OverviewModel& model);
    void setPerson(Person person);
    [[nodiscard]] const OverviewModel& model() const { return m_model; }
    // Again from the model, after the theme changed.
    void rebuild();

signals:
    void actionRequested(offramp::ui::OverviewAction action);
    void personChosen(offramp::Person person);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] PageWidth pageWidth() const;
    [[nodiscard]] QWidget* makeColumns();
    [[nodiscard]] QWidget* makeFooter();
    void showPersonMenu(QWidget* button);

    OverviewModel m_model;
    Person m_person = Person::us;
    PageWidth m_width = PageWidth::wide;
    HeroWidgets m_hero;
};

}   // namespace offramp::ui
