// What the parts of the catalog check share. Private to catalog_check.
#pragma once

#include "catalog/compiler/catalog_source.h"
#include "catalog/compiler/node.h"
#include "catalog/compiler/problems.h"

#include "base/calendar.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::compiler {

class CheckContext {
public:
    CheckContext(const CatalogSource& source, Problems& problems);

    [[nodiscard]] const CatalogSource& source() const { return m_source; }
    // One file as a node; an empty node when it does not exist.
    [[nodiscard]] Node file(const std::string& name) const;
    // Files of a folder ("products/"), by name.
    [[nodiscard]] std::vector<Node> filesIn(std::string_view folder) const;

    // Says it unless the schema has already complained about that very place.
    void complain(const Node& place, std::string message);

    // The id of `owner`, noted as taken; complains when another place has it.
    void takeId(const char* what, const Node& owner, std::map<std::string, std::string>& taken);
    // Complains when `reference` is a text that names nothing. Says nothing while a file could not be read: the name
    // may stand there.
    void mustName(const Node& reference, const char* what, const std::map<std::string, std::string>& taken);
    // No text twice in a list, for lists that become keys.
    void mustNotRepeat(const Node& list);

    // Complains about a word the program does not know; a missing word is the schema's business.
    template <class Parse> void checkWord(const Node& word, Parse parse)
    {
        if (word.isText() && !parse(std::string_view{word.text()})) {
            complain(word, "\"" + word.text() + "\" is a word the program does not know");
        }
    }
    template <class Words> void checkWordOf(const Node& word, const Words& words)
    {
        checkWord(word, [&](std::string_view text) {
            for (const auto& candidate : words) {
                if (candidate == text) {
                    return true;
                }
            }
            return false;
        });
    }

    // A SourceLink: its words and its address. Address::mayLack is for patterns and products seen on computers and in
    // scripts that have no address of their own; what is told to people as a fact must say where it was read.
    enum class Address { needed, mayLack };
    void checkSource(const Node& source, Address address = Address::needed);
    // Patterns of names and technical names, or of paths. `Width::any` for lists where "*" alone is allowed, because
    // something else narrows them.
    enum class PatternOf { name, path };
    enum class Width { narrow, any };
    void checkPatterns(const Node& list, PatternOf what, Width width = Width::narrow);

    // Ids and where each was first given.
    std::map<std::string, std::string> vendors, products, features, events, replacements;
    std::optional<Day> factsAsOf;

private:
    void checkPattern(const Node& pattern, PatternOf what, Width width);

    const CatalogSource& m_source;
    Problems& m_problems;
    Problems m_fromSchemas;   // what was wrong before the meaning was looked at
    bool m_complete;
};

void checkHead(CheckContext& context);
void checkVendors(CheckContext& context);
void checkTimeline(CheckContext& context);
void checkFeatures(CheckContext& context);   // after products
void checkProducts(CheckContext& context);   // after vendors; looks at features' ids
void checkSignatures(CheckContext& context);
void checkReplacements(CheckContext& context);
void checkRecipes(CheckContext& context);    // after products
void checkDeciding(CheckContext& context);   // looks at all of them

// Notes the ids of all files, so that every check can ask for any of them.
void collectIds(CheckContext& context);

}   // namespace offramp::compiler
