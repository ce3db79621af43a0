// Packages of Arch Linux and its relatives: one folder per installed package.
#include "inventory/report_builder.h"
#include "inventory/sources/pacman_desc.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/unix_places.h"

namespace offramp::sources {

namespace {

constexpr std::string_view databaseFolder = "/var/lib/pacman/local";
constexpr std::size_t recordLimit = 4u << 20;

void addPackage(const PacmanPackage& package, std::string_view readFrom, ReportBuilder& builder)
{
    Evidence evidence;
    evidence.kind = EvidenceKind::package;
    evidence.source = SourceKind::pacman;
    evidence.id = asUtf8(package.name);
    evidence.version = asUtf8(package.version);
    // "Unknown Packager" is what pacman writes for packages people built themselves: that names nobody.
    if (package.packager != "Unknown Packager") {
        evidence.publisher = asUtf8(withoutMailAddress(package.packager));
    }
    evidence.readFrom = readFrom;
    evidence.packageState = PackageState::installed;
    evidence.uninstall = UninstallReference{UninstallReference::Kind::package, evidence.id, false};
    if (package.installedAt) {
        evidence.installedOn = dayIn(Zone{}, *package.installedAt);
    }
    builder.add(std::move(evidence));
}

void readRecord(const Host& host, const std::string& folderName, ReportBuilder& builder)
{
    const std::string path = joinPath(joinPath(databaseFolder, folderName), "desc");
    const auto content = host.files().read(path, recordLimit);
    std::optional<PacmanPackage> package = content ? parsePacmanDesc(*content) : std::nullopt;
    if (!package) {
        const bool unreadable = !content && content.error().code != ErrorCode::notFound;
        builder.damaged(unreadable ? content.error() : Error{ErrorCode::malformed, path, 0});
        package = packageFromFolderName(folderName);   // still names the package and its version
    }
    if (package) {
        addPackage(*package, path, builder);
    }
}

}   // namespace

SourceReport readPacman(const Host& host, std::stop_token stop)
{
    ReportBuilder builder(SourceKind::pacman);
    const auto entries = host.files().list(databaseFolder);
    if (!entries) {
        builder.failed(entries.error());
        return builder.finish(Coverage::notApplicable);
    }
    builder.read(0);
    for (const DirectoryEntry& entry : *entries) {
        if (stop.stop_requested()) {
            builder.stopped();
            break;
        }
        if (entry.directory) {
            builder.read(1);
            readRecord(host, entry.name, builder);
        }
    }
    return builder.finish(Coverage::notApplicable);
}

}   // namespace offramp::sources
