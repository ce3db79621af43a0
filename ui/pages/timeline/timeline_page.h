// TimelinePage: who asks, the drawn axis, the list that says the same, and the picked event with its source.
#pragma once

#include "pages/timeline/timeline_model.h"
#include "shell/page.h"

#include <memory>

class QVBoxLayout;

namespace offramp::ui {

class Card;
class PickList;
class TimeAxis;

class TimelinePage final : public Page {
    Q_OBJECT

public:
    explicit TimelinePage(QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override;
    // Picks the event of that id.
    void showPart(const QString& part) override;

protected:
    void takeState() override;
    void rebuild() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makePeople();
    [[nodiscard]] QWidget* makeAxisCard();
    [[nodiscard]] QWidget* makeListCard();
    void pick(const QString& id);
    void showDetail();
    void fitList();

    TimelineModel m_model;
    // What the model was made of: a session says "changed" far more often than this page does.
    std::shared_ptr<const CheckResult> m_result;
    const Catalog* m_catalog = nullptr;
    QString m_picked;
    bool m_chosen = false;   // by the person; until then the model says where to begin
    QWidget* m_content = nullptr;
    TimeAxis* m_axis = nullptr;
    PickList* m_list = nullptr;
    QWidget* m_listCard = nullptr;
    QVBoxLayout* m_detailPlace = nullptr;
    QWidget* m_detail = nullptr;
};

}   // namespace offramp::ui
