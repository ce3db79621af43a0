// Taking files and folders away so that they can be put back (platform/actions.h), by handles only: what was looked at
// is what is renamed, whoever gives its name to something else meanwhile.
#pragma once

#include "platform/actions.h"
#include "platform/windows/private_access.h"

#include <string>

namespace offramp {

class WindowsQuarantine final : public Quarantine {
public:
    // `folder` ("C:\\ProgramData\\Offramp\\Quarantine") holds what is taken from its own volume; what comes from
    // another is kept at the top of that one. `keeper`: whose records are believed.
    WindowsQuarantine(std::string folder, Keeper keeper) : m_folder(std::move(folder)), m_keeper(keeper) {}

    [[nodiscard]] Result<PathFacts> look(const std::string& path) const override;
    [[nodiscard]] Result<std::string> prepare(const std::string& path, const std::string& group) override;
    [[nodiscard]] Result<std::vector<std::string>> places(const std::string& group) const override;
    [[nodiscard]] Result<void> take(const std::string& place) override;
    [[nodiscard]] Result<void> putBack(const std::string& place) override;

private:
    struct OpenPlace;
    [[nodiscard]] Result<OpenPlace> openPlace(const std::string& place) const;
    [[nodiscard]] Result<std::string> shelfFor(const std::string& path) const;
    [[nodiscard]] bool isShelf(const std::string& folder) const;
    static void clear(OpenPlace& place);

    std::string m_folder;
    Keeper m_keeper;
};

}   // namespace offramp
