// Property lists of macOS, XML and binary, as plain values.
//
// The bytes come from a machine that is not trusted: size, nesting and the number of values are limited before the
// library sees them, document types with their own entities are refused, and nothing here throws.
#pragma once

#include "base/calendar.h"
#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::sources {

// No property list this product reads comes near this size.
inline constexpr std::size_t propertyListLimit = 2u << 20;

struct PropertyField;

struct PropertyValue {
    enum class Type { none, boolean, integer, real, text, date, data, array, dictionary };
    Type type = Type::none;
    bool flag = false;   // boolean
    std::int64_t integer = 0;
    double real = 0;
    std::string text;   // text: UTF-8; data: bytes
    Instant date{};
    std::vector<PropertyValue> items;    // array
    std::vector<PropertyField> fields;   // dictionary, in the order of the file

    // The value of a dictionary's key; nullptr when there is none or this is no dictionary.
    [[nodiscard]] const PropertyValue* find(std::string_view key) const;
    // The text of a dictionary's key; empty when there is none or it is not text.
    [[nodiscard]] std::string_view textOf(std::string_view key) const;
};

struct PropertyField {
    std::string key;
    PropertyValue value;
};

// `place` goes into the Error: malformed or tooLarge.
[[nodiscard]] Result<PropertyValue> parsePropertyList(std::string_view bytes, std::string_view place);

}   // namespace offramp::sources
