// Services of Linux: systemd units and init scripts, by name.
//
// A desktop has some 400 units. Those that packages bring are known by their name and are only listed; those an
// administrator or an installer put into /etc or /run are also read, because their name may say nothing.
#include "base/text.h"
#include "inventory/report_builder.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/systemd_unit.h"
#include "inventory/sources/unix_places.h"

#include <array>
#include <unordered_set>

namespace offramp::sources {

namespace {

enum class Content { named, read };

struct UnitFolder {
    std::string_view path;
    Content content;
};

// In the order systemd prefers them: a unit of an earlier folder replaces one of the same name in a later one. /lib is
// often a link to /usr/lib; the names it repeats are dropped the same way.
constexpr std::array<UnitFolder, 4> unitFolders{{
    {"/etc/systemd/system", Content::read},
    {"/run/systemd/system", Content::read},
    {"/usr/lib/systemd/system", Content::named},
    {"/lib/systemd/system", Content::named},
}};
constexpr std::string_view scriptFolder = "/etc/init.d";
constexpr std::size_t unitLimit = 256u << 10;

Evidence unitNamed(std::string_view name, const std::string& path)
{
    Evidence evidence;
    evidence.kind = EvidenceKind::systemdUnit;
    evidence.source = SourceKind::systemdUnits;
    evidence.id = asUtf8(name);
    evidence.readFrom = asUtf8(path);
    return evidence;
}

void readContent(const Host& host, const std::string& path, Evidence& evidence, ReportBuilder& builder)
{
    const auto content = host.files().read(path, unitLimit);
    if (!content) {
        // A link to /dev/null is how a unit is masked, and a link may lead nowhere: both are answers, and neither
        // starts anything.
        const ErrorCode code = content.error().code;
        if (code == ErrorCode::unsupported || code == ErrorCode::notFound) {
            evidence.presence = Presence::absent;
        } else {
            builder.failed(content.error());
        }
        return;
    }
    SystemdUnit unit = parseSystemdUnit(*content);
    evidence.name = std::move(unit.description);
    evidence.location = std::move(unit.program);
    evidence.presence = presenceOf(host, evidence.location);
}

}   // namespace

SourceReport readSystemdUnits(const Host& host, std::stop_token stop)
{
    ReportBuilder builder(SourceKind::systemdUnits);
    std::unordered_set<std::string> seen;
    for (const UnitFolder& folder : unitFolders) {
        const auto entries = host.files().list(folder.path);
        if (!entries) {
            builder.failed(entries.error());
            continue;
        }
        builder.read(entries->size());
        for (const DirectoryEntry& entry : *entries) {
            if (stop.stop_requested()) {
                builder.stopped();
                return builder.finish(Coverage::notApplicable);
            }
            if (entry.directory || !entry.name.ends_with(".service") || !seen.insert(entry.name).second) {
                continue;
            }
            const std::string path = joinPath(folder.path, entry.name);
            Evidence evidence = unitNamed(entry.name, path);
            if (folder.content == Content::read) {
                readContent(host, path, evidence, builder);
            }
            builder.add(std::move(evidence));
        }
    }

    const auto scripts = host.files().list(scriptFolder);
    if (!scripts) {
        builder.failed(scripts.error());
        return builder.finish(Coverage::notApplicable);
    }
    builder.read(scripts->size());
    for (const DirectoryEntry& entry : *scripts) {
        if (!entry.directory && !entry.name.starts_with('.') && entry.name != "README") {
            builder.add(unitNamed(entry.name, joinPath(scriptFolder, entry.name)));
        }
    }
    return builder.finish(Coverage::notApplicable);
}

}   // namespace offramp::sources
