// The registry of the machine this program runs on.
//
// A key is read exactly where RegistryKey::display() says it is: the half for 32-bit programs is WOW6432Node of the
// other. Asking Windows for its 32-bit view instead would answer shared keys (Policies, certificates) twice.
// Trees of people who are signed out are read from copies of their files when this process has administrator rights
// (offline_hive.h); else they count as not loaded.
#pragma once

#include "platform/host.h"
#include "platform/windows/offline_hive.h"
#include "platform/windows/registry_key.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

enum class SignedOutPeople { areRead, areLeftOut };

class WindowsRegistry final : public Registry {
public:
    explicit WindowsRegistry(SignedOutPeople signedOut) : m_signedOut(signedOut) {}

    [[nodiscard]] Result<std::vector<std::string>> subkeys(const RegistryKey& key) const override;
    [[nodiscard]] Result<std::vector<RegistryValue>> values(const RegistryKey& key) const override;
    [[nodiscard]] Result<std::vector<UserHive>> userHives() const override;

private:
    struct Place {
        HKEY root = nullptr;
        std::string_view path;
    };
    [[nodiscard]] Result<UniqueKey> open(const RegistryKey& key, KeyAccess access, const std::string& shown) const;
    // Where the path of a key below HKEY_USERS lies, which may be a copy.
    [[nodiscard]] Place placeOf(std::string_view path) const;
    // Reads the tree of somebody who is signed out; tried once for each.
    [[nodiscard]] bool readSignedOut(const std::string& sid, const std::vector<RegistryValue>& profile) const;

    SignedOutPeople m_signedOut;
    mutable KeyReader m_reader;
    mutable std::map<std::string, std::unique_ptr<OfflineHive>> m_offline;   // by folded SID; null: could not be read
};

// Text with %VARIABLES% of this process replaced; as it is when that fails.
[[nodiscard]] std::string expanded(std::string_view text);

}   // namespace offramp
