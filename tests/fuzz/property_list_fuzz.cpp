// Property lists, binary and XML: any bytes, bounded depth and size, text that is UTF-8.
#include "base/text.h"
#include "inventory/sources/mac_bundle.h"
#include "inventory/sources/property_list.h"
#include "inventory/sources/property_list_limits.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

void check(const offramp::sources::PropertyValue& value, std::size_t depth)
{
    using Type = offramp::sources::PropertyValue::Type;
    require(depth <= offramp::sources::propertyListDepth);
    require(value.items.empty() || value.type == Type::array);
    require(value.fields.empty() || value.type == Type::dictionary);
    require(value.type != Type::text || offramp::text::isUtf8(value.text));
    if (value.type == Type::date) {
        (void)offramp::toString(value.date);
    }
    for (const auto& item : value.items) {
        check(item, depth + 1);
    }
    for (const auto& [key, field] : value.fields) {
        require(offramp::text::isUtf8(key));
        require(value.find(key) != nullptr);
        check(field, depth + 1);
    }
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace offramp::sources;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto value = parsePropertyList(bytes, "fuzz")) {
        check(*value, 1);
        const MacBundle bundle = bundleFrom(*value);
        require(offramp::text::isUtf8(bundle.publisher));
    }
    return 0;
}
