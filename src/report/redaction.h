// Redaction: takes out of a report what tells who somebody is: names of people and of the computer, home folders, SIDs,
// serial numbers, activation codes and mail addresses. What it learned is replaced wherever it stands.
#pragma once

#include "report/json.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

class Redactor {
public:
    void computerIsCalled(std::string_view name);
    void somebodyIsCalled(std::string_view name);
    // Names in home folders ("C:\Users\ana", "/home/ana"), in accounts ("PC\ana") and in members "account" and
    // "userName" of a document.
    void learnFrom(const json::Value& document);

    [[nodiscard]] std::string applied(std::string_view text) const;
    // Every text in it; numbers, and the names of members, stay.
    [[nodiscard]] json::Value applied(const json::Value& document) const;

private:
    void learnFrom(std::string_view text);

    std::set<std::string> m_computers;
    std::set<std::string> m_people;
};

}   // namespace offramp
