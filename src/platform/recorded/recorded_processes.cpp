#include "platform/recorded/recorded_processes.h"

#include "platform/recorded/json_reading.h"

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
        const nlohmann::json& list = jsonMember(*commands, "commands");
        for (const nlohmann::json& entry : list.is_array() ? list : nlohmann::json::array()) {
            Recorded recorded;
            const nlohmann::json& line = jsonMember(entry, "argv");
            for (const nlohmann::json& part : line.is_array() ? line : nlohmann::json::array()) {
                recorded.line.push_back(part.is_string() ? part.get<std::string>() : std::string{});
            }
            if (recorded.line.empty()) {
                return fail(ErrorCode::malformed,
                            fmt::format("{}: a command without a list \"argv\"", pathToUtf8(commandsFile)));
            }
            recorded.output = {exitCodeOf(entry), jsonText(entry, "stdout")};
            processes.m_commands.push_back(std::move(recorded));
        }
        if (!commands->is_object()) {
            return fail(ErrorCode::malformed, pathToUtf8(commandsFile) + ": not a JSON object");
        }
        for (const auto& [line, answer] : commands->items()) {
            if (!answer.is_string() && !answer.is_object()) {
                continue;
            }
            const std::string output = answer.is_string() ? answer.get<std::string>() : jsonText(answer, "stdout");
            processes.m_commands.push_back({{line}, true, {exitCodeOf(answer), output}});
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
    const std::string_view program = fileName(command.executable);
    const std::string line = joinedLine(command, program);
    const std::string fullLine = joinedLine(command, command.executable);
    for (const Recorded& recorded : m_commands) {
        bool same = false;
        if (recorded.joined) {
            same = recorded.line.front() == line || recorded.line.front() == fullLine;
        } else {
            same = fileName(recorded.line.front()) == program && recorded.line.size() == command.arguments.size() + 1
                   && std::equal(command.arguments.begin(), command.arguments.end(), recorded.line.begin() + 1);
        }
        if (same && recorded.output.standardOutput.size() > command.outputLimit) {
            return fail(ErrorCode::tooLarge, fullLine);
        }
        if (same) {
            return recorded.output;
        }
    }
    return fail(m_missingCommand.code, fullLine);
}

}   // namespace offramp
