// What every user of COM needs.
#pragma once

#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"

#include <objbase.h>
#include <oleauto.h>

#include <string>

namespace offramp {

// COM for this thread, unless somebody set it up in another way already, which does as well.
class ComScope {
public:
    ComScope() : m_result(::CoInitializeEx(nullptr, COINIT_MULTITHREADED)) {}
    ~ComScope()
    {
        if (SUCCEEDED(m_result)) {
            ::CoUninitialize();
        }
    }
    ComScope(const ComScope&) = delete;
    ComScope& operator=(const ComScope&) = delete;

private:
    HRESULT m_result;
};

struct ComTextTraits {
    using Value = BSTR;
    static Value nothing() { return nullptr; }
    static bool isNothing(Value value) { return value == nullptr; }
    static void close(Value value) { ::SysFreeString(value); }
};
// A BSTR.
class ComText : public Owned<ComTextTraits> {
public:
    using Owned<ComTextTraits>::Owned;

    [[nodiscard]] std::string toString() const
    {
        return valid() ? toUtf8({get(), ::SysStringLen(get())}) : std::string{};
    }
};

}   // namespace offramp
