#include "cli/update_settings.h"

#include "catalog/trust_anchors.h"
#include "platform/person_settings.h"

namespace offramp::cli {

UpdateSettings updateSettings()
{
    UpdateSettings settings;
    settings.keys = compiledKeys();
    settings.mirrors = compiledMirrors();
    settings.network.proxyFor = systemProxyFor;
    return settings;
}

}   // namespace offramp::cli
