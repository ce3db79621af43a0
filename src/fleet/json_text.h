// Reading JSON of foreign origin with simdjson: any value as text, because engines write numbers either way.
#pragma once

#include <deque>
#include <initializer_list>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <utility>

namespace offramp::fleet {

// Texts of numbers, kept until the record they belong to is done.
class NumberTexts {
public:
    [[nodiscard]] std::string_view keep(std::string text) { return m_texts.emplace_back(std::move(text)); }
    void clear() { m_texts.clear(); }

private:
    std::deque<std::string> m_texts;
};

// Strings, numbers and true or false; empty for null, lists and objects. Valid as long as the document and `numbers`.
[[nodiscard]] std::string_view textOf(const simdjson::dom::element& value, NumberTexts& numbers);

// The first of these members that is there and not null.
[[nodiscard]] std::optional<simdjson::dom::element> memberOf(const simdjson::dom::element& value,
                                                             std::initializer_list<std::string_view> names);
[[nodiscard]] std::string_view memberText(const simdjson::dom::element& value,
                                          std::initializer_list<std::string_view> names, NumberTexts& numbers);
// Calls `visit` with every item of a list, and with nothing else.
template <class Visit> void forEachItem(const simdjson::dom::element& value, const Visit& visit)
{
    simdjson::dom::array list;
    if (value.get(list) == simdjson::SUCCESS) {
        for (const simdjson::dom::element item : list) {
            visit(item);
        }
    }
}
// Calls `visit` with the name and value of every member of an object, and with nothing else.
template <class Visit> void forEachMember(const simdjson::dom::element& value, const Visit& visit)
{
    simdjson::dom::object object;
    if (value.get(object) == simdjson::SUCCESS) {
        for (const auto member : object) {
            visit(member.key, member.value);
        }
    }
}
// Empty for what is no list.
[[nodiscard]] std::optional<simdjson::dom::array> listOf(const simdjson::dom::element& value);

}   // namespace offramp::fleet
