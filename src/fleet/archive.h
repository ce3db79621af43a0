// Archive: values as bytes, for what this program writes and reads again itself while it runs. One function names the
// members of a value, so that what is written and what is read cannot differ.
#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace offramp::fleet {

template <class Value>
concept Plain = std::is_arithmetic_v<Value> || std::is_enum_v<Value>;

class ArchiveWriter {
public:
    explicit ArchiveWriter(std::string& to) : m_to(to) {}

    template <Plain Value> void operator()(const Value& value) { bytes(value); }
    template <class Value> void bytes(const Value& value)
    {
        static_assert(std::is_trivially_copyable_v<Value>);
        char all[sizeof(Value)];
        std::memcpy(all, &value, sizeof(Value));
        m_to.append(all, sizeof(Value));
    }
    void operator()(const std::string& text)
    {
        (*this)(static_cast<std::uint32_t>(text.size()));
        m_to.append(text);
    }
    template <class Value> void operator()(const std::optional<Value>& value)
    {
        (*this)(value.has_value());
        if (value) {
            (*this)(*value);
        }
    }
    template <class Value> void operator()(const std::vector<Value>& values)
    {
        (*this)(static_cast<std::uint32_t>(values.size()));
        for (const Value& value : values) {
            (*this)(value);
        }
    }
    // Of which members() says what belongs to it.
    template <class Value>
    requires(std::is_class_v<Value>) void operator()(const Value& value) { members(*this, value); }

private:
    std::string& m_to;
};

// What is not there reads as empty, and then intact() is false.
class ArchiveReader {
public:
    explicit ArchiveReader(std::string_view from) : m_from(from) {}

    template <Plain Value> void operator()(Value& value) { bytes(value); }
    void operator()(bool& value)
    {
        std::uint8_t byte = 0;
        bytes(byte);
        m_intact = m_intact && byte <= 1;
        value = byte == 1;
    }
    template <class Value> void bytes(Value& value)
    {
        static_assert(std::is_trivially_copyable_v<Value>);
        const std::string_view all = taken(sizeof(Value));
        if (all.size() == sizeof(Value)) {
            std::memcpy(&value, all.data(), sizeof(Value));
        }
    }
    void operator()(std::string& text)
    {
        std::uint32_t size = 0;
        (*this)(size);
        text = taken(size);
    }
    template <class Value> void operator()(std::optional<Value>& value)
    {
        bool has = false;
        (*this)(has);
        value.reset();
        if (has && m_intact) {
            (*this)(value.emplace());
        }
    }
    template <class Value> void operator()(std::vector<Value>& values)
    {
        std::uint32_t size = 0;
        (*this)(size);
        values.clear();
        for (std::uint32_t number = 0; number < size && m_intact; ++number) {
            (*this)(values.emplace_back());
        }
    }
    template <class Value>
    requires(std::is_class_v<Value>) void operator()(Value& value) { members(*this, value); }

    // Whether everything was there, and nothing more.
    [[nodiscard]] bool intact() const { return m_intact && m_from.empty(); }

private:
    std::string_view taken(std::size_t size)
    {
        // After the first thing that is not there, nothing is where it is looked for.
        if (!m_intact || size > m_from.size()) {
            m_intact = false;
            return {};
        }
        const std::string_view bytes = m_from.substr(0, size);
        m_from.remove_prefix(size);
        return bytes;
    }

    std::string_view m_from;
    bool m_intact = true;
};

}   // namespace offramp::fleet
