// Applications of macOS: /Applications and everybody's own Applications folder.
#include "base/text.h"
#include "inventory/report_builder.h"
#include "inventory/sources/mac_bundle.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/unix_places.h"

namespace offramp::sources {

namespace {

constexpr std::string_view machineFolder = "/Applications";
constexpr std::string_view applicationsOfHome = "Applications";
// Folders of applications stand one level below; "….localized" folders hold those of virtual machines.
constexpr int deepestFolder = 1;
constexpr int deepestLocalizedFolder = 3;

class AppReader {
public:
    AppReader(const Host& host, std::stop_token stop, ReportBuilder& builder)
        : m_host(host), m_stop(std::move(stop)), m_builder(builder)
    {}

    void readMachine() { readFolder(std::string(machineFolder), 0); }

    void readHome(std::string_view home)
    {
        m_account = lastPart(home);
        readFolder(joinPath(home, applicationsOfHome), 0);
        m_account.clear();
    }

private:
    void readFolder(const std::string& folder, int depth)
    {
        const auto entries = m_host.files().list(folder);
        if (!entries) {
            report(entries.error());
            return;
        }
        m_builder.read(entries->size());
        for (const DirectoryEntry& entry : *entries) {
            if (m_stop.stop_requested()) {
                m_builder.stopped();
                return;
            }
            if (!entry.directory) {
                continue;
            }
            if (hasSuffix(entry.name, ".app")) {
                readApp(joinPath(folder, entry.name), entry.name);
                continue;
            }
            // A link would lead out of the folder or round in a circle.
            const int deepest = hasSuffix(entry.name, ".localized") ? deepestLocalizedFolder : deepestFolder;
            if (!entry.link && depth < deepest) {
                readFolder(joinPath(folder, entry.name), depth + 1);
            }
        }
    }

    void readApp(const std::string& path, std::string_view folderName)
    {
        Evidence evidence;
        evidence.kind = EvidenceKind::app;
        evidence.source = SourceKind::macApps;
        evidence.name = asUtf8(withoutExtension(folderName));
        evidence.location = asUtf8(path);
        evidence.readFrom = evidence.location;
        evidence.scope = m_account.empty() ? Scope::machine : Scope::user;
        evidence.account = asUtf8(m_account);
        evidence.presence = Presence::present;
        if (auto bundle = readMacBundle(m_host, path)) {
            evidence.id = std::move(bundle->identifier);
            evidence.version = std::move(bundle->version);
            evidence.publisher = std::move(bundle->publisher);
            if (!bundle->name.empty()) {
                evidence.name = std::move(bundle->name);
            }
        } else {
            report(bundle.error());
        }
        m_builder.add(std::move(evidence));
    }

    void report(const Error& error)
    {
        if (m_account.empty()) {
            m_builder.failed(error);
        } else {
            m_builder.failedForUser(error);
        }
    }

    const Host& m_host;
    std::stop_token m_stop;
    ReportBuilder& m_builder;
    std::string m_account;   // empty while the machine's own folder is read
};

}   // namespace

SourceReport readMacApps(const Host& host, std::stop_token stop)
{
    ReportBuilder builder(SourceKind::macApps);
    AppReader reader(host, stop, builder);
    reader.readMachine();
    if (const auto homes = host.homeFolders()) {
        for (const std::string& home : *homes) {
            reader.readHome(home);
        }
    } else {
        builder.failedForUser(homes.error());
    }
    return builder.finish(Coverage::complete);
}

}   // namespace offramp::sources
