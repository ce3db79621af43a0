// What an uninstaller left behind, in three groups by what it still does.
#include "pages/overview/overview_model.h"

#include "text/evidence_text.h"
#include "text/format.h"
#include "text/words.h"

#include <QCoreApplication>
#include <array>

namespace offramp::ui {

namespace {

struct Overview {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

enum class Effect { loads, worthRemoving, harmless };

Effect effectOf(const Evidence& evidence)
{
    switch (evidence.kind) {
    case EvidenceKind::service:
    case EvidenceKind::driver:
    case EvidenceKind::classFilter:
    case EvidenceKind::networkAdapter:
    case EvidenceKind::networkFilter:
    case EvidenceKind::scheduledTask:
    case EvidenceKind::process:
    case EvidenceKind::systemdUnit:
    case EvidenceKind::launchItem:
    case EvidenceKind::systemExtension:
    case EvidenceKind::kernelExtension: return Effect::loads;
    case EvidenceKind::package:
        return evidence.packageState == PackageState::configFiles ? Effect::harmless : Effect::worthRemoving;
    case EvidenceKind::program:
    case EvidenceKind::msiProduct:
    case EvidenceKind::storeApp:
    case EvidenceKind::securityProduct:
    case EvidenceKind::rootCertificate:
    case EvidenceKind::browserExtension:
    case EvidenceKind::nativeMessagingHost:
    case EvidenceKind::app: return Effect::worthRemoving;
    case EvidenceKind::registryKey:
    case EvidenceKind::folder:
    case EvidenceKind::file:
    case EvidenceKind::receipt: return Effect::harmless;
    }
    return Effect::worthRemoving;
}

}   // namespace

QList<TraceGroup> traceGroups(const CheckResult& result)
{
    const QString system = systemName(result.snapshot.machine.os);
    std::array<TraceGroup, 3> groups;
    groups[0].title = Overview::tr("Still load with %1").arg(system);
    groups[1].title = Overview::tr("Worth removing");
    groups[2].title = Overview::tr("Harmless");
    groups[2].folded = true;
    std::array<QStringList, 3> kinds;
    for (const Installation& installation : result.installations) {
        if (installation.state != InstallationState::leftover) {
            continue;
        }
        for (const MatchedEvidence& matched : installation.evidence) {
            const auto group = static_cast<std::size_t>(effectOf(matched.evidence));
            TraceRow row;
            row.icon = kindIcon(matched.evidence.kind);
            row.title = kindTitle(matched.evidence.kind);
            row.caption = evidenceName(matched.evidence);
            row.confidence = matched.strength;
            groups[group].rows.append(row);
            if (!kinds[group].contains(row.title.toLower())) {
                kinds[group].append(row.title.toLower());
            }
        }
    }
    QList<TraceGroup> filled;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (!groups[i].rows.isEmpty()) {
            groups[i].hint = joined(kinds[i]);
            filled.append(groups[i]);
        }
    }
    // A single group has nothing to hide behind.
    if (filled.size() == 1) {
        filled.front().folded = false;
    }
    return filled;
}

}   // namespace offramp::ui
