// Owners of what Windows hands out, each giving it back when it goes out of scope.
#pragma once

#include "platform/windows/windows_api.h"

#include <unknwn.h>
#include <winsvc.h>

#include <utility>

namespace offramp {

// `Traits` says which value means "nothing" and how the value is given back.
template <class Traits> class Owned {
public:
    using Value = typename Traits::Value;

    Owned() = default;
    explicit Owned(Value value) : m_value(value) {}
    ~Owned() { reset(); }
    Owned(Owned&& other) noexcept : m_value(other.release()) {}
    Owned& operator=(Owned&& other) noexcept
    {
        if (this != &other) {
            reset(other.release());
        }
        return *this;
    }

    [[nodiscard]] Value get() const { return m_value; }
    [[nodiscard]] bool valid() const { return !Traits::isNothing(m_value); }
    [[nodiscard]] explicit operator bool() const { return valid(); }
    [[nodiscard]] Value release() { return std::exchange(m_value, Traits::nothing()); }
    void reset(Value value = Traits::nothing())
    {
        if (valid()) {
            Traits::close(m_value);
        }
        m_value = value;
    }
    // For calls that write the value: what was owned is given back first.
    [[nodiscard]] Value* put()
    {
        reset();
        return &m_value;
    }

private:
    Value m_value = Traits::nothing();
};

// Kernel objects. Calls disagree on whether "nothing" is null or INVALID_HANDLE_VALUE, so both are.
struct HandleTraits {
    using Value = HANDLE;
    static Value nothing() { return nullptr; }
    static bool isNothing(Value value) { return value == nullptr || value == INVALID_HANDLE_VALUE; }
    static void close(Value value) { ::CloseHandle(value); }
};
using UniqueHandle = Owned<HandleTraits>;

struct FindTraits {
    using Value = HANDLE;
    static Value nothing() { return INVALID_HANDLE_VALUE; }
    static bool isNothing(Value value) { return value == nullptr || value == INVALID_HANDLE_VALUE; }
    static void close(Value value) { ::FindClose(value); }
};
using UniqueFind = Owned<FindTraits>;

struct KeyTraits {
    using Value = HKEY;
    static Value nothing() { return nullptr; }
    static bool isNothing(Value value) { return value == nullptr; }
    static void close(Value value) { ::RegCloseKey(value); }
};
using UniqueKey = Owned<KeyTraits>;

struct ServiceTraits {
    using Value = SC_HANDLE;
    static Value nothing() { return nullptr; }
    static bool isNothing(Value value) { return value == nullptr; }
    static void close(Value value) { ::CloseServiceHandle(value); }
};
using UniqueServiceHandle = Owned<ServiceTraits>;

// What is given back with LocalFree.
template <class T> struct LocalMemoryTraits {
    using Value = T*;
    static Value nothing() { return nullptr; }
    static bool isNothing(Value value) { return value == nullptr; }
    static void close(Value value) { ::LocalFree(value); }
};
template <class T> using LocalMemory = Owned<LocalMemoryTraits<T>>;

template <class T> struct ComTraits {
    using Value = T*;
    static Value nothing() { return nullptr; }
    static bool isNothing(Value value) { return value == nullptr; }
    static void close(Value value) { value->Release(); }
};

// A COM interface.
template <class T> class ComPointer : public Owned<ComTraits<T>> {
public:
    using Owned<ComTraits<T>>::Owned;

    [[nodiscard]] T* operator->() const { return this->get(); }
    // For calls that take `void**`, such as CoCreateInstance and QueryInterface.
    [[nodiscard]] void** putVoid() { return reinterpret_cast<void**>(this->put()); }
};

}   // namespace offramp
