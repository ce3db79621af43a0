// Packages of Debian, Ubuntu and their relatives, and of images that keep one file per package (status.d).
//
// The database is read directly: asking dpkg-query takes ten times as long and starts a program.
#include "inventory/report_builder.h"
#include "inventory/sources/dpkg_status.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/unix_places.h"

#include <algorithm>
#include <vector>

namespace offramp::sources {

namespace {

constexpr std::string_view statusFile = "/var/lib/dpkg/status";
constexpr std::string_view statusFolder = "/var/lib/dpkg/status.d";
constexpr std::string_view journalFolder = "/var/lib/dpkg/updates";
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

struct JournalFile {
    std::string path;
    std::string content;
};

// While it works dpkg writes only what changed, into numbered files, and puts them into its database at the end. When
// it is cut off they stay until it runs again, and what they say is newer. Read before the database: what is put into
// it meanwhile is then read twice and not missed.
std::vector<JournalFile> readJournal(const Host& host, ReportBuilder& builder)
{
    std::vector<JournalFile> journal;
    const auto entries = host.files().list(journalFolder);
    if (!entries) {
        builder.failed(entries.error());
        return journal;
    }
    for (const DirectoryEntry& entry : *entries) {
        if (entry.directory || entry.name.find_first_not_of("0123456789") != std::string::npos) {
            continue;   // "tmp.i" is being written
        }
        std::string path = joinPath(journalFolder, entry.name);
        if (auto content = host.files().read(path, singleLimit)) {
            journal.push_back({std::move(path), std::move(*content)});
        } else {
            builder.failed(content.error());
        }
    }
    std::sort(journal.begin(), journal.end(),
              [](const JournalFile& left, const JournalFile& right) { return left.path < right.path; });
    return journal;
}

struct ReadPackage {
    DpkgPackage package;
    std::string_view readFrom;
};

void forget(std::vector<ReadPackage>& packages, const DpkgPackage& changed)
{
    const auto isIt = [&](const ReadPackage& each) {
        // One that is gone may have lost its architecture with everything else.
        return each.package.name == changed.name
               && (changed.architecture.empty() || each.package.architecture == changed.architecture);
    };
    packages.erase(std::remove_if(packages.begin(), packages.end(), isIt), packages.end());
}

void readStatus(std::string_view content, const std::vector<JournalFile>& journal, ReportBuilder& builder)
{
    const auto parsed = [&](std::string_view text, std::string_view readFrom) {
        DpkgStatus status = parseDpkgStatus(text);
        if (status.damagedStanzas > 0 || status.truncated) {
            builder.damaged(Error{ErrorCode::malformed, std::string(readFrom), 0});
        }
        return status;
    };
    const DpkgStatus status = parsed(content, statusFile);
    builder.read(status.stanzas);
    std::vector<ReadPackage> packages;
    packages.reserve(status.packages.size());
    for (const DpkgPackage& package : status.packages) {
        packages.push_back({package, statusFile});
    }
    for (const JournalFile& file : journal) {
        const DpkgStatus changes = parsed(file.content, file.path);
        for (const DpkgPackage& package : changes.gone) {
            forget(packages, package);
        }
        for (const DpkgPackage& package : changes.packages) {
            forget(packages, package);
            packages.push_back({package, file.path});
        }
    }
    for (const ReadPackage& each : packages) {
        builder.add(evidenceFrom(each.package, each.readFrom));
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
    const std::vector<JournalFile> journal = readJournal(host, builder);
    if (const auto content = host.files().read(statusFile, statusLimit)) {
        readStatus(*content, journal, builder);
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
