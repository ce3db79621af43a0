#include "platform/pending_restart.h"

#include "base/text.h"
#include "platform/registry_data.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace offramp {

namespace {

// Keys that exist only while their owner waits for a restart.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> markers{{
    {R"(SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending)", "Windows servicing"},
    {R"(SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootInProgress)", "Windows servicing"},
    {R"(SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired)", "Windows Update"},
    {R"(SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress)", "Windows Installer"},
}};
constexpr std::string_view sessionManager = R"(SYSTEM\CurrentControlSet\Control\Session Manager)";
constexpr std::string_view computerName = R"(SYSTEM\CurrentControlSet\Control\ComputerName)";

class Question {
public:
    explicit Question(const Registry& registry) : m_registry(registry) {}

    void askMarkers()
    {
        for (const auto& [path, who] : markers) {
            if (valuesOf(path)) {
                add(who);
            }
        }
    }
    // Pairs of names: what to move, and where to, which is empty for a file to delete.
    void askFileOperations()
    {
        const auto values = valuesOf(sessionManager).value_or(std::vector<RegistryValue>{});
        for (const std::string_view name : {"PendingFileRenameOperations", "PendingFileRenameOperations2"}) {
            const RegistryValue* const waiting = findValue(values, name);
            if (waiting != nullptr
                && std::any_of(waiting->texts.begin(), waiting->texts.end(),
                               [](const std::string& file) { return !file.empty(); })) {
                add("files to be replaced or deleted");
            }
        }
    }
    void askComputerName()
    {
        const std::string active = nameIn("ActiveComputerName");
        const std::string next = nameIn("ComputerName");
        if (!active.empty() && !next.empty() && !text::equalsFolded(active, next)) {
            add("new computer name");
        }
    }

    [[nodiscard]] Result<PendingRestart> answer() &&
    {
        if (!m_answer.pending && m_fault) {
            return tl::unexpected<Error>(std::move(*m_fault));
        }
        return std::move(m_answer);
    }

private:
    [[nodiscard]] std::optional<std::vector<RegistryValue>> valuesOf(std::string_view path)
    {
        auto values = m_registry.values({Hive::localMachine, RegistryView::native64, std::string(path)});
        if (values) {
            return std::move(*values);
        }
        if (values.error().code != ErrorCode::notFound && !m_fault) {
            m_fault = values.error();
        }
        return std::nullopt;
    }
    [[nodiscard]] std::string nameIn(std::string_view key)
    {
        const auto values = valuesOf(std::string(computerName).append("\\").append(key));
        const RegistryValue* const name = values ? findValue(*values, "ComputerName") : nullptr;
        return name == nullptr ? std::string{} : name->text;
    }
    void add(std::string_view who)
    {
        m_answer.pending = true;
        if (std::find(m_answer.reasons.begin(), m_answer.reasons.end(), who) == m_answer.reasons.end()) {
            m_answer.reasons.emplace_back(who);
        }
    }

    const Registry& m_registry;
    PendingRestart m_answer;
    std::optional<Error> m_fault;
};

}   // namespace

Result<PendingRestart> pendingRestartFrom(const Registry& registry)
{
    Question question(registry);
    question.askMarkers();
    question.askFileOperations();
    question.askComputerName();
    return std::move(question).answer();
}

}   // namespace offramp
