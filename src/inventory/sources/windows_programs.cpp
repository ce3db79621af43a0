#include "inventory/sources/windows_programs.h"

#include "base/text.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/uninstall_string.h"
#include "inventory/sources/windows_paths.h"

#include <utility>

namespace offramp::sources {

namespace {

constexpr std::string_view uninstallPath = R"(SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall)";

// The name of an entry that stands for a Windows Installer product inside a setup bundle.
constexpr std::string_view bundlePrefix = "InstallWIX_";

std::string versionOf(const RegistryValues& values)
{
    if (std::string version = values.text("DisplayVersion"); !version.empty()) {
        return version;
    }
    const std::string major = values.text("VersionMajor");
    const std::string minor = values.text("VersionMinor");
    return major.empty() ? std::string{} : minor.empty() ? major : major + "." + minor;
}

std::optional<UninstallReference> uninstallOf(const std::string& keyName, const RegistryValues& values, Scope scope)
{
    std::string command = values.text("UninstallString");
    if (command.empty()) {
        command = values.text("QuietUninstallString");
    }
    UninstallReference reference;
    reference.userWritable = scope == Scope::user;
    const std::optional<UninstallCommand> decoded = decodeUninstallString(command);
    const bool installer = values.number("WindowsInstaller").value_or(0) == 1;
    if (decoded && !decoded->productCode.empty()) {
        reference.kind = UninstallReference::Kind::msiProduct;
        reference.value = decoded->productCode;
    } else if (installer && !guidFrom(keyName).empty()) {
        reference.kind = UninstallReference::Kind::msiProduct;
        reference.value = guidFrom(keyName);
    } else if (!command.empty()) {
        reference.value = command;
    } else {
        return std::nullopt;
    }
    return reference;
}

}   // namespace

Evidence decodeUninstallEntry(const std::string& keyName, const RegistryValues& values, Scope scope)
{
    Evidence entry;
    entry.kind = EvidenceKind::program;
    entry.source = SourceKind::windowsPrograms;
    entry.id = keyName;
    entry.name = values.text("DisplayName");
    if (entry.name.empty()) {
        entry.name = values.text("QuietDisplayName");
    }
    // Windows itself lists only entries with a name that are neither parts of the system nor of another entry.
    entry.hidden = entry.name.empty() || values.number("SystemComponent").value_or(0) == 1
                   || !values.text("ParentKeyName").empty();
    if (entry.name.empty()) {
        entry.name = keyName;
    }
    entry.version = versionOf(values);
    entry.publisher = values.text("Publisher");
    entry.location = values.text("InstallLocation");
    entry.scope = scope;
    entry.installedOn = installDay(values.text("InstallDate"));
    entry.uninstall = uninstallOf(keyName, values, scope);
    if (text::startsWithFolded(keyName, bundlePrefix)) {
        entry.wraps = guidFrom(std::string_view(keyName).substr(bundlePrefix.size()));
    }
    return entry;
}

SourceReport readWindowsPrograms(const Host& host, std::stop_token stop)
{
    ReportBuilder report(SourceKind::windowsPrograms);
    const Registry& registry = host.registry();
    const std::string windows = windowsFolder(host);
    reportDamage(registry, report);

    const auto readList = [&](const RegistryKey& list, Scope scope, const std::string& account) {
        visitSubkeys(registry, list, report, stop,
                     [&](const std::string& name, const RegistryKey& key, const RegistryValues& values) {
                         Evidence entry = decodeUninstallEntry(name, values, scope);
                         entry.readFrom = key.display();
                         entry.account = account;
                         entry.presence = presenceOf(host.files(), absolutePath(entry.location, windows));
                         report.add(std::move(entry));
                     });
    };
    for (const RegistryView view : {RegistryView::native64, RegistryView::wow32}) {
        readList(machineKey(uninstallPath, view), Scope::machine, {});
    }
    for (const UserHive& hive : loadedHives(registry, report, SignedOutUsers::areAFault)) {
        // Both halves exist side by side in a person's tree; Windows shows them under one name or under two.
        readList(userKey(hive, R"(Software\Microsoft\Windows\CurrentVersion\Uninstall)"), Scope::user, hive.sid);
        readList(userKey(hive, R"(Software\Wow6432Node\Microsoft\Windows\CurrentVersion\Uninstall)"), Scope::user,
                 hive.sid);
    }
    return report.finish(Coverage::complete);
}

}   // namespace offramp::sources
