// What program files of this Windows machine say of themselves and who signed them.
#pragma once

#include "platform/host.h"
#include "platform/windows/native_path.h"

namespace offramp {

class WindowsProgramFiles final : public ProgramFiles {
public:
    // The resource is taken apart here and not by Windows (version_resource.h), because anybody may have written it.
    [[nodiscard]] Result<VersionResource> version(std::string_view path) const override;
    // authenticode.h. While it looks, nobody can write to the file or put another one in its place.
    [[nodiscard]] Result<ProgramSignature> signature(std::string_view path) const override;

private:
    mutable Drives m_drives;
};

}   // namespace offramp
