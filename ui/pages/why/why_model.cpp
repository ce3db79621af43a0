#include "pages/why/why_model.h"

#include "text/reason_text.h"
#include "text/words.h"

#include <QCoreApplication>

namespace offramp::ui {

namespace {

struct Why {
    Q_DECLARE_TR_FUNCTIONS(Why)
};

}   // namespace

WhyReason whyReason(const Reason& reason)
{
    WhyReason row;
    row.text = reasonText(reason);
    if (reason.source) {
        row.source = sourceNote(*reason.source);
    }
    return row;
}

WhyModel whyModel(const CheckResult& result)
{
    WhyModel model;
    const auto leading = leadingInstallation(result.assessment, result.installations);
    for (const Assessment& assessment : result.assessment.assessments) {
        const Installation& installation = result.installations[assessment.installation];
        WhySection section;
        section.title = QString::fromStdString(titleOf(installation));
        QStringList detail{statusWords(assessment.status).word, confidenceWord(installation.confidence)};
        if (!installation.version.empty()) {
            detail.prepend(Why::tr("Version %1").arg(QString::fromStdString(installation.version)));
        }
        section.detail = detail.join(QStringLiteral(" \u00B7 "));
        for (const Reason& reason : assessment.reasons) {
            section.reasons.append(whyReason(reason));
        }
        for (const Reason& reason : installation.reasons) {
            section.reasons.append(whyReason(reason));
        }
        const bool leads = leading && *leading == assessment.installation;
        model.sections.insert(leads ? 0 : model.sections.size(), section);
    }
    WhySection machine;
    machine.title = Why::tr("This computer as a whole");
    for (const Reason& reason : result.assessment.reasons) {
        machine.reasons.append(whyReason(reason));
    }
    if (!machine.reasons.isEmpty()) {
        model.sections.append(machine);
    }
    return model;
}

}   // namespace offramp::ui
