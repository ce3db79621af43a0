#include "inventory/sources/sources.h"

#include "inventory/sources/certificate_blob.h"
#include "inventory/sources/registry_reading.h"

#include <utility>

namespace offramp::sources {

SourceReport readRootCertificates(const Host& host, std::stop_token stop)
{
    ReportBuilder report(SourceKind::rootCertificates);
    const Registry& registry = host.registry();
    reportDamage(registry, report);

    const auto readStore = [&](const RegistryKey& store, Scope scope, const std::string& account) {
        visitSubkeys(registry, store.child("Certificates"), report, stop,
                     [&](const std::string& name, const RegistryKey& key, const RegistryValues& values) {
                         Evidence certificate;
                         certificate.kind = EvidenceKind::rootCertificate;
                         certificate.source = SourceKind::rootCertificates;
                         certificate.id = name;   // the thumbprint
                         certificate.readFrom = key.display();
                         certificate.scope = scope;
                         certificate.account = account;
                         const RegistryValue* blob = values.find("Blob");
                         CertificateNames names =
                             decodeCertificateBlob(blob == nullptr ? std::string_view{} : blob->bytes);
                         if (!names.intact) {
                             report.damaged({ErrorCode::malformed, key.display(), 0});
                         }
                         certificate.name = std::move(names.subject);
                         certificate.publisher =
                             names.organisation.empty() ? std::move(names.issuer) : std::move(names.organisation);
                         report.add(std::move(certificate));
                     });
    };
    for (const std::string_view store :
         {R"(SOFTWARE\Microsoft\SystemCertificates\ROOT)", R"(SOFTWARE\Microsoft\SystemCertificates\AuthRoot)",
          R"(SOFTWARE\Policies\Microsoft\SystemCertificates\ROOT)",
          R"(SOFTWARE\Microsoft\EnterpriseCertificates\ROOT)"}) {
        readStore(machineKey(store), Scope::machine, {});
    }
    for (const UserHive& hive : loadedHives(registry, report, SignedOutUsers::areSkipped)) {
        for (const std::string_view store : {R"(Software\Microsoft\SystemCertificates\Root)",
                                             R"(Software\Policies\Microsoft\SystemCertificates\Root)"}) {
            readStore(userKey(hive, store), Scope::user, hive.sid);
        }
    }
    return report.finish(Coverage::complete);
}

}   // namespace offramp::sources
