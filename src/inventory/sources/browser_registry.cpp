#include "inventory/sources/browser_registry.h"

#include "base/text.h"
#include "inventory/sources/registry_reading.h"
#include "inventory/sources/windows_paths.h"

#include <array>
#include <utility>

namespace offramp::sources {

namespace {

// Below SOFTWARE. Each child names an extension that the browser installs by itself.
constexpr std::array<std::string_view, 4> extensionKeys{R"(Google\Chrome\Extensions)", R"(Microsoft\Edge\Extensions)",
                                                        R"(BraveSoftware\Brave-Browser\Extensions)",
                                                        R"(Chromium\Extensions)"};
// Values are "id;address", installed for everybody and not removable by hand.
constexpr std::array<std::string_view, 4> forceLists{
    R"(Policies\Google\Chrome\ExtensionInstallForcelist)", R"(Policies\Microsoft\Edge\ExtensionInstallForcelist)",
    R"(Policies\BraveSoftware\Brave\ExtensionInstallForcelist)", R"(Policies\Chromium\ExtensionInstallForcelist)"};
// Value names are ids, values paths.
constexpr std::array<std::string_view, 1> firefoxKeys{R"(Mozilla\Firefox\Extensions)"};
// Each child names a host; its default value is the manifest's path.
constexpr std::array<std::string_view, 4> hostKeys{
    R"(Google\Chrome\NativeMessagingHosts)", R"(Microsoft\Edge\NativeMessagingHosts)",
    R"(Mozilla\NativeMessagingHosts)", R"(Chromium\NativeMessagingHosts)"};

class BrowserKeys {
public:
    BrowserKeys(const Host& host, ReportBuilder& report, const std::stop_token& stop)
        : m_host(host), m_report(report), m_stop(stop), m_windows(windowsFolder(host))
    {}

    void read(const RegistryKey& software, Scope scope, const std::string& account)
    {
        const Registry& registry = m_host.registry();
        for (const std::string_view place : extensionKeys) {
            visitSubkeys(registry, software.child(place), m_report, m_stop,
                         [&](const std::string& name, const RegistryKey& key, const RegistryValues& values) {
                             Evidence seen = make(EvidenceKind::browserExtension, name, key, scope, account);
                             seen.version = values.text("version");
                             setLocation(seen, values.text("path"));
                             m_report.add(std::move(seen));
                         });
        }
        for (const std::string_view place : hostKeys) {
            visitSubkeys(registry, software.child(place), m_report, m_stop,
                         [&](const std::string& name, const RegistryKey& key, const RegistryValues& values) {
                             Evidence seen = make(EvidenceKind::nativeMessagingHost, name, key, scope, account);
                             setLocation(seen, values.text(""));
                             m_report.add(std::move(seen));
                         });
        }
        for (const std::string_view place : forceLists) {
            const RegistryKey key = software.child(place);
            if (const std::optional<RegistryValues> values = readValues(registry, key, m_report)) {
                for (const RegistryValue& value : values->all()) {
                    const std::string entry = textOf(value);
                    const std::string id = entry.substr(0, entry.find(';'));
                    if (!id.empty()) {
                        m_report.add(make(EvidenceKind::browserExtension, id, key, scope, account));
                    }
                }
            }
        }
        for (const std::string_view place : firefoxKeys) {
            const RegistryKey key = software.child(place);
            if (const std::optional<RegistryValues> values = readValues(registry, key, m_report)) {
                for (const RegistryValue& value : values->all()) {
                    Evidence seen = make(EvidenceKind::browserExtension, value.name, key, scope, account);
                    setLocation(seen, textOf(value));
                    m_report.add(std::move(seen));
                }
            }
        }
    }

private:
    static Evidence make(EvidenceKind kind, const std::string& id, const RegistryKey& key, Scope scope,
                         const std::string& account)
    {
        Evidence seen;
        seen.kind = kind;
        seen.source = SourceKind::browserExtensions;
        seen.id = id;
        seen.readFrom = key.display();
        seen.scope = scope;
        seen.account = account;
        return seen;
    }
    void setLocation(Evidence& seen, std::string location) const
    {
        seen.location = std::move(location);
        seen.presence = presenceOf(m_host.files(), absolutePath(seen.location, m_windows));
    }

    const Host& m_host;
    ReportBuilder& m_report;
    const std::stop_token& m_stop;
    std::string m_windows;
};

}   // namespace

void readBrowserRegistry(const Host& host, ReportBuilder& report, const std::stop_token& stop)
{
    reportDamage(host.registry(), report);
    BrowserKeys keys(host, report, stop);
    for (const RegistryView view : {RegistryView::native64, RegistryView::wow32}) {
        keys.read(machineKey("SOFTWARE", view), Scope::machine, {});
    }
    for (const UserHive& hive : loadedHives(host.registry(), report, SignedOutUsers::areSkipped)) {
        keys.read(userKey(hive, "Software"), Scope::user, hive.sid);
    }
}

}   // namespace offramp::sources
