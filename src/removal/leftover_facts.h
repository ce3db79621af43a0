// What a snapshot says about single leftovers: where they lie, what lies below them, and whether the computer starts
// without trouble. Private to leftovers.
#pragma once

#include "base/reason.h"
#include "domain/evidence.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// Path, key or name of what the evidence stands for. For an extension in a browser's profile the folder of the
// extension, not of one of its versions.
[[nodiscard]] std::string placeOf(const Evidence& evidence);
[[nodiscard]] std::string lastPart(std::string_view place);
// Whether `inner` lies below `outer`, both paths or both keys; a thing does not lie below itself.
[[nodiscard]] bool liesBelow(std::string_view inner, std::string_view outer);

[[nodiscard]] bool isRegistryPlace(std::string_view readFrom);
[[nodiscard]] bool isPolicyPlace(std::string_view readFrom);
[[nodiscard]] bool isFolder(const Evidence& evidence);
// Absolute, on a drive or the root of this computer, without "." and ".." and without a pattern in it.
[[nodiscard]] bool isPlainAbsolute(std::string_view path);

class LeftoverFacts {
public:
    // The snapshot must outlive this.
    explicit LeftoverFacts(const HostSnapshot& snapshot);

    // What a driver or filter that stayed means for the next start.
    [[nodiscard]] std::vector<Reason> judgementOf(const Evidence& evidence) const;
    // Folders or keys of the snapshot in which this one lies. What names a product is often found inside what only
    // names its maker.
    [[nodiscard]] std::vector<const Evidence*> above(const Evidence& evidence) const;
    // Name of a driver, service or running program whose file lies below the folder and is not known to be gone.
    [[nodiscard]] std::optional<std::string> programBelow(std::string_view folder) const;

private:
    const HostSnapshot& m_snapshot;
    bool m_driversComplete = false;
};

}   // namespace offramp
