// ReplacementsPage: wishes at the side, cards ranked by them, and up to three laid side by side.
#pragma once

#include "pages/replacements/replacements_model.h"
#include "shell/page.h"

#include <QSet>

class QVBoxLayout;

namespace offramp::ui {

class ReplacementsPage final : public Page {
    Q_OBJECT

public:
    explicit ReplacementsPage(QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override;
    [[nodiscard]] const ReplacementsModel& model() const { return m_model; }
    // "compare" shows what was picked side by side.
    void showPart(const QString& part) override;

protected:
    void takeState() override;
    void rebuild() override;

private:
    enum class View { list, comparison };

    void refresh();
    void setFeature(const std::string& id, bool on);
    void setPlatform(const std::string& id, bool on);
    void setCompared(const QString& id, bool on);
    void setView(View view);
    [[nodiscard]] QWidget* makeHead() const;
    [[nodiscard]] QWidget* makeFilters();
    [[nodiscard]] QWidget* makeWishes();
    [[nodiscard]] QWidget* makeLimits();
    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] QWidget* makeTray();

    ReplacementsModel m_model;
    ReplacementWishes m_wishes;
    std::vector<std::string> m_had;   // what the wishes were begun from
    bool m_begun = false;
    QStringList m_picked;
    QSet<QString> m_open;   // cards whose details are shown
    View m_view = View::list;
};

}   // namespace offramp::ui
