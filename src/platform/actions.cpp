#include "platform/actions.h"

namespace offramp {

Result<WindowsActions::MsiAnswer> WindowsActions::removeMsiProduct(const std::string& productCode,
                                                                   std::string& properties,
                                                                   const std::function<void(double)>& /*fraction*/,
                                                                   const std::function<bool(std::chrono::seconds)>&
                                                                   /*silent*/)
{
    properties.assign(properties.size(), '\0');
    return fail(ErrorCode::unsupported, "Windows Installer " + productCode);
}

Result<std::unique_ptr<HeldProgram>> WindowsActions::holdProgram(const std::string& path) const
{
    return fail(ErrorCode::unsupported, path);
}

std::vector<std::string> WindowsActions::programFolders() const
{
    return {};
}

}   // namespace offramp
