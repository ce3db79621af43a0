#include "inventory/sources/property_list.h"

#include "inventory/sources/property_list_limits.h"
#include "inventory/sources/unix_places.h"

#include <plist/plist.h>

#include <cstdlib>
#include <memory>
#include <optional>
#include <type_traits>

namespace offramp::sources {

namespace {

// Dates of property lists count from 2001-01-01.
constexpr std::chrono::seconds appleEpoch{978307200};

struct FreePropertyList {
    void operator()(void* node) const { ::plist_free(node); }
};
using OwnedPropertyList = std::unique_ptr<std::remove_pointer_t<plist_t>, FreePropertyList>;

struct FreeMemory {
    void operator()(void* memory) const { std::free(memory); }
};
using OwnedText = std::unique_ptr<char, FreeMemory>;

std::optional<PropertyValue> valueFrom(plist_t node, std::size_t depth);

std::string textFrom(plist_t node)
{
    char* raw = nullptr;
    ::plist_get_string_val(node, &raw);
    const OwnedText text(raw);
    return text ? asUtf8(text.get()) : std::string{};
}

std::string bytesFrom(plist_t node)
{
    char* raw = nullptr;
    std::uint64_t length = 0;
    ::plist_get_data_val(node, &raw, &length);
    const OwnedText bytes(raw);
    return bytes ? std::string(bytes.get(), length) : std::string{};
}

bool takeItems(plist_t node, std::size_t depth, PropertyValue& value)
{
    plist_array_iter raw = nullptr;
    ::plist_array_new_iter(node, &raw);
    const std::unique_ptr<void, FreeMemory> iterator(raw);
    for (;;) {
        plist_t item = nullptr;
        ::plist_array_next_item(node, iterator.get(), &item);
        if (item == nullptr) {
            return true;
        }
        std::optional<PropertyValue> taken = valueFrom(item, depth + 1);
        if (!taken) {
            return false;
        }
        value.items.push_back(std::move(*taken));
    }
}

bool takeFields(plist_t node, std::size_t depth, PropertyValue& value)
{
    plist_dict_iter raw = nullptr;
    ::plist_dict_new_iter(node, &raw);
    const std::unique_ptr<void, FreeMemory> iterator(raw);
    for (;;) {
        char* rawKey = nullptr;
        plist_t item = nullptr;
        ::plist_dict_next_item(node, iterator.get(), &rawKey, &item);
        const OwnedText key(rawKey);
        if (item == nullptr) {
            return true;
        }
        std::optional<PropertyValue> taken = valueFrom(item, depth + 1);
        if (!key || !taken) {
            return false;
        }
        value.fields.push_back(PropertyField{asUtf8(key.get()), std::move(*taken)});
    }
}

std::optional<PropertyValue> valueFrom(plist_t node, std::size_t depth)
{
    if (depth > propertyListDepth) {
        return std::nullopt;
    }
    PropertyValue value;
    switch (::plist_get_node_type(node)) {
    case PLIST_BOOLEAN: {
        std::uint8_t flag = 0;
        ::plist_get_bool_val(node, &flag);
        value.type = PropertyValue::Type::boolean;
        value.flag = flag != 0;
        break;
    }
    case PLIST_UINT: {
        std::uint64_t number = 0;
        ::plist_get_uint_val(node, &number);
        value.type = PropertyValue::Type::integer;
        value.integer = static_cast<std::int64_t>(number);
        break;
    }
    case PLIST_REAL:
        value.type = PropertyValue::Type::real;
        ::plist_get_real_val(node, &value.real);
        break;
    case PLIST_STRING:
        value.type = PropertyValue::Type::text;
        value.text = textFrom(node);
        break;
    case PLIST_DATE: {
        std::int32_t seconds = 0;
        std::int32_t microseconds = 0;
        ::plist_get_date_val(node, &seconds, &microseconds);
        value.type = PropertyValue::Type::date;
        value.date = Instant{appleEpoch + std::chrono::seconds{seconds}};
        break;
    }
    case PLIST_DATA:
        value.type = PropertyValue::Type::data;
        value.text = bytesFrom(node);
        break;
    case PLIST_ARRAY:
        value.type = PropertyValue::Type::array;
        if (!takeItems(node, depth, value)) {
            return std::nullopt;
        }
        break;
    case PLIST_DICT:
        value.type = PropertyValue::Type::dictionary;
        if (!takeFields(node, depth, value)) {
            return std::nullopt;
        }
        break;
    default: break;
    }
    return value;
}

}   // namespace

const PropertyValue* PropertyValue::find(std::string_view key) const
{
    for (const PropertyField& field : fields) {
        if (field.key == key) {
            return &field.value;
        }
    }
    return nullptr;
}

std::string_view PropertyValue::textOf(std::string_view key) const
{
    const PropertyValue* const value = find(key);
    return value != nullptr && value->type == Type::text ? std::string_view(value->text) : std::string_view{};
}

Result<PropertyValue> parsePropertyList(std::string_view bytes, std::string_view place)
{
    if (bytes.size() > propertyListLimit) {
        return fail(ErrorCode::tooLarge, std::string(place));
    }
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byteOrderMark)) {
        bytes.remove_prefix(byteOrderMark.size());
    }
    const bool binary = isBinaryPropertyList(bytes);
    if (binary ? !binaryPropertyListIsModest(bytes) : !xmlPropertyListIsModest(bytes)) {
        return fail(ErrorCode::malformed, std::string(place));
    }
    plist_t raw = nullptr;
    const auto length = static_cast<std::uint32_t>(bytes.size());
    if (binary) {
        ::plist_from_bin(bytes.data(), length, &raw);
    } else {
        ::plist_from_xml(bytes.data(), length, &raw);
    }
    const OwnedPropertyList list(raw);
    std::optional<PropertyValue> value = list ? valueFrom(list.get(), 1) : std::nullopt;
    if (!value) {
        return fail(ErrorCode::malformed, std::string(place));
    }
    return std::move(*value);
}

}   // namespace offramp::sources
