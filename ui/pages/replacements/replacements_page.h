// ReplacementsPage: cards of the ranked replacements, with what each covers and what is not known of it.
#pragma once

#include "pages/replacements/replacements_model.h"
#include "widgets/scroll_page.h"

namespace offramp::ui {

class ReplacementsPage final : public ScrollPage {
    Q_OBJECT

public:
    explicit ReplacementsPage(QWidget* parent = nullptr);
    void setModel(const ReplacementsModel& model);
    void rebuild();

private:
    ReplacementsModel m_model;
};

}   // namespace offramp::ui
