#include "inventory/sources/sources.h"

#include "base/text.h"
#include "inventory/sources/registry_reading.h"
#include "inventory/sources/task_xml.h"
#include "inventory/sources/windows_paths.h"

#include <map>
#include <set>
#include <utility>

namespace offramp::sources {

namespace {

constexpr std::string_view treePath = R"(SOFTWARE\Microsoft\Windows NT\CurrentVersion\Schedule\TaskCache\Tree)";
constexpr std::size_t deepest = 32;
constexpr std::size_t taskSizeLimit = std::size_t{1} << 20;

class TaskReader {
public:
    TaskReader(const Host& host, ReportBuilder& report, const std::stop_token& stop)
        : m_host(host), m_report(report), m_stop(stop), m_windows(windowsFolder(host))
    {}

    // The files the tasks were made from: they say which program runs.
    void readFiles()
    {
        std::vector<std::pair<std::string, std::size_t>> pending{{"", 0}};
        const std::string base = m_windows + R"(\System32\Tasks)";
        while (!pending.empty() && !m_stop.stop_requested()) {
            const auto [path, depth] = std::move(pending.back());
            pending.pop_back();
            const Result<std::vector<DirectoryEntry>> entries = m_host.files().list(base + path);
            if (!entries) {
                m_fileFaults.push_back(entries.error());
                noteUnread(entries.error());
                continue;
            }
            m_report.read(entries->size());
            for (const DirectoryEntry& entry : *entries) {
                const std::string below = path + "\\" + entry.name;
                if (!entry.directory) {
                    const Result<std::string> content = m_host.files().read(base + below, taskSizeLimit);
                    if (!content) {
                        noteUnread(content.error());
                    }
                    m_files[text::fold(below)] = {below, content ? commandOfTask(*content) : std::string{}};
                } else if (!entry.link && depth < deepest) {
                    pending.emplace_back(below, depth + 1);
                }
            }
        }
    }
    // The scheduler's own index; a key with an "Id" is a task, others are folders of tasks. False when not all of it
    // could be read.
    bool readIndex()
    {
        std::vector<std::pair<std::string, std::size_t>> pending{{"", 0}};
        bool complete = true;
        while (!pending.empty() && !m_stop.stop_requested()) {
            const std::string path = std::move(pending.back().first);
            const std::size_t depth = pending.back().second;
            pending.pop_back();
            const auto visit = [&](const std::string& name, const RegistryKey& key, const RegistryValues& values) {
                const std::string below = path + "\\" + name;
                if (!values.text("Id").empty()) {
                    addTask(below, key.display());
                }
                if (depth < deepest) {
                    pending.emplace_back(below, depth + 1);
                }
            };
            const RegistryKey folder = machineKey(std::string(treePath) + path);
            const PlaceOutcome outcome = visitSubkeys(m_host.registry(), folder, m_report, m_stop, visit);
            const bool vanished = outcome == PlaceOutcome::absent && !path.empty();
            complete = complete && (outcome == PlaceOutcome::read || vanished);
            m_indexRefused = m_indexRefused || outcome == PlaceOutcome::incomplete;
        }
        return complete && !m_stop.stop_requested();
    }
    // Files without an entry in the index.
    void addOtherFiles()
    {
        for (const auto& entry : m_files) {
            addTask(entry.second.id, m_windows + R"(\System32\Tasks)" + entry.second.id);
        }
    }
    [[nodiscard]] bool filesWereRefused() const { return m_filesRefused; }
    [[nodiscard]] bool indexWasRefused() const { return m_indexRefused; }
    // What the scheduler says itself, where files or index may not be read: it takes longer than reading.
    [[nodiscard]] Result<void> askScheduler()
    {
        if (m_stop.stop_requested()) {
            return {};
        }
        const Result<std::vector<TaskDefinition>> answer = m_host.windowsManagers().scheduledTasks();
        if (!answer) {
            return tl::unexpected<Error>(answer.error());
        }
        for (const TaskDefinition& task : *answer) {
            if (!task.path.empty()) {
                m_told.try_emplace(text::fold(task.path), Task{task.path, commandOfTask(task.xml)});
            }
        }
        return {};
    }
    // Tasks that only the scheduler named.
    void addToldTasks()
    {
        const std::size_t before = m_added.size();
        for (const auto& entry : m_told) {
            addTask(entry.second.id, "Task Scheduler");
        }
        if (m_added.size() > before) {
            m_report.read(m_added.size() - before);
        }
    }
    void reportFileFaults()
    {
        for (const Error& fault : m_fileFaults) {
            m_report.failed(fault);
        }
    }

private:
    struct Task {
        std::string id;
        std::string program;
    };
    using Tasks = std::map<std::string, Task>;   // by folded id

    void noteUnread(const Error& error) { m_filesRefused = m_filesRefused || error.code != ErrorCode::notFound; }

    [[nodiscard]] std::string programOf(const std::string& folded) const
    {
        for (const Tasks* const tasks : {&m_files, &m_told}) {
            const auto task = tasks->find(folded);
            if (task != tasks->end() && !task->second.program.empty()) {
                return task->second.program;
            }
        }
        return {};
    }
    // Each task once, from the place that is read first.
    void addTask(const std::string& id, std::string readFrom)
    {
        const std::string folded = text::fold(id);
        if (!m_added.insert(folded).second) {
            return;
        }
        Evidence task;
        task.kind = EvidenceKind::scheduledTask;
        task.source = SourceKind::scheduledTasks;
        task.id = id;
        task.name = id.substr(id.rfind('\\') + 1);
        task.location = programOf(folded);
        task.presence = presenceOf(m_host.files(), absolutePath(task.location, m_windows));
        task.readFrom = std::move(readFrom);
        m_report.add(std::move(task));
    }

    const Host& m_host;
    ReportBuilder& m_report;
    const std::stop_token& m_stop;
    std::string m_windows;
    Tasks m_files;
    Tasks m_told;
    std::set<std::string> m_added;   // folded ids
    bool m_filesRefused = false;
    bool m_indexRefused = false;
    std::vector<Error> m_fileFaults;
};

}   // namespace

SourceReport readScheduledTasks(const Host& host, std::stop_token stop)
{
    ReportBuilder report(SourceKind::scheduledTasks);
    const bool damaged = reportDamage(host.registry(), report);
    TaskReader reader(host, report, stop);
    reader.readFiles();
    Result<void> scheduler;
    const bool filesRefused = reader.filesWereRefused();
    if (filesRefused) {
        scheduler = reader.askScheduler();
    }
    const bool complete = reader.readIndex() && !damaged;
    if (reader.indexWasRefused() && !filesRefused) {
        scheduler = reader.askScheduler();
    }
    reader.addOtherFiles();
    reader.addToldTasks();
    // The index alone decides what runs, so files that may not be read (the rule without administrator rights) only
    // count when the index could not be read either.
    if (!complete) {
        reader.reportFileFaults();
        if (!scheduler && scheduler.error().code != ErrorCode::unsupported) {
            report.failed(scheduler.error());
        }
    }
    return report.finish(Coverage::complete);
}

}   // namespace offramp::sources
