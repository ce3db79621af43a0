#include "catalog/trust_anchors.h"

#include "base/text.h"
#include "trust_files.inc"

namespace offramp {

const std::vector<TrustedKey>& compiledKeys()
{
    static const std::vector<TrustedKey> keys = [] {
        std::vector<TrustedKey> parsed;
        for (const auto& [name, text] : trustFiles) {
            // A build with a broken key file must not become a program that trusts less than it says; a unit test
            // makes sure that both are read.
            if (auto key = parsePublicKey(text, std::string(name))) {
                parsed.push_back(std::move(*key));
            }
        }
        return parsed;
    }();
    return keys;
}

const std::vector<std::string>& compiledMirrors()
{
    static const std::vector<std::string> mirrors = [] {
        std::vector<std::string> lines;
        for (const std::string_view raw : text::split(mirrorsFile, '\n')) {
            if (const auto line = text::trim(raw); !line.empty() && !line.starts_with('#')) {
                lines.emplace_back(line);
            }
        }
        return lines;
    }();
    return mirrors;
}

}   // namespace offramp
