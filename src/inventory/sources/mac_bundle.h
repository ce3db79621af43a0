// What a macOS bundle (application, kernel extension, old installer package) says of itself in its Info.plist.
#pragma once

#include "inventory/sources/property_list.h"
#include "platform/host.h"

#include <string>
#include <string_view>

namespace offramp::sources {

struct MacBundle {
    std::string identifier;   // CFBundleIdentifier
    std::string name;         // CFBundleDisplayName, else CFBundleName
    std::string version;      // CFBundleShortVersionString, else CFBundleVersion
    std::string publisher;    // as far as the copyright line names one
};

// Reads and decodes a property list whose root is a dictionary; anything else is malformed.
[[nodiscard]] Result<PropertyValue> readPropertyList(const Host& host, std::string_view path);

// Finds the Info.plist in a bundle, also of an iPad app that runs on a Mac. malformed when the bundle has none.
[[nodiscard]] Result<MacBundle> readMacBundle(const Host& host, std::string_view bundlePath);

[[nodiscard]] MacBundle bundleFrom(const PropertyValue& information);

// "Example Inc." in "Copyright © 2009-2016 Example Inc. All rights reserved."; empty when the line has no copyright.
[[nodiscard]] std::string copyrightHolder(std::string_view line);

// "Thing" for "Thing.app".
[[nodiscard]] std::string_view withoutExtension(std::string_view fileName);

}   // namespace offramp::sources
