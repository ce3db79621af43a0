// SettingsPage: who you are, how things look, the facts, and what is kept where.
#pragma once

#include "pages/settings/facts_model.h"
#include "shell/page.h"

class QVBoxLayout;

namespace offramp::ui {

class ProgressLine;
class Label;

class SettingsPage final : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(const PageContext& context, QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override;
    [[nodiscard]] const FactsModel& facts() const { return m_facts; }

protected:
    void takeState() override;
    void rebuild() override;

private:
    void factsChanged();
    [[nodiscard]] QWidget* makePerson();
    [[nodiscard]] QWidget* makeLook();
    [[nodiscard]] QWidget* makeFacts();
    [[nodiscard]] QWidget* makeFactsButtons();
    [[nodiscard]] QWidget* makeKept();
    [[nodiscard]] QWidget* makeDeleteQuestion();
    void chooseFile();

    PageContext m_context;
    FactsModel m_facts;
    ProgressLine* m_progress = nullptr;   // while something runs
    Label* m_progressText = nullptr;
    bool m_asksToForget = false;
    bool m_asksToDelete = false;   // the downloaded facts
};

}   // namespace offramp::ui
