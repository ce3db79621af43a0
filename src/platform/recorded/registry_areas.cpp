#include "platform/recorded/registry_areas.h"

#include "platform/recorded/recording_manifest.h"

#include <array>

namespace offramp {

namespace {

constexpr std::array<std::string_view, 2> uninstall{
    R"(software\microsoft\windows\currentversion\uninstall)",
    R"(software\wow6432node\microsoft\windows\currentversion\uninstall)"};
constexpr std::array<std::string_view, 2> vendor{R"(software\kasperskylab)", R"(software\wow6432node\kasperskylab)"};
constexpr std::array<std::string_view, 2> installer{R"(software\microsoft\windows\currentversion\installer)",
                                                    R"(software\classes\installer)"};
constexpr std::array<std::string_view, 3> certificates{R"(software\microsoft\systemcertificates)",
                                                       R"(software\policies\microsoft\systemcertificates)",
                                                       R"(software\microsoft\enterprisecertificates)"};
constexpr std::array<std::string_view, 1> tasks{R"(software\microsoft\windows nt\currentversion\schedule\taskcache)"};
constexpr std::array<std::string_view, 1> appx{R"(software\microsoft\windows\currentversion\appx)"};
constexpr std::array<std::string_view, 1> profiles{R"(software\microsoft\windows nt\currentversion\profilelist)"};
constexpr std::array<std::string_view, 1> filtering{R"(system\currentcontrolset\services\bfe\parameters\policy)"};
constexpr std::array<std::string_view, 1> services{R"(system\currentcontrolset\services)"};
constexpr std::array<std::string_view, 1> classes{R"(system\currentcontrolset\control\class)"};
constexpr std::array<std::string_view, 1> network{R"(system\currentcontrolset\control\network)"};

// The filter policy lies inside the services and comes first, because it is narrower.
constexpr std::array<RegistryArea, 11> areas{uninstall, vendor,    installer, certificates, tasks,  appx,
                                             profiles,  filtering, services,  classes,      network};

}   // namespace

RegistryArea registryAreaOf(std::string_view path)
{
    for (const RegistryArea area : areas) {
        for (const std::string_view place : area) {
            if (isAtOrBelow(path, place, '\\')) {
                return area;
            }
        }
    }
    return {};
}

}   // namespace offramp
