// InfoPage: shows an InfoModel.
#pragma once

#include "pages/info/info_model.h"
#include "shell/page.h"

namespace offramp::ui {

class InfoPage final : public Page {
    Q_OBJECT

public:
    explicit InfoPage(PageId page, QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override { return m_model.title; }

protected:
    void takeState() override;
    void rebuild() override;

private:
    PageId m_page;
    InfoModel m_model;
};

}   // namespace offramp::ui
