#include "platform/windows/private_access.h"

#include "platform/windows/machine_facts.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <aclapi.h>
#include <sddl.h>

#include <array>
#include <cstddef>
#include <vector>

namespace offramp {

namespace {

// SID of the account this process belongs to; empty when it cannot be told.
std::vector<std::byte> ownAccount()
{
    UniqueHandle token;
    alignas(TOKEN_USER) std::array<std::byte, 256> buffer{};
    DWORD size = 0;
    if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, token.put()) == 0
        || ::GetTokenInformation(token.get(), TokenUser, buffer.data(), static_cast<DWORD>(buffer.size()), &size)
               == 0) {
        return {};
    }
    const PSID sid = reinterpret_cast<const TOKEN_USER*>(buffer.data())->User.Sid;
    std::vector<std::byte> copy(::GetLengthSid(sid));
    return ::CopySid(static_cast<DWORD>(copy.size()), copy.data(), sid) != 0 ? copy : std::vector<std::byte>{};
}

std::wstring spelled(std::vector<std::byte>& sid)
{
    LocalMemory<wchar_t> text;
    return !sid.empty() && ::ConvertSidToStringSidW(sid.data(), text.put()) != 0 ? text.get() : std::wstring{};
}

bool isKeeper(PSID sid, Keeper keeper)
{
    if (sid == nullptr || ::IsValidSid(sid) == 0) {
        return false;
    }
    if (::IsWellKnownSid(sid, WinBuiltinAdministratorsSid) != 0 || ::IsWellKnownSid(sid, WinLocalSystemSid) != 0) {
        return true;
    }
    std::vector<std::byte> own = keeper == Keeper::person ? ownAccount() : std::vector<std::byte>{};
    return !own.empty() && ::EqualSid(sid, own.data()) != 0;
}

}   // namespace

PrivateAccess::PrivateAccess()
{
    std::wstring text = L"D:P(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)";
    if (keeperOfThisProcess() == Keeper::administrators) {
        text = L"O:BA" + text;
    } else {
        std::vector<std::byte> own = ownAccount();
        text += L"(A;OICI;FA;;;" + spelled(own) + L")";
    }
    ::ConvertStringSecurityDescriptorToSecurityDescriptorW(text.c_str(), SDDL_REVISION_1, m_descriptor.put(), nullptr);
}

OwnAccess::OwnAccess()
{
    std::vector<std::byte> own = ownAccount();
    const std::wstring sid = spelled(own);
    if (!sid.empty()) {
        const std::wstring text = L"D:P(A;;GA;;;BA)(A;;GA;;;" + sid + L")";
        ::ConvertStringSecurityDescriptorToSecurityDescriptorW(text.c_str(), SDDL_REVISION_1, m_descriptor.put(),
                                                               nullptr);
    }
}

Keeper keeperOfThisProcess()
{
    return isElevated() ? Keeper::administrators : Keeper::person;
}

Result<void> onlyForKeeper(HANDLE thing, Keeper keeper, const std::string& shown)
{
    PSID owner = nullptr;
    PACL list = nullptr;
    LocalMemory<void> descriptor;
    const DWORD code = ::GetSecurityInfo(thing, SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
                                         &owner, nullptr, &list, nullptr, descriptor.put());
    if (code != ERROR_SUCCESS) {
        return tl::unexpected(errorFromWin32(code, shown));
    }
    const auto denied = [&] { return fail(ErrorCode::accessDenied, shown + ": others can reach into it"); };
    if (!isKeeper(owner, keeper) || list == nullptr) {
        return denied();   // without a list everybody may do everything
    }
    for (DWORD at = 0; at < list->AceCount; ++at) {
        void* entry = nullptr;
        if (::GetAce(list, at, &entry) == 0) {
            return denied();
        }
        const auto* const header = static_cast<const ACE_HEADER*>(entry);
        if (header->AceType == ACCESS_DENIED_ACE_TYPE) {
            continue;
        }
        // Every other kind of grant is one we did not make.
        if (header->AceType != ACCESS_ALLOWED_ACE_TYPE
            || !isKeeper(&static_cast<ACCESS_ALLOWED_ACE*>(entry)->SidStart, keeper)) {
            return denied();
        }
    }
    return {};
}

}   // namespace offramp
