// Every source once: what it reads, on which system, and how much it weighs.
#include "inventory/sources/sources.h"

#include <array>

namespace offramp {

namespace {

using enum OsFamily;
using enum Weight;

constexpr Source everywhere(OsFamily os, SourceKind kind, SourceReport (*read)(const Host&, std::stop_token))
{
    return Source{kind, os, supporting, read};
}

constexpr std::array<Source, 27> sourceTable{{
    {SourceKind::windowsPrograms, windows, essential, sources::readWindowsPrograms},
    {SourceKind::windowsServices, windows, essential, sources::readWindowsServices},
    {SourceKind::windowsInstaller, windows, supporting, sources::readWindowsInstaller},
    {SourceKind::windowsStoreApps, windows, supporting, sources::readWindowsStoreApps},
    {SourceKind::windowsFilters, windows, supporting, sources::readWindowsFilters},
    {SourceKind::kasperskyKeys, windows, supporting, sources::readKasperskyKeys},
    {SourceKind::securityCenter, windows, supporting, sources::readSecurityCenter},
    {SourceKind::rootCertificates, windows, supporting, sources::readRootCertificates},
    {SourceKind::scheduledTasks, windows, supporting, sources::readScheduledTasks},
    everywhere(windows, SourceKind::browserExtensions, sources::readBrowserExtensions),
    everywhere(windows, SourceKind::knownFolders, sources::readKnownFolders),
    everywhere(windows, SourceKind::processes, sources::readProcesses),

    {SourceKind::dpkg, linux, essential, sources::readDpkg},
    {SourceKind::rpm, linux, essential, sources::readRpm},
    {SourceKind::pacman, linux, essential, sources::readPacman},
    {SourceKind::unpackagedFolders, linux, essential, sources::readUnpackagedFolders},
    {SourceKind::systemdUnits, linux, essential, sources::readSystemdUnits},
    everywhere(linux, SourceKind::browserExtensions, sources::readBrowserExtensions),
    everywhere(linux, SourceKind::knownFolders, sources::readKnownFolders),
    everywhere(linux, SourceKind::processes, sources::readProcesses),

    {SourceKind::macApps, macos, essential, sources::readMacApps},
    {SourceKind::launchItems, macos, essential, sources::readLaunchItems},
    {SourceKind::macReceipts, macos, supporting, sources::readMacReceipts},
    {SourceKind::macExtensions, macos, supporting, sources::readMacExtensions},
    everywhere(macos, SourceKind::browserExtensions, sources::readBrowserExtensions),
    everywhere(macos, SourceKind::knownFolders, sources::readKnownFolders),
    everywhere(macos, SourceKind::processes, sources::readProcesses),
}};

}   // namespace

std::span<const Source> allSources()
{
    return sourceTable;
}

}   // namespace offramp
