// Windows Security Center of a recorded machine (security_center.json).
#pragma once

#include "platform/host.h"
#include "platform/recorded/recording_manifest.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace offramp {

// What the number means that Security Center keeps for each product (WMI: productState): the third byte the kind of
// product, the second whether it is on, the lowest whether its definitions are old.
[[nodiscard]] SecurityState decodeProductState(std::uint32_t state);

class RecordedSecurity final : public SecurityStatus {
public:
    // A missing file means "not recorded"; Windows Server and other systems have no Security Center. Fails on a
    // damaged file.
    [[nodiscard]] static Result<RecordedSecurity> open(const std::filesystem::path& file, const MachineInfo& machine,
                                                       const RecordedPlaces& denied, const RecordedPlaces& complete);

    [[nodiscard]] Result<std::vector<SecurityProduct>> products() const override { return m_products; }

private:
    Result<std::vector<SecurityProduct>> m_products = std::vector<SecurityProduct>{};
};

}   // namespace offramp
