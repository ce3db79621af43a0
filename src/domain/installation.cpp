#include "domain/installation.h"

#include "base/vocabulary.h"

namespace offramp {

namespace {

constexpr Words<InstallationState, 4> installationStateWords{{
    {InstallationState::installed, "installed"},
    {InstallationState::broken, "broken"},
    {InstallationState::leftover, "leftover"},
    {InstallationState::portable, "portable"},
}};

}   // namespace

std::string_view toString(InstallationState value)
{
    return wordFor(installationStateWords, value);
}

bool isThere(const Installation& installation)
{
    return installation.state == InstallationState::installed || installation.state == InstallationState::broken;
}

}   // namespace offramp
