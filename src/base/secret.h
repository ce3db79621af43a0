// Secrets in memory: overwritten where they are, in a way no compiler leaves out.
#pragma once

#include <cstddef>
#include <string>

namespace offramp {

void overwrite(void* memory, std::size_t bytes);
// All a text holds, also what it once held behind its end; empty afterwards. Copies of it are not known.
void overwrite(std::string& secret);

// Overwrites a text when it goes out of scope.
class Overwritten {
public:
    explicit Overwritten(std::string& secret) : m_secret(secret) {}
    ~Overwritten() { overwrite(m_secret); }
    Overwritten(const Overwritten&) = delete;
    Overwritten& operator=(const Overwritten&) = delete;

private:
    std::string& m_secret;
};

}   // namespace offramp
