#include "platform/actions.h"

namespace offramp {

Result<WindowsActions::MsiAnswer> WindowsActions::removeMsiProduct(const std::string& productCode,
                                                                   std::string& properties,
                                                                   const std::function<void(double)>& /*fraction*/)
{
    properties.assign(properties.size(), '\0');
    return fail(ErrorCode::unsupported, "Windows Installer " + productCode);
}

Result<std::vector<std::string>> WindowsActions::splitCommandLine(const std::string& commandLine) const
{
    return fail(ErrorCode::unsupported, "command line " + commandLine);
}

}   // namespace offramp
