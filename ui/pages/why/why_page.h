// WhyPage: every reason behind the answer, each with its source and how well it is verified.
#pragma once

#include "pages/why/why_model.h"
#include "shell/page.h"

namespace offramp::ui {

class WhyPage final : public Page {
    Q_OBJECT

public:
    explicit WhyPage(QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override;

protected:
    void takeState() override;
    void rebuild() override;

private:
    WhyModel m_model;
};

}   // namespace offramp::ui
