// ReplacementsPage: cards of the ranked replacements, with what each covers and what is not known of it.
#pragma once

#include "pages/replacements/replacements_model.h"
#include "shell/page.h"

namespace offramp::ui {

class ReplacementsPage final : public Page {
    Q_OBJECT

public:
    explicit ReplacementsPage(QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override;

protected:
    void takeState() override;
    void rebuild() override;

private:
    ReplacementsModel m_model;
};

}   // namespace offramp::ui
