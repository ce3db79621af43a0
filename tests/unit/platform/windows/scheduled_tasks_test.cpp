#include "platform/windows/scheduled_tasks.h"

#include "platform/windows/wide_text.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace offramp;

// Wine lists folders of tasks but no tasks, so the list is read from a Task Scheduler of this test's own.
namespace {

// The folders and tasks this test handed out and did not get back.
int alive = 0;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"   // COM interfaces have none
// What COM wants of every object.
template <class Interface> class Object : public Interface {
public:
    Object() { ++alive; }
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID, void**) override { return E_NOINTERFACE; }
    ULONG STDMETHODCALLTYPE AddRef() override { return ++m_owners; }
    ULONG STDMETHODCALLTYPE Release() override
    {
        const ULONG left = --m_owners;
        if (left == 0) {
            delete this;
        }
        return left;
    }
    HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT, LCID, ITypeInfo**) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID, LPOLESTR*, UINT, LCID, DISPID*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE Invoke(DISPID, REFIID, LCID, WORD, DISPPARAMS*, VARIANT*, EXCEPINFO*, UINT*) override
    {
        return E_NOTIMPL;
    }

protected:
    virtual ~Object() { --alive; }

private:
    ULONG m_owners = 1;
};
#pragma GCC diagnostic pop

HRESULT give(const std::wstring& text, BSTR* out)
{
    *out = ::SysAllocString(text.c_str());
    return *out == nullptr ? E_OUTOFMEMORY : S_OK;
}

struct TaskPlan {
    std::wstring path;
    std::wstring xml;
    HRESULT item = S_OK;   // of handing it out
    HRESULT description = S_OK;
};
struct FolderPlan {
    std::wstring path;
    std::vector<TaskPlan> tasks;
    std::vector<FolderPlan> folders;
    HRESULT item = S_OK;
    HRESULT listing = S_OK;   // of its tasks
};

class Task final : public Object<IRegisteredTask> {
public:
    explicit Task(TaskPlan plan) : m_plan(std::move(plan)) {}
    HRESULT STDMETHODCALLTYPE get_Path(BSTR* path) override { return give(m_plan.path, path); }
    HRESULT STDMETHODCALLTYPE get_Xml(BSTR* xml) override
    {
        return FAILED(m_plan.description) ? m_plan.description : give(m_plan.xml, xml);
    }
    HRESULT STDMETHODCALLTYPE get_Name(BSTR*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_State(TASK_STATE*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_Enabled(VARIANT_BOOL*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE put_Enabled(VARIANT_BOOL) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE Run(VARIANT, IRunningTask**) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE RunEx(VARIANT, LONG, LONG, BSTR, IRunningTask**) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE GetInstances(LONG, IRunningTaskCollection**) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_LastRunTime(DATE*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_LastTaskResult(LONG*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_NumberOfMissedRuns(LONG*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_NextRunTime(DATE*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_Definition(ITaskDefinition**) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE GetSecurityDescriptor(LONG, BSTR*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE SetSecurityDescriptor(BSTR, LONG) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE Stop(LONG) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE GetRunTimes(const LPSYSTEMTIME, const LPSYSTEMTIME, DWORD*, LPSYSTEMTIME*) override
    {
        return E_NOTIMPL;
    }

private:
    TaskPlan m_plan;
};

// Counted from one, as collections of the Task Scheduler are.
template <class Collection, class Item, class Made, class Plan> class List final : public Object<Collection> {
public:
    explicit List(std::vector<Plan> plans) : m_plans(std::move(plans)) {}
    HRESULT STDMETHODCALLTYPE get_Count(LONG* count) override
    {
        *count = static_cast<LONG>(m_plans.size());
        return S_OK;
    }
    HRESULT STDMETHODCALLTYPE get_Item(VARIANT index, Item** item) override
    {
        if (index.vt != VT_I4 || index.lVal < 1 || index.lVal > static_cast<LONG>(m_plans.size())) {
            return E_INVALIDARG;
        }
        const Plan& plan = m_plans[static_cast<std::size_t>(index.lVal - 1)];
        if (SUCCEEDED(plan.item)) {
            *item = new Made(plan);
        }
        return plan.item;
    }
    HRESULT STDMETHODCALLTYPE get__NewEnum(IUnknown**) override { return E_NOTIMPL; }

private:
    std::vector<Plan> m_plans;
};

class Folder final : public Object<ITaskFolder> {
public:
    explicit Folder(FolderPlan plan) : m_plan(std::move(plan)) {}
    HRESULT STDMETHODCALLTYPE get_Path(BSTR* path) override { return give(m_plan.path, path); }
    HRESULT STDMETHODCALLTYPE GetFolders(LONG, ITaskFolderCollection** folders) override
    {
        *folders = new List<ITaskFolderCollection, ITaskFolder, Folder, FolderPlan>(m_plan.folders);
        return S_OK;
    }
    HRESULT STDMETHODCALLTYPE GetTasks(LONG flags, IRegisteredTaskCollection** tasks) override
    {
        if (flags != TASK_ENUM_HIDDEN) {
            return E_INVALIDARG;
        }
        if (SUCCEEDED(m_plan.listing)) {
            *tasks = new List<IRegisteredTaskCollection, IRegisteredTask, Task, TaskPlan>(m_plan.tasks);
        }
        return m_plan.listing;
    }
    HRESULT STDMETHODCALLTYPE get_Name(BSTR*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE GetFolder(BSTR, ITaskFolder**) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE CreateFolder(BSTR, VARIANT, ITaskFolder**) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE DeleteFolder(BSTR, LONG) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE GetTask(BSTR, IRegisteredTask**) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE DeleteTask(BSTR, LONG) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE RegisterTask(BSTR, BSTR, LONG, VARIANT, VARIANT, TASK_LOGON_TYPE, VARIANT,
                                           IRegisteredTask**) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE RegisterTaskDefinition(BSTR, ITaskDefinition*, LONG, VARIANT, VARIANT, TASK_LOGON_TYPE,
                                                     VARIANT, IRegisteredTask**) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE GetSecurityDescriptor(LONG, BSTR*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE SetSecurityDescriptor(BSTR, LONG) override { return E_NOTIMPL; }

private:
    FolderPlan m_plan;
};

constexpr auto malformedXml = static_cast<HRESULT>(0x8004131AL);   // SCHED_E_MALFORMEDXML
constexpr HRESULT denied = E_ACCESSDENIED;

Result<std::vector<TaskDefinition>> tasksIn(FolderPlan plan)
{
    const auto tasks = tasksBelow(ComPointer<ITaskFolder>(new Folder(std::move(plan))));
    CHECK(alive == 0);
    return tasks;
}

std::vector<std::string> pathsOf(std::vector<TaskDefinition> tasks)
{
    std::vector<std::string> paths;
    for (TaskDefinition& task : tasks) {
        paths.push_back(std::move(task.path));
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

}   // namespace

TEST_CASE("tasks of every folder are told with their description", "[windows]")
{
    const auto tasks = tasksIn({L"\\",
                                {{L"\\top", L"<Task>\x0416</Task>"}},
                                {{L"\\Kaspersky",
                                  {{L"\\Kaspersky\\one", L"<Task/>"}},
                                  {{L"\\Kaspersky\\deep", {{L"\\Kaspersky\\deep\\two", L"<Task/>"}}, {}}}},
                                 {L"\\empty", {}, {}}}});
    REQUIRE(tasks);
    CHECK(pathsOf(*tasks) == std::vector<std::string>{"\\Kaspersky\\deep\\two", "\\Kaspersky\\one", "\\top"});
    CHECK(tasks->front().xml == "<Task>\xD0\x96</Task>");
}

TEST_CASE("what may not be seen, is gone or is damaged costs no other task", "[windows]")
{
    FolderPlan closed{L"\\closed", {{L"\\closed\\x", L""}}, {}};
    closed.listing = denied;
    FolderPlan gone{L"\\gone", {}, {}};
    gone.item = HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND);
    const TaskPlan hidden{L"\\hidden", L"", denied};
    const TaskPlan damaged{L"\\damaged", L"", malformedXml};
    const TaskPlan silent{L"\\silent", L"", S_OK, denied};
    const auto tasks = tasksIn({L"\\",
                                {hidden, damaged, silent, {L"\\whole", L"<Task/>"}},
                                {closed, gone, {L"\\open", {{L"\\open\\x", L""}}, {}}}});
    REQUIRE(tasks);
    CHECK(pathsOf(*tasks) == std::vector<std::string>{"\\open\\x", "\\silent", "\\whole"});
}

TEST_CASE("a Task Scheduler that fails says with which code, where, and in words", "[windows]")
{
    FolderPlan broken{L"\\Kaspersky", {}, {}};
    broken.listing = HRESULT_FROM_WIN32(RPC_S_SERVER_UNAVAILABLE);
    const auto tasks = tasksIn({L"\\", {{L"\\top", L""}}, {broken}});
    REQUIRE_FALSE(tasks);
    CHECK(tasks.error().osCode == RPC_S_SERVER_UNAVAILABLE);
    CHECK(tasks.error().context.starts_with("Task Scheduler, folder \\Kaspersky ("));
    CHECK(tasks.error().context.size() > std::string("Task Scheduler, folder \\Kaspersky ()").size());
}

TEST_CASE("the live Task Scheduler answers with tasks, or with why not", "[windows]")
{
    const auto tasks = readScheduledTasks();
    if (tasks) {
        CHECK(std::all_of(tasks->begin(), tasks->end(),
                          [](const TaskDefinition& task) { return task.path.starts_with('\\'); }));
    } else {
        WARN("this system does not list tasks; not proven here: " << tasks.error().context);
        CHECK(tasks.error().osCode != 0);
        CHECK(tasks.error().context.starts_with("Task Scheduler"));
    }
}
