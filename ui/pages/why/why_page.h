// WhyPage: every reason behind the answer, each with its source and how well it is verified.
#pragma once

#include "domain/assessment.h"
#include "session/session.h"
#include "shell/page.h"

#include <QString>
#include <optional>

namespace offramp::ui {

struct WhyReason {
    QString text;
    QString source;   // "89 FR 52434 · read at the source"; empty when it was observed here
    std::optional<VerificationMark> mark;
    QString address;         // where it was read
    bool official = false;   // may be opened from the app
};

struct WhySection {
    QString title;
    QString detail;   // "Version 21.3"
    QList<WhyReason> reasons;
};

struct WhyModel {
    QList<WhySection> sections;   // the machine as a whole is last
};

[[nodiscard]] WhyModel whyModel(const CheckResult& result);

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
