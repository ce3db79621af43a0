// RemovalPage: the guided removal. Shows where the session of RemovalService stands, and hands it what the person
// decides. It takes the whole window.
#pragma once

#include "bridge/removal_service.h"
#include "pages/removal/removal_views.h"
#include "shell/page.h"
#include "shell/save_file.h"

#include <QTimer>

namespace offramp::ui {

class RemovalPage final : public Page {
    Q_OBJECT

public:
    RemovalPage(const PageContext& context, WizardChoices::Goal goal, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool wantsWholeWindow() const override { return true; }
    // What stands above and below wraps; between them it scrolls, so any height will do.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    // "rehearsal"; "resume" goes on with what is unfinished; "removal-7" shows an earlier one; otherwise what there is
    // to do.
    void showPart(const QString& part) override;
    void leave() override;

    [[nodiscard]] const WizardFrame& frame() const { return m_frame; }

    // What the file dialogs lead to; how it went is said on the page.
    void saveReport(FileKind kind, const QString& file);
    void savePlan(const QString& file);
    void savePageForAdministrator(const QString& file);
    void readVaultExport(const QString& file);

protected:
    void takeState() override;
    void rebuild() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    // What is shown, to tell whether something else has to be.
    struct Content {
        std::optional<GuardsModel> guards;
        std::optional<ProtectionModel> protection;
        std::optional<PlanModel> plan;
        std::optional<WorkModel> progress;
        std::optional<RestartModel> restart;
        std::optional<CheckModel> check;
        std::optional<DoneModel> done;
        QStringList message;
        QString said;

        [[nodiscard]] bool saysTheSame(const Content& other) const;
    };

    void begin();
    void refresh();
    void follow(const RemovalState& state);
    [[nodiscard]] Content contentOf(const RemovalState& state) const;
    [[nodiscard]] DoneModel doneOf(const RemovalState& state) const;
    [[nodiscard]] QWidget* makeMessage();
    [[nodiscard]] QWidget* makeContent();
    [[nodiscard]] WizardSink sink();
    void act(WizardAction action);
    void actOnWork(WizardAction action, RemovalSession& session);
    void next(RemovalSession& session);
    void leaveLeftovers(RemovalSession& session);
    void moveLeftovers(RemovalSession& session);
    void settle(GuardId guard, bool settled);
    void changeWishes(const std::function<void(PlanWishes&)>& change);
    void wish(const std::string& product, ProductFate::Change change, bool on);
    void chooseLeftover(const QString& id, bool on);
    void askForVaultFile();
    void askAndSave(const QString& title, const QString& name, FileKind kind,
                    const std::function<void(const QString& file)>& write);
    void askForReport(FileKind kind);
    void save(const QString& file, const QByteArray& bytes);
    void forgetChoices();
    void say(const QString& text);
    void finish();
    [[nodiscard]] RemovalSession* session() const;

    RemovalService& m_service;
    WizardChoices::Goal m_goal;
    WizardChoices m_choices;
    WizardFrame m_frame;
    Content m_content;
    ProgressWidgets m_progress;
    QTimer m_clock;   // while the gap grows and the page is seen
    std::pair<ProtectionGap::State, std::chrono::seconds> m_gapRead{ProtectionGap::State::none, 0};
    std::chrono::steady_clock::time_point m_gapReadAt;
    std::chrono::seconds m_gapAge{0};
    bool m_active = false;   // somebody came here and has not left
    std::shared_ptr<const CheckResult> m_preparedFor;
    bool m_goesOnWhenUp = false;             // as soon as the session knows where it is
    std::optional<std::int64_t> m_earlier;   // to be opened then
    std::optional<RemovalState> m_removal;   // how it ended, before leftovers were moved
    QString m_said;                          // about the newest file
};

}   // namespace offramp::ui
