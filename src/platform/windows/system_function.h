// Functions that a system library has but no import library names, and libraries that are wanted late or never.
#pragma once

#include "platform/windows/windows_api.h"

#include <cstring>

namespace offramp {

// Null when the library does not have it.
template <class Function> Function functionOf(HMODULE library, const char* name)
{
    const FARPROC address = library == nullptr ? nullptr : ::GetProcAddress(library, name);
    Function function = nullptr;
    static_assert(sizeof function == sizeof address);
    std::memcpy(&function, &address, sizeof function);
    return function;
}

// Null when this version of the library, which must be loaded already, does not have it.
template <class Function> Function systemFunction(const wchar_t* library, const char* name)
{
    return functionOf<Function>(::GetModuleHandleW(library), name);
}

// A library of Windows, taken from System32 and from nowhere else. What the import table names is first looked for
// beside the program, where anybody who can write there could put a version.dll of their own. It stays loaded until the
// program ends, like one the import table names.
class SystemLibrary {
public:
    // `name`: a file name without a folder ("msi.dll").
    explicit SystemLibrary(const wchar_t* name)
        : m_library(::LoadLibraryExW(name, nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32)),
          m_fault(m_library == nullptr ? ::GetLastError() : ERROR_SUCCESS)
    {}

    [[nodiscard]] bool isLoaded() const { return m_library != nullptr; }
    // Why it is not loaded; ERROR_SUCCESS when it is.
    [[nodiscard]] DWORD fault() const { return m_fault; }
    // Null when this Windows' version of the library does not have it, or the library is not loaded.
    template <class Function> [[nodiscard]] Function function(const char* name) const
    {
        return functionOf<Function>(m_library, name);
    }

private:
    HMODULE m_library;
    DWORD m_fault;
};

}   // namespace offramp
