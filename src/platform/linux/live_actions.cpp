#include "platform/linux/linux_programs.h"
#include "platform/linux/linux_quarantine.h"
#include "platform/person_settings.h"
#include "platform/platform.h"

#include <unistd.h>

namespace offramp {

namespace {

class LiveActions final : public Actions {
public:
    explicit LiveActions(std::filesystem::path kept) : m_quarantine(std::move(kept)) {}

    [[nodiscard]] const ProgramRunner& programs() const override { return m_programs; }
    [[nodiscard]] Quarantine& quarantine() override { return m_quarantine; }
    [[nodiscard]] WindowsActions& windows() override { return m_windows; }

    [[nodiscard]] Result<void> requestRestart() override
    {
        // The service manager asks polkit whether this person may, and lets programs that hold it back finish.
        const auto end = m_programs.run(ProgramRun{"systemctl", {"reboot"}, {}, {}, {}, {}},
                                        [](std::chrono::seconds) { return true; });
        if (!end) {
            return tl::unexpected(end.error());
        }
        if (end->exitCode != 0) {
            return fail(ErrorCode::io, "systemctl reboot: " + end->output, end->exitCode);
        }
        return {};
    }

private:
    LinuxPrograms m_programs;
    LinuxQuarantine m_quarantine;
    WindowsActions m_windows;
};

}   // namespace

std::unique_ptr<Actions> makeLiveActions()
{
    if (::geteuid() == 0) {
        return std::make_unique<LiveActions>("/var/lib/offramp/quarantine");
    }
    // Without a home nothing can be kept, and an empty path is refused for not being absolute.
    const auto own = personDataFolder();
    return std::make_unique<LiveActions>(own ? *own / "quarantine" : std::filesystem::path{});
}

}   // namespace offramp
