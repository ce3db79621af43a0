#include "catalog/compiler/check_context.h"

#include "base/reason.h"
#include "base/text.h"
#include "catalog/catalog_words.h"
#include "catalog/compiler/near_miss.h"

#include <array>
#include <fmt/format.h>

namespace offramp::compiler {

namespace {

constexpr std::array<std::string_view, 12> trackingParameters{"utm_", "gclid=",    "fbclid=",  "msclkid=",
                                                              "aff=", "affid=",    "aff_id=",  "affiliate",
                                                              "ref=", "referrer=", "clickid=", "partner="};
// Characters other pattern languages use, and that ours would take literally.
constexpr std::string_view foreignWildcards = "?[]|^\\";

std::string meantId(const std::string& id, const std::map<std::string, std::string>& taken)
{
    std::vector<std::string> ids;
    for (const auto& [each, place] : taken) {
        ids.push_back(each);
    }
    return didYouMean(id, ids);
}

}   // namespace

CheckContext::CheckContext(const CatalogSource& source, Problems& problems)
    : m_source(source), m_problems(problems), m_fromSchemas(problems), m_complete(source.complete)
{
    for (const std::string name : {"catalog.json", "features.json", "timeline.json", "vendors.json"}) {
        if (!source.files.contains(name)) {
            m_complete = false;
            if (source.complete) {
                m_problems.add(name, "", "is missing");
            }
        }
    }
}

Node CheckContext::file(const std::string& name) const
{
    static const std::string noName;
    static const nlohmann::json nothing;
    const auto found = m_source.files.find(name);
    return found == m_source.files.end() ? Node{noName, nothing} : Node{found->first, found->second};
}

std::vector<Node> CheckContext::filesIn(std::string_view folder) const
{
    std::vector<Node> nodes;
    for (const auto& [name, content] : m_source.files) {
        if (name.starts_with(folder)) {
            nodes.emplace_back(name, content);
        }
    }
    return nodes;
}

void CheckContext::complain(const Node& place, std::string message)
{
    if (!m_fromSchemas.contains(place.file(), place.path())) {
        m_problems.add(place.file(), place.path(), std::move(message));
    }
}

void CheckContext::takeId(const char* what, const Node& owner, std::map<std::string, std::string>& taken)
{
    const auto id = owner["id"];
    if (!id.isText()) {
        return;
    }
    const auto [first, isNew] = taken.emplace(id.text(), fmt::format("{}: {}", owner.file(), owner.path()));
    if (!isNew) {
        complain(id, fmt::format("{} \"{}\" already exists ({})", what, id.text(), first->second));
    }
}

void CheckContext::mustName(const Node& reference, const char* what, const std::map<std::string, std::string>& taken)
{
    if (m_complete && reference.isText() && !taken.contains(reference.text())) {
        complain(reference,
                 fmt::format("there is no {} \"{}\"{}", what, reference.text(), meantId(reference.text(), taken)));
    }
}

void CheckContext::mustNotRepeat(const Node& list)
{
    std::set<std::string> seen;
    for (const auto& item : list.items()) {
        if (item.isText() && !seen.insert(item.text()).second) {
            complain(item, fmt::format("\"{}\" is in the list twice", item.text()));
        }
    }
}

void CheckContext::checkSource(const Node& source, Address needed)
{
    checkWord(source["verification"], verificationFromString);
    const auto url = source["url"];
    const auto address = url.text();
    if (!url.isText()) {
        return;
    }
    const auto verification = verificationFromString(source["verification"].text());
    if (address.empty()) {
        if (needed == Address::needed && verification && *verification != Verification::memory
            && *verification != Verification::inferred) {
            complain(url, "must say where it was read; only memory and inferred may be without an address");
        }
        return;
    }
    if (!address.starts_with("https://") && !address.starts_with("http://")) {
        complain(url, "must begin with https:// or http://");
    }
    const auto query = address.find('?');
    if (query == std::string::npos) {
        return;
    }
    for (const auto parameter : trackingParameters) {
        const auto found = address.find(parameter, query + 1);
        if (found != std::string::npos && (address[found - 1] == '?' || address[found - 1] == '&')) {
            complain(url, fmt::format("carries the campaign or affiliate parameter {}", parameter));
        }
    }
}

void CheckContext::checkPatterns(const Node& list, PatternOf what, Width width)
{
    mustNotRepeat(list);
    for (const auto& pattern : list.items()) {
        if (pattern.isText()) {
            checkPattern(pattern, what, width);
        }
    }
}

void CheckContext::checkPattern(const Node& pattern, PatternOf what, Width width)
{
    const auto written = pattern.text();
    const auto folded = what == PatternOf::path ? text::foldPath(written) : text::foldName(written);
    if (written != folded) {
        complain(pattern, fmt::format("is not folded; write \"{}\"", folded));
    }
    if (const auto found = written.find_first_of(foreignWildcards); found != std::string::npos) {
        complain(pattern, fmt::format("has '{}'; only * and # stand for something", written[found]));
    }
    if (written.find("**") != std::string::npos || written.find("##") != std::string::npos) {
        complain(pattern, "has the same wildcard twice in a row");
    }
    const bool coversAll = width == Width::any && written == "*";
    if (!coversAll && literalCharacters(written) < fewestLiteralCharacters) {
        complain(pattern, fmt::format("would match too much: at least {} letters or digits must be given",
                                      fewestLiteralCharacters));
    }
}

}   // namespace offramp::compiler
