// What an uninstaller left behind, in three groups by what it still does.
#include "pages/overview/overview_model.h"

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

// What tells this thing from others of its kind.
QString captionOf(const Evidence& evidence)
{
    const QString name = QString::fromStdString(evidence.name);
    const QString id = QString::fromStdString(evidence.id);
    QString location = QString::fromStdString(evidence.location);
    if (location.startsWith(QLatin1String("\\??\\"))) {
        location.remove(0, 4);   // how the kernel writes a path
    }
    const bool isPlace = evidence.kind == EvidenceKind::folder || evidence.kind == EvidenceKind::file
                         || evidence.kind == EvidenceKind::registryKey;
    if (isPlace) {
        const QString place = location.isEmpty() ? QString::fromStdString(evidence.readFrom) : location;
        return place.isEmpty() ? id : place;
    }
    bool onlyDigits = false;
    static_cast<void>(id.toInt(&onlyDigits));
    if (!name.isEmpty() && !id.isEmpty() && !onlyDigits && name != id && id.size() <= 24) {
        return QStringLiteral("%1 (%2)").arg(name, id);
    }
    // A name that only repeats the id tells less than where the thing is.
    if (!location.isEmpty() && (name.isEmpty() || name == id)) {
        return location;
    }
    return !name.isEmpty() ? name : id;
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
            row.caption = captionOf(matched.evidence);
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
