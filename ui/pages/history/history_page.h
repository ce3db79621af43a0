// HistoryPage: the remembered checks, and their reports to keep.
#pragma once

#include "pages/history/history_model.h"
#include "shell/page.h"

namespace offramp::ui {

class HistoryService;
class RemovalService;

class HistoryPage final : public Page {
    Q_OBJECT

public:
    explicit HistoryPage(const PageContext& context, QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override;
    [[nodiscard]] const HistoryModel& model() const { return m_model; }

    enum class ReportFormat { html, json };
    // Writes the report of one check into `file`; the page says how it went.
    void saveReport(std::int64_t id, ReportFormat format, const QString& file);

protected:
    void takeState() override;
    void rebuild() override;

private:
    void askWhere(std::int64_t id, ReportFormat format);
    [[nodiscard]] QWidget* makeEntry(const HistoryEntry& entry);
    [[nodiscard]] QWidget* makeRemovals();
    [[nodiscard]] QWidget* makeFoot();

    HistoryService* m_history;
    RemovalService* m_removal;
    HistoryModel m_model;
    QString m_said;   // about the last report; may be empty
    bool m_asksToClear = false;
};

}   // namespace offramp::ui
