#include "platform/windows/scheduled_tasks.h"

#include "platform/windows/win32_error.h"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace offramp {

namespace {

constexpr const char* place = "Task Scheduler";

VARIANT nothing()
{
    VARIANT value{};
    ::VariantInit(&value);
    return value;
}

VARIANT at(LONG index)
{
    VARIANT value = nothing();
    value.vt = VT_I4;
    value.lVal = index;
    return value;
}

// Offramp's own code says little of what can go wrong with a service ("could not be read"), so the system speaks.
tl::unexpected<Error> failure(HRESULT result, const std::string& where)
{
    const auto code = static_cast<DWORD>(result);
    const DWORD known = HRESULT_FACILITY(result) == FACILITY_WIN32 ? code & 0xFFFFu : code;
    std::string words = wordsOfWin32(known);
    if (words.ends_with('.')) {
        words.pop_back();
    }
    return tl::unexpected(errorFromHresult(result, fmt::format("{} ({})", where, words)));
}

bool isOutOfReach(HRESULT result)
{
    const ErrorCode code = errorFromHresult(result, {}).code;
    return code == ErrorCode::accessDenied || code == ErrorCode::notFound;
}

// What the Task Scheduler itself says of one entry, such as that its description is damaged.
bool isAboutOneEntry(HRESULT result)
{
    return isOutOfReach(result) || HRESULT_FACILITY(result) == FACILITY_ITF;
}

class TaskList {
public:
    explicit TaskList(ComPointer<ITaskFolder> root) { m_open.push_back(std::move(root)); }

    [[nodiscard]] Result<std::vector<TaskDefinition>> read() &&
    {
        while (!m_open.empty()) {
            const ComPointer<ITaskFolder> folder = std::move(m_open.back());
            m_open.pop_back();
            ComText path;
            const std::string where = SUCCEEDED(folder->get_Path(path.put())) && path
                                          ? fmt::format("{}, folder {}", place, path.toString())
                                          : std::string(place);
            for (const HRESULT result : {addTasks(*folder.get()), addFolders(*folder.get())}) {
                if (FAILED(result) && !isOutOfReach(result)) {
                    return failure(result, where);
                }
            }
        }
        return std::move(m_tasks);
    }

private:
    HRESULT addTasks(ITaskFolder& folder)
    {
        ComPointer<IRegisteredTaskCollection> tasks;
        LONG count = 0;
        HRESULT result = folder.GetTasks(TASK_ENUM_HIDDEN, tasks.put());
        if (SUCCEEDED(result)) {
            result = tasks->get_Count(&count);
        }
        for (LONG index = 1; SUCCEEDED(result) && index <= count; ++index) {
            ComPointer<IRegisteredTask> task;
            result = tasks->get_Item(at(index), task.put());
            if (SUCCEEDED(result) && task) {
                add(*task.get());
            } else if (isAboutOneEntry(result)) {
                result = S_OK;
            }
        }
        return result;
    }

    HRESULT addFolders(ITaskFolder& folder)
    {
        ComPointer<ITaskFolderCollection> folders;
        LONG count = 0;
        HRESULT result = folder.GetFolders(0, folders.put());
        if (SUCCEEDED(result)) {
            result = folders->get_Count(&count);
        }
        for (LONG index = 1; SUCCEEDED(result) && index <= count; ++index) {
            ComPointer<ITaskFolder> below;
            result = folders->get_Item(at(index), below.put());
            if (SUCCEEDED(result) && below) {
                m_open.push_back(std::move(below));
            } else if (isAboutOneEntry(result)) {
                result = S_OK;
            }
        }
        return result;
    }

    void add(IRegisteredTask& task)
    {
        ComText path;
        ComText xml;
        if (FAILED(task.get_Path(path.put())) || !path) {
            return;   // it went in the meantime
        }
        if (FAILED(task.get_Xml(xml.put()))) {
            xml.reset();
        }
        m_tasks.push_back({path.toString(), xml.toString()});
    }

    std::vector<ComPointer<ITaskFolder>> m_open;
    std::vector<TaskDefinition> m_tasks;
};

}   // namespace

Result<std::vector<TaskDefinition>> tasksBelow(ComPointer<ITaskFolder> root)
{
    return TaskList(std::move(root)).read();
}

Result<std::vector<TaskDefinition>> readScheduledTasks()
{
    const ComScope com;
    ComPointer<ITaskService> service;
    HRESULT result = ::CoCreateInstance(__uuidof(TaskScheduler), nullptr, CLSCTX_INPROC_SERVER, __uuidof(ITaskService),
                                        service.putVoid());
    if (SUCCEEDED(result)) {
        result = service->Connect(nothing(), nothing(), nothing(), nothing());
    }
    ComPointer<ITaskFolder> root;
    if (SUCCEEDED(result)) {
        const ComText name(::SysAllocString(L"\\"));
        result = name ? service->GetFolder(name.get(), root.put()) : E_OUTOFMEMORY;
    }
    if (FAILED(result)) {
        return failure(result, place);
    }
    return tasksBelow(std::move(root));
}

}   // namespace offramp
