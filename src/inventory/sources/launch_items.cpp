// Daemons and agents of launchd that the machine or a person added.
#include "inventory/report_builder.h"
#include "inventory/sources/mac_bundle.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/unix_places.h"

#include <array>

namespace offramp::sources {

namespace {

constexpr std::array<std::string_view, 2> machineFolders{"/Library/LaunchDaemons", "/Library/LaunchAgents"};
constexpr std::string_view agentsOfHome = "Library/LaunchAgents";

// Source: launchd.plist(5). Program wins over the first of ProgramArguments.
std::string programOf(const PropertyValue& item)
{
    const std::string_view program = item.textOf("Program");
    if (!program.empty()) {
        return std::string(program);
    }
    const PropertyValue* const arguments = item.find("ProgramArguments");
    const bool any = arguments != nullptr && !arguments->items.empty();
    return any && arguments->items.front().type == PropertyValue::Type::text ? arguments->items.front().text : "";
}

// `account` is empty for the machine's own folders.
void readFolder(const Host& host, const std::string& folder, std::string_view account, ReportBuilder& builder,
                const std::stop_token& stop)
{
    const auto report = [&](const Error& error) {
        if (account.empty()) {
            builder.failed(error);
        } else {
            builder.failedForUser(error);
        }
    };
    const auto entries = host.files().list(folder);
    if (!entries) {
        report(entries.error());
        return;
    }
    builder.read(entries->size());
    for (const DirectoryEntry& entry : *entries) {
        if (stop.stop_requested()) {
            builder.stopped();
            return;
        }
        if (entry.directory || !hasSuffix(entry.name, ".plist")) {
            continue;
        }
        const std::string path = joinPath(folder, entry.name);
        Evidence evidence;
        evidence.kind = EvidenceKind::launchItem;
        evidence.source = SourceKind::launchItems;
        evidence.id = asUtf8(withoutExtension(entry.name));
        evidence.readFrom = asUtf8(path);
        evidence.scope = account.empty() ? Scope::machine : Scope::user;
        evidence.account = asUtf8(account);
        if (const auto item = readPropertyList(host, path)) {
            if (const std::string_view label = item->textOf("Label"); !label.empty()) {
                evidence.id = label;
            }
            evidence.location = programOf(*item);
            evidence.presence = presenceOf(host, evidence.location);
        } else {
            report(item.error());
        }
        builder.add(std::move(evidence));
    }
}

}   // namespace

SourceReport readLaunchItems(const Host& host, std::stop_token stop)
{
    ReportBuilder builder(SourceKind::launchItems);
    for (const std::string_view folder : machineFolders) {
        readFolder(host, std::string(folder), {}, builder, stop);
    }
    if (const auto homes = host.homeFolders()) {
        for (const std::string& home : *homes) {
            readFolder(host, joinPath(home, agentsOfHome), lastPart(home), builder, stop);
        }
    } else {
        builder.failedForUser(homes.error());
    }
    return builder.finish(Coverage::complete);
}

}   // namespace offramp::sources
