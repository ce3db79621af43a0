#include "platform/actions.h"

#include "base/secret.h"

namespace offramp {

Result<std::string> RegistryQuarantine::prepare(const RegistryThing& thing, const std::string& /*group*/)
{
    return fail(ErrorCode::unsupported, thing.key.display());
}

Result<std::vector<std::string>> RegistryQuarantine::places(const std::string& group) const
{
    return fail(ErrorCode::unsupported, group);
}

Result<void> RegistryQuarantine::take(const std::string& place)
{
    return fail(ErrorCode::unsupported, place);
}

Result<void> RegistryQuarantine::putBack(const std::string& place)
{
    return fail(ErrorCode::unsupported, place);
}

Result<WindowsActions::RestorePoint> WindowsActions::makeRestorePoint(const std::string& name)
{
    return fail(ErrorCode::unsupported, name);
}

Result<WindowsActions::MsiAnswer> WindowsActions::removeMsiProduct(const std::string& productCode,
                                                                   std::string& properties,
                                                                   const std::function<void(double)>& /*fraction*/,
                                                                   const std::function<bool(std::chrono::seconds)>&
                                                                   /*silent*/)
{
    overwrite(properties);
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
