#include "platform/recorded/recorded_processes.h"

#include "platform/recorded/json_reading.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace offramp {

namespace {

std::string_view fileName(std::string_view path)
{
    const std::size_t at = path.find_last_of("/\\");
    return at == std::string_view::npos ? path : path.substr(at + 1);
}

std::string joinedLine(const Command& command, std::string_view program)
{
    std::string line(program);
    for (const std::string& argument : command.arguments) {
        line += ' ';
        line += argument;
    }
    return line;
}

int exitCodeOf(const nlohmann::json& entry)
{
    const nlohmann::json& code = jsonMember(entry, "exitCode");
    return code.is_number_integer() ? static_cast<int>(code.get<std::int64_t>()) : 0;
}

}   // namespace

Result<RecordedProcesses> RecordedProcesses::open(const std::filesystem::path& folder, const RecordedPlaces& denied,
                                                  const RecordedPlaces& complete)
{
    RecordedProcesses processes;
    processes.m_commandsDenied = denied.namesPort("commands");
    processes.m_missingCommand.code = complete.namesPort("commands") ? ErrorCode::notFound : ErrorCode::notRecorded;

    const std::filesystem::path commandsFile = folder / "commands.json";
    const Result<nlohmann::json> commands = readJsonFile(commandsFile);
    if (commands) {
        const nlohmann::json& list = commands->is_array() ? *commands : jsonMember(*commands, "commands");
        for (const nlohmann::json& entry : list.is_array() ? list : nlohmann::json::array()) {
            Recorded recorded;
            const nlohmann::json& line = jsonMember(entry, "argv");
            for (const nlohmann::json& part : line.is_array() ? line : nlohmann::json::array()) {
                const std::string word = part.is_string() ? part.get<std::string>() : std::string{};
                recorded.line += recorded.line.empty() ? std::string(fileName(word)) : ' ' + word;
            }
            if (recorded.line.empty()) {
                return fail(ErrorCode::malformed,
                            fmt::format("{}: a command without a list \"argv\"", pathToUtf8(commandsFile)));
            }
            recorded.output = {exitCodeOf(entry), jsonText(entry, "stdout")};
            processes.m_commands.push_back(std::move(recorded));
        }
        if (!commands->is_object() && !commands->is_array()) {
            return fail(ErrorCode::malformed, pathToUtf8(commandsFile) + ": neither a JSON object nor a list");
        }
        const nlohmann::json named = commands->is_object() ? *commands : nlohmann::json::object();
        for (const auto& [line, answer] : named.items()) {
            if (!answer.is_string() && !answer.is_object()) {
                continue;
            }
            const std::string output = answer.is_string() ? answer.get<std::string>() : jsonText(answer, "stdout");
            processes.m_commands.push_back({line, {exitCodeOf(answer), output}});
        }
    } else if (commands.error().code != ErrorCode::notFound) {
        return tl::unexpected<Error>(commands.error());
    }

    const Result<nlohmann::json> running = readJsonFile(folder / "processes.json");
    if (running) {
        const nlohmann::json& list = running->is_array() ? *running : jsonMember(*running, "processes");
        if (!list.is_array()) {
            return fail(ErrorCode::malformed, pathToUtf8(folder / "processes.json") + ": no list of processes");
        }
        for (const nlohmann::json& entry : list) {
            RunningProcess process;
            process.path = jsonText(entry, "path");
            process.name = entry.is_string() ? entry.get<std::string>() : jsonText(entry, "name");
            if (process.name.empty()) {
                process.name = fileName(process.path);
            }
            const nlohmann::json& id = jsonMember(entry, "id");
            process.id = id.is_number_unsigned() ? id.get<std::uint64_t>() : 0;
            processes.m_running->push_back(std::move(process));
        }
    } else if (running.error().code != ErrorCode::notFound) {
        return tl::unexpected<Error>(running.error());
    } else if (!complete.namesPort("processes")) {
        processes.m_running = fail(ErrorCode::notRecorded, "processes");
    }
    if (denied.namesPort("processes")) {
        processes.m_running = fail(ErrorCode::accessDenied, "processes");
    }
    return processes;
}

Result<CommandOutput> RecordedProcesses::run(const Command& command) const
{
    if (m_commandsDenied) {
        return fail(ErrorCode::accessDenied, command.executable);
    }
    const std::string fullLine = joinedLine(command, command.executable);
    const std::string line = joinedLine(command, fileName(command.executable));
    const auto isSame = [&](const Recorded& recorded) { return recorded.line == line || recorded.line == fullLine; };
    auto found = std::find_if(m_commands.begin(), m_commands.end(), isSame);
    if (found == m_commands.end() && !command.arguments.empty()) {
        // The same question with its answer formatted another way; whoever asked has to read it as it is.
        const std::string question =
            joinedLine(Command{command.executable, {command.arguments.front()}}, fileName(command.executable)) + ' ';
        found = std::find_if(m_commands.begin(), m_commands.end(),
                             [&](const Recorded& recorded) { return (recorded.line + ' ').starts_with(question); });
    }
    if (found == m_commands.end()) {
        return fail(m_missingCommand.code, fullLine);
    }
    if (found->output.standardOutput.size() > command.outputLimit) {
        return fail(ErrorCode::tooLarge, fullLine);
    }
    return found->output;
}

}   // namespace offramp
