// What Windows is told to load while it starts, as the registry holds it: drivers, filters of device classes and of the
// network. Reads everybody's, judges nobody. Private to boot_check.
#pragma once

#include "platform/host.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace offramp {

struct StartService {
    std::string name;
    std::string key;                             // as RegistryKey::display() spells it
    bool readable = true;                        // false: that there is such a key is all that is known
    bool driver = false;                         // of the kernel or a file system; also when its kind could not be read
    bool deleting = false;                       // Windows was told to delete it and waits for a restart
    std::optional<std::uint64_t> start;          // 0 boot, 1 system, 2 automatic, 3 on demand, 4 off
    std::optional<std::uint64_t> errorControl;   // 2 and 3: Windows does not start without it
    std::string file;                            // full path; empty when the key names none that can be looked up
};

// One name in UpperFilters or LowerFilters.
struct NamedFilter {
    std::string place;   // key and value
    std::string driver;
};

struct StartNetworkFilter {
    std::string key;
    std::string id;                   // component id
    std::string name;                 // its description
    std::string service;              // empty when the key names none
    bool mandatory = true;            // false only by its own word
    std::vector<std::string> bound;   // values of adapters that name it
};

struct WindowsStart {
    std::vector<StartService> services;
    std::vector<NamedFilter> filters;
    std::vector<StartNetworkFilter> network;
    std::vector<std::string> notLists;          // values that should hold names and do not
    std::vector<std::string> unread;            // places that could not be read, and why
    bool servicesRead = false;                  // the list of names is whole
    std::set<std::string> filesInTheWay;        // folded paths of files to be replaced or deleted at the next start
    std::optional<std::string> waitingUnread;   // why those are not known
};

[[nodiscard]] WindowsStart readWindowsStart(const Host& host);

}   // namespace offramp
