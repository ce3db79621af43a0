#include "domain/evidence.h"

#include "base/vocabulary.h"

namespace offramp {

namespace {

constexpr Words<OsFamily, 3> osFamilyWords{{
    {OsFamily::windows, "windows"},
    {OsFamily::linux, "linux"},
    {OsFamily::macos, "macos"},
}};

constexpr Words<EvidenceKind, 24> evidenceKindWords{{
    {EvidenceKind::program, "program"},
    {EvidenceKind::msiProduct, "msiProduct"},
    {EvidenceKind::storeApp, "storeApp"},
    {EvidenceKind::securityProduct, "securityProduct"},
    {EvidenceKind::service, "service"},
    {EvidenceKind::driver, "driver"},
    {EvidenceKind::classFilter, "classFilter"},
    {EvidenceKind::networkAdapter, "networkAdapter"},
    {EvidenceKind::networkFilter, "networkFilter"},
    {EvidenceKind::registryKey, "registryKey"},
    {EvidenceKind::folder, "folder"},
    {EvidenceKind::file, "file"},
    {EvidenceKind::rootCertificate, "rootCertificate"},
    {EvidenceKind::browserExtension, "browserExtension"},
    {EvidenceKind::nativeMessagingHost, "nativeMessagingHost"},
    {EvidenceKind::scheduledTask, "scheduledTask"},
    {EvidenceKind::process, "process"},
    {EvidenceKind::package, "package"},
    {EvidenceKind::systemdUnit, "systemdUnit"},
    {EvidenceKind::app, "app"},
    {EvidenceKind::receipt, "receipt"},
    {EvidenceKind::launchItem, "launchItem"},
    {EvidenceKind::systemExtension, "systemExtension"},
    {EvidenceKind::kernelExtension, "kernelExtension"},
}};

constexpr Words<SourceKind, 21> sourceKindWords{{
    {SourceKind::windowsPrograms, "windowsPrograms"},
    {SourceKind::windowsInstaller, "windowsInstaller"},
    {SourceKind::windowsStoreApps, "windowsStoreApps"},
    {SourceKind::windowsServices, "windowsServices"},
    {SourceKind::windowsFilters, "windowsFilters"},
    {SourceKind::kasperskyKeys, "kasperskyKeys"},
    {SourceKind::securityCenter, "securityCenter"},
    {SourceKind::rootCertificates, "rootCertificates"},
    {SourceKind::browserExtensions, "browserExtensions"},
    {SourceKind::scheduledTasks, "scheduledTasks"},
    {SourceKind::knownFolders, "knownFolders"},
    {SourceKind::processes, "processes"},
    {SourceKind::dpkg, "dpkg"},
    {SourceKind::rpm, "rpm"},
    {SourceKind::pacman, "pacman"},
    {SourceKind::unpackagedFolders, "unpackagedFolders"},
    {SourceKind::systemdUnits, "systemdUnits"},
    {SourceKind::macApps, "macApps"},
    {SourceKind::macReceipts, "macReceipts"},
    {SourceKind::launchItems, "launchItems"},
    {SourceKind::macExtensions, "macExtensions"},
}};

constexpr Words<Scope, 2> scopeWords{{
    {Scope::machine, "machine"},
    {Scope::user, "user"},
}};

constexpr Words<Presence, 3> presenceWords{{
    {Presence::unknown, "unknown"},
    {Presence::present, "present"},
    {Presence::absent, "absent"},
}};

constexpr Words<PackageState, 6> packageStateWords{{
    {PackageState::none, "none"},
    {PackageState::installed, "installed"},
    {PackageState::held, "held"},
    {PackageState::configFiles, "configFiles"},
    {PackageState::halfInstalled, "halfInstalled"},
    {PackageState::unpacked, "unpacked"},
}};

constexpr Words<Coverage, 4> coverageWords{{
    {Coverage::complete, "complete"},
    {Coverage::partial, "partial"},
    {Coverage::denied, "denied"},
    {Coverage::notApplicable, "notApplicable"},
}};

}   // namespace

std::string_view toString(OsFamily family)
{
    return wordFor(osFamilyWords, family);
}

std::optional<OsFamily> osFamilyFromString(std::string_view word)
{
    return valueFor(osFamilyWords, word);
}

std::string_view toString(EvidenceKind kind)
{
    return wordFor(evidenceKindWords, kind);
}

std::optional<EvidenceKind> evidenceKindFromString(std::string_view word)
{
    return valueFor(evidenceKindWords, word);
}

std::string_view toString(SourceKind kind)
{
    return wordFor(sourceKindWords, kind);
}

std::optional<SourceKind> sourceKindFromString(std::string_view word)
{
    return valueFor(sourceKindWords, word);
}

std::string_view toString(Scope value)
{
    return wordFor(scopeWords, value);
}

std::string_view toString(Presence value)
{
    return wordFor(presenceWords, value);
}

std::string_view toString(PackageState value)
{
    return wordFor(packageStateWords, value);
}

std::string_view toString(Coverage value)
{
    return wordFor(coverageWords, value);
}

bool listsPrograms(SourceKind kind)
{
    switch (kind) {
    case SourceKind::windowsPrograms:
    case SourceKind::dpkg:
    case SourceKind::rpm:
    case SourceKind::pacman:
    case SourceKind::macApps: return true;
    default: return false;
    }
}

bool HostSnapshot::isConclusive() const
{
    // A system whose programs no source can list is one we know nothing about, however much else was read.
    bool programsListed = false;
    for (const SourceReport& report : reports) {
        if (report.weight != Weight::essential || report.coverage == Coverage::notApplicable) {
            continue;
        }
        programsListed = programsListed || listsPrograms(report.source);
        // A signed-out person's programs are a stated gap, not a reason to know nothing about the machine.
        const bool wholeMachineRead = report.coverage == Coverage::complete
                                      || (report.coverage == Coverage::partial && report.machinePartComplete);
        if (!wholeMachineRead) {
            return false;
        }
    }
    return programsListed;
}

}   // namespace offramp
