// What starting a program takes, for reading (WindowsProcesses) and for acting (WindowsPrograms).
#pragma once

#include "base/result.h"
#include "platform/windows/windows_api.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace offramp {

// "C:\\Windows\\System32", as the system says and not its environment.
[[nodiscard]] std::wstring systemFolder();

// A bare name is looked up in the system folder, never in %PATH% or the current folder: a folder the person can write
// must not decide which program answers. An absolute path is taken as it is. Only .exe files: a batch file would be run
// by a shell, with rules of its own for quotation marks.
[[nodiscard]] Result<std::wstring> findProgram(const std::string& executable);

// Says that a new process inherits these handles and no others.
class InheritedHandles {
public:
    explicit InheritedHandles(std::array<HANDLE, 2> handles) : m_handles(handles)
    {
        SIZE_T size = 0;
        ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
        m_memory.resize(size);
        m_ready = ::InitializeProcThreadAttributeList(list(), 1, 0, &size) != 0;
        m_set = m_ready
                && ::UpdateProcThreadAttribute(list(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, m_handles.data(),
                                               sizeof m_handles, nullptr, nullptr)
                       != 0;
    }
    ~InheritedHandles()
    {
        if (m_ready) {
            ::DeleteProcThreadAttributeList(list());
        }
    }
    InheritedHandles(const InheritedHandles&) = delete;
    InheritedHandles& operator=(const InheritedHandles&) = delete;

    [[nodiscard]] bool isSet() const { return m_set; }
    [[nodiscard]] LPPROC_THREAD_ATTRIBUTE_LIST list()
    {
        return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(m_memory.data());
    }

private:
    std::array<HANDLE, 2> m_handles;
    std::vector<std::byte> m_memory;
    bool m_ready = false;
    bool m_set = false;
};

}   // namespace offramp
