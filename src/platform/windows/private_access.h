// Who may reach into what this account keeps to itself.
#pragma once

#include "base/result.h"
#include "platform/windows/handle.h"

#include <string>

namespace offramp {

// Permissions of a new folder: administrators and the system; without administrator rights this person as well, and who
// they are not is nobody. Nothing is inherited from above.
class PrivateAccess {
public:
    PrivateAccess();
    // Null when Windows could not make it; then nothing private can be made.
    [[nodiscard]] void* descriptor() const { return m_descriptor.get(); }

private:
    LocalMemory<void> m_descriptor;
};

// Permissions of what is for the program a person started and the one with rights: this person and administrators.
class OwnAccess {
public:
    OwnAccess();
    // Null when Windows could not make it.
    [[nodiscard]] void* descriptor() const { return m_descriptor.get(); }

private:
    LocalMemory<void> m_descriptor;
};

enum class Keeper { administrators, person };
// Whose this process's own things are: the administrators', with their rights.
[[nodiscard]] Keeper keeperOfThisProcess();

// Whether only the keeper can reach into what is open (with READ_CONTROL): accessDenied when its owner or anybody who
// is granted anything is somebody else. An administrator's program does not believe what the same person's programs
// without rights could have made.
[[nodiscard]] Result<void> onlyForKeeper(HANDLE thing, Keeper keeper, const std::string& shown);

}   // namespace offramp
