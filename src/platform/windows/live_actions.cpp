// Nothing is carried out on Windows yet: every port answers `unsupported`, so every step is refused with that reason.
#include "platform/platform.h"

namespace offramp {

namespace {

class NoPrograms final : public ProgramRunner {
public:
    [[nodiscard]] Result<ProgramEnd> run(const ProgramRun& program,
                                         const std::function<bool(std::chrono::seconds)>& /*silent*/) const override
    {
        return fail(ErrorCode::unsupported, program.executable);
    }
};

class NoQuarantine final : public Quarantine {
public:
    [[nodiscard]] Result<PathFacts> look(const std::string& path) const override
    {
        return fail(ErrorCode::unsupported, path);
    }
    [[nodiscard]] Result<std::string> prepare(const std::string& path, const std::string& /*group*/) override
    {
        return fail(ErrorCode::unsupported, path);
    }
    [[nodiscard]] Result<std::vector<std::string>> places(const std::string& group) const override
    {
        return fail(ErrorCode::unsupported, group);
    }
    [[nodiscard]] Result<void> take(const std::string& place) override { return fail(ErrorCode::unsupported, place); }
    [[nodiscard]] Result<void> putBack(const std::string& place) override
    {
        return fail(ErrorCode::unsupported, place);
    }
};

class LiveActions final : public Actions {
public:
    [[nodiscard]] const ProgramRunner& programs() const override { return m_programs; }
    [[nodiscard]] Quarantine& quarantine() override { return m_quarantine; }
    [[nodiscard]] WindowsActions& windows() override { return m_windows; }
    [[nodiscard]] Result<void> requestRestart() override { return fail(ErrorCode::unsupported, "restart"); }

private:
    NoPrograms m_programs;
    NoQuarantine m_quarantine;
    WindowsActions m_windows;
};

}   // namespace

std::unique_ptr<Actions> makeLiveActions()
{
    return std::make_unique<LiveActions>();
}

}   // namespace offramp
