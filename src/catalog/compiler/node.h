// Node: a JSON value that knows where it stands, so every complaint can name its place.
//
// Reading is forgiving: a member that is missing or of another type is an empty Node, an empty text or no items. What
// must be there is the schema's business; the checks after it only look at what is there.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::compiler {

class Node {
public:
    // `file` and `value` must outlive the node.
    Node(const std::string& file, const nlohmann::json& value, std::string path = {})
        : m_file(&file), m_value(&value), m_path(std::move(path))
    {}

    [[nodiscard]] Node operator[](const char* key) const
    {
        static const nlohmann::json nothing;
        auto path = m_path.empty() ? std::string{key} : m_path + "." + key;
        if (m_value->is_object()) {
            if (const auto found = m_value->find(key); found != m_value->end()) {
                return {*m_file, *found, std::move(path)};
            }
        }
        return {*m_file, nothing, std::move(path)};
    }

    [[nodiscard]] std::vector<Node> items() const
    {
        std::vector<Node> result;
        if (m_value->is_array()) {
            result.reserve(m_value->size());
            for (const auto& item : *m_value) {
                result.emplace_back(*m_file, item, m_path + "[" + std::to_string(result.size()) + "]");
            }
        }
        return result;
    }

    // Member names and values, by name.
    [[nodiscard]] std::vector<std::pair<std::string, Node>> members() const
    {
        std::vector<std::pair<std::string, Node>> result;
        if (m_value->is_object()) {
            for (const auto& [key, value] : m_value->items()) {
                result.emplace_back(key, Node{*m_file, value, m_path.empty() ? key : m_path + "." + key});
            }
        }
        return result;
    }

    [[nodiscard]] std::string text() const
    {
        return m_value->is_string() ? m_value->get<std::string>() : std::string{};
    }
    [[nodiscard]] std::vector<std::string> texts() const
    {
        std::vector<std::string> result;
        for (const auto& item : items()) {
            result.push_back(item.text());
        }
        return result;
    }
    [[nodiscard]] bool isTrue() const { return m_value->is_boolean() && m_value->get<bool>(); }
    [[nodiscard]] bool isText() const { return m_value->is_string(); }
    [[nodiscard]] bool isNull() const { return m_value->is_null(); }   // also when missing

    [[nodiscard]] const std::string& file() const { return *m_file; }
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] const nlohmann::json& value() const { return *m_value; }

private:
    const std::string* m_file;
    const nlohmann::json* m_value;
    std::string m_path;
};

}   // namespace offramp::compiler
