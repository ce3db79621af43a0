// WhyModel: every reason behind the answer, each with its source and how well that is verified, without widgets.
#pragma once

#include "session/session.h"
#include "widgets/source_note.h"

#include <QList>
#include <QString>
#include <optional>

namespace offramp::ui {

struct WhyReason {
    QString text;
    std::optional<SourceNoteContent> source;   // empty when it was observed here
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
[[nodiscard]] WhyReason whyReason(const Reason& reason);

}   // namespace offramp::ui
