// Receipts of the macOS installer: what was installed with a package, also when the program itself is gone.
#include "inventory/report_builder.h"
#include "inventory/sources/mac_bundle.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/unix_places.h"

#include <array>

namespace offramp::sources {

namespace {

// /var is a link to /private/var: the second spelling is for machines recorded without links.
constexpr std::array<std::string_view, 2> receiptFolders{"/private/var/db/receipts", "/var/db/receipts"};
constexpr std::string_view oldReceiptFolder = "/Library/Receipts";

Evidence receiptAt(std::string_view fileName, const std::string& path)
{
    Evidence evidence;
    evidence.kind = EvidenceKind::receipt;
    evidence.source = SourceKind::macReceipts;
    evidence.id = asUtf8(withoutExtension(fileName));
    evidence.readFrom = asUtf8(path);
    return evidence;
}

void takeText(std::string& target, std::string_view value)
{
    if (!value.empty()) {
        target = value;
    }
}

void readReceipt(const Host& host, std::string_view fileName, const std::string& path, ReportBuilder& builder)
{
    Evidence evidence = receiptAt(fileName, path);
    if (const auto receipt = readPropertyList(host, path)) {
        takeText(evidence.id, receipt->textOf("PackageIdentifier"));
        takeText(evidence.version, receipt->textOf("PackageVersion"));
        const PropertyValue* const installed = receipt->find("InstallDate");
        if (installed != nullptr && installed->type == PropertyValue::Type::date) {
            evidence.installedOn = dayIn(Zone{}, installed->date);
        }
    } else {
        builder.failed(receipt.error());
    }
    builder.add(std::move(evidence));
}

// Before Mac OS X 10.6 a receipt was the emptied package itself.
void readOldReceipt(const Host& host, std::string_view fileName, const std::string& path, ReportBuilder& builder)
{
    Evidence evidence = receiptAt(fileName, path);
    if (const auto bundle = readMacBundle(host, path)) {
        takeText(evidence.id, bundle->identifier);
        takeText(evidence.name, bundle->name);
        takeText(evidence.version, bundle->version);
        takeText(evidence.publisher, bundle->publisher);
    } else {
        builder.failed(bundle.error());
    }
    builder.add(std::move(evidence));
}

using ReadOne = void (*)(const Host&, std::string_view, const std::string&, ReportBuilder&);

// True when the folder is there.
bool readFolder(const Host& host, std::string_view folder, std::string_view suffix, ReadOne readOne,
                ReportBuilder& builder, const std::stop_token& stop)
{
    const auto entries = host.files().list(folder);
    if (!entries) {
        builder.failed(entries.error());
        return false;
    }
    builder.read(entries->size());
    for (const DirectoryEntry& entry : *entries) {
        if (stop.stop_requested()) {
            builder.stopped();
            break;
        }
        if (hasSuffix(entry.name, suffix)) {
            readOne(host, entry.name, joinPath(folder, entry.name), builder);
        }
    }
    return true;
}

}   // namespace

SourceReport readMacReceipts(const Host& host, std::stop_token stop)
{
    ReportBuilder builder(SourceKind::macReceipts);
    for (const std::string_view folder : receiptFolders) {
        if (readFolder(host, folder, ".plist", readReceipt, builder, stop)) {
            break;
        }
    }
    readFolder(host, oldReceiptFolder, ".pkg", readOldReceipt, builder, stop);
    return builder.finish(Coverage::complete);
}

}   // namespace offramp::sources
