#include "report/html.h"

#include "report/html_parts.h"

#include <string_view>

namespace offramp {

using namespace html;

namespace {

std::string reasonList(const json::Value& reasons)
{
    if (reasons.empty()) {
        return {};
    }
    std::string out = "<ul>\n";
    for (const json::Value& reason : reasons) {
        out += "<li>" + escapedForHtml(textOf(reason, "text"));
        const json::Value& source = objectOf(reason, "source");
        const std::string citation = textOf(source, "citation");
        const std::string title = textOf(source, "title");
        if (!citation.empty() || !title.empty()) {
            out += " <span class=\"quiet\">(" + escapedForHtml(citation.empty() ? title : citation);
            const std::string address = textOf(source, "url");
            out += (address.empty() ? "" : ", <code>" + escapedForHtml(address) + "</code>") + ")</span>";
        }
        out += "</li>\n";
    }
    return out + "</ul>\n";
}

std::string installationPart(const json::Value& installation)
{
    std::string title = textOf(installation, "name");
    if (const std::string version = textOf(installation, "version"); !version.empty()) {
        title += ", version " + version;
    }
    std::string out = element("h3", title);
    out += element("p class=\"quiet\"", "State: " + textOf(installation, "state")
                                            + "; where it stands: " + textOf(installation, "status")
                                            + "; how sure: " + textOf(installation, "confidence"));
    out += reasonList(listOf(installation, "reasons"));
    const json::Value& evidence = listOf(installation, "evidence");
    if (!evidence.empty()) {
        out += "<table><tr><th>Kind</th><th>What</th><th>Where</th></tr>\n";
        for (const json::Value& each : evidence) {
            const std::string name = textOf(each, "name");
            const std::string place = textOf(each, "location");
            out += "<tr><td>" + escapedForHtml(textOf(each, "kind")) + "</td><td>"
                   + escapedForHtml(name.empty() ? textOf(each, "id") : name) + "</td><td><code>"
                   + escapedForHtml(place.empty() ? textOf(each, "readFrom") : place) + "</code></td></tr>\n";
        }
        out += "</table>\n";
    }
    return out;
}

std::string protectionPart(const json::Value& check)
{
    const auto word = [](const json::Value& entry, const char* member, const char* yes, const char* no) {
        const auto found = entry.find(member);
        return found == entry.end() || !found->is_boolean() ? "not known" : found->get<bool>() ? yes : no;
    };
    std::string out;
    for (const json::Value& entry : listOf(check, "protection")) {
        out += "<tr><td>" + escapedForHtml(textOf(entry, "name")) + "</td><td>" + word(entry, "active", "on", "off")
               + "</td><td>" + word(entry, "upToDate", "up to date", "out of date") + "</td></tr>\n";
    }
    return out.empty() ? std::string()
                       : "<h2>Who protects this computer</h2>\n<table><tr><th>Product</th><th>State</th>"
                         "<th>Definitions</th></tr>\n"
                             + out + "</table>\n";
}

std::string coveragePart(const json::Value& check)
{
    std::string out;
    for (const json::Value& place : listOf(check, "coverage")) {
        const std::string coverage = textOf(place, "coverage");
        if (coverage == "notApplicable") {
            continue;
        }
        out += "<tr><td>" + escapedForHtml(textOf(place, "name")) + "</td><td>" + escapedForHtml(coverage);
        for (const json::Value& issue : listOf(place, "issues")) {
            out += "<br><span class=\"quiet\">" + escapedForHtml(textOf(issue, "context")) + "</span>";
        }
        out += "</td></tr>\n";
    }
    return out.empty()
               ? std::string()
               : "<h2>Where was looked</h2>\n<table><tr><th>Place</th><th>Read</th></tr>\n" + out + "</table>\n";
}

}   // namespace

std::string escapedForHtml(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default:
            // Control characters are not allowed in a page at all.
            out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    }
    return out;
}

std::string htmlReport(const json::Value& check)
{
    const json::Value& machine = objectOf(check, "machine");
    const json::Value& catalog = objectOf(check, "catalog");
    std::string out = pageHead(textOf(check, "headline"));
    out += element("h1", textOf(check, "headline"));
    std::string about = "Checked " + textOf(check, "checkedAt");
    if (const std::string name = textOf(machine, "name"); !name.empty()) {
        about += " on " + name;
    }
    if (const std::string system = textOf(machine, "osVersion"); !system.empty()) {
        about += " (" + system + ")";
    }
    out += element("p class=\"quiet\"", about + ". Rules for: " + textOf(check, "person") + ".");
    out += element("p class=\"quiet\"", "Facts: catalog " + textOf(catalog, "serial") + ", as of "
                                            + textOf(catalog, "factsAsOf")
                                            + ". This is information, not legal advice. Nothing was sent anywhere.");
    out += reasonList(listOf(check, "reasons"));
    const json::Value& installations = listOf(check, "installations");
    if (!installations.empty()) {
        out += "<h2>What was found</h2>\n";
        for (const json::Value& installation : installations) {
            out += installationPart(installation);
        }
    }
    out += protectionPart(check) + coveragePart(check);
    return out + "</body>\n</html>\n";
}

}   // namespace offramp
