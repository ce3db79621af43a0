// Property lists for tests of the macOS sources.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

namespace offramp {

// A property list whose root is a dictionary of `body`, written as XML.
[[nodiscard]] inline std::string propertyListOf(const std::string& body)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
           "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\"><dict>"
           + body + "</dict></plist>\n";
}

[[nodiscard]] inline std::string textFields(std::initializer_list<std::pair<std::string, std::string>> fields)
{
    std::string body;
    for (const auto& [key, value] : fields) {
        body += "<key>" + key + "</key><string>" + value + "</string>";
    }
    return body;
}

}   // namespace offramp
