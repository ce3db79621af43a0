// InfoPage: shows an InfoModel.
#pragma once

#include "pages/info/info_model.h"
#include "widgets/scroll_page.h"

namespace offramp::ui {

enum class BackLink { none, shown };

class InfoPage final : public ScrollPage {
    Q_OBJECT

public:
    explicit InfoPage(QWidget* parent = nullptr);
    void setModel(const InfoModel& model, BackLink back);
    void rebuild();

signals:
    void backRequested();

private:
    InfoModel m_model;
    BackLink m_back = BackLink::none;
};

}   // namespace offramp::ui
