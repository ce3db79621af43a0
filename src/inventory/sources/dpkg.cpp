// Packages of Debian, Ubuntu and their relatives, and of images that keep one file per package (status.d).
//
// The database is read directly: asking dpkg-query takes ten times as long and starts a program.
#include "inventory/report_builder.h"
#include "inventory/sources/dpkg_status.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/unix_places.h"

namespace offramp::sources {

namespace {

constexpr std::string_view statusFile = "/var/lib/dpkg/status";
constexpr std::string_view statusFolder = "/var/lib/dpkg/status.d";
constexpr std::size_t statusLimit = 64u << 20;
constexpr std::size_t singleLimit = 1u << 20;

Evidence evidenceFrom(const DpkgPackage& package, std::string_view readFrom)
{
    Evidence evidence;
    evidence.kind = EvidenceKind::package;
    evidence.source = SourceKind::dpkg;
    evidence.id = asUtf8(package.name);
    evidence.version = asUtf8(package.version);
    evidence.publisher = asUtf8(withoutMailAddress(package.maintainer));
    evidence.readFrom = readFrom;
    evidence.packageState = package.state;
    evidence.uninstall = UninstallReference{UninstallReference::Kind::package, evidence.id, false};
    return evidence;
}

void readStatus(std::string_view content, ReportBuilder& builder)
{
    const DpkgStatus status = parseDpkgStatus(content);
    builder.read(status.stanzas);
    if (status.damagedStanzas > 0 || status.truncated) {
        builder.damaged(Error{ErrorCode::malformed, std::string(statusFile), 0});
    }
    for (const DpkgPackage& package : status.packages) {
        builder.add(evidenceFrom(package, statusFile));
    }
}

// Images without dpkg keep one control file per package; beside it may lie "<package>.md5sums". Such a file has no
// Status field: what is there is installed.
void readSingle(const Host& host, const std::string& path, ReportBuilder& builder)
{
    const auto content = host.files().read(path, singleLimit);
    if (!content) {
        builder.failed(content.error());
        return;
    }
    const DpkgStatus status = parseDpkgStatus(*content);
    builder.read(status.stanzas);
    if (status.packages.empty()) {
        builder.damaged(Error{ErrorCode::malformed, path, 0});
    }
    for (DpkgPackage package : status.packages) {
        if (package.state == PackageState::none) {
            package.state = PackageState::installed;
        }
        builder.add(evidenceFrom(package, path));
    }
}

}   // namespace

SourceReport readDpkg(const Host& host, std::stop_token stop)
{
    ReportBuilder builder(SourceKind::dpkg);
    if (const auto content = host.files().read(statusFile, statusLimit)) {
        readStatus(*content, builder);
    } else {
        builder.failed(content.error());
    }

    if (const auto entries = host.files().list(statusFolder)) {
        builder.read(0);
        for (const DirectoryEntry& entry : *entries) {
            if (stop.stop_requested()) {
                builder.stopped();
                break;
            }
            if (!entry.directory && !hasSuffix(entry.name, ".md5sums") && !entry.name.starts_with('.')) {
                readSingle(host, joinPath(statusFolder, entry.name), builder);
            }
        }
    } else {
        builder.failed(entries.error());
    }
    return builder.finish(Coverage::notApplicable);
}

}   // namespace offramp::sources
