// Taking files and folders away so that they can be put back (platform/actions.h), with directory descriptors only:
// every folder on the way is opened from its parent without following a link, and what is renamed is named within the
// descriptor of its folder, so nobody who exchanges a folder for a link meanwhile can redirect it.
#pragma once

#include "platform/actions.h"

#include <filesystem>

namespace offramp {

class LinuxQuarantine final : public Quarantine {
public:
    // `folder` holds what is taken from its own volume. What comes from another volume is kept at the top of that one.
    explicit LinuxQuarantine(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] Result<PathFacts> look(const std::string& path) const override;
    [[nodiscard]] Result<std::string> prepare(const std::string& path, const std::string& group) override;
    [[nodiscard]] Result<std::vector<std::string>> places(const std::string& group) const override;
    [[nodiscard]] Result<void> take(const std::string& place) override;
    [[nodiscard]] Result<void> putBack(const std::string& place) override;

private:
    std::filesystem::path m_folder;
};

}   // namespace offramp
