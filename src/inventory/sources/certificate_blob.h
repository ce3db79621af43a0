// Certificates as the registry keeps them: a list of properties, one of which is the certificate itself.
#pragma once

#include <string>
#include <string_view>

namespace offramp::sources {

struct CertificateNames {
    std::string subject;        // common name, else organisation, else empty
    std::string organisation;   // of the subject
    std::string issuer;         // common name of the issuer, else its organisation
    bool intact = false;        // false: the bytes end too early or are not a certificate; names may be missing

    friend bool operator==(const CertificateNames&, const CertificateNames&) = default;
};

// The "Blob" value. Never throws, never reads outside the bytes.
[[nodiscard]] CertificateNames decodeCertificateBlob(std::string_view blob);

// The certificate alone (DER).
[[nodiscard]] CertificateNames decodeCertificate(std::string_view der);

}   // namespace offramp::sources
