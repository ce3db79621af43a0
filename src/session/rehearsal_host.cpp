#include "session/rehearsal_host.h"

#include "base/text.h"

#include <algorithm>

namespace offramp {

namespace {

bool isBuiltIn(std::string_view name)
{
    const auto folded = text::foldName(name);
    return folded == "windows defender" || folded == "microsoft defender" || folded == "microsoft defender antivirus";
}

}   // namespace

Result<CommandOutput> RehearsalHost::PlayedProcesses::run(const Command& command) const
{
    auto answer = m_recorded.processes().run(command);
    if (answer) {
        return answer;
    }
    // Who asks for the rights of an administrator is whoever rehearses.
    if (command.executable == "whoami.exe") {
        return CommandOutput{0, "\"BUILTIN\\Administrators\",\"Alias\",\"S-1-5-32-544\",\"\"\r\n"};
    }
    if (command.executable == "id") {
        return CommandOutput{0, "sudo\n"};
    }
    return answer;
}

Result<std::vector<SecurityProduct>> RehearsalHost::PlayedSecurity::products() const
{
    auto products = m_recorded.securityStatus().products();
    if (!products) {
        return products;
    }
    products->erase(std::remove_if(products->begin(), products->end(),
                                   [&](const SecurityProduct& product) {
                                       return m_moment.silenced.contains(text::foldName(product.name));
                                   }),
                    products->end());
    const bool takenOver = m_moment.takeover && std::chrono::steady_clock::now() >= *m_moment.takeover;
    for (SecurityProduct& product : *products) {
        if (takenOver && isBuiltIn(product.name)) {
            product.state.active = true;
            product.state.upToDate = true;
        }
    }
    return products;
}

Result<std::string> RehearsalHost::PlayedConditions::bootId() const
{
    return "rehearsal-" + std::to_string(m_moment.boots);
}

Result<PendingRestart> RehearsalHost::PlayedConditions::pendingRestart() const
{
    if (m_moment.restartWanted) {
        return PendingRestart{true, {}};
    }
    const auto recorded = m_recorded.conditions().pendingRestart();
    return m_moment.boots == 1 && recorded ? *recorded : PendingRestart{};
}

Result<Power> RehearsalHost::PlayedConditions::power() const
{
    auto recorded = m_recorded.conditions().power();
    return recorded ? recorded : Power{true, std::nullopt};
}

Result<std::uint64_t> RehearsalHost::PlayedConditions::freeSystemSpace() const
{
    auto recorded = m_recorded.conditions().freeSystemSpace();
    return recorded ? recorded : std::uint64_t{64} << 30;
}

}   // namespace offramp
