// What the raw data of a registry value means, the same for a live registry and for a recorded one; and whose the trees
// below HKEY_USERS are.
#pragma once

#include "platform/host.h"

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// How a source of raw data writes text: UTF-16LE, or in an 8-bit code page (UTF-8 if it is that, else Windows-1252).
enum class RegistryText { utf16, narrow };

// Never fails. Texts end at their last character that is not NUL; NULs in the middle stay. A text that was written as
// 8-bit characters where Windows expects UTF-16 is read as what it was meant to be when that is beyond doubt. Numbers
// too short for their type keep their bytes and are of type `other`. `type` is the REG_ number, of which there may be
// any.
[[nodiscard]] RegistryValue decodeRegistryData(std::string name, unsigned type, std::string_view bytes,
                                               RegistryText encoding);

// The value of that name, in any case, or null. An ASCII name is asked for, as all names of Windows' own values are.
[[nodiscard]] const RegistryValue* findValue(const std::vector<RegistryValue>& values, std::string_view name);

// A text without the NULs at its end, of which a damaged value may have none or several.
[[nodiscard]] std::string withoutTerminator(std::string text);

// Below HKEY_LOCAL_MACHINE: one key for each person, named by the SID, with the folder of the profile.
inline constexpr std::string_view profileListPath = R"(SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList)";

// Accounts of people: local and domain accounts, and those of Azure Active Directory. System accounts are not.
[[nodiscard]] bool isPersonSid(std::string_view sid);

// The profile folder of an entry of the list, not expanded; empty when it names none.
[[nodiscard]] std::string profileFolderFrom(const std::vector<RegistryValue>& values);
// The last part of that folder, which is how the person is called on this machine.
[[nodiscard]] std::string userNameFrom(const std::vector<RegistryValue>& values);

}   // namespace offramp
