#include "catalog/compiler/catalog_check.h"

#include "catalog/catalog_store.h"
#include "catalog/catalog_words.h"
#include "catalog/compiler/check_context.h"

#include <algorithm>
#include <fmt/format.h>

namespace offramp::compiler {

namespace {

// "schema/x.schema.json" beside the top-level files, "../schema/x.schema.json" in the folders.
std::string schemaReference(const std::string& file)
{
    return (file.find('/') == std::string::npos ? "schema/" : "../schema/") + schemaFor(file);
}

void checkAgainstSchemas(const CatalogSource& source, const JsonSchemas& schemas, Problems& problems)
{
    for (const auto& [file, content] : source.files) {
        const auto schema = schemaFor(file);
        if (schema.empty() || !schemas.contains(schema)) {
            problems.add(file, "", fmt::format("its schema, schema/{}, is missing", schema));
            continue;
        }
        schemas.validate(schema, content, file, problems);
        if (const Node root(file, content); root["$schema"].text() != schemaReference(file)) {
            problems.add(file, "$schema", fmt::format("must be \"{}\"", schemaReference(file)));
        }
    }
}

// Text reaches terminals, reports and windows as it is: no control characters, no blanks at the ends.
void checkTexts(const std::string& file, const nlohmann::json& value, const std::string& path, Problems& problems)
{
    if (value.is_string() && !problems.contains(file, path)) {
        const auto& text = value.get_ref<const std::string&>();
        const bool control = std::any_of(text.begin(), text.end(),
                                         [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
        if (control) {
            problems.add(file, path, "has a control character or a line break");
        } else if (text.starts_with(' ') || text.ends_with(' ')) {
            problems.add(file, path, "begins or ends with a blank");
        }
    } else if (value.is_array()) {
        for (std::size_t index = 0; index < value.size(); ++index) {
            checkTexts(file, value[index], fmt::format("{}[{}]", path, index), problems);
        }
    } else if (value.is_object()) {
        for (const auto& [name, member] : value.items()) {
            checkTexts(file, member, path.empty() ? name : path + "." + name, problems);
        }
    }
}

}   // namespace

void collectIds(CheckContext& context)
{
    for (const auto& vendor : context.file("vendors.json")["vendors"].items()) {
        context.takeId("vendor", vendor, context.vendors);
    }
    for (const auto& event : context.file("timeline.json")["events"].items()) {
        context.takeId("event", event, context.events);
    }
    for (const auto& feature : context.file("features.json")["features"].items()) {
        context.takeId("feature", feature, context.features);
    }
    for (const auto& family : context.filesIn("products/")) {
        for (const auto& product : family["products"].items()) {
            context.takeId("product", product, context.products);
        }
    }
    for (const auto& replacement : context.filesIn("replacements/")) {
        context.takeId("replacement", replacement, context.replacements);
    }
}

void checkHead(CheckContext& context)
{
    const auto head = context.file("catalog.json");
    if (const auto version = head["schemaVersion"];
        version.value().is_number_integer() && version.value() != catalogSchemaVersion) {
        context.complain(version, fmt::format("this compiler writes schema version {}", catalogSchemaVersion));
    }
    if (const auto serial = head["serial"]; serial.value().is_number_integer() && serial.value() > 2'000'000'000) {
        context.complain(serial, "is too large");
    }
    const auto instant = [&](const Node& node) {
        auto parsed = parseInstant(node.text());
        if (node.isText() && !parsed) {
            context.complain(node, parsed.error().context);
        }
        return parsed;
    };
    const auto issued = instant(head["issued"]);
    const auto expires = instant(head["expires"]);
    if (issued && expires && issued->instant >= expires->instant) {
        context.complain(head["expires"], "must be later than issued");
    }
    const auto checked = parseDay(head["factsAsOf"].text());
    if (!checked) {
        if (head["factsAsOf"].isText()) {
            context.complain(head["factsAsOf"], checked.error().context);
        }
        return;
    }
    context.factsAsOf = *checked;
    if (issued && *checked > dayIn(Zone{}, issued->instant)) {
        context.complain(head["factsAsOf"], "is later than issued");
    }
}

void checkVendors(CheckContext& context)
{
    for (const auto& vendor : context.file("vendors.json")["vendors"].items()) {
        context.checkPatterns(vendor["publishers"], CheckContext::PatternOf::name);
        context.checkPatterns(vendor["pathRoots"], CheckContext::PatternOf::path);
    }
}

void checkCatalog(const CatalogSource& source, Problems& problems)
{
    const JsonSchemas schemas(source.schemas, problems);
    checkCatalog(source, schemas, problems);
}

void checkCatalog(const CatalogSource& source, const JsonSchemas& schemas, Problems& problems)
{
    checkAgainstSchemas(source, schemas, problems);
    for (const auto& [file, content] : source.files) {
        checkTexts(file, content, "", problems);
    }
    CheckContext context(source, problems);
    collectIds(context);
    checkHead(context);
    checkVendors(context);
    checkProducts(context);
    checkSignatures(context);
    checkTimeline(context);
    checkFeatures(context);
    checkReplacements(context);
    checkRecipes(context);
    checkDeciding(context);
    problems.findLines([&](const Problem& problem) { return lineIn(source, problem); });
}

}   // namespace offramp::compiler
