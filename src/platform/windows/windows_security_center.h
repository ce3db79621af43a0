// Antivirus and firewall programs registered with Windows Security Center, asked through IWSCProductList.
//
// Windows Server has no Security Center: `unsupported`, like a system that lacks the class. Entries may outlive their
// programs; whoever uses them looks whether the path is still there.
#pragma once

#include "platform/host.h"

namespace offramp {

class WindowsSecurityCenter final : public SecurityStatus {
public:
    [[nodiscard]] Result<std::vector<SecurityProduct>> products() const override;
};

// What the numbers of WSC_SECURITY_PRODUCT_STATE and WSC_SECURITY_SIGNATURE_STATUS (iwscapi.h) say of a program. A
// firewall has no definitions that could be old; numbers nobody knows say nothing.
[[nodiscard]] SecurityState securityStateFrom(SecurityState::Role role, int productState, int signatureStatus);

}   // namespace offramp
