#include "pages/why/why_page.h"

#include "text/reason_text.h"
#include "text/words.h"

#include <QCoreApplication>
#include <QUrl>
#include <algorithm>

namespace offramp::ui {

namespace {

struct Why {
    Q_DECLARE_TR_FUNCTIONS(Why)
};

WhyReason reasonRow(const Reason& reason)
{
    WhyReason row;
    row.text = reasonText(reason);
    if (reason.source) {
        row.source = sourceText(*reason.source, Citation::full);
        row.mark = markOf(reason.source->verification);
        row.address = QString::fromStdString(reason.source->url);
        row.official = isOfficialPage(QUrl(row.address, QUrl::StrictMode));
    }
    return row;
}

}   // namespace

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
            section.reasons.append(reasonRow(reason));
        }
        for (const Reason& reason : installation.reasons) {
            section.reasons.append(reasonRow(reason));
        }
        const bool leads = leading && *leading == assessment.installation;
        model.sections.insert(leads ? 0 : model.sections.size(), section);
    }
    WhySection machine;
    machine.title = Why::tr("This computer as a whole");
    for (const Reason& reason : result.assessment.reasons) {
        machine.reasons.append(reasonRow(reason));
    }
    if (!machine.reasons.isEmpty()) {
        model.sections.append(machine);
    }
    return model;
}

}   // namespace offramp::ui
