#include "inventory/sources/sources.h"

#include "inventory/report_builder.h"
#include "inventory/sources/windows_paths.h"

#include <utility>

namespace offramp::sources {

SourceReport readSecurityCenter(const Host& host, std::stop_token)
{
    ReportBuilder report(SourceKind::securityCenter);
    const Result<std::vector<SecurityProduct>> products = host.securityStatus().products();
    if (!products && products.error().code == ErrorCode::unsupported) {
        return report.finish(Coverage::notApplicable);   // Windows Server has no Security Center
    }
    if (!products) {
        report.failed(products.error());
        return report.finish(Coverage::notApplicable);
    }
    report.read(products->size());
    const std::string windows = windowsFolder(host);
    for (const SecurityProduct& product : *products) {
        Evidence seen;
        seen.kind = EvidenceKind::securityProduct;
        seen.source = SourceKind::securityCenter;
        seen.id = product.id;
        seen.name = product.name;
        seen.location = product.path;
        // Entries outlive their products, so whether the program is still there matters.
        seen.presence = presenceOf(host.files(), absolutePath(product.path, windows));
        seen.readFrom = "Windows Security Center";
        seen.security = product.state;
        report.add(std::move(seen));
    }
    return report.finish(Coverage::complete);
}

}   // namespace offramp::sources
