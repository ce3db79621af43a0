// Packages of Fedora, Red Hat, SUSE and their relatives.
//
// The database comes in three formats, none of them meant to be read by others, so the rpm program is asked. A
// database without a working rpm program is a place that could not be read, never an empty one.
#include "inventory/report_builder.h"
#include "inventory/sources/rpm_output.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/unix_places.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace offramp::sources {

namespace {

constexpr std::string_view place = "rpm -qa";
constexpr std::array<std::string_view, 2> databaseFolders{"/var/lib/rpm", "/usr/lib/sysimage/rpm"};
constexpr std::array<std::string_view, 3> databaseFiles{"rpmdb.sqlite", "Packages", "Packages.db"};
// An empty database of any format is smaller, one of an installed system is much larger.
constexpr std::uint64_t certainlyNotEmpty = 1u << 20;

struct Database {
    bool found = false;
    std::uint64_t size = 0;
    std::optional<Error> fault;   // a place that may hold a database could not be looked at
};

Database findDatabase(const Host& host)
{
    Database database;
    for (const std::string_view folder : databaseFolders) {
        for (const std::string_view file : databaseFiles) {
            const auto status = host.files().status(joinPath(folder, file));
            if (status) {
                database.found = true;
                database.size = std::max(database.size, status->size);
            } else if (status.error().code != ErrorCode::notFound) {
                database.fault = status.error();
            }
        }
    }
    return database;
}

Result<std::string> askRpm(const Host& host)
{
    const std::array<std::vector<std::string>, 2> queries{{
        {"-qa", "--queryformat", R"(%{NAME}\t%{VERSION}-%{RELEASE}\t%{ARCH}\t%{VENDOR}\t%{INSTALLTIME}\n)"},
        {"-qa"},
    }};
    Error failure{ErrorCode::io, std::string(place), 0};
    for (const std::vector<std::string>& query : queries) {
        Command command;
        command.executable = "rpm";
        command.arguments = query;
        command.timeout = std::chrono::seconds{10};   // a locked database answers late or never
        const auto output = host.processes().run(command);
        if (output && output->exitCode == 0) {
            return output->standardOutput;
        }
        failure = output ? Error{ErrorCode::io, std::string(place), output->exitCode} : output.error();
        if (failure.code == ErrorCode::timeout || failure.code == ErrorCode::notFound) {
            break;
        }
    }
    return tl::unexpected(failure);
}

Evidence evidenceFrom(const RpmPackage& package)
{
    Evidence evidence;
    evidence.kind = EvidenceKind::package;
    evidence.source = SourceKind::rpm;
    evidence.id = asUtf8(package.name);
    evidence.version = asUtf8(package.version);
    evidence.publisher = asUtf8(package.vendor);
    evidence.readFrom = place;
    evidence.packageState = PackageState::installed;
    evidence.uninstall = UninstallReference{UninstallReference::Kind::package, evidence.id, false};
    if (package.installedAt) {
        evidence.installedOn = dayIn(Zone{}, *package.installedAt);
    }
    return evidence;
}

}   // namespace

SourceReport readRpm(const Host& host, std::stop_token stop)
{
    ReportBuilder builder(SourceKind::rpm);
    const Database database = findDatabase(host);
    // A recording may hold what rpm printed without the database itself.
    if (!database.found && !database.fault && !host.machine().recorded) {
        return builder.finish(Coverage::notApplicable);
    }
    if (stop.stop_requested()) {
        builder.stopped();
        return builder.finish(Coverage::notApplicable);
    }

    const auto output = askRpm(host);
    if (!output) {
        const bool nothingToAsk =
            output.error().code == ErrorCode::notFound || output.error().code == ErrorCode::notRecorded;
        if (database.found && output.error().code == ErrorCode::notFound) {
            builder.failed(Error{ErrorCode::unsupported, "the rpm database is there, the rpm program is not", 0});
        } else if (database.found || !nothingToAsk) {
            builder.failed(output.error());
        } else if (database.fault) {
            builder.failed(*database.fault);
        }
        return builder.finish(Coverage::notApplicable);
    }

    const RpmOutput packages = parseRpmOutput(*output);
    builder.read(packages.packages.size());
    if (packages.damagedLines > 0 || (packages.packages.empty() && database.size >= certainlyNotEmpty)) {
        builder.damaged(Error{ErrorCode::malformed, std::string(place), 0});
    }
    for (const RpmPackage& package : packages.packages) {
        builder.add(evidenceFrom(package));
    }
    return builder.finish(Coverage::notApplicable);
}

}   // namespace offramp::sources
