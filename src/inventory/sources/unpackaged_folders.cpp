// Folders of software that brings its own installation: /opt, /var/opt and /etc/opt of the Filesystem Hierarchy
// Standard, and Kaspersky's logs. They outlive a removed package.
#include "base/text.h"
#include "inventory/report_builder.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/unix_places.h"

#include <array>

namespace offramp::sources {

namespace {

constexpr std::string_view vendorFolder = "kaspersky";
constexpr std::array<std::string_view, 3> addOnFolders{"/opt", "/var/opt", "/etc/opt"};
constexpr std::string_view logFolder = "/var/log/kaspersky";

void addEntry(const std::string& path, const DirectoryEntry& entry, ReportBuilder& builder)
{
    Evidence evidence;
    evidence.kind = entry.directory ? EvidenceKind::folder : EvidenceKind::file;
    evidence.source = SourceKind::unpackagedFolders;
    evidence.id = asUtf8(path);
    evidence.name = asUtf8(entry.name);
    evidence.location = evidence.id;
    evidence.readFrom = evidence.id;
    evidence.presence = Presence::present;
    builder.add(std::move(evidence));
}

enum class Depth { childrenOfAll, childrenOfVendor };

void readFolder(const Host& host, std::string_view folder, Depth depth, ReportBuilder& builder, std::stop_token stop)
{
    for (const DirectoryEntry& entry : machineEntries(host, folder, builder)) {
        if (stop.stop_requested()) {
            builder.stopped();
            return;
        }
        const std::string path = joinPath(folder, entry.name);
        addEntry(path, entry, builder);
        if (entry.directory && depth == Depth::childrenOfAll && text::equalsFolded(entry.name, vendorFolder)) {
            readFolder(host, path, Depth::childrenOfVendor, builder, stop);
        }
    }
}

}   // namespace

SourceReport readUnpackagedFolders(const Host& host, std::stop_token stop)
{
    ReportBuilder builder(SourceKind::unpackagedFolders);
    for (const std::string_view folder : addOnFolders) {
        readFolder(host, folder, Depth::childrenOfAll, builder, stop);
    }
    if (const auto logs = host.files().status(logFolder); logs && logs->directory) {
        addEntry(std::string(logFolder), DirectoryEntry{std::string(vendorFolder), true, false}, builder);
        readFolder(host, logFolder, Depth::childrenOfVendor, builder, stop);
    } else if (!logs) {
        builder.failed(logs.error());
    }
    // A system without these folders simply has nothing in them.
    return builder.finish(Coverage::complete);
}

}   // namespace offramp::sources
