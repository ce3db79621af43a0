// Functions that a system library has but no import library names.
#pragma once

#include "platform/windows/windows_api.h"

#include <cstring>

namespace offramp {

// Null when this version of the library, which must be loaded already, does not have it.
template <class Function> Function systemFunction(const wchar_t* library, const char* name)
{
    const HMODULE module = ::GetModuleHandleW(library);
    const FARPROC address = module == nullptr ? nullptr : ::GetProcAddress(module, name);
    Function function = nullptr;
    static_assert(sizeof function == sizeof address);
    std::memcpy(&function, &address, sizeof function);
    return function;
}

}   // namespace offramp
