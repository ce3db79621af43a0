// The reading function of every source. Each is defined in the file of the same name.
#pragma once

#include "inventory/source.h"

namespace offramp::sources {

// Windows
[[nodiscard]] SourceReport readWindowsPrograms(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readWindowsInstaller(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readWindowsStoreApps(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readWindowsServices(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readWindowsFilters(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readKasperskyKeys(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readSecurityCenter(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readRootCertificates(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readScheduledTasks(const Host& host, std::stop_token stop);

// Every system
[[nodiscard]] SourceReport readBrowserExtensions(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readKnownFolders(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readProcesses(const Host& host, std::stop_token stop);

// Linux
[[nodiscard]] SourceReport readDpkg(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readRpm(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readPacman(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readUnpackagedFolders(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readSystemdUnits(const Host& host, std::stop_token stop);

// macOS
[[nodiscard]] SourceReport readMacApps(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readMacReceipts(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readLaunchItems(const Host& host, std::stop_token stop);
[[nodiscard]] SourceReport readMacExtensions(const Host& host, std::stop_token stop);

}   // namespace offramp::sources
