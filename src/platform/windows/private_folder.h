// A new folder for temporary copies that only administrators and the system may open, deleted with what is in it.
#pragma once

#include "base/result.h"

#include <string>

namespace offramp {

class PrivateFolder {
public:
    [[nodiscard]] static Result<PrivateFolder> make();
    ~PrivateFolder();
    PrivateFolder(PrivateFolder&& other) noexcept;
    PrivateFolder& operator=(PrivateFolder&& other) noexcept;

    // Without a backslash at the end; what follows the last '-' is random.
    [[nodiscard]] const std::wstring& path() const { return m_path; }

private:
    explicit PrivateFolder(std::wstring path) : m_path(std::move(path)) {}

    std::wstring m_path;   // empty: nothing is owned
};

}   // namespace offramp
