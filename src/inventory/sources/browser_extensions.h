// Extensions in the profiles of browsers, extensions that policies or installers add through the registry, and the
// programs that extensions may start.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offramp::sources {

struct ExtensionManifest {
    std::string name;   // empty when the manifest only refers to a translation ("__MSG_…__")
    std::string version;

    friend bool operator==(const ExtensionManifest&, const ExtensionManifest&) = default;
};

// manifest.json of a Chromium extension. Empty fields for bytes that are not one.
[[nodiscard]] ExtensionManifest decodeExtensionManifest(std::string_view bytes);

struct FirefoxAddon {
    std::string id;
    std::string name;
    std::string version;
    std::string path;

    friend bool operator==(const FirefoxAddon&, const FirefoxAddon&) = default;
};

struct FirefoxAddons {
    std::vector<FirefoxAddon> addons;
    bool intact = false;   // false: the bytes are not what Firefox writes
};

// extensions.json of a Firefox profile; themes, dictionaries and languages are left out.
[[nodiscard]] FirefoxAddons decodeFirefoxAddons(std::string_view bytes);

// "1.10" is newer than "1.9"; other signs are compared as text.
[[nodiscard]] bool isNewerVersion(std::string_view left, std::string_view right);

}   // namespace offramp::sources
