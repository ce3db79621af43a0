// A two-way stream of bytes between the program a person started and the one with rights. CMake picks the
// implementation.
#pragma once

#include "base/result.h"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

class ByteChannel {
public:
    virtual ~ByteChannel() = default;
    // All of it; `io` when the other side is gone.
    [[nodiscard]] virtual Result<void> write(std::string_view bytes) = 0;
    // At least one byte and not more than one read gives; empty when the other side closed. `timeout` when nothing
    // came.
    [[nodiscard]] virtual Result<std::string> read(std::chrono::milliseconds patience) = 0;
};

// The far end of a program that was started with rights; ends with it, and ends it by being closed.
class BrokerConnection : public ByteChannel {
public:
    // After the other side closed: `cancelled` when the person said no to the system's question, `accessDenied` when
    // nobody could be asked or may, `io` for any other end.
    [[nodiscard]] virtual Error whyEnded() = 0;
};

// Linux only. Whether this is a regular file that only administrators can change or exchange: owned by one of them, and
// so is every folder above it. accessDenied when somebody else could; unsupported with a link on the way.
[[nodiscard]] Result<void> onlyAdministratorsChange(const std::string& path);
// The broker of this installation, at the place the installation put it. On Linux onlyAdministratorsChange of it holds;
// on Windows, where a person installs for themselves, it is signed as this program is (decisions/0014).
[[nodiscard]] Result<std::string> installedBroker();
// Asks the system to start it with rights, which asks the person.
[[nodiscard]] Result<std::unique_ptr<BrokerConnection>> startBroker();

// --- the broker's own side

// Forgets the environment, closes every file but the three standard ones, and leaves the folder and the terminal it was
// started from.
void becomeAlone();
// Whether this process has the rights its work needs.
[[nodiscard]] bool hasAdministratorRights();
// To whoever started it. `arguments`: what the broker was told after "--serve". On Linux nothing, and it speaks through
// its standard input and output; on Windows the name of a pipe, which only a program of its own folder may have made.
[[nodiscard]] Result<std::unique_ptr<ByteChannel>> brokerChannel(const std::vector<std::string>& arguments);

}   // namespace offramp
