// OverviewPage: shows an OverviewModel and where its buttons lead. Holds no facts of its own.
#pragma once

#include "pages/overview/overview_cards.h"
#include "shell/page.h"

namespace offramp::ui {

class OverviewPage final : public Page {
    Q_OBJECT

public:
    explicit OverviewPage(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] const OverviewModel& model() const { return m_model; }
    // The answer as a page in that file, and a word about it below the headline.
    void savePage(const QString& file);

protected:
    void takeState() override;
    void rebuild() override;

private:
    void setModel(const OverviewModel& model, Person person);
    void follow(OverviewAction action);
    [[nodiscard]] QWidget* makeColumns();
    [[nodiscard]] QWidget* makePersonQuestion();
    [[nodiscard]] QWidget* makeFooter();
    void showPersonMenu(QWidget* button);
    void askForPage();
    [[nodiscard]] QWidget* makeUnfinished();
    [[nodiscard]] QWidget* makeSaved();

    OverviewModel m_model;
    Person m_person = Person::us;
    bool m_unfinished = false;   // a removal waits to go on
    bool m_asked = false;        // the question is shown
    QString m_saved;             // the page that was saved last
    QString m_saveProblem;       // why it was not
    HeroWidgets m_hero;
};

}   // namespace offramp::ui
