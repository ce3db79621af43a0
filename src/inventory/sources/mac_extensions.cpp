// System extensions (macOS 10.15 and later) and kernel extensions (before) that did not come with macOS.
#include "inventory/report_builder.h"
#include "inventory/sources/mac_bundle.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/unix_places.h"

#include <algorithm>
#include <array>

namespace offramp::sources {

namespace {

constexpr std::string_view extensionDatabase = "/Library/SystemExtensions/db.plist";
constexpr std::string_view addedKexts = "/Library/Extensions";
constexpr std::string_view systemKexts = "/System/Library/Extensions";

Evidence extensionFrom(const PropertyValue& entry)
{
    Evidence evidence;
    evidence.kind = EvidenceKind::systemExtension;
    evidence.source = SourceKind::macExtensions;
    evidence.id = entry.textOf("identifier");
    const std::string_view team = entry.textOf("teamID");
    evidence.name = team.empty() ? evidence.id : std::string(team) + "." + evidence.id;
    evidence.location = entry.textOf("originPath");
    evidence.readFrom = extensionDatabase;
    // "activated_enabled" runs; every other state waits for the person, for a restart or for removal.
    if (const std::string_view state = entry.textOf("state"); !state.empty()) {
        evidence.running = state == "activated_enabled";
    }
    evidence.version = entry.textOf("version");
    if (const PropertyValue* const version = entry.find("bundleVersion");
        version != nullptr && evidence.version.empty()) {
        const std::string_view shown = version->textOf("CFBundleShortVersionString");
        evidence.version = shown.empty() ? version->textOf("CFBundleVersion") : shown;
    }
    return evidence;
}

void readDatabase(const Host& host, ReportBuilder& builder)
{
    const auto database = readPropertyList(host, extensionDatabase);
    if (!database) {
        builder.failed(database.error());
        return;
    }
    const PropertyValue* const extensions = database->find("extensions");
    if (extensions == nullptr || extensions->type != PropertyValue::Type::array) {
        builder.failed(Error{ErrorCode::malformed, std::string(extensionDatabase), 0});
        return;
    }
    builder.read(extensions->items.size());
    for (const PropertyValue& entry : extensions->items) {
        Evidence evidence = extensionFrom(entry);
        if (evidence.id.empty()) {
            builder.damaged(Error{ErrorCode::malformed, std::string(extensionDatabase), 0});
            continue;
        }
        evidence.presence = presenceOf(host, evidence.location);
        builder.add(std::move(evidence));
    }
}

// macOS brings hundreds of extensions, nearly all with these names; opening each would cost more than all else.
bool surelyApples(std::string_view name)
{
    constexpr std::array<std::string_view, 6> prefixes{"Apple", "com.apple.", "IO", "AMD", "GeForce", "NVDA"};
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](std::string_view prefix) { return name.starts_with(prefix); });
}

enum class Folder { addedByOthers, broughtByMacOS };

void readKexts(const Host& host, std::string_view folder, Folder kind, ReportBuilder& builder,
               const std::stop_token& stop)
{
    for (const DirectoryEntry& entry : machineEntries(host, folder, builder)) {
        if (stop.stop_requested()) {
            builder.stopped();
            return;
        }
        if (!entry.directory || !hasSuffix(entry.name, ".kext")
            || (kind == Folder::broughtByMacOS && surelyApples(entry.name))) {
            continue;
        }
        const std::string path = joinPath(folder, entry.name);
        Evidence evidence;
        evidence.kind = EvidenceKind::kernelExtension;
        evidence.source = SourceKind::macExtensions;
        evidence.id = asUtf8(withoutExtension(entry.name));
        evidence.name = evidence.id;
        evidence.location = asUtf8(path);
        evidence.readFrom = evidence.location;
        evidence.presence = Presence::present;
        if (auto bundle = readMacBundle(host, path)) {
            if (kind == Folder::broughtByMacOS && bundle->identifier.starts_with("com.apple.")) {
                continue;
            }
            evidence.version = std::move(bundle->version);
            evidence.publisher = std::move(bundle->publisher);
            if (!bundle->identifier.empty()) {
                evidence.id = std::move(bundle->identifier);
            }
        } else {
            builder.failed(bundle.error());
        }
        builder.add(std::move(evidence));
    }
}

}   // namespace

SourceReport readMacExtensions(const Host& host, std::stop_token stop)
{
    ReportBuilder builder(SourceKind::macExtensions);
    readDatabase(host, builder);
    readKexts(host, addedKexts, Folder::addedByOthers, builder, stop);
    readKexts(host, systemKexts, Folder::broughtByMacOS, builder, stop);
    return builder.finish(Coverage::complete);
}

}   // namespace offramp::sources
